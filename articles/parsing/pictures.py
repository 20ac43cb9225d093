"""Tell pictures that stand for themselves from those of the story that they are printed in.

A picture without a headline has only its caption.  The caption of a story's picture shares words
with the story; one that tells a scene of its own, at some length, shares hardly any.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articles.parsing.captions import POINTERS
from articles.parsing.cues import ends_with_credit
from articles.parsing.grammar import Label
from articles.parsing.grams import grams_of
from articles.parsing.repair import narrow
from articles.parsing.surroundings import DAY
from articles.parsing.units import Unit

OF_PICTURE = (Label.CAPTION, Label.CREDIT)
COMPARED = (Label.HEAD, Label.ABSTRACT)
"""What else of the story a caption may speak of."""
TEXT = (Label.BODY, Label.SUBHEAD, Label.ITEM)
LONG, DATED = 30, 24
"""Captions of so many characters can be told apart; shorter ones if they begin with a day."""
MARKS = f"{POINTERS}①②③④⑤⑥⑦⑧⑨"
"""With these captions point at one picture of several, or at one beside the text."""
OPENING = 12
SHARED = 0.25
"""A caption of the story has so many of its pairs of characters in common with it."""
LEAST_TEXT = 120
"""Stories with fewer characters are too short to compare."""


def own_pictures(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    """Yield the captions of a story, each with its credit, that belong to no story.

    Captions below the headline are what it stands over.
    """
    groups = list(_groups(units))
    text = "".join(line.bare for u in units if u.label in TEXT for line in u.lines)
    if not groups or len(text) < LEAST_TEXT:
        return
    heads = "".join(line.bare for u in units if u.label in COMPARED for line in u.lines)
    known = set(grams_of(f"{text} {heads}", 2))
    for start, end in groups:
        group = list(units[start:end])
        if not _is_headed(units, start) and not any(unit.duplicate for unit in group):
            captions = [unit for unit in group if unit.label is Label.CAPTION]
            if all(_is_apart(caption, known) for caption in captions):
                yield group


def _is_headed(units: Sequence[Unit], start: int) -> bool:
    """Say whether nothing but captions and credits stands between a unit and the headline."""
    above = (unit.label for unit in reversed(units[:start]) if unit.label not in OF_PICTURE)
    return next(above, None) is Label.HEAD


def _groups(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Yield where captions with one credit begin and end."""
    start = None
    for place, unit in enumerate(units):
        if unit.label is Label.CAPTION and start is None:
            start = place
        if start is None:
            continue
        after = units[place + 1].label if place + 1 < len(units) else None
        credited = unit.label is Label.CREDIT or ends_with_credit(unit.lines[-1].bare)
        if after is not Label.CREDIT and (credited or after is not Label.CAPTION):
            yield start, place + 1
            start = None


def _is_apart(unit: Unit, known: set[str]) -> bool:
    caption = "".join(line.bare for line in unit.lines)
    if caption[0] in MARKS:
        return False
    dated = DAY.search(narrow(caption[:OPENING])) is not None
    pairs = set(grams_of(caption, 2))
    if len(caption) < (DATED if dated else LONG) or not pairs:
        return False
    return len(pairs & known) < SHARED * len(pairs)
