"""Give every paragraph to the article it belongs to, also where columns or pieces got mixed up.

The labels cut a page into articles where one begins with a headline, a byline or an opening; all
else stays with the piece it is printed in.  Here the page is dealt out once more, piece by piece in
print order, by a beam search: words speak for an article, an unfinished sentence wants its rest,
and every change of article costs.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from articles.parsing.pieces import PARAGRAPH, Piece, Role
from articles.parsing.topics import PageWords, Shared, Subject

FAR = 8.0
"""Doubts below minus this are none."""
MOST_PIECES = 1000
"""No newspaper page has more: what does is left as it is printed."""
BEAM = 8
GATE = 3.0
"""An article is thought of if the words speak so much more for it than for the printed place."""
BEHIND = 8.0
"""Ways that are so far behind the best one are given up."""


@dataclass(frozen=True, slots=True)
class Costs:
    """What the steps of dealing cost or gain, found on composed pages by trying."""

    evidence: float = 0.55  # of a unit of evidence of the words: they are far from independent
    resume_open: float = -4.0  # go back to an article that stopped in mid-sentence
    resume_closed: float = -6.0
    come_home: float = -3.0  # go back to the article that the piece is printed in
    begin: float = -12.0  # give a piece to an article that has not begun
    leave_open: float = -2.5
    dangling: float = -1.5  # a sentence left without its end
    word_meets: float = 2.5
    word_parts: float = -2.0
    inside: float = -1.5  # change within a printed paragraph
    starts_inside: float = -2.0  # the rest of a sentence that nobody began
    aside_moves: float = -5.8
    abstract_moves: float = -3.4
    abstract_misplaced: float = -6.0
    loose_aside: float = -6.0
    text_under_picture: float = -1.2
    orphan: float = -3.0  # text without a headline stays an article of its own


COSTS = Costs()


@dataclass(frozen=True, slots=True)
class Field:
    """Which stretches are picture stories, parts without a beginning, or tables of contents."""

    pictures: frozenset[int]
    loose: frozenset[int]
    lists: frozenset[int]


Steps = tuple[int, "Steps | None"]
"""The article of the last piece, and the steps before it."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to deal the pieces so far: where each article stopped, and the way before."""

    score: float = 0.0
    current: int = -1
    tails: Mapping[int, Piece] = dataclasses.field(default_factory=dict)
    subjects: Mapping[int, Subject] = dataclasses.field(default_factory=dict)
    steps: Steps | None = None

    def path(self) -> list[int]:
        """Return the article of each piece."""
        found: list[int] = []
        steps = self.steps
        while steps:
            article, steps = steps
            found.append(article)
        return found[::-1]


def deal(pieces: Sequence[Piece], field: Field) -> list[int]:
    """Return the article of each piece."""
    if len(pieces) > MOST_PIECES:
        return [piece.article for piece in pieces]
    return _Dealer(pieces, field).deal()


def doubts(pieces: Sequence[Piece], owners: Sequence[int]) -> dict[int, float]:
    """Return for each article how much more the words of a piece speak for another one.

    The piece may be one of its own that rather belongs elsewhere, or one of another article that
    rather belongs here; below 0 all is well.
    """
    if len(pieces) > MOST_PIECES:
        return dict.fromkeys(owners, -FAR)
    page = PageWords([piece.words for piece in pieces])
    subjects = {article: Subject() for article in owners}
    for piece, article in zip(pieces, owners, strict=True):
        subjects[article].add(piece.words)
    found = dict.fromkeys(subjects, -FAR)
    nothing = Subject()
    for piece, article in zip(pieces, owners, strict=True):
        if piece.stays or piece.role is not Role.TEXT or len(subjects) < 2:
            continue
        shared = page.shared(piece.words)
        own = subjects[article]
        own.drop(piece.words)
        values = {k: subject.evidence(shared, nothing) for k, subject in subjects.items()}
        own.add(piece.words)
        rival = max((k for k in values if k != article), key=lambda k: values[k])
        more = values[rival] - values[article]
        found[article] = max(found[article], more)
        found[rival] = max(found[rival], more)
    return found


