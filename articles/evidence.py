"""What speaks for two records, or a record and a new mention, being one person.

Nothing here changes anything: the importer links by `known_persons`, editors see `suggestions`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Q, Window
from django.db.models.functions import RowNumber

from articles.models import Article, ArticleRegion, Credit, Mention, Person, Publication

SHARED_ORGANISATION = 4
"""Characters at the beginning of two descriptions that must agree to be the same organisation."""
EXAMPLES = 3
"""How many examples of one kind of evidence an editor is shown."""
READ_AT_MOST = 500
"""Mentions of one record that are looked at: the newest are enough for a suggestion."""
COMPARED_AT_MOST = 50
"""How many namesakes of a record are looked at."""


class Kind(StrEnum):
    """What two records may have in common; the values are codes, translated where shown."""

    SAME_POST = "same-post"
    SAME_ORGANISATION = "same-organisation"
    SAME_PUBLICATION = "same-publication"
    SAME_REGION = "same-region"
    NAMED_TOGETHER = "named-together"
    SAME_YEARS = "same-years"


WEIGHTS: Mapping[Kind, float] = {
    Kind.SAME_POST: 4.0,
    Kind.SAME_PUBLICATION: 3.0,
    Kind.SAME_ORGANISATION: 2.0,
    Kind.NAMED_TOGETHER: 2.0,
    Kind.SAME_REGION: 1.0,
    Kind.SAME_YEARS: 0.5,
}
"""How much each kind says; set by hand, to order the suggestions and for nothing else."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that two records have in common, with examples."""

    kind: Kind
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A record that may be the same person, with what speaks for it."""

    person: Person
    evidence: tuple[Evidence, ...]

    @property
    def weight(self) -> float:
        """The sum of the weights of the evidence; more says more."""
        return sum(WEIGHTS[item.kind] for item in self.evidence)


def known_persons(
    posts: Mapping[str, Collection[str]], credited: Collection[str], publication: Publication | None
) -> tuple[dict[tuple[str, str], Person], dict[str, Person]]:
    """Return the verified persons that new mentions and credits are of, on strong evidence.

    `posts` has the descriptions of each name in the text, `credited` the names of those who sign.
    A mention is of a verified person of its name who was described with the very same words; a
    credit is of the one who is credited in the same newspaper.  Where two persons fit, neither is
    returned.  The first result is by name and description, the second by name.
    """
    names = {*posts, *credited}
    verified = Person.objects.current().filter(verified=True, name__in=names)
    by_pk = {person.pk: person for person in verified}
    if not by_pk:
        return {}, {}
    described: dict[tuple[str, str], set[int]] = defaultdict(set)
    wanted = {text for texts in posts.values() for text in texts if text}
    for name, description, pk in (
        Mention.objects.filter(person__in=by_pk, description__in=wanted)
        .values_list("name", "description", "person")
        .distinct()
    ):
        described[name, description].add(pk)
    signing: dict[str, set[int]] = defaultdict(set)
    if publication is not None:
        for name, pk in (
            Credit.objects.filter(
                person__in=by_pk, name__in=credited, article__issue__publication=publication
            )
            .values_list("name", "person")
            .distinct()
        ):
            signing[name].add(pk)
    return (
        {key: by_pk[min(pks)] for key, pks in described.items() if len(pks) == 1},
        {name: by_pk[min(pks)] for name, pks in signing.items() if len(pks) == 1},
    )


def suggestions(person: Person) -> list[Suggestion]:
    """Return the records that may be the same person, what speaks most first.

    They bear the same name or a further name of it and have not been told apart from it.  Costs
    a fixed number of queries.
    """
    names = {person.name, *person.names.values_list("name", flat=True)}
    others = (
        Person.objects.current()
        .filter(Q(name__in=names) | Q(names__name__in=names))
        .exclude(pk=person.pk)
        .exclude(Q(distinctions__other=person) | Q(distinguished__person=person))
        .distinct()[:COMPARED_AT_MOST]
    )
    traces = _traces([person, *others])
    found = [Suggestion(other, _shared(traces[person.pk], traces[other.pk])) for other in others]
    return sorted(found, key=lambda s: (-s.weight, s.person.pk))


_Trace = defaultdict[Kind, set[str]]
"""What the archive knows of a record: a set of values for each kind of evidence."""


def _traces(persons: Collection[Person]) -> Mapping[int, _Trace]:
    """Return by record what the archive knows of it."""
    traces: dict[int, _Trace] = {person.pk: defaultdict(set) for person in persons}
    named_in: dict[int, set[int]] = defaultdict(set)
    for pk, article, description in _newest_mentions(persons):
        named_in[article].add(pk)
        if description:
            traces[pk][Kind.SAME_POST].add(description)
        if len(description) > SHARED_ORGANISATION:
            traces[pk][Kind.SAME_ORGANISATION].add(description[:SHARED_ORGANISATION])
    for pk, publication in _publications(persons):
        traces[pk][Kind.SAME_PUBLICATION].add(publication)
    for article, other, name in _mentions_in(named_in):
        for pk in named_in[article] - {other}:
            traces[pk][Kind.NAMED_TOGETHER].add(name)
    for kind, article, value in _times_and_places(named_in):
        for pk in named_in[article]:
            traces[pk][kind].add(str(value))
    return traces


def _newest_mentions(persons: Collection[Person]) -> Iterable[tuple[int, int, str]]:
    """Return record, article and description of the newest mentions of each record."""
    age = Window(RowNumber(), partition_by="person", order_by="-pk")
    mentions = Mention.objects.filter(person__in=persons).annotate(age=age)
    newest = mentions.filter(age__lte=READ_AT_MOST).order_by()
    return newest.values_list("person_id", "article_id", "description")


def _publications(persons: Collection[Person]) -> Iterable[tuple[int, str]]:
    """Return the newspapers that each record is credited in."""
    credited = Credit.objects.filter(
        person__in=persons, article__issue__publication__isnull=False
    ).order_by()
    return credited.values_list("person_id", "article__issue__publication__name").distinct()


def _mentions_in(articles: Collection[int]) -> Iterable[tuple[int, int | None, str]]:
    """Return article, record and name of everybody named in the articles."""
    together = Mention.objects.filter(article__in=articles).order_by()
    return together.values_list("article_id", "person_id", "name")


def _times_and_places(articles: Collection[int]) -> Iterator[tuple[Kind, int, object]]:
    """Yield the regions and the year of each article, as kind, article and value."""
    regions = ArticleRegion.objects.filter(article__in=articles).order_by()
    for article, region in regions.values_list("article_id", "region__path"):
        yield Kind.SAME_REGION, article, region
    dated = Article.objects.filter(pk__in=articles, issue__date__isnull=False)
    for article, year in dated.order_by().values_list("pk", "issue__date__year"):
        yield Kind.SAME_YEARS, article, year


def _shared(one: _Trace, other: _Trace) -> tuple[Evidence, ...]:
    found = []
    for kind in Kind:
        common = sorted(one[kind] & other[kind])
        if common:
            found.append(Evidence(kind, tuple(common[:EXAMPLES])))
    return tuple(found)
