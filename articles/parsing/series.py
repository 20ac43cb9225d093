"""The numbers that paragraphs and sub-headlines begin with, and which series each goes on with.

一、… 二、… 三、… of one article stand in their order, whatever other text is printed between them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from articles.parsing.repair import HAN, narrow
from articles.parsing.signatures import compiled

REACH = 12
"""A number stands within so many characters."""
DIGITS = "一二三四五六七八九十"
COUNTED = compiled(
    rf"""
    (?P<before> \(? (?: 第 | 之 | [案问镜故画] [{HAN}] )? )
    (?: (?P<han> [{DIGITS}]{{1,3}} ) | (?P<digits> [0-9]{{1,2}} ) )
    (?P<after> [、.:)] (?! [0-9] ) | (?<= [{DIGITS}] ) \s | [章节条款问本笔招课关步幕站] )
    """
)
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"


@dataclass(frozen=True, slots=True)
class Numbered:
    """The number of a paragraph or sub-headline, and how it is written."""

    style: str
    number: int


def numbered(text: str) -> Numbered | None:
    """Return the number that a text begins with: 一、…, (二)…, 3.…, ④, 第五章 …, 案例六：…."""
    text = narrow(text[:REACH].strip())
    if text[:1] and text[0] in CIRCLED:
        return Numbered("①", CIRCLED.index(text[0]) + 1)
    found = COUNTED.match(text)
    if found is None:
        return None
    number = int(found["digits"]) if found["digits"] else _value(found["han"])
    style = f"{found['before']}{'1' if found['digits'] else '一'}{found['after']}"
    return Numbered(style, number) if number else None


def _value(digits: str) -> int:
    """Return the number that Chinese digits write, 0 if none."""
    if "十" not in digits:
        return DIGITS.index(digits) + 1 if len(digits) == 1 else 0
    tens, _ten, ones = digits.partition("十")
    if len(tens) > 1 or len(ones) > 1 or "十" in ones:
        return 0
    return (DIGITS.index(tens) + 1 if tens else 1) * 10 + (DIGITS.index(ones) + 1 if ones else 0)


def series_of(found: Iterable[Numbered | None], homes: Iterable[int]) -> list[frozenset[int]]:
    """Return for each text of a page the articles whose series it may go on with.

    `homes` are the articles that the texts are printed in; a series belongs to that of its first.
    """
    open_series: dict[Numbered, list[int]] = {}
    articles: list[frozenset[int]] = []
    for here, home in zip(found, homes, strict=True):
        if here is None:
            articles.append(frozenset())
            continue
        before = open_series.get(Numbered(here.style, here.number - 1), [])
        articles.append(frozenset(before))
        article = home if home in before or not before else before[-1]
        if before:
            before.remove(article)
        open_series.setdefault(here, []).append(article)
    return articles
