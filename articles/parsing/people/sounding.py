"""Names without a surname: well-known ones, and minority and foreign names without a dot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from articles.parsing.people import tables
from articles.parsing.people.candidates import Candidate, Reading
from articles.parsing.people.features import EXPECTING, add_pair, before_class
from articles.parsing.people.transliterated import elements, one_of, sound_cost, sounds

LONGEST = 7
WELL_KNOWN_GAIN = 6.0
PSEUDONYM = re.compile(r"(?<=[\u4e00-\u9fff]) ?\((?:[^()]{0,8})?化名[^()]{0,4}\)")
BEFORE_PSEUDONYM = EXPECTING | {"edge", "stop", "comma", "enumeration", "function", "of", "naming"}


@cache
def _known_names() -> re.Pattern[str]:
    return one_of(tables.listed("well_known"))


@cache
def _element_runs() -> re.Pattern[str]:
    return re.compile(f"(?:{elements().pattern})+")


@cache
def _sound_runs() -> re.Pattern[str]:
    return re.compile(f"[{''.join(sounds())}]{{2,}}")


def without_surname(reading: Reading) -> Iterator[Candidate]:
    """Yield what could be a full name without a Chinese surname in one paragraph."""
    text = reading.text
    for match in _known_names().finditer(text):
        if reading.boundaries.issuperset(match.span()):
            yield _candidate(reading, *match.span(), WELL_KNOWN_GAIN, "well known")
    yield from _pseudonyms(reading)
    for match in _element_runs().finditer(text):
        count = len(elements().findall(match[0]))
        if (
            text[match.start() - 1 : match.start()] != "·"
            and text[match.end() : match.end() + 1] != "·"
        ):
            kind = "one element" if count == 1 else "elements"
            yield _candidate(reading, *match.span(), _gain(text, *match.span()), kind)
    for match in _sound_runs().finditer(text):
        yield from _sounded(reading, *match.span())


def _pseudonyms(reading: Reading) -> Iterator[Candidate]:
    """Yield the words before (化名) that a cue begins: 主播小满(化名)."""
    for match in PSEUDONYM.finditer(reading.text):
        for length in (2, 3, 1):
            start = match.start() - length
            if (
                start in reading.boundaries
                and before_class(reading.text, start) in BEFORE_PSEUDONYM
            ):
                yield _candidate(reading, start, match.start(), WELL_KNOWN_GAIN, "pseudonym")
                break


def _gain(text: str, start: int, end: int) -> float:
    return tables.reading_cost(text[start:end]) - sound_cost(text[start:end])


def _sounded(reading: Reading, begin: int, end: int) -> Iterator[Candidate]:
    """Yield the stretches of a run of sounds that begin where a name is expected."""
    edges = reading.boundaries
    for start in range(begin, end - 1):
        if start not in edges or before_class(reading.text, start) not in EXPECTING:
            continue
        for stop in range(start + 2, min(end, start + LONGEST) + 1):
            if stop in edges:
                gain = _gain(reading.text, start, stop)
                yield _candidate(reading, start, stop, gain, "sounded")


def _candidate(reading: Reading, start: int, end: int, gain: float, kind: str) -> Candidate:
    before, after = reading.before(start), reading.after(end)
    features = {
        "bias": 1.0,
        kind: 1.0,
        "gain": min(max(gain, -5.0), 15.0) / 5,
        f"before {before}": 1.0,
        f"after {after}": 1.0,
    }
    add_pair(features, before, after)
    return Candidate(reading.index, start, end, reading.text[start:end], gain, features)
