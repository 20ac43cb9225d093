"""Find the administrative divisions that an article speaks of.  No Django.

`resolve` takes the repaired paragraphs of one article and what is known around it, and returns
every mention with its place and the division the story is about.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from regions.gazetteer import Gazetteer


@dataclass(frozen=True, slots=True)
class RegionMention:
    """One place in the text that names a division: `paragraphs[paragraph][start:end]`."""

    code: str
    paragraph: int
    start: int
    end: int
    text: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """A name that several divisions bear, with nothing in the text to tell which."""

    paragraph: int
    start: int
    end: int
    text: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """What was found in one article; `primary` is the code of the story's place, if it has one."""

    mentions: tuple[RegionMention, ...] = ()
    primary: str | None = None
    ambiguous: tuple[Ambiguity, ...] = ()


def resolve(
    paragraphs: Sequence[str],
    *,
    gazetteer: Gazetteer,
    excluded: Collection[tuple[int, int, int]] = (),
    page: Collection[str] = (),
    home: str | None = None,
    on: date | None = None,
    headline: int = 0,
) -> Resolution:
    """Return the divisions that the paragraphs name.

    `excluded` holds stretches (paragraph, start, end) that are no places, such as people's names;
    `page` the codes found in the other articles of the page; `home` the code of the newspaper's
    place; `on` the date of the issue; the first `headline` paragraphs are the headline's parts.
    """
    return Resolution()
