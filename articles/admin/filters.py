"""What the list of articles can be narrowed by, besides its plain columns."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from django.contrib import admin
from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.admin.flags import EXPLANATIONS
from articles.models import UNDATED, ArticleQuerySet, Issue

if TYPE_CHECKING:
    Choices = Iterable[tuple[str, Any]]


class FlaggedFilter(admin.SimpleListFilter):
    """Articles with a doubt of the importer, or without."""

    title = _("flagged")
    parameter_name = "flagged"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        """Offer yes and no."""
        return [("yes", _("Yes")), ("no", _("No"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep the articles with flags, or those without."""
        articles = cast(ArticleQuerySet, queryset)
        match self.value():
            case "yes":
                return articles.flagged()
            case "no":
                return articles.unflagged()
        return articles


class FlagFilter(admin.SimpleListFilter):
    """Articles with one kind of doubt."""

    title = _("doubt")
    parameter_name = "flag"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        """Offer all kinds of doubts."""
        return EXPLANATIONS.items()

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep the articles with a flag of this code."""
        code = self.value()
        if not code:
            return queryset
        # SQLite has no `contains` for JSON; both databases write the flags as text alike.
        texts: QuerySet[Any] = queryset.alias(flag_texts=Cast("flags", TextField()))
        return texts.filter(flag_texts__contains=f'"code": "{code}"')


class ConfidenceFilter(admin.SimpleListFilter):
    """Articles by how sure the importer was."""

    title = _("confidence")
    parameter_name = "confidence"
    STEPS = {"low": (0.0, 0.5), "middle": (0.5, 0.8), "high": (0.8, 1.1)}

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        """Offer three steps."""
        return [("low", _("below 50%")), ("middle", _("50% to 80%")), ("high", _("80% and more"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep the articles of the step."""
        step = self.STEPS.get(self.value() or "")
        if step is None:
            return queryset
        return queryset.filter(confidence__gte=step[0], confidence__lt=step[1])


class YearFilter(admin.SimpleListFilter):
    """Articles by the year of their issue."""

    title = _("year")
    parameter_name = "year"
    NO_DATE = "undated"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        """Offer the years of all issues, the newest first."""
        years = Issue.objects.dates("date", "year", order="DESC")
        return [*((str(day.year), str(day.year)) for day in years), (self.NO_DATE, _("undated"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep the articles of the year, or those without a date."""
        value = self.value() or ""
        if value == self.NO_DATE:
            return queryset.filter(sort_date=UNDATED)
        if not (value.isascii() and value.isdecimal() and 1 <= int(value[:5]) <= date.max.year):
            return queryset
        year = int(value)
        return queryset.filter(sort_date__range=(date(year, 1, 1), date(year, 12, 31)))
