"""Bring the stretches of a page together as articles, with their paragraphs in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from articles.parsing.dealing import Field
from articles.parsing.grammar import Label, Phase
from articles.parsing.interleaved import parted
from articles.parsing.pictures import own_pictures
from articles.parsing.pieces import Piece, Role, articles_of, pieces_of
from articles.parsing.signs import sign_of
from articles.parsing.strays import settled
from articles.parsing.units import Stretch, Unit
from articles.parsing.weave import deal

PREFACES = (Label.BYLINE, Label.CONTINUED)
LONGEST_VERSE = 17
MOST_STRETCHES = 60
"""No newspaper page has more articles: what does is put together in portions of so many."""


@dataclass(eq=False, slots=True)
class Story:
    """One article while it is put together: its units in reading order."""

    units: list[Unit] = field(default_factory=list)
    moved: list[Unit] = field(default_factory=list)  # brought from another article's place
    torn: list[Unit] = field(default_factory=list)  # begin in mid-sentence
    turned: list[Unit] = field(default_factory=list)  # got their beginning from further below
    doubt: float = 0.0  # how much more its words speak for another article, or others' for it


def stories_of(stretches: Sequence[Stretch]) -> list[Story]:
    """Return the articles of a page."""
    stories: list[Story] = []
    for portion, pieces in portions_of(stretches):
        hands: dict[int, list[int]] = {}
        dealt = deal(pieces, field_of(portion))
        for place, article in enumerate(dealt.owners):
            hands.setdefault(article, []).append(place)
        for article in sorted(hands):
            story = _story(pieces, hands[article])
            story.doubt = dealt.doubts[article]
            stories += [story, *_pictures(story)]
    return stories


def _pictures(story: Story) -> Iterator[Story]:
    """Take the pictures that belong to no story out of one, and yield each as its own."""
    for group in list(own_pictures(story.units)):
        story.units = [unit for unit in story.units if unit not in group]
        yield Story(group)


def portions_of(
    stretches: Sequence[Stretch],
) -> Iterator[tuple[list[Stretch], list[Piece]]]:
    """Yield the stretches that are put together at a time, and their pieces."""
    for start in range(0, len(stretches), MOST_STRETCHES):
        portion = parted(_with_text(stretches[start : start + MOST_STRETCHES]))
        yield portion, pieces_of(portion)


def field_of(stretches: Sequence[Stretch]) -> Field:
    """Return which stretches are picture stories, parts without a beginning, contents."""
    known = list(zip(articles_of(stretches), stretches, strict=True))
    apart = {id(stretch.headline) for stretch in stretches if stretch.headline}
    shown = [(k, stretch) for k, stretch in known if id(stretch) not in apart]
    return Field(
        pictures=frozenset(k for k, s in shown if s.pictured),
        albums=frozenset(k for k, s in shown if s.is_album),
        loose=frozenset(k for k, s in known if not s.anchored),
        lists=frozenset(k for k, s in known if s.phase is Phase.LIST),
    )


def _with_text(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Put bylines and continuation lines that stand alone to the text that follows them."""
    found: list[Stretch] = []
    waiting: list[Unit] = []
    for stretch in stretches:
        if all(unit.label in PREFACES for unit in stretch.units):
            waiting += stretch.units
            continue
        if found and _is_signed_below_headline(found[-1], stretch):
            signed, *units = stretch.units
            found[-1] = Stretch(Phase.END, [*found[-1].units, signed], found[-1].headline)
            stretch = Stretch(stretch.phase, units, stretch.headline)
        if found and stretch.units[0].label is Label.BODY and stretch.phase is not Phase.TOP:
            found[-1], byline = _without_byline_of_next(found[-1])
            waiting += byline
        if waiting and stretch.phase is Phase.TOP and found:
            found[-1].units += waiting  # what stands before a headline belongs to the text above
        elif waiting:
            stretch = Stretch(stretch.phase, [*waiting, *stretch.units])
        found.append(stretch)
        waiting = []
    if waiting:
        found.append(Stretch(Phase.OPEN, waiting))
    return found


