"""Store a new reading of a page that the archive has already, without losing an edit.

Untouched fields follow the new reading.  A field that an editor has changed keeps the editor's
value, and a new reading of it becomes a proposal; so does every change of an article that an editor
has published.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from articles import workflow
from articles.importing.fields import blocks_as_json, flags_as_json, text_fields
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
    proposed: dict[int, set[str]] = defaultdict(set)
    for pk, name in Proposal.objects.filter(article__page=page).values_list("article", "field"):
        proposed[pk].add(name)
    new = []
    for position, (article, read, places) in enumerate(
        zip(pairs, reading.page.articles, reading.places, strict=True), start=1
    ):
        if article is None:
            article = new_article(page, position, read, places, links)
            article.save(force_insert=True)
            new.append((article, read, places))
        else:
            _update(article, position, read, places, links, proposed[article.pk])
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
    # What rules for tags and the importer itself did is no reason to keep it.
    acts = Event.objects.of(article).exclude(act__in=(Event.Act.TAG, Event.Act.IMPORT))
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


def new_article(
    page: Page, position: int, read: ParsedArticle, places: Places, links: LinkWriter
) -> Article:
    """Return an article as it was read, not yet stored."""
    article = Article(
        issue=page.issue,
        page=page,
        position=position,
        sort_date=page.issue.date or UNDATED,
        blocks=blocks_as_json(read.blocks),
        flags=flags_as_json(read, places),
        confidence=read.confidence,
        primary_region=links.region(places.primary),
        **text_fields(read),
    )
    article.imported_values = text_fields(read) | links.values((article, read, places))
    return article


def _update(
    article: Article,
    position: int,
    read: ParsedArticle,
    places: Places,
    links: LinkWriter,
    proposed: set[str],
) -> None:
    """Let an article follow its new reading; `proposed` are the fields that wait for a decision.

    Fields that an editor has changed, and every field of an article that an editor has published,
    get a proposal instead.
    """
    imported = article.imported_values
    values = text_fields(read)
    changes: dict[str, Any] = {}
    proposals: dict[str, Any] = {}
    decided = _was_published_by_somebody(article)
    for name, value in values.items():
        current, before = getattr(article, name), imported.get(name, "")
        if current == before and not decided:
            if value != current:
                changes[name] = [current, value]
                setattr(article, name, value)
        elif value not in (current, before):
            proposals[name] = value
    now = links.values((article, read, places))
    if decided:
        proposals |= {name: v for name, v in now.items() if v != imported.get(name)}
    else:
        proposals |= links.update((article, read, places))
    settled = {name for name in proposed if values.get(name) == getattr(article, name)}
    Proposal.objects.filter(article=article, field__in=settled).delete()
    for name, value in proposals.items():
        Proposal.objects.update_or_create(
            article=article,
            field=name,
            defaults={"value": value, "importer_version": IMPORTER_VERSION},
        )
    article.position = position
    article.blocks = blocks_as_json(read.blocks)
    article.flags = flags_as_json(read, places)
    article.confidence = read.confidence
    article.imported_values = values | now
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
    changes |= {
        name: [imported.get(name), value]
        for name, value in now.items()
        if name not in proposals and value != imported.get(name)
    }
    if changes:
        workflow.record(article, Event.Act.IMPORT, acting_user=None, changes=changes)


def _was_published_by_somebody(article: Article) -> bool:
    """Say whether the article is public because an editor decided so."""
    if article.status != Status.PUBLISHED:
        return False
    acts = Event.objects.of(article).filter(act=Event.Act.PUBLISH, actor__isnull=False)
    return acts.exists()
