"""What the layout reading hands on: drafts of articles in reading order."""

from __future__ import annotations

from dataclasses import dataclass, field

from articles.parsing.confidence import Signals
from articles.parsing.headpieces import HeadLine
from articles.parsing.values import Block, Flag, LineReading, Problem, Span


@dataclass(frozen=True, slots=True)
class Draft:
    """One article: its headline lines as printed and its other blocks in reading order."""

    head: tuple[HeadLine, ...]
    blocks: tuple[Block, ...]
    flags: tuple[Flag, ...] = ()
    confidence: float = 1.0
    signals: Signals | None = None
    """What the confidence rests on."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A page cut into articles.

    Every character that is not white space is in one span of one headline line or block, or in
    `unassigned`.  `wrapped` says that most printed lines of the page are lines of its text.
    """

    drafts: tuple[Draft, ...]
    unassigned: tuple[Span, ...] = ()
    problems: tuple[Problem, ...] = ()
    readings: tuple[LineReading, ...] = field(default=(), repr=False)
    wrapped: bool = False
