"""Learn how far the signals of `confidence.py` can be trusted, and show how true they are.

    python -m articles.parsing.calibration FOLDER... [--table WEIGHTS.toml] [--learn]

The folders are those of `training.py`; their pages should be of pieces that the weight table has
not been learned from.  Without `--learn` the present confidence is only measured: how many of the
articles at each confidence are right (all their lines and all their paragraphs are), and how many
of the wrong ones carry a flag.  With it the weights are learned first, by logistic regression.
"""

from __future__ import annotations

import argparse
import itertools
import sys
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from articles.parsing import confidence
from articles.parsing.annotation import annotated_pages
from articles.parsing.confidence import TABLE, Signals, Steps
from articles.parsing.drafts import Draft
from articles.parsing.layout import read_layout
from articles.parsing.offsets import line_starts
from articles.parsing.tables import read_table, write_table
from articles.parsing.weights import Model, standard

PARAGRAPHS = frozenset(("body", "subhead", "caption", "list", "abstract"))
BINS = (0.0, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 1.01)
HEADING = """# What the signals of confidence.py say; learned by calibration.py.
# A row: from this value of the signal on, so much is added to the log-odds that all is right."""
FINE = 1000
"""Steps begin at thousandths, rounded down so that their values reach them."""
STEPS = 9
"""A signal has one step fewer at most."""
RIDGE, LEAST_RIDGE = 3.0, 0.1
"""The steps are drawn to 0, the odds of an article without any hardly so."""
ROUNDS = 30


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was thought of one article, and whether it was right."""

    signals: Signals
    flagged: bool
    right: bool


def outcomes_of(text: str, gold: dict[str, Any], model: Model) -> Iterator[Outcome]:
    """Yield the outcome of each article read off an annotated page."""
    printed, starts = text.split("\n"), line_starts(text)
    wanted = {_annotated(article) for article in gold["articles"]}
    for draft in read_layout(text, model=model).drafts:
        found = _read(draft, printed, starts)
        if draft.signals:
            yield Outcome(draft.signals, bool(draft.flags), found in wanted)


Parts = tuple[frozenset[int], frozenset[frozenset[int]]]
"""The lines of an article, and those of each of its paragraphs."""


def _annotated(article: dict[str, Any]) -> Parts:
    blocks = article["blocks"]
    return (
        frozenset(n for block in blocks for n in block["lines"]),
        frozenset(frozenset(b["lines"]) for b in blocks if b["type"] in PARAGRAPHS),
    )


def _read(draft: Draft, printed: Sequence[str], starts: Sequence[int]) -> Parts:
    lines = {bisect_right(starts, line.span[0]) for line in draft.head}
    paragraphs = []
    for block in draft.blocks:
        held: set[int] = set()
        for start, end in block.spans:
            numbers = range(bisect_right(starts, start), bisect_right(starts, end - 1) + 1)
            held.update(n for n in numbers if printed[n - 1].strip())
        lines |= held
        if block.type in PARAGRAPHS:
            paragraphs.append(frozenset(held))
    return frozenset(lines), frozenset(paragraphs)


def load(folder: Path, model: Model) -> list[Outcome]:
    """Return the outcomes of one folder.

    Raises `SystemExit` with a message for a folder without annotated pages.
    """
    pages = annotated_pages(folder)
    return [outcome for text, gold in pages for outcome in outcomes_of(text, gold, model)]


def learn(outcomes: Sequence[Outcome]) -> dict[str, Steps]:
    """Return what the signals say, by logistic regression on their steps, with a ridge.

    The steps of a signal are values that divide the articles into parts of the same size.
    """
    right = np.array([float(o.right) for o in outcomes])
    rows = [asdict(o.signals) for o in outcomes]
    values = {field.name: np.array([row[field.name] for row in rows]) for field in fields(Signals)}
    steps = [(name, least) for name in values for least in _steps_of(values[name])]
    reached = [values[name] >= least for name, least in steps]
    seen = np.array([np.ones(len(right)), *reached], dtype=float).T
    weights, ridge = np.zeros(seen.shape[1]), np.full(seen.shape[1], RIDGE)
    ridge[0] = LEAST_RIDGE
    for _round in range(ROUNDS):
        chance = 1 / (1 + np.exp(-np.clip(seen @ weights, -30, 30)))
        slope = seen.T @ (right - chance) - ridge * weights
        curve = (seen * (chance * (1 - chance))[:, None]).T @ seen + np.diag(ridge)
        weights = weights + np.linalg.solve(curve, slope)
    bias, *worth = map(float, weights)
    table: dict[str, Steps] = {"bias": ((0.0, bias),)}
    for (name, least), weight in zip(steps, worth, strict=True):
        table[name] = (*table.get(name, ()), (least, weight))
    return table


def _steps_of(values: npt.NDArray[np.float64]) -> list[float]:
    """Return where the steps of a signal begin."""
    found = np.unique(np.floor(values * FINE) / FINE)
    if len(found) > STEPS:
        parts = np.quantile(values, np.linspace(0, 1, STEPS + 1)[:-1])
        found = np.unique(np.floor(parts * FINE) / FINE)
    return [float(value) for value in found if value > values.min()]


def report(outcomes: Sequence[Outcome], table: Mapping[str, Steps]) -> Iterator[str]:
    """Yield the lines of the reliability table."""
    confident = [(outcome.signals.confidence(table), outcome) for outcome in outcomes]
    yield "confidence      articles  mean  right"
    for low, high in itertools.pairwise(BINS):
        held = [(c, o) for c, o in confident if low <= c < high]
        if held:
            mean = sum(c for c, _o in held) / len(held)
            share = sum(o.right for _c, o in held) / len(held)
            yield f"{low:.2f} to {min(high, 1):.2f}  {len(held):8}  {mean:.2f}   {share:.2f}"
    wrong = [o for o in outcomes if not o.right]
    flagged = sum(o.flagged for o in outcomes) / max(1, len(outcomes))
    caught = sum(o.flagged for o in wrong) / max(1, len(wrong))
    yield (
        f"{len(wrong)} of {len(outcomes)} articles wrong; {flagged:.3f} of all flagged,"
        f" {caught:.3f} of the wrong"
    )


def main() -> None:
    """Measure the confidence on the folders given, or learn it there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--table", type=Path, help="the weight table of the layout reading to use")
    parser.add_argument(
        "--learn", action="store_true", help="learn the weights first and write them to --to"
    )
    parser.add_argument("--to", type=Path, default=TABLE, help="the file that --learn writes")
    options = parser.parse_args()
    model = standard()
    if options.table:
        if not options.table.is_file():
            parser.error(f"{options.table}: no such table.")
        model = Model(read_table(options.table))
    outcomes = [outcome for folder in options.folders for outcome in load(folder, model)]
    table = confidence.standard()
    if options.learn:
        table = learn(outcomes)
        named = {
            name: {f"{least:g}": weight for least, weight in steps} for name, steps in table.items()
        }
        write_table(named, options.to, HEADING, as_given=True)
    sys.stdout.write("\n".join(report(outcomes, table)) + "\n")


if __name__ == "__main__":
    main()
