"""How many public articles there are of each tag and in each region."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models.functions import Coalesce
from taggit.models import Tag

from articles.models.articles import ArticleRegion, Status

if TYPE_CHECKING:
    from regions.models import RegionQuerySet


def public_tags() -> models.QuerySet[Tag]:
    """Return the tags of public articles with `article_count`, the most used first."""
    tags: models.QuerySet[Tag] = (
        Tag.objects.filter(article__status=Status.PUBLISHED)
        .annotate(article_count=models.Count("article", distinct=True))
        .order_by("-article_count", "name")
    )
    return tags


def with_article_counts(regions: RegionQuerySet) -> RegionQuerySet:
    """Add `article_count`, the public articles that name a region or one of its descendants."""
    below = ArticleRegion.objects.filter(
        region__tree_left__gte=models.OuterRef("tree_left"),
        region__tree_left__lte=models.OuterRef("tree_right"),
        article__status=Status.PUBLISHED,
    )
    counted = (
        below.order_by()
        .annotate(everything=models.Value(1))
        .values("everything")
        .annotate(n=models.Count("article", distinct=True))
        .values("n")
    )
    return regions.annotate(
        article_count=Coalesce(
            models.Subquery(counted, output_field=models.IntegerField()), models.Value(0)
        )
    )
