"""The source text of a page as a reader may see it: cut into what is of an article and what not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

Span = Sequence[int]


class Share(StrEnum):
    """Whose a stretch of the source text is."""

    OWN = "own"
    OTHER = "other"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the source text; the text of a hidden one is empty."""

    share: Share
    text: str


def cut(source: str, own: Iterable[Span], shown: Iterable[Span] | None = None) -> list[Stretch]:
    """Cut the source into stretches: own, other, and hidden where it is in neither.

    Spans are half-open offsets and may overlap.  Without `shown` nothing is hidden.  Blank text is
    never hidden, except between two stretches that are.
    """
    shares = [Share.OTHER if shown is None else Share.HIDDEN] * len(source)
    for spans, share in ((shown or (), Share.OTHER), (own, Share.OWN)):
        for start, end in spans:
            stop = min(end, len(source))
            shares[start:stop] = [share] * (stop - start)
    _fill_blanks(source, shares)
    stretches = []
    position = 0
    for share, places in groupby(shares):
        length = sum(1 for _ in places)
        text = source[position : position + length]
        stretches.append(Stretch(share, "" if share is Share.HIDDEN else text))
        position += length
    return stretches


def _fill_blanks(source: str, shares: list[Share]) -> None:
    """Give blanks between two characters of the same share to that share, others to nobody."""
    start = 0
    while start < len(source):
        end = start
        while end < len(source) and source[end].isspace():
            end += 1
        around = {shares[place] for place in (start - 1, end) if 0 <= place < len(source)}
        share = around.pop() if len(around) == 1 else Share.OTHER
        shares[start:end] = [share] * (end - start)
        start = end + 1
