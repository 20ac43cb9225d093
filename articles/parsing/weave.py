"""Give every paragraph to the article it belongs to, also where columns or pieces got mixed up.

The labels cut a page into articles where one begins with a headline, a byline or an opening; all
else stays with the piece it is printed in.  Here the page is dealt out once more, paragraph by
paragraph in print order, by a beam search: words speak for an article, an unfinished sentence
wants its rest, and every change of article costs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from articles.parsing.features import words_meet
from articles.parsing.grammar import Label, Phase
from articles.parsing.lines import Line
from articles.parsing.topics import Topics
from articles.parsing.units import Stretch, Unit

PARAGRAPH = 45.0
"""A line wider than so many characters is a paragraph, or a part of one that a column cut off."""
BEAM = 12
EVIDENCE = 0.3
"""What a unit of evidence of the words is worth: they are far from independent."""
RESUME_OPEN = -4.0
RESUME_CLOSED = -4.5
RETURN = -3.0
LEAVE_OPEN = -2.5
DANGLING = -1.5
WORD_MEETS = 2.5
ASIDE_MOVES = -2.0
ABSTRACT_MOVES = -1.0
ABSTRACT_MISPLACED = -6.0
LOOSE_ASIDE = -6.0
TEXT_UNDER_PICTURE = -2.0
WORTH_A_LOOK = 6.0


class Role(StrEnum):
    """How a piece may be dealt."""

    FIXED = "fixed"  # headlines, bylines, lists: they stay where they are
    TEXT = "text"
    ASIDE = "aside"  # captions with their credits: the text goes on after them
    ABSTRACT = "abstract"


@dataclass(eq=False, slots=True)
class Piece:
    """Units that go together; `article` is the one that they are printed in."""

    role: Role
    article: int
    units: list[Unit]
    words: frozenset[str]
    joined: bool = False  # goes on with the paragraph before it, as printed
    begins: bool = False  # begins an article for sure
    meets: dict[int, bool] = field(default_factory=dict)

    @property
    def first(self) -> Line:
        """Its first line."""
        return self.units[0].lines[0]

    @property
    def ends_open(self) -> bool:
        """Whether it is running text that stops in mid-sentence."""
        last = self.units[-1]
        return last.label is Label.BODY and last.ends_open


ROLES = {
    Label.BODY: Role.TEXT,
    Label.SUBHEAD: Role.TEXT,
    Label.ITEM: Role.TEXT,
    Label.NOTE: Role.TEXT,
    Label.CAPTION: Role.ASIDE,
    Label.CREDIT: Role.ASIDE,
    Label.ABSTRACT: Role.ABSTRACT,
}


def pieces_of(stretches: Sequence[Stretch], words: Mapping[int, Sequence[str]]) -> list[Piece]:
    """Return the pieces of a page; `words` are those of each line by its number."""
    pieces: list[Piece] = []
    for article, stretch in enumerate(stretches):
        begins, anchored = True, stretch.anchored
        for unit in stretch.units:
            fixed = stretch.phase is Phase.LIST
            role = Role.FIXED if fixed else ROLES.get(unit.label, Role.FIXED)
            for part in _parts(unit):
                last = None if begins else pieces[-1]
                sure = anchored or role is Role.TEXT
                held = frozenset(w for line in part.lines for w in words[line.number])
                joined = part is not unit and part.lines[0] is not unit.lines[0]
                if last and last.role is role and _together(last.units[-1], part):
                    last.units.append(part)
                    last.words |= held
                else:
                    pieces.append(Piece(role, article, [part], held, joined, begins and sure))
                begins = False
    return pieces


def _parts(unit: Unit) -> list[Unit]:
    """Cut a paragraph where a column may have cut it: where its lines are paragraphs wide."""
    if unit.label is not Label.BODY or len(unit.lines) == 1 or unit.lines[0].cells <= PARAGRAPH:
        return [unit]
    return [Unit(unit.label, [line]) for line in unit.lines]


def _together(before: Unit, after: Unit) -> bool:
    """Say whether two units are dealt together."""
    if before.label is Label.SUBHEAD or after.label is Label.NOTE:
        return True
    pair = (before.label, after.label)
    return pair in {
        (Label.CAPTION, Label.CREDIT),
        (Label.CAPTION, Label.CAPTION),
        (Label.CREDIT, Label.CREDIT),
        (Label.ABSTRACT, Label.ABSTRACT),
        (Label.ITEM, Label.ITEM),
        (Label.HEAD, Label.HEAD),
    }


@dataclass(frozen=True, slots=True)
class Way:
    """One way to deal the pieces so far: where each article stopped, and the way before."""

    score: float
    current: int
    tails: Mapping[int, Piece]
    article: int = -1
    before: Way | None = None

    def path(self) -> list[int]:
        """Return the article of each piece."""
        found: list[int] = []
        way: Way | None = self
        while way and way.before:
            found.append(way.article)
            way = way.before
        return found[::-1]

    @property
    def outcome(self) -> float:
        """The score with the sentences that were left without an end."""
        return self.score + DANGLING * sum(tail.ends_open for tail in self.tails.values())


@dataclass(frozen=True, slots=True)
class Ground:
    """Which stretches are picture stories, parts without a beginning, or tables of contents."""

    pictures: frozenset[int]
    loose: frozenset[int]
    lists: frozenset[int]


def deal(pieces: Sequence[Piece], ground: Ground) -> list[int]:
    """Return the article of each piece."""
    topics = Topics([piece.words for piece in pieces], [piece.article for piece in pieces])
    ways = [Way(0.0, -1, {})]
    for piece in pieces:
        evidence = topics.evidence(piece.words, piece.article)
        grown = []
        for way in ways:
            for article in _candidates(piece, way, evidence, ground):
                step = _step(piece, article, way, ground)
                gain = EVIDENCE * (evidence[article] - evidence[piece.article])
                grown.append((way.score + step + gain, article, way))
        grown.sort(key=lambda choice: -choice[0])
        ways = [_grow(way, piece, article, score) for score, article, way in grown[:BEAM]]
    return max(ways, key=lambda way: way.outcome).path()


def _grow(way: Way, piece: Piece, article: int, score: float) -> Way:
    if piece.role in (Role.ASIDE, Role.ABSTRACT):
        return Way(score, way.current, way.tails, article, way)
    return Way(score, article, {**way.tails, article: piece}, article, way)


def _candidates(piece: Piece, way: Way, evidence: Sequence[float], ground: Ground) -> set[int]:
    """Return the articles that the piece may belong to."""
    home = piece.article
    if home in ground.loose and piece.role in (Role.ASIDE, Role.ABSTRACT):
        return set(range(len(evidence))) - ground.pictures - ground.lists | {home}
    if piece.role is Role.FIXED or (piece.begins and piece.role is Role.TEXT):
        return {home}
    least = evidence[home] + WORTH_A_LOOK
    found = {k for k, value in enumerate(evidence) if value > least} | {home}
    if piece.role is Role.TEXT:
        found.add(way.current)
        found.update(k for k, tail in way.tails.items() if tail.ends_open)
    return found - {-1}


def _step(piece: Piece, article: int, way: Way, ground: Ground) -> float:
    """Return what it costs to give the piece to an article."""
    home = article == piece.article
    if piece.role is Role.FIXED or (piece.begins and piece.role is Role.TEXT):
        return 0.0
    if piece.role is Role.ASIDE:
        return LOOSE_ASIDE * (article in ground.loose) if home else ASIDE_MOVES
    if piece.role is Role.ABSTRACT:
        misplaced = article in ground.pictures or article in ground.loose
        return ABSTRACT_MISPLACED * misplaced if home else ABSTRACT_MOVES
    tail, left = way.tails.get(article), way.tails.get(way.current)
    open_tail = tail is not None and tail.ends_open
    score = 0.0
    if tail is not None and open_tail and _meets(tail, piece):
        score = WORD_MEETS
    if article == way.current:
        return score + TEXT_UNDER_PICTURE * (article in ground.pictures)
    if left is not None and left.ends_open:
        score += LEAVE_OPEN
    if home and tail is not None:
        return score + RETURN
    return score + (RESUME_OPEN if open_tail else RESUME_CLOSED)


def _meets(tail: Piece, piece: Piece) -> bool:
    """Say whether a word begins at the end of one piece and goes on in the other."""
    key = piece.first.number
    found = tail.meets.get(key)
    if found is None:
        found = tail.meets[key] = words_meet(tail.units[-1].lines[-1].bare, piece.first.bare)
    return found
