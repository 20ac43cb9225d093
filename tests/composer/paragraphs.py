"""Style P: a paragraph is a line, cut in mid-sentence at column breaks, as by an OCR model."""

import re
from dataclasses import replace
from random import Random

from tests.composer.blocks import Article, Block, Row, Sheet, Unit
from tests.composer.headlines import bylines_of, headline_of
from tests.composer.printed_lines import BETWEEN_HALVES, LEADER, line_columns, wrap_rows
from tests.composer.rows import places_of
from tests.composer.typography import may_cut

TWO_ROLES = re.compile(r"(\S*(?:通讯员|记者) ?\S.*?)\s+(?=\S*(?:记者|通讯员))")
LAST_RANK = 9999


def lay_paragraphs(
    article: Article, rows: list[Row], sheet: Sheet, line_width: int | None = None
) -> list[Block]:
    """Return the blocks of an article.

    With a width its running text keeps its printed lines, with no blank lines between them.
    """
    head, by = headline_of(article, sheet), bylines_of(article, sheet)
    if article.piece.kind == "contents":
        return _lay_contents(article, head, rows, sheet)
    rows = _break_credits(rows, sheet)
    if article.piece.kind == "photo":  # the picture stood above the headline, or below it
        if sheet.happens(0.55):
            rows = head.rows + by.rows + rows
            return [Block("photo", article, rows, after_picture=True)]
        return [head, by, Block("photo", article, rows, after_picture=True)]
    places, rng = places_of(article, rows), sheet.rng
    text = places.text.rows
    length = sum(len(row.text) for row in text)
    number = max(1, round(length / sheet.house.column)) if length > 260 else 1
    if line_width:
        lines = wrap_rows(text, line_width, rng, justified=False)
        lines = [replace(row, glued=row.part > 0) for row in lines]
        body = line_columns(article, lines, number, rng)
        for column in body:
            column.rows[:1] = [replace(row, glued=False) for row in column.rows[:1]]
    else:
        body = paragraph_columns(article, text, number, rng)
    at = rng.choice([0, len(body), len(body), len(body) // 2])
    start = [head, by, places.continuation, places.abstract]
    return [*start, *body[:at], places.picture, *body[at:]]


def paragraph_columns(article: Article, rows: list[Row], number: int, rng: Random) -> list[Block]:
    """Return the rows in columns of about the same length.

    A column break cuts a body paragraph wherever it happens to fall.
    """
    share = sum(len(row.text) for row in rows) / number
    columns: list[list[Row]] = [[]]
    room = share * rng.uniform(0.93, 1.07)
    for row in rows:
        while len(columns) < number and len(row.text) > room:
            cut = _cut_near(row, int(room))
            if not cut and room > len(row.text) / 2:  # most of it fits in
                break
            if cut:
                columns[-1].append(replace(row, text=row.text[:cut]))
                row = replace(row, text=row.text[cut:], part=row.part + 1, glued=False)
            columns.append([])
            room = share * rng.uniform(0.93, 1.07)
        columns[-1].append(row)
        room -= len(row.text)
    return [Block("col", article, column) for column in columns if column]


def _cut_near(row: Row, place: int) -> int:
    """Return where a body paragraph can be cut at this place or a little after it, or 0."""
    if row.unit.type != "body":
        return 0
    return next((cut for cut in range(place, place + 9) if may_cut(row.text, cut)), 0)


def _break_credits(rows: list[Row], sheet: Sheet) -> list[Row]:
    """Print some credits of two roles over two lines: 通讯员甲、乙 / 记者丙 摄."""
    printed = []
    for row in rows:
        roles = TWO_ROLES.match(row.text)
        if row.unit.type == "credit_line" and roles and sheet.happens(0.4):
            rest = replace(row, text=row.text[roles.end() :], part=1, glued=True)
            printed += [replace(row, text=roles[1]), rest]
            sheet.note("credit over two lines", row.unit.article)
        else:
            printed.append(row)
    return printed


def _lay_contents(article: Article, head: Block, rows: list[Row], sheet: Sheet) -> list[Block]:
    """Return a magazine's contents: no blank lines, some entries run together or over two lines."""
    printed: list[Row] = []
    has_dashes = sheet.happens(0.6)  # as an OCR model writes lists
    for row in [row for row in rows if row.unit.type != "notice"]:
        row = replace(row, glued=bool(printed))
        is_entry, breaks = LEADER in row.text, list(BETWEEN_HALVES.finditer(row.text))
        follows_entry = printed and LEADER in printed[-1].text and not printed[-1].part
        if is_entry and follows_entry and sheet.happens(0.12):
            printed[-1].text += row.text
            sheet.note("entries on one line", article)
        elif is_entry and breaks and sheet.happens(0.5):
            cut = sheet.rng.choice(breaks)
            printed.append(replace(row, text=row.text[: cut.start()]))
            printed.append(replace(row, text=row.text[cut.end() :], part=1, glued=True))
        else:
            dash = has_dashes and not is_entry and sheet.happens(0.75)
            printed.append(replace(row, text="- " * dash + row.text))
    notices, title = [row for row in rows if row.unit.type == "notice"], article.printed["title"]
    if not notices and title and "》" in title and sheet.happens(0.7):
        text = "扫一扫阅读" + re.sub("(要目|目录)?$", "", title) + "全部目录"
        notices = [Row(text, Unit(article, "notice", LAST_RANK))]
    lists = Block("list", article, printed)
    return [head, lists, Block("notice", article, notices, after_picture=True)]
