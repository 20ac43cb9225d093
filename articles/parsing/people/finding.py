"""From the paragraphs of an article to its people."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby

from articles.parsing.people import descriptions, document, masks, model, transliterated
from articles.parsing.people.candidates import Candidate, candidates
from articles.parsing.people.reading import Reading
from articles.parsing.people.sounding import PSEUDONYM, without_surname

PageNames = frozenset[str]
"""Names that other articles of the page are sure of."""

Place = tuple[int, int, int]
"""Paragraph, start and end."""

CALLED = re.compile(r"化名[为是]?[“”‘’]?$")


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """One person of an article.

    `description` is the post as printed, empty if none stands beside the name.  `occurrences` are
    (paragraph, start, end) in the texts of the paragraphs.  `confidence` is the chance that this
    is a person named in full.
    """

    name: str
    description: str
    pseudonym: bool
    occurrences: tuple[Place, ...]
    confidence: float


def find_people(
    paragraphs: Sequence[str],
    *,
    page: PageNames | None = None,
    excluded: Collection[Place] = (),
) -> tuple[FoundPerson, ...]:
    """Return the people of one article in the order of their first occurrence.

    `excluded` are places of credited names, which are nobody's mention.
    """
    readings = [Reading.of(i, paragraph) for i, paragraph in enumerate(paragraphs)]
    texts = [reading.text for reading in readings]
    found = model.likely(observe(readings, excluded))
    chosen = document.choose(found, texts, page or frozenset())
    credited = masks.credits_among(chosen, texts)
    named = [c for c in chosen if (c.paragraph, c.start, c.end) not in credited]
    posts = _descriptions(readings, named)
    people: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in named:
        people[candidate.name].append(candidate)
    return tuple(_person(name, places, texts, posts) for name, places in people.items())


def observe(readings: Sequence[Reading], excluded: Collection[Place] = ()) -> list[Candidate]:
    """Return all that may be a name in an article, with its features, not yet weighed."""
    blocked = _blocked([reading.text for reading in readings], excluded)
    found = [c for c in transliterated.dotted(readings) if _free(c, blocked)]
    for reading in readings:
        every = chain(candidates(reading), without_surname(reading))
        found += [candidate for candidate in every if _free(candidate, blocked)]
    return found


def _descriptions(readings: Sequence[Reading], named: Sequence[Candidate]) -> dict[str, str]:
    """Return the first description of each person that has one."""
    first: dict[str, str] = {}
    for paragraph, group in groupby(named, key=lambda candidate: candidate.paragraph):
        names = list(group)
        for name, post in zip(
            names, descriptions.describe(readings[paragraph], names), strict=True
        ):
            if post:
                first.setdefault(name.name, post)
    return first


def _blocked(texts: Sequence[str], excluded: Collection[Place]) -> list[list[tuple[int, int]]]:
    blocked = [masks.nobody(text) for text in texts]
    for paragraph, start, end in excluded:
        blocked[paragraph].append((start, end))
    return blocked


def _free(candidate: Candidate, blocked: Sequence[list[tuple[int, int]]]) -> bool:
    return not any(
        candidate.start < end and start < candidate.end
        for start, end in blocked[candidate.paragraph]
    )


def _person(
    name: str, found: Sequence[Candidate], texts: Sequence[str], posts: Mapping[str, str]
) -> FoundPerson:
    pseudonym = any(
        PSEUDONYM.match(texts[c.paragraph], c.end)
        or CALLED.search(texts[c.paragraph], max(0, c.start - 6), c.start)
        for c in found
    )
    return FoundPerson(
        name=name,
        description=posts.get(name, ""),
        pseudonym=pseudonym,
        occurrences=tuple((c.paragraph, c.start, c.end) for c in found),
        confidence=1 / (1 + math.exp(-max(candidate.score for candidate in found))),
    )
