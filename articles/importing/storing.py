"""Store what was read, one page in one transaction."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from django.db import transaction

from articles import topics, workflow
from articles.importing.fields import blocks_as_json, flags_as_json, linked_values, text_fields
from articles.importing.links import LinkWriter
from articles.importing.reading import Reading, read_bytes, sha256_of
from articles.importing.sources import Source
from articles.importing.updating import update_page
from articles.importing.version import IMPORTER_VERSION
from articles.models import UNDATED, Article, ImportItem, Issue, Page, Publication, TagRule
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
        conflict = page_in_the_way(reading, find_issue(reading))
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
    if parsed is None or would_be.outcome in (Outcome.UNCHANGED, Outcome.CONFLICT):
        return would_be
    if would_be.page is not None:
        would_be.articles, would_be.problems = update_page(would_be.page, reading)
    else:
        would_be.page = create_page(reading, parsed)
        would_be.articles, would_be.problems = create_articles(would_be.page, reading, parsed)
    topics.apply(
        TagRule.objects.active(),
        Article.objects.filter(page=would_be.page),
        acting_user=None,
        into_history=would_be.outcome is Outcome.UPDATED,
    )
    if publish:
        workflow.publish_unflagged(would_be.articles)
    return would_be


def find_issue(reading: Reading) -> Issue | None:
    """Return the stored issue that a reading belongs to."""
    publication, day, _basis = issue_facts(reading)
    if day is None:
        return None
    issues = Issue.objects.filter(date=day, edition="")
    if publication:
        return issues.filter(publication__name=publication).first()
    return issues.filter(publication__isnull=True).first()


def issue_facts(reading: Reading) -> tuple[str, date | None, str]:
    """Return publication, date and basis of the date: what was given before what was read."""
    page, facts = reading.page, reading.source.facts
    publication = facts.publication or (page.publication if page else "")
    if facts.date:
        return publication, facts.date, Issue.DateBasis.GIVEN
    if page and page.date:
        return publication, page.date, page.date_basis.value
    return publication, None, Issue.DateBasis.UNKNOWN


def page_number(reading: Reading) -> int | None:
    """Return the page's number: what was given before what was read."""
    return reading.source.facts.page or (reading.page.page_number if reading.page else None)


def page_in_the_way(reading: Reading, issue: Issue | None) -> Problem | None:
    """Return the problem if the issue has a page of this number with another text."""
    number = page_number(reading)
    if issue is None or number is None:
        return None
    other = Page.objects.filter(issue=issue, number=number).first()
    if other is None:
        return None
    return Problem(
        "page-exists",
        0,
        f"{reading.source.name}: {other} is stored already, with the other text of "
        f"{other.file_name}; give another page number or --publication, or remove that page in "
        "the admin.",
    )


def create_page(reading: Reading, parsed: ParsedPage) -> Page:
    """Store the page and, where they are new, its issue and publication."""
    name, day, basis = issue_facts(reading)
    publication = publication_named(name) if name else None
    issue = find_issue(reading) or Issue.objects.create(
        publication=publication, date=day, date_basis=basis, number=reading.source.facts.number
    )
    return Page.objects.create(
        issue=issue,
        number=page_number(reading),
        name=reading.source.facts.page_name or parsed.page_name,
        source_text=reading.text,
        encoding=reading.encoding,
        sha256=reading.sha256,
        file_name=reading.source.name,
        importer_version=IMPORTER_VERSION,
        unassigned=[list(span) for span in parsed.unassigned],
    )


def publication_named(name: str) -> Publication:
    """Return the newspaper of this name, a new one where there is none."""
    publication, _created = Publication.objects.get_or_create(
        name=name, defaults={"slug": Publication.free_slug(name)}
    )
    return publication


def create_articles(
    page: Page, reading: Reading, parsed: ParsedPage
) -> tuple[list[Article], list[Problem]]:
    """Store the articles of a new page with their people, credits and regions."""
    links = LinkWriter(reading, page.issue.publication)
    articles = []
    for position, (read, places) in enumerate(
        zip(parsed.articles, reading.places, strict=True), start=1
    ):
        values = text_fields(read)
        articles.append(
            Article(
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
        )
    Article.objects.bulk_create(articles)
    links.write(zip(articles, parsed.articles, reading.places, strict=True))
    return articles, links.problems
