"""Which article of its page a piece of text belongs to, by the stretches of characters it shares.

Each stretch of one to three characters that stands in a piece speaks for the articles that have it
elsewhere and against those that lack it: how much says a table (`weave.toml`), by how likely any
text as long as the article would have it, in how many pieces of the article and in how many
articles of the page it stands, and whether in a headline.  The table is a log-linear model of the
right article, so the evidence is in nats, as far as neighbouring stretches may be counted as if
they were independent.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from articles.parsing.grams import CLASSES, SIZES, Common, numbers_of

Floats = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]

MOST_ARTICLES = 3
"""In so many articles of a page or more: it makes no difference."""
LEVELS = ("once", "twice", "often", "headline")
USUAL = (0.006, 0.025, 0.045, 0.1, 0.21, 0.42, 0.8)
"""The share of articles that have a stretch of each class, roughly."""
LENGTH = 600
"""Those articles have so many characters."""
CHANCES = (0.004, 0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.6, 0.9)
"""Steps of the chance that a text of some length has a stretch."""
DEGREES = len(CHANCES) + 1
HELD = DEGREES * MOST_ARTICLES * len(LEVELS)
LACKED = DEGREES
WEIGHTS = len(SIZES) * (HELD + LACKED)


def names() -> list[str]:
    """Return the names of the weights in the table, in their order in an array."""
    return [
        name
        for size in SIZES
        for name in (
            *(
                f"{size} letters, chance {degree}: {level}, in {articles} articles"
                for degree in range(DEGREES)
                for articles in range(1, MOST_ARTICLES + 1)
                for level in LEVELS
            ),
            *(f"{size} letters, chance {degree}: lacked" for degree in range(DEGREES)),
        )
    ]


def weights_of(table: Mapping[str, float]) -> Floats:
    """Return the weights of a table as an array, shape (`WEIGHTS`,)."""
    return np.array([table.get(name, 0.0) for name in names()])


class Belonging:
    """The stretches that the pieces of a page share."""

    def __init__(self, texts: Sequence[str], heads: Sequence[bool], common: Common) -> None:
        self.layers = [_Layer(texts, heads, size, common) for size in SIZES]
        self.lengths = np.array([len(text) for text in texts], dtype=float)
        self.heads = np.array(heads, dtype=bool)

    def evidence(
        self, owners: Places, articles: int, weights: Floats, *, so_far: bool = False
    ) -> Floats:
        """Return how much each piece speaks for each article, an array (pieces, articles).

        `owners` are the articles that the other pieces are taken to belong to; with `so_far` what
        comes after a piece says nothing about its own article, but for the headline: it may have
        come there together with the piece.
        """
        found = np.zeros((len(owners), articles))
        degrees = self._degrees(owners, articles, so_far=so_far)
        for part, layer in zip(np.split(weights, len(SIZES)), self.layers, strict=True):
            held, lacked = layer.grounds(owners, articles, degrees, so_far=so_far)
            layer.sum_up(part[held], found)
            found += np.einsum("pc,pac->pa", layer.alone, part[lacked])
        return found

    def _degrees(self, owners: Places, articles: int, *, so_far: bool) -> Places:
        """Return how likely each article without a piece has a stretch of each class, in steps.

        An array (pieces, articles, classes).
        """
        text = np.bincount(owners, weights=self.lengths, minlength=articles).astype(float)
        lengths = np.tile(text, (len(owners), 1))
        lengths[np.arange(len(owners)), owners] -= self.lengths
        if so_far:
            later = _later(owners, np.where(self.heads, 0.0, self.lengths))
            lengths[np.arange(len(owners)), owners] -= later
        chances = 1 - (1 - np.array(USUAL)) ** (lengths[:, :, None] / LENGTH)
        return np.searchsorted(CHANCES, chances, side="right")

    def grounds(self, owners: Places, articles: int, *, so_far: bool = False) -> Floats:
        """Return how often each weight counts: an array (pieces, articles, `WEIGHTS`)."""
        size = HELD + LACKED
        found = np.zeros((len(owners), articles, WEIGHTS))
        columns = np.arange(articles)[None, :]
        degrees = self._degrees(owners, articles, so_far=so_far)
        for k, layer in enumerate(self.layers):
            held, lacked = layer.grounds(owners, articles, degrees, so_far=so_far)
            np.add.at(found, (layer.piece[:, None], columns, k * size + held), 1.0)
            for place in range(CLASSES):
                rows = np.arange(len(owners))[:, None]
                counts = layer.alone[:, place][:, None]
                np.add.at(found, (rows, columns, k * size + lacked[:, :, place]), counts)
        return found


def _later(groups: Places, amounts: Floats) -> Floats:
    """Return for each item the amounts of the items of its group that come after it."""
    order = np.argsort(groups, kind="stable")
    sums = np.cumsum(amounts[order])
    ends = np.append(np.flatnonzero(np.diff(groups[order])), len(groups) - 1)
    sizes = np.diff(ends, prepend=-1)
    later = np.empty_like(sums)
    later[order] = np.repeat(sums[ends], sizes) - sums
    return later


class _Layer:
    """The stretches of one size: each different one of each piece, piece after piece.

    `gram`, `piece` and `place` are arrays over those that stand in other pieces too: which stretch
    it is, of which piece, and its class.  `alone` counts the others, an array (pieces, classes).
    """

    def __init__(
        self, texts: Sequence[str], heads: Sequence[bool], size: int, common: Common
    ) -> None:
        codes, pieces = numbers_of(texts, size)
        known, grams, counts = np.unique(codes, return_inverse=True, return_counts=True)
        places = common.of(known, size)
        shared = counts[grams] > 1
        numbers = np.cumsum(counts > 1) - 1  # those that stand in one piece only get none
        self.known = int((counts > 1).sum())
        self.gram, self.piece = numbers[grams[shared]], pieces[shared]
        self.place = places[counts > 1][self.gram]
        self.headed = np.array(heads, dtype=bool)[self.piece]
        alone = pieces[~shared] * CLASSES + places[grams[~shared]]
        self.alone = np.bincount(alone, minlength=len(texts) * CLASSES).reshape(-1, CLASSES)
        self.first = np.flatnonzero(np.diff(self.piece, prepend=-1))

    def grounds(
        self, owners: Places, articles: int, degrees: Places, *, so_far: bool
    ) -> tuple[Places, Places]:
        """Return which weight counts: of each stretch for each article, and of the lone ones.

        The shapes are (stretches, articles) and (pieces, articles, classes), as of `degrees`.
        """
        cells = self.gram * articles + owners[self.piece]
        counts = np.bincount(cells, minlength=self.known * articles)
        titled = np.bincount(cells[self.headed], minlength=self.known * articles)
        rows, own = np.arange(len(self.gram)), owners[self.piece]
        held = counts.reshape(-1, articles)[self.gram]
        held[rows, own] -= 1
        if so_far and len(rows):
            held[rows, own] -= _later(cells, np.where(self.headed, 0.0, 1.0)).astype(held.dtype)
        heads = titled.reshape(-1, articles)[self.gram]
        heads[rows, own] -= self.headed
        spread = np.minimum((held > 0).sum(axis=1), MOST_ARTICLES)[:, None]
        level = np.where(heads > 0, len(LEVELS) - 1, np.minimum(held, len(LEVELS) - 1) - 1)
        degree = degrees[self.piece, :, self.place]
        having = (degree * MOST_ARTICLES + spread - 1) * len(LEVELS) + level
        return np.where(held > 0, having, HELD + degree), HELD + degrees

    def sum_up(self, weights: Floats, found: Floats) -> None:
        """Add to each piece the weights (stretches, articles) of its stretches."""
        if len(self.first):
            found[self.piece[self.first]] += np.add.reduceat(weights, self.first, axis=0)
