"""The log-linear model: the score of a candidate is the weighted sum of its features.

A score is the logarithm of the odds that the candidate is a name.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from articles.parsing.people.candidates import Candidate

WEIGHTS = Path(__file__).parent.parent / "lexicon" / "people" / "weights.txt"


@cache
def weights() -> dict[str, float]:
    """Return feature → weight."""
    table: dict[str, float] = {}
    for line in WEIGHTS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            weight, _, feature = line.partition(" ")
            table[feature] = float(weight)
    return table


def score(candidate: Candidate) -> float:
    """Return the log-odds that the candidate is a name, by its features alone."""
    table = weights()
    return sum(table.get(name, 0.0) * value for name, value in candidate.features.items())


def write(table: dict[str, float]) -> None:
    """Replace the table of weights."""
    rows = [f"{weight:.2f} {feature}" for feature, weight in sorted(table.items())]
    head = "# Weights of the features of a candidate name, as log-odds; learnt by people/train.py."
    WEIGHTS.write_text("\n".join([head, *rows, ""]), encoding="utf-8")
