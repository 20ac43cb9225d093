"""Stretches of text that may be Chinese full names, each with what speaks for and against it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from articles.parsing.people import tables
from articles.parsing.people.features import (
    EXPECTING,
    HAN,
    add_pair,
    after_class,
    before_class,
    ending_class,
    is_address,
    verb_endings,
)
from articles.parsing.repair import narrow

LEAST_GAIN = -4.0  # below this no context makes a name of a stretch
LEAST_EXPECTED_GAIN = -11.0  # the same where a name is expected
LENGTH_COST = (1.7, 0.2)  # of given names of one and of two characters
NEVER_GIVEN = frozenset("某的了们是说她它这哪么吗呢吧啊很每各")
PARTICLES = frozenset("在和与及等将并也都就我你他那被把最上下中后前")


@dataclass(slots=True)
class Candidate:
    """One reading of `paragraph[start:end]` as a full name."""

    paragraph: int
    start: int
    end: int
    name: str
    gain: float
    features: dict[str, float] = field(default_factory=dict)
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Reading:
    """A paragraph as printed and in ASCII widths, with its word boundaries."""

    index: int
    printed: str
    text: str
    edges: list[int]
    boundaries: frozenset[int]

    @classmethod
    def of(cls, index: int, paragraph: str) -> Reading:
        """Read one paragraph."""
        text = unify(paragraph)
        edges = [0]
        for word in tables.segmenter().cut(text, False):
            edges.append(edges[-1] + len(word))
        return cls(index, paragraph, text, edges, frozenset(edges))

    def word_before(self, place: int) -> str:
        """Return the word that ends at `place`, or nothing."""
        at = bisect_left(self.edges, place)
        return self.text[self.edges[at - 1] : place] if at and self.edges[at] == place else ""

    def word_after(self, place: int) -> str:
        """Return the word that begins at `place`, or nothing."""
        at = bisect_left(self.edges, place)
        whole = at + 1 < len(self.edges) and self.edges[at] == place
        return self.text[place : self.edges[at + 1]] if whole else ""

    def before(self, start: int) -> str:
        """Return the class of what stands before `start`."""
        found = before_class(self.text, start)
        is_verb = found == "word" and self.word_before(start) in tables.listed("verbs")
        return "some_verb" if is_verb else found

    def after(self, end: int) -> str:
        """Return the class of what stands after `end`."""
        found = after_class(self.text, end)
        is_verb = found == "word" and self.word_after(end) in tables.listed("verbs")
        return "some_verb" if is_verb else found


def unify(paragraph: str) -> str:
    """Return the text with one form of each mark, of the same length."""
    return narrow(paragraph).replace("•", "·").replace("・", "·").replace("‧", "·")


@cache
def _surname_pattern() -> re.Pattern[str]:
    return re.compile(f"[{''.join({name[0] for name in tables.surnames()})}]")


def candidates(reading: Reading) -> Iterator[Candidate]:
    """Yield what could be a full name in one paragraph."""
    text = reading.text
    surnames = tables.surnames()
    for match in _surname_pattern().finditer(text):
        start = match.start()
        for surname_length in (1, 2):
            if text[start : start + surname_length] not in surnames:
                continue
            for given_length in (1, 2):
                found = _candidate(reading, start, surname_length, given_length)
                if found:
                    yield found
    for match in _spaced_pattern().finditer(text):
        yield _spaced(reading, match.start())


@cache
def _spaced_pattern() -> re.Pattern[str]:
    single = "".join(name for name in tables.surnames() if len(name) == 1)
    return re.compile(f"(?<![\u4e00-\u9fff])[{single}] [\u4e00-\u9fff](?![\u4e00-\u9fff])")


def _spaced(reading: Reading, start: int) -> Candidate:
    """Return the candidate of a name set with a blank: 王 强."""
    end = start + 3
    name = reading.text[start] + reading.text[end - 1]
    cost = sum(map(tables.word_cost, name))
    gain = cost - tables.surnames()[name[0]] - _given_cost(name[1])
    before, after = reading.before(start), reading.after(end)
    features = {
        "bias": 1.0,
        "spaced": 1.0,
        "gain": min(gain, 15.0) / 5,
        f"before {before}": 1.0,
        f"after {after}": 1.0,
    }
    return Candidate(reading.index, start, end, name, gain, features)


def _given_cost(given: str) -> float:
    alone, first, second = tables.given_characters()
    unknown = tables.UNKNOWN_NAME_CHARACTER
    if len(given) == 1:
        return LENGTH_COST[0] + alone.get(given, unknown)
    return LENGTH_COST[1] + first.get(given[0], unknown) + second.get(given[1], unknown)


def _candidate(
    reading: Reading, start: int, surname_length: int, given_length: int
) -> Candidate | None:
    text, edges = reading.text, reading.edges
    end = start + surname_length + given_length
    given = text[start + surname_length : end]
    if len(given) < given_length or not all(map(HAN.match, given)):
        return None
    if not NEVER_GIVEN.isdisjoint(given):
        return None
    if is_address(text, start + surname_length):
        return None
    surname_cost = tables.surnames()[text[start : start + surname_length]]
    given_cost = _given_cost(given)
    first, last = bisect_right(edges, start) - 1, bisect_left(edges, end)
    cost = sum(tables.word_cost(text[edges[i] : edges[i + 1]]) for i in range(first, last))
    if edges[first] < start:
        cost -= tables.reading_cost(text[edges[first] : start])
    if edges[last] > end:
        cost -= tables.reading_cost(text[end : edges[last]])
    gain = cost - surname_cost - given_cost
    if gain < LEAST_EXPECTED_GAIN:
        return None
    before, after = reading.before(start), reading.after(end)
    if gain < LEAST_GAIN and before not in EXPECTING and after != "note":
        return None
    name = text[start:end]
    features = {
        "bias": 1.0,
        "gain": min(max(gain, -5.0), 15.0) / 5,
        "weak": max(0.0, -5.0 - gain) / 5,
        f"given {given_length}": 1.0,
        f"before {before}": 1.0,
        f"after {after}": 1.0,
    }
    add_pair(features, before, after)
    if edges[first] < start and before not in EXPECTING:
        features["cuts before"] = 1.0
    if edges[last] > end:
        features["cuts after"] = 1.0
    if ending := ending_class(name):
        features[ending] = 1.0
    if not PARTICLES.isdisjoint(given):
        features["particle"] = 1.0
    if len(name) == 3 and before not in EXPECTING and name[:2] in tables.listed("places"):
        features["begins with a place"] = 1.0
    if given == 2 * given[0]:
        features["doubled"] = 1.0
    if given[-1] in verb_endings():
        features["verb ending"] = 1.0
    if name in tables.listed("well_known"):
        features["well known"] = 1.0
    elif name in tables.listed("places"):
        features["place"] = 1.0
    elif last - first == 1 and edges[first] == start and edges[last] == end:
        features["word" if name in tables.words() else "listed"] = 1.0
    return Candidate(reading.index, start, end, name, gain, features)
