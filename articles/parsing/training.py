"""Learn the weight table of the layout reading from annotated pages.

    python -m articles.parsing.training FOLDER... [--epochs 12] [--seed 1] [--table FILE]

A folder holds pages NAME.txt, each with its annotation NAME.gold.json (articles of blocks of line
numbers).  The method is a conditional random field whose training sees wrong readings as a little
better than they are (softmax margin, Gimpel and Smith 2010), with AdaGrad (Duchi and others 2011)
and a quadratic penalty.  The same folders and seed give the same table.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from articles.parsing.annotation import annotated_pages, habit_of, marks_of, states_of
from articles.parsing.duplicates import repeated
from articles.parsing.features import Observed, flat, observe
from articles.parsing.grammar import GROUPS, STATES, State, may_follow
from articles.parsing.labelling import chances, habits_of
from articles.parsing.lines import read_lines
from articles.parsing.measure import measures
from articles.parsing.tables import write_table
from articles.parsing.weights import ALLOWED, BEGINS, MEMBERS, TABLE, Floats, Habit, steps
from articles.parsing.words import words_of

Places = npt.NDArray[np.intp]

LEAST_LINES = 4
"""Observations on fewer lines say nothing that holds elsewhere."""
PENALTY = 4.0
"""How much a weight is drawn to 0 in one epoch."""
STEP = 0.05
WRONG_LABEL = 1.0
WRONG_BORDER = 3.0
"""By so much a wrong reading of a line is made to look better while learning."""
LEAST = 0.1
"""Weights below this are left out of the table."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One page: what is seen of its lines, and what they are."""

    observed: list[Observed]
    states: list[State]
    habit: Habit


def sample_of(text: str, gold: dict[str, Any]) -> Sample:
    """Return a page to learn from; lines without annotation are left out."""
    lines = read_lines(text)
    copies = repeated(lines)
    lines = [line for i, line in enumerate(lines) if i not in copies]
    marks = marks_of(gold, lines)
    observed = observe(lines, measures(lines), [words_of(line) for line in lines])
    kept = [i for i, mark in enumerate(marks) if mark]
    states = states_of([mark for mark in marks if mark], [lines[i] for i in kept])
    seen = [observed[i] for i in kept]
    wrapped = len(habits_of(seen)) > 1
    return Sample(seen, states, habit_of(states) if wrapped else Habit.PARAGRAPHS)


def load(folder: Path) -> list[Sample]:
    """Return the samples of one folder, in the order of their names.

    Raises `SystemExit` with a message for a folder without annotated pages.
    """
    samples = [sample_of(text, gold) for text, gold in annotated_pages(folder)]
    return [sample for sample in samples if sample.states and _is_grammatical(sample.states)]


def _is_grammatical(states: Sequence[State]) -> bool:
    """Say whether the grammar can read a page so; few pages are odder than it allows."""
    known = states[0].first and set(states) <= set(STATES)
    return known and all(may_follow(a, b) for a, b in pairwise(states))


# ------------------------------------------------------------------ what is learned


class Steps:
    """Which steps weigh on each pair of states, under each habit."""

    def __init__(self) -> None:
        self.names: dict[str, int] = {}
        self.starts = {habit: self._starts(habit) for habit in Habit}
        self.pairs = {habit: self._pairs(habit) for habit in Habit}

    def _place(self, name: str) -> int:
        return self.names.setdefault(name, len(self.names))

    def _starts(self, habit: Habit) -> tuple[Places, Places]:
        found = [
            (j, self._place(name))
            for j, state in enumerate(STATES)
            if state.first
            for name in steps(None, state, habit)
        ]
        return _columns(found)

    def _pairs(self, habit: Habit) -> tuple[Places, Places]:
        found = [
            (i * len(STATES) + j, self._place(name))
            for i, before in enumerate(STATES)
            for j, after in enumerate(STATES)
            if ALLOWED[i, j]
            for name in steps(before, after, habit)
        ]
        return _columns(found)

    def scores(self, weights: Floats, habit: Habit) -> tuple[Floats, Floats]:
        """Return the scores of the states a page may begin with, and of the pairs of states."""
        size = len(STATES)
        cells, places = self.starts[habit]
        start = np.bincount(cells, weights=weights[places], minlength=size)
        cells, places = self.pairs[habit]
        pair = np.bincount(cells, weights=weights[places], minlength=size * size)
        return (
            np.where(BEGINS, start, -np.inf),
            np.where(ALLOWED, pair.reshape(size, size), -np.inf),
        )

    def gradient(self, start: Floats, pair: Floats, habit: Habit) -> Floats:
        """Return how often each step was taken, from how often each state and pair was."""
        size = len(self.names)
        cells, places = self.starts[habit]
        begun: Floats = np.bincount(places, weights=start[cells], minlength=size).astype(float)
        cells, places = self.pairs[habit]
        followed: Floats = np.bincount(places, weights=pair.ravel()[cells], minlength=size).astype(
            float
        )
        return begun + followed


def _columns(found: Sequence[tuple[int, int]]) -> tuple[Places, Places]:
    cells, places = np.array(found, dtype=np.intp).T
    return cells, places


@dataclass(slots=True)
class Example:
    """A sample in numbers: the known observations of all lines, and where each line's begin."""

    seen: Places
    begins: Places
    line: Places
    states: Places
    habit: Habit
    habits: tuple[Habit, ...]
    cost: Floats
    rows: Places = field(init=False)

    def __post_init__(self) -> None:
        self.rows = np.unique(self.seen)