def _is_signed_below_headline(above: Stretch, stretch: Stretch) -> bool:
    """Say whether a byline under a headline signs the text above it: 本报讯 needs none."""
    byline, *rest = stretch.units
    if byline.label is not Label.BYLINE or not rest or rest[0].label is not Label.BODY:
        return False
    headed = above.phase is Phase.END and above.units[-1].label is Label.HEAD
    signed = any(unit.label is Label.BYLINE for unit in above.units)
    return headed and not signed and sign_of(rest[0].lines[0].bare) == "report"


def _without_byline_of_next(stretch: Stretch) -> tuple[Stretch, list[Unit]]:
    """Take a byline off that stands below a text cut in mid-sentence: nobody signs there.

    A verse has no end either, and is signed.
    """
    *units, last = stretch.units
    if not units or last.label is not Label.BYLINE or units[-1].label is not Label.BODY:
        return stretch, []
    above = units[-1]
    if not above.ends_open or sum(len(line.bare) for line in above.lines) <= LONGEST_VERSE:
        return stretch, []
    return Stretch(stretch.phase, units, stretch.headline), [last]


def _story(pieces: Sequence[Piece], places: Sequence[int]) -> Story:
    """Put the pieces of one article in order and join the paragraphs that were cut."""
    homes = [k for k in places if pieces[k].begins]
    start = homes[0] if homes else places[0]
    early = [k for k in places if k < start]
    first = [k for k in early if pieces[k].role is not Role.TEXT]
    late = [k for k in early if pieces[k].role is Role.TEXT]
    story, home = Story(), pieces[start].article
    order = settled(pieces, [*first, *(k for k in places if k >= start), *late], home)
    order = _abstracts_first(pieces, order)
    last: tuple[int, Unit] | None = None
    for k in order:
        piece = pieces[k]
        for n, unit in enumerate(piece.units):
            text = unit.label is Label.BODY
            if text and n == 0 and last and _goes_on(last, k, piece):
                last[1].lines += unit.lines
                last = (k, last[1])
                continue
            copy = Unit(unit.label, list(unit.lines), unit.duplicate, unit.cut)
            story.units.append(copy)
            if n == 0 and piece.role is Role.TEXT and k != start and pieces[k].article != home:
                story.moved.append(copy)
            if n == 0 and text and (piece.joined or copy.starts_inside):
                story.torn.append(copy)
            if piece.role is Role.TEXT:
                last = (k, copy)
    _turn(story)
    return story


def _abstracts_first(pieces: Sequence[Piece], order: Sequence[int]) -> list[int]:
    """Return the places with abstracts before the text, however late they are printed.

    A note below a sub-headline belongs to its part.
    """
    texts = [n for n, k in enumerate(order) if pieces[k].role is Role.TEXT]
    if not texts:
        return list(order)
    start = texts[0]
    late: set[int] = set()
    last = order[start]
    for k in order[start + 1 :]:
        if pieces[k].role is Role.TEXT:
            last = k
        elif pieces[k].role is Role.ABSTRACT and pieces[last].units[-1].label is not Label.SUBHEAD:
            late.add(k)
    return [*order[:start], *sorted(order[start:], key=lambda k: k not in late)]


def _turn(story: Story) -> None:
    """Give a last paragraph without end to the one that lacks its beginning."""
    body = [unit for unit in story.units if unit.label is Label.BODY]
    if len(body) < 3 or not body[-1].ends_open or body[-1] in story.torn:
        return
    torn = set(map(id, story.torn))
    headless = [unit for unit in body[1:-1] if id(unit) in torn]
    if len(headless) == 1:
        unit, tail = headless[0], body[-1]
        unit.lines[:0] = tail.lines
        story.units.remove(tail)
        story.moved = [moved for moved in story.moved if moved is not tail]
        story.torn.remove(unit)
        story.turned.append(unit)


def _goes_on(last: tuple[int, Unit], k: int, piece: Piece) -> bool:
    """Say whether a piece goes on with the last paragraph of its article."""
    place, unit = last
    if unit.label is not Label.BODY or not unit.ends_open:
        whole = unit.label is Label.BODY and not piece.units[0].starts_inside
        return piece.joined and place == k - 1 and whole
    return piece.joined if place == k - 1 else True
