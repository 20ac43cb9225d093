"""Style W: every printed line is a line, as a PDF extractor gives it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from random import Random

from tests.composer.blocks import Article, Block, Row, Sheet
from tests.composer.headlines import bylines_of, headline_of
from tests.composer.pieces import HEADLINE_PARTS
from tests.composer.rows import Places, places_of
from tests.composer.typography import letterspace, space_numbers, width_of, wrap

SHORT_TYPES = ("subhead", "byline", "author_note", "credit_line", "continuation", "notice")
"""Paragraphs that are not indented, and stay on one line where they nearly fit."""
NUMBER_HABITS = [(0.8, 0.8), (0.95, 0.1), (0.7, 0.6), (0.6, 0.4), (0.1, 0.1)]
"""How often a blank stands before and after a number in one article."""
LIST_WIDTH = 26
LEADER = "……"
BETWEEN_HALVES = re.compile(r"(?<=\S{4})[ \u3000](?=\S{4})")
"""The blank in a title of two halves."""


def lay_printed_lines(
    article: Article, rows: list[Row], sheet: Sheet, in_columns: bool
) -> list[Block]:
    """Return the blocks of an article; its text may be cut in columns that faults can move."""
    head, by = headline_of(article, sheet), bylines_of(article, sheet)
    if article.piece.kind == "contents":
        return _lay_contents(article, head, rows, sheet)
    rng = sheet.rng
    if article.piece.kind == "photo":
        lines = wrap_rows(rows, rng.choice([26, 30, 39]), rng, indent=rng.choice([0, 2]))
        lines = [replace(row, glued=row.part == 0) for row in lines]
        return [Block("photo", article, head.rows + by.rows + lines)]
    places = places_of(article, rows)
    for row in places.text.rows:
        if sheet.happens(0.6):
            row.text = re.sub("^本报讯（", "本报讯 （", row.text)
    lines = wrap_rows(places.text.rows, rng.choice([17, 18, 18, 19, 20, 20, 26]), rng)
    body = line_columns(article, lines, rng.choice([2, 3, 3, 4]) if in_columns else 1, rng)
    _set_apart(places, sheet)
    if head.rows and sheet.happens(sheet.house.headline_after):
        sheet.note("headline after body", article)
        return [places.abstract, by, places.continuation, *body, head, places.picture]
    return [places.abstract, head, by, places.continuation, *body, places.picture]


def wrap_rows(
    rows: Sequence[Row], width: int, rng: Random, *, indent: int = 2, justified: bool = True
) -> list[Row]:
    """Return every row as printed lines; the first of a paragraph is shorter by the indent."""
    printed: list[Row] = []
    habit = rng.choice(NUMBER_HABITS)
    narrow_from = len(rows)  # the last column may be narrower
    if len(rows) > 4 and rng.random() < 0.25:
        narrow_from = rng.randrange(len(rows))
    for number, row in enumerate(rows):
        short = row.unit.type in SHORT_TYPES
        if short and len(row.text) <= width + 6:
            printed.append(row)
            continue
        own = width - (number >= narrow_from)
        text = space_numbers(row.text, habit, rng) if justified else row.text
        lines = wrap(text, own, own - (0 if short else indent))
        for part, line in enumerate(lines):
            # A line that is too short is spaced out to the full width.
            loose = 0.5 if own - width_of(line) >= 1.5 else 0.006
            may_be_loose = justified and width < 30 and len(line) > 10
            if may_be_loose and 0 < part < len(lines) - 1 and rng.random() < loose:
                line = letterspace(line)
            printed.append(replace(row, text=line, part=part, glued=row.glued and part == 0))
    return printed


def line_columns(article: Article, rows: list[Row], number: int, rng: Random) -> list[Block]:
    """Return printed lines in this number of columns, or in one if they are few."""
    if len(rows) < number * 6:
        number = 1
    breaks = [int(len(rows) * k / number) + rng.randint(-2, 2) for k in range(1, number)]
    return [
        Block("col", article, rows[start:end]) for start, end in pairwise([0, *breaks, len(rows)])
    ]


def _lay_contents(article: Article, head: Block, rows: list[Row], sheet: Sheet) -> list[Block]:
    """Return a magazine's contents: leaders may have lines of their own."""
    lines: list[Row] = []
    width = sheet.rng.choice([16, 20, LIST_WIDTH, LIST_WIDTH])
    for row in rows:
        if LEADER in row.text:
            entry = leader_rows(row, width, sheet.rng)
        else:
            entry = [replace(row, text=" " * sheet.happens(0.4) + row.text)]
        entry[0].glued = bool(lines) and sheet.happens(0.3)
        lines += entry
    if head.rows and sheet.happens(0.3):  # the name of the magazine was a picture
        article.printed.update(dict.fromkeys(HEADLINE_PARTS))
        sheet.note("untitled", article)
        head.rows = []
    return [head, Block("list", article, lines)]


def leader_rows(row: Row, width: int, rng: Random) -> list[Row]:
    """Return title……author wrapped and filled with leaders.

    Where both don't fit in, the leaders have a line of their own with the author, or the title is
    broken earlier, at best between its halves, so that its end and the author share a line.
    """

    def filled(left: str, right: str, taken: int) -> str:
        return left + "…" * max(2, width - taken) + right

    title, author = row.text.split(LEADER, 1)
    halves = BETWEEN_HALVES.split(title, maxsplit=1) if rng.random() < 0.4 else [title]
    lines = [line for half in halves for line in wrap(half, width, width)]
    last = lines.pop() if lines else ""
    room = width - len(author) - 2
    if len(last) > room and 4 < room < len(last) - 2 and rng.random() < 0.7:
        cut = rng.randint(len(last) - room, len(last) - 2)
        lines.append(last[:cut])
        last = last[cut:]
    if len(last) <= room:
        lines.append(filled(last, author, len(last) + len(author)))
    else:
        lines += [filled(last, "", len(last)), filled("", author, len(author))]
    return [replace(row, text=text, part=k, glued=False) for k, text in enumerate(lines)]


def _set_apart(places: Places, sheet: Sheet) -> None:
    """Wrap an abstract, its label spaced out and close to it, and what stands at a picture."""
    abstract, rng = places.abstract, sheet.rng
    for row in abstract.rows:
        if len(row.text) <= 5 and sheet.happens(0.7):
            row.text = " ".join(row.text)
    abstract.rows = wrap_rows(abstract.rows, rng.choice([26, 39]), rng, indent=0)
    if len(abstract.rows) > 1:
        abstract.rows[1].glued = len(abstract.rows[0].text) < 12
    places.picture.rows = wrap_rows(places.picture.rows, LIST_WIDTH, rng, indent=0)
