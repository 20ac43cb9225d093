"""Whether a page kept the blanks before its lines, and what they say of each line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from articles.parsing.lines import Line

USUAL = (1.0, 4.0)
"""The first line of a paragraph is indented by so many characters; most houses take two."""
LEAST_LINES = 4
LEAST_SHARE, MOST_SHARE = 0.04, 0.95
"""Fewer are strays; what more have is the margin of the page."""
TOLERANCE = 0.5


class Indent(StrEnum):
    """How a line stands in its column."""

    FLUSH = "flush"
    PARAGRAPH = "paragraph"
    DEEP = "deep"  # set in the middle, or to the right


def indents_of(lines: Sequence[Line]) -> list[Indent] | None:
    """Return how each line stands in its column; None where the page lost its indents.

    What nearly all lines have before them is the margin of the page and doesn't count.
    """
    if not lines:
        return None
    margin = sorted(line.indent for line in lines)[int(len(lines) * (1 - MOST_SHARE))]
    blanks = [max(0.0, line.indent - margin) for line in lines]
    least, most = USUAL
    counted = Counter(blank for blank in blanks if least <= blank <= most)
    if not counted:
        return None
    usual, times = counted.most_common(1)[0]
    if times < LEAST_LINES or times < LEAST_SHARE * len(lines):
        return None
    return [_indent(blank, usual) for blank in blanks]


def _indent(blank: float, usual: float) -> Indent:
    if blank < usual - TOLERANCE:
        return Indent.FLUSH
    return Indent.PARAGRAPH if blank <= usual + TOLERANCE else Indent.DEEP
