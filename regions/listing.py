"""Read names in a row together: 武侯、金牛、成华 are districts of one city.

A form that is doubtful alone is plain beside others that lie right under the same division.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from regions import cues
from regions.finding import Candidate
from regions.gazetteer import Gazetteer
from regions.surfaces import Trust

ENOUGH = 3
"""So many names in a row need nobody to tell what they lie under; two need the name before them."""


def read_lists(
    candidates: Sequence[Candidate], paragraphs: Sequence[str], gazetteer: Gazetteer
) -> list[Candidate]:
    """Return the candidates, those in a row under one division with that reading only."""
    settled = list(candidates)
    for first, end in _rows(candidates, paragraphs):
        parent = _common_parent(candidates, first, end, paragraphs, gazetteer)
        for index in range(first, end) if parent else ():
            settled[index] = _under(candidates[index], parent, gazetteer)
    return settled


def _rows(candidates: Sequence[Candidate], paragraphs: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the bounds of all rows of two names or more."""
    first = 0
    for index in range(1, len(candidates) + 1):
        if index < len(candidates) and _is_next(candidates, index, paragraphs):
            continue
        if index - first > 1:
            yield first, index
        first = index


def _is_next(candidates: Sequence[Candidate], index: int, paragraphs: Sequence[str]) -> bool:
    before, after = candidates[index - 1], candidates[index]
    if before.paragraph != after.paragraph or _leads(candidates, index):
        return False
    gap = paragraphs[after.paragraph][before.end : after.start]
    return cues.ROW.fullmatch(gap) is not None


def _leads(candidates: Sequence[Candidate], index: int) -> bool:
    """Say whether another name begins right behind: 河北 in 天津蓟州、河北滦平."""
    name, behind = candidates[index], candidates[index + 1 : index + 2]
    return any(c.paragraph == name.paragraph and c.start == name.end for c in behind)


def _common_parent(
    candidates: Sequence[Candidate],
    first: int,
    end: int,
    paragraphs: Sequence[str],
    gazetteer: Gazetteer,
) -> str:
    """Return the one division that all names of a row may lie right under, or ""."""
    row = candidates[first:end]
    if all(len(c.readings) == 1 and c.readings[0].trust == Trust.CLEAR for c in row):
        return ""
    shared = set.intersection(*(_parents(candidate, gazetteer) for candidate in row))
    # In 白银市靖远县、白银 the second is the city; in 长春、吉林、延边 it lies under the province.
    if len(row) < ENOUGH:
        shared -= {reading.code for candidate in row for reading in candidate.readings}
    named: set[str] = set()
    if first and candidates[first - 1].paragraph == row[0].paragraph:
        head = candidates[first - 1]
        if paragraphs[head.paragraph][head.end : row[0].start] in ("", "的"):
            named = shared & {reading.code for reading in head.readings}
    if len(named) == 1:
        return named.pop()
    return shared.pop() if len(shared) == 1 and len(row) >= ENOUGH else ""


def _parents(candidate: Candidate, gazetteer: Gazetteer) -> set[str]:
    return {gazetteer[reading.code].parent for reading in candidate.readings} - {""}


def _under(candidate: Candidate, parent: str, gazetteer: Gazetteer) -> Candidate:
    below = [r for r in candidate.readings if gazetteer[r.code].parent == parent]
    current = [r for r in below if r.ended is None] or below
    readings = tuple(replace(reading, trust=Trust.CLEAR) for reading in current)
    return replace(candidate, readings=readings, after_fragment=False)
