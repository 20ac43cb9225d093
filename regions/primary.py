"""Choose the division that a story is about: the one with the highest sum of weighted signs.

A candidate is every division that is named or lies above a named one, and that the story has no
place.  The weights were learnt on labelled pieces and rounded (docs/evaluation.md).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log1p
from typing import Protocol

from regions.gazetteer import COUNTY, PREFECTURE, PROVINCE, TOWNSHIP, Gazetteer

WEIGHTS: Mapping[str, float] = {
    # How much of the headline names it or what is under it; how much names itself.
    "headline": 1.0,
    "headline itself": 4.0,
    # The same of the first paragraph that names a division, and of the whole text.
    "opening": 1.2,
    "opening itself": 2.4,
    "text": 0.2,
    "text itself": 2.9,
    # The text names it, or what is under it, first.
    "first": 0.5,
    # The logarithm of how often the text names it or what is under it.
    "often": 2.2,
    # The reporter wrote there.
    "dateline": 5.1,
    # It is named, if only before one under it.
    "named": 0.7,
    # The logarithm of how many right under it are named, and the share of the weightiest of them.
    "divisions below": 2.4,
    "one below": -1.0,
    "province": -3.7,
    "county": 2.0,
    # The story has no place.
    "none": 0.9,
    "none: nothing in the headline": 2.2,
    "none: opinion": 4.6,
    "none: mentions": 0.5,
    "none: provinces": 0.7,
}
HEADLINE_FACTOR, OPENING_FACTOR = 5.0, 2.0
"""By how much a mention there counts more when divisions under one are compared."""
ASIDE = 0.3
"""Factor for where people come from, and for one character of a group (粤港澳)."""
REACH = 30
"""No pattern before a mention looks farther back."""
DATELINE_PATTERN = re.compile(r"^.{0,12}?(?:本报|新华社|中新社)[^，。]{0,12}?电")
PEOPLE_AFTER = re.compile(
    r"队(?!伍)|青年|人(?![民大社才工力员均])|籍|司机|选手|客商|商户|读者|游客|网友"
)
ORIGIN_BEFORE = re.compile(r"(?:来自|老家|籍贯|毕业于|[出祖]生[在于])$")
AUTHOR_BEFORE = re.compile(r"作者(?:单位|[系为是])[^。]{0,24}$")


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
    mentions: Iterable[Mentioned],
    paragraphs: Sequence[str],
    headline: int,
    gazetteer: Gazetteer,
    *,
    opinion: bool = False,
) -> str | None:
    """Return the division that the story is about, or None; it lies not below a county.

    The first `headline` paragraphs are the headline's parts; an `opinion` tells of places as
    examples.
    """
    story = Story(mentions, paragraphs, headline, gazetteer)
    best, most = None, score(story.signs_of_none(opinion=opinion))
    for code in story.candidates:
        if (found := score(story.signs(code))) > most:
            best, most = code, found
    return best


def score(signs: Mapping[str, float], weights: Mapping[str, float] = WEIGHTS) -> float:
    """Return the sum of the weighted signs."""
    return sum(weights[name] * value for name, value in signs.items())


class _Part:
    """The mentions in one part of a story, weighed by division."""

    def __init__(self) -> None:
        self.total = 0.0
        self.itself: defaultdict[str, float] = defaultdict(float)
        self.under: defaultdict[str, float] = defaultdict(float)

    def add(self, lineage: Sequence[str], weight: float) -> None:
        self.total += weight
        self.itself[lineage[-1]] += weight
        for code in lineage:
            self.under[code] += weight

    def share(self, code: str) -> float:
        return self.under.get(code, 0.0) / self.total if self.total else 0.0

    def share_itself(self, code: str) -> float:
        return self.itself.get(code, 0.0) / self.total if self.total else 0.0


class Story:
    """One article as a table of signs by candidate."""

    def __init__(
        self,
        mentions: Iterable[Mentioned],
        paragraphs: Sequence[str],
        headline: int,
        gazetteer: Gazetteer,
    ) -> None:
        self.gazetteer = gazetteer
        self.headline, self.dateline = _Part(), _Part()
        self.opening, self.text = _Part(), _Part()
        self.first: Sequence[str] = ()
        self.named: set[str] = set()
        opening = -1
        for mention in mentions:
            lineage = self._lineage(mention.code)
            self.named.add(lineage[-1])
            text, start = paragraphs[mention.paragraph], mention.start
            if mention.above or AUTHOR_BEFORE.search(text, max(0, start - REACH), start):
                continue
            weight = _weight(mention, text)
            dateline = DATELINE_PATTERN.match(text) if start < REACH else None
            if dateline and start < dateline.end():
                self.dateline.add(lineage, weight)
            elif mention.paragraph < headline:
                self.headline.add(lineage, weight)
            else:
                if opening < 0:
                    opening, self.first = mention.paragraph, lineage
                self.text.add(lineage, weight)
                if mention.paragraph == opening:
                    self.opening.add(lineage, weight)
        parts = (self.headline, self.dateline, self.text)
        self.candidates = sorted({code for part in parts for code in part.under})
        self._below: defaultdict[str, list[float]] = defaultdict(list)
        for code in self.candidates:
            self._below[gazetteer[code].parent].append(self._all(code))

    def signs(self, code: str) -> dict[str, float]:
        """Return what speaks for a division, by the names of WEIGHTS."""
        level = self.gazetteer[code].level
        whole, below = self._all(code), self._below.get(code, [])
        return {
            "headline": self.headline.share(code),
            "headline itself": self.headline.share_itself(code),
            "opening": self.opening.share(code),
            "opening itself": self.opening.share_itself(code),
            "text": self.text.share(code),
            "text itself": self.text.share_itself(code),
            "first": float(code in self.first),
            "often": log1p(self.text.under.get(code, 0.0)),
            "dateline": self.dateline.share(code),
            "named": float(code in self.named),
            "divisions below": log1p(len(below)),
            "one below": max(below) / whole if below and whole else 0.0,
            "province": float(level == PROVINCE),
            "county": float(level == COUNTY),
        }

    def signs_of_none(self, *, opinion: bool) -> dict[str, float]:
        """Return what speaks for a story without a place."""
        return {
            "none": 1.0,
            "none: nothing in the headline": float(not self.headline.total),
            "none: opinion": float(opinion),
            "none: mentions": log1p(self.text.total + self.headline.total),
            "none: provinces": log1p(len(self._below.get("", []))),
        }

    def _lineage(self, code: str) -> tuple[str, ...]:
        """Return the division with those above it; a township counts where no county is above."""
        lineage = self.gazetteer.lineage(code)
        township = self.gazetteer[code].level == TOWNSHIP
        return lineage[:-1] if township and not self._is_under_city(code) else lineage

    def _is_under_city(self, code: str) -> bool:
        return self.gazetteer[self.gazetteer[code].parent].level == PREFECTURE

    def _all(self, code: str) -> float:
        return (
            HEADLINE_FACTOR * self.headline.under.get(code, 0.0)
            + self.text.under.get(code, 0.0)
            + (OPENING_FACTOR - 1) * self.opening.under.get(code, 0.0)
        )


def _weight(mention: Mentioned, text: str) -> float:
    """Return the weight of one mention by the words around it."""
    start, end = mention.start, mention.end
    aside = PEOPLE_AFTER.match(text, end) or ORIGIN_BEFORE.search(text, max(0, start - 4), start)
    return ASIDE if aside or end - start == 1 else 1.0
