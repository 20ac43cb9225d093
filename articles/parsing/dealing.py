"""What speaks for giving a piece of a page to an article: its words, its width, what it goes on.

The grounds have names; what each is worth stands in `weave.toml`, learned by `weavetraining.py`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log
from pathlib import Path

import numpy as np

from articles.parsing import belonging, grams, joints, manner, tables
from articles.parsing.belonging import Belonging, Floats, Places
from articles.parsing.grammar import Label
from articles.parsing.grams import Common
from articles.parsing.joints import Joints
from articles.parsing.pieces import PARAGRAPH, Piece, Role
from articles.parsing.series import numbered, series_of

TABLE = Path(__file__).with_name("weave.toml")
ALIKE = 1.0
"""Lines of one column differ by at most so many characters."""
LEAST_WIDTHS = 4
STRAY = 0.1
"""So many lines of an article may have any width."""
QUOTES = re.compile("[“”]")


@dataclass(frozen=True, slots=True)
class Field:
    """Which stretches are picture stories, parts without a beginning, or tables of contents.

    `albums` are the picture stories that have captions only.
    """

    pictures: frozenset[int]
    albums: frozenset[int]
    loose: frozenset[int]
    lists: frozenset[int]


@dataclass(frozen=True, slots=True)
class Worth:
    """What each ground is worth: of steps by name, and of shared stretches as an array.

    `common` are the stretches and `joints` the neighbours that are usual in newspapers.
    """

    steps: Mapping[str, float]
    grams: Floats
    common: Common
    joints: Joints


@cache
def standard() -> Worth:
    """Return the worths of the tables beside this module."""
    table = tables.read_table(TABLE)
    return Worth(
        table["steps"],
        belonging.weights_of(table["grams"]),
        grams.standard(),
        joints.standard(),
    )


class Deal:
    """The pieces of a page, one at least, with all that is known before they are dealt.

    `articles` is the number of articles, `home` the one that each piece is printed in; `closes` and
    `opens` say of each piece whether a quotation ends in it that began before, or begins in it and
    goes on; `series` is 1 where a piece has the next number of a series of an article, else 0, an
    array (pieces, articles).
    """

    def __init__(self, pieces: Sequence[Piece], field: Field, worth: Worth) -> None:
        self.pieces, self.field, self.worth = pieces, field, worth
        self.home: Places = np.array([piece.article for piece in pieces], dtype=np.intp)
        self.articles = int(self.home.max()) + 1
        texts = [piece.text for piece in pieces]
        heads = [piece.is_headline for piece in pieces]
        self.belonging = Belonging(texts, heads, worth.common)
        self.widths = _Widths(pieces)
        self.manners = manner.standard().of(
            [text if p.role is Role.TEXT else "" for p, text in zip(pieces, texts, strict=True)]
        )
        self.series = np.zeros((len(pieces), self.articles))
        firsts = [numbered(p.first.bare) if p.role is Role.TEXT else None for p in pieces]
        for k, articles in enumerate(series_of(firsts, self.home.tolist())):
            if articles:
                self.series[k, list(articles)] = 1.0
        quotes = [QUOTES.findall(text) for text in texts]
        self.closes = [found[:1] == ["”"] for found in quotes]
        self.opens = [found[-1:] == ["“"] for found in quotes]

    # -------------------------------------------------------------- grounds of the whole page

    def scales(self, owners: Places, *, so_far: bool = False) -> dict[str, Floats]:
        """Return how much the words and the width of each piece speak for each article, in nats.

        Arrays (pieces, articles); `owners` are the articles that the other pieces are taken to
        belong to.  See `Belonging.evidence` for `so_far`.
        """
        return {
            "words": self.belonging.evidence(
                owners, self.articles, self.worth.grams, so_far=so_far
            ),
            "width": self.widths.evidence(owners, self.articles),
            "manner": manner.evidence(self.manners, owners, self.articles),
            "series": self.series,
        }

    def gains(self, owners: Places, *, so_far: bool = False) -> Floats:
        """Return how much more the scales speak for each article than for the printed one."""
        return self.weigh(self.scales(owners, so_far=so_far))

    def weigh(self, scales: Mapping[str, Floats]) -> Floats:
        """Return what the scales are worth together, less that for the printed article."""
        found = np.zeros((len(self.pieces), self.articles))
        for name, scale in scales.items():
            found += self.worth.steps.get(name, 0.0) * scale
        return found - np.take_along_axis(found, self.home[:, None], axis=1)

    # -------------------------------------------------------------- grounds of one step

    def dangling(self, tails: Mapping[int, int]) -> int:
        """Return how many articles end in mid-sentence; `tails` are their last pieces."""
        return sum(self.pieces[tail].ends_open for tail in tails.values())

    def grounds(self, k: int, article: int, tail: int, left: int) -> tuple[tuple[str, float], ...]:
        """Return what counts if piece `k` is given to an article.

        These are the names of what counts, each with its amount (1, a logarithm or nats).  `tail`
        is the last piece of the article before, `left` that of all articles; -1 if none.
        """
        piece, home = self.pieces[k], article == self.pieces[k].article
        if piece.role in (Role.ASIDE, Role.ABSTRACT):
            return self._beside(piece, article, home)
        if tail < 0 and home and article in self.field.loose:
            return (("orphan", 1.0),)
        found = self._goes_on(k, tail)
        open_tail = tail >= 0 and self.pieces[tail].ends_open
        if tail == left and tail >= 0:
            if article in self.field.pictures and self.pieces[tail].role is not Role.TEXT:
                found["text under picture"] = 1.0
            return tuple(found.items())
        if left >= 0 and self.pieces[left].ends_open:
            found["leave open"] = 1.0
        if piece.joined and not open_tail:
            found["starts inside"] = 1.0
        if piece.joined and piece.first.cells < PARAGRAPH:
            found["inside"] = 1.0
        if tail < 0:
            return (*found.items(), ("begin", 1.0))
        if piece.units[0].label is Label.SUBHEAD:
            found["sub-headline moves"] = 1.0
        where = "come home" if home else "resume"
        found[f"{where} open" if open_tail else where] = 1.0
        if not home:
            found["far"] = log(k - tail)
        return tuple(found.items())

    def _beside(self, piece: Piece, article: int, home: bool) -> tuple[tuple[str, float], ...]:
        """Return the same of a caption or an abstract, which the text goes round."""
        loose, name = article in self.field.loose, str(piece.role)
        if not home:
            moves = (f"{name} moves", 1.0)
            bare = piece.article in self.field.pictures
            return (moves, ("headline left bare", 1.0)) if bare else (moves,)
        if piece.role is Role.ABSTRACT:
            loose |= article in self.field.pictures
        return ((f"{name} stays loose", 1.0),) if loose else ()

    def _goes_on(self, k: int, tail: int) -> dict[str, float]:
        """Return what speaks for and against a piece going on with the text of another one.

        These are the names of what counts, each with its amount (1, a logarithm or nats).
        """
        piece = self.pieces[k]
        if tail < 0 or not self.pieces[tail].ends_open:
            rest = piece.units[0].starts_inside or self.closes[k]
            return {"rest of nothing": 1.0} if rest else {}
        met = self.pieces[tail].is_met_by(piece)
        found = {"word meets" if met else "word parts": 1.0}
        found["joint"] = self.worth.joints.fit(self.pieces[tail].last.bare, piece.first.bare)
        if self.opens[tail] or self.closes[k]:
            both = self.opens[tail] and self.closes[k]
            found["quotation goes on" if both else "quotation breaks"] = 1.0
        return found


class _Widths:
    """The widths of the columns that pieces show by their full lines.

    `known` are the pieces that show one, `near` says which of them have about the same, 1 or 0, an
    array (known pieces, known pieces), and `page` which share of all.
    """

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.size = len(pieces)
        found = _widths(pieces)
        self.known = np.flatnonzero(~np.isnan(found))
        widths = found[self.known]
        near = (np.abs(widths[:, None] - widths[None, :]) <= ALIKE).astype(float)
        np.fill_diagonal(near, 0.0)
        self.near = near
        self.page = ((near.sum(axis=1) + 0.5) / max(1, len(widths)))[:, None]

    def evidence(self, owners: Places, articles: int) -> Floats:
        """Return how much the width speaks for each article, in nats, an array (pieces, articles).

        `owners` are the articles that the other pieces are taken to belong to.
        """
        found = np.zeros((self.size, articles))
        if len(self.known) < LEAST_WIDTHS:
            return found
        own = np.zeros((len(self.known), articles))
        own[np.arange(len(self.known)), owners[self.known]] = 1.0
        like, others = self.near @ own, own.sum(axis=0)[None, :] - own
        share = np.where(others > 0, (like + 0.5 * self.page) / (others + 0.5), self.page)
        found[self.known] = np.log(STRAY + (1 - STRAY) * share / self.page)
        return found


def _widths(pieces: Sequence[Piece]) -> Floats:
    """Return the width of the column that each piece shows by a full line, NaN where none does."""
    found = np.full(len(pieces), np.nan)
    for k, piece in enumerate(pieces):
        unit = piece.units[0]
        if unit.label is not Label.BODY or unit.lines[-1].cells > PARAGRAPH:
            continue
        cells = [line.cells for line in unit.lines]
        goes_on = k + 1 < len(pieces) and pieces[k + 1].joined
        # The first line of a paragraph is indented, the last one may be short.
        full = cells[0 if piece.joined else 1 : None if goes_on else -1]
        if full:
            found[k] = max(full)
    return found
