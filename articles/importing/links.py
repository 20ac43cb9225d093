"""Link articles to people and regions while a page is stored."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from articles.evidence import known_persons
from articles.importing.fields import linked_values
from articles.importing.reading import Places, Reading
from articles.initials import initial_of
from articles.models import (
    Article,
    ArticleRegion,
    Credit,
    Mention,
    Person,
    Publication,
    RejectedName,
)
from articles.parsing import values as parsed
from articles.parsing.values import ParsedArticle, Problem, Role
from regions.models import Region

Row = tuple[Article, ParsedArticle, Places]


class LinkWriter:
    """Writes the credits, mentions and regions of a page's articles in a few queries.

    Every name has one unverified person that gathers its mentions; a pseudonym, a news agency and
    a rejected name have none.
    """

    def __init__(self, reading: Reading, publication: Publication | None) -> None:
        articles = reading.page.articles if reading.page else ()
        codes = {region.code for places in reading.places for region in places.regions}
        codes |= {places.primary for places in reading.places if places.primary}
        self._regions = {r.code: r for r in Region.objects.filter(code__in=codes)}
        self._rejected = _rejected_among(
            name
            for article in articles
            for name in (*(p.name for p in article.people), *(c.name for c in article.credits))
        )
        self._described, self._signing = known_persons(
            *_names_of(articles), publication=publication
        )
        self._people = self._people_named(articles)
        self.problems = [
            Problem(
                "region-not-loaded",
                0,
                f"The division {code} is not in the database; run manage.py load_regions.",
            )
            for code in sorted(codes - self._regions.keys())
        ]

    def region(self, code: str | None) -> Region | None:
        """Return the division of this code, None where there is none in the database."""
        return self._regions.get(code) if code else None

    def write(self, rows: Iterable[Row]) -> None:
        """Store the links of articles that have none yet."""
        rows = list(rows)
        Credit.objects.bulk_create(link for row in rows for link in self._credits(row))
        Mention.objects.bulk_create(link for row in rows for link in self._mentions(row))
        ArticleRegion.objects.bulk_create(link for row in rows for link in self._places(row))

    def update(self, row: Row) -> dict[str, Any]:
        """Bring an article's links up to a new reading; return the values that an editor's stop.

        Credits, people and regions each follow the reading as long as they are as last imported.
        Who was identified stays identified.
        """
        article, _read, places = row
        old, new = article.imported_values, self.values(row)
        stopped: dict[str, Any] = {}
        kinds: dict[str, Callable[[], None]] = {
            "credits": lambda: self._replace(article.credits, self._credits(row)),
            "people": lambda: self._replace(article.mentions, self._mentions(row)),
            "regions": lambda: self._replace(article.region_links, self._places(row)),
        }
        current = self._current(article)
        for name, replace in kinds.items():
            if new[name] == old.get(name):
                continue
            if current[name] == self._comparable(name, old.get(name, [])):
                replace()
            else:
                stopped[name] = new[name]
        if new["primary_region"] != old.get("primary_region"):
            if current["primary_region"] == old.get("primary_region"):
                article.primary_region = self.region(places.primary)
            else:
                stopped["primary_region"] = new["primary_region"]
        _mark_primary(article)
        return stopped

    def values(self, row: Row) -> dict[str, Any]:
        """Return what `imported_values` keeps of an article's links: those that were stored."""
        _article, read, places = row
        values = linked_values(read, places)
        values["regions"] = [code for code in values["regions"] if code in self._regions]
        if values["primary_region"] not in self._regions:
            values["primary_region"] = None
        return values

    def _current(self, article: Article) -> dict[str, Any]:
        """Return the links in the database in a form to compare with the imported ones."""
        region = article.primary_region
        return {
            "credits": {(c.name, c.role) for c in article.credits.all()},
            "people": {(m.name, m.pseudonym) for m in article.mentions.all()},
            "regions": {
                link.region.code
                for link in article.region_links.select_related("region")
                if link.count
            },
            "primary_region": region.code if region else None,
        }

    def _comparable(self, name: str, imported: list[Any]) -> set[Any]:
        if name == "credits":
            return {(c["name"], c["role"]) for c in imported}
        if name == "people":
            rejected = _rejected_among(p[0] for p in imported)
            return {(p[0], p[2]) for p in imported if p[0] not in rejected}
        return set(imported)

    @staticmethod
    def _replace(manager: Any, links: Iterable[Any]) -> None:
        """Make the links of one kind those given; one that stays keeps its person."""
        kept = {_key(link): link.person for link in manager.all() if hasattr(link, "person")}
        manager.all().delete()
        links = list(links)
        for link in links:
            if _key(link) in kept:
                link.person = kept[_key(link)]
        manager.bulk_create(links)

    def _credits(self, row: Row) -> Iterable[Credit]:
        article, read, _places = row
        for order, credit in enumerate(dict.fromkeys(read.credits)):
            yield Credit(
                article=article,
                person=self._signer(credit),
                name=credit.name,
                role=credit.role.value,
                order=order,
            )

    def _signer(self, credit: parsed.Credit) -> Person | None:
        if credit.role is Role.AGENCY:
            return None
        return self._signing.get(credit.name) or self._people.get(credit.name)

    def _person(self, mention: parsed.PersonMention) -> Person | None:
        if mention.pseudonym:
            return None
        known = self._described.get((mention.name, mention.description))
        return known or self._people[mention.name]

    def _mentions(self, row: Row) -> Iterable[Mention]:
        article, read, _places = row
        for mention in {(m.name, m.pseudonym): m for m in reversed(read.people)}.values():
            if mention.name not in self._rejected:
                yield Mention(
                    article=article,
                    person=self._person(mention),
                    name=mention.name,
                    description=mention.description,
                    pseudonym=mention.pseudonym,
                    spans=[list(span) for span in mention.spans],
                    confidence=mention.confidence,
                )

    def _places(self, row: Row) -> Iterable[ArticleRegion]:
        article, _read, places = row
        spans = {region.code: region.spans for region in places.regions}
        if places.primary:
            spans.setdefault(places.primary, ())  # what the story is about but does not name
        for code, where in spans.items():
            if code in self._regions:
                yield ArticleRegion(
                    article=article,
                    region=self._regions[code],
                    count=len(where),
                    spans=[list(span) for span in where],
                    primary=code == places.primary,
                )

    def _people_named(self, articles: Iterable[ParsedArticle]) -> dict[str, Person]:
        """Return the unverified person of each name that needs one, new where the name is."""
        names: dict[str, None] = {}
        for article in articles:
            names |= {
                c.name: None
                for c in article.credits
                if c.role is not Role.AGENCY and c.name not in self._signing
            }
            names |= {
                p.name: None
                for p in article.people
                if not p.pseudonym and (p.name, p.description) not in self._described
            }
        wanted = [name for name in names if name not in self._rejected]
        known = Person.objects.unverified(wanted)
        missing = [name for name in wanted if name not in known]
        if missing:
            Person.objects.bulk_create(
                (Person(name=name, initial=initial_of(name)) for name in missing),
                ignore_conflicts=True,  # another process may store the same name now
            )
            known |= Person.objects.unverified(missing)
        return known


def _rejected_among(names: Iterable[str]) -> set[str]:
    found = RejectedName.objects.filter(name__in=set(names))
    return set(found.values_list("name", flat=True))


def _mark_primary(article: Article) -> None:
    """Let the links of an article say the same as its primary region."""
    links = article.region_links
    links.filter(primary=True).exclude(region=article.primary_region_id).update(primary=False)
    if article.primary_region and not links.filter(region=article.primary_region).update(
        primary=True
    ):
        links.create(region=article.primary_region, count=0, primary=True)


def _names_of(articles: Iterable[ParsedArticle]) -> tuple[dict[str, set[str]], set[str]]:
    """Return the descriptions of each name in the texts, and the names of those who sign."""
    posts: dict[str, set[str]] = {}
    signing: set[str] = set()
    for article in articles:
        signing |= {credit.name for credit in article.credits}
        for person in article.people:
            if not person.pseudonym:
                posts.setdefault(person.name, set()).add(person.description)
    return posts, signing


def _key(link: Any) -> tuple[Any, ...]:
    """What makes a link the same one in the next reading."""
    if isinstance(link, Credit):
        return link.name, link.role
    if isinstance(link, Mention):
        return link.name, link.pseudonym
    return (link.region_id,)
