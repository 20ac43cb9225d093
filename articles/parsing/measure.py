"""The width of the column a line stands in, where lines are printed lines."""

from __future__ import annotations

from collections.abc import Sequence

from articles.parsing.lines import Line

REACH = 9
"""So many lines before and after show how wide the column is."""
NARROWEST, WIDEST = 12.0, 44.0
LEAST_SUPPORT = 3
LEAST_SHARE = 0.3
BEFORE, AFTER = 2, 1
"""A full line is at most a character short, half a character over (steps of half a character)."""


def measures(lines: Sequence[Line]) -> list[float]:
    """Return for each line the width of its column in characters; 0 where text isn't wrapped."""
    steps = [round(line.cells * 2) if NARROWEST <= line.cells <= WIDEST else 0 for line in lines]
    window = [0] * (round(WIDEST * 2) + AFTER + 2)
    for step in steps[:REACH]:
        window[step] += 1
    found: list[float] = []
    width, changed = 0.0, True
    for i, line in enumerate(lines):
        gained = steps[i + REACH] if i + REACH < len(steps) else 0
        lost = steps[i - REACH - 1] if i > REACH else 0
        if gained != lost:
            window[gained] += 1
            window[lost] -= 1
            changed = True
        if changed:
            width, changed = _width(window, steps[max(0, i - REACH) : i + REACH + 1]), False
        found.append(width if line.cells <= WIDEST else 0.0)
    return found


def is_wrapped(widths: Sequence[float]) -> bool:
    """Say whether most printed lines of a page are lines of a column."""
    return sum(width > 0 for width in widths) * 2 > len(widths)


def _width(window: Sequence[int], steps: Sequence[int]) -> float:
    """Return the width that most lines of the window share, if enough of them do."""
    best, support = 0, 0.0
    for step in set(steps) - {0}:
        full = sum(window[step - BEFORE : step + AFTER + 1])
        score = full + 0.25 * window[step] + 0.01 * step
        if score > support:
            best, support = step, score
    enough = support >= LEAST_SUPPORT and support >= LEAST_SHARE * len(steps)
    return best / 2 if enough else 0.0
