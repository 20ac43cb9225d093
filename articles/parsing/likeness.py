"""Whether two lines are made alike, as entries of a list and sub-headlines of a text are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from articles.parsing.lines import Line
from articles.parsing.repair import HAN

Likeness = Literal["start", "form", "end", ""]
"""What two lines have in common: their first words, their marks and numbers, their last words."""

LONGEST = 70.0
"""Lines of more cells are paragraphs and not compared."""
HAN_RUN = re.compile(f"[{HAN}]+")
NUMBERS = re.compile("[0-9]+")
TWO_HAN = re.compile(f"[{HAN}]{{2}}")
COMMON_SIGNS = frozenset("x，、“”。")
"""Signs of every text."""
BEGINNING = 3
"""Two forms are the same that begin with so many same signs."""
MARKS = "。；，！？：）”"
ORDER: tuple[Likeness, ...] = ("start", "form", "end")


def form_of(text: str) -> str:
    """Return a text with x for each row of Chinese characters and 0 for each number."""
    return NUMBERS.sub("0", HAN_RUN.sub("x", text))


class Likenesses:
    """The likenesses of neighbouring lines."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.texts = [line.bare if line.cells <= LONGEST else "" for line in lines]
        self.forms: dict[int, str] = {}

    def between(self, i: int, j: int) -> Likeness:
        """Return the strongest likeness of two lines; lines off the page are like none."""
        if not (0 <= i < len(self.texts) and 0 <= j < len(self.texts)):
            return ""
        one, two = self.texts[i], self.texts[j]
        if not one or not two:
            return ""
        if one[:2] == two[:2] and TWO_HAN.match(one):
            return "start"
        if self._same_form(i, j):
            return "form"
        last, other = one.rstrip(MARKS)[-2:], two.rstrip(MARKS)[-2:]
        return "end" if last == other and TWO_HAN.match(last) else ""

    def _same_form(self, i: int, j: int) -> bool:
        one = self._form(i)[:BEGINNING]
        return (
            len(one) == BEGINNING
            and self._form(j).startswith(one)
            and not COMMON_SIGNS.issuperset(one)
        )

    def _form(self, i: int) -> str:
        if i not in self.forms:
            self.forms[i] = form_of(self.texts[i])
        return self.forms[i]

    def around(self, i: int, reach: int) -> tuple[Likeness, Likeness]:
        """Return the strongest likeness of a line to one of so many before it, and after it."""
        before = {self.between(i - k, i) for k in range(1, reach + 1)}
        after = {self.between(i, i + k) for k in range(1, reach + 1)}
        return _strongest(before), _strongest(after)


def _strongest(found: set[Likeness]) -> Likeness:
    return next((kind for kind in ORDER if kind in found), "")
