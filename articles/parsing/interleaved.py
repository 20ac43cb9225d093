"""Tell two headlines apart that are printed one after the other below a text.

The columns of two articles may be printed in turn, with both headlines below them; or a picture
story stands below a headline that ends the article above.  The labels take both headlines for one,
as they know one headline of a text at most.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf

from articles.parsing.grammar import Label, Phase
from articles.parsing.headmodel import MOST_PIECES, Scores, View, standard
from articles.parsing.headpieces import HeadLine, pieces_of
from articles.parsing.signs import sign_of
from articles.parsing.units import Stretch, Unit

OPENINGS = frozenset(("byline", "report"))
LEAST_TEXT, REACH = 2, 8
"""A byline with fewer units of text among so many below it stands at the end of an article."""
LIKELY, SURE = 2.0, 4.0
"""Two headlines are likelier than one by so much, in nats, if two texts begin above, or one."""
LABELLED, LONG, MOST_LINES = 3, 4, 10
"""A name of a column tells something inside of so many lines, or above so many; more are a list."""
NO_CUT = 0, -inf


def parted(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Return the stretches of a page with their headlines told apart.

    Where two texts begin above two headlines each gets its own, in their order.  Else the second
    one begins an article: with the text below it if that has no headline, or with what the dealing
    brings.
    """
    found: list[Stretch] = []
    rest = list(reversed(stretches))
    while rest:
        stretch = rest.pop()
        head, units = _headline(stretch), stretch.units
        opening = _second_opening(found, stretch, head.start) if head else None
        headless = bool(head and rest) and _is_headless(rest[-1])
        hinted = opening or headless or _is_labelled(stretch, head)
        cut, gain = _cut(units[head.start : head.stop]) if hinted else NO_CUT
        if gain < (0 if headless else LIKELY if opening else SURE):
            found.append(stretch)
            continue
        cut += head.start
        units[head.start].cut = units[cut].cut = True
        if opening:
            found += _in_turn(*opening, stretch, head.start, cut)
        else:
            below = rest.pop().units if headless else []
            found += [Stretch(Phase.END, units[:cut]), Stretch(Phase.TOP, [*units[cut:], *below])]
    return found


def _in_turn(
    first: Stretch, place: int, stretch: Stretch, start: int, cut: int
) -> Iterator[Stretch]:
    """Yield the texts of two articles and then their headlines, which begin at `start` and `cut`.

    The first article begins with a stretch of its own, or with this one where the second one begins
    at a later `place`.
    """
    units = stretch.units
    if place:
        first = Stretch(Phase.OPEN, units[:place])
        yield first
    second = Stretch(Phase.OPEN, units[place:start])
    first.headline = Stretch(Phase.END, units[start:cut])
    second.headline = Stretch(Phase.END, units[cut:])
    yield from (second, first.headline, second.headline)


def _is_headless(stretch: Stretch) -> bool:
    """Say whether an article begins here that has no headline."""
    return stretch.phase is Phase.OPEN and _opens(stretch.units, 0, len(stretch.units))


def _headline(stretch: Stretch) -> range:
    """Return the places of the units of a headline of several lines below its text."""
    heads = [k for k, unit in enumerate(stretch.units) if unit.label is Label.HEAD]
    if stretch.phase is not Phase.END or not 1 < len(heads) <= MOST_LINES or heads[0] == 0:
        return range(0)
    return range(heads[0], heads[-1] + 1)


def _is_labelled(stretch: Stretch, head: range) -> bool:
    """Say whether the name of a column stands within a headline, or above a long one."""
    if len(head) < LABELLED:
        return False
    first = head.start if len(head) >= LONG else head.start + 1
    lines = (unit.lines[0] for unit in stretch.units[first : head.stop])
    return any(sign_of(line.bare) == "section" for line in lines)


def _second_opening(
    before: Sequence[Stretch], stretch: Stretch, end: int
) -> tuple[Stretch, int] | None:
    """Return the stretch that the first article begins with, and where in the other the second."""
    for place in range(1, end):
        if _opens(stretch.units, place, end):
            return stretch, place
    if not _opens(stretch.units, 0, end):
        return None
    for other in reversed(before):
        if other.phase is not Phase.OPEN or other.headline:
            return None
        if _opens(other.units, 0, len(other.units)):
            return other, 0
    return None


def _opens(units: Sequence[Unit], place: int, end: int) -> bool:
    """Say whether an article seems to begin with a unit."""
    unit = units[place]
    if unit.label is Label.BYLINE:
        near = units[place + 1 : min(end, place + 1 + REACH)]
        return sum(u.label in (Label.BODY, Label.SUBHEAD) for u in near) >= LEAST_TEXT
    return unit.label is Label.BODY and sign_of(unit.lines[0].bare) in OPENINGS


def _cut(head: Sequence[Unit]) -> tuple[int, float]:
    """Return with which unit a second headline begins, and how much likelier two are than one.

    The likelihoods are those of the headline model, in nats.
    """
    lines = [HeadLine(line.text, line.span, line.gap > 0) for unit in head for line in unit.lines]
    pieces = pieces_of(lines, wrapped=True)
    if len(pieces) > 2 * MOST_PIECES:
        return NO_CUT
    view = View(pieces, "", wrapped=True)
    scores = Scores(view, standard())
    starts = view.line_starts()
    both = ((scores.best(0, at) + scores.best(at), k) for k, at in enumerate(starts) if k)
    best, place = max(both)
    return place, best - scores.best()
