"""Stretches of text that may be Chinese full names: a surname and one or two characters."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from articles.parsing.people import tables
from articles.parsing.people.cues import EXPECTING, HAN, is_address
from articles.parsing.people.evidence import evidence_for, evidence_for_spaced
from articles.parsing.people.reading import Reading

LEAST_GAIN = -4.0  # below this no context makes a name of a stretch
LEAST_EXPECTED_GAIN = -14.0  # the same where a name is expected
LENGTH_COST = (1.7, 0.2)  # of given names of one and of two characters
NEVER_ALONE = frozenset("工总局处氏姓府家母老哥姐伯里内外上下中间")  # 韩工, 谭总, 包里
THREE = 3
OFFICES = frozenset("县市省厅局馆校")
TOWNS = frozenset("镇乡")
WITHIN = frozenset({"unit", "some place"})
HOMESTEADS = frozenset("营庄村屯沟湾坪坝寨坡岭山河桥铺店窑塬洼岗圩")
NEVER_GIVEN = frozenset("摄某的了们是说她它这哪么吗呢吧啊很每各")
ONCE_EXPECTED = EXPECTING | {"aged", "person of"}


@dataclass(slots=True)
class Candidate:
    """One reading of `paragraph[start:end]` as a full name."""

    paragraph: int
    start: int
    end: int
    name: str
    features: dict[str, float] = field(default_factory=dict)
    score: float = 0.0


@cache
def _surname_pattern() -> re.Pattern[str]:
    first = "".join({name[0] for name in tables.surnames()})
    return re.compile(f"[{first}](?=[\u4e00-\u9fff])")


def candidates(reading: Reading) -> Iterator[Candidate]:
    """Yield what could be a full name in one paragraph."""
    text = reading.text
    surnames = tables.surnames()
    for match in _surname_pattern().finditer(text):
        start = match.start()
        for surname_length in (1, 2):
            surname_cost = surnames.get(text[start : start + surname_length])
            if surname_cost is not None:
                yield from _with_surname(reading, start, start + surname_length, surname_cost)
    for match in _spaced_pattern().finditer(text):
        yield _spaced(reading, match.start())


def _with_surname(
    reading: Reading, start: int, given_start: int, surname_cost: float
) -> Iterator[Candidate]:
    """Yield the candidates of one surname, with given names of one and of two characters."""
    text = reading.text
    for length in (1, 2):
        end = given_start + length
        given = text[given_start:end]
        given_cost = _given_cost(given)
        if len(given) < length:
            return
        if given_cost is None:
            continue
        if _is_ordinary(reading, start, end):
            continue
        gain = reading.cost(start, end) - surname_cost - given_cost
        if gain < LEAST_EXPECTED_GAIN:
            continue
        gain -= _regained(text, end, reading.next_edge(end))
        expected = reading.before(start) in ONCE_EXPECTED or reading.after(end) == "note"
        if gain < LEAST_GAIN and not expected:
            continue
        if is_address(text, given_start):
            return
        features = evidence_for(reading, (start, given_start, end), given_cost, gain)
        yield Candidate(reading.index, start, end, text[start:end], features)


def _is_ordinary(reading: Reading, start: int, end: int) -> bool:
    """Whether a stretch is an everyday word, or one that the segmenter saw and one character.

    So are offices and divisions (康保县), and places called after a family (崔家营).
    """
    ordinary = tables.listed("ordinary")
    if end - start == THREE and reading.text[end - 1] in OFFICES:
        return True
    if reading.text[end - 1] in TOWNS and reading.before(start) in WITHIN:
        return True
    if reading.text[start + 1] == "家" and reading.text[end - 1] in HOMESTEADS:
        return True
    return reading.text[start:end] in ordinary or (
        reading.text[start : end - 1] in ordinary and end - 1 in reading.boundaries
    )


@cache
def _spaced_pattern() -> re.Pattern[str]:
    single = "".join(name for name in tables.surnames() if len(name) == 1)
    return re.compile(f"(?<![\u4e00-\u9fff])[{single}] [\u4e00-\u9fff](?![\u4e00-\u9fff])")


def _spaced(reading: Reading, start: int) -> Candidate:
    """Return the candidate of a name set with a blank: 王 强."""
    end = start + 3
    name = reading.text[start] + reading.text[end - 1]
    cost = sum(map(tables.word_cost, name))
    given_cost = _given_cost(name[1]) or LENGTH_COST[0] + tables.UNKNOWN_NAME_CHARACTER
    gain = cost - tables.surnames()[name[0]] - given_cost
    features = evidence_for_spaced(reading, start, end, gain)
    return Candidate(reading.index, start, end, name, features)


@lru_cache(maxsize=tables.COSTS_KEPT)
def _given_cost(given: str) -> float | None:
    """Return the cost of a given name; None if it can't be one."""
    if given in NEVER_ALONE or not NEVER_GIVEN.isdisjoint(given):
        return None
    alone, first, second = tables.given_characters()
    tried = (alone,) if len(given) == 1 else (first, second)
    cost = LENGTH_COST[len(given) - 1] if given else 0.0
    for character, table in zip(given, tried, strict=False):
        known = table.get(character)
        if known is None:
            if not HAN.match(character):
                return None
            known = tables.UNKNOWN_NAME_CHARACTER
        cost += known
    return cost


def name_gain(text: str) -> float:
    """Return how much better a short text is read as a full name than as words, in nats.

    The name of a place is none.
    """
    surnames = tables.surnames()
    if text in tables.listed("places"):
        return -math.inf
    length = next((k for k in (2, 1) if text[:k] in surnames and len(text) > k), 0)
    given_cost = _given_cost(text[length:]) if length and len(text) - length <= 2 else None
    if given_cost is None:
        return -math.inf
    return tables.reading_cost(text) - surnames[text[:length]] - given_cost


def _regained(text: str, end: int, stop: int) -> float:
    """Return what another division of the text around the end would save: 陈晓·明确, 刘家·庭.

    `stop` is where the word after the name ends.
    """
    after = text[end:stop]
    if not after or after[0] == "等" or not HAN.match(after):
        return 0.0
    apart = tables.reading_cost(text[end - 1]) + tables.reading_cost(after)
    return max(0.0, apart - tables.reading_cost(text[end - 1 : stop]))
