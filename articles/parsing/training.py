"""Learn the weight table of the layout reading from annotated pages.

    python -m articles.parsing.training FOLDER... [--rounds 12] [--seed 1]

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

from articles.parsing.features import observe
from articles.parsing.grammar import STATES, Label, Phase, State, may_follow
from articles.parsing.labelling import label_lines
from articles.parsing.lines import Line, read_lines
from articles.parsing.measure import measures
from articles.parsing.weights import TABLE, Model, steps

HEAD_TYPES = {"section", "kicker", "title", "subtitle"}
LABELS = {
    "byline": (Label.BYLINE, Label.BYLINE),
    "body": (Label.BODY, Label.BODY_IN),
    "duplicate": (Label.BODY, Label.BODY_IN),
    "subhead": (Label.SUBHEAD, Label.SUBHEAD),
    "caption": (Label.CAPTION, Label.CAPTION_IN),
    "credit_line": (Label.CREDIT, Label.CREDIT_IN),
    "author_note": (Label.NOTE, Label.NOTE),
    "continuation": (Label.CONTINUED, Label.CONTINUED),
    "abstract": (Label.ABSTRACT, Label.ABSTRACT_IN),
    "list": (Label.ENTRY, Label.ENTRY_IN),
    "notice": (Label.NOTICE, Label.NOTICE),
    "other": (Label.NOTICE, Label.NOTICE),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """What the annotation says of one line."""

    article: str
    label: Label
    kind: str


def marks_of(gold: dict[str, Any], lines: Sequence[Line]) -> list[Mark | None]:
    """Return the mark of each line of a page."""
    order = {line.number: i for i, line in enumerate(lines)}
    found: list[Mark | None] = [None] * len(lines)
    for article in gold["articles"]:
        for block in article["blocks"]:
            numbers = [n for n in block["lines"] if n in order]
            for k, n in enumerate(numbers):
                if block["type"] in HEAD_TYPES:
                    label = Label.HEAD
                else:
                    begin, inside = LABELS[block["type"]]
                    near = k > 0 and order[n] == order[numbers[k - 1]] + 1
                    label = begin if k == 0 else inside if near else begin
                    if k and not near and block["type"] == "body":
                        label = Label.RESUMED
                found[order[n]] = Mark(article["id"], label, article["kind"])
    return found


def states_of(marks: Sequence[Mark]) -> list[State]:
    """Return the states of a page's lines by its annotation."""
    states: list[State] = []
    start = 0
    for i in range(1, len(marks) + 1):
        if i == len(marks) or marks[i].article != marks[start].article:
            states += _stretch(marks[start:i])
            start = i
    for i in range(1, len(states)):
        if not may_follow(states[i - 1], states[i]):
            states[i] = _begin(states[i])
    if states and not states[0].first:
        states[0] = _begin(states[0])
    return states


def _begin(state: State) -> State:
    """Return the nearest state that may begin a stretch."""
    for phase in (state.phase, Phase.OPEN):
        if State(state.label, phase, True) in STATES:
            return State(state.label, phase, True)
    plain = {Label.BODY_IN: Label.RESUMED, Label.HEAD: Label.HEAD}.get(state.label, Label.BODY)
    phase = Phase.TOP if plain is Label.HEAD else Phase.OPEN
    return State(plain, phase, True)


def _stretch(marks: Sequence[Mark]) -> list[State]:
    """Return the states of lines of one article that stand together."""
    phase, states = Phase.OPEN, []
    text = (Label.BODY, Label.BODY_IN, Label.RESUMED, Label.SUBHEAD)
    for i, mark in enumerate(marks):
        label, first = mark.label, i == 0
        if mark.kind == "contents" and label in (Label.ENTRY, Label.ENTRY_IN, Label.NOTICE):
            phase = Phase.LIST
        elif label is Label.HEAD and (i == 0 or marks[i - 1].label is not Label.HEAD):
            after = next((k for k in range(i, len(marks)) if marks[k].label is not Label.HEAD), 0)
            goes_on = after and any(m.label in text for m in marks[after:])
            if mark.kind == "contents":
                phase, first = Phase.LIST, True
            elif phase is Phase.OPEN and any(m.label in text for m in marks[:i]) and not goes_on:
                phase = Phase.END
            elif phase is not Phase.CARRIED:
                phase, first = Phase.TOP, True
        elif label is Label.CONTINUED and i == 0:
            phase = Phase.CARRIED
        elif phase is Phase.CARRIED and i and marks[i - 1].label is Label.HEAD:
            phase = Phase.TOP
        elif phase is Phase.END and label not in (
            Label.HEAD, Label.CAPTION, Label.CAPTION_IN, Label.CREDIT, Label.CREDIT_IN
        ):
            phase, first = Phase.OPEN, True
        state = State(label, phase, first)
        states.append(state if state in STATES else _begin(state))
    return states


