"""Counts over the whole archive, kept for some minutes: each costs a look at every row.

They are numbers of public records, so that the worst an old one can do is to be off by a few.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.core.cache import cache
from django.db.models import Max, Min

from articles.models import Article, Issue, Person, Publication, public_tags, with_article_counts
from regions.models import Region

Counted = TypeVar("Counted")

KEPT_FOR = 300
"""Seconds."""


@dataclass(frozen=True, slots=True)
class Holdings:
    """What is public: how many of each, and the days of the first and the last issue."""

    articles: int
    issues: int
    publications: int
    first_day: date | None
    last_day: date | None


def holdings() -> Holdings:
    """Return how much is in the archive."""
    return _kept("articles:holdings", _count_holdings)


def provinces() -> list[Region]:
    """Return the provinces that exist today, with `article_count`."""
    return _kept("articles:provinces", lambda: [*with_article_counts(Region.objects.provinces())])


def initials() -> dict[str, int]:
    """Return how many people with a public page stand under each letter."""
    return _kept("articles:initials", lambda: Person.objects.public().initials())


def any_tags() -> bool:
    """Say whether a public article has a tag."""
    return _kept("articles:any-tags", lambda: public_tags().exists())


def _kept(key: str, count: Callable[[], Counted]) -> Counted:
    counted: Counted | None = cache.get(key)
    if counted is None:
        counted = count()
        cache.set(key, counted, KEPT_FOR)
    return counted


def _count_holdings() -> Holdings:
    issues = Issue.objects.published()
    days = issues.aggregate(first=Min("date"), last=Max("date"))
    return Holdings(
        articles=Article.objects.published().count(),
        issues=issues.count(),
        publications=Publication.objects.published().count(),
        first_day=days["first"],
        last_day=days["last"],
    )
