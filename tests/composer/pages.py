"""Composing one page, and writing pages with their truth."""

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from tests.composer.blocks import Article, Block, Page, Row, Sheet
from tests.composer.dealing import deal
from tests.composer.faults import spoil, spoil_mildly
from tests.composer.house import Layout, Style, draw_house, draw_layout
from tests.composer.indents import indent
from tests.composer.moves import to_top
from tests.composer.paragraphs import lay_paragraphs
from tests.composer.pieces import Piece
from tests.composer.printed_lines import lay_printed_lines
from tests.composer.rows import rows_of
from tests.composer.truth import Placed, Truth, truth_of
from tests.composer.typography import WESTERN_MARKS

KEEPS_INDENTS = 0.2
PAGE_FILE = re.compile(r"\d{3,}[PWX]\.(?:txt|gold\.json)")


def write_pages(
    pieces: Sequence[Piece], folder: Path, *, seed: int, pages: int, alike: bool = False
) -> Iterator[tuple[str, str, Truth]]:
    """Write pages into the folder, in place of those of an earlier run; yield name, text, truth."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        if PAGE_FILE.fullmatch(old.name):
            old.unlink()
    for name, dealt in deal(pieces, pages, Random(seed), alike=alike):
        text, truth = compose_page(name, dealt, Random(f"{seed}-{name}"))
        (folder / f"{name}.txt").write_text(text, encoding="utf-8", newline="\n")
        gold = json.dumps(truth, ensure_ascii=False, indent=1) + "\n"
        (folder / f"{name}.gold.json").write_text(gold, encoding="utf-8", newline="\n")
        yield name, text, truth


def compose_page(name: str, pieces: Sequence[Piece], rng: Random) -> tuple[str, Truth]:
    """Return the text and the truth of one page; the last letter of its name is its style."""
    style = Style(name[-1])
    layout = draw_layout(style, rng)
    sheet = Sheet(layout, draw_house(layout, rng), rng)
    articles = [Article(f"a{number:02d}", piece) for number, piece in enumerate(pieces, 1)]
    page: Page = [
        [block for block in _lay_out(article, style, sheet) if block.rows] for article in articles
    ]
    if sheet.has_printed_lines and (style is not Style.MIXED or sheet.happens(0.5)):
        to_top(page, sheet)
    if style is Style.PARAGRAPHS:
        spoil_mildly(page, sheet)
    elif style is Style.MIXED:
        spoil(page, sheet)
    text, placed = print_page(page, sheet)
    if sheet.happens(KEEPS_INDENTS):
        text = indent(text, placed, sheet)
    return text, truth_of(name, text, articles, placed, sheet)


def _lay_out(article: Article, style: Style, sheet: Sheet) -> list[Block]:
    rows = rows_of(article, sheet)
    if sheet.has_printed_lines:
        return lay_printed_lines(article, rows, sheet, in_columns=style is Style.MIXED)
    width = None
    if sheet.layout is Layout.SOME_PRINTED_LINES:
        width = sheet.rng.choice([None, 16, 18, 20])
    return lay_paragraphs(article, rows, sheet, width)


def print_page(page: Page, sheet: Sheet) -> tuple[str, list[Placed]]:
    """Return the text of a page, and its rows with the numbers of their lines."""
    lines = [""] if sheet.has_printed_lines else ["", ""]
    placed: list[Placed] = []
    previous: Row | None = None
    for block in [block for blocks in page for block in blocks]:
        for number, row in enumerate(block.rows):
            lines += [""] * _blank_lines(row, previous, block, number == 0, sheet)
            western = sheet.house.western_marks
            lines.append(row.text.translate(WESTERN_MARKS) if western else row.text)
            placed.append((len(lines), row))
            previous = row
    return "\n".join(lines) + ("\n\n" if sheet.has_printed_lines else ""), placed


def _blank_lines(row: Row, previous: Row | None, block: Block, starts: bool, sheet: Sheet) -> int:
    """Return how many blank lines stand before a row."""
    if row.glued or not previous:
        return 0
    if not sheet.has_printed_lines:
        return 3 if block.after_picture and starts else 1
    # An extractor leaves the blank line out after a digit, and now and then elsewhere.
    after_digit = previous.unit is row.unit and previous.text[-1:].isdigit()
    if after_digit and sheet.happens(0.85):
        return 0
    return 0 if sheet.happens(0.15 if starts else 0.012) else 1