@dataclass(frozen=True, slots=True)
class Sample:
    """One page: what is seen of its lines, and what they are."""

    observed: list[tuple[str, ...]]
    states: list[State]


def sample_of(text: str, gold: dict[str, Any]) -> Sample:
    """Return a page to learn from; lines without annotation are left out."""
    lines = read_lines(text)
    marks = marks_of(gold, lines)
    observed = observe(lines, measures(lines))
    kept = [(seen, mark) for seen, mark in zip(observed, marks, strict=True) if mark]
    return Sample([seen for seen, _ in kept], states_of([mark for _, mark in kept]))


def load(folder: Path) -> list[Sample]:
    """Return the samples of one folder, in the order of their names."""
    samples = []
    for path in sorted(folder.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        samples.append(sample_of((folder / gold["source"]).read_text(encoding="utf-8"), gold))
    return samples


Table = dict[str, dict[str, float]]


def _count(sample: Sample, states: Sequence[State]) -> dict[tuple[str, str], float]:
    counts: dict[tuple[str, str], float] = defaultdict(float)
    for i, (names, state) in enumerate(zip(sample.observed, states, strict=True)):
        for group in state.groups:
            for name in names:
                counts[group, name] += 1
        if i:
            for name in steps(states[i - 1], state):
                counts["steps", name] += 1
        else:
            counts["steps", f"page > {state}"] += 1
    return counts


def learn(samples: Sequence[Sample], rounds: int, seed: int) -> Table:
    """Return the averaged weights after so many rounds over the samples."""
    rng = random.Random(seed)  # noqa: S311
    weights: Table = defaultdict(lambda: defaultdict(float))
    sums: Table = defaultdict(lambda: defaultdict(float))
    clock = 0
    order = list(samples)
    for number in range(rounds):
        rng.shuffle(order)
        wrong = total = 0
        for sample in order:
            clock += 1
            got = label_lines(sample.observed, Model.of(weights))
            total += len(got)
            wrong += sum(a != b for a, b in zip(got, sample.states, strict=True))
            if got == sample.states:
                continue
            change = _count(sample, sample.states)
            for key, n in _count(sample, got).items():
                change[key] -= n
            for (group, name), n in change.items():
                if n:
                    weights[group][name] += n
                    sums[group][name] += n * clock
        sys.stderr.write(f"round {number + 1}: {wrong} of {total} lines wrong\n")
    return {
        group: {name: w - sums[group][name] / (clock + 1) for name, w in row.items()}
        for group, row in weights.items()
    }


def write(table: Table, path: Path, heading: str) -> None:
    """Write the table as TOML, by group, the weightiest observations first."""
    largest = max((abs(w) for row in table.values() for w in row.values()), default=1.0)
    parts = [heading]
    for group in sorted(table):
        rows = sorted(
            ((round(100 * w / largest, 1), name) for name, w in table[group].items()),
            key=lambda row: (-abs(row[0]), row[1]),
        )
        parts.append(f'["{group}"]\n' + "\n".join(f'"{name}" = {w}' for w, name in rows if w))
    path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def main() -> None:
    """Learn from the folders given and write the table beside `weights.py`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    samples = [sample for folder in options.folders for sample in load(folder)]
    table = learn(samples, options.rounds, options.seed)
    heading = f"""# Weights of the layout reading.  Learned, not written by hand:
#     python -m articles.parsing.training (averaged perceptron, seed {options.seed})
# from {len(samples)} annotated pages.  A row says how much an observation of features.py speaks for
# (or, negative, against) the label of its group; "steps" weighs one state following another."""
    write(table, TABLE, heading)


if __name__ == "__main__":
    main()
