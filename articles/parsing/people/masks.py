"""Places where a name is not a person of the article: titles of works, credits, organisations."""

from __future__ import annotations

import re

from articles.parsing.people.candidates import Candidate

WORK = re.compile("《[^《》]{1,60}》|〈[^〈〉]{1,60}〉")
ROLE_WORD = "(?:记者|通讯员|实习生|报道员|通联员|见习编辑|责任编辑|责编)"
ROLE = rf"(?:[\u4e00-\u9fff]{{0,8}}{ROLE_WORD})"
CREDITS = re.compile(
    rf"""
    \((?:[文图摄]{{1,2}}[/:])?{ROLE}[^()]{{2,60}}\)   # (记者甲 通讯员乙 丙)
    | (?:^|(?<=[讯电][ ])) (?:{ROLE}[ \u4e00-\u9fff、·]{{2,12}})+? 报道
    | ^[ (□]*{ROLE}[^,。;:!?()]{{2,40}}\)?$                         # a line of its own
    """,
    re.VERBOSE,
)
CREDIT = re.compile(
    r"""
    (?: 记者 | 通讯员 | 报道员 | 通联员 | 特约评论员 | [□■●◎○]
      | (?: ^ | [( ] ) (?: 责编 | 责任编辑 | 编辑 | 校对 | 美编 | 审校 | 制图 | 摄影
        | 供图 | 作者 | 文字 | 撰文 )
      | [(] (?: 读者 | 网友 )
    ) [ :/]* $
    """,
    re.VERBOSE,
)
AFTER_CREDIT = re.compile(
    r"""
    [ /]* (?: 摄影报道 | 摄影 | 摄(?![氏像入]) | 供图 | /[文图]
            | 文/ | 图/ | 文并图 | 制图 | 报道\)?$ )
    """,
    re.VERBOSE,
)
BETWEEN_CREDITS = re.compile(r"[ 、,/和]{0,2}(?:(?:本报|特约)?(?:记者|通讯员|实习生))?[ ]?")


def nobody(text: str) -> list[tuple[int, int]]:
    """Return the places of titles of works and of credits in brackets or in front of 报道."""
    return [m.span() for pattern in (WORK, CREDITS) for m in pattern.finditer(text)]


def credits_among(found: list[Candidate], texts: list[str]) -> set[tuple[int, int, int]]:
    """Return the places of names that are credited: (记者甲 通讯员乙 丙), 甲 乙 摄, □甲."""
    credited: set[tuple[int, int, int]] = set()
    previous: Candidate | None = None
    for candidate in found:
        text = texts[candidate.paragraph]
        if CREDIT.search(text[max(0, candidate.start - 8) : candidate.start]) or (
            previous
            and previous.paragraph == candidate.paragraph
            and (previous.paragraph, previous.start, previous.end) in credited
            and BETWEEN_CREDITS.fullmatch(text[previous.end : candidate.start])
        ):
            credited.add((candidate.paragraph, candidate.start, candidate.end))
        previous = candidate
    following: Candidate | None = None
    for candidate in reversed(found):
        text = texts[candidate.paragraph]
        if AFTER_CREDIT.match(text, candidate.end) or (
            following
            and following.paragraph == candidate.paragraph
            and (following.paragraph, following.start, following.end) in credited
            and text[candidate.end : following.start] in (" ", "、", "/")
            and AFTER_CREDIT.match(text, following.end)
        ):
            credited.add((candidate.paragraph, candidate.start, candidate.end))
        following = candidate
    return credited
