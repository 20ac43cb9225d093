"""Paragraphs and other units of a page, made of labelled lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.parsing.grammar import Label, Phase, State
from articles.parsing.lines import Line
from articles.parsing.repair import join_lines
from articles.parsing.signs import sign_of
from articles.parsing.values import Block, BlockType, Span

BLOCK_TYPES = {
    Label.BYLINE: BlockType.BYLINE,
    Label.BODY: BlockType.BODY,
    Label.SUBHEAD: BlockType.SUBHEAD,
    Label.CAPTION: BlockType.CAPTION,
    Label.CREDIT: BlockType.CREDIT_LINE,
    Label.NOTE: BlockType.AUTHOR_NOTE,
    Label.CONTINUED: BlockType.CONTINUATION,
    Label.ABSTRACT: BlockType.ABSTRACT,
    Label.ITEM: BlockType.LIST,
    Label.ENTRY: BlockType.LIST,
    Label.NOTICE: BlockType.NOTICE,
}
INSIDE = {
    Label.BODY_IN: Label.BODY,
    Label.CAPTION_IN: Label.CAPTION,
    Label.CREDIT_IN: Label.CREDIT,
    Label.ABSTRACT_IN: Label.ABSTRACT,
    Label.ITEM_IN: Label.ITEM,
    Label.ENTRY_IN: Label.ENTRY,
}
SENTENCE_ENDS = "。！？!?…"
NEVER_FIRST = re.compile("[，。、；：？！”’》）】」』%％的了着们]|等(?![到待候级你我他她])")
SIGNATURE = re.compile(r"(?:(?<=[。！？…”])\s*|^)[（(][^（）()。，]{2,24}[）)]$")
"""Who wrote it, in brackets after the last sentence or on a line of its own."""
AFTER_END = "”’」』）)】"


@dataclass(eq=False, slots=True)
class Unit:
    """One headline line, or one paragraph or other unit in its printed lines, in reading order."""

    label: Label
    lines: list[Line]
    duplicate: bool = False
    cut: bool = False  # a headline that was taken for a part of another one

    @property
    def ends_open(self) -> bool:
        """Whether the last sentence has no end."""
        for line in reversed(self.lines):
            if text := SIGNATURE.sub("", line.bare).rstrip(AFTER_END):
                return text[-1] not in SENTENCE_ENDS
        return len(self.lines) > 1 or not SIGNATURE.match(self.lines[0].bare)

    @property
    def starts_inside(self) -> bool:
        """Whether it begins with a mark or a word that no sentence begins with."""
        return NEVER_FIRST.match(self.lines[0].bare) is not None

    def block(self) -> Block:
        """Return the unit as a block with its repaired text."""
        kind = BlockType.DUPLICATE if self.duplicate else BLOCK_TYPES[self.label]
        return Block(kind, join_lines(line.text for line in self.lines), self.spans())

    def spans(self) -> tuple[Span, ...]:
        """Return the stretches of the source; neighbouring lines are one stretch."""
        spans: list[Span] = []
        last = 0
        for line in self.lines:
            if spans and line.number == last + line.gap + 1:
                spans[-1] = (spans[-1][0], line.end)
            else:
                spans.append(line.span)
            last = line.number
        return tuple(spans)


@dataclass(eq=False, slots=True)
class Stretch:
    """Units of one article that stand together on the page."""

    phase: Phase
    units: list[Unit] = field(default_factory=list)
    headline: Stretch | None = None  # of its article, where it stands by itself further below

    @property
    def anchored(self) -> bool:
        """Whether it is an article for sure: it has a headline, a byline or an opening."""
        if (
            self.phase is Phase.LIST
            or self.headline
            or any(unit.label is Label.HEAD for unit in self.units)
        ):
            return True
        first = self.units[0]
        if first.label in (Label.BYLINE, Label.CONTINUED):
            return True
        return first.label is Label.BODY and sign_of(first.lines[0].bare) == "report"

    @property
    def pictured(self) -> bool:
        """Whether it begins as a picture story: a headline, then captions or a credit."""
        rest = [unit.label for unit in self.units if unit.label is not Label.HEAD]
        return bool(rest) and rest[0] in (Label.CAPTION, Label.CREDIT)

    @property
    def is_album(self) -> bool:
        """Whether it is a headline with captions below it, and no running text."""
        text = (Label.BODY, Label.SUBHEAD, Label.ITEM)
        headed = self.units[0].label is Label.HEAD
        return headed and self.pictured and not any(unit.label in text for unit in self.units)


def stretches_of(lines: Sequence[Line], states: Sequence[State]) -> list[Stretch]:
    """Return the labelled lines of a page as units in stretches, in print order."""
    found: list[Stretch] = []
    for line, state in zip(lines, states, strict=True):
        if state.first or not found:
            found.append(Stretch(state.phase))
        stretch = found[-1]
        stretch.phase = state.phase
        label = INSIDE.get(state.label)
        if label and stretch.units and stretch.units[-1].label is label:
            stretch.units[-1].lines.append(line)
        else:
            stretch.units.append(Unit(label or state.label, [line]))
    return found
