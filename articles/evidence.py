"""What speaks for two records, or a record and a new mention, being one person.

Nothing here changes anything: the importer links by `known_persons`, editors see `suggestions`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Q

from articles.models import ArticleRegion, Credit, Mention, Person, Publication

SHARED_ORGANISATION = 4
"""Characters at the beginning of two descriptions that must agree to be the same organisation."""
EXAMPLES = 3
"""How many examples of one kind of evidence an editor is shown."""
READ_AT_MOST = 500
"""Mentions of one record that are looked at: the newest are enough for a suggestion."""


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

    They bear the same name or a further name of it and have not been told apart from it.
    """
    names = {person.name, *person.names.values_list("name", flat=True)}
    others = (
        Person.objects.current()
        .filter(Q(name__in=names) | Q(names__name__in=names))
        .exclude(pk=person.pk)
        .exclude(Q(distinctions__other=person) | Q(distinguished__person=person))
        .distinct()[:READ_AT_MOST]
    )
    here = _Trace.of(person)
    found = [Suggestion(other, here.shared_with(_Trace.of(other))) for other in others]
    return sorted(found, key=lambda s: (-s.weight, s.person.pk))


@dataclass(frozen=True, slots=True)
class _Trace:
    """What the archive knows of a record: a set of values for each kind of evidence."""

    values: Mapping[Kind, frozenset[str]]

    @classmethod
    def of(cls, person: Person) -> _Trace:
        mentions = list(
            person.mentions.order_by("-pk").values_list("article_id", "description")[:READ_AT_MOST]
        )
        credited = list(
            person.credits.order_by("-pk").values_list("article_id", flat=True)[:READ_AT_MOST]
        )
        posts = {description for _article, description in mentions if description}
        articles = {article for article, _description in mentions}
        publications = Credit.objects.filter(person=person, article__in=credited).values_list(
            "article__issue__publication__name", flat=True
        )
        together = Mention.objects.filter(article__in=articles).exclude(person=person)
        regions = ArticleRegion.objects.filter(article__in=articles)
        years = Mention.objects.filter(article__in=articles, article__issue__date__isnull=False)
        return cls(
            {
                Kind.SAME_POST: frozenset(posts),
                Kind.SAME_ORGANISATION: frozenset(
                    post[:SHARED_ORGANISATION] for post in posts if len(post) > SHARED_ORGANISATION
                ),
                Kind.SAME_PUBLICATION: _texts(publications),
                Kind.SAME_REGION: _texts(regions.values_list("region__path", flat=True)),
                Kind.NAMED_TOGETHER: _texts(together.values_list("name", flat=True)),
                Kind.SAME_YEARS: _texts(years.values_list("article__issue__date__year", flat=True)),
            }
        )

    def shared_with(self, other: _Trace) -> tuple[Evidence, ...]:
        found = []
        for kind, values in self.values.items():
            common = sorted(values & other.values[kind])
            if common:
                found.append(Evidence(kind, tuple(common[:EXAMPLES])))
        return tuple(found)


def _texts(values: Iterable[object]) -> frozenset[str]:
    return frozenset(str(value) for value in values if value is not None)
