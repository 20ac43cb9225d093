"""What a text is about: words that it shares with one article of the page and not with others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from math import log

import rjieba

WORD = re.compile(r"[\u4e00-\u9fff]{2,}|[A-Za-z]{2,}|[0-9]{2,}")


def words_of(text: str) -> Counter[str]:
    """Return the words of two or more characters, and pairs of neighbouring words."""
    words = rjieba.cut(text, False)
    counts = Counter(word for word in words if WORD.fullmatch(word))
    for a, b in zip(words, words[1:], strict=False):
        if len(a) + len(b) <= 4 and WORD.fullmatch(a + b):
            counts[a + b] += 1
    return counts


class Topics:
    """The words of the articles of one page."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.words = [words_of(text) for text in texts]
        self.spread: Counter[str] = Counter(word for words in self.words for word in set(words))

    def weight(self, word: str, others: int) -> float:
        """Return how telling a word is that `others` articles have: rarer and longer is more."""
        return log((len(self.words) + 1) / (others + 0.5)) * (len(word) / 2) ** 0.7

    def affinity(self, words: Counter[str], article: int, own: int | None = None) -> float:
        """Return how much of what `words` are about is in an article, 0 to about 1.

        `own` names the article that the words are counted in themselves: there they count once less.
        """
        total = shared = 0.0
        there = self.words[article]
        for word, count in words.items():
            spread = self.spread[word]
            if own is not None and self.words[own][word] <= count:
                spread -= 1
            weight = self.weight(word, spread) if spread else 0.0
            total += weight if spread else self.weight(word, 1) * 0.5
            held = there[word] - (count if own == article else 0)
            if spread and held > 0:
                shared += weight
        return shared / total if total else 0.0


def best_two(scores: Sequence[float]) -> tuple[int, float]:
    """Return the place of the highest score and its lead over the next."""
    if not scores:
        return -1, 0.0
    order = sorted(range(len(scores)), key=lambda i: (-scores[i], i))
    lead = scores[order[0]] - scores[order[1]] if len(order) > 1 else scores[order[0]]
    return order[0], lead
