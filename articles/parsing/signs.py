"""The one thing that the wording of a line says about its role."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from articles.parsing import captions, contents, cues, documents
from articles.parsing.lexicon import labels

LONG = 10_000
FARTHEST = 400
"""No hint looks for a letter behind so many characters."""
KNOWN = 10_000
"""So many sets of signs are kept."""

NUMBER = "[0-9一二三四五六七八九十]+"
YEAR = r"[0-9〇○零一二三四五六七八九]{4}\s*年"
DATE = re.compile(rf"[（(]?{YEAR}\s*{NUMBER}\s*月\s*{NUMBER}\s*日[）)]?")
DIARY_DAY = re.compile(rf"{NUMBER}\s*月\s*{NUMBER}\s*日?(?:\s+\S{{1,6}}){{0,2}}")
"""8月2日 星期六 晴: the head of an entry of a diary."""
TIME = re.compile(
    r"""
    近日 | 日前 | [昨今当][日天] | 连日来 | 近年来 | 今年 | 去年
    | [0-9]{1,2} \s* 月 [0-9\s]{1,3} 日
    | [0-9]{4} \s* 年
    """,
    re.VERBOSE,
)

UNBROKEN = r"[^。，,！!？?；;]{2,14}$"


def _ends(words: Iterable[str]) -> str:
    """Return the last letters of words, for a pattern."""
    return "".join(sorted({word[-1] for word in words}))


def _starts(words: Iterable[str]) -> str:
    """Return the first letters of words, for a pattern."""
    return "".join(sorted({word[0] for word in words}))


@dataclass(frozen=True, slots=True)
class Hint:
    """What every line has that shows a sign; cheap, it spares most lines the test.

    It is one of `letters`, as in a character class (none: anything will do), at the beginning if it
    is `first`, and the `pattern`.
    """

    letters: str
    pattern: re.Pattern[str]
    first: bool = False


def has(letters: str, pattern: str = "") -> Hint:
    """Return the hint that one of some letters stands in a line that matches a pattern."""
    return Hint(letters, re.compile(pattern))


def begins(letters: str, pattern: str = "") -> Hint:
    """Return the hint that a line begins with one of some letters, and matches a pattern."""
    return Hint(letters, re.compile(pattern), first=True)


def matches(pattern: str) -> Hint:
    """Return the hint that a line matches a pattern."""
    return Hint("", re.compile(pattern))


Sign = tuple[str, int, Hint, Callable[[str], bool]]
"""Its name, the longest line that shows it, a hint, a test."""
SIGNS: tuple[Sign, ...] = (
    ("carried", 40, has("接", r".{0,8}接"), cues.is_continuation),  # （上接第1版）: begins
    ("continued", 40, has("转续", r".{0,8}[转续]"), cues.is_continuation),  # （下转第4版）: ends
    ("abstract", 14, has(_ends(labels.ABSTRACTS)), cues.is_abstract_label),
    (
        "entry",
        400,
        has(
            "….·⋯0-9０-９版",
            r".*(?:……|\.{4}|·{4}|⋯|[0-9０-９版]\s?[）)]?$|版[·・].{2,5}$"
            r"|[A-DＡ-Ｄ][0-9０-９]{2}[·、/／-].{2,4}$)"
            r"|.?\s?第?\s?[A-DＡ-Ｄ]?[0-9０-９]{1,2}[^。]{0,12}[版\s:：]",
        ),
        contents.is_contents_entry,
    ),
    ("contents", 40, has("目录次览读点"), contents.is_contents_title),
    ("note", 120, has("作执译口讲笔课系（(", r".{0,6}[作执译口讲笔课系（(]"), cues.is_author_note),
    ("reported", 60, has("摄", r".*摄影报道"), cues.is_credit_line),
    ("credit", 60, has("摄图供提绘影社片"), cues.is_credit_line),
    (
        "byline",
        80,
        has(
            "（(者员生□■◇◆○●◎☐文编评部组室摄写访话持整著译",
            r"[（(]|.*(?:[者员生□■◇◆○●◎☐文编评部组室摄写]|[采受]访|对话|主持|整理$|[著译]$)",
        ),
        cues.is_byline,
    ),
    (
        "report",
        LONG,
        has("讯电者员生据", r".{0,24}(?:[讯电]|(?:者|员|生)[^，。]{2,60}(?:报道|[）)])|据)"),
        cues.opens_report,
    ),
    (
        "notice",
        80,
        has(
            "扫码注编校话线邮hw见筹声址版:：",
            r".*(?:扫|码|关注|编|校对|电话|热线|邮|http|www|见|统筹|主编|声明|地址|版|[:：])",
        ),
        cues.is_notice,
    ),
    ("lead", LONG, has("编提导要内核摘", r".{0,3}[编提导要内核摘]"), cues.opens_abstract),
    (
        "shot",
        300,
        has(
            "摄供提报发图影",
            r".*(?:摄影?|供图|提供|报道|[发图]|[图影摄]\s*[/／:：].{2,14})[)）]?$",
        ),
        cues.ends_with_credit,
    ),
    (
        "pictured",
        300,
        has(
            f"图（({captions.POINTERS}",
            rf"(?:.*(?:图[为片中①]|[（(][左右中前后居第一二三四五六七八九1-9]))|[{captions.POINTERS}]|.{{0,3}}图",
        ),
        captions.is_pictured,
    ),
    ("number", LONG, begins("一二三四五六七八九十（(第"), cues.is_document_head),
    (
        "point",
        LONG,
        begins(f"0-9０-９①-⑳❶-❿➊-➓⑴-⑽⒈-⒛（(【第{_starts(labels.POINTS)}"),
        documents.is_point,
    ),
    ("address", 50, begins("各全广尊敬亲编致", r".+[：:]$"), cues.is_address),
    ("listed", 60, has("男女", r".{2,5}[（(，,]\s?[男女]"), documents.is_listed_person),
    ("speech", LONG, has("：:", r".{1,5}[：:]"), documents.is_speech),
    (
        "closing",
        12,
        begins(_starts((*labels.CLOSINGS, labels.CLOSING_START))),
        documents.is_closing,
    ),
    ("notice title", 14, has(_ends(labels.NOTICES)), documents.is_notice_title),
    ("section", 26, matches(UNBROKEN + r"|.*[《\s]|[【\[#＃■●◆▌|｜]"), cues.is_section_label),
    ("name", 8, matches(""), cues.is_bare_name),
    ("bracketed", 16, begins("（("), documents.is_bracketed),
    (
        "official",
        80,
        has("于的", rf".*(?:关\s?于|的.*[{_ends(labels.OFFICIAL_TEXTS)})）]$)"),
        documents.is_official_title,
    ),
    (
        "office",
        44,
        has(_ends(labels.OFFICES), rf".*[{_ends(labels.OFFICES)}日]$"),
        documents.is_office,
    ),
    (
        "date",
        18,
        begins("（(0-9〇○零一二三四五六七八九", rf"[（(]?{YEAR}"),
        lambda text: DATE.fullmatch(text) is not None,
    ),
    (
        "day",
        20,
        begins("0-9一二三四五六七八九十", r"[0-9一二三四五六七八九十]{1,3}\s*月"),
        lambda text: DIARY_DAY.fullmatch(text) is not None,
    ),
    ("bullet", LONG, begins("-•●■▲◆★"), bool),
    ("scene", 60, has("。", r".{2,20}[在正向为给将把行].{3,}。$"), captions.is_scene),
    ("time", LONG, begins("近日前昨今当连0-9"), lambda text: TIME.match(text) is not None),
)
"""The first that fits counts."""


def _bits(*, first: bool) -> dict[str, int]:
    """Return for each letter of the hints the signs that it hints at, as bits by their places."""
    found: dict[str, int] = {}
    for place, (_name, _longest, hint, _test) in enumerate(SIGNS):
        if hint.first is first:
            for letter in RANGE.sub(_spelled, hint.letters):
                found[letter] = found.get(letter, 0) | 1 << place
    return found


def _spelled(match: re.Match[str]) -> str:
    """Return all letters of a range of a character class."""
    return "".join(map(chr, range(ord(match[0][0]), ord(match[0][-1]) + 1)))


RANGE = re.compile(".-.")
STARTS, INSIDE = _bits(first=True), _bits(first=False)
ALWAYS = sum(1 << place for place, sign in enumerate(SIGNS) if not sign[2].letters)


def hinted(text: str) -> tuple[Sign, ...]:
    """Return the signs that a line may show by its letters."""
    bits = ALWAYS | STARTS.get(text[:1], 0)
    for letter in text[:FARTHEST]:
        if letter in INSIDE:
            bits |= INSIDE[letter]
    return _signs(bits)


@lru_cache(KNOWN)
def _signs(bits: int) -> tuple[Sign, ...]:
    return tuple(sign for place, sign in enumerate(SIGNS) if bits >> place & 1)


def sign_of(text: str) -> str:
    """Return the name of the first sign that a line shows, or nothing."""
    for name, longest, hint, test in hinted(text):
        if len(text) <= longest and hint.pattern.match(text) and test(text):
            return name
    return ""
