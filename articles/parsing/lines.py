"""The printed lines of a page, with their offsets, gaps and widths."""

from __future__ import annotations

from dataclasses import dataclass

from articles.parsing.repair import close_spacing
from articles.parsing.values import Span

WIDE_MARKS = str.maketrans(",;:?!()", "，；：？！（）")
"""Western marks stand for Chinese ones beside Chinese text."""

LOOSE_SHARE = 0.34
"""From this share of blanks a line is letter-spaced."""


@dataclass(frozen=True, slots=True)
class Line:
    """One non-blank line.

    `text` is stripped but as printed; `bare` is without letter-spacing and with Chinese marks;
    `gap` counts the blank lines before it; `cells` is the width of `bare` in Chinese characters,
    `indent` that of the blanks before it.
    """

    number: int
    start: int
    end: int
    text: str
    bare: str
    gap: int
    cells: float
    loose: bool
    indent: float

    @property
    def span(self) -> Span:
        """The stretch of the source from the first to the last character that is not blank."""
        return self.start, self.end


def read_lines(source: str) -> list[Line]:
    """Return the non-blank lines of a decoded page, in print order."""
    lines: list[Line] = []
    offset = gap = 0
    for number, raw in enumerate(source.split("\n"), 1):
        text = raw.strip()
        if text:
            blank = len(raw) - len(raw.lstrip())
            start = offset + blank
            blanks = len(text) - len("".join(text.split())) if " " in text else 0
            loose = len(text) >= 5 and blanks >= LOOSE_SHARE * len(text)
            bare = (close_spacing(text) if loose else text).translate(WIDE_MARKS)
            cells = cells_of(bare)
            indent = _indent_of(raw[:blank]) if blank else 0.0
            end = start + len(text)
            lines.append(Line(number, start, end, text, bare, gap, cells, loose, indent))
            gap = 0
        else:
            gap += 1
        offset += len(raw) + 1
    return lines


def _indent_of(blanks: str) -> float:
    """Return the width of the blanks before a line: 1 for an ideographic one, else ½."""
    blanks = blanks.expandtabs(4)
    return (len(blanks) + blanks.count("\u3000")) / 2


def cells_of(text: str) -> float:
    """Return the printed width: 1 for a Chinese character or mark, ½ for a letter or digit.

    The length in UTF-8 tells the two apart without a look at every character.
    """
    wide = (len(text.encode("utf-8", "surrogatepass")) - len(text)) / 2
    return wide + (len(text) - wide) / 2 - 0.2 * text.count(" ")