class _Dealer:
    """The search over one page."""

    def __init__(self, pieces: Sequence[Piece], field: Field) -> None:
        self.pieces, self.field = pieces, field
        self.page = PageWords([piece.words for piece in pieces])
        size = max((piece.article for piece in pieces), default=-1) + 1
        self.heads = [Subject() for _ in range(size)]  # the headlines, wherever they stand
        self.rest = [Subject() for _ in range(size)]  # what is still to come, as printed
        for piece in pieces:
            known = self.heads if piece.role is Role.FIXED else self.rest
            known[piece.article].add(piece.words)

    def _pass(self, piece: Piece) -> None:
        if piece.role is not Role.FIXED:
            self.rest[piece.article].drop(piece.words)

    def _weigher(self, piece: Piece) -> _Weigher:
        return _Weigher(self.page.shared(piece.words), self.heads, self.rest)

    def deal(self) -> list[int]:
        """Return the article of each piece on the best way."""
        ways = [Way()]
        for piece in self.pieces:
            self._pass(piece)
            if piece.stays:
                ways = [self._grow(way, piece, piece.article, way.score) for way in ways]
                continue
            weigh = self._weigher(piece)
            grown = [
                (way.score + gain, article, way)
                for way in ways
                for article, gain in self._choices(piece, way, weigh)
            ]
            grown.sort(key=lambda choice: -choice[0])
            least = grown[0][0] - BEHIND
            ways = [self._grow(w, piece, a, score) for score, a, w in grown[:BEAM] if score > least]
        return max(ways, key=self._outcome).path()

    def _outcome(self, way: Way) -> float:
        """Return the score with the sentences that were left without an end."""
        return way.score + COSTS.dangling * sum(t.ends_open for t in way.tails.values())

    def _grow(self, way: Way, piece: Piece, article: int, score: float) -> Way:
        steps = (article, way.steps)
        subjects = way.subjects
        if piece.role is not Role.FIXED or article not in subjects:
            subject = subjects.get(article, self.heads[article])
            if piece.role is not Role.FIXED:
                subject = subject.with_words(piece.words)
            subjects = {**subjects, article: subject}
        if piece.role in (Role.ASIDE, Role.ABSTRACT):
            return Way(score, way.current, way.tails, subjects, steps)
        return Way(score, article, {**way.tails, article: piece}, subjects, steps)

    def _choices(self, piece: Piece, way: Way, weigh: _Weigher) -> list[tuple[int, float]]:
        """Return the articles that the piece may belong to, and what that gains."""
        home, page = piece.article, self.field
        values = [weigh.of(k, way.subjects.get(k)) for k in range(len(self.heads))]
        if home in page.loose and piece.role in (Role.ASIDE, Role.ABSTRACT):
            found = set(range(len(values))) - page.pictures - page.lists | {home}
        else:
            least = values[home] + GATE
            found = {k for k, value in enumerate(values) if value > least} | {home}
            if piece.role is Role.TEXT and way.current >= 0:
                found.add(way.current)
                found.update(k for k, tail in way.tails.items() if tail.ends_open)
        rate = COSTS.evidence
        return [(k, rate * values[k] + self._step(piece, k, way)) for k in sorted(found)]

    def _step(self, piece: Piece, article: int, way: Way) -> float:
        """Return what it costs to give the piece to an article, but for its words."""
        page = self.field
        home = article == piece.article
        if piece.role is Role.ASIDE:
            return COSTS.loose_aside * (article in page.loose) if home else COSTS.aside_moves
        if piece.role is Role.ABSTRACT:
            misplaced = article in page.pictures or article in page.loose
            return COSTS.abstract_misplaced * misplaced if home else COSTS.abstract_moves
        tail = way.tails.get(article)
        if tail is None and home and article in page.loose:
            return COSTS.orphan
        score = 0.0
        goes_on = tail is not None and tail.ends_open
        if tail is not None and goes_on:
            score = COSTS.word_meets if tail.is_met_by(piece) else COSTS.word_parts
        if article == way.current:
            return score + COSTS.text_under_picture * (article in page.pictures)
        left = way.tails.get(way.current)
        if left is not None and left.ends_open:
            score += COSTS.leave_open
        if piece.joined:
            score += COSTS.starts_inside * (not goes_on)
            score += COSTS.inside * (piece.first.cells < PARAGRAPH)
        if tail is None:
            return score + COSTS.begin
        if home:
            return score + COSTS.come_home
        return score + (COSTS.resume_open if goes_on else COSTS.resume_closed)


class _Weigher:
    """What the words of one piece say for each article, as far as it has been dealt."""

    def __init__(self, shared: Shared, heads: Sequence[Subject], rest: Sequence[Subject]) -> None:
        self.shared, self.heads, self.rest = shared, heads, rest
        self.known: dict[tuple[int, int], float] = {}

    def of(self, article: int, subject: Subject | None) -> float:
        """Return the evidence for an article; of one that has not begun the headline is known."""
        subject = subject or self.heads[article]
        key = article, id(subject)  # the ways keep their subjects while this piece is weighed
        found = self.known.get(key)
        if found is None:
            found = self.known[key] = subject.evidence(self.shared, self.rest[article])
        return found
