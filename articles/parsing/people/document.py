"""Decide which candidates of one article are names: the article speaks as a whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from articles.parsing.people import model, tables
from articles.parsing.people.candidates import Candidate
from articles.parsing.people.cues import EXPECTING

CLEAR = 1.0
LONG = 4
LIKELY = 0.0  # beside it stands a name, if only one
LISTABLE = -2.0  # beside it stand names, if several
POSSIBLE = -3.0
PARALLELS = {
    **dict.fromkeys((f"before {name}" for name in EXPECTING), "person"),
    "before unit": "unit",
}
MOST_AGAIN = 4
LONGEST_NOTE = 12
ENOUGH = 2  # more names beside a name say no more
LONGEST_SENTENCE = 400
ROWS = frozenset(f"after {name}" for name in ("blank", "note", "colon", "open_bracket"))
SEPARATORS = frozenset("、 和与及")


def choose(
    found: Sequence[Candidate], texts: Sequence[str], known: Collection[str]
) -> list[Candidate]:
    """Return the candidates that are names, none over another, in order of the text."""
    table = model.weights()
    for candidate, features in zip(found, evidence(found, texts, known), strict=True):
        candidate.score += model.weigh(features, table)
    return _without_overlaps(found, 0.0)


def evidence(
    found: Sequence[Candidate], texts: Sequence[str], known: Collection[str]
) -> Iterator[dict[str, float]]:
    """Yield for each candidate, scored by itself, what the rest of the article says of it."""
    first = _without_overlaps(found, POSSIBLE)
    parts = _parts(first)
    seen: dict[str, set[tuple[int, int]]] = defaultdict(set)
    clear: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for candidate in first:
        place = (candidate.paragraph, candidate.start)
        seen[candidate.name].add(place)
        if candidate.score > CLEAR and len(clear[candidate.name]) < ENOUGH:
            clear[candidate.name].add(place)
    enumerated = _enumerated(first, texts)
    has_parallel = _parallels(first, texts)
    rivals, words = _rivals(first), tables.words()
    for candidate in found:
        features: dict[str, float] = {}
        here = (candidate.paragraph, candidate.start)
        named = seen.get(candidate.name, set())
        others = len(named) - (here in named)
        tail = ", a word" if candidate.name in words else ""
        if others and clear.get(candidate.name, set()) - {here}:
            features[f"again clear{tail}"] = 1.0
        elif others:
            features[f"again{tail}"] = 1.0
            features["again often"] = float(min(others, MOST_AGAIN) - 1)
        if candidate.name in parts:
            features["part of a long name"] = 1.0
        if candidate.name in known:
            features["elsewhere"] = 1.0
        beside = enumerated(candidate)
        if beside:
            features[f"listed {beside}"] = 1.0
        if has_parallel(candidate):
            features["parallel"] = 1.0
        for rival in rivals(candidate):
            features[rival] = 1.0
        yield features


def _parts(first: Sequence[Candidate]) -> frozenset[str]:
    """Return the parts of the long names that an article is sure of: 阿呷 of 吉克阿呷."""
    parts: set[str] = set()
    for candidate in first:
        if "·" in candidate.name:
            parts.update(candidate.name.split("·"))
        elif len(candidate.name) >= LONG and candidate.score > CLEAR:
            parts.update((candidate.name[:2], candidate.name[2:]))
    return frozenset(parts)


def _rivals(first: Sequence[Candidate]) -> Callable[[Candidate], Iterator[str]]:
    """Return whether a longer or shorter form of a name stands clearly elsewhere: 周帆, 周帆刚."""
    shorter: dict[str, set[tuple[int, int]]] = defaultdict(set)
    longer: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for candidate in first:
        if candidate.score > CLEAR:
            place = (candidate.paragraph, candidate.start)
            shorter[candidate.name].add(place)
            longer[candidate.name[:-1]].add(place)

    def rivals(candidate: Candidate) -> Iterator[str]:
        here = {(candidate.paragraph, candidate.start)}
        if shorter.get(candidate.name[:-1], here) - here:
            yield "shorter elsewhere"
        if longer.get(candidate.name, here) - here:
            yield "longer elsewhere"

    return rivals


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
    least = max(0, candidate.start - LONGEST_SENTENCE)
    text = texts[candidate.paragraph]
    begin = max(text.rfind(mark, least, candidate.start) for mark in "。!?;")
    before = next((PARALLELS[name] for name in candidate.features if name in PARALLELS), "")
    return candidate.paragraph, begin, before


def _enumerated(chosen: Sequence[Candidate], texts: Sequence[str]) -> Callable[[Candidate], int]:
    """Return how many names stand in a row with a candidate, up to `ENOUGH`, with marks between."""
    listable = [c for c in chosen if c.score > LISTABLE and "place" not in c.features]
    ending = {(c.paragraph, c.end): c for c in listable}
    beginning = {(c.paragraph, c.start): c for c in listable}

    def count(candidate: Candidate) -> int:
        paragraph = candidate.paragraph
        beside: list[Candidate] = []
        text = texts[paragraph]
        at = candidate.start
        while len(beside) < ENOUGH and text[at - 1 : at] in SEPARATORS:
            at -= 1
            if text[at - 1 : at] == ")":
                at = max(text.rfind("(", at - LONGEST_NOTE, at), 0)
            if (paragraph, at) not in ending:
                break
            beside.append(ending[paragraph, at])
            at = beside[-1].start
        at = _after_note(text, candidate.end)
        while len(beside) < ENOUGH and (
            text[at : at + 1] in SEPARATORS and (paragraph, at + 1) in beginning
        ):
            beside.append(beginning[paragraph, at + 1])
            at = _after_note(text, beside[-1].end)
        return len(beside) if len(beside) > 1 else sum(c.score > LIKELY for c in beside)

    return count


def _after_note(text: str, end: int) -> int:
    """Return where the text goes on after a name and what stands in brackets behind it: (左)."""
    if text[end : end + 1] != "(":
        return end
    closed = text.find(")", end, end + LONGEST_NOTE)
    return closed + 1 or end


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
