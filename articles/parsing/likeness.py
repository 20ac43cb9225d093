"""Whether two lines are made alike, as entries of a list and sub-headlines of a text are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from articles.parsing.lines import Line
from articles.parsing.repair import HAN

Likeness = Literal["start", "form", "end", ""]
"""What two lines have in common: their first words, their marks and numbers, their last words.

The first is the strongest.
"""

LONGEST = 70.0
"""Lines of more cells are paragraphs and not compared."""
HAN_RUN = re.compile(f"[{HAN}]+")
NUMBERS = re.compile("[0-9]+")
BEGINNING = re.compile(f"(?:[{HAN}]++|[0-9]++|[^{HAN}0-9]){{3}}", re.DOTALL)
"""Two forms are the same that begin with three same signs."""
TWO_HAN = re.compile(f"[{HAN}]{{2}}")
COMMON_SIGNS = frozenset("x，、“”。")
"""Signs of every text."""
MARKS = "。；，！？：）”"


def form_of(text: str) -> str:
    """Return a text with x for each row of Chinese characters and 0 for each number."""
    return NUMBERS.sub("0", HAN_RUN.sub("x", text))


class Likenesses:
    """The likenesses of neighbouring lines."""

    def __init__(self, lines: Sequence[Line]) -> None:
        texts = [line.bare if line.cells <= LONGEST else "" for line in lines]
        self.keys: tuple[tuple[Likeness, list[str]], ...] = (
            ("start", [_two_han(text[:2]) for text in texts]),
            ("form", [_form_key(text) for text in texts]),
            ("end", [_two_han(text.rstrip(MARKS)[-2:]) for text in texts]),
        )
        """What lines have in common that are alike, nothing where it doesn't count."""

    def between(self, i: int, j: int) -> Likeness:
        """Return the strongest likeness of two lines."""
        return self._strongest(i, j, j + 1)

    def around(self, i: int, reach: int) -> tuple[Likeness, Likeness]:
        """Return the strongest likeness of a line to one of so many before it, and after it."""
        before = self._strongest(i, max(0, i - reach), i)
        return before, self._strongest(i, i + 1, i + 1 + reach)

    def _strongest(self, i: int, first: int, end: int) -> Likeness:
        """Return the strongest likeness of a line to one of a row of lines."""
        for kind, keys in self.keys:
            if keys[i] and keys[i] in keys[first:end]:
                return kind
        return ""


def _two_han(text: str) -> str:
    return text if TWO_HAN.match(text) else ""


def _form_key(text: str) -> str:
    """Return how the form of a text begins, nothing if as that of any text."""
    found = BEGINNING.match(text)
    key = form_of(found[0]) if found else ""
    return "" if COMMON_SIGNS.issuperset(key) else key
