"""The paragraphs of an article as rows in the style of the house, and where they stand."""

import re
from dataclasses import dataclass

from tests.composer.blocks import Article, Block, Row, Sheet, Unit
from tests.composer.house import Dateline

BY_WHOM = "(?:见习)?(?:记者|通讯员|实习生)"
IN_BRACKETS = re.compile(rf"本报讯\s*[（(]({BY_WHOM}[^（()）]{{2,60}})[）)]\s*")
AS_REPORT = re.compile(rf"本报讯\s*({BY_WHOM}[^，。（()）“]{{2,40}}?)报道\s*[：:]?\s*")
BETWEEN_NAMES = re.compile(rf"(?<!记者)(?<!通讯员)(?<!实习生)\s+(?!{BY_WHOM})")

CONTINUATION_RANK = 10  # after the headline and the bylines
ABSTRACT_RANK = 20
BODY_RANK = 100


@dataclass
class Places:
    """The blocks of a report by where they stand."""

    continuation: Block
    abstract: Block
    text: Block
    picture: Block


def rows_of(article: Article, sheet: Sheet) -> list[Row]:
    """Return the paragraphs of an article in the style of the house, a row each."""
    rows: list[Row] = []
    for number, (kind, text) in enumerate(article.piece.paragraphs):
        if kind == "body" and not any(row.unit.type == "body" for row in rows):
            text = _restyle_dateline(article, text, sheet)
        last = rows[-1].unit.type if rows else None
        if (
            kind == "credit_line"
            and last == "caption"
            and article.piece.kind != "photo"
            and sheet.happens(0.45)
        ):
            rows[-1].text += " " + text
            sheet.note("caption and credit on one line", article)
            continue
        rank = BODY_RANK + number
        if kind == "continuation" and "上接" in text:
            rank = CONTINUATION_RANK
        elif kind == "abstract":
            rank = ABSTRACT_RANK + number
        rows.append(Row(text, Unit(article, kind, rank)))
    return rows


def _restyle_dateline(article: Article, text: str, sheet: Sheet) -> str:
    """Return the first paragraph with who reports as the house writes it.

    It stays as it is where there is more than roles and names: 文/图, a name with a blank inside.
    """
    match = IN_BRACKETS.match(text) or AS_REPORT.match(text)
    if not match or sheet.house.dateline is Dateline.AS_IS:
        return text
    who, rest = match[1].strip(), text[match.end() :]
    if not all(re.fullmatch("[\u4e00-\u9fff]{2,}", word) for word in re.split(r"[\s、]+", who)):
        return text
    if sheet.house.dateline is Dateline.BRACKETS:
        return f"本报讯（{who.replace('、', ' ')}）{rest}"
    who = BETWEEN_NAMES.sub("、", who)
    if sheet.happens(0.88):
        return f"本报讯 {who}报道 {rest}"
    article.printed["dateline"] = None
    sheet.note("no dateline", article)
    return f"{who}报道 {rest}"


def places_of(article: Article, rows: list[Row]) -> Places:
    """Return the rows of a report by where they stand."""
    places = Places(
        continuation=Block("cont", article, []),
        abstract=Block("abs", article, []),
        text=Block("col", article, []),
        picture=Block("pic", article, [], after_picture=True),
    )
    for row in rows:
        of_picture = row.unit.type == "caption"
        if row.unit.type == "credit_line":  # without a picture it ends the text
            of_picture = bool(places.picture.rows)
        if of_picture:
            places.picture.rows.append(row)
        elif row.unit.rank == CONTINUATION_RANK:
            places.continuation.rows.append(row)
        elif row.unit.type == "abstract":
            places.abstract.rows.append(row)
        else:
            places.text.rows.append(row)
    return places
