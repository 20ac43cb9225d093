"""Where the lines of a headline are divided into parts, and where a part goes on.

A headline part may be broken over two lines, and two parts may stand on one line.  Every place
where it could be divided is weighed: the weights are the table `WEIGHTS`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import rjieba

from articles.parsing.drafts import HeadLine
from articles.parsing.lexicon import headlines
from articles.parsing.lexicon.labels import OFFICIAL_TEXTS
from articles.parsing.repair import HAN, close_spacing, narrow, width
from articles.parsing.values import Span


class Gap(StrEnum):
    """What stands between two pieces."""

    BLANK = "blank"
    LINE = "line"
    EMPTY_LINE = "empty line"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a headline line without a meaningful blank, repaired."""

    text: str
    span: Span
    gap: Gap
    spaced: bool
    printed: float
    """The width as printed, with the blanks."""
    line: float
    """The repaired width of the whole line from this piece on."""

    @property
    def plain(self) -> str:
        """The text with ASCII forms of full-width marks."""
        return narrow(self.text)


@dataclass(frozen=True, slots=True)
class Part:
    """Pieces that are one part of a headline."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The repaired text; a blank stays where the part has two halves on a line."""
        text = self.pieces[0].text
        for piece in self.pieces[1:]:
            text += " " * (piece.gap is Gap.BLANK) + piece.text
        return text

    @property
    def spans(self) -> tuple[Span, ...]:
        """The stretches of the source, one for each line."""
        spans: list[Span] = []
        for piece in self.pieces:
            if spans and piece.gap is Gap.BLANK:
                spans[-1] = (spans[-1][0], piece.span[1])
            else:
                spans.append(piece.span)
        return tuple(spans)


def divide(lines: Sequence[HeadLine], *, wrapped: bool) -> tuple[list[Part], float]:
    """Return the parts of a headline and how sure the least sure decision is (0 is undecided)."""
    pieces = [piece for line in lines for piece in _pieces(line, wrapped=wrapped)]
    if not pieces:
        return [], 1.0
    parts = [[pieces[0]]]
    surest = 10.0
    for right in pieces[1:]:
        score = _score(Part(tuple(parts[-1])), right, wrapped=wrapped, first=len(parts) == 1)
        surest = min(surest, abs(score))
        if score > 0:
            parts[-1].append(right)
        else:
            parts.append([right])
    return [Part(tuple(part)) for part in parts], surest


def _pieces(line: HeadLine, *, wrapped: bool) -> Iterator[Piece]:
    """Yield the pieces of a line with their places in the source."""
    closed = close_spacing(line.text, numbers=wrapped)
    spaced = len(closed) < 0.75 * len(line.text)
    at, rest = 0, width(closed.replace(" ", ""))
    gap = Gap.EMPTY_LINE if line.blank_before else Gap.LINE
    for text in closed.split():
        start = end = -1
        for _ in text:
            while line.text[at].isspace():
                at += 1
            start = at if start < 0 else start
            at += 1
            end = at
        span = line.span[0] + start, line.span[0] + end
        yield Piece(text, span, gap, spaced, width(line.text), rest)
        rest -= width(text)
        gap = Gap.BLANK


# ------------------------------------------------------------------ weighing

# How much each sign speaks for going on (> 0) or for dividing (< 0).
WEIGHTS = {
    Gap.BLANK: 0.4,
    Gap.LINE: -0.6,
    Gap.EMPTY_LINE: -5.5,
    "open mark": 9.0,
    "goes on": 6.0,
    "word across": 3.0,
    "leads over": -12.0,
    "bracketed": -9.0,
    "halves alike": 2.5,
    "short halves": 2.0,
    "report beside it": -3.0,
    "stub right": 2.5,
    "ends alike": 1.5,
    "below a part": 0.8,
    "stub": 3.0,
    "long": -2.5,
    "very long": -2.5,
    "uneven": -1.2,
    "no verb left": 2.0,
    "no verb right": 1.0,
    "two clauses": -0.8,
    "fits a title": 0.8,
    "short left": 1.6,
    "short pair": 1.2,
    "report left": -1.6,
    "report right": -1.6,
    "report with a verb right": -1.8,
    "clause before it": -3.0,
    "speaker right": -2.5,
    "spaced out": 1.8,
    "only left spaced": -2.5,
    "halves left": -2.5,
}

OPEN_MARKS = (("“", "”"), ("《", "》"), ("(", ")"), ("‘", "’"))
LEADS = re.compile(r"(?:—+|…+|:|-{2,})$")
STARTS_REGION = re.compile(
    rf"(?![一二三四五六七八九十百两多各全])[{HAN}]{{2,7}}?[{headlines.REGION_ENDINGS}](?![{HAN}]{{0,1}}$)"
)
SPEAKER = re.compile(rf"[{HAN}]{{1,6}}:")
QUOTED_WORD = re.compile(r"“[^”]{1,4}”")
BRACKETED = re.compile(r"\(.*\)")


