"""The best reading of a whole page: one state for every line.

The model is a conditional random field (Lafferty, McCallum and Pereira 2001) over the states of the
grammar: `best_path` is Viterbi's, `chances` are those of the forward-backward algorithm.  Of the
habits that a page may have that one is taken under which all its readings together are likeliest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from articles.parsing.features import Observed
from articles.parsing.grammar import STATES, Label, State
from articles.parsing.weights import BEGINS, NEVER, Floats, Habit, Model

LEAST = 1e-15
"""Smaller chances are none; margins end at 34.5."""
MOST_LINES = 20_000
"""No newspaper page has more lines: what does is read in portions."""
FAR = -60.0
"""A state that fits its line so much worse than another is as good as impossible."""
NEARLY = 1 - 1e-6
"""So exact is the chance of a path."""
LABELS = tuple(Label)
LABELLED = np.array([[state.label is label for label in LABELS] for state in STATES], dtype=float)
LABEL_OF = LABELLED.argmax(axis=1)
"""The place in `LABELS` of each state's label."""


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
    ways = {h: forward_pass(fits, model.starts[h], model.steps[h]) for h in habits_of(observed)}
    habit = max(ways, key=lambda h: ways[h].whole)
    found = backward_pass(ways[habit])
    path, seen = likely_path(fits, model.starts[habit], model.steps[habit], found), found.states
    labels, begins, goes_on = seen @ LABELLED, seen @ BEGINS, seen @ ~BEGINS
    lines, places = np.arange(len(path)), LABEL_OF[path]
    sure = labels[lines, places]
    labels[lines, places] = -1.0
    seconds = labels.argmax(axis=1)
    margins = _odds(sure, labels[lines, seconds])
    first = BEGINS[path]
    boundaries = _odds(np.where(first, begins, goes_on), np.where(first, goes_on, begins))
    return PageReading(
        tuple(
            Reading(STATES[j], LABELS[second], margin, boundary)
            for j, second, margin, boundary in zip(
                path, seconds.tolist(), margins, boundaries, strict=True
            )
        ),
        habit,
    )


def _odds(chances: Floats, others: Floats) -> list[float]:
    odds = np.log(np.maximum(chances, LEAST) / np.maximum(others, LEAST))
    found: list[float] = np.maximum(odds, 0.0).tolist()
    return found


def is_wrapped(observed: Sequence[Observed]) -> bool:
    """Say whether so many lines are printed lines that headlines may stand below their text."""
    return sum(bundles[0][0] == "w" for bundles in observed) * 2 > len(observed)


def habits_of(observed: Sequence[Observed]) -> tuple[Habit, ...]:
    """Return the habits that a page may have: one of paragraphs has its headlines above."""
    return (Habit.ABOVE, Habit.BELOW) if is_wrapped(observed) else (Habit.PARAGRAPHS,)


def likely_path(fits: Floats, start: Floats, step: Floats, seen: Chances) -> list[int]:
    """Return the best path of states over the lines, by the chances of the states.

    No path is likelier than any of its states.  So where only one state is as likely as some whole
    path, here that of the likeliest states, the best path has it; the rest is searched for.
    """
    path = seen.states.argmax(axis=1)
    possible = seen.states >= np.exp(_score(fits, start, step, path) - seen.whole) * NEARLY
    left, unsure = np.where(possible, fits, NEVER), possible.sum(axis=1) > 1
    for first, after in np.flatnonzero(np.diff(unsure, prepend=False, append=False)).reshape(-1, 2):
        part = slice(max(0, first - 1), after + 1)  # with the sure lines beside them
        path[part] = best_path(left[part], np.zeros_like(start) if part.start else start, step)
    found: list[int] = path.tolist()
    return found


def _score(fits: Floats, start: Floats, step: Floats, path: npt.NDArray[np.intp]) -> float:
    """Return the score of a path."""
    steps = start[path[0]] + step[path[:-1], path[1:]].sum()
    return float(steps + fits[np.arange(len(path)), path].sum())


def best_path(fits: Floats, start: Floats, step: Floats) -> list[int]:
    """Return the best path of states over the lines."""
    onto = np.ascontiguousarray(step.T)
    sums, rows = np.empty_like(onto), np.arange(0, onto.size, len(onto))
    befores = np.empty((len(fits) - 1, len(onto)), dtype=np.intp)
    live = start + fits[0]
    for fit, before in zip(fits[1:], befores, strict=True):
        np.add(onto, live, out=sums)
        sums.argmax(axis=1, out=before)
        live = sums.take(rows + before)
        live += fit
    path = [int(live.argmax())]
    for before in befores[::-1]:
        path.append(int(before[path[-1]]))
    return path[::-1]


@dataclass(frozen=True, slots=True)
class Forward:
    """The chances of what is read up to each line, arrays (lines, states).

    `shares` is how the lines alone speak for the states, `forward` the chance of each state when
    nothing further has been read, `scale` the sum by which each line's chances were divided,
    `follow` the chance of one state following another, (states, states); `whole` is the logarithm
    of the sum over all paths.
    """

    shares: Floats
    forward: Floats
    scale: Floats
    follow: Floats
    whole: float


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
    return backward_pass(forward_pass(fits, start, step))


def forward_pass(fits: Floats, start: Floats, step: Floats) -> Forward:
    """Return the chances from the first line on."""
    top = fits.max(axis=1)
    shares = np.exp(np.maximum(fits - top[:, None], FAR))
    highest, first = float(step.max()), float(start.max())
    follow = np.exp(step - highest)
    forward, scale = shares.copy(), np.empty(len(fits))
    coming = np.exp(start - first)
    for t, live in enumerate(forward):
        scale[t] = total = live.dot(coming)
        live *= coming
        live /= total
        live.dot(follow, out=coming)
    whole = float(np.log(scale).sum() + top.sum()) + highest * (len(fits) - 1) + first
    return Forward(shares, forward, scale, follow, whole)


def backward_pass(seen: Forward) -> Chances:
    """Return the chances from the last line back."""
    shares = seen.shares / seen.scale[:, None]
    rest = np.empty_like(shares)
    rest[-1] = 1.0
    for t in range(len(shares) - 1, 0, -1):
        seen.follow.dot(rest[t] * shares[t], out=rest[t - 1])
    return Chances(seen.forward * rest, seen.whole, seen.forward, rest * shares, seen.follow)
