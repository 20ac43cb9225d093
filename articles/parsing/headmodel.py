"""Which pieces of a headline are its section label, kicker, title and subtitle.

Every division of the pieces into parts in one of the `PATTERNS` is weighed as a whole; the weights
are a table learned by `headtraining.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from math import exp, log
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
    """A headline divided: where each part begins and what it is."""

    starts: tuple[int, ...]
    pattern: tuple[BlockType, ...]

    def ranges(self, size: int) -> Iterator[tuple[int, int]]:
        """Yield the pieces of each part as a range."""
        yield from zip(self.starts, (*self.starts[1:], size), strict=True)


@dataclass(frozen=True, slots=True)
class Reading:
    """The best division of a headline and its probability."""

    division: Division
    sureness: float


class View:
    """All that is seen of one headline; every stretch is looked at once."""

    def __init__(self, pieces: Sequence[Piece], opening: str, *, wrapped: bool) -> None:
        self.pieces, self.opening, self.wrapped = pieces, opening, wrapped
        self._parts: dict[tuple[int, int], Part] = {}
        self._bonds: dict[tuple[int, int], tuple[str, ...]] = {}
        self._steps: dict[tuple[int, int, int], tuple[str, ...]] = {}

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

    def divisions(self) -> Iterator[Division]:
        """Yield every division; a section label has a line of its own."""
        size = len(self.pieces)
        cuts = range(1, min(size, MOST_PIECES))
        lines = (k for k in range(1, size) if self.pieces[k].gap is not Gap.BLANK)
        first = next(lines, size)
        for pattern in PATTERNS:
            for places in combinations(cuts, len(pattern) - 1):
                end = places[0] if places else size
                if pattern[0] is not S or end == first:
                    yield Division((0, *places), pattern)

    def signs(self, division: Division) -> Iterator[tuple[str, str]]:
        """Yield (group, sign) for everything that is seen of a division."""
        shape = " ".join(division.pattern)
        yield "pattern", shape
        yield "pattern", f"{shape} {'wrapped' if self.wrapped else 'paragraphs'}"
        before: tuple[int, BlockType] | None = None
        for (start, end), role in zip(
            division.ranges(len(self.pieces)), division.pattern, strict=True
        ):
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


def weigh(view: View, model: Model) -> list[tuple[float, Division]]:
    """Return every division with its score."""
    size = len(view.pieces)
    style = "wrapped" if view.wrapped else "paragraphs"
    parts: dict[tuple[int, int], list[float]] = {}
    steps: dict[tuple[int, int, int], list[float]] = {}
    found = []
    for division in view.divisions():
        shape = " ".join(division.pattern)
        total = model.patterns.get(shape, 0.0) + model.patterns.get(f"{shape} {style}", 0.0)
        before: tuple[int, BlockType] | None = None
        for (start, end), role in zip(division.ranges(size), division.pattern, strict=True):
            if (start, end) not in parts:
                bonds = [b for place in range(start + 1, end) for b in view.bond(start, place)]
                bond = sum(model.bonds.get(sign, 0.0) for sign in bonds)
                fits = _total(model.parts, view.part(start, end).signs)
                parts[start, end] = [fit + bond for fit in fits]
            total += parts[start, end][ROLES.index(role)]
            if before:
                key = before[0], start, end
                if key not in steps:
                    steps[key] = _total(model.steps, view.step(*key))
                total += steps[key][PAIRS.index((before[1], role))]
            before = start, role
        found.append((total, division))
    return found


def read_division(
    pieces: Sequence[Piece], opening: str, *, wrapped: bool, model: Model | None = None
) -> Reading:
    """Return the likeliest division of the pieces of a headline."""
    weighed = weigh(View(pieces, opening, wrapped=wrapped), model or standard())
    best, division = max(weighed, key=lambda pair: pair[0])
    return Reading(division, 1 / sum(exp(score - best) for score, _division in weighed))


def log_sum(scores: Sequence[float]) -> float:
    """Return the logarithm of the sum of the exponentials."""
    top = max(scores)
    return top + log(sum(exp(score - top) for score in scores))


@cache
def standard() -> Model:
    """Return the model of the table that stands beside this module."""
    return Model.of(read_table(TABLE))
