"""Lines of a page that belong to no article: the masthead, the folio and who made the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from articles.parsing import folios
from articles.parsing.cues import is_section_label
from articles.parsing.headsigns import has_verb
from articles.parsing.lines import Line

EDGE = 4
"""Folios are among so many lines at the top or at the bottom."""
HEAD = 7
"""The head of a page has so many lines at most."""
LONGEST = 60.0


def furniture_of(lines: Sequence[Line]) -> set[int]:
    """Return the places of the lines that are masthead, folio or imprint."""
    size = len(lines)
    edge = {*range(min(EDGE, size)), *range(max(0, size - EDGE), size)}
    found = {i for i in edge if _is_certain(lines[i])}
    head = _stretch(lines, range(min(HEAD, size)), lambda line: _is_name(line) or _may_be(line))
    foot = _stretch(lines, range(size - 1, max(-1, size - HEAD), -1), _may_be)
    return {*found, *head, *foot}


def _stretch(
    lines: Sequence[Line], places: Iterable[int], may_belong: Callable[[Line], bool]
) -> list[int]:
    """Return what stands at an edge of a page as only furniture does, if some of it is certain.

    A name at the inner end may as well be that of a column, and is left.
    """
    held: list[int] = []
    size = 0
    certain = False
    for i in places:
        if _is_certain(lines[i]):
            certain = True
        elif not may_belong(lines[i]):
            break
        held.append(i)
        if _is_certain(lines[i]) or _may_be(lines[i]):
            size = len(held)
    return held[:size] if certain else []


def _is_certain(line: Line) -> bool:
    if line.cells > LONGEST:
        return False
    text = line.text
    return folios.is_folio(text) or folios.is_staff_line(text) or folios.is_own_contact(text)


def _may_be(line: Line) -> bool:
    return line.cells <= LONGEST and folios.is_beside_folio(line.text)


def _is_name(line: Line) -> bool:
    """Say whether a line may name the newspaper or the page."""
    if folios.is_newspaper(line.text):
        return True
    if not folios.may_be_page_name(line.text):
        return False
    return is_section_label(line.text) or not has_verb(line.bare)
