"""What can be seen of a line without knowing what it is: the grounds of the layout reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from articles.parsing.bridge import Bridges
from articles.parsing.cutting import cut
from articles.parsing.lines import Line
from articles.parsing.signs import sign_of

STOPS = "。！？!?"
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
    **dict.fromkeys("“‘「『", "quote"),
    **dict.fromkeys("（【", "bracket"),
    **dict.fromkeys("《", "book"),
    **dict.fromkeys("，。、；：？！”’》）】」』%％", "close"),
    **dict.fromkeys("0123456789", "digit"),
    **dict.fromkeys("…·.", "leader"),
    **dict.fromkeys("-—•●■▲◆★", "bullet"),
    **dict.fromkeys("的了着们等地得性化率者其", "bound"),
}
PAIRS = (("“", "”"), ("《", "》"), ("（", "）"))
LENGTHS = (2.5, 4.5, 8.5, 12.5, 16.5, 22.5, 30.5, 40.5, 60.5)
SHORTFALLS = (-3.0, -1.25, -0.25, 0.3, 0.8, 1.3, 1.8, 2.3, 3.3, 5.5, 9.0)
CUT_ENDS = ("word", "digit", "bound")
"""A line may end so in the middle of a word."""
HEAD_LIMIT = 60.0
"""No headline line is wider."""
ECHO_REACH = 420
"""So many characters before and after a headline line are searched for its words."""
BRIDGES = (0.02, 0.05, 0.08, 0.12, 0.17, 0.24, 0.34)
SIBLING_REACH = 30
"""Sub-headlines of one article stand within so many lines of each other."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One line in a few classes."""

    wrapped: bool
    length: str
    start: str
    end: str
    short: str
    sign: str
    gap: str
    balance: str
    inner: str
    headlike: bool


def profile(line: Line, width: float) -> Profile:
    """Return the classes of `line` in a column of `width` characters (0: not wrapped)."""
    text = line.bare
    wrapped = width > 0
    sign = sign_of(text)
    end = _end(text)
    shortfall = width - line.cells
    return Profile(
        wrapped=wrapped,
        length=str(_bucket(line.cells, LENGTHS)),
        start=START_CLASSES.get(text[0], "word"),
        end=end,
        short=_short(shortfall, line.loose) if wrapped else "-",
        sign=sign,
        gap="0" if line.gap == 0 else "1" if line.gap == 1 else "2",
        balance=_balance(text),
        inner=("s" if "。" in text[:-2] else "")
        + ("c" if "，" in text[:-1] else "")
        + ("b" if " " in text and not line.loose else ""),
        headlike=sign in ("", "number", "bullet", "contents", "time")
        and end not in ("stop", "comma", "open")
        and line.cells <= HEAD_LIMIT
        and (not wrapped or line.loose or shortfall >= 2.4 or shortfall <= -1.5 or line.gap == 0),
    )


def _end(text: str) -> str:
    last = text[-1]
    if last in CLOSERS and len(text) > 1:
        return "stop" if text[-2] in STOPS or text[-2] in CLOSERS else "close"
    if last in STOPS:
        return "stop" if last == "。" else "ask"
    return END_CLASSES.get(last, "word")


def _bucket(value: float, bounds: Sequence[float]) -> int:
    for i, bound in enumerate(bounds):
        if value < bound:
            return i
    return len(bounds)


def _short(shortfall: float, loose: bool) -> str:
    if loose:
        return "loose" if 0.5 <= shortfall <= 5.5 else "loose-far"
    return str(_bucket(shortfall, SHORTFALLS))


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


@dataclass(frozen=True, slots=True)
class Run:
    """Where a headline-like line stands among its like, and what is before and after them."""

    place: str
    before: str
    after: str
    start: int
    end: int


NOWHERE = Run("-", "-", "-", 0, 0)


def _runs(lines: Sequence[Line], profiles: Sequence[Profile]) -> list[Run]:
    runs = [NOWHERE] * len(lines)
    i = 0
    while i < len(lines):
        if not profiles[i].headlike:
            i += 1
            continue
        end = i
        while end < len(lines) and profiles[end].headlike and end - i < 6:
            end += 1
        before = "top" if i == 0 else _outside(profiles[i - 1])
        after = "bottom" if end == len(lines) else _outside(profiles[end])
        for k in range(i, end):
            runs[k] = Run(f"{min(k - i + 1, 3)}/{min(end - i, 4)}", before, after, i, end)
        i = end
    return runs


def _siblings(lines: Sequence[Line], runs: Sequence[Run]) -> dict[int, int]:
    """Return for headline-like lines that stand alone how many like them are near, 0 to 2."""
    alone = [i for i, run in enumerate(runs) if run.end - run.start == 1]
    found: dict[int, int] = {}
    for k, i in enumerate(alone):
        near = [j for j in alone[max(0, k - 3) : k + 4] if j != i and abs(i - j) <= SIBLING_REACH]
        like = sum(abs(lines[i].cells - lines[j].cells) <= 2 for j in near)
        found[i] = min(like, 2)
    return found


def _outside(near: Profile) -> str:
    return near.sign or near.end


def _echo(lines: Sequence[Line], i: int, starts: Sequence[int], text: str) -> str:
    """Say whether the words of a headline line come back in the text before it or after it."""
    bare = lines[i].bare
    pairs = {bare[k : k + 2] for k in range(len(bare) - 1)}
    at, end = starts[i], starts[i] + len(bare) + 1
    before, after = text[max(0, at - ECHO_REACH) : at], text[end : end + ECHO_REACH]
    b = sum(pair in before for pair in pairs) / max(4, len(pairs))
    a = sum(pair in after for pair in pairs) / max(4, len(pairs))
    if max(a, b) < 0.15:
        return "none"
    if abs(a - b) < 0.12:
        return "both"
    return ("after" if a > b else "before") + ("2" if abs(a - b) > 0.35 else "")


