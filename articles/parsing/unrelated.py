"""Tell articles apart that the labels took for the parts of one, under sub-headlines.

Short reports in a row, without 本报讯 and without a signature, look like a feature with its
sub-headlines.  But the parts of a feature share words: where no part behind a sub-headline speaks
for any part before it, and the labels were not sure of it, another article begins, or has ended if
its headline stands below.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

import numpy as np

from articles.parsing import documents
from articles.parsing.belonging import Belonging, Floats
from articles.parsing.dealing import standard
from articles.parsing.grammar import Label, Phase
from articles.parsing.labelling import Reading
from articles.parsing.pictures import OF_PICTURE
from articles.parsing.pieces import PARAGRAPH, Role, pieces_of
from articles.parsing.signs import sign_of
from articles.parsing.units import Stretch, Unit
from articles.parsing.weave import is_newspaper_page

RELATED = 6.0
"""Parts are related if the words and the margin of the labels together come to so much, in nats."""
UNRELATED = -1.0
"""What is said by words that speak still more against it counts no more."""
DOUBTFUL = RELATED - UNRELATED
"""Where the labels were surer no words can change it."""
NONE = -99.0
"""An article begins for certain."""
LEAST_OTHERS, MOST_PARTS = 2, 100
"""Whether parts are related shows beside so many other articles, and on pages of so few parts."""
FEW_WORDS = 16.0
"""A headline of a picture is hardly wider."""
RUNNING = (Phase.TOP, Phase.OPEN, Phase.END)


@dataclass(eq=False, slots=True)
class _Part:
    """A sub-headline with its text, or what stands above the first one; `doubt` is its margin."""

    stretch: Stretch
    units: list[Unit]
    doubt: float


def told_apart(stretches: Sequence[Stretch], readings: Mapping[int, Reading]) -> list[Stretch]:
    """Return the stretches of a page with articles of their own for unrelated parts.

    `readings` are those of the lines by number.  The headlines that were none are marked as cut.
    """
    stretches = [part for stretch in stretches for part in _with_own_picture(stretch)]
    divided = [list(_parts(stretch, readings)) for stretch in stretches]
    parts = [part for own in divided for part in own]
    if len(parts) > MOST_PARTS or not any(part.doubt < DOUBTFUL for part in parts):
        return list(stretches)
    ties = _ties(parts)
    if ties is None:
        return list(stretches)
    found: list[Stretch] = []
    start = 0
    for stretch, own in zip(stretches, divided, strict=True):
        groups = _groups(range(start, start + len(own)), parts, ties)
        found += [stretch] if len(groups) == 1 else _articles(stretch, groups, parts)
        start += len(own)
    return found


def _with_own_picture(stretch: Stretch) -> Iterator[Stretch]:
    """Yield a stretch without the picture story at its end, and that.

    A few words by themselves between a whole paragraph and a last caption are no paragraph.
    """
    rest = [unit.label for unit in stretch.units]
    pictures = len(list(takewhile(OF_PICTURE.__contains__, reversed(rest))))
    place = len(rest) - pictures - 1
    if pictures and place > 0 and rest[place] is rest[place - 1] is Label.BODY:
        above, words = stretch.units[place - 1 : place + 1]
        line = words.lines[0]
        wide = above.lines[0].cells > PARAGRAPH and not above.ends_open
        if wide and len(words.lines) == 1 and line.cells <= FEW_WORDS and words.ends_open:
            yield Stretch(stretch.phase, stretch.units[:place], stretch.headline)
            headline = Unit(Label.HEAD, words.lines, cut=True)
            yield Stretch(Phase.TOP, [headline, *stretch.units[place + 1 :]])
            return
    yield stretch


def _parts(stretch: Stretch, readings: Mapping[int, Reading]) -> Iterator[_Part]:
    """Yield the parts of a stretch, each with its sub-headline, as the headline above or below.

    A part without running text goes with the one before it.
    """
    doubt, told = DOUBTFUL, False
    units: list[Unit] = []
    texts = [k for k, unit in enumerate(stretch.units) if unit.label is Label.BODY]
    if stretch.phase in RUNNING and texts:
        below = stretch.phase is Phase.END
        for place, unit in enumerate(stretch.units):
            reading = readings[unit.lines[0].number]
            begins = told and place <= texts[-1] and _begins(stretch, place, reading)
            headline = begins and not below and len(unit.lines) == 1
            if begins and not (headline and place == texts[-1]):
                yield _Part(stretch, units, doubt)
                units, told = [], False
                doubt = NONE if _asks_below(stretch.units, place) else reading.boundary
            units.append(unit)
            told = told or (unit.label is Label.BODY and not headline)
    yield _Part(stretch, units or stretch.units, doubt)


def _begins(stretch: Stretch, place: int, reading: Reading) -> bool:
    """Say whether a part begins with a unit: a sub-headline, or what follows one below its text.

    Or a line that was taken for text, and else would be a headline.
    """
    unit = stretch.units[place]
    if stretch.phase is not Phase.END:
        return unit.label is Label.SUBHEAD or (
            unit.label is Label.BODY and reading.second is Label.HEAD
        )
    above = stretch.units[place - 1].label if place else None
    return above is Label.SUBHEAD and unit.label is not Label.SUBHEAD


def _asks_below(units: Sequence[Unit], place: int) -> bool:
    """Say whether a reader's question begins below a sub-headline, which is its headline.

    It does below a report, which has no questions, and below another question with its answer; an
    interview begins with what leads to it, or asks more than once before the next sub-headline.
    """
    below = units[place + 1 : place + 2]
    if units[place].label is not Label.SUBHEAD or not any(map(_asks, below)):
        return False
    above = [unit for unit in units[:place] if unit.label is Label.BODY]
    if not any(map(_asks, above)):
        return any(sign_of(unit.lines[0].bare) == "report" for unit in above)
    last = takewhile(lambda unit: unit.label is not Label.SUBHEAD, reversed(units[:place]))
    return _asks(above[0]) and sum(map(_asks, last)) == 1


def _asks(unit: Unit) -> bool:
    return unit.label is Label.BODY and documents.asks(unit.lines[0].bare)


def _ties(parts: Sequence[_Part]) -> Floats | None:
    """Return how much each part speaks for each, in nats, an array (parts, parts).

    Nothing if the page is none of a newspaper.
    """
    pieces = pieces_of([Stretch(part.stretch.phase, part.units) for part in parts])
    if not is_newspaper_page(pieces):
        return None
    worth = standard()
    heads = [piece.is_headline for piece in pieces]
    home = np.array([piece.article for piece in pieces], dtype=np.intp)
    shared = Belonging([piece.text for piece in pieces], heads, worth.common)
    evidence = shared.evidence(home, len(parts), worth.grams)
    ties = np.zeros((len(parts), len(parts)))
    texts = [k for k, piece in enumerate(pieces) if piece.role is Role.TEXT]
    np.add.at(ties, home[texts], evidence[texts])
    return ties


def _groups(places: range, parts: Sequence[_Part], ties: Floats) -> list[range]:
    """Return the parts of one stretch in rows that are articles."""
    if len(places) < 2:
        return [places]
    both = _both_ways(places, parts, ties)
    scores = [
        (max(UNRELATED, both[:k, k:].max()) + parts[places[k]].doubt, places[k])
        for k in range(1, len(places))
    ]
    least, cut = min(scores)
    if least >= RELATED:
        return [places]
    before, after = range(places.start, cut), range(cut, places.stop)
    return _groups(before, parts, ties) + _groups(after, parts, ties)


def _both_ways(places: range, parts: Sequence[_Part], ties: Floats) -> Floats:
    """Return how much more the parts of one stretch speak for each other than for other articles.

    An array (parts, parts), in nats; with too few others to compare they are as good as related.
    """
    others = [k for k in range(len(parts)) if k not in places]
    if len({id(parts[k].stretch) for k in others}) < LEAST_OTHERS:
        return np.full((len(places), len(places)), RELATED)
    rows = ties[places.start : places.stop]
    own = rows[:, places.start : places.stop] - rows[:, others].mean(axis=1, keepdims=True)
    found: Floats = (own + own.T) / 2
    return found


def _articles(
    stretch: Stretch, groups: Sequence[range], parts: Sequence[_Part]
) -> Iterator[Stretch]:
    """Yield a stretch as several articles, with sub-headlines as their headlines."""
    below = stretch.phase is Phase.END
    kept = groups[-1 if below else 0]  # has the headline that was known
    for group in groups:
        units = [unit for k in group for unit in parts[k].units]
        if group is not kept and not below and units[0].label is Label.BODY:
            first = units[0]
            units[0:1] = [Unit(Label.HEAD, first.lines[:1], cut=True)] + (
                [Unit(Label.BODY, first.lines[1:])] if first.lines[1:] else []
            )
        elif group is not kept:
            head = list(takewhile(_is_subhead, reversed(units) if below else units))
            head[-1 if below else 0].cut = True
            for unit in head:
                unit.label = Label.HEAD
        yield Stretch(stretch.phase if below or group is kept else Phase.TOP, units)


def _is_subhead(unit: Unit) -> bool:
    return unit.label is Label.SUBHEAD
