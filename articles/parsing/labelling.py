"""The best reading of a whole page: one state for every line (Viterbi over the grammar)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from articles.parsing.grammar import STATES, State
from articles.parsing.weights import Model

BEAM = 30.0
"""States that are so far behind the best one of their line are given up."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The state of one line, the next best state of it, and how far that is behind."""

    state: State
    score: float
    second: State
    margin: float


def label_lines(observed: Sequence[Sequence[str]], model: Model) -> list[State]:
    """Return the best sequence of states for a page's lines."""
    if not observed:
        return []
    fit = model.emissions(observed[0])
    live = {j: weight + fit[j] for j, weight in model.starts}
    back: list[dict[int, int]] = []
    for names in observed[1:]:
        fit = model.emissions(names)
        floor = max(live.values()) - BEAM
        best: dict[int, float] = {}
        came: dict[int, int] = {}
        for i, score in live.items():
            if score < floor:
                continue
            for j, weight in model.followers[i]:
                total = score + weight
                if j not in best or total > best[j]:
                    best[j] = total
                    came[j] = i
        live = {j: score + fit[j] for j, score in best.items()}
        back.append(came)
    path = [max(live, key=lambda j: (live[j], -j))]
    for came in reversed(back):
        path.append(came[path[-1]])
    return [STATES[j] for j in reversed(path)]