def words_meet(before: str, after: str) -> bool:
    """Say whether a word goes on over a break between two lines."""
    left, right = before[-3:], after[:3]
    position = 0
    for word in cut(left + right):
        position += len(word)
        if position >= len(left):
            return position > len(left)
    return False


def _joints(i: int, lines: Sequence[Line], profiles: Sequence[Profile]) -> list[str]:
    """Say whether a word seems to be cut in two where a line begins or a short line ends."""
    here = profiles[i]
    m = "w" if here.wrapped else "p"
    names = []
    if i and profiles[i - 1].end in CUT_ENDS and here.start == "word":
        names.append(f"{m} joins={words_meet(lines[i - 1].bare, lines[i].bare)}")
    cut_short = here.headlike and here.end in CUT_ENDS and i + 1 < len(lines)
    if cut_short and profiles[i + 1].start == "word":
        names.append(f"{m} joins next={words_meet(lines[i].bare, lines[i + 1].bare)}")
    return names


def observe(
    lines: Sequence[Line], widths: Sequence[float], bridges: Bridges
) -> list[tuple[str, ...]]:
    """Return for each line the names of what is seen of it and of its neighbours."""
    profiles = [profile(line, width) for line, width in zip(lines, widths, strict=True)]
    runs = _runs(lines, profiles)
    text, starts = "", []
    pieces: list[str] = []
    position = 0
    for line in lines:
        starts.append(position)
        pieces.append(line.bare)
        position += len(line.bare) + 1
    text = "\n".join(pieces)
    siblings = _siblings(lines, runs)
    outside = Profile(False, "-", "-", "edge", "-", "edge", "2", "even", "", False)
    found = []
    for i, here in enumerate(profiles):
        prev = profiles[i - 1] if i else outside
        after = profiles[i + 1] if i + 1 < len(lines) else outside
        later = profiles[i + 2] if i + 2 < len(lines) else outside
        names = _seen(here, prev, after, later)
        near = sum(p.sign == "entry" for p in profiles[max(0, i - 3) : i + 4])
        if near:
            m = "w" if here.wrapped else "p"
            names += [
                f"entries={min(near, 3)}",
                f"entries={min(near, 3)} sign={here.sign} length={here.length}",
                f"{m} entries={min(near, 3)} prev sign={prev.sign} short={here.short}",
            ]
        if here.headlike:
            run = runs[i]
            m = "w" if here.wrapped else "p"
            names += [
                f"{m} run={run.place}",
                f"{m} run={run.place} after={run.after}",
                f"{m} run={run.place} before={run.before} after={run.after}",
                f"{m} echo={_echo(lines, i, starts, text)}",
                f"{m} siblings={siblings.get(i, 0)} run={run.place}",
            ]
            strength = _bucket(bridges.strength(run.start, run.end), BRIDGES)
            names += [f"{m} run bridge={strength}", f"{m} run bridge={strength} after={run.after}"]
        elif (i and prev.end in ("stop", "ask", "close")) or prev.sign or not here.wrapped:
            strength = _bucket(bridges.strength(i, i), BRIDGES)
            m = "w" if here.wrapped else "p"
            names += [f"{m} bridge={strength}", f"{m} bridge={strength} prev end={prev.end}"]
        names += _joints(i, lines, profiles)
        found.append(tuple(names))
    return found


def _seen(here: Profile, prev: Profile, after: Profile, later: Profile) -> list[str]:
    m = "w" if here.wrapped else "p"
    sign, psign = here.sign or "-", prev.sign or "-"
    asign, lsign = after.sign or "-", later.sign or "-"
    names = [
        m,
        f"sign={sign}",
        f"sign={sign} length={here.length}",
        f"start={here.start}",
        f"end={here.end}",
        f"inner={here.inner}",
        f"prev sign={psign}",
        f"next sign={asign}",
        f"later sign={lsign} length={here.length}",
        f"prev sign={psign} length={here.length}",
        f"prev sign={psign} end={here.end}",
        f"next sign={asign} length={here.length}",
        f"next sign={asign} end={here.end}",
        f"balance={prev.balance}/{here.balance}",
        f"like before={prev.length == here.length} after={after.length == here.length} "
        f"end={here.end}",
        f"{m} length={here.length}",
        f"{m} length={here.length} end={here.end}",
        f"{m} sign={sign}",
        f"{m} gap={here.gap}",
        f"{m} next gap={after.gap}",
        f"{m} prev end={prev.end}",
        f"{m} prev end={prev.end} start={here.start}",
        f"{m} prev end={prev.end} length={here.length}",
        f"{m} next length={after.length} length={here.length}",
        f"{m} prev length={prev.length} length={here.length}",
        f"{m} next end={after.end} end={here.end}",
    ]
    if sign == "entry":
        names.append(f"{m} entry prev sign={psign} length={prev.length}")
    if here.wrapped:
        names += [
            f"w short={here.short}",
            f"w short={here.short} end={here.end}",
            f"w short={here.short} prev end={prev.end}",
            f"w short={here.short} prev short={prev.short}",
            f"w short={here.short} prev short={prev.short} prev end={prev.end}",
            f"w short={here.short} next short={after.short}",
            f"w prev short={prev.short} prev end={prev.end}",
        ]
    return names
