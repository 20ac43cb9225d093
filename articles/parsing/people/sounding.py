"""Names without a surname: well-known ones, and minority and foreign names without a dot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from articles.parsing.people import tables
from articles.parsing.people.candidates import Candidate
from articles.parsing.people.cues import EXPECTING, before_class, is_address
from articles.parsing.people.evidence import around
from articles.parsing.people.reading import Reading
from articles.parsing.people.transliterated import elements, one_of, sound_cost, sounds

LONGEST = 7
LEAST_SOUNDS = 3  # of a name that no known word begins: 特朗普
WELL_KNOWN_GAIN = 6.0
LEAST_GAIN = -6.0
USUAL = 9.0  # cost of a sound
UNUSUAL = 99.0
SURE_AFTER = frozenset({"say", "verb", "of", "is", "honorific", "home"}) | {
    "some verb",
    "some adverb",
    "acting",
}
PSEUDONYM = re.compile(r"(?<=[\u4e00-\u9fff]) ?\((?:[^()]{0,8})?化名[^()]{0,4}\)")
BEFORE_PSEUDONYM = EXPECTING | {"edge", "stop", "comma", "enumeration", "function", "of", "naming"}


@cache
def _known_names() -> re.Pattern[str]:
    return one_of(tables.listed("well_known"))


@cache
def _runs() -> re.Pattern[str]:
    """Return the pattern of a run of characters that names without a surname are written with."""
    usual = {sound for sound, cost in sounds().items() if cost <= USUAL}
    usual.update(*tables.listed("elements"))
    return re.compile(f"[{''.join(sorted(usual))}]{{2,}}")


@cache
def _beginnings() -> frozenset[str]:
    """Return the first two characters of the words that such names are made of."""
    return frozenset(element[:2] for element in tables.listed("elements"))


def without_surname(reading: Reading) -> Iterator[Candidate]:
    """Yield what could be a full name without a Chinese surname in one paragraph."""
    text = reading.text
    for match in _known_names().finditer(text):
        if reading.boundaries.issuperset(match.span()):
            yield _candidate(reading, *match.span(), WELL_KNOWN_GAIN, "well known")
    yield from _pseudonyms(reading)
    for match in _runs().finditer(text):
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
    """Yield the stretches of a run of sounds that begin with an element or where a name may."""
    text, edges, last = reading.text, reading.boundaries, begin
    if text[begin - 1 : begin] == "·" or text[end : end + 1] == "·":
        return
    for start in range(begin, end - 1):
        if start < last:  # inside an element: 达瓦 in 尼玛达瓦
            continue
        element = text[start : start + 2] in _beginnings() and elements().match(text, start, end)
        if not element and (
            start not in edges
            or reading.before(start) not in EXPECTING
            or is_address(text, start + 1)
        ):
            continue
        longest = min(end, start + LONGEST)
        if not element:
            longest = _usual_until(text, start, longest)
        inside = _inside_elements(text, start, longest) if element else frozenset()
        if element and start in edges:
            last = element.end()
        for stop in range(start + (2 if element else LEAST_SOUNDS), longest + 1):
            if stop not in inside:
                yield from _ending_at(reading, start, stop, bool(element))


def _usual_until(text: str, start: int, end: int) -> int:
    """Return where the first character stands that is no usual sound."""
    table = sounds()
    return next((i for i in range(start, end) if table.get(text[i], UNUSUAL) > USUAL), end)


def _inside_elements(text: str, start: int, end: int) -> frozenset[int]:
    """Return the places that cut one of the elements of a name: 乌云·其木|格."""
    inside: set[int] = set()
    while start < end:
        match = elements().match(text, start, end)
        inside.update(range(start + 1, match.end()) if match else ())
        start = match.end() if match else start + 1
    return frozenset(inside)


def _ending_at(reading: Reading, start: int, stop: int, element: bool) -> Iterator[Candidate]:
    """Yield one stretch of sounds as a candidate, unless it ends inside a word of no name."""
    text = reading.text
    if text[start:stop] in tables.listed("ordinary"):
        return
    at_edge = stop in reading.boundaries
    rest = elements().sub("", text[start:stop])
    whole = element and not rest
    if not (at_edge or whole or reading.after(stop) in SURE_AFTER):
        return
    gain = _gain(text, start, stop)
    if gain < LEAST_GAIN:
        return
    count = len(elements().findall(text[start:stop]))
    if whole:
        kind = "one element" if count == 1 else "elements"
    else:
        kind = "element and sounds" if element else "sounded"
    candidate = _candidate(reading, start, stop, gain, kind)
    if not at_edge:
        candidate.features["ends in a word"] = 1.0
    if not whole and element:
        candidate.features["sounds after elements"] = float(len(rest))
    if start not in reading.boundaries:
        candidate.features["cuts before"] = 1.0
    yield candidate


def _candidate(reading: Reading, start: int, end: int, gain: float, kind: str) -> Candidate:
    features = around(reading, start, end, gain)
    features[kind] = 1.0
    return Candidate(reading.index, start, end, reading.text[start:end], features)