def _score(left: Part, right: Piece, *, wrapped: bool, first: bool) -> float:
    below = 0.0 if first or right.gap is Gap.BLANK else WEIGHTS["below a part"]
    return below + sum(WEIGHTS[sign] for sign in _signs(left, right, wrapped=wrapped))


def _signs(left: Part, right: Piece, *, wrapped: bool) -> Iterator[str]:
    """Yield what speaks for or against `right` belonging to the part at its left."""
    before = left.pieces[-1]
    yield right.gap
    if _open(narrow(left.text)):
        yield "open mark"
    if right.gap is not Gap.BLANK and _goes_on(before.plain):
        yield "goes on"
    if LEADS.search(before.plain) or right.plain.startswith("—"):
        yield "leads over"
    if BRACKETED.fullmatch(right.plain):
        yield "bracketed"
    if right.gap is Gap.BLANK:
        yield from _blank_signs(left, right)
    else:
        yield from _line_signs(left, right, wrapped=wrapped)


def _blank_signs(left: Part, right: Piece) -> Iterator[str]:
    one, two = width(left.pieces[-1].text), width(right.text)
    longer, shorter = max(one, two), min(one, two)
    if longer <= 12 and shorter >= 0.6 * longer:
        yield "short halves"
    if left.text[-1] == right.text[-1] == "”":
        yield "halves alike"
    if one == two and (longer <= 9 or _parallel(left.pieces[-1].text, right.text)):
        yield "halves alike"
    if shorter < 4:
        yield "stub"
    if longer > 12:
        yield "long"
    if longer >= 14:
        yield "very long"
    if longer >= 7.5 and tells_event(left.text) > tells_event(right.text) + 1:
        yield "report beside it"


def _line_signs(left: Part, right: Piece, *, wrapped: bool) -> Iterator[str]:
    one, two = width(left.text), right.line
    longest = 19 if wrapped else 13.5
    if _word_across(left.text, right.text):
        yield "word across"
    if max(one, two) <= longest and one + two >= 9:
        yield "fits a title"
    if one <= 7.5 and right.gap is Gap.LINE:
        yield "short left"
    if max(one, two) >= longest + 1.5:
        yield "long"
    if max(one, two) >= longest + 5:
        yield "very long"
    if min(one, two) < 0.6 * max(one, two):
        yield "uneven"
    if not has_verb(left.text):
        yield "no verb left"
    if not has_verb(right.text):
        yield "no verb right"
    if has_verb(left.text) and has_verb(right.text):
        yield "two clauses"
    if tells_event(left.text) >= 2 and has_verb(left.text):
        yield "report left"
    if tells_event(right.text) >= 2 > tells_event(left.text):
        yield "report right"
        if has_verb(right.text):
            yield "report with a verb right"
    if max(one, two) <= 9:
        yield "short pair"
    if two <= 6:
        yield "stub right"
    if left.text[-1] == right.text[-1] == "”" and max(one, two) <= longest:
        yield "ends alike"
    if one >= 8 and left.text.endswith(headlines.LEADS_OVER):
        yield "clause before it"
    if SPEAKER.match(right.plain):
        yield "speaker right"
    before = left.pieces[-1]
    if right.spaced and not before.spaced and 0.85 <= right.printed / before.printed <= 1.2:
        yield "spaced out"
    if before.gap is Gap.BLANK:
        yield "halves left"
    if before.spaced and not right.spaced:
        yield "only left spaced"


def _goes_on(text: str) -> bool:
    """Say whether nothing could end so: …的, or 关于… before it names the paper (通知)."""
    about = text.startswith("关于") and not text.endswith(OFFICIAL_TEXTS)
    return about or text.endswith(headlines.GOES_ON)


def _open(text: str) -> bool:
    return any(text.count(mark) > text.count(close) for mark, close in OPEN_MARKS)


def _parallel(left: str, right: str) -> bool:
    return any(a == b for a, b in zip(left, right, strict=False))


def _word_across(left: str, right: str) -> bool:
    """Say whether a word goes on over the break."""
    before, after = left[-3:], right[:3]
    if not re.fullmatch(f"[{HAN}]+", before[-1:] + after[:1]):
        return False
    position = 0
    for word in rjieba.cut(before + after, False):
        position += len(word)
        if position >= len(before):
            return position > len(before)
    return False


def has_verb(text: str) -> bool:
    """Say whether a headline part has a verb; news words are often taken for nouns."""
    if QUOTED_WORD.fullmatch(text):
        return False
    words = rjieba.tag(text, True)
    return any(tag in ("v", "vg", "vd") or word in headlines.VERBS for word, tag in words)


def tells_event(text: str) -> float:
    """Return how much a part reads like who did what where: about 0 to 5."""
    plain = narrow(text)
    score = 0.0
    words = rjieba.tag(plain, True)
    if (words and words[0][1] == "ns") or STARTS_REGION.match(plain):
        score += 2.0
    if any(body in plain for body in headlines.BODIES):
        score += 1.0
    if plain.endswith(headlines.EVENT_ENDINGS):
        score += 1.0
    if re.match(r"[\"“]|.*[!?]|[^,]{2,14} [^,]{2,14}$", plain):
        score -= 0.7
    return score