def example_of(sample: Sample, known: Mapping[str, int]) -> Example:
    """Return a sample in numbers; place 0 is an observation that nothing is known of."""
    seen: list[int] = []
    begins: list[int] = []
    for observed in sample.observed:
        begins.append(len(seen))
        seen.append(0)
        seen += [known[name] for name in flat(observed) if name in known]
    states = np.array([STATES.index(state) for state in sample.states], dtype=np.intp)
    labels = MEMBERS[:, [i for i, group in enumerate(GROUPS) if group != "new"]].argmax(axis=1)
    cost = WRONG_LABEL * (labels[None, :] != labels[states][:, None])
    cost = cost + WRONG_BORDER * (BEGINS[None, :] != BEGINS[states][:, None])
    sizes = np.diff([*begins, len(seen)])
    return Example(
        np.array(seen, dtype=np.intp),
        np.array(begins, dtype=np.intp),
        np.repeat(np.arange(len(begins)), sizes),
        states,
        sample.habit,
        habits_of(sample.observed),
        cost,
    )


class Learner:
    """The weights while they are learned."""

    def __init__(self, samples: Sequence[Sample]) -> None:
        spread = Counter(name for s in samples for o in s.observed for name in flat(o))
        names = [name for name, count in sorted(spread.items()) if count >= LEAST_LINES]
        self.names = ["", *names]
        known = {name: i for i, name in enumerate(self.names)}
        self.examples = [example_of(sample, known) for sample in samples]
        touched = np.bincount(np.concatenate([e.rows for e in self.examples]))
        self.rate = PENALTY / np.maximum(1, np.pad(touched, (0, len(self.names) - len(touched))))
        self.steps = Steps()
        self.weights = np.zeros((len(self.names), len(GROUPS)))
        self.moments = np.full_like(self.weights, 1e-2)
        self.step = np.zeros(len(self.steps.names))
        self.step_moments = np.full_like(self.step, 1e-2)

    def learn(self, example: Example) -> float:
        """Take one page into account; return how far its right reading was from certain."""
        fits = np.add.reduceat(self.weights[example.seen], example.begins) @ MEMBERS.T
        fits += example.cost
        ways = []
        for habit in example.habits:
            start, pair = self.steps.scores(self.step, habit)
            ways.append((habit, start, pair, chances(fits, start, pair)))
        whole = float(np.logaddexp.reduce([way[3].whole for way in ways]))
        change = np.zeros_like(fits)
        change_steps = np.zeros_like(self.step)
        right = 0.0
        for habit, start, pair, found in ways:
            share = float(np.exp(found.whole - whole))
            change += share * found.states
            first, taken = share * found.states[0] * BEGINS, share * found.pairs()
            if habit is example.habit:
                right = self._right(example, fits, start, pair)
                first[example.states[0]] -= 1
                np.subtract.at(taken, (example.states[:-1], example.states[1:]), 1.0)
            change_steps += self.steps.gradient(first, taken, habit)
        change[np.arange(len(fits)), example.states] -= 1
        self._move(example, change @ MEMBERS, change_steps)
        return whole - right

    def _right(self, example: Example, fits: Floats, start: Floats, pair: Floats) -> float:
        """Return the score of the annotated reading."""
        states = example.states
        return float(
            fits[np.arange(len(fits)), states].sum()
            + pair[states[:-1], states[1:]].sum()
            + start[states[0]]
        )

    def _move(self, example: Example, change: Floats, change_steps: Floats) -> None:
        rows = example.rows
        slope = np.zeros_like(self.weights)
        np.add.at(slope, example.seen, change[example.line])
        gradient = slope[rows] + self.rate[rows, None] * self.weights[rows]
        self.moments[rows] += gradient**2
        self.weights[rows] -= STEP * gradient / np.sqrt(self.moments[rows])
        change_steps = change_steps + PENALTY / len(self.examples) * self.step
        self.step_moments += change_steps**2
        self.step -= STEP * change_steps / np.sqrt(self.step_moments)

    def table(self, weights: Floats, step: Floats) -> dict[str, dict[str, float]]:
        """Return weights by the names of their groups and observations."""
        found = {
            group: {
                name: float(w)
                for name, w in zip(self.names, weights[:, column], strict=True)
                if name and w
            }
            for column, group in enumerate(GROUPS)
        }
        found["steps"] = {
            name: float(step[place]) for name, place in self.steps.names.items() if step[place]
        }
        return found


def learn(samples: Sequence[Sample], epochs: int, seed: int) -> dict[str, dict[str, float]]:
    """Return the weights after so many epochs, averaged over the second half of them."""
    rng = random.Random(seed)  # noqa: S311
    learner = Learner(samples)
    order = list(learner.examples)
    weights, step, kept = np.zeros_like(learner.weights), np.zeros_like(learner.step), 0
    for epoch in range(epochs):
        rng.shuffle(order)
        loss = sum(map(learner.learn, order))
        sys.stderr.write(f"epoch {epoch + 1}: loss {loss:.0f}\n")
        if epoch >= epochs // 2:
            weights, step, kept = weights + learner.weights, step + learner.step, kept + 1
    return learner.table(weights / kept, step / kept)


def main() -> None:
    """Learn from the folders given and write the table beside `weights.py`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--table", type=Path, default=TABLE, help="the file to write")
    options = parser.parse_args()
    known = {folder: load(folder) for folder in dict.fromkeys(options.folders)}
    samples = [sample for folder in options.folders for sample in known[folder]]
    table = learn(samples, options.epochs, options.seed)
    heading = f"""# Weights of the layout reading.  Learned, not written by hand:
#     python -m articles.parsing.training (seed {options.seed}, {options.epochs} epochs)
# from {len(samples)} annotated pages.  A row says how much an observation of features.py speaks for
# (or, negative, against) the label of its group; "steps" weighs one state following another.  The
# unit is the natural logarithm of odds."""
    write_table(table, options.table, heading, least=LEAST)


if __name__ == "__main__":
    main()
