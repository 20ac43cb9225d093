"""Join names that stand one behind the other, each under the one before: 山东省临沂市蒙阴县."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from regions import cues, lexicon
from regions.finding import Candidate
from regions.gazetteer import Gazetteer
from regions.surfaces import Reading, Trust

MEMORY = 25
"""Years for which a lost name still means the division in a newspaper."""
UNDATED = 2025
"""The year of an issue without a date: the latest that the tables know of."""


@dataclass(frozen=True, slots=True)
class Chain:
    """One or more candidates in a row; `readings` are those of the last one that fit all."""

    links: tuple[Candidate, ...]
    readings: tuple[Reading, ...]

    @property
    def last(self) -> Candidate:
        """The deepest link."""
        return self.links[-1]

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes for which the chain may stand."""
        return tuple(reading.code for reading in self.readings)

    @property
    def trust(self) -> Trust:
        """The trust in the most trusted reading; a chain of two names needs nothing more."""
        if len(self.links) > 1:
            return Trust.CLEAR
        return max(reading.trust for reading in self.readings)


def chains_of(
    candidates: Sequence[Candidate],
    paragraphs: Sequence[str],
    gazetteer: Gazetteer,
    on: date | None,
) -> Iterator[Chain]:
    """Yield the chains in the order of the text; every candidate is in one."""
    links: list[Candidate] = []
    readings: tuple[Reading, ...] = ()
    for candidate in candidates:
        possible = _in_time(candidate.readings, on)
        if not possible:
            continue
        text = paragraphs[candidate.paragraph]
        below: tuple[Reading, ...] = ()
        if links and _adjacent(links[-1], candidate, text):
            below = tuple(r for r in possible if _under_any(r, readings, gazetteer))
        if below and _may_follow(candidate, below, text):
            links.append(candidate)
            readings = below
            continue
        if links:
            yield Chain(tuple(links), _settled(readings, gazetteer))
            if links[-1].paragraph == candidate.paragraph and links[-1].end == candidate.start:
                candidate = replace(candidate, after_fragment=True)
        links, readings = [candidate], possible
    if links:
        yield Chain(tuple(links), _settled(readings, gazetteer))


def _in_time(readings: Sequence[Reading], on: date | None) -> tuple[Reading, ...]:
    """Return the readings as they were when the issue appeared, without forgotten names."""
    year = on.year if on else UNDATED
    return tuple(
        _restored(r) if r.ended is not None and r.ended >= year else r
        for r in readings
        if r.ended is None or r.ended >= year - MEMORY
    )


def _restored(reading: Reading) -> Reading:
    """Return a lost name's reading as it was while the name was in force."""
    trust = Trust.CLEAR if reading.trust == Trust.CONTEXT else reading.trust
    return replace(reading, ended=None, trust=trust)


def _adjacent(before: Candidate, after: Candidate, text: str) -> bool:
    return before.paragraph == after.paragraph and not text[before.end : after.start].strip()


def _under_any(reading: Reading, above: Sequence[Reading], gazetteer: Gazetteer) -> bool:
    lineage = gazetteer.lineage(reading.code)[:-1]
    return any(r.code in lineage for r in above)


def _may_follow(candidate: Candidate, below: Sequence[Reading], text: str) -> bool:
    """Say whether a name behind its parent's may be meant: not 西湖 in 杭州西湖."""
    if any(reading.full for reading in below):
        return True
    form = text[candidate.start : candidate.end]
    if cues.CUE_AFTER.match(text, candidate.end) or cues.SCHOOL_AFTER.match(text, candidate.end):
        return True
    if form in lexicon.LANDMARKS:
        return False
    return form not in lexicon.ABSTRACT_WORDS or bool(cues.END_OF_PLACE.match(text, candidate.end))


def _settled(readings: tuple[Reading, ...], gazetteer: Gazetteer) -> tuple[Reading, ...]:
    """Return the readings of official names; of a short form those of the highest level.

    吉林 alone is the province, 大同 the city of Shanxi and not the district of Daqing. 河池市 is
    the city of today and not the district that was the city of that name.
    """
    current = [r for r in readings if r.ended is None]
    official = tuple(
        r for r in readings if r.full and (r.ended is None or not _under_any(r, current, gazetteer))
    )
    top = min(r.rank for r in readings)
    return official or tuple(r for r in readings if r.rank == top)
