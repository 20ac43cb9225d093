"""The filters of the public lists; each checks what a reader typed and says what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from itertools import islice
from typing import Any

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models.functions import Substr
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag

from articles.initials import sounding
from articles.models import (
    Article,
    ArticleQuerySet,
    Issue,
    Kind,
    Person,
    PersonQuerySet,
    Publication,
    public_tags,
)
from regions.models import Region

MOST_WORDS = 8
"""How many words a reader may ask for at once: each is looked for in every text."""

MOST_NAMESAKES = 50
"""How many records of one name a filter takes into account."""


class WordsField(forms.CharField):
    """Words separated by blanks, full-width ones too; cleans to the list of them."""

    def clean(self, value: Any) -> Any:
        """Return the words, each once; more than `MOST_WORDS` are a validation error."""
        words = list(dict.fromkeys(super().clean(value).split()))
        if len(words) > MOST_WORDS:
            raise ValidationError(
                _("At most %(most)d words can be looked for at once."), params={"most": MOST_WORDS}
            )
        return words


class WordsFilter(django_filters.Filter):  # type: ignore[misc]
    """A filter by words."""

    field_class = WordsField


class NameField(forms.CharField):
    """What a reader calls something; cleans to the records of that name, None where left empty."""

    def __init__(self, *, find: Callable[[str], Iterable[Any]], **kwargs: Any) -> None:
        self.find = find
        super().__init__(**kwargs)

    def clean(self, value: Any) -> Any:
        """Return the records; a name that nothing bears is a validation error."""
        name = super().clean(value)
        if not name:
            return None
        found = list(islice(self.find(name), MOST_NAMESAKES))
        if not found:
            raise ValidationError(
                _("Nothing of the name “%(name)s” is here."), params={"name": name}
            )
        return found


class NameFilter(django_filters.Filter):  # type: ignore[misc]
    """A filter by the name of something."""

    field_class = NameField


def regions_called(name: str) -> Iterable[Region]:
    """Return the regions with this code or name, today's or former."""
    if name.isdecimal():
        return Region.objects.filter(code=name)
    return Region.objects.filter(names__name=name).distinct()


def people_called(name: str) -> Iterable[Person]:
    """Return the people with a public page and this name."""
    return Person.objects.public().named(name)


def tags_called(name: str) -> Iterable[Tag]:
    """Return the tag with this name."""
    return public_tags().filter(name=name)


def years_with_issues() -> list[tuple[int, str]]:
    """Return the years of the public issues as choices, the newest first."""
    days = Issue.objects.published().dates("date", "year", order="DESC")
    return [(day.year, str(day.year)) for day in days]


class ArticleFilterForm(forms.Form):
    """The form of the filter of articles."""

    def clean(self) -> dict[str, Any]:
        """Refuse a period that ends before it begins."""
        values = super().clean() or self.cleaned_data
        first, last = values.get("date_from"), values.get("date_to")
        if first and last and first > last:
            self.add_error("date_to", _("This day is before the one under “From”."))
        return values


class ArticleFilter(django_filters.FilterSet):  # type: ignore[misc]
    """What a reader may narrow the list of articles by."""

    q = WordsFilter(
        label=_("Words"),
        method="containing",
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    publication = django_filters.ModelChoiceFilter(
        label=_("Newspaper"),
        field_name="issue__publication",
        queryset=lambda request: Publication.objects.published(),
        to_field_name="slug",
        empty_label=_("All newspapers"),
    )
    kind = django_filters.ChoiceFilter(
        label=_("Kind"), choices=Kind.choices, empty_label=_("All kinds")
    )
    year = django_filters.ChoiceFilter(
        label=_("Year"),
        method="of_year",
        choices=years_with_issues,
        empty_label=_("All years"),
    )
    date_from = django_filters.DateFilter(
        label=_("From"),
        method="since",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    date_to = django_filters.DateFilter(
        label=_("Until"),
        method="until",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    region = NameFilter(label=_("Region"), method="in_region", find=regions_called, max_length=100)
    person = NameFilter(label=_("Person"), method="naming", find=people_called, max_length=100)
    tag = NameFilter(label=_("Tag"), method="tagged", find=tags_called, max_length=100)

    class Meta:
        model = Article
        form = ArticleFilterForm
        fields: list[str] = []

    def containing(self, articles: ArticleQuerySet, name: str, words: list[str]) -> ArticleQuerySet:
        """Keep the articles with all the words in headline or text."""
        return articles.containing(words)

    def of_year(self, articles: ArticleQuerySet, name: str, year: str) -> ArticleQuerySet:
        """Keep the articles of one year."""
        return articles.since(date(int(year), 1, 1)).until(date(int(year), 12, 31))

    def since(self, articles: ArticleQuerySet, name: str, day: date) -> ArticleQuerySet:
        """Keep the articles from this day on."""
        return articles.since(day)

    def until(self, articles: ArticleQuerySet, name: str, day: date) -> ArticleQuerySet:
        """Keep the articles up to this day."""
        return articles.until(day)

    def in_region(
        self, articles: ArticleQuerySet, name: str, regions: list[Region]
    ) -> ArticleQuerySet:
        """Keep the articles that name one of the regions or of their descendants."""
        return articles.in_region(*regions)

    def naming(self, articles: ArticleQuerySet, name: str, people: list[Person]) -> ArticleQuerySet:
        """Keep the articles that name or credit one of the people."""
        return articles.naming(*people)

    def tagged(self, articles: ArticleQuerySet, name: str, tags: list[Tag]) -> ArticleQuerySet:
        """Keep the articles with one of the tags."""
        return articles.filter(tags__in=tags)


class PersonFilter(django_filters.FilterSet):  # type: ignore[misc]
    """What a reader may narrow the index of people by."""

    q = django_filters.CharFilter(
        label=_("Name or pinyin"),
        method="with_name_containing",
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    initial = django_filters.ChoiceFilter(
        label=_("Initial"), choices=[(letter, letter) for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ#"]
    )

    class Meta:
        model = Person
        fields: list[str] = []

    def with_name_containing(self, people: PersonQuerySet, name: str, text: str) -> PersonQuerySet:
        """Keep the people one of whose names holds the text, or begins as the letters sound."""
        found = people.with_name_containing(text)
        letters = text.replace(" ", "").lower()
        if not (letters.isascii() and letters.isalpha()):
            return found
        beginning = Substr("name", 1, 1)
        under_letter = people.filter(initial=letters[0].upper()).order_by()
        characters = under_letter.values_list(beginning, flat=True).distinct()
        return found | people.alias(beginning=beginning).filter(
            initial=letters[0].upper(), beginning__in=sounding(characters, letters)
        )
