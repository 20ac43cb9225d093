"""The index of people, and the page of a person."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.generic import ListView
from django_filters.views import FilterView

from articles.filters import PersonFilter
from articles.models import Article, Mention, Person, PersonQuerySet
from articles.overview import initials


class PersonListView(FilterView):  # type: ignore[misc]
    """The people of public articles by the letter of their name's pinyin."""

    filterset_class = PersonFilter
    template_name = "articles/person_list.html"
    paginate_by = 120

    def get_queryset(self) -> PersonQuerySet:
        """Return the people with a public page."""
        return Person.objects.public().with_counts().order_by("initial", "name", "pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add how many people stand under each letter."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"initials": initials()}


class PersonView(ListView):  # type: ignore[type-arg]
    """The public articles that name a person, or with `?by` those that credit them."""

    template_name = "articles/person_detail.html"
    paginate_by = 20

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Lead from a merged record to the person who stands for it."""
        asked_for = get_object_or_404(Person.objects.with_standing(), pk=kwargs["pk"])
        self.person = get_object_or_404(
            Person.objects.public().with_counts(), pk=asked_for.canonical.pk
        )
        if self.person.pk != asked_for.pk:
            return redirect(self.person, permanent=True)
        self.by = "by" in request.GET or not self.person.mention_count  # type: ignore[attr-defined]
        return super().get(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet[Article]:
        """Return the articles with, in `mentions_here`, how they name the person."""
        articles = Article.objects.published().newest_first().for_listing()
        if self.by:
            return articles.credited_to(self.person)
        here = Mention.objects.filter(person=self.person)
        return articles.mentioning(self.person).prefetch_related(
            Prefetch("mentions", here, to_attr="mentions_here")
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the person and which of the two lists this is."""
        return super().get_context_data(
            person=self.person, by=self.by, further_names=self.person.names.all(), **kwargs
        )
