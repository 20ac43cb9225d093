"""Where in an article a paragraph belongs that is printed in another article's place.

Nothing but its words can tell: it is put where the paragraphs around share most of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import fsum

from articles.parsing.grammar import Label
from articles.parsing.pieces import Piece, Role

CLEARLY = 0.8
"""So much more its words must speak for another place than for that by print order."""


def settled(pieces: Sequence[Piece], order: Sequence[int], home: int) -> list[int]:
    """Return the places of an article's pieces with a lone stray paragraph where it belongs.

    `order` has them as they would be read else; `home` is the article they are printed in, mostly.
    """
    stray = [k for k in order if _is_guest(pieces[k], home)]
    rest = [k for k in order if not _is_guest(pieces[k], home)]
    paragraphs = _paragraphs(pieces, rest)
    if not stray or len(paragraphs) < 2 or not _is_whole(pieces, stray):
        return list(order)
    words = _pairs(pieces, stray)
    held = [_pairs(pieces, paragraph) for paragraph in paragraphs]
    spread = Counter(pair for pairs in held for pair in pairs)
    shared = [
        fsum(1 / spread[pair] for pair in pairs & words) / (1 + len(pairs) ** 0.5) for pairs in held
    ]
    around = [a + b for a, b in pairwise((0.0, *shared, 0.0))]
    rank = {k: n for n, k in enumerate(order)}
    now = sum(rank[paragraph[0]] < rank[stray[0]] for paragraph in paragraphs)
    free = [n for n, places in enumerate(paragraphs, 1) if not pieces[places[-1]].ends_open]
    best = max(free, key=around.__getitem__, default=now)
    if around[best] < around[now] + CLEARLY:
        return list(order)
    at = rest.index(paragraphs[best - 1][-1]) + 1
    return [*rest[:at], *stray, *rest[at:]]


def _is_guest(piece: Piece, home: int) -> bool:
    return piece.role is Role.TEXT and piece.article != home


def _paragraphs(pieces: Sequence[Piece], places: Sequence[int]) -> list[list[int]]:
    """Return the pieces of running text as paragraphs."""
    found: list[list[int]] = []
    for k in places:
        if pieces[k].role is Role.TEXT:
            if pieces[k].joined and found and found[-1][-1] == k - 1:
                found[-1].append(k)
            else:
                found.append([k])
    return found


def _is_whole(pieces: Sequence[Piece], places: Sequence[int]) -> bool:
    """Say whether pieces are one paragraph with its beginning and its end."""
    first, last = pieces[places[0]], pieces[places[-1]]
    begins = first.units[0].label is Label.BODY and not first.units[0].starts_inside
    alone = len(_paragraphs(pieces, places)) == 1
    return alone and begins and not first.joined and not last.ends_open


def _pairs(pieces: Sequence[Piece], places: Sequence[int]) -> set[str]:
    """Return the pairs of neighbouring characters in a text."""
    text = "".join(pieces[k].text for k in places)
    return {text[n : n + 2] for n in range(len(text) - 1)}
