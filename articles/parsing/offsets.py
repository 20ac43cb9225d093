"""Find the source of a repaired text again: repair only drops or inserts blanks."""

from __future__ import annotations

from itertools import accumulate

from articles.parsing.values import Span


def line_starts(source: str) -> list[int]:
    """Return the offset where each line begins; `bisect_right` finds the number of an offset's."""
    sizes = (len(line) + 1 for line in source.split("\n")[:-1])
    return list(accumulate(sizes, initial=0))


def source_offsets(text: str, spans: tuple[Span, ...], source: str) -> list[int]:
    """Return for each character of a block's `text` its offset in `source`.

    A blank that the repair put in has the offset of the character before it.  Raises `ValueError`
    if the text can't be laid over the spans.
    """
    places = (i for start, end in spans for i in range(start, end) if not source[i].isspace())
    offsets: list[int] = []
    last = spans[0][0] if spans else 0
    for character in text:
        if not character.isspace():
            last = next(places, -1)
            if last < 0 or source[last] != character:
                raise ValueError(f"The text {text[:20]!r} does not stand at {spans}.")
        offsets.append(last)
    return offsets


def spans_of(offsets: list[int], start: int, end: int, source: str) -> tuple[Span, ...]:
    """Return the stretches of the source behind `text[start:end]`; blanks don't divide them."""
    found: list[list[int]] = []
    for offset in offsets[start:end]:
        if found and offset <= found[-1][1]:
            found[-1][1] = max(found[-1][1], offset + 1)
        elif found and not source[found[-1][1] : offset].strip():
            found[-1][1] = offset + 1
        else:
            found.append([offset, offset + 1])
    return tuple((a, b) for a, b in found)
