"""What stands around a line: headline-like lines beside it, cues before and after, its echo."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from articles.parsing.lexicon import labels
from articles.parsing.likeness import Likenesses
from articles.parsing.lines import Line
from articles.parsing.profiles import Profile
from articles.parsing.repair import HAN, narrow
from articles.parsing.signatures import compiled, one_of

LONGEST_RUN = 6
"""No headline has more lines: a longer run is a list, perhaps with a headline at its end."""
SIZES = (1, 2, 3, 4, 5, 7)
SIBLING_REACH = 30
"""Sub-headlines of one article stand within so many lines of each other."""
ECHO_REACH = 420
"""So many characters before and after a headline line are searched for its words."""
LEAST_ECHO = 0.15
LEAD_LINES, LEAD_REACH = 3, 50
"""So many lines, and characters of them, tell when and where a story happened."""
DAY = compiled(
    rf"""
    {one_of(labels.LATELY)}
    | [0-9] \s? 月 \s? [0-9]{{1,2}} \s? 日
    | (?: ^ | [讯电)] \s? ) [0-9]{{1,2}} \s? 日 [,，]
    | (?<! [0-9] ) [0-9]{{1,2}} \s? 日 [上中下凌清傍晚]
    """
)
PLACE = compiled(rf"[{HAN}]{{2}} [省市县区镇乡村州旗] (?! [场民长委] )")
NO_PLACES = compiled(one_of(labels.NO_PLACES))
SILENT = 9
LONG = 30
ECHOES = (0.06, 0.14, 0.24, 0.38)
ANCHORS = frozenset(
    (
        "report",
        "byline",
        "credit",
        "reported",
        "continued",
        "carried",
        "note",
        "abstract",
        "lead",
        "entry",
        "contents",
    )
)
"""Signs that stand at the beginning or the end of an article."""
DISTANCES = (1, 60, 200, 500, 1000)


@dataclass(frozen=True, slots=True)
class Run:
    """Where a headline-like line stands among its like, and what is before and after them."""

    place: str
    before: str
    after: str
    start: int
    end: int


def runs_of(profiles: Sequence[Profile]) -> list[Run | None]:
    """Return for each headline-like line its run."""
    runs: list[Run | None] = [None] * len(profiles)
    i = 0
    while i < len(profiles):
        if not profiles[i].headlike:
            i += 1
            continue
        end = i
        while end < len(profiles) and profiles[end].headlike:
            end += 1
        before = "top" if i == 0 else _outside(profiles[i - 1])
        after = "bottom" if end == len(profiles) else _outside(profiles[end])
        for k in range(i, end):
            runs[k] = Run(_place(k - i + 1, end - k, end - i), before, after, i, end)
        i = end
    return runs


def _place(place: int, rest: int, size: int) -> str:
    """Return which line of a run it is: 2/3, and in a list also how many are left: 3.1/7."""
    left = f".{min(rest, 3)}" if size > LONGEST_RUN else ""
    return f"{min(place, 3)}{left}/{SIZES[bisect_right(SIZES, size) - 1]}"


def _outside(near: Profile) -> str:
    return near.sign or near.end


def lead_of(lines: Sequence[Line], run: Run) -> str:
    """Return what the text below a run tells early, as reports do: a day (d), a place (p)."""
    below = "".join(line.bare for line in lines[run.end : run.end + LEAD_LINES])
    text = narrow(below[:LEAD_REACH])
    return ("d" if DAY.search(text) else "") + (
        "p" if PLACE.search(NO_PLACES.sub("", text)) else ""
    )


def siblings(
    lines: Sequence[Line], runs: Sequence[Run | None], likenesses: Likenesses
) -> dict[int, tuple[int, int]]:
    """Return for headline-like lines that stand alone how many such lines near them are like them.

    First how many are about as long, then how many begin or are built alike; 0 to 2 each.
    """
    alone = [i for i, run in enumerate(runs) if run and run.end - run.start == 1]
    found: dict[int, tuple[int, int]] = {}
    for k, i in enumerate(alone):
        near = [j for j in alone[max(0, k - 3) : k + 4] if j != i and abs(i - j) <= SIBLING_REACH]
        like = sum(abs(lines[i].cells - lines[j].cells) <= 2 for j in near)
        twins = sum(likenesses.between(i, j) in ("start", "form") for j in near)
        found[i] = min(like, 2), min(twins, 2)
    return found


def anchors(lines: Sequence[Line], profiles: Sequence[Profile]) -> tuple[list[str], list[str]]:
    """Return for each line the nearest cue before it and after it, each with its distance."""
    since: list[str] = []
    last, distance = "top", 0
    for line, profile in zip(lines, profiles, strict=True):
        since.append(f"{last}/{bisect_right(DISTANCES, distance)}")
        if profile.sign in ANCHORS:
            last, distance = profile.sign, 0
        distance += len(line.bare) + 1
    until: list[str] = []
    last, distance = "bottom", 0
    for line, profile in zip(reversed(lines), reversed(profiles), strict=True):
        until.append(f"{last}/{bisect_right(DISTANCES, distance)}")
        distance += len(line.bare) + 1
        if profile.sign in ANCHORS:
            last, distance = profile.sign, 0
    return since, until[::-1]


class Echoes:
    """Whether the words of a headline line come back in the text before it or after it."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.starts: list[int] = []
        position = 0
        for line in lines:
            self.starts.append(position)
            position += len(line.bare) + 1
        self.text = "\n".join(line.bare for line in lines)

    def of(self, i: int) -> int:
        """Return how much more of line `i` comes back after it than before it, -4 to 4.

        `SILENT` if hardly anything comes back on either side.
        """
        bare = self.lines[i].bare
        at, end = self.starts[i], self.starts[i] + len(bare) + 1
        return self._compare(bare, at, end)

    def below(self, run: Run) -> int:
        """Return the same for the line below a run: whether it goes with the text above."""
        if run.end == len(self.lines):
            return SILENT
        bare = self.lines[run.end].bare
        end = self.starts[run.end] + len(bare) + 1
        bare = bare[:ECHO_REACH]
        if len(bare) < LONG and run.end + 1 < len(self.lines):
            bare += self.lines[run.end + 1].bare
            end += len(self.lines[run.end + 1].bare) + 1
        return self._compare(bare, self.starts[run.start], end)

    def _compare(self, bare: str, at: int, end: int) -> int:
        """Compare what of a text comes back before place `at` and after place `end`."""
        pairs = {bare[k : k + 2] for k in range(len(bare) - 1)}
        before, after = self.text[max(0, at - ECHO_REACH) : at], self.text[end : end + ECHO_REACH]
        b = sum(pair in before for pair in pairs)
        a = sum(pair in after for pair in pairs)
        size = max(4, len(pairs))
        if max(a, b) < LEAST_ECHO * size:
            return SILENT
        more = bisect_right(ECHOES, abs(a - b) / size)
        return more if a > b else -more
