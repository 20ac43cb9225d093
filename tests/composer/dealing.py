"""Dealing pieces out to pages."""

from collections import Counter
from collections.abc import Sequence
from random import Random

from tests.composer.house import Style
from tests.composer.likeness import Likeness
from tests.composer.pieces import Piece

AT_MOST = {"photo": 3, "contents": 2, "document": 1, "essay": 2, "feature": 3}
"""How many pieces of a kind one page holds."""


def deal(
    pieces: Sequence[Piece], pages: int, rng: Random, *, alike: bool = False
) -> list[tuple[str, list[Piece]]]:
    """Return the name and 7 to 10 pieces of each page, the styles in turn.

    No piece comes twice before all have come once; but with `alike` the pieces of a page are those
    that are about the same things.
    """
    used: Counter[int] = Counter()
    styles = list(Style)
    likeness = Likeness(pieces) if alike else None
    dealt = []
    for number in range(pages):
        style = styles[number % len(styles)]
        wanted = min(rng.randint(7, 10), len(pieces))
        hand: list[Piece] = []
        while len(hand) < wanted:
            if likeness and hand:
                piece = _draw_alike(pieces, hand, likeness, rng)
            else:
                piece = _draw(pieces, hand, used, style, rng)
            hand.append(piece)
            used[piece.number] += 1
        dealt.append((f"{number + 1:03d}{style}", rng.sample(hand, len(hand))))
    return dealt


def _fitting(free: Sequence[Piece], hand: Sequence[Piece]) -> list[Piece]:
    """Return the pieces whose kind the page has not enough of, or all if there are none."""
    kinds = Counter(piece.kind for piece in hand)
    return [piece for piece in free if kinds[piece.kind] < AT_MOST.get(piece.kind, 99)] or [*free]


def _draw_alike(
    pieces: Sequence[Piece], hand: Sequence[Piece], likeness: Likeness, rng: Random
) -> Piece:
    """Draw a further piece for a page from those most like its first one."""
    free = [piece for piece in pieces if piece not in hand]
    return rng.choice(likeness.nearest(hand[0], _fitting(free, hand)))


def _draw(
    pieces: Sequence[Piece], hand: list[Piece], used: Counter[int], style: Style, rng: Random
) -> Piece:
    """Draw a further piece for a page from those that came least often."""
    free = [piece for piece in pieces if piece not in hand]
    least = min(used[piece.number] for piece in free)
    free = [piece for piece in free if used[piece.number] == least]
    drawn = rng.choice(_fitting(free, hand))
    if style is Style.MIXED and not hand and rng.random() < 0.6:
        return next((piece for piece in free if _may_be_continued(piece)), drawn)
    return drawn


def _may_be_continued(piece: Piece) -> bool:
    """Whether it is wanted for the fault of a headline inside its text."""
    return piece.kind == "document" or any("上接" in text for _, text in piece.paragraphs)
