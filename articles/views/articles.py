"""The list of articles, and the pages of one article."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.views.generic import DetailView
from django_filters.views import FilterView

from articles.filters import ArticleFilter
from articles.marking import marks_of, targets_of
from articles.models import Article, ArticleQuerySet, Status
from articles.source_text import cut


class ArticleListView(FilterView):  # type: ignore[misc]
    """The public articles, newest first, narrowed by what the reader asks for."""

    filterset_class = ArticleFilter
    template_name = "articles/article_list.html"
    paginate_by = 20

    def get_queryset(self) -> ArticleQuerySet:
        """Return the public articles."""
        return Article.objects.published().newest_first().for_listing()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add which filters are in use: the bound fields with a value, right or wrong."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        form = context["filter"].form
        used = [field for field in form if field.value() not in (None, "")]
        return context | {"used_fields": used, "has_details": any(f.name != "q" for f in used)}


class _ArticlePage(DetailView):  # type: ignore[type-arg]
    """A page of one article: shown to whoever may see it, gone where it was withdrawn."""

    def get_queryset(self) -> QuerySet[Article]:
        """Return the articles that this reader may see."""
        return Article.objects.visible_to(self.request.user).select_related(
            "issue__publication", "page", "primary_region"
        )

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer 410 for a withdrawn article; never let the page of an unpublished one be kept."""
        try:
            response = super().get(request, *args, **kwargs)
        except Http404:
            if Article.objects.withdrawn().filter(pk=self.kwargs["pk"]).exists():
                return render(request, "410.html", status=410)
            raise
        if not self.is_for_everybody():
            add_never_cache_headers(response)
        return response

    def is_for_everybody(self) -> bool:
        """Whether the page shows what every reader may see."""
        return bool(self.object.status == Status.PUBLISHED)


class ArticleView(_ArticlePage):
    """One article as printed, with its people, places and neighbours."""

    template_name = "articles/article_detail.html"

    def get_queryset(self) -> QuerySet[Article]:
        """Add what the page shows beside the text."""
        return (
            super()
            .get_queryset()
            .defer("imported_values", "page__unassigned")
            .prefetch_related("credits__person", "mentions__person", "region_links__region")
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the articles before and after this one in the issue, and the others of the page."""
        contents = [
            *Article.objects.published()
            .filter(issue=self.object.issue_id)
            .in_print_order()
            .only("title", "body", "captions", "abstract", "notes", "byline", "page", "kind")
        ]
        places = {article.pk: place for place, article in enumerate(contents)}
        place = places.get(self.object.pk)
        return super().get_context_data(
            previous_article=contents[place - 1] if place else None,
            next_article=contents[place + 1]
            if place is not None and place + 1 < len(contents)
            else None,
            marks=marks_of(self.object, self.object.page.source_text, targets_of(self.object)),
            page_contents=[a for a in contents if a.page_id == self.object.page_id],
            mentions=[
                mention
                for mention in self.object.mentions.all()
                if mention.person and mention.person.has_page
            ],
            tags=self.object.tags.exclude(slug=""),
            is_public=self.object.status == Status.PUBLISHED,
            **kwargs,
        )


class ArticleSourceView(_ArticlePage):
    """The text of the page that an article was read from, with the article's part marked.

    Readers see of it what belongs to public articles, editors all of it.
    """

    template_name = "articles/article_source.html"

    def sees_all(self) -> bool:
        """Whether this reader may see the whole page, the drafts on it too."""
        return self.request.user.has_perm("articles.view_page")

    def is_for_everybody(self) -> bool:
        """Whether the page shows what every reader may see."""
        return super().is_for_everybody() and not self.sees_all()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the stretches of the source text."""
        page = self.object.page
        neighbours = Article.objects.published().filter(page=page)
        return super().get_context_data(
            stretches=cut(
                page.source_text,
                own=_spans(self.object.blocks),
                shown=None
                if self.sees_all()
                else [
                    span
                    for blocks in neighbours.values_list("blocks", flat=True)
                    for span in _spans(blocks)
                ],
            ),
            is_public=self.object.status == Status.PUBLISHED,
            **kwargs,
        )


def _spans(blocks: list[dict[str, Any]]) -> list[list[int]]:
    return [span for block in blocks for span in block["spans"]]
