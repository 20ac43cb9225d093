"""The best reading of a whole page: one state for every line (Viterbi over the grammar)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf

from articles.parsing.grammar import STATES, Phase, State
from articles.parsing.weights import Habit, Model

BEAM = 12.0
"""States that are so far behind the best one of their line are given up."""
PHASE_BEAM = 5.0
"""So are those that are so far behind the best one of their phase: what tells phases apart may
come much later, what tells labels apart is near."""
PHASES = tuple(list(Phase).index(state.phase) for state in STATES)
FIRST = tuple(state.first for state in STATES)
LABELS = tuple(state.label for state in STATES)

Fits = Sequence[Sequence[float]]
Live = dict[int, float]


@dataclass(frozen=True, slots=True)
class Reading:
    """The state of one line, the next best label of it, and how much worse a page would read.

    `boundary` is how much worse it would read if an article began here, or did not begin here.
    """

    state: State
    second: State
    margin: float
    boundary: float


@dataclass(frozen=True, slots=True)
class PageReading:
    """The readings of a page's lines under the habit that fits the page best."""

    lines: tuple[Reading, ...]
    habit: Habit

    @property
    def states(self) -> list[State]:
        """The states alone."""
        return [reading.state for reading in self.lines]


def read_page(observed: Sequence[Sequence[str]], model: Model) -> PageReading:
    """Return the best reading of a page's lines with the margins to other readings."""
    if not observed:
        return PageReading((), Habit.PARAGRAPHS)
    fits = [model.emissions(names) for names in observed]
    path, forward, habit = _best(observed, fits, model)
    backward = _backward(fits, model, habit, forward)
    lines = tuple(map(_reading, path, forward, backward))
    return PageReading(lines, habit)


def label_lines(observed: Sequence[Sequence[str]], model: Model) -> tuple[list[State], Habit]:
    """Return the best sequence of states for a page's lines, and the habit of the page."""
    if not observed:
        return [], Habit.PARAGRAPHS
    path, _, habit = _best(observed, [model.emissions(names) for names in observed], model)
    return [STATES[j] for j in path], habit


def is_wrapped(observed: Sequence[Sequence[str]]) -> bool:
    """Say whether so many lines are printed lines that headlines may stand below their text."""
    return sum(names[0] == "w" for names in observed) * 2 > len(observed)


def _best(
    observed: Sequence[Sequence[str]], fits: Fits, model: Model
) -> tuple[list[int], list[Live], Habit]:
    """Return the best path, the scores on the way and the habit.

    A page of paragraphs has its headlines above; one of printed lines is read both ways.
    """
    habits = (Habit.ABOVE, Habit.BELOW) if is_wrapped(observed) else (Habit.PARAGRAPHS,)
    ways = [(*_forward(fits, model, habit), habit) for habit in habits]
    forward, back, habit = max(ways, key=lambda way: max(way[0][-1].values()))
    last = forward[-1]
    path = [max(last, key=lambda j: (last[j], -j))]
    for came in reversed(back):
        path.append(came[path[-1]])
    return path[::-1], forward, habit


def _forward(fits: Fits, model: Model, habit: Habit) -> tuple[list[Live], list[dict[int, int]]]:
    """Return for each line the scores of its states, and from which state each was reached."""
    followers = model.followers[habit]
    live = {j: weight + fits[0][j] for j, weight in model.starts[habit]}
    scores, back = [live], []
    for fit in fits[1:]:
        floors = _floors(live)
        best: Live = {}
        came: dict[int, int] = {}
        for i, score in live.items():
            if score < floors[PHASES[i]]:
                continue
            for j, weight in followers[i]:
                total = score + weight
                if j not in best or total > best[j]:
                    best[j] = total
                    came[j] = i
        live = {j: score + fit[j] for j, score in best.items()}
        scores.append(live)
        back.append(came)
    return scores, back


def _floors(live: Mapping[int, float]) -> list[float]:
    """Return for each phase the score below which a state is given up."""
    tops = [-inf] * len(Phase)
    for j, score in live.items():
        phase = PHASES[j]
        if score > tops[phase]:
            tops[phase] = score
    floor = max(tops) - BEAM
    return [max(floor, top - PHASE_BEAM) for top in tops]


def _backward(fits: Fits, model: Model, habit: Habit, forward: Sequence[Live]) -> list[Live]:
    """Return for each line how good the rest of the page can be after each of its states."""
    followers = model.followers[habit]
    rest = dict.fromkeys(forward[-1], 0.0)
    found = [rest]
    for t in range(len(fits) - 2, -1, -1):
        fit, live = fits[t + 1], forward[t]
        floors = _floors(live)
        gains = {j: score + fit[j] for j, score in rest.items()}
        rest = {}
        for i, score in live.items():
            if score < floors[PHASES[i]]:
                continue
            onward = (weight + gains[j] for j, weight in followers[i] if j in gains)
            rest[i] = max(onward, default=-inf)
        found.append(rest)
    return found[::-1]


def _reading(chosen: int, before: Live, after: Live) -> Reading:
    """Compare the best page reading with this state and those with another one."""
    whole = before[chosen] + after[chosen]
    second, rival, other = chosen, -inf, -inf
    for j, rest in after.items():
        score = before[j] + rest
        if score > rival and LABELS[j] is not LABELS[chosen]:
            second, rival = j, score
        if score > other and FIRST[j] is not FIRST[chosen]:
            other = score
    margin = min(whole - rival, 3 * BEAM)
    return Reading(STATES[chosen], STATES[second], margin, min(whole - other, 3 * BEAM))
