"""Learn the weight table of the layout reading from annotated pages.

    python -m articles.parsing.training FOLDER... [--rounds 12] [--seed 1] [--runs 1]

A folder holds pages NAME.txt, each with its annotation NAME.gold.json (articles of blocks of line
numbers).  The method is the averaged structured perceptron of Collins (2002).  The same folders and
seed give the same table.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from articles.parsing.annotation import habit_of, marks_of, states_of
from articles.parsing.bridge import Bridges
from articles.parsing.duplicates import repeated
from articles.parsing.features import observe
from articles.parsing.grammar import State
from articles.parsing.labelling import is_wrapped, label_lines
from articles.parsing.lines import read_lines
from articles.parsing.measure import measures
from articles.parsing.weights import TABLE, Habit, Model, steps

STEP = 0.05
"""The largest step of one correction (the C of PA-I)."""
# What is known before anything is learned: a sign speaks for its label.
PRIORS = {
    ("abstract", "sign=abstract"): 2.0,
    ("abstract", "prev sign=abstract"): 3.0,
    ("byline", "sign=date"): 1.0,
    ("abstract", "sign=lead"): 1.0,
    ("author note", "sign=note"): 2.0,
    ("body", "sign=report"): 1.0,
    ("byline", "sign=byline"): 1.5,
    ("caption", "sign=credited"): 0.7,
    ("caption", "sign=pictured"): 0.7,
    ("continued", "sign=continued"): 2.0,
    ("credit", "sign=credit"): 2.0,
    ("entry", "sign=entry"): 1.0,
    ("entry inside", "start=leader"): 1.0,
    ("head above", "end=stop"): -1.0,
    ("head above", "sign=contents"): 1.0,
    ("head above", "sign=section"): 0.5,
    ("head below", "end=stop"): -1.5,
    ("head below", "sign=credited"): -1.0,
    ("new", "sign=report"): 0.5,
    ("notice", "sign=notice"): 1.5,
}
CAUTION = 1.0
"""So much less (the largest weight is 10) speaks for the beginning of an article than learned:
with pieces that the weights have not seen this splits far fewer articles in two."""
LEAST = 0.2
"""Weights below this (the largest is 10) are left out: the table reads better and errs less."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One page: what is seen of its lines, and what they are."""

    observed: list[tuple[str, ...]]
    states: list[State]
    habit: Habit


def sample_of(text: str, gold: dict[str, Any]) -> Sample:
    """Return a page to learn from; lines without annotation are left out."""
    lines = read_lines(text)
    copies = repeated(lines)
    lines = [line for i, line in enumerate(lines) if i not in copies]
    marks = marks_of(gold, lines)
    observed = observe(lines, measures(lines), Bridges(lines))
    kept = [i for i, mark in enumerate(marks) if mark]
    states = states_of([mark for mark in marks if mark], [lines[i] for i in kept])
    seen = [observed[i] for i in kept]
    return Sample(seen, states, habit_of(states) if is_wrapped(seen) else Habit.PARAGRAPHS)


def load(folder: Path) -> list[Sample]:
    """Return the samples of one folder, in the order of their names."""
    samples = []
    for path in sorted(folder.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        samples.append(sample_of((folder / gold["source"]).read_text(encoding="utf-8"), gold))
    return samples


Table = dict[str, dict[str, float]]


def _count(sample: Sample, states: Sequence[State], habit: Habit) -> dict[tuple[str, str], float]:
    counts: dict[tuple[str, str], float] = defaultdict(float)
    for i, (names, state) in enumerate(zip(sample.observed, states, strict=True)):
        for group in state.groups:
            for name in names:
                counts[group, name] += 1
        for name in steps(states[i - 1] if i else None, state, habit):
            counts["steps", name] += 1
    return counts


def learn(samples: Sequence[Sample], rounds: int, seed: int) -> Table:
    """Return the averaged weights after so many rounds over the samples."""
    rng = random.Random(seed)  # noqa: S311
    weights: Table = defaultdict(lambda: defaultdict(float))
    sums: Table = defaultdict(lambda: defaultdict(float))
    for (group, name), weight in PRIORS.items():
        weights[group][name] = weight
    clock = 0
    order = list(samples)
    for number in range(rounds):
        rng.shuffle(order)
        wrong = total = 0
        for sample in order:
            clock += 1
            got, habit = label_lines(sample.observed, Model.of(weights))
            total += len(got)
            wrong += sum(a != b for a, b in zip(got, sample.states, strict=True))
            if got == sample.states and habit is sample.habit:
                continue
            change = _count(sample, sample.states, sample.habit)
            for key, n in _count(sample, got, habit).items():
                change[key] -= n
            behind = -sum(weights[group][name] * n for (group, name), n in change.items())
            loss = (
                behind
                + sum(
                    a.label is not b.label or a.first is not b.first
                    for a, b in zip(got, sample.states, strict=True)
                )
                + 1
            )
            size = sum(n * n for n in change.values())
            step = min(STEP, loss / size) if size else 0.0
            for (group, name), n in change.items():
                if n:
                    weights[group][name] += step * n
                    sums[group][name] += step * n * clock
        sys.stderr.write(f"round {number + 1}: {wrong} of {total} lines wrong\n")
    return {
        group: {name: w - sums[group][name] / (clock + 1) for name, w in row.items()}
        for group, row in weights.items()
    }


def _mean(tables: Sequence[Table]) -> Table:
    """Return the mean of tables learned in different orders."""
    mean: Table = defaultdict(lambda: defaultdict(float))
    for table in tables:
        for group, row in table.items():
            for name, weight in row.items():
                mean[group][name] += weight / len(tables)
    return mean


def write(table: Table, path: Path, heading: str) -> None:
    """Write the table as TOML, by group, the weightiest observations first."""
    table = {group: dict(row) for group, row in table.items()}
    largest = max((abs(w) for row in table.values() for w in row.values()), default=1.0)
    for context in ("p", "w"):
        row = table.setdefault("new", {})
        row[context] = row.get(context, 0.0) - CAUTION * largest / 10
    parts = [heading]
    for group in sorted(table):
        rows = sorted(
            ((round(10 * w / largest, 1), name) for name, w in table[group].items()),
            key=lambda row: (-abs(row[0]), row[1]),
        )
        kept = [f'"{name}" = {weight}' for weight, name in rows if abs(weight) >= LEAST]
        parts.append(f'["{group}"]\n' + "\n".join(kept))
    path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def main() -> None:
    """Learn from the folders given and write the table beside `weights.py`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--table", type=Path, default=TABLE, help="the file to write")
    parser.add_argument("--runs", type=int, default=1, help="average so many seeds")
    options = parser.parse_args()
    samples = [sample for folder in options.folders for sample in load(folder)]
    seeds = range(options.seed, options.seed + options.runs)
    table = _mean([learn(samples, options.rounds, seed) for seed in seeds])
    heading = f"""# Weights of the layout reading.  Learned, not written by hand:
#     python -m articles.parsing.training (averaged perceptron, {options.runs} runs from
# seed {options.seed}, {options.rounds} rounds)
# from {len(samples)} annotated pages.  A row says how much an observation of features.py speaks for
# (or, negative, against) the label of its group; "steps" weighs one state following another."""
    write(table, options.table, heading)


if __name__ == "__main__":
    main()
