"""Lines of a page that belong to no article: the masthead, the folio and who made the page."""

from __future__ import annotations

from collections.abc import Sequence

from articles.parsing.folios import is_folio, is_newspaper, is_staff_line
from articles.parsing.lines import Line

EDGE = 4
"""The masthead and the folio are among so many lines at the top or at the bottom."""
LONGEST = 60.0


def furniture_of(lines: Sequence[Line]) -> set[int]:
    """Return the places of the lines that are masthead or folio."""
    edge = {*range(min(EDGE, len(lines))), *range(max(0, len(lines) - EDGE), len(lines))}
    short = [i for i in edge if lines[i].cells <= LONGEST]
    found = {i for i in short if is_folio(lines[i].text) or is_staff_line(lines[i].text)}
    top = min(found, default=0)
    return found | {i for i in range(top) if top < EDGE and is_newspaper(lines[i].text)}
