"""The weight table of the layout reading: what each observation says for or against each label."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from articles.parsing.grammar import GROUPS, STATES, State, may_follow

TABLE = Path(__file__).with_name("weights.toml")
ALLOWED = tuple(
    tuple(j for j, after in enumerate(STATES) if may_follow(before, after)) for before in STATES
)
"""For each state the states that may follow it, by place in `STATES`."""


def steps(before: State, after: State) -> tuple[str, ...]:
    """Return the names under which the table weighs one state following another."""
    names = [f"{before.label} > {after.label}"]
    if after.first:
        names.append(f"{before.phase} ends > {after}")
        names.append(f"{before} ends")
    else:
        names.append(f"{before} > {after}")
    return tuple(names)


@dataclass(frozen=True, slots=True)
class Model:
    """Weights made ready for reading: one row of `GROUPS` for each observation."""

    seen: Mapping[str, tuple[float, ...]]
    followers: tuple[tuple[tuple[int, float], ...], ...]
    starts: tuple[tuple[int, float], ...]
    groups: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, table: Mapping[str, Mapping[str, float]]) -> Model:
        """Return the model of a table {group: {observation: weight}}, steps under `steps`."""
        rows: dict[str, list[float]] = {}
        for column, group in enumerate(GROUPS):
            for name, weight in table.get(group, {}).items():
                rows.setdefault(name, [0.0] * len(GROUPS))[column] = weight
        step = table.get("steps", {})
        followers = tuple(
            tuple((j, sum(step.get(n, 0.0) for n in steps(before, STATES[j]))) for j in following)
            for before, following in zip(STATES, ALLOWED, strict=True)
        )
        starts = tuple(
            (j, step.get(f"page > {state}", 0.0)) for j, state in enumerate(STATES) if state.first
        )
        places = {group: i for i, group in enumerate(GROUPS)}
        groups = tuple(tuple(places[group] for group in state.groups) for state in STATES)
        return cls({n: tuple(row) for n, row in rows.items()}, followers, starts, groups)

    def emissions(self, names: Iterable[str]) -> list[float]:
        """Return for each state how well a line of these observations fits it."""
        rows = [row for name in names if (row := self.seen.get(name)) is not None]
        totals = [sum(column) for column in zip(*rows, strict=True)] or [0.0] * len(GROUPS)
        return [sum(totals[g] for g in groups) for groups in self.groups]


@cache
def standard() -> Model:
    """Return the model of the table that stands beside this module."""
    return Model.of(tomllib.loads(TABLE.read_text(encoding="utf-8")))
