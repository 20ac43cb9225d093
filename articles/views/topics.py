"""Regions and tags, with the articles about them."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.generic import ListView, TemplateView
from taggit.models import Tag

from articles.models import Article, public_tags, with_article_counts
from articles.overview import provinces
from regions.models import Region


class TagListView(ListView):  # type: ignore[type-arg]
    """The tags of the public articles."""

    template_name = "articles/tag_list.html"
    paginate_by = 200

    def get_queryset(self) -> QuerySet[Tag]:
        """Return the tags, the most used first."""
        return public_tags()


class TagView(ListView):  # type: ignore[type-arg]
    """The public articles with a tag."""

    template_name = "articles/tag_detail.html"
    paginate_by = 20

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Find the tag first."""
        self.tag = get_object_or_404(public_tags(), slug=kwargs["slug"])
        return super().get(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet[Article]:
        """Return the articles."""
        return Article.objects.published().filter(tags=self.tag).newest_first().for_listing()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the tag."""
        return super().get_context_data(tag=self.tag, **kwargs)


class RegionListView(TemplateView):
    """The provinces, with how many public articles each has."""

    template_name = "regions/region_list.html"
    extra_context = {"provinces": provinces}


class RegionView(ListView):  # type: ignore[type-arg]
    """The public articles that name a region or a place in it."""

    template_name = "regions/region_detail.html"
    paginate_by = 20

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Find the region first."""
        self.region = get_object_or_404(Region, code=kwargs["code"])
        return super().get(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet[Article]:
        """Return the articles."""
        return Article.objects.published().in_region(self.region).newest_first().for_listing()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the region, those above it, and those below it that articles name."""
        children = with_article_counts(Region.objects.children_of(self.region))
        return super().get_context_data(
            region=self.region,
            ancestors=self.region.ancestors(),
            children=children.filter(article_count__gt=0),  # type: ignore[misc]
            successors=self.region.successors.all(),
            **kwargs,
        )
