"""Store a new reading of a page that the archive has already, without losing an edit.

Untouched fields follow the new reading.  A field that an editor has changed keeps the editor's
value, and a new reading of it becomes a proposal.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from articles import workflow
from articles.importing.fields import blocks_as_json, flags_as_json, linked_values, text_fields
from articles.importing.links import LinkWriter
from articles.importing.reading import Places, Reading
from articles.importing.version import IMPORTER_VERSION
from articles.models import UNDATED, Article, Event, Page, Proposal, Status
from articles.parsing.values import ParsedArticle, Problem

NOT_FOUND = {"code": "no-longer-found", "line": 0, "reason": ""}
"""The flag of an article that the new reading doesn't have but that was edited or published."""


def update_page(page: Page, reading: Reading) -> tuple[list[Article], list[Problem]]:
    """Bring the page's articles up to the reading; return those that are new, and problems."""
    assert reading.page is not None  # noqa: S101  (a refused reading is never stored)
    links = LinkWriter(reading, page.issue.publication)
    old = list(page.articles.select_for_update().order_by("position"))
    pairs = match(old, reading.page.articles)
    matched = {article.pk for article in pairs if article is not None}
    left = [article for article in old if article.pk not in matched]
    kept = [article for article in left if not _forget(article)]
    _make_room(page, len(old) + len(pairs))
    new = []
    for position, (article, read, places) in enumerate(
        zip(pairs, reading.page.articles, reading.places, strict=True), start=1
    ):
        if article is None:
            new.append((_create(page, position, read, places, links), read, places))
        else:
            _update(article, position, read, places, links)
    links.write(new)
    for position, article in enumerate(kept, start=len(pairs) + 1):
        article.position = position
        article.flags = [*(f for f in article.flags if f != NOT_FOUND), NOT_FOUND]
        article.save(update_fields=["position", "flags", "updated_at"])
    page.importer_version = IMPORTER_VERSION
    page.unassigned = [list(span) for span in reading.page.unassigned]
    page.save(update_fields=["importer_version", "unassigned"])
    return [article for article, _read, _places in new], links.problems


def match(old: Sequence[Article], new: Sequence[ParsedArticle]) -> list[Article | None]:
    """Return for each new article the old one with which it shares most of the source text."""
    before = [_characters(block["spans"] for block in a.blocks) for a in old]
    after = [_characters(block.spans for block in a.blocks) for a in new]
    shared = sorted(
        (-len(b & a), i, k) for k, a in enumerate(after) for i, b in enumerate(before) if b & a
    )
    found: list[Article | None] = [None] * len(new)
    used: set[int] = set()
    for _size, i, k in shared:
        if i not in used and found[k] is None:
            found[k] = old[i]
            used.add(i)
    return found


def _characters(spans_of_blocks: Any) -> set[int]:
    return {
        offset for spans in spans_of_blocks for start, end in spans for offset in range(start, end)
    }


def _forget(article: Article) -> bool:
    """Delete an article that nobody has touched; say whether it is gone."""
    imported = article.imported_values
    touched = any(getattr(article, name) != imported.get(name, "") for name in _text_names(article))
    acts = Event.objects.of(article).exclude(act=Event.Act.TAG)
    if touched or article.status != Status.IMPORTED or acts.exists():
        return False
    article.delete()
    return True


def _text_names(article: Article) -> list[str]:
    linked = {"credits", "people", "regions", "primary_region"}
    return [name for name in article.imported_values if name not in linked]


def _make_room(page: Page, distance: int) -> None:
    """Move all articles of the page out of the way of the new positions."""
    for article in page.articles.order_by("-position").only("position"):
        article.position += distance + 1
        article.save(update_fields=["position"])


def _create(
    page: Page, position: int, read: ParsedArticle, places: Places, links: LinkWriter
) -> Article:
    values = text_fields(read)
    return Article.objects.create(
        issue=page.issue,
        page=page,
        position=position,
        sort_date=page.issue.date or UNDATED,
        blocks=blocks_as_json(read.blocks),
        flags=flags_as_json(read, places),
        confidence=read.confidence,
        primary_region=links.region(places.primary),
        imported_values=values | linked_values(read, places),
        **values,
    )


def _update(
    article: Article, position: int, read: ParsedArticle, places: Places, links: LinkWriter
) -> None:
    imported = article.imported_values
    values = text_fields(read)
    changes: dict[str, Any] = {}
    for name, value in values.items():
        current = getattr(article, name)
        if current == value:
            _drop_proposal(article, name)
        elif current == imported.get(name, ""):
            changes[name] = [current, value]
            setattr(article, name, value)
        elif value != imported.get(name, ""):
            _propose(article, name, value)
    for name, value in links.update((article, read, places)).items():
        _propose(article, name, value)
    article.position = position
    article.blocks = blocks_as_json(read.blocks)
    article.flags = flags_as_json(read, places)
    article.confidence = read.confidence
    article.imported_values = values | linked_values(read, places)
    article.save(
        update_fields=[
            *values,
            "position",
            "blocks",
            "flags",
            "confidence",
            "primary_region",
            "imported_values",
            "updated_at",
        ]
    )
    if changes:
        workflow.record(article, Event.Act.IMPORT, acting_user=None, changes=changes)


def _propose(article: Article, name: str, value: Any) -> None:
    Proposal.objects.update_or_create(
        article=article,
        field=name,
        defaults={"value": value, "importer_version": IMPORTER_VERSION},
    )


def _drop_proposal(article: Article, name: str) -> None:
    Proposal.objects.filter(article=article, field=name).delete()
