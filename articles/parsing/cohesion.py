"""Where the text of a page changes its subject: chains of words that cross a place.

A word that comes back is a chain from one occurrence to the next; few chains cross the border
between two articles.  After the lexical chains of Hearst (1997) and Stokes (2004).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import log

from articles.parsing.lines import Line

REACH = 900
"""Occurrences of a word farther apart, in characters, are no chain."""
AROUND = 500
"""The chains over a place are compared with those so many characters before and after it."""
CHUNK = 160
"""A word is the more telling the fewer chunks of so many characters have it."""


class Cohesion:
    """The chains of a page's text; `skipped` lines (headlines) neither begin nor end one."""

    def __init__(
        self, lines: Sequence[Line], words: Sequence[Sequence[str]], skipped: Sequence[bool]
    ) -> None:
        self.starts = list(accumulate((len(line.bare) for line in lines), initial=0))
        self.crossing = self._crossing(words, skipped)
        sizes = [b - a for a, b in pairwise(self.starts)]
        self.mass = list(
            accumulate((c * n for c, n in zip(self.crossing, sizes, strict=False)), initial=0.0)
        )

    def _crossing(self, words: Sequence[Sequence[str]], skipped: Sequence[bool]) -> list[float]:
        places: dict[str, list[int]] = {}
        for i, held in enumerate(words):
            if not skipped[i]:
                for word in held:
                    at = places.setdefault(word, [])
                    if not at or at[-1] != i:
                        at.append(i)
        change = [0.0] * (len(words) + 1)
        chunks = self.starts[-1] / CHUNK + 2
        for at in places.values():
            if len(at) < 2:
                continue
            spread = len({self.starts[i] // CHUNK for i in at})
            weight = log(chunks / spread)
            for a, b in pairwise(at):
                if self.starts[b] - self.starts[a] <= REACH:
                    change[a + 1] += weight
                    change[b + 1] -= weight
        return list(accumulate(change))

    def dip(self, i: int) -> float:
        """Return how many chains cross the place before line `i` for one that does around it."""
        at = self.starts[i]
        low = bisect_left(self.starts, at - AROUND)
        high = min(bisect_right(self.starts, at + AROUND), len(self.starts) - 1)
        size = self.starts[high] - self.starts[low]
        mean = (self.mass[high] - self.mass[low]) / size if size else 0.0
        return self.crossing[i] / mean if mean > 0.5 else 1.0
