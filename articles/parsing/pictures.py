"""Tell pictures that stand for themselves from those of the story that they are printed in.

A picture without a headline has only its caption.  The caption of a story's picture shares words
with the story; one that tells a scene of its own, at some length, shares hardly any.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articles.parsing.grammar import Label
from articles.parsing.grams import grams_of
from articles.parsing.repair import narrow
from articles.parsing.surroundings import DAY
from articles.parsing.units import Unit

OF_PICTURE = (Label.CAPTION, Label.CREDIT)
TEXT = (Label.BODY, Label.SUBHEAD, Label.ITEM)
LONG, DATED = 30, 24
"""Captions of so many characters can be told apart; shorter ones if they begin with a day."""
OPENING = 12
SHARED = 0.25
"""A caption of the story has so many of its pairs of characters in common with it."""
LEAST_TEXT = 80
"""Stories with fewer characters are too short to compare."""


def own_pictures(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    """Yield the captions of a story, each with its credit, that belong to no story.

    Captions right below the headline are what the headline stands over.
    """
    groups = list(_groups(units))
    text = "".join(line.bare for u in units if u.label in TEXT for line in u.lines)
    if not groups or len(text) < LEAST_TEXT:
        return
    known = set(grams_of(text, 2))
    for start, end in groups:
        headed = start > 0 and units[start - 1].label is Label.HEAD
        group = list(units[start:end])
        if not headed and not any(unit.duplicate for unit in group) and _is_apart(group, known):
            yield group


def _groups(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Yield where a caption with its credit begins and ends."""
    for start, unit in enumerate(units):
        if unit.label is Label.CAPTION:
            credited = units[start + 1 : start + 2]
            yield start, start + 1 + sum(after.label is Label.CREDIT for after in credited)


def _is_apart(group: Sequence[Unit], known: set[str]) -> bool:
    caption = "".join(line.bare for line in group[0].lines)
    dated = DAY.search(narrow(caption[:OPENING])) is not None
    pairs = set(grams_of(caption, 2))
    if len(caption) < (DATED if dated else LONG) or not pairs:
        return False
    return len(pairs & known) < SHARED * len(pairs)
