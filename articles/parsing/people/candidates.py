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
    name_characters,
    verb_endings,
)
from articles.parsing.repair import narrow

LEAST_GAIN = -4.0  # below this no context makes a name of a stretch
LEAST_EXPECTED_GAIN = -11.0  # the same where a name is expected
STRANGE = 9.5  # cost from which a character ends hardly a name
LENGTH_COST = (1.7, 0.2)  # of given names of one and of two characters
NEVER_GIVEN = frozenset("摄某的了们是说她它这哪么吗呢吧啊很每各")
# After a post these rather go on with the sentence: 总统和夫人, 书记向职工.
FUNCTION_SURNAMES = frozenset("和向于从应由能有时后把全生")
PARTICLES = frozenset("在和与及等将并也都就我你他那被把最")
VERBS = frozenset(("v", "d", "p", "vd", "vi", "ad"))  # tags of words that may stand before a name
SINGLE = ("thing", "not_name")  # classes of single characters
GOING_ON = VERBS | {"c", "r", "t", "z", "i", "l"}  # and after one


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
    tags: list[str]
    boundaries: frozenset[int]

    @classmethod
    def of(cls, index: int, paragraph: str) -> Reading:
        """Read one paragraph."""
        text = unify(paragraph)
        edges, tags = [0], []
        for word, tag in tables.segmenter().tag(text, False):
            edges.append(edges[-1] + len(word))
            tags.append(tag)
        return cls(index, paragraph, text, edges, tags, frozenset(edges))

    def is_tagged(self, start: int, end: int, tags: frozenset[str]) -> bool:
        """Whether a word from `start` or to `end`, the other being -1, is of one of these kinds."""
        place = start if end < 0 else end
        at = bisect_left(self.edges, place) - (start < 0)
        if not 0 <= at < len(self.tags) or place not in self.boundaries:
            return False
        single = self.edges[at + 1] - self.edges[at] == 1
        return self.tags[at] in tags and not (
            single and self.text[self.edges[at]] in name_characters()
        )

    def _goes_on(self, end: int) -> bool:
        """Whether the word after `end` goes on, also where a word was cut: 陈晓·明确."""
        if end in self.boundaries:
            return self.is_tagged(end, -1, GOING_ON)
        stop = self.edges[min(bisect_left(self.edges, end) + 1, len(self.edges) - 1)]
        tagged = tables.segmenter().tag(self.text[end:stop], False)
        return len(tagged) == 1 and len(tagged[0][0]) > 1 and tagged[0][1] in GOING_ON

    def before(self, start: int) -> str:
        """Return the class of what stands before `start`."""
        found = before_class(self.text, start)
        is_verb = found == "word" and self.is_tagged(-1, start, VERBS)
        return "some_verb" if is_verb else found

    def after(self, end: int) -> str:
        """Return the class of what stands after `end`."""
        found = after_class(self.text, end)
        if found in SINGLE and end in self.boundaries and end + 1 not in self.boundaries:
            found = "word"  # 点 in 点点头 is no sign of 万小军点
        is_verb = found == "word" and self._goes_on(end)
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


def _regained(text: str, start: int, end: int, stop: int) -> float:
    """Return what another division of the text around the end would save: 陈晓·明确, 刘家·庭.

    `stop` is where the word after the name ends.
    """
    after = text[end:stop]
    if not after or not HAN.match(after) or after[0] == "等":
        return 0.0
    apart = tables.reading_cost(text[end - 1]) + tables.reading_cost(after)
    return max(0.0, apart - tables.reading_cost(text[end - 1 : stop]))


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
    gain -= _regained(text, start, end, edges[min(last + 1, len(edges) - 1)])
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
    if (
        edges[last] > end
        and text[end] != "等"
        and text[end : edges[min(last + 1, len(edges) - 1)]] not in tables.words()
    ):
        features["cuts after"] = 1.0
    if before in EXPECTING and text[start] in FUNCTION_SURNAMES:
        features["function surname"] = 1.0
    if given_length == 2 and tables.given_characters()[2].get(given[1], STRANGE) >= STRANGE:
        features["strange"] = 1.0
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
    if before in EXPECTING and after in ("say", "is") and name in tables.words():
        features["expected word"] = 1.0
    return Candidate(reading.index, start, end, name, gain, features)
