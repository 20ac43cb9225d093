"""Learn the manner of commentaries and reports from annotated pages.

    python -m articles.parsing.mannertraining FOLDER... [--seed 1] [--table FILE]

A folder holds pages NAME.txt, each with its annotation NAME.gold.json.  The method is logistic
regression, fitted by AdaGrad with a quadratic penalty; a paragraph counts once, however many pages
print it.  The same folders and seed give the same table.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from math import exp, log, sqrt
from pathlib import Path

from articles.parsing import manner
from articles.parsing.annotation import annotated_pages
from articles.parsing.lines import read_lines
from articles.parsing.tables import write_table

COMMENTARY, REPORTS = "essay", ("news", "feature")
LEAST_LETTERS = 40
LEAST_SHARE = 0.01
"""What fewer paragraphs have says nothing about the manner."""
ROUNDS = 10
STEP, PENALTY = 0.1, 0.004
FARTHEST = 30.0
LEAST = 0.15
"""Weights below this are left out of the table."""

Sample = tuple[bool, str]
"""Whether it is a commentary, and its text."""


def samples_of(folder: Path) -> Iterator[Sample]:
    """Yield the paragraphs of the commentaries and reports of a folder."""
    for text, gold in annotated_pages(folder):
        lines = {line.number: line.bare for line in read_lines(text)}
        for article in gold["articles"]:
            if article["kind"] not in (COMMENTARY, *REPORTS):
                continue
            for block in article["blocks"]:
                paragraph = "".join(lines.get(n, "") for n in block["lines"])
                if block["type"] == "body" and len(paragraph) >= LEAST_LETTERS:
                    yield article["kind"] == COMMENTARY, paragraph


def learn(samples: Sequence[Sample], seed: int) -> dict[str, float]:
    """Return what each sign says for a commentary, as `Manner` weighs them.

    Raises `SystemExit` if there are only commentaries or none.
    """
    commentaries = sum(right for right, _text in samples)
    if not 0 < commentaries < len(samples):
        raise SystemExit("Give pages with commentaries and with reports.")
    seen = [(right, len(text), Counter(manner.signs_of(text))) for right, text in samples]
    held = Counter(sign for _right, _size, signs in seen for sign in signs)
    known = {sign for sign, times in held.items() if times >= LEAST_SHARE * len(samples)}
    prior = log(commentaries / (len(samples) - commentaries))
    weights, squares = dict.fromkeys(known, 0.0), dict.fromkeys(known, 1e-6)
    rng = random.Random(seed)  # noqa: S311
    for number in range(ROUNDS):
        rng.shuffle(seen)
        loss = 0.0
        for right, size, signs in seen:
            own = [(sign, times / sqrt(size)) for sign, times in signs.items() if sign in known]
            told = prior + sum(weights[sign] * times for sign, times in own)
            chance = 1 / (1 + exp(-max(-FARTHEST, min(FARTHEST, told))))
            loss -= log(chance if right else 1 - chance)
            for sign, times in own:
                slope = (chance - right) * times + PENALTY * weights[sign]
                squares[sign] += slope * slope
                weights[sign] -= STEP * slope / sqrt(squares[sign])
        sys.stderr.write(f"round {number + 1}: loss {loss / len(seen):.4f}\n")
    return weights


def main() -> None:
    """Learn from the folders given and write the table beside `manner.py`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--table", type=Path, default=manner.TABLE, help="the file to write")
    options = parser.parse_args()
    samples = sorted({own for folder in options.folders for own in samples_of(folder)})
    heading = f"""# What characters, marks and pairs of them say for a commentary, against a report.
# Learned, not written by hand:
#     python -m articles.parsing.mannertraining (seed {options.seed})
# from {len(samples)} paragraphs.  In nats, times the root of a text's length."""
    write_table({"signs": learn(samples, options.seed)}, options.table, heading, least=LEAST)


if __name__ == "__main__":
    main()
