"""The best reading of a whole page: one state for every line.

The model is a conditional random field (Lafferty, McCallum and Pereira 2001) over the states of the
grammar: `best_path` is Viterbi's, `chances` are those of the forward-backward algorithm.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from articles.parsing.features import Observed
from articles.parsing.grammar import STATES, Label, State
from articles.parsing.weights import BEGINS, Floats, Habit, Model

LEAST = 1e-15
"""Smaller chances are none; margins end at 34.5."""
MOST_LINES = 20_000
"""No newspaper page has more lines: what does is read in portions."""
FAR = -60.0
"""A state that fits its line so much worse than another is as good as impossible."""
LABELS = tuple(Label)
LABELLED = np.array([[state.label is label for label in LABELS] for state in STATES], dtype=float)


@dataclass(frozen=True, slots=True)
class Reading:
    """The state of one line and the next best label of it.

    `margin` is the logarithm of how many times likelier the label is than the second one,
    `boundary` the same for whether an article begins here.
    """

    state: State
    second: Label
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


def read_page(observed: Sequence[Observed], model: Model) -> PageReading:
    """Return the best reading of a page's lines with the margins to other readings."""
    portions = [observed[k : k + MOST_LINES] for k in range(0, len(observed), MOST_LINES)]
    read = [_read_portion(portion, model) for portion in portions]
    lines = tuple(reading for portion in read for reading in portion.lines)
    return PageReading(lines, read[0].habit if read else Habit.PARAGRAPHS)


def _read_portion(observed: Sequence[Observed], model: Model) -> PageReading:
    fits = model.fits(observed)
    path, habit = _best(observed, fits, model)
    seen = chances(fits, model.starts[habit], model.steps[habit]).states
    labels, begins = seen @ LABELLED, seen @ BEGINS
    places = [LABELS.index(STATES[j].label) for j in path]
    chosen = np.arange(len(path))
    sure = labels[chosen, places]
    labels[chosen, places] = -1.0
    seconds = labels.argmax(axis=1)
    lines = tuple(
        Reading(
            STATES[j],
            LABELS[second],
            _odds(float(sure[i]), float(labels[i, second])),
            _odds(*((begun, 1 - begun) if BEGINS[j] else (1 - begun, begun))),
        )
        for i, (j, second, begun) in enumerate(
            zip(path, seconds.tolist(), begins.tolist(), strict=True)
        )
    )
    return PageReading(lines, habit)


def _odds(chance: float, other: float) -> float:
    return max(0.0, log(max(chance, LEAST) / max(other, LEAST)))


def is_wrapped(observed: Sequence[Observed]) -> bool:
    """Say whether so many lines are printed lines that headlines may stand below their text."""
    return sum(bundles[0][0] == "w" for bundles in observed) * 2 > len(observed)


def habits_of(observed: Sequence[Observed]) -> tuple[Habit, ...]:
    """Return the habits that a page may have: one of paragraphs has its headlines above."""
    return (Habit.ABOVE, Habit.BELOW) if is_wrapped(observed) else (Habit.PARAGRAPHS,)


def _best(observed: Sequence[Observed], fits: Floats, model: Model) -> tuple[list[int], Habit]:
    """Return the best path under the habit that fits best."""
    ways = [
        (*best_path(fits, model.starts[habit], model.steps[habit]), habit)
        for habit in habits_of(observed)
    ]
    _score, path, habit = max(ways, key=lambda way: way[0])
    return path, habit


def best_path(fits: Floats, start: Floats, step: Floats) -> tuple[float, list[int]]:
    """Return the score of the best path of states over the lines, and the path."""
    onward = np.ascontiguousarray(step.T)
    scores = np.empty_like(fits)
    scores[0] = live = start + fits[0]
    for t in range(1, len(fits)):
        live = (onward + live).max(axis=1)
        live += fits[t]
        scores[t] = live
    place = int(live.argmax())
    score = float(live[place])
    path = [place]
    for t in range(len(fits) - 2, -1, -1):
        place = int((scores[t] + onward[place]).argmax())
        path.append(place)
    return score, path[::-1]


@dataclass(frozen=True, slots=True)
class Chances:
    """The chances of all readings of a page together.

    `states` is the chance of each state on each line, an array (lines, states); `whole` the
    logarithm of the sum over all paths; `forward`, `backward` and `follow` are what learning needs.
    """

    states: Floats
    whole: float
    forward: Floats
    backward: Floats
    follow: Floats

    def pairs(self) -> Floats:
        """Return the expected number of times that each state follows each."""
        return (self.forward[:-1].T @ self.backward[1:]) * self.follow


def chances(fits: Floats, start: Floats, step: Floats) -> Chances:
    """Return the chances of the states, by the forward-backward algorithm."""
    top = fits.max(axis=1)
    shares = np.exp(np.maximum(fits - top[:, None], FAR))
    highest, first = float(step.max()), float(start.max())
    follow = np.exp(step - highest)
    forward, backward = np.empty_like(fits), np.empty_like(fits)
    scale = np.empty(len(fits))
    live = np.exp(start - first) * shares[0]
    scale[0] = live.sum()
    forward[0] = live = live / scale[0]
    for t in range(1, len(fits)):
        live = live @ follow
        live *= shares[t]
        scale[t] = total = live.sum()
        live /= total
        forward[t] = live
    back = np.ascontiguousarray(follow.T)
    shares /= scale[:, None]
    live = np.ones(len(STATES))
    states = np.empty_like(fits)
    for t in range(len(fits) - 1, -1, -1):
        states[t] = forward[t] * live
        backward[t] = live = live * shares[t]
        live = live @ back
    whole = float(np.log(scale).sum() + top.sum()) + highest * (len(fits) - 1) + first
    return Chances(states, whole, forward, backward, follow)
