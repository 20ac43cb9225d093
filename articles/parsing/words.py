"""The words of a line, and whether a word goes on from one line to the next."""

from __future__ import annotations

import re
from functools import lru_cache

from articles.parsing.cutting import cut
from articles.parsing.lines import Line

WORD = re.compile(r"[\u4e00-\u9fff]{2,}|[A-Za-z]{2,}")
REACH = 3


def words_of(line: Line) -> list[str]:
    """Return the words of a line that have two characters or more.

    Two single characters side by side count as a word: so names are cut that no dictionary has.
    """
    found = []
    before = ""
    for word in cut(line.bare):
        if len(word) > 1:
            if WORD.fullmatch(word):
                found.append(word)
            before = ""
        elif "\u4e00" <= word <= "\u9fff":
            if before:
                found.append(before + word)
            before = word
        else:
            before = ""
    return found


def words_meet(before: str, after: str) -> bool:
    """Say whether a word goes on over a break between two lines."""
    return _meet(before[-REACH:], after[:REACH])


@lru_cache(4096)
def _meet(left: str, right: str) -> bool:
    position = 0
    for word in cut(left + right):
        position += len(word)
        if position >= len(left):
            return position > len(left)
    return False
