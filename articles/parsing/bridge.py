"""How much two neighbouring stretches of text are about the same thing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import log

from articles.parsing.cutting import cut
from articles.parsing.lines import Line

WORD = re.compile(r"[\u4e00-\u9fff]{2,}|[A-Za-z]{2,}")
REACH = 320
"""So many characters on both sides are compared."""
CHUNK = 160
"""A word is the more telling the fewer chunks of so many characters have it."""


class Bridges:
    """The words of a page's lines, ready for comparing what is before and after a line."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.words = [[word for word in cut(line.bare) if WORD.fullmatch(word)] for line in lines]
        self.sizes = [len(line.bare) for line in lines]
        spread: Counter[str] = Counter()
        chunk: set[str] = set()
        size = chunks = 0
        for words, length in zip(self.words, self.sizes, strict=True):
            chunk.update(words)
            size += length
            if size >= CHUNK:
                spread.update(chunk)
                chunk, size, chunks = set(), 0, chunks + 1
        spread.update(chunk)
        total = chunks + 2.0
        self.weights = {word: log(total / count) for word, count in spread.items()}

    def strength(self, end: int, start: int) -> float:
        """Return how much the text before line `end` and that from `start` on share, 0 to 1."""
        before = self._side(end - 1, -1)
        after = self._side(start, 1)
        if not before or not after:
            return 0.0
        weights = self.weights
        shared = sum(weights[word] for word in before & after)
        less = min(sum(weights[w] for w in before), sum(weights[w] for w in after))
        return shared / less if less else 0.0

    def _side(self, i: int, step: int) -> set[str]:
        words: set[str] = set()
        size = 0
        while 0 <= i < len(self.words) and size < REACH:
            words.update(self.words[i])
            size += self.sizes[i]
            i += step
        return words
