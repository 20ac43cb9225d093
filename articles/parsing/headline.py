"""Read the head lines of an article: section, kicker (引题), title (主题), subtitle (副题)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from articles.parsing import cues
from articles.parsing.headmodel import read_division
from articles.parsing.headpieces import HeadLine, joined, pieces_of, spans_of
from articles.parsing.repair import close_spacing, narrow
from articles.parsing.values import Block, BlockType, Flag, Headline

UNSURE = 0.6
"""Of readings less probable than this an editor should look at the headline."""
BETWEEN_PARTS, AFTER_ROLE = " | ", ": "
"""So the parts of a headline are written in a reason."""
FRAME = "【】[]〔〕■□●◆▌▎｜|# "
NUMBERED = re.compile(r"[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）]")
OPENING_LENGTH = 160
MOST_LINES = 12
LONGEST_LINE = 200
# No headline has more lines or longer ones: they are text.
SHORTEST_TEXT = 24


def read_headline(
    lines: Sequence[HeadLine], *, wrapped: bool, opening: str = ""
) -> tuple[Headline, tuple[Block, ...], tuple[Flag, ...]]:
    """Return the parts of a headline, their blocks in print order and doubts about them.

    A line that is no part of a headline by its wording (a byline, a credit, a caption with its
    credit, a numbered sub-headline, running text) comes back as such a block after them.

    `opening` is the beginning of the article's text, which headline parts repeat.
    The flags have line 0; only the caller knows the lines.  The reason of `headline-unsure` is the
    next best reading: `kicker: … | title: …`.
    """
    kinds = [_foreign(line, i) for i, line in enumerate(lines)]
    if _is_signed_above(lines):
        kinds[0] = BlockType.BYLINE
    own = [line for line, kind in zip(lines, kinds, strict=True) if not kind]
    blocks, doubt = _parts(own, narrow(opening)[:OPENING_LENGTH], wrapped=wrapped)
    fields = {block.type: block.text for block in blocks}
    if set(fields) == {BlockType.SECTION}:  # a column of one piece is headed by its name alone
        blocks = [replace(block, type=BlockType.TITLE) for block in blocks]
        fields = {BlockType.TITLE: fields[BlockType.SECTION].strip(FRAME)}
        doubt = ""  # it is the same as a title
    for line, foreign in zip(lines, kinds, strict=True):
        if foreign:
            blocks.append(Block(foreign, close_spacing(line.text), (line.span,)))
    flags = [Flag("headline-unsure", 0, doubt)] if doubt else []
    headline = Headline(
        section=fields.get(BlockType.SECTION, "").strip(FRAME),
        kicker=fields.get(BlockType.KICKER, ""),
        title=fields.get(BlockType.TITLE, ""),
        subtitle=fields.get(BlockType.SUBTITLE, ""),
    )
    return headline, tuple(blocks), tuple(flags)


def _parts(lines: Sequence[HeadLine], opening: str, *, wrapped: bool) -> tuple[list[Block], str]:
    """Return the likeliest parts of a headline as blocks, and the next best ones where unsure."""
    pieces = pieces_of(lines, wrapped=wrapped)
    if not pieces:
        return [], ""
    reading = read_division(pieces, opening, wrapped=wrapped)
    blocks = [
        Block(role, joined(held), spans_of(held))
        for role, held in reading.division.parts_of(pieces)
    ]
    if reading.sureness >= UNSURE:
        return blocks, ""
    other = reading.second.parts_of(pieces)
    return blocks, BETWEEN_PARTS.join(f"{role}{AFTER_ROLE}{joined(held)}" for role, held in other)


def _is_signed_above(lines: Sequence[HeadLine]) -> bool:
    """Say whether a headline below its text begins with who wrote that: 陆青, 职工文苑, 灯火."""
    if len(lines) < 3 or not cues.is_bare_name(lines[0].text):
        return False
    return cues.is_section_label(lines[1].text)


def _foreign(line: HeadLine, place: int) -> BlockType | None:
    """Return what a line is that the layout took for one of the headline, if it is none."""
    if place >= MOST_LINES or len(line.text) > LONGEST_LINE:
        return BlockType.BODY
    if cues.is_credit_line(line.text):
        return BlockType.CREDIT_LINE
    if cues.is_byline(line.text) or (place > 0 and cues.is_bare_name(line.text)):
        return BlockType.BYLINE
    if NUMBERED.match(line.text):
        return BlockType.SUBHEAD
    if "。" in line.text and len(line.text) >= SHORTEST_TEXT:
        return BlockType.BODY
    return BlockType.CAPTION if cues.ends_with_credit(line.text) else None
