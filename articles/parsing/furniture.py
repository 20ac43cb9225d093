"""Lines of a page that belong to no article: the masthead, the folio and who made the page."""

from __future__ import annotations

from collections.abc import Sequence

from articles.parsing import contents, folios
from articles.parsing.lines import Line

EDGE = 4
"""What is furniture for certain may stand by itself among so many lines at the top or bottom."""
DEEPEST = 7
"""What is only beside it stands among so many."""
LONGEST = 60.0


def furniture_of(lines: Sequence[Line]) -> set[int]:
    """Return the places of the lines that are masthead, folio or imprint."""
    size = len(lines)
    top, bottom = range(min(DEEPEST, size)), range(max(0, size - DEEPEST), size)
    guide = next((i for i in top if contents.is_guide(lines[i].text)), size)  # 导读, 2版 …
    certain = {i for i in (*top[:guide], *bottom) if _is_certain(lines[i])}
    edge = {*top[:EDGE], *bottom[-EDGE:]}
    return {*(certain & edge), *_head(lines, top, certain), *_foot(lines, bottom, certain)}


def _head(lines: Sequence[Line], top: range, certain: set[int]) -> range:
    """Return the unbroken run of possible furniture at the top, if some of it is certain.

    A name at its end may as well be that of a column, and is left.
    """
    end, dated, found = 0, False, False
    for i in top:
        text = lines[i].text
        if i in certain:
            dated, found = dated or folios.tells_date(text), True
        elif not _is_beside(lines[i]):
            if folios.is_newspaper(text) or folios.may_be_page_name(text, above_date=not dated):
                continue
            break
        end = i + 1
    return range(end if found else 0)


def _foot(lines: Sequence[Line], bottom: range, certain: set[int]) -> range:
    """Return the run at the bottom from its first certain line on.

    What stands above that, an address or a telephone number, may end a notice.
    """
    first = bottom.stop
    for i in reversed(bottom):
        if i in certain:
            first = i
        elif not _is_beside(lines[i]):
            break
    return range(first, bottom.stop)


def _is_certain(line: Line) -> bool:
    if line.cells > LONGEST:
        return False
    text = line.text
    return folios.is_folio(text) or folios.is_staff_line(text) or folios.is_own_contact(text)


def _is_beside(line: Line) -> bool:
    return line.cells <= LONGEST and folios.is_beside_folio(line.text)
