"""The weight table of the layout reading: what each observation says for or against each label."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache
from itertools import zip_longest
from pathlib import Path

import numpy as np
import numpy.typing as npt

from articles.parsing.features import Bundle, Observed
from articles.parsing.grammar import GROUPS, STATES, Label, State, may_follow
from articles.parsing.tables import read_table

Floats = npt.NDArray[np.float64]
Table = Mapping[str, Mapping[str, float]]
"""{group of `GROUPS`, or `steps`: {observation or step: weight}}."""

TABLE = Path(__file__).with_name("weights.toml")
NEVER = -np.inf
KNOWN = 100_000
"""So many bundles of observations are kept weighed."""
ALLOWED = np.array([[may_follow(before, after) for after in STATES] for before in STATES])
"""Which state may follow which, by their places in `STATES`."""
BEGINS = np.array([state.first for state in STATES])
MEMBERS = np.array([[group in state.groups for group in GROUPS] for state in STATES], dtype=float)
"""Which groups of weights a state is measured by."""


class Habit(StrEnum):
    """Where most articles of a page have their headline; of paragraphs it is always above."""

    PARAGRAPHS = "paragraphs"
    ABOVE = "above"
    BELOW = "below"


def steps(before: State | None, after: State, habit: Habit) -> tuple[str, ...]:
    """Return the names under which the table weighs one state following another (or none)."""
    if before is None:
        return (f"page > {after}", f"{habit} page > {after}")
    names = [f"{before.label} > {after.label}"]
    if after.first:
        names.append(f"{before.label} ends")
        names.append(f"{before.phase} ends > {after}")
    if after.first or Label.HEAD in (before.label, after.label):
        names.append(f"{before} > {after}")
    if after.first or (after.label is Label.HEAD and before.label is not Label.HEAD):
        names.append(f"{habit} page: {after}")
        names.append(f"{habit} page: {before.phase} > {after}")
    return tuple(names)


class Model:
    """A weight table made ready for reading pages."""

    def __init__(self, table: Table) -> None:
        self.rows: dict[str, Floats] = {}
        for column, group in enumerate(GROUPS):
            for name, weight in table.get(group, {}).items():
                self.rows.setdefault(name, np.zeros(len(GROUPS)))[column] = weight
        step = table.get("steps", {})

        def weigh(before: State | None, after: State, habit: Habit) -> float:
            return sum(step.get(name, 0.0) for name in steps(before, after, habit))

        self.starts: dict[Habit, Floats] = {}
        self.steps: dict[Habit, Floats] = {}
        for habit in Habit:
            self.starts[habit] = np.array(
                [weigh(None, state, habit) if state.first else NEVER for state in STATES]
            )
            self.steps[habit] = np.array(
                [
                    [weigh(a, b, habit) if ALLOWED[i, j] else NEVER for j, b in enumerate(STATES)]
                    for i, a in enumerate(STATES)
                ]
            )
        self._weighed = _Weighed(self.rows)

    def fits(self, observed: Sequence[Observed]) -> Floats:
        """Return how well each line fits each state: an array (lines, states)."""
        if len(self._weighed) > KNOWN:
            self._weighed = _Weighed(self.rows)
        weighed, none = self._weighed, self._weighed[()]
        numbers = [[weighed[bundle] for bundle in bundles] for bundles in observed]
        totals = np.zeros((len(observed), len(GROUPS)))
        for column in zip_longest(*numbers, fillvalue=none):
            totals += weighed.sums.take(column, axis=0)
        fits: Floats = totals @ MEMBERS.T
        return fits

    def grounds(self, state: State, names: Sequence[str]) -> list[tuple[str, float]]:
        """Return the observations that the table knows, with what each says for a state."""
        columns = [GROUPS.index(group) for group in state.groups]
        known = ((name, self.rows[name]) for name in names if name in self.rows)
        return [(name, float(row[columns].sum())) for name, row in known]


class _Weighed(dict[Bundle, int]):
    """A number for each bundle of observations, that of its row in `sums`, (bundles, groups)."""

    def __init__(self, rows: Mapping[str, Floats]) -> None:
        self.rows = rows
        self.sums = np.zeros((1024, len(GROUPS)))

    def __missing__(self, bundle: Bundle) -> int:
        number = self[bundle] = len(self)
        if number == len(self.sums):
            self.sums = np.concatenate([self.sums, np.zeros_like(self.sums)])
        for name in bundle:
            if name in self.rows:
                self.sums[number] += self.rows[name]
        return number


@cache
def standard() -> Model:
    """Return the model of the table that stands beside this module."""
    return Model(read_table(TABLE))
