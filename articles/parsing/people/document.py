"""Decide which candidates of one article are names: the article speaks as a whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence

from articles.parsing.people.candidates import Candidate
from articles.parsing.people.features import EXPECTING

AGAIN = 2.5  # another occurrence was clearly a name
AGAIN_WEAKLY = 1.5  # another occurrence may be a name
AGAIN_OFTEN = 0.7  # for each further occurrence that may be a name
ELSEWHERE = 3.0  # the page names the person in another article
PARALLEL = 1.8  # a clear name of the same sentence stands after the same kind of word
LISTED = (0.0, 2.0, 3.5)  # by the number of names in the same enumeration
CLEAR = 1.0
LIKELY = 0.0  # beside it stands a name, if only one
LISTABLE = -2.0  # beside it stand names, if several
POSSIBLE = -3.0
PARALLELS = {
    **dict.fromkeys((f"before {name}" for name in EXPECTING), "person"),
    "before unit": "unit",
}
ROWS = frozenset(f"after {name}" for name in ("blank", "note", "colon", "open_bracket"))
SEPARATORS = frozenset("、 和与及")


def choose(
    found: Sequence[Candidate], texts: Sequence[str], known: Collection[str]
) -> list[Candidate]:
    """Return the candidates that are names, none over another, in order of the text."""
    first = _without_overlaps(found, POSSIBLE)
    seen: dict[str, list[float]] = defaultdict(list)
    for candidate in first:
        seen[candidate.name].append(candidate.score)
    enumerated = _enumerated(first, texts)
    has_parallel = _parallels(first, texts)
    for candidate in found:
        others = list(seen[candidate.name])
        if candidate.score in others:
            others.remove(candidate.score)
        if candidate.name in known:
            candidate.score += ELSEWHERE
        if others:
            weak = AGAIN_WEAKLY + AGAIN_OFTEN * (min(len(others), 4) - 1)
            candidate.score += AGAIN if max(others) > CLEAR else weak
        candidate.score += LISTED[min(enumerated(candidate), 2)]
        candidate.score += PARALLEL * has_parallel(candidate)
    return _without_overlaps(found, 0.0)


def _parallels(chosen: Sequence[Candidate], texts: Sequence[str]) -> Callable[[Candidate], bool]:
    """Return whether a clear name of the same sentence stands after the same kind of word."""
    starts: dict[tuple[int, int, str], set[tuple[int, int]]] = defaultdict(set)
    for candidate in chosen:
        if candidate.score > CLEAR:
            starts[_sentence(candidate, texts)].add((candidate.paragraph, candidate.start))

    def has_parallel(candidate: Candidate) -> bool:
        place = _sentence(candidate, texts)
        return bool(place[2]) and bool(
            starts.get(place, set()) - {(candidate.paragraph, candidate.start)}
        )

    return has_parallel


def _sentence(candidate: Candidate, texts: Sequence[str]) -> tuple[int, int, str]:
    """Return the sentence that a candidate stands in and the kind of word before it.

    The rows of a list count as one sentence, each row beginning with a name.
    """
    if not candidate.start:
        row = next((name for name in candidate.features if name in ROWS), "")
        return -1, -1, row
    begin = max(texts[candidate.paragraph].rfind(mark, 0, candidate.start) for mark in "。!?;")
    before = next((PARALLELS[name] for name in candidate.features if name in PARALLELS), "")
    return candidate.paragraph, begin, before


def _enumerated(chosen: Sequence[Candidate], texts: Sequence[str]) -> Callable[[Candidate], int]:
    """Return how many names stand in a row with a candidate, separated by marks only."""
    listable = [candidate for candidate in chosen if candidate.score > LISTABLE]
    ending = {(c.paragraph, c.end): c for c in listable}
    beginning = {(c.paragraph, c.start): c for c in listable}

    def count(candidate: Candidate) -> int:
        text, beside = texts[candidate.paragraph], []
        at = candidate.start
        while text[at - 1 : at] in SEPARATORS and (candidate.paragraph, at - 1) in ending:
            beside.append(ending[candidate.paragraph, at - 1])
            at = beside[-1].start
        at = candidate.end
        while text[at : at + 1] in SEPARATORS and (candidate.paragraph, at + 1) in beginning:
            beside.append(beginning[candidate.paragraph, at + 1])
            at = beside[-1].end
        return len(beside) if len(beside) > 1 else sum(c.score > LIKELY for c in beside)

    return count


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
