"""How a paragraph is written: as a commentary, or as a report.

A commentary has the words of the story that it is about, but not its manner: it weighs, asks and
urges, where a report tells who said and did how much.  `manner.toml` holds what single characters,
marks and pairs of them say for a commentary, learned by `mannertraining.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from operator import add
from pathlib import Path

import numpy as np
import numpy.typing as npt

from articles.parsing.repair import FULL_WIDTH, narrow
from articles.parsing.tables import read_table

TABLE = Path(__file__).with_name("manner.toml")
SHORTEST = 20
"""Texts of fewer characters show no manner."""
MOST = 4.0
"""No text says more, in nats."""
LAST = 0xFFFF
"""Characters beyond that one count as it, which no table has."""

Floats = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]


def signs_of(text: str) -> list[str]:
    """Return the characters and the pairs of characters of a text, in ASCII widths."""
    text = narrow(text)
    return [*text, *map(add, text, text[1:])]


class Manner:
    """A table of signs made ready for reading: what each says for a commentary."""

    def __init__(self, signs: Mapping[str, float]) -> None:
        pairs = [sign for sign in signs if len(sign) == 2]
        self.letters = np.zeros(LAST + 1)
        for sign in signs.keys() - pairs:
            self.letters[_codes(sign)] = signs[sign]
        self.firsts, self.seconds = _numbered(s[0] for s in pairs), _numbered(s[1] for s in pairs)
        self.pairs = np.zeros((self.firsts.max() + 1, self.seconds.max() + 1))
        for pair in pairs:
            first, second = (ord(letter) for letter in pair)
            self.pairs[self.firsts[first], self.seconds[second]] = signs[pair]

    def of(self, texts: Sequence[str]) -> list[float]:
        """Return how much each text sounds like a commentary (above 0) or a report, in nats.

        It is what its signs say, divided by the root of its length.
        """
        sizes = np.array([len(text) for text in texts], dtype=np.intp)
        whole = "\n".join([*texts, ""]).encode("utf-32-le", "surrogatepass")
        codes = np.minimum(np.frombuffer(whole, dtype="<u4"), LAST)
        said = np.concatenate([[0.0], self.letters[codes]])
        said[1:-1] += self.pairs[self.firsts[codes[:-1]], self.seconds[codes[1:]]]
        sums = said.cumsum()
        ends = (sizes + 1).cumsum() - 1
        found = (sums[ends] - sums[ends - sizes]) / np.sqrt(np.maximum(sizes, 1))
        told: list[float] = np.where(sizes < SHORTEST, 0.0, found.clip(-MOST, MOST)).tolist()
        return told


def _codes(letter: str) -> list[int]:
    """Return the numbers of a character in both widths."""
    return [ord(letter)] + [code for code, form in FULL_WIDTH.items() if form == letter]


def _numbered(letters: Iterable[str]) -> Places:
    """Return a number above 0 for each of some characters, 0 for all others."""
    numbers = np.zeros(LAST + 1, dtype=np.intp)
    for number, letter in enumerate(sorted(set(letters)), 1):
        numbers[_codes(letter)] = number
    return numbers


def evidence(manners: Sequence[float], owners: Places, articles: int) -> Floats:
    """Return how much the manner of each piece speaks against each article, in nats below 0.

    An array (pieces, articles); `owners` are the articles that the pieces are taken to belong to.
    One manner brings nothing together: a page may be full of commentaries.
    """
    own = np.array(manners)
    sums = np.bincount(owners, weights=own, minlength=articles)
    others = np.tile(sums, (len(own), 1))
    others[np.arange(len(own)), owners] -= own
    found: Floats = np.minimum(own[:, None] * np.tanh(others / 2), 0.0)
    return found


@cache
def standard() -> Manner:
    """Return the manner of the table beside this module."""
    return Manner(read_table(TABLE)["signs"])
