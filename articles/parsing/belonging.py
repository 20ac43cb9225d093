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
        whole, without = self._degrees(owners, articles, so_far=so_far)
        for part, layer in zip(np.split(weights, len(SIZES)), self.layers, strict=True):
            shared = layer.grounds(owners, whole, without, so_far=so_far)
            layer.sum_up(part.take(shared), found)
            found += np.einsum("pc,pac->pa", layer.alone, part.take(HELD + without))
        return found

    def _degrees(self, owners: Places, articles: int, *, so_far: bool) -> tuple[Places, Places]:
        """Return how likely each article has a stretch of each class, in steps.

        Arrays of the articles with all their pieces, (articles, classes), and without each piece,
        (pieces, articles, classes).
        """
        lengths = np.bincount(owners, weights=self.lengths, minlength=articles).astype(float)
        own = lengths[owners] - self.lengths
        if so_far:
            own -= _later(owners, np.where(self.heads, 0.0, self.lengths))
        whole = _degrees_of(lengths)
        without = np.tile(whole, (len(owners), 1, 1))
        without[np.arange(len(owners)), owners] = _degrees_of(own)
        return whole, without

    def grounds(self, owners: Places, articles: int, *, so_far: bool = False) -> Floats:
        """Return how often each weight counts: an array (pieces, articles, `WEIGHTS`)."""
        size = HELD + LACKED
        found = np.zeros((len(owners), articles, WEIGHTS))
        columns = np.arange(articles)[None, :]
        whole, without = self._degrees(owners, articles, so_far=so_far)
        for k, layer in enumerate(self.layers):
            shared = layer.grounds(owners, whole, without, so_far=so_far)
            np.add.at(found, (layer.piece[:, None], columns, k * size + shared), 1.0)
            for place in range(CLASSES):
                rows = np.arange(len(owners))[:, None]
                counts = layer.alone[:, place][:, None]
                lacked = k * size + HELD + without[:, :, place]
                np.add.at(found, (rows, columns, lacked), counts)
        return found


def _degrees_of(lengths: Floats) -> Places:
    """Return how likely texts of some lengths have a stretch of each class, in steps."""
    chances = 1 - (1 - np.array(USUAL)) ** (lengths[:, None] / LENGTH)
    return np.searchsorted(CHANCES, chances, side="right")


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
    """The stretches of one size: each different one of each piece, gram after gram.

    `gram` and `piece` are arrays over those that stand in other pieces too: which stretch it is and
    of which piece; `place` has the class of each gram.  `alone` counts the others, an array
    (pieces, classes).
    """

    def __init__(
        self, texts: Sequence[str], heads: Sequence[bool], size: int, common: Common
    ) -> None:
        codes, pieces = numbers_of(texts, size)
        starts = np.flatnonzero(np.diff(codes, prepend=-1))
        counts = np.diff(starts, append=len(codes))
        places = common.of(codes[starts], size)
        many = counts > 1
        shared = np.repeat(many, counts)
        self.place, times = places[many], counts[many]
        self.gram, self.piece = np.repeat(np.arange(len(times)), times), pieces[shared]
        self.headed = np.array(heads, dtype=bool)[self.piece]
        alone = pieces[~shared] * CLASSES + places[~many]
        lone = np.bincount(alone, minlength=len(texts) * CLASSES)
        self.alone = lone.reshape(-1, CLASSES).astype(float)
        # A page has a thousand pieces at most, and so small numbers are sorted by counting.
        self.order = np.argsort(self.piece.astype(np.int16), kind="stable")
        self.first = np.flatnonzero(np.diff(self.piece[self.order], prepend=-1))

    def grounds(self, owners: Places, whole: Places, without: Places, *, so_far: bool) -> Places:
        """Return which weight counts of each stretch for each article, (stretches, articles).

        For the degrees `whole` and `without` see `Belonging`.
        """
        grams, articles = len(self.place), len(whole)
        own = owners[self.piece]
        cells = self.gram * articles + own
        counts = np.bincount(cells, minlength=grams * articles)
        titled = np.bincount(cells[self.headed], minlength=grams * articles)
        left = counts[cells] - 1
        if so_far and len(cells):
            left -= _later(cells, np.where(self.headed, 0.0, 1.0)).astype(left.dtype)
        gone = (left == 0).astype(np.intp)
        counts, heads = counts.reshape(-1, articles), titled.reshape(-1, articles)
        spread = (counts > 0).sum(axis=1)
        spreads = np.array([spread, spread - 1])[:, :, None]
        others = _weight(whole[:, self.place].T, spreads, counts, heads)
        found: Places = others.reshape(-1, articles).take(gone * grams + self.gram, axis=0)
        found[np.arange(len(own)), own] = _weight(
            without[self.piece, own, self.place[self.gram]],
            spread[self.gram] - gone,
            left,
            titled[cells] - self.headed,
        )
        return found

    def sum_up(self, weights: Floats, found: Floats) -> None:
        """Add to each piece the weights (stretches, articles) of its stretches."""
        if len(self.first):
            pieces = self.piece[self.order[self.first]]
            found[pieces] += np.add.reduceat(weights.take(self.order, axis=0), self.first)


def _weight(degree: Places, spread: Places, held: Places, titled: Places) -> Places:
    """Return the place of the weight of stretches that stand in some pieces of an article.

    `spread` counts the articles that have them, `held` the pieces, `titled` those with a headline.
    """
    level = np.where(titled > 0, len(LEVELS) - 1, np.minimum(held, len(LEVELS) - 1) - 1)
    spread = np.minimum(spread, MOST_ARTICLES)
    having = (degree * MOST_ARTICLES + spread - 1) * len(LEVELS) + level
    return np.where(held > 0, having, HELD + degree)
