"""Choose the division that a story is about."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Protocol

from regions.gazetteer import TOWNSHIP, Gazetteer

HEADLINE, OPENING, ELSEWHERE, DATELINE = 4.0, 2.0, 1.0, 0.5
"""Weights of a mention by its place; a dateline says where the reporter wrote."""
SHARE = 0.6
"""What part of a division's weight one below it must have for the story to be about that."""
DATELINE_PATTERN = re.compile(r"^.{0,12}?(?:本报|新华社|中新社)[^，。]{0,12}?电")


class Mentioned(Protocol):
    """What `primary_region` needs of a mention."""

    @property
    def code(self) -> str:
        """The division."""

    @property
    def paragraph(self) -> int:
        """Where it stands."""

    @property
    def start(self) -> int:
        """Where it begins."""


def primary_region(
    mentions: Iterable[Mentioned], paragraphs: Sequence[str], headline: int, gazetteer: Gazetteer
) -> str | None:
    """Return the deepest division, not below a county, that has most of the weight, or None."""
    weights: defaultdict[str, float] = defaultdict(float)
    for mention in mentions:
        weight = _weight(mention, paragraphs, headline)
        for code in gazetteer.lineage(mention.code):
            if gazetteer[code].level != TOWNSHIP:
                weights[code] += weight
    total = sum(w for code, w in weights.items() if not gazetteer[code].parent)
    chosen: str | None = None
    while True:
        below = [code for code in weights if gazetteer[code].parent == (chosen or "")]
        if not below:
            return chosen
        best = max(below, key=lambda code: weights[code])
        if weights[best] < SHARE * total:
            return chosen
        chosen, total = best, weights[best]


def _weight(mention: Mentioned, paragraphs: Sequence[str], headline: int) -> float:
    if mention.paragraph < headline:
        return HEADLINE
    dateline = DATELINE_PATTERN.match(paragraphs[mention.paragraph])
    if dateline and mention.start < dateline.end():
        return DATELINE
    return OPENING if mention.paragraph == headline else ELSEWHERE
