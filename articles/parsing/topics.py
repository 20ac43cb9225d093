"""What the articles of a page are about: which of them the words of a paragraph speak for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from math import log

SMOOTHING = 80.0
"""An article's own words count for as much as the page's once it has so many."""
UNSEEN = 0.3
"""Added to the count of a word on the page."""


class Topics:
    """How often each article of a page has each word; every paragraph counts a word once."""

    def __init__(self, paragraphs: Sequence[Collection[str]], owners: Sequence[int]) -> None:
        self.size = max(owners, default=-1) + 1
        self.held: dict[str, Counter[int]] = {}
        self.totals = [0] * self.size
        for words, owner in zip(paragraphs, owners, strict=True):
            self.totals[owner] += len(words)
            for word in words:
                self.held.setdefault(word, Counter())[owner] += 1
        self.total = sum(self.totals)
        self.counts = {word: sum(held.values()) for word, held in self.held.items()}

    def evidence(self, words: Collection[str], owner: int) -> list[float]:
        """Return for each article the log-likelihood ratio of `words` against the page at large.

        The words are counted in `owner` already: there they count once less.
        """
        totals = list(self.totals)
        totals[owner] -= len(words)
        # Almost all words are in one or two articles: the others share one sum.
        absent = [log(SMOOTHING / (total + SMOOTHING)) for total in totals]
        found = [0.0] * self.size
        number = 0
        for word in words:
            elsewhere = self.counts[word] - 1
            if not elsewhere:
                continue
            number += 1
            share = (elsewhere + UNSEEN) / self.total
            for article, count in self.held[word].items():
                if article == owner:
                    count -= 1
                if count:
                    found[article] += log(1 + count / (SMOOTHING * share))
        return [f + number * a for f, a in zip(found, absent, strict=True)]
