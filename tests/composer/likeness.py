"""Which pieces are about the same things, for pages of one trade as real ones are."""

from collections import Counter
from collections.abc import Sequence
from math import log

from tests.composer.pieces import Piece

NEAREST = 12
"""Among so many pieces the next one of a page is drawn."""


class Likeness:
    """Pieces by the pairs of letters that they share, the rarer ones counting more."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pairs = {piece.number: _pairs(piece) for piece in pieces}
        held = Counter(pair for pairs in self.pairs.values() for pair in pairs)
        self.worth = {pair: log(len(pieces) / n) for pair, n in held.items() if n > 1}

    def nearest(self, piece: Piece, others: Sequence[Piece]) -> list[Piece]:
        """Return the pieces that are most like one, `NEAREST` at most."""
        return sorted(others, key=lambda other: -self._shared(piece, other))[:NEAREST]

    def _shared(self, one: Piece, two: Piece) -> float:
        mine, yours = self.pairs[one.number], self.pairs[two.number]
        shared = sum(self.worth[pair] for pair in mine & yours)
        return shared / (len(mine) * len(yours)) ** 0.5


def _pairs(piece: Piece) -> set[str]:
    text = "\n".join([piece.title or "", *(text for _type, text in piece.paragraphs)])
    return {text[k : k + 2] for k in range(len(text) - 1)}
