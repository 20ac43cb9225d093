"""Faults of the text: passages that come twice, get lost, run together or turn foreign.

A fault changes the page and says what it did to which article, or gives None if there is nothing on
the page that it can be done to.
"""

import re
from dataclasses import replace
from random import Random

from tests.composer.blocks import Page, Unit
from tests.composer.moves import later_paragraphs
from tests.composer.pieces import Piece
from tests.composer.typography import CLOSING, may_cut

SENTENCE_END = re.compile("[。”]")
PLACE_OR_DATE = re.compile(r"\d ?[年月日]|[省市县区州盟旗镇乡]|街道")
AND = re.compile(
    """
    (?<=[\u4e00-\u9fff]{2}) (?<![参总共温缓给])  # not 参与, 总和, 温和
    [和与]
    (?![谐平解气睦会]) (?=[\u4e00-\u9fff]{2})  # not 和谐, 和平, 与会
    """,
    re.VERBOSE,
)


def duplicate(page: Page, rng: Random) -> str | None:
    """Print a paragraph, or its last sentences or lines, a second time."""
    found = list(later_paragraphs(page, 70))
    if not found:
        return None
    block, paragraph = rng.choice(found)
    copied, text = paragraph, paragraph[0].text
    if rng.random() < 0.6:
        ends = [
            match.end()
            for match in SENTENCE_END.finditer(text)
            if 20 < match.end() < len(text) - 25 and text[match.end()] not in CLOSING
        ]
        if len(paragraph) > 2:
            copied = paragraph[-rng.randint(2, len(paragraph) - 1) :]
        elif len(paragraph) == 1 and ends:
            copied = [replace(paragraph[0], text=text[rng.choice(ends) :])]
    original = paragraph[0].unit
    unit = Unit(original.article, "duplicate", original.rank + 0.2)
    after = block.rows.index(paragraph[-1]) + 1
    block.rows[after:after] = [
        replace(row, unit=unit, part=part, glued=row.glued and part > 0)
        for part, row in enumerate(copied)
    ]
    what = "duplicate" if copied is paragraph else "partial duplicate"
    return f"{what}:{unit.article.id}"


def lose_beginning(page: Page, rng: Random) -> str | None:
    """Leave out the beginning of a paragraph, as when the first lines of a column were not read."""
    found = [(block, rows) for block, rows in later_paragraphs(page, 70) if not rows[0].part]
    for block, rows in rng.sample(found, len(found)):
        first = rows[0]
        if len(rows) > 1:
            lost = rng.randint(1, max(1, len(rows) // 2))
            gone, rest = "".join(row.text for row in rows[:lost]), rows[lost].text
        else:
            lost, text = 0, first.text
            places = range(rng.randint(18, len(text) // 2), len(text) - 25)
            cut = next((place for place in places if may_cut(text, place)), 0)
            gone, rest = text[:cut], text[cut:]
        if gone and not names_truth(first.unit.article.piece, (gone + rest[:5]).replace(" ", "")):
            rows[lost].text = rest
            rows[lost].glued = False
            block.rows = [row for row in block.rows if row not in rows[:lost]]
            return f"lost beginning:{first.unit.article.id}"
    return None


def latin_word(page: Page, rng: Random) -> str | None:
    """Print one 和 or 与 as the word “and”."""
    found = [
        (row, match)
        for _, rows in later_paragraphs(page, 20)
        for row in rows
        for match in AND.finditer(row.text)
        if not names_truth(
            row.unit.article.piece, row.text[max(0, match.start() - 3) : match.end() + 3]
        )
    ]
    if not found:
        return None
    row, match = rng.choice(found)
    row.text = f"{row.text[: match.start()]} and {row.text[match.end() :]}"
    return f"latin word:{row.unit.article.id}"


def names_truth(piece: Piece, text: str) -> bool:
    """Say whether the text names a person, a place or a date of the truth: it may not be lost."""
    names = [part[:2] for region in piece.regions for part in region.split("/")]
    names += [named["name"] for named in piece.people + piece.credits]
    return any(name in text for name in names) or bool(PLACE_OR_DATE.search(text))


def drop_blank_lines(page: Page, rng: Random) -> str | None:
    """Leave out the blank line before a few rows."""
    rows = [row for blocks in page for block in blocks for row in block.rows[1:]]
    for row in rng.sample(rows, min(len(rows), rng.randint(1, 4))):
        row.glued = True
    return "missing blank lines"
