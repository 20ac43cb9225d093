"""One line in a few classes: its length, its ends, its sign, its place in the column."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from articles.parsing.lines import Line
from articles.parsing.signs import sign_of

STOPS = "。！？!?"
ASKS = "！？!?"
QUOTES = "“‘「『"
CLOSERS = "”’」』）】"
END_CLASSES = {
    **dict.fromkeys("，、；,;", "comma"),
    **dict.fromkeys("：:", "colon"),
    **dict.fromkeys("—…-", "dash"),
    **dict.fromkeys("（“‘《【「『", "open"),
    **dict.fromkeys("》", "book"),
    **dict.fromkeys("0123456789", "digit"),
    **dict.fromkeys("的在和与对为将及于把被从向是而并或其这该各", "bound"),
}
START_CLASSES = {
    **dict.fromkeys(QUOTES, "quote"),
    **dict.fromkeys("（【", "bracket"),
    **dict.fromkeys("《", "book"),
    **dict.fromkeys("，。、；：？！”’》）】」』%％", "close"),
    **dict.fromkeys("0123456789", "digit"),
    **dict.fromkeys("…·.", "leader"),
    **dict.fromkeys("-—•●■▲◆★", "bullet"),
    **dict.fromkeys("的了着们等地得性化率者其", "bound"),
    **dict.fromkeys("他她它我这那没要每可", "pronoun"),  # rather within a paragraph
    **dict.fromkeys("据记", "source"),  # rather at its beginning: 据介绍, 记者
}
WORDS = frozenset(("word", "pronoun", "source"))
"""So a line begins that may go on with a word of the line before."""
PAIRS = (("“", "”"), ("《", "》"), ("（", "）"))
LENGTHS = (2.5, 4.5, 8.5, 12.5, 16.5, 22.5, 30.5, 40.5, 60.5)
SHORTFALLS = (-3.0, -1.25, -0.25, 0.3, 0.8, 1.3, 1.8, 2.3, 3.3, 5.5, 9.0)
HEAD_SIGNS = frozenset(
    (
        *("", "number", "bullet", "contents", "time", "bracketed", "office", "official"),
        *("speech", "day", "notice title", "point"),
    )
)
HEAD_LIMIT = 60.0
"""No headline line is wider."""


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """The classes of one line; `mode` is `w` in a column of printed lines, else `p`.

    Compared by identity, which is what makes asking the tables of `features.py` cheap: lines that
    look the same mostly have the same object, else a table is asked once more.
    """

    mode: str
    length: int
    start: str
    end: str
    short: str
    sign: str
    gap: int
    balance: str
    inner: str
    headlike: bool


@lru_cache(maxsize=20_000)
def _shared(*classes: object) -> Profile:
    """Return one object for lines that look the same."""
    return Profile(*classes)  # type: ignore[arg-type]


OUTSIDE = Profile("-", -1, "-", "edge", "-", "edge", 2, "even", "", False)
"""What stands before the first line and after the last one."""


def profile(line: Line, width: float) -> Profile:
    """Return the classes of `line` in a column of `width` characters (0: not wrapped)."""
    text = line.bare
    wrapped = width > 0
    sign = sign_of(text)
    end = _end_class(text)
    shortfall = width - line.cells
    return _shared(
        "w" if wrapped else "p",
        bisect_right(LENGTHS, line.cells),
        START_CLASSES.get(text[0], "word"),
        end,
        _short(shortfall, line.loose) if wrapped else "-",
        sign,
        min(line.gap, 2),
        _balance(text),
        ("s" if "。" in text[:-2] else "")
        + ("c" if "，" in text[:-1] else "")
        + ("b" if " " in text and not line.loose else ""),
        sign in HEAD_SIGNS
        and end not in ("stop", "comma", "open")
        and line.cells <= HEAD_LIMIT
        and (not wrapped or line.loose or shortfall >= 2.4 or shortfall <= -1.5 or line.gap == 0),
    )


def _end_class(text: str) -> str:
    last = text[-1]
    if last in CLOSERS and len(text) > 1:
        if text[-2] in ASKS and text[0] in QUOTES and text.find(last) == len(text) - 1:
            return "ask"  # “谁来修灯？”: one quotation, as headlines may be
        return "stop" if text[-2] in STOPS or text[-2] in CLOSERS else "close"
    if last in STOPS:
        return "stop" if last == "。" else "ask"
    return END_CLASSES.get(last, "word")


def _short(shortfall: float, loose: bool) -> str:
    if loose:
        return "loose" if 0.5 <= shortfall <= 5.5 else "loose-far"
    return str(bisect_right(SHORTFALLS, shortfall))


def _balance(text: str) -> str:
    opened = closed = False
    for left, right in PAIRS:
        if left in text or right in text:
            more = text.count(left) - text.count(right)
            opened |= more > 0 or text.rfind(left) > text.rfind(right)
            first = text.find(right)
            closed |= more < 0 or (
                first >= 0 and (text.find(left) == -1 or text.find(left) > first)
            )
    return "both" if opened and closed else "open" if opened else "closed" if closed else "even"


def profiles_of(lines: Sequence[Line], widths: Sequence[float]) -> list[Profile]:
    """Return the profile of each line."""
    return [profile(line, width) for line, width in zip(lines, widths, strict=True)]
