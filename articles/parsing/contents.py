"""What a single line says about a table of contents: its entries and its title."""

from __future__ import annotations

import re

from articles.parsing import cues
from articles.parsing.lexicon import labels
from articles.parsing.lexicon.roles import AUTHOR_ENDINGS
from articles.parsing.repair import HAN, narrow
from articles.parsing.signatures import DOT, compiled, one_of

# …… are two characters and may stand in running text; longer ones are leaders for certain.
LONGEST_DASH = 2
LONGEST_AUTHOR = 24
LEAST_ENTRY = 8
PAGE = r"(?: 第? \s? [A-D]?[0-9]{1,2} (?: [、·/-] [A-D]?[0-9]{1,2} )* )"
SHEET = f"(?: [A-D][0-3][0-9] (?! [0-9] | \\s? {one_of(labels.NUMBERED)} ) )"
"""A03, but neither the wagon C64 nor the train D21 次列车."""
NAME = rf"(?: [{HAN}] \s [{HAN}] (?! [{HAN}] ) | [{HAN}]{{2,4}} )"
ENTRY_AUTHOR = compiled(
    rf"""
    {NAME} (?: (?: \s*+ 、 \s*+ | \s++ ) {NAME} )*
    | (?: [{HAN}]{{1,8}} [{DOT}] )+ [{HAN}]{{1,8}}
    | [{HAN} ]{{0,18}} {one_of(AUTHOR_ENDINGS)}
    | [{HAN}]{{2,8}} (?: 记者 | 通讯员 | 评论员 ) \s*+ [{HAN}]{{2,4}}
    | \d{{1,3}}
    | {PAGE} \s? 版 (?: \s* {NAME} )?                           # ……第3版 作者
    """
)
LEADER = re.compile(r"(?:…|\.{3}|·{3}){2,}|…{2,}|\.{6,}|·{4,}|⋯{2,}")
CONTENTS_TITLE = compiled(
    rf"""
    (?: 《 [^》]{{2,20}} 》 )? (?: \d{{4}}年 )? (?: 第 [0-9一二三四五六七八九十]+ 期 )?
    (?: 本期 | 今日 | 本周 )? {one_of(labels.CONTENTS)}
    """
)
PAGED_ENTRY = compiled(
    rf"""
    (?P<title> [^。;!]{{4,60}}? ) (?:
      \s (?P<author> [^\s()]{{2,12}} | [^\s()] \s [^\s()] )       # 题目 作者（9）
      \s*+ \( \s? [0-9]{{1,3}} \s? \)
    | (?<= [^\s0-9] ) \s? / \s? P?[0-9]{{1,3}}                  # 题目/9
    | \s? \( \s? {PAGE} \s? 版 \s? \)                          # 题目（5版）
    | (?<! [0-9] ) \s? (?: [▶►▲→☞»] | >{{2,3}} ) \s? {PAGE}        # 题目 ▶5版, but not 20→25
      (?: \s? 版 (?: [·・] [{HAN}]{{2,5}} )? )?                     # 题目 ▶6版·文化
    | \s+ (?P<page> {PAGE} \s? 版 | {SHEET} (?: [·、/-] (?: {SHEET} | [{HAN}]{{2,4}} ) )? )
    )
    """  # the last: 题目 5版, 题目 A03·A04
)
"""An entry with the number of its page."""
GUIDE = compiled(
    rf"""
    (?P<page> [(【] \s? {PAGE} \s? 版 \s? [)】] | {PAGE} \s? 版 \s? [:·\s] | {SHEET} [:\s] )
    \s*+ (?P<title> [^。;!]{{4,60}} )
    """
)
"""The same with the page before it: （5版）题目; A04 题目 / 一句摘要."""
NO_TITLE = compiled(
    rf"""
    [0-9] \s? 月 \s? [0-9]{{1,2}} \s? 日 | [0-9]{{4}} [-/.] [0-9] | [0-9]{{5,}}
    | 星期 | 热线 | 电话 | 邮编
    | ^ 《 [^》]* 》 $
    | ^ [{HAN}]{{2,6}} [日晚早时周商]报 $
    """
)
"""A folio or an address."""
PAGE_AT_END = re.compile("(?<!见)(?<!见第)[0-9]版$")
CARRIED = compiled(rf"{one_of(labels.CARRIERS)} \s+ {SHEET} $")
"""A train or a road stands before its number: 坐上火车 D21."""


def is_contents_entry(line: str) -> bool:
    """牢记嘱托……张三, 牢记嘱托 张三（9）, nothing but leaders, or several entries run together."""
    text = narrow(line.strip())
    if _is_paged(text):
        return True
    runs = list(LEADER.finditer(text))
    if not runs or re.search(r"[。;!]", text):
        return False
    before, tail = text[: runs[-1].start()], text[runs[-1].end() :].strip()
    if len(runs[-1][0]) > LONGEST_DASH:
        return len(tail) <= LONGEST_AUTHOR and "," not in tail
    if not tail:  # the author is lost; in running text …… follows a list
        return len(before) >= LEAST_ENTRY and "," not in before
    return ENTRY_AUTHOR.fullmatch(tail) is not None


def _is_paged(text: str) -> bool:
    """牢记嘱托 张三（9）, 牢记嘱托/9, 牢记嘱托（5版）, A04 牢记嘱托.

    But not a serial, 我的父亲母亲（12）, nor a folio: 要闻 5版, A02 要闻.
    """
    found = PAGED_ENTRY.fullmatch(text) or GUIDE.fullmatch(text)
    if found is None or NO_TITLE.search(found["title"].strip()):
        return False
    if CARRIED.search(text) or cues.is_notice(text) or cues.opens_report(text):
        return False
    if found["page"] and cues.is_section_label(found["title"]):
        return False
    author = "".join((found.groupdict().get("author") or "").split())
    return not author or ENTRY_AUTHOR.fullmatch(author) is not None


def ends_with_page(text: str) -> bool:
    """夜校开课三十年5版: an entry whose blank was closed, but not 详见5版."""
    return PAGE_AT_END.search(text) is not None


def is_guide(line: str) -> bool:
    """导读, 本版看点: what guides to articles ends so; below it 2版 … is where one is."""
    return re.sub(r"\s+", "", line).endswith(labels.GUIDES)


def is_contents_title(line: str) -> bool:
    """《某刊》2025年第6期要目."""
    return CONTENTS_TITLE.fullmatch(re.sub(r"\s+", "", narrow(line))) is not None
