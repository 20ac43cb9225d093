"""A headline in its smallest pieces: what no line end and no meaningful blank divides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from articles.parsing.repair import close_spacing, narrow, width
from articles.parsing.values import Span

LOOSE = 0.75
"""A line that loses more than the rest of its length when closed is letter-spaced."""


class Gap(StrEnum):
    """What stands before a piece."""

    BLANK = "blank"
    LINE = "line"
    EMPTY_LINE = "empty line"


@dataclass(frozen=True, slots=True)
class HeadLine:
    """One printed line of a headline (section, kicker, title or subtitle), stripped, unrepaired."""

    text: str
    span: Span
    blank_before: bool = True


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a headline line without a meaningful blank, repaired."""

    text: str
    plain: str
    """The text with ASCII forms of full-width marks."""
    width: float
    line: float
    """The repaired width of the whole line from this piece on."""
    span: Span
    gap: Gap
    spaced: bool
    printed: float
    """The width of the line as printed, with its blanks."""


def pieces_of(lines: Sequence[HeadLine], *, wrapped: bool) -> list[Piece]:
    """Return the pieces of headline lines; where `wrapped` a blank at a number means nothing."""
    return [piece for line in lines for piece in _pieces(line, wrapped=wrapped)]


def joined(pieces: Sequence[Piece]) -> str:
    """Return the pieces as one text; a blank stays where two halves stand on one line."""
    text = pieces[0].text
    for piece in pieces[1:]:
        text += " " * (piece.gap is Gap.BLANK) + piece.text
    return text


def spans_of(pieces: Sequence[Piece]) -> tuple[Span, ...]:
    """Return the stretches of the source that the pieces fill, one for each line."""
    spans: list[Span] = []
    for piece in pieces:
        if spans and piece.gap is Gap.BLANK:
            spans[-1] = (spans[-1][0], piece.span[1])
        else:
            spans.append(piece.span)
    return tuple(spans)


def _pieces(line: HeadLine, *, wrapped: bool) -> Iterator[Piece]:
    """Yield the pieces of a line with their places in the source."""
    closed = close_spacing(line.text, numbers=wrapped)
    spaced = len(closed) < LOOSE * len(line.text)
    gap = Gap.EMPTY_LINE if line.blank_before else Gap.LINE
    printed = width(line.text)
    at, rest = 0, width(closed.replace(" ", ""))
    for text in closed.split():
        start = end = -1
        for _ in text:
            while line.text[at].isspace():
                at += 1
            start = at if start < 0 else start
            at += 1
            end = at
        span = line.span[0] + start, line.span[0] + end
        wide = width(text)
        yield Piece(text, narrow(text), wide, rest, span, gap, spaced, printed)
        rest -= wide
        gap = Gap.BLANK
