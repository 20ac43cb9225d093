"""The front page, the issues of a year and the pages of an issue."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.functional import cached_property
from django.views.generic import DayArchiveView, DetailView, TemplateView, YearArchiveView

from articles.calendars import months_with_issues
from articles.models import Article, Issue, IssueQuerySet, Page, public_tags
from articles.overview import holdings, provinces
from articles.scans import content_type_of

RECENT_ISSUES = 8
LEADING_ARTICLES = 9
TAGS_IN_SIGHT = 20


class HomeView(TemplateView):
    """The newest issue, the ones before it, and the ways into the archive."""

    template_name = "articles/home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the newest issue with its first articles, recent issues, counts, places and tags."""
        issues = Issue.objects.published()
        newest, *recent = [*_for_listing(issues).newest_first()[: RECENT_ISSUES + 1]] or [None]
        leading = Article.objects.published().filter(issue=newest).in_print_order().for_listing()
        return super().get_context_data(
            newest_issue=newest,
            leading_articles=leading[:LEADING_ARTICLES] if newest else [],
            recent_issues=recent,
            holdings=holdings(),
            provinces=provinces(),
            tags=public_tags()[:TAGS_IN_SIGHT],
            **kwargs,
        )


class IssueYearView(YearArchiveView):  # type: ignore[type-arg]
    """The issues of one year, on a calendar; without a year in the address those of the newest."""

    template_name = "articles/issue_list.html"
    date_field = "date"
    make_object_list = True
    allow_future = True

    def get_queryset(self) -> QuerySet[Issue]:
        """Return all public issues, of which the view takes one year."""
        return _for_listing(Issue.objects.published()).order_by("-date", "publication__name", "pk")

    @cached_property
    def years(self) -> list[int]:
        """The years with issues, the newest first."""
        days = Issue.objects.published().dates("date", "year", order="DESC")
        return [day.year for day in days]

    def get_year(self) -> str:
        """Return the year of the address, or else the newest one with issues."""
        newest = self.years[0] if self.years else timezone.localdate().year
        return str(self.kwargs.get("year", newest))

    def get_allow_empty(self) -> bool:
        """Refuse years without issues, but not the empty archive."""
        return "year" not in self.kwargs

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the years, the months of this one and, beside the newest, the undated issues."""
        context = super().get_context_data(**kwargs)
        newest = not self.years or context["year"].year == self.years[0]
        undated = _for_listing(Issue.objects.published().undated()).newest_first()
        return context | {
            "years": self.years,
            "months": months_with_issues(context["object_list"]),
            "undated_issues": undated if newest else [],
        }


class IssueDayView(DayArchiveView):  # type: ignore[type-arg]
    """The issues of one day."""

    template_name = "articles/issue_day.html"
    date_field = "date"
    month_format = "%m"
    allow_future = True

    def get_queryset(self) -> QuerySet[Issue]:
        """Return all public issues, of which the view takes one day."""
        return _for_listing(Issue.objects.published()).order_by("publication__name", "pk")


class IssueView(DetailView):  # type: ignore[type-arg]
    """One issue: its pages with their articles, and its neighbours."""

    def get_queryset(self) -> QuerySet[Issue]:
        """Return the public issues."""
        return _for_listing(Issue.objects.published())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the pages that hold public articles, and the issues before and after this one."""
        issues = Issue.objects.published().select_related("publication")
        articles = Article.objects.published().for_listing().order_by("position")
        pages = self.object.pages.defer("source_text", "unassigned").prefetch_related(
            Prefetch("articles", articles, to_attr="public_articles")
        )
        return super().get_context_data(
            pages=[page for page in pages if page.public_articles],
            previous_issue=issues.before(self.object).first(),
            next_issue=issues.after(self.object).first(),
            **kwargs,
        )


def page_scan(request: HttpRequest, pk: int) -> FileResponse:
    """Serve the scan of a page: to everybody where an article of it is public, else to editors."""
    page = get_object_or_404(Page.objects.exclude(scan="").only("scan"), pk=pk)
    content_type = content_type_of(page.scan.name or "")
    is_public = Article.objects.published().filter(page=page).exists()
    if not content_type or not (is_public or _sees_all_pages(request)):
        raise Http404
    try:
        file = page.scan.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    response = FileResponse(file, content_type=content_type)
    response["X-Content-Type-Options"] = "nosniff"
    if not is_public:
        add_never_cache_headers(response)
    return response


def _sees_all_pages(request: HttpRequest) -> bool:
    return request.user.is_staff and request.user.has_perm("articles.view_page")


def _for_listing(issues: IssueQuerySet) -> IssueQuerySet:
    return issues.with_counts().select_related("publication")
