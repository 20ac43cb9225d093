"""What an expert reader would say of a composed page, read off the rows that were printed."""

import datetime
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from tests.composer.blocks import Article, Row, Sheet, Unit
from tests.composer.pieces import HEADLINE_PARTS, SCORED
from tests.composer.typography import WESTERN_MARKS

Placed = tuple[int, Row]
"""A printed row with the number of its line, counted from 1."""
Truth = dict[str, Any]

TEXT_TYPES = ("body", "subhead", "list", "author_note")
PICTURE_TYPES = ("caption", "credit_line")
BEFORE_TEXT = 50
"""Rank of a picture that stands before the text of its article."""


def truth_of(
    name: str,
    text: str,
    articles: Iterable[Article],
    placed: Sequence[Placed],
    sheet: Sheet,
) -> Truth:
    """Return the truth about a page of this name and text."""
    articles = list(articles)
    _rank_pictures(placed)
    lines: dict[Unit, list[tuple[int, int]]] = defaultdict(list)
    for number, row in placed:
        lines[row.unit].append((row.part, number))
    return {
        "source": f"{name}.txt",
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "style": name[-1],
        "quirks": sheet.quirks,
        "date": _date_of_issue([article.piece.date_hint for article in articles]),
        "articles": [_truth_about(article, lines, sheet) for article in articles],
        "unassigned": [],
    }


def _truth_about(article: Article, lines: dict[Unit, list[tuple[int, int]]], sheet: Sheet) -> Truth:
    piece = article.piece
    is_contents = piece.kind == "contents"  # its people, places and credits are those it lists
    printed = {
        part: text.translate(WESTERN_MARKS) if text and sheet.house.western_marks else text
        for part, text in article.printed.items()
    }
    units = sorted((unit for unit in lines if unit.article is article), key=lambda unit: unit.rank)
    return {
        "id": article.id,
        "kind": piece.kind,
        **{part: printed[part] for part in HEADLINE_PARTS},
        "title_ok": _other_titles(printed),
        "dateline": printed["dateline"],
        "credits": [] if is_contents else piece.credits,
        "people": [] if is_contents else piece.people,
        "regions": [] if is_contents else piece.regions,
        "regions_optional": piece.regions_optional,
        "primary_region": [None] if is_contents else piece.primary_region,
        "unscored": ["credits", *SCORED] if is_contents else piece.unscored,
        "blocks": [
            {"type": unit.type, "lines": [number for _, number in sorted(lines[unit])]}
            for unit in units
        ],
    }


def _other_titles(printed: dict[str, str | None]) -> list[str]:
    """Return what else may be read as the title: of a headline of two lines either may be it."""
    others = [text for text in (printed["kicker"], printed["subtitle"]) if text]
    if not printed["title"] or len(others) != 1 or "—" in (others[0][0], others[0][-1]):
        return []
    return others


def _rank_pictures(placed: Sequence[Placed]) -> None:
    """Rank the caption of a report after the paragraph that precedes or surrounds it."""
    last: dict[Article, float] = {}
    ranks: dict[Unit, float] = {}
    captioned = {row.unit.article for _, row in placed if row.unit.type == "caption"}
    for _, row in placed:
        unit = row.unit
        if unit.type in TEXT_TYPES:
            last[unit.article] = unit.rank
        elif (
            unit.type in PICTURE_TYPES
            and unit.article.piece.kind != "photo"
            and unit.article in captioned
        ):
            rank = last.get(unit.article, BEFORE_TEXT) + 0.4 + unit.rank / 1e5
            ranks.setdefault(unit, rank)
    for unit, rank in ranks.items():
        unit.rank = rank


def _date_of_issue(hints: Sequence[str | None]) -> dict[str, str] | None:
    """Return what the news of a page tell of the day of its issue, if one of them has a full date.

    A day without a year and a month without a day only say that it may be later.
    """
    known = [hint for hint in hints if hint]
    last = max((hint for hint in known if len(hint) == len("YYYY-MM-DD")), default=None)
    if not last:
        return None
    days = [f"{last[:5]}{hint}" for hint in known if len(hint) == len("MM-DD")]
    months = [f"{hint}-28" for hint in known if len(hint) == len("YYYY-MM")]
    latest = max([last, *days, *months])
    return {
        "earliest": last,
        "latest": _days_after(latest, 7),
        "best": _days_after(last, 1),
    }


def _days_after(day: str, number: int) -> str:
    return (datetime.date.fromisoformat(day) + datetime.timedelta(days=number)).isoformat()
