"""The source text of a page, line by line, with stretches of it marked.

Pure: text and spans in, lines of pieces out.  Templates escape the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the source with what it is (a type of block) and the number of its block."""

    start: int
    end: int
    kind: str
    block: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line; `mark` is None where nothing is marked."""

    text: str
    mark: Mark | None
    first: bool
    """Whether it is the first piece of its block."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line with its number, counted from 1 as in flags and reports."""

    number: int
    pieces: tuple[Piece, ...]
    flagged: bool = False


def marks_of_blocks(blocks: Iterable[dict[str, Any]]) -> list[Mark]:
    """Return the marks of blocks in the form that `Article.blocks` has."""
    return [
        Mark(start, end, block["type"], number)
        for number, block in enumerate(blocks)
        for start, end in block["spans"]
    ]


def source_lines(
    source: str, marks: Iterable[Mark], flagged: Iterable[int] = ()
) -> list[SourceLine]:
    """Cut the source into lines and these where marks begin and end.

    Marks don't overlap; where they do, the first one counts.  `flagged` are numbers of lines.
    """
    ordered = sorted(marks, key=lambda mark: mark.start)
    flags = set(flagged)
    seen: set[int] = set()
    lines = []
    offset = following = 0
    for number, line in enumerate(source.split("\n"), start=1):
        end = offset + len(line)
        while following < len(ordered) and ordered[following].end <= offset:
            following += 1
        pieces = _pieces(source, offset, end, ordered[following:], seen)
        lines.append(SourceLine(number, tuple(pieces), number in flags))
        offset = end + 1
    return lines


def _pieces(
    source: str, start: int, end: int, marks: Sequence[Mark], seen: set[int]
) -> Iterable[Piece]:
    """Cut one line; note the blocks in `seen` that have begun."""
    for mark in marks:
        if mark.start >= end:
            break
        if mark.start > start:
            yield Piece(source[start : mark.start], None, first=False)
            start = mark.start
        stop = min(mark.end, end)
        if stop > start:
            yield Piece(source[start:stop], mark, first=mark.block not in seen)
            seen.add(mark.block)
            start = stop
    if start < end:
        yield Piece(source[start:end], None, first=False)
