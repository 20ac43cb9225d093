"""Decide which candidates of one article are names: the article speaks as a whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from articles.parsing.people.candidates import Candidate

AGAIN = 2.0  # another occurrence was clearly a name
AGAIN_WEAKLY = 0.7  # another occurrence may be a name
ELSEWHERE = 2.0  # the page names the person in another article
PARALLEL = 1.0  # a clear name of the same sentence stands after the same kind of word
LISTED = 1.2  # a clear name stands beside it in an enumeration
CLEAR = 1.0
POSSIBLE = -3.0
SEPARATORS = frozenset("、,， 和与及;；")


def choose(
    found: Sequence[Candidate], texts: Sequence[str], known: Collection[str]
) -> list[Candidate]:
    """Return the candidates that are names, none over another, in order of the text."""
    first = _without_overlaps(found, POSSIBLE)
    seen: dict[str, list[float]] = defaultdict(list)
    for candidate in first:
        seen[candidate.name].append(candidate.score)
    beside = _beside(first, texts)
    parallel = {_sentence(c, texts) for c in first if c.score > CLEAR}
    for candidate in found:
        others = list(seen[candidate.name])
        if candidate.score in others:
            others.remove(candidate.score)
        if candidate.name in known:
            candidate.score += ELSEWHERE
        if others:
            candidate.score += AGAIN if max(others) > CLEAR else AGAIN_WEAKLY
        key = candidate.paragraph, candidate.start, candidate.end
        candidate.score += LISTED * (key in beside)
        candidate.score += PARALLEL * (_sentence(candidate, texts) in parallel)
    return _without_overlaps(found, 0.0)


def _sentence(candidate: Candidate, texts: Sequence[str]) -> tuple[int, int, str]:
    """Return the sentence that a candidate stands in and the kind of word before it."""
    begin = max(texts[candidate.paragraph].rfind(mark, 0, candidate.start) for mark in "。!?;")
    before = next(
        (name for name in candidate.features if name in ("before post", "before unit")), ""
    )
    return candidate.paragraph, begin, before or str(candidate.start)


def _beside(chosen: Sequence[Candidate], texts: Sequence[str]) -> set[tuple[int, int, int]]:
    """Return the candidates that have a clear name beside them."""
    places = set()
    for left, right in pairwise(chosen):
        if left.paragraph != right.paragraph:
            continue
        between = texts[left.paragraph][left.end : right.start]
        if len(between) == 1 and between in SEPARATORS:
            if left.score > CLEAR:
                places.add((right.paragraph, right.start, right.end))
            if right.score > CLEAR:
                places.add((left.paragraph, left.start, left.end))
    return places


def _without_overlaps(found: Iterable[Candidate], least: float) -> list[Candidate]:
    taken: set[tuple[int, int]] = set()
    chosen = []
    for candidate in sorted(found, key=lambda c: (-c.score, c.paragraph, c.start, c.end)):
        if candidate.score <= least:
            break
        cells = {(candidate.paragraph, i) for i in range(candidate.start, candidate.end)}
        if taken.isdisjoint(cells):
            taken |= cells
            chosen.append(candidate)
    return sorted(chosen, key=lambda c: (c.paragraph, c.start))
