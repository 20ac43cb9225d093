"""How well one stretch of text goes on with another, by the characters on both sides of the break.

`joints.toml` holds how often each character follows each other in newspaper articles.  A break in
mid-sentence is no break for the language: what follows there follows elsewhere too.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import pairwise
from math import log
from pathlib import Path

TABLE = Path(__file__).with_name("joints.toml")
UNSEEN = 0.3
"""What has never been seen counts as if it had been so often."""
LATIN = re.compile("[A-Za-z]")
DIGIT = re.compile("[0-9]")


class Joints:
    """How often each pair of neighbouring characters was seen, by the pair."""

    def __init__(self, times: Mapping[str, int]) -> None:
        self.times = dict(times)
        self.firsts: Counter[str] = Counter()
        self.seconds: Counter[str] = Counter()
        for pair, seen in self.times.items():
            self.firsts[pair[0]] += seen
            self.seconds[pair[1]] += seen
        self.total = max(1, sum(self.firsts.values()))

    def fit(self, before: str, after: str) -> float:
        """Return how much likelier a text goes on with another than with any, in nats.

        It is the pointwise mutual information of the last character and the first one.
        """
        pair = _plain(before[-1:] + after[:1])
        if len(pair) < 2:
            return 0.0
        expected = (self.firsts[pair[0]] + 1) * (self.seconds[pair[1]] + 1) / self.total
        return log((self.times.get(pair, 0) + UNSEEN) / (expected + UNSEEN))


def _plain(text: str) -> str:
    """Return a text with one sign for all digits and one for all Latin letters."""
    return LATIN.sub("a", DIGIT.sub("0", text))


def count(texts: Iterable[str]) -> dict[str, int]:
    """Return how often each pair of characters stands in the lines of these texts."""
    found: Counter[str] = Counter()
    for text in texts:
        for line in _plain(text).split("\n"):
            found.update(a + b for a, b in pairwise(line) if a.strip() and b.strip())
    return dict(sorted(found.items()))


@cache
def standard() -> Joints:
    """Return the pairs of the table beside this module."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return Joints(
        {
            first + second: int(times)
            for times, rows in table.items()
            for first, seconds in rows.items()
            for second in seconds
        }
    )


def write(times: Mapping[str, int], path: Path, heading: str) -> None:
    """Write a table of pairs, grouped by how often they were seen, rounded down to powers of 2."""
    groups: dict[int, dict[str, str]] = defaultdict(dict)
    for pair, seen in times.items():
        rows = groups[1 << (seen.bit_length() - 1)]
        rows[pair[0]] = rows.get(pair[0], "") + pair[1]
    parts = [heading]
    for seen in sorted(groups):
        rows = groups[seen]
        lines = (f"{_quoted(first)} = {_quoted(seconds)}" for first, seconds in rows.items())
        parts.append("\n".join((f"[{seen}]", *lines)))
    path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
