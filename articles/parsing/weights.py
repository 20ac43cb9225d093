"""The weight table of the layout reading: what each observation says for or against each label."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from articles.parsing.grammar import GROUPS, STATES, Label, State, may_follow

TABLE = Path(__file__).with_name("weights.toml")
ALLOWED = tuple(
    tuple(j for j, after in enumerate(STATES) if may_follow(before, after)) for before in STATES
)
"""For each state the states that may follow it, by place in `STATES`."""


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


Steps = tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True)
class Model:
    """Weights made ready for reading: one row of `GROUPS` for each observation."""

    seen: Mapping[str, tuple[float, ...]]
    starts: Mapping[Habit, Steps]
    followers: Mapping[Habit, tuple[Steps, ...]]
    groups: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, table: Mapping[str, Mapping[str, float]]) -> Model:
        """Return the model of a table {group: {observation: weight}}, steps under `steps`."""
        rows: dict[str, list[float]] = {}
        for column, group in enumerate(GROUPS):
            for name, weight in table.get(group, {}).items():
                rows.setdefault(name, [0.0] * len(GROUPS))[column] = weight
        step = table.get("steps", {})

        def weigh(before: State | None, after: State, habit: Habit) -> float:
            return sum(step.get(name, 0.0) for name in steps(before, after, habit))

        starts = {
            habit: tuple((j, weigh(None, s, habit)) for j, s in enumerate(STATES) if s.first)
            for habit in Habit
        }
        followers = {
            habit: tuple(
                tuple((j, weigh(before, STATES[j], habit)) for j in following)
                for before, following in zip(STATES, ALLOWED, strict=True)
            )
            for habit in Habit
        }
        places = {group: i for i, group in enumerate(GROUPS)}
        groups = tuple((places[s.groups[0]], places["new"] if s.first else -1) for s in STATES)
        return cls({n: tuple(row) for n, row in rows.items()}, starts, followers, groups)

    def emissions(self, names: Iterable[str]) -> list[float]:
        """Return for each state how well a line of these observations fits it."""
        seen = self.seen
        rows = [row for name in names if (row := seen.get(name)) is not None]
        totals = [float(sum(column)) for column in zip(*rows, strict=True)] or [0.0] * len(GROUPS)
        totals.append(0.0)
        return [totals[label] + totals[new] for label, new in self.groups]


@cache
def standard() -> Model:
    """Return the model of the table that stands beside this module."""
    return Model.of(tomllib.loads(TABLE.read_text(encoding="utf-8")))
