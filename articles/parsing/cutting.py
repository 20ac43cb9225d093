"""Cut Chinese text into words (rjieba, without guessing new words)."""

from __future__ import annotations

import re

import rjieba

SURROGATE = re.compile("[\ud800-\udfff]")


def cut(text: str) -> list[str]:
    """Return the words of `text`, of the same length together; half a character pair counts."""
    if SURROGATE.search(text):
        text = SURROGATE.sub("\ufffd", text)
    words: list[str] = rjieba.cut(text, False)
    return words
