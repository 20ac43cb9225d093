"""What speaks for and against a candidate: its own characters and what stands beside it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from articles.parsing.people import tables

HAN = re.compile("[\u4e00-\u9fff]")
PLACE_ENDINGS = frozenset("镇县村区乡市省州街路站厂店馆司局部校院屯庄沟坡寨湾港岛嘴")
NOUN_ENDINGS = frozenset(
    "证性化率费类型版品款项票税券奖杯牌机车者员工业度量们物事案号式法制权队组厅局处科"
)
LANDMARK_ENDINGS = frozenset("家河桥坝溪渠塔寺庙宫殿洞闸门园亭祠墓")
MARKS = {
    "": "edge",
    "\n": "edge",
    " ": "blank",
    ",": "comma",
    "、": "enumeration",
    ":": "colon",
    "“": "open_quote",
    "”": "close_quote",
    "‘": "open_quote",
    "’": "close_quote",
    "(": "open_bracket",
    ")": "close_bracket",
    "《": "title_mark",
    "》": "title_mark",
    **dict.fromkeys("。!?;…", "stop"),
}
RARE = 7.5  # cost of a name character
COMMON = 8.5
KIN = frozenset("婶嫂姨奶爹妈叔爸")  # 王婶, whatever follows
# After these a name is expected, so that even an everyday word is read as one.
EXPECTING = frozenset({"post", "role", "group", "person_suffix", "naming", "award"})
PEOPLE = frozenset({"post", "role", "group", "person_suffix"})
# (化名), (左), (女,侗族), and the same without brackets in lists: 王强,男,…
NOTE = re.compile(
    r"\((?:[男女]|化名|均?为?化名|左|右|中|前|后|图|右|居中|见图|生前|已故|原名|曾用名|\d"
    r"|[\u4e00-\u9fff]{1,5}族\))|,[男女],"
)


AGE = re.compile(r"\d{1,3}岁")

# 邱少云烈士纪念馆, 叶圣陶实验小学: the name belongs to what it names.
NAMED_AFTER = re.compile(
    r"""
    (?: 烈士 | 同志 | 先生 | 实验 | 希望 | 红军 | 职业 | 高级 | 外国语 | 艺术 | 教育 | 科技 | 文化
      | 食品 | 实业 | 投资 | 控股 | 建设 | 建筑 | 装饰 | 餐饮 | 电子 | 机械 | 汽车 | 物流 | 传媒
      | 律师 | 会计师 | 纪念 | 慈善 | 公益 | 技能 | 技师 | 青少年 | 国际 | 数学 | 文学 | 戏剧
      | 中心 | 第[一二三四] | 路 | 街 )+
    (?: 小学 | 中学 | 大学 | 学院 | 学校 | 纪念馆 | 陵园 | 公司 | 集团 | 医院 | 幼儿园 | 博物馆
      | 艺术馆 | 广场 | 公园 | 事务所 | 基金会? | 工作站 | 奖学金 | 奖 | 杯 | 门店 | 小区 )
    """,
    re.VERBOSE,
)


def before_class(text: str, start: int) -> str:
    """Return the class of what stands before `start`."""
    mark = MARKS.get(text[start - 1 : start] if start else "")
    if mark:
        award = mark in ("blank", "colon") and _cue(text, start - 1) == "award"
        return "award" if award else mark
    found = _cue(text, start)
    if found == "of":
        return _of_what(text, start)
    return found or ("word" if HAN.match(text, start - 1) else "mark")


def _of_what(text: str, start: int) -> str:
    """Return the class of 的 by what is before it: 86岁的, 做了两年陪诊员的."""
    if text[start - 2] == "岁":
        return "aged"
    return "person of" if _cue(text, start - 1) in PEOPLE else "of"


@cache
def _lengths_before() -> dict[str, tuple[int, ...]]:
    """Return the last character of a cue → the lengths of such cues, the longest first."""
    return _lengths((word[-1], len(word)) for word in tables.cues_before())


@cache
def _lengths_after() -> dict[str, tuple[int, ...]]:
    """Return the first character of a cue → the lengths of such cues, the longest first."""
    return _lengths((word[0], len(word)) for word in tables.cues_after())


def _lengths(pairs: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = defaultdict(set)
    for character, length in pairs:
        found[character].add(length)
    return {c: tuple(sorted(lengths, reverse=True)) for c, lengths in found.items()}


def _cue(text: str, end: int) -> str:
    table = tables.cues_before()
    for length in _lengths_before().get(text[end - 1 : end], ()):
        found = table.get(text[end - length : end]) if length <= end else None
        if found:
            return found
    return ""


def after_class(text: str, end: int) -> str:
    """Return the class of what stands after `end`."""
    following = text[end : end + 1]
    if following.isdigit():
        return "is" if AGE.match(text, end) else "mark"
    mark = MARKS.get(following)
    if mark:
        noted = mark in ("open_bracket", "comma") and NOTE.match(text, end)
        return "note" if noted else mark
    if NAMED_AFTER.match(text, end):
        return "organisation"
    table = tables.cues_after()
    for length in _lengths_after().get(following, ()):
        found = table.get(text[end : end + length])
        if found:
            return found
    return "word" if HAN.match(following) else "mark"


def ending_class(name: str) -> str:
    """Return what other than a person the last character suggests."""
    if name[-1] in PLACE_ENDINGS:
        return "place ending"
    if name[-1] in NOUN_ENDINGS:
        return "noun ending"
    return "landmark ending" if name[-1] in LANDMARK_ENDINGS else ""


def is_address(text: str, start: int) -> bool:
    """Whether a form of address stands at `start`, so that a surname is all there is: 李先生."""
    addresses = tables.listed("addresses")
    if text[start] in KIN or text[start : start + 2] in addresses:
        return True
    return text[start] in addresses and not HAN.match(text[start + 1 : start + 2])


@cache
def name_characters() -> frozenset[str]:
    """Return characters that a given name often ends in, so that they begin no sentence's rest."""
    alone, _, second = tables.given_characters()
    return frozenset(c for c in alone if min(alone[c], second.get(c, 10.0)) < COMMON)


@cache
def verb_endings() -> frozenset[str]:
    """Return characters that rather begin what follows a name than end it: 王强带, 李明说."""
    second = tables.given_characters()[2]
    verbs = (word for word, kind in tables.cues_after().items() if kind in ("verb", "say"))
    return frozenset(v for v in verbs if len(v) == 1 and second.get(v, 10.0) >= RARE)
