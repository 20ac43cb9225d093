"""Headlines and bylines as they are printed."""

import re

from tests.composer.blocks import Article, Block, Row, Sheet, Unit
from tests.composer.pieces import HEADLINE_PARTS
from tests.composer.typography import CLOSING, OPENING, letterspace

PAIRS = (("“", "”"), ("《", "》"), ("（", "）"))
WORD_ENDS = re.compile(r"[ ，：；、！？“”《》的和与等0-9A-Za-z]")
WORD_BEGINNINGS = "“《为让促助推在向获将"
BYLINE_RANK = 5  # after the headline, before the text


def cut_headline(text: str) -> tuple[str, str]:
    """Return the two lines of a headline.

    It is cut after a mark near the middle, else where a word is likely to end.
    """
    best, least = len(text) // 2, 99.0
    for place in range(4, len(text) - 3):
        if _may_cut(text, place):
            cost = _cost_of_cut(text, place)
            if cost < least:
                best, least = place, cost
    return text[:best].strip(), text[best:].strip()


def _may_cut(text: str, place: int) -> bool:
    before, after = text[place - 1], text[place]
    in_latin = before.isascii() and after.isascii() and before.isalnum() and after.isalnum()
    return not (
        after in CLOSING + " "
        or before in OPENING
        or before.isdigit()
        or in_latin
        or any(text[:place].count(opens) != text[:place].count(shuts) for opens, shuts in PAIRS)
    )


def _cost_of_cut(text: str, place: int) -> float:
    before, after = text[place - 1], text[place]
    from_middle = abs(place - len(text) / 2)
    run = WORD_ENDS.split(text[:place])[-1]
    if before in " ，：；！？、”》" or after in WORD_BEGINNINGS or not run:
        at_mark = before in " ，：；！？"
        at_pair = before in "、”》" or after in "“《"
        return from_middle - 6 * at_mark - 2 * at_pair
    return from_middle + 1.5 + len(run) % 2 * 2  # words mostly have two characters


def headline_of(article: Article, sheet: Sheet) -> Block:
    """Return the block of section, kicker, title and subtitle in the order of the page."""
    block = Block("head", article, [])
    house, printed = sheet.house, article.printed
    kicker, title = printed["kicker"], printed["title"]
    if printed["section"]:
        _put(block, "section", [printed["section"]])
    if kicker and title and _merges(kicker, title, sheet):
        sheet.note("kicker and title on one line", article)
        _put(block, "title", _title_lines(article, f"{kicker} {title}", sheet))
    else:
        if kicker:
            _put(block, "kicker", [kicker])
        if title:
            lines = _title_lines(article, title, sheet)
            _put(block, "title", lines, bool(kicker) and sheet.happens(house.glues_headline))
    if printed["subtitle"]:
        _put(block, "subtitle", [printed["subtitle"]], sheet.happens(house.glues_headline))
    return block


def _put(block: Block, part: str, lines: list[str], glued: bool = False) -> None:
    """Add the lines of a part of the headline; a further line follows without a blank line."""
    unit = Unit(block.article, part, HEADLINE_PARTS.index(part))
    block.rows += [Row(text, unit, i, glued or i > 0) for i, text in enumerate(lines)]


def _merges(kicker: str, title: str, sheet: Sheet) -> bool:
    return (
        not sheet.has_printed_lines
        and not kicker.endswith(("—", "：", ":", "……"))
        and len(kicker + title) < 46
        and sheet.happens(sheet.house.merges_headline)
    )


def _title_lines(article: Article, title: str, sheet: Sheet) -> list[str]:
    """Return the lines of a title; what a kicker was merged into stays on one."""
    least, chance = (22, 0.7) if sheet.has_printed_lines else (11, sheet.house.splits_title)
    lines = [title]
    if len(title) >= least and sheet.happens(chance) and title == article.printed["title"]:
        lines = list(article.piece.title_lines or cut_headline(title))
        sheet.note("two-line headline", article)
    if sheet.has_printed_lines and sheet.happens(0.35):  # justified: of two lines the second
        lines[-1] = letterspace(lines[-1])
    return lines


def bylines_of(article: Article, sheet: Sheet) -> Block:
    """Return the block of the lines that sign an article under its headline."""
    lines, joins = article.piece.byline, sheet.house.joins_bylines
    if joins and lines and sum(map(len, lines)) < 40:
        lines = [" ".join(lines)]
    indent = " " if sheet.has_printed_lines and joins else ""
    rows = [
        Row(indent + line, Unit(article, "byline", BYLINE_RANK + i / 10))
        for i, line in enumerate(lines)
    ]
    return Block("by", article, rows)
