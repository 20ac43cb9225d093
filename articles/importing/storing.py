"""Store what was read, one page in one transaction."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db import transaction

from articles import topics, workflow
from articles.importing.links import LinkWriter
from articles.importing.placing import create_page, page_in_the_way, place_again
from articles.importing.reading import Reading, read_bytes, sha256_of
from articles.importing.sources import Source
from articles.importing.updating import new_article, update_page
from articles.importing.version import IMPORTER_VERSION
from articles.models import Article, ImportItem, Page, TagRule
from articles.parsing.reading import UnreadableText
from articles.parsing.values import ParsedPage, Problem

Outcome = ImportItem.Outcome


@dataclass(slots=True)
class Stored:
    """What became of a reading."""

    outcome: ImportItem.Outcome
    page: Page | None = None
    problems: list[Problem] = field(default_factory=list)
    articles: list[Article] = field(default_factory=list)


def find_current(source: Source, *, size_limit: int) -> Reading | None:
    """Return a reading without its page for a file that this importer has stored already."""
    try:
        sha256 = sha256_of(read_bytes(source.path, size_limit=size_limit))
    except UnreadableText:
        return None
    stored = Page.objects.filter(sha256=sha256, importer_version=IMPORTER_VERSION)
    return Reading(source, sha256, current=True) if stored.exists() else None


def outcome_of(reading: Reading) -> Stored:
    """Say what an import would do with a reading; changes nothing."""
    if reading.page is None and not reading.current:
        return Stored(Outcome.REFUSED)
    page = Page.objects.filter(sha256=reading.sha256).first()
    if page is None:
        conflict = page_in_the_way(reading)
        return Stored(Outcome.CONFLICT, None, [conflict]) if conflict else Stored(Outcome.NEW)
    if page.importer_version == IMPORTER_VERSION:
        return Stored(Outcome.UNCHANGED, page)
    return Stored(Outcome.UPDATED, page)


@transaction.atomic
def store(reading: Reading, *, publish: bool = False) -> Stored:
    """Store a reading: all of the page and its articles, or nothing of it.

    With `publish`, articles without a flag that are new become public in the same transaction.
    """
    would_be = outcome_of(reading)
    parsed = reading.page
    if would_be.page is not None:
        placed, would_be.problems = place_again(would_be.page, reading.source.facts)
        if placed and would_be.outcome is Outcome.UNCHANGED:
            would_be.outcome = Outcome.UPDATED
            return would_be
    if parsed is None or would_be.outcome in (Outcome.UNCHANGED, Outcome.CONFLICT):
        return would_be
    if would_be.page is not None:
        would_be.articles, problems = update_page(would_be.page, reading)
    else:
        would_be.page = create_page(reading, parsed, importer_version=IMPORTER_VERSION)
        would_be.articles, problems = create_articles(would_be.page, reading, parsed)
    would_be.problems += problems
    topics.apply(
        TagRule.objects.active(),
        Article.objects.filter(page=would_be.page),
        acting_user=None,
        into_history=would_be.outcome is Outcome.UPDATED,
    )
    if publish:
        workflow.publish_unflagged(would_be.articles)
    return would_be


def create_articles(
    page: Page, reading: Reading, parsed: ParsedPage
) -> tuple[list[Article], list[Problem]]:
    """Store the articles of a new page with their people, credits and regions."""
    links = LinkWriter(reading, page.issue.publication)
    articles = []
    for position, (read, places) in enumerate(
        zip(parsed.articles, reading.places, strict=True), start=1
    ):
        articles.append(new_article(page, position, read, places, links))
    Article.objects.bulk_create(articles)
    links.write(zip(articles, parsed.articles, reading.places, strict=True))
    return articles, links.problems
