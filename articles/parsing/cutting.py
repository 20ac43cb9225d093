"""Cut Chinese text into words (rjieba, without guessing new words)."""

from __future__ import annotations

import re

import rjieba

SURROGATE = re.compile("[\ud800-\udfff]")


def whole(text: str) -> str:
    """Return `text` with a replacement for each half of a character pair, of the same length."""
    return SURROGATE.sub("\ufffd", text) if SURROGATE.search(text) else text


def cut(text: str) -> list[str]:
    """Return the words of `text`, of the same length together; half a character pair counts."""
    words: list[str] = rjieba.cut(whole(text), False)
    return words
