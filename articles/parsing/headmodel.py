"""Which pieces of a headline are its section label, kicker, title and subtitle.

Every division of the pieces into parts in one of the `PATTERNS` is weighed as a whole; the weights
are a table learned by `headtraining.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import nlargest
from itertools import combinations
from math import exp, log
from operator import itemgetter
from pathlib import Path

from articles.parsing.headpieces import Gap, Piece
from articles.parsing.headsigns import Part, bond_signs, part_of, step_signs
from articles.parsing.tables import read_table
from articles.parsing.values import BlockType

TABLE = Path(__file__).with_name("headweights.toml")
MOST_PIECES = 9
"""No headline has more: further pieces belong to its last part."""

S, K, T, U = BlockType.SECTION, BlockType.KICKER, BlockType.TITLE, BlockType.SUBTITLE
PATTERNS: tuple[tuple[BlockType, ...], ...] = (
    (T,), (S,), (K, T), (T, U), (S, T), (K, T, U), (S, K, T), (S, T, U), (S, K, T, U),
)  # fmt: skip
ROLES = (S, K, T, U)
PAIRS = ((S, K), (S, T), (K, T), (T, U))
Table = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Division:
    """Pieces of a headline divided: where each part begins, what it is, where the last ends."""

    starts: tuple[int, ...]
    pattern: tuple[BlockType, ...]
    end: int

    def ranges(self) -> Iterator[tuple[int, int]]:
        """Yield the pieces of each part as a range."""
        yield from zip(self.starts, (*self.starts[1:], self.end), strict=True)

    def parts_of(self, pieces: Sequence[Piece]) -> Iterator[tuple[BlockType, Sequence[Piece]]]:
        """Yield what each part is, with its pieces."""
        for role, (start, end) in zip(self.pattern, self.ranges(), strict=True):
            yield role, pieces[start:end]


@dataclass(frozen=True, slots=True)
class Reading:
    """The best division of a headline, its probability, and the next best division."""

    division: Division
    sureness: float
    second: Division


class View:
    """All that is seen of one headline; every stretch is looked at once."""

    def __init__(self, pieces: Sequence[Piece], opening: str, *, wrapped: bool) -> None:
        self.pieces, self.opening, self.wrapped = pieces, opening, wrapped
        self._parts: dict[tuple[int, int], Part] = {}
        self._bonds: dict[tuple[int, int], tuple[str, ...]] = {}
        self._steps: dict[tuple[int, int, int], tuple[str, ...]] = {}

    @property
    def style(self) -> str:
        """The word for the page's lines in the table."""
        return "wrapped" if self.wrapped else "paragraphs"

    def part(self, start: int, end: int) -> Part:
        """Return pieces as one part."""
        if (start, end) not in self._parts:
            self._parts[start, end] = part_of(self.pieces[start:end], self.opening)
        return self._parts[start, end]

    def bond(self, start: int, place: int) -> tuple[str, ...]:
        """Return the signs of the piece at `place` going on with the part from `start`."""
        if (start, place) not in self._bonds:
            signs = bond_signs(self.pieces[start:place], self.pieces[place], wrapped=self.wrapped)
            self._bonds[start, place] = tuple(signs)
        return self._bonds[start, place]

    def step(self, start: int, place: int, end: int) -> tuple[str, ...]:
        """Return the signs of a part up to `place` and another from there."""
        if (start, place, end) not in self._steps:
            left, right = self.part(start, place), self.part(place, end)
            gap = self.pieces[place].gap
            self._steps[start, place, end] = tuple(
                step_signs(left, right, gap, wrapped=self.wrapped)
            )
        return self._steps[start, place, end]

    def line_starts(self) -> list[int]:
        """Return the pieces that begin a line."""
        return [k for k, piece in enumerate(self.pieces) if k == 0 or piece.gap is not Gap.BLANK]

    def divisions(self, start: int = 0, end: int | None = None) -> Iterator[Division]:
        """Yield every division of the pieces from `start` to `end` (all of them).

        A section label has a line of its own.
        """
        end = len(self.pieces) if end is None else end
        cuts = range(start + 1, min(end, start + MOST_PIECES))
        lines = (k for k in range(start + 1, end) if self.pieces[k].gap is not Gap.BLANK)
        second = next(lines, end)
        for pattern in PATTERNS:
            for places in combinations(cuts, len(pattern) - 1):
                if pattern[0] is not S or (places[0] if places else end) == second:
                    yield Division((start, *places), pattern, end)

    def signs(self, division: Division) -> Iterator[tuple[str, str]]:
        """Yield (group, sign) for everything that is seen of a division."""
        shape = " ".join(division.pattern)
        yield "pattern", shape
        yield "pattern", f"{shape} {self.style}"
        before: tuple[int, BlockType] | None = None
        for (start, end), role in zip(division.ranges(), division.pattern, strict=True):
            for sign in self.part(start, end).signs:
                yield role, sign
            for place in range(start + 1, end):
                for sign in self.bond(start, place):
                    yield "bond", sign
            if before:
                for sign in self.step(before[0], start, end):
                    yield f"{before[1]} > {role}", sign
            before = start, role


