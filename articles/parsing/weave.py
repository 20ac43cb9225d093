"""Give every paragraph to the article it belongs to, also where columns or pieces got mixed up.

The labels cut a page into articles where one begins with a headline, a byline or an opening; all
else stays with the piece it is printed in.  Here the page is dealt out once more, piece by piece in
print order, by a beam search over the grounds of `dealing.py`.  What an article is about is first
taken from the text printed in it, mostly that before the piece, then from all text dealt to it,
until nothing changes or it was done `ROUNDS` times.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

import numpy as np

from articles.parsing.belonging import Floats
from articles.parsing.dealing import Deal, Field, Worth, standard
from articles.parsing.pieces import Piece, Role

FAR = 8.0
"""Doubts below minus this are none."""
MOST_PIECES, MOST_LETTERS = 1000, 60_000
"""No newspaper page has more: what does is left as it is printed."""
ROUNDS = 3
CAUTION = 0.7
"""At first so much less is made of what is printed in an article behind a piece."""
BEAM = 8
BEHIND = 6.0
"""Ways that are so far behind the best one are given up."""
MOVES = ("resume", "resume open", "begin")
"""One of these is paid whenever a piece is given to another article than the printed one."""
HOPELESS = -8.0
"""An article that gains less is not thought of."""

Steps = tuple[int, "Steps | None"]
"""The article of the last piece, and the steps before it."""


@dataclass(slots=True)
class Way:
    """One way to deal the pieces so far.

    `tails` are the last texts of the articles, `unfinished` those of them that stop in
    mid-sentence, `current` is the article of the last one.
    """

    score: float = 0.0
    current: int = -1
    tails: Mapping[int, int] = field(default_factory=dict)
    unfinished: frozenset[tuple[int, int]] = frozenset()
    steps: Steps | None = None

    @property
    def prospects(self) -> tuple[object, ...]:
        """All that the further way depends on, but for how far back a closed text is."""
        begun = frozenset(self.tails)
        return self.current, self.tails.get(self.current), begun, self.unfinished

    def path(self) -> list[int]:
        """Return the article of each piece."""
        found: list[int] = []
        steps = self.steps
        while steps:
            article, steps = steps
            found.append(article)
        return found[::-1]


@dataclass(frozen=True, slots=True)
class Dealt:
    """The article of each piece, and of each article how doubtful that is.

    A doubt is how much more a stretch of its pieces speaks for another article, or one of another
    article's pieces for it; below 0 all is well.
    """

    owners: list[int]
    doubts: dict[int, float]


def deal(pieces: Sequence[Piece], ground: Field, worth: Worth | None = None) -> Dealt:
    """Return the article of each piece."""
    printed = [piece.article for piece in pieces]
    if len(set(printed)) < 2 or not is_newspaper_page(pieces):
        return Dealt(printed, dict.fromkeys(printed, -FAR))
    page = Deal(pieces, ground, worth or standard())
    before, whole = page.gains(page.home, so_far=True), page.gains(page.home)
    costs = Costs(page)
    owners = Search(page, CAUTION * before + (1 - CAUTION) * whole, costs).best()
    for _round in range(ROUNDS):
        changed = owners != printed
        gains = page.gains(np.array(owners, dtype=np.intp)) if changed else whole
        last, owners = owners, Search(page, gains, costs).best()
        if owners == last:
            break
    return Dealt(owners, doubts(pieces, owners, gains))


def is_newspaper_page(pieces: Sequence[Piece]) -> bool:
    """Say whether these are so few pieces of so little text that they can be dealt out."""
    return len(pieces) <= MOST_PIECES and sum(piece.length for piece in pieces) <= MOST_LETTERS


def doubts(pieces: Sequence[Piece], owners: Sequence[int], gains: Floats) -> dict[int, float]:
    """Return how doubtful each article is; `gains` are those of the last round."""
    found = dict.fromkeys(owners, -FAR)
    texts = [k for k, piece in enumerate(pieces) if piece.role is Role.TEXT and not piece.stays]
    own = [owners[k] for k in texts]
    more = gains[texts] - gains[texts, own][:, None]
    more[np.arange(len(texts)), own] = -np.inf
    for i in range(1, len(texts)):
        if own[i] == own[i - 1] and texts[i] == texts[i - 1] + 1:
            more[i] += np.maximum(more[i - 1], 0.0)
    rivals, doubt = more.argmax(axis=1).tolist(), more.max(axis=1).tolist()
    for *articles, height in zip(own, rivals, doubt, strict=True):
        for article in articles:
            if article in found:
                found[article] = max(found[article], height)
    return found


class Costs(dict[tuple[int, int, int, int], float]):
    """What it costs to give a piece to an article, by the arguments of `Deal.grounds`."""

    def __init__(self, page: Deal) -> None:
        self.page = page

    def __missing__(self, key: tuple[int, int, int, int]) -> float:
        worth = self.page.worth.steps
        cost = sum(worth.get(name, 0.0) * times for name, times in self.page.grounds(*key))
        self[key] = cost
        return cost


class Search:
    """The search for the best way to deal the pieces of one page.

    `gains` are what the grounds of the whole page gain, (pieces, articles); searches of one page
    may share the `costs`.
    """

    def __init__(self, page: Deal, gains: Floats, costs: Costs | None = None) -> None:
        self.page = page
        self.gains: list[list[float]] = gains.tolist()
        self.worth = page.worth.steps
        self.costs = Costs(page) if costs is None else costs
        self.runs = self._runs(gains)

    def _runs(self, gains: Floats) -> list[list[int]]:
        """Return for each piece the articles that it and the pieces behind it may speak for.

        The one it is printed in is among them.
        """
        page, pieces = self.page, self.page.pieces
        least = -max(self.worth.get(name, 0.0) for name in MOVES)
        aside = np.ones(page.articles, dtype=bool)
        aside[[*page.field.pictures, *page.field.lists]] = False
        allowed = gains > HOPELESS
        run = np.zeros(page.articles)
        for k in range(len(pieces) - 1, -1, -1):
            role, article = pieces[k].role, pieces[k].article
            if pieces[k].stays:
                allowed[k] = False
                run[:] = 0.0
                continue
            np.maximum(run, 0.0, out=run)
            run += gains[k]
            if role is Role.ASIDE and article in page.field.albums:
                allowed[k] = False  # a headline over captions alone keeps them
            elif role is not Role.TEXT and article in page.field.loose:
                allowed[k] = aside
            elif role is Role.TEXT and article not in page.field.loose:
                allowed[k] = run > least
            allowed[k, article] = True
        found: list[list[int]] = [[] for _ in pieces]
        for k, article in zip(*(places.tolist() for places in np.nonzero(allowed)), strict=True):
            found[k].append(article)
        return found

    def best(self) -> list[int]:
        """Return the article of each piece on the best way."""
        ways = [Way()]
        for k, piece in enumerate(self.page.pieces):
            if piece.stays or (len(ways) == 1 and self._has_no_choice(k, piece, ways[0])):
                ways = [_grown(way, k, piece, piece.article, way.score) for way in ways]
                continue
            grown = [choice for way in ways for choice in self._choices(k, piece, way)]
            grown.sort(key=itemgetter(0), reverse=True)
            least = grown[0][0] - BEHIND
            found: dict[tuple[object, ...], Way] = {}
            for score, article, before in grown:
                if score <= least or len(found) == BEAM:
                    break
                way = _grown(before, k, piece, article, score)
                found.setdefault(way.prospects, way)
            ways = list(found.values())
        return max(ways, key=self._outcome).path()

    def _has_no_choice(self, k: int, piece: Piece, way: Way) -> bool:
        """Say whether a piece can only go where it is printed, after the text printed there."""
        if piece.role is not Role.TEXT or piece.article != way.current:
            return False
        unfinished = way.unfinished
        return len(self.runs[k]) == 1 and (
            not unfinished or unfinished == {(way.current, way.tails[way.current])}
        )

    def _outcome(self, way: Way) -> float:
        """Return the score with the sentences that were left without an end."""
        return way.score + self.worth.get("dangling", 0.0) * len(way.unfinished)

    def _choices(self, k: int, piece: Piece, way: Way) -> Iterator[tuple[float, int, Way]]:
        """Yield the articles that a piece may belong to, each with the score that it leads to."""
        found = self.runs[k]
        if piece.role is Role.TEXT and way.current >= 0:
            more = [article for article, _tail in way.unfinished if article not in found]
            if more or way.current not in found:
                found = sorted({way.current, *more, *found})
        gains, tails = self.gains[k], way.tails
        left = tails.get(way.current, -1)
        for article in found:
            cost = self.costs[k, article, tails.get(article, -1), left]
            yield way.score + gains[article] + cost, article, way


def _grown(way: Way, k: int, piece: Piece, article: int, score: float) -> Way:
    steps = (article, way.steps)
    if piece.role in (Role.ASIDE, Role.ABSTRACT):
        return Way(score, way.current, way.tails, way.unfinished, steps)
    unfinished = way.unfinished - {(article, way.tails.get(article, -1))}
    if piece.ends_open:
        unfinished |= {(article, k)}
    return Way(score, article, {**way.tails, article: k}, unfinished, steps)
