"""The best reading of a whole page: one state for every line (Viterbi over the grammar)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from articles.parsing.grammar import STATES, State
from articles.parsing.weights import Habit, Model

BEAM = 12.0
"""States that are so far behind the best one of their line are given up."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The state of one line, the next best state of it, and how far that is behind."""

    state: State
    score: float
    second: State
    margin: float


def label_lines(observed: Sequence[Sequence[str]], model: Model) -> tuple[list[State], Habit]:
    """Return the best sequence of states for a page's lines, and the habit of the page.

    A page of paragraphs has its headlines above; one of printed lines is read both ways.
    """
    if not observed:
        return [], Habit.PARAGRAPHS
    fits = [model.emissions(names) for names in observed]
    wrapped = is_wrapped(observed)
    habits = (Habit.ABOVE, Habit.BELOW) if wrapped else (Habit.PARAGRAPHS,)
    ways = [(_best_path(fits, model, habit), habit) for habit in habits]
    (_, path), habit = max(ways, key=lambda way: way[0][0])
    return [STATES[j] for j in path], habit


def is_wrapped(observed: Sequence[Sequence[str]]) -> bool:
    """Say whether so many lines are printed lines that headlines may stand below their text."""
    return sum(names[0] == "w" for names in observed) * 2 > len(observed)


def _best_path(
    fits: Sequence[Sequence[float]], model: Model, habit: Habit
) -> tuple[float, list[int]]:
    """Return the score and the places in `STATES` of the best path."""
    followers = model.followers[habit]
    live = {j: weight + fits[0][j] for j, weight in model.starts[habit]}
    back: list[dict[int, int]] = []
    for fit in fits[1:]:
        floor = max(live.values()) - BEAM
        best: dict[int, float] = {}
        came: dict[int, int] = {}
        for i, score in live.items():
            if score < floor:
                continue
            for j, weight in followers[i]:
                total = score + weight
                if j not in best or total > best[j]:
                    best[j] = total
                    came[j] = i
        live = {j: score + fit[j] for j, score in best.items()}
        back.append(came)
    last = max(live, key=lambda j: (live[j], -j))
    path = [last]
    for came in reversed(back):
        path.append(came[path[-1]])
    return live[last], path[::-1]
