"""Passages that the extractor repeated: the same words a second time on one page."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from articles.parsing.lines import Line
from articles.parsing.offsets import line_starts

KEY = 12
"""A repeated passage is recognised by so many characters at its beginning."""
LEAST = 30
"""Shorter passages may well come twice, as a refrain or the name of a column."""
OPENINGS = re.compile(r"(?<=[。！？”])|\n|^")


def repeated(lines: Sequence[Line]) -> dict[int, int]:
    """Return for lines that repeat an earlier passage the line where that passage ends.

    Both are places in `lines`; the second is never a repetition itself.  A passage begins with a
    line or a sentence and is repeated from the beginning of a line to the end of one.
    """
    text = "\n".join(line.bare for line in lines)
    starts = line_starts(text)
    seen: dict[str, int] = {}
    found: dict[int, int] = {}
    i = 0
    while i < len(lines):
        bare = lines[i].bare
        if i > 1 and bare == lines[i - 1].bare == lines[i - 2].bare:
            found[i] = found.get(i - 1, i - 1)  # no line is printed three times running
            i += 1
            continue
        key = bare[:KEY]
        first = seen.get(key, -1)
        if first >= 0 and len(key) == KEY:
            size, end = _common(text, first, starts, lines, i)
            if size >= LEAST:
                last = bisect_right(starts, first + size - 1) - 1
                for k in range(i, end):
                    found[k] = found.get(last, last)  # which may be a repetition itself
                i = end
                continue
        _remember(seen, bare, starts[i])
        i += 1
    return found


def _remember(seen: dict[str, int], bare: str, start: int) -> None:
    for match in OPENINGS.finditer(bare):
        key = bare[match.start() : match.start() + KEY]
        if len(key) == KEY:
            seen.setdefault(key, start + match.start())


def _common(
    text: str, first: int, starts: Sequence[int], lines: Sequence[Line], i: int
) -> tuple[int, int]:
    """Return how many characters from line `i` on repeat those from `first`, in whole lines."""
    size, k = 0, i
    while k < len(lines):
        bare = lines[k].bare
        piece = text[first + size : first + size + len(bare)]
        if piece != bare or first + size + len(bare) > starts[i]:
            break
        size += len(bare)
        k += 1
        if text[first + size : first + size + 1] == "\n":
            size += 1
    return size, k
