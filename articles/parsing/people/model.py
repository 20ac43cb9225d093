"""The log-linear model: the score of a candidate is the weighted sum of its features.

A score is the logarithm of the odds that the candidate is a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from articles.parsing.people.candidates import Candidate

FOLDER = Path(__file__).parent.parent / "lexicon" / "people"
WEIGHTS = FOLDER / "weights.txt"
PRIORS = FOLDER / "priors.txt"
HOPELESS = -8.0
"""Candidates under this score are no names, whatever else an article says."""
LEAST = 0.1
"""Weights nearer to nothing are not written."""


@cache
def weights() -> dict[str, float]:
    """Return feature → weight."""
    return _read(WEIGHTS)


def priors() -> dict[str, float]:
    """Return feature → weight as it was written by hand, before anything was learned."""
    return _read(PRIORS)


def _read(path: Path) -> dict[str, float]:
    table: dict[str, float] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            weight, _, feature = line.partition(" ")
            table[feature] = float(weight)
    return table


def weigh(features: Mapping[str, float], table: Mapping[str, float]) -> float:
    """Return the sum of the features times their weights."""
    return sum([table.get(name, 0.0) * value for name, value in features.items()])


def likely(found: Iterable[Candidate]) -> list[Candidate]:
    """Give each candidate its score; return those that the rest of an article may make names."""
    table, kept = weights(), []
    for candidate in found:
        candidate.score += weigh(candidate.features, table)
        if candidate.score > HOPELESS:
            kept.append(candidate)
    return kept


def write(table: dict[str, float]) -> None:
    """Replace the table of weights."""
    rows = [
        f"{weight:.2f} {feature}"
        for feature, weight in sorted(table.items())
        if abs(weight) >= LEAST
    ]
    head = (
        "# Weights of the features of a candidate name, as log-odds; learned by people/training.py."
    )
    WEIGHTS.write_text("\n".join([head, *rows, ""]), encoding="utf-8")
