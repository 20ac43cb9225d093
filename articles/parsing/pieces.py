"""The pieces that a page is dealt out in: headlines, paragraphs or parts of them, captions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import count

from articles.parsing.grammar import Label, Phase
from articles.parsing.lines import Line
from articles.parsing.signs import sign_of
from articles.parsing.units import SIGNATURE, Stretch, Unit
from articles.parsing.words import words_meet

PARAGRAPH = 45.0
"""A line wider than so many characters is a paragraph, or a part of one that a column cut off."""


class Role(StrEnum):
    """How a piece may be dealt."""

    FIXED = "fixed"  # headlines, bylines, lists: they stay where they are
    TEXT = "text"
    ASIDE = "aside"  # captions with their credits: the text goes on after them
    ABSTRACT = "abstract"


ROLES = {
    Label.BODY: Role.TEXT,
    Label.SUBHEAD: Role.TEXT,
    Label.ITEM: Role.TEXT,
    Label.NOTE: Role.TEXT,
    Label.CAPTION: Role.ASIDE,
    Label.CREDIT: Role.ASIDE,
    Label.ABSTRACT: Role.ABSTRACT,
}
TOGETHER = frozenset(
    (
        (Label.CAPTION, Label.CREDIT),
        (Label.CAPTION, Label.CAPTION),
        (Label.CREDIT, Label.CREDIT),
        (Label.ABSTRACT, Label.ABSTRACT),
        (Label.ITEM, Label.ITEM),
        (Label.HEAD, Label.HEAD),
    )
)


@dataclass(eq=False, slots=True)
class Piece:
    """Units that go together; `article` is the one that they are printed in."""

    role: Role
    article: int
    units: list[Unit]
    joined: bool = False  # goes on with the paragraph before it, as printed
    begins: bool = False  # begins an article, or the text under its headline, for sure
    ends_open: bool = False  # is running text that stops in mid-sentence
    meets: dict[int, bool] = field(default_factory=dict)

    @property
    def first(self) -> Line:
        """Its first line."""
        return self.units[0].lines[0]

    @property
    def last(self) -> Line:
        """Its last line."""
        return self.units[-1].lines[-1]

    @property
    def text(self) -> str:
        """Its text as printed, without blanks; a blank between its units."""
        return " ".join("".join(line.bare for line in unit.lines) for unit in self.units)

    @property
    def length(self) -> int:
        """How many characters it has, without blanks."""
        return sum(len(line.bare) for unit in self.units for line in unit.lines)

    @property
    def is_headline(self) -> bool:
        """Whether it has lines of a headline."""
        return any(unit.label is Label.HEAD for unit in self.units)

    @property
    def stays(self) -> bool:
        """Whether it belongs to the article that it is printed in, whatever it says."""
        return self.role is Role.FIXED or (self.begins and self.role is Role.TEXT)

    def is_met_by(self, piece: Piece) -> bool:
        """Say whether a word begins at the end of this piece and goes on in the other."""
        key = piece.first.number
        found = self.meets.get(key)
        if found is None:
            found = self.meets[key] = words_meet(self.last.bare, piece.first.bare)
        return found


def articles_of(stretches: Sequence[Stretch]) -> list[int]:
    """Return the article of each stretch, by number: a headline by itself goes to its text."""
    found: list[int] = []
    texts: dict[int, int] = {}
    numbers = count()
    for stretch in stretches:
        article = texts[id(stretch)] if id(stretch) in texts else next(numbers)
        if stretch.headline:
            texts[id(stretch.headline)] = article
        found.append(article)
    return found


def pieces_of(stretches: Sequence[Stretch]) -> list[Piece]:
    """Return the pieces of a page."""
    pieces: list[Piece] = []
    for article, stretch in zip(articles_of(stretches), stretches, strict=True):
        begins, anchored = True, stretch.anchored
        opening = anchored
        for unit in stretch.units:
            fixed = stretch.phase is Phase.LIST
            role = Role.FIXED if fixed else _role(unit)
            for part in _parts(unit):
                last = None if begins else pieces[-1]
                if last and last.role is role and _together(last.units[-1], part):
                    last.units.append(part)
                else:
                    joined = part is not unit and part.lines[0] is not unit.lines[0]
                    headed = bool(pieces) and pieces[-1].role is Role.FIXED and not begins
                    sure = (begins and anchored) or (opening and role is Role.TEXT and headed)
                    pieces.append(Piece(role, article, [part], joined=joined, begins=sure))
                    opening = opening and role is not Role.TEXT
                begins = False
    for piece in pieces:
        end = piece.units[-1]
        piece.ends_open = end.label is Label.BODY and end.ends_open
    return pieces


def _role(unit: Unit) -> Role:
    """Return how a unit may be dealt; （下转第4版） goes with the text that it ends."""
    ends = unit.label is Label.CONTINUED and sign_of(unit.lines[0].bare) == "continued"
    return Role.TEXT if ends else ROLES.get(unit.label, Role.FIXED)


def _parts(unit: Unit) -> list[Unit]:
    """Cut a paragraph where a column may have cut it: after a line, but not within a word."""
    if unit.label is not Label.BODY or len(unit.lines) == 1:
        return [unit]
    wide = unit.lines[0].cells > PARAGRAPH
    parts = [Unit(unit.label, [unit.lines[0]])]
    for line in unit.lines[1:]:
        if not wide and words_meet(parts[-1].lines[-1].bare, line.bare):
            parts[-1].lines.append(line)
        else:
            parts.append(Unit(unit.label, [line]))
    return parts


def _together(before: Unit, after: Unit) -> bool:
    """Say whether two units are dealt together."""
    if before.label is Label.SUBHEAD or after.label is Label.NOTE:
        return True
    if after.label is Label.CONTINUED:
        return ROLES.get(before.label) is Role.TEXT
    if after.label is Label.BODY and SIGNATURE.match(after.lines[0].bare):
        return not before.ends_open  # who signs on a line of its own signs the text above
    if after.label is Label.ABSTRACT and sign_of(after.lines[0].bare) in ("abstract", "lead"):
        return False  # two abstracts may stand one after the other
    return (before.label, after.label) in TOGETHER
