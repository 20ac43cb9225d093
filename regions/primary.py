"""Choose the division that a story is about."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Protocol

from regions.gazetteer import TOWNSHIP, Gazetteer

HEADLINE, OPENING, ELSEWHERE, DATELINE = 5.0, 2.0, 1.0, 0.5
"""Weights of a mention by its place: the opening is the first paragraph that names one, a dateline
says where the reporter wrote."""
ASIDE = 0.3
"""Factor for where people come from, and for one character of a group (粤港澳)."""
SHARE = 0.3
"""What part of all weight a province must have, and of a province's one below it."""
DOMINANCE = 0.8
"""What part of the weight of all divisions beside it one must have to stand for the story."""
LEAST = 1.0
"""Less than this is a dateline only."""
DATELINE_PATTERN = re.compile(r"^.{0,12}?(?:本报|新华社|中新社)[^，。]{0,12}?电")
PEOPLE_AFTER = re.compile(
    r"队(?!伍)|青年|人(?![民大社才工力员均])|籍|司机|选手|客商|商户|读者|游客|网友"
)


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

    @property
    def end(self) -> int:
        """Where it ends."""

    @property
    def above(self) -> bool:
        """Whether it only leads to a deeper one."""


def primary_region(
    mentions: Iterable[Mentioned], paragraphs: Sequence[str], headline: int, gazetteer: Gazetteer
) -> str | None:
    """Return the deepest division, not below a county, that the weight is on, or None."""
    mentions = [mention for mention in mentions if not mention.above]
    opening = min((m.paragraph for m in mentions if m.paragraph >= headline), default=headline)
    weights: defaultdict[str, float] = defaultdict(float)
    named: set[str] = set()
    for mention in mentions:
        named.add(mention.code)
        weight = _weight(mention, paragraphs, headline, opening)
        lineage = [c for c in gazetteer.lineage(mention.code) if gazetteer[c].level != TOWNSHIP]
        for code in lineage:
            weights[code] += weight
    if sum(w for code, w in weights.items() if not gazetteer[code].parent) < LEAST:
        return None
    chosen: str | None = None
    while True:
        below = {c: w for c, w in weights.items() if gazetteer[c].parent == (chosen or "")}
        if not below:
            return chosen
        best = max(below, key=lambda code: below[code])
        total = weights[chosen] if chosen else sum(below.values())
        if below[best] < SHARE * total:
            return chosen
        # A division that nobody names is not what the story is about.
        if chosen in named and below[best] < DOMINANCE * sum(below.values()):
            return chosen
        chosen = best


def _weight(mention: Mentioned, paragraphs: Sequence[str], headline: int, opening: int) -> float:
    """Return the weight of one mention by its place and the words around it."""
    text = paragraphs[mention.paragraph]
    dateline = DATELINE_PATTERN.match(text)
    if dateline and mention.start < dateline.end():
        return DATELINE
    weight = ELSEWHERE
    if mention.paragraph < headline:
        weight = HEADLINE
    elif mention.paragraph == opening:
        weight = OPENING
    aside = mention.end - mention.start == 1 or PEOPLE_AFTER.match(text, mention.end)
    return weight * ASIDE if aside else weight
