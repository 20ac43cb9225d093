"""What the articles of a page are about: which of them the words of a piece speak for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from math import fsum, log

OWN = 0.5
"""So much of an article's text is about its own subject, the rest about anything on the page."""
SMOOTHING = 50.0
"""An article of so many words is known half as well as a very long one."""
LEAST = 1500
"""A page of fewer words is weighed as if other articles stood on it too."""
MAYBE = 0.1
"""What is still to come in an article's place counts so much."""

Shared = dict[str, float]
"""Words of a piece that stand elsewhere on the page too, with their shares of the rest."""


class Subject:
    """The words of one article and how often it has them; every piece counts a word once."""

    __slots__ = ("counts", "total")

    def __init__(self) -> None:
        self.counts: dict[str, int] = {}
        self.total = 0

    def add(self, words: Collection[str]) -> None:
        """Count one more piece."""
        for word in words:
            self.counts[word] = self.counts.get(word, 0) + 1
        self.total += len(words)

    def _copy(self) -> Subject:
        copy = Subject()
        copy.counts, copy.total = self.counts.copy(), self.total
        return copy

    def with_words(self, words: Collection[str]) -> Subject:
        """Return the subject with one more piece."""
        copy = self._copy()
        copy.add(words)
        return copy

    def drop(self, words: Collection[str]) -> None:
        """Count one piece less that was counted before."""
        for word in words:
            self.counts[word] -= 1
        self.total -= len(words)

    def evidence(self, shared: Shared, rest: Subject) -> float:
        """Return the log-likelihood ratio of a piece under this subject against the page.

        `rest` are words that may belong to it: they count less.  The sum is rounded once, so that
        it is the same in whatever order the words come.
        """
        counts, more = self.counts, rest.counts
        total = self.total + MAYBE * rest.total or 1.0
        own = OWN * total / (total + SMOOTHING)
        miss = log(1 - own)
        found = []
        for word in shared.keys() & counts.keys() | shared.keys() & more.keys():
            count = counts.get(word, 0) + MAYBE * more.get(word, 0)
            found.append(log(1 - own + own * count / (total * shared[word])) - miss)
        return len(shared) * miss + fsum(found)


class PageWords:
    """How often the pieces of a page have each word: what any article may be about."""

    def __init__(self, pieces: Iterable[Collection[str]]) -> None:
        self.counts = Counter(word for words in pieces for word in words)
        self.total = sum(self.counts.values())

    def shared(self, words: Collection[str]) -> Shared:
        """Return the words of one of the pieces that stand in others too."""
        rest = max(LEAST, self.total - len(words))
        counts = self.counts
        return {word: (counts[word] - 1) / rest for word in words if counts[word] > 1}