@dataclass(frozen=True, slots=True)
class Model:
    """A table made ready for reading: for each sign of a part its weight in every role."""

    patterns: Mapping[str, float]
    bonds: Mapping[str, float]
    parts: Mapping[str, tuple[float, ...]]
    steps: Mapping[str, tuple[float, ...]]

    @classmethod
    def of(cls, table: Table) -> Model:
        """Return the model of a table {group: {sign: weight}}."""
        return cls(
            table.get("pattern", {}),
            table.get("bond", {}),
            _columns(table, ROLES),
            _columns(table, [f"{before} > {after}" for before, after in PAIRS]),
        )


def _columns(table: Table, groups: Sequence[str]) -> dict[str, tuple[float, ...]]:
    names = {name for group in groups for name in table.get(group, {})}
    return {name: tuple(table.get(g, {}).get(name, 0.0) for g in groups) for name in names}


def _total(rows: Mapping[str, tuple[float, ...]], signs: Sequence[str]) -> list[float]:
    found = [row for sign in signs if (row := rows.get(sign)) is not None]
    return [sum(column) for column in zip(*found, strict=True)] if found else [0.0] * len(ROLES)


class Scores:
    """The weights of the divisions of one headline; those of their parts are kept."""

    def __init__(self, view: View, model: Model) -> None:
        self.view, self.model = view, model
        self._parts: dict[tuple[int, int], list[float]] = {}
        self._steps: dict[tuple[int, int, int], list[float]] = {}

    def of(self, division: Division) -> float:
        """Return the weight of a division."""
        shape = " ".join(division.pattern)
        patterns = self.model.patterns
        total = patterns.get(shape, 0.0) + patterns.get(f"{shape} {self.view.style}", 0.0)
        before: tuple[int, BlockType] | None = None
        for (start, end), role in zip(division.ranges(), division.pattern, strict=True):
            total += self._part(start, end)[ROLES.index(role)]
            if before:
                total += self._step(before[0], start, end)[PAIRS.index((before[1], role))]
            before = start, role
        return total

    def best(self, start: int = 0, end: int | None = None) -> float:
        """Return the weight of the likeliest division of the pieces from `start` to `end`."""
        return max(map(self.of, self.view.divisions(start, end)))

    def _part(self, start: int, end: int) -> list[float]:
        """Return the weight of pieces as one part, in each role."""
        found = self._parts.get((start, end))
        if found is None:
            view, bonds = self.view, self.model.bonds
            signs = (sign for place in range(start + 1, end) for sign in view.bond(start, place))
            bond = sum(bonds.get(sign, 0.0) for sign in signs)
            fits = _total(self.model.parts, view.part(start, end).signs)
            found = self._parts[start, end] = [fit + bond for fit in fits]
        return found

    def _step(self, start: int, place: int, end: int) -> list[float]:
        """Return the weight of one part following another, for each of `PAIRS`."""
        key = start, place, end
        if key not in self._steps:
            self._steps[key] = _total(self.model.steps, self.view.step(*key))
        return self._steps[key]


def weigh(view: View, model: Model) -> list[tuple[float, Division]]:
    """Return every division with its score."""
    scores = Scores(view, model)
    return [(scores.of(division), division) for division in view.divisions()]


def read_division(
    pieces: Sequence[Piece], opening: str, *, wrapped: bool, model: Model | None = None
) -> Reading:
    """Return the likeliest division of the pieces of a headline."""
    weighed = weigh(View(pieces, opening, wrapped=wrapped), model or standard())
    (best, division), (_score, second) = nlargest(2, weighed, key=itemgetter(0))
    return Reading(division, 1 / sum(exp(score - best) for score, _division in weighed), second)


def log_sum(scores: Sequence[float]) -> float:
    """Return the logarithm of the sum of the exponentials."""
    top = max(scores)
    return top + log(sum(exp(score - top) for score in scores))


@cache
def standard() -> Model:
    """Return the model of the table that stands beside this module."""
    return Model.of(read_table(TABLE))
