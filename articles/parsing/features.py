"""What can be seen of a line without knowing what it is: the grounds of the layout reading.

An observation is a short text such as `p length=3`; the weight table says what it means for each
label.  Observations come in bundles that many lines share, so that a bundle is weighed only once.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from articles.parsing.cohesion import Cohesion
from articles.parsing.indents import Indent, indents_of
from articles.parsing.likeness import Likeness, Likenesses
from articles.parsing.lines import Line
from articles.parsing.profiles import OUTSIDE, WORDS, Profile, profiles_of
from articles.parsing.surroundings import Echoes, Run, anchors, lead_of, runs_of, siblings
from articles.parsing.words import words_meet

Bundle = tuple[str, ...]
Observed = tuple[Bundle, ...]
"""What is seen of one line."""

CUT_ENDS = frozenset(("word", "digit", "bound"))
"""A line may end so in the middle of a word."""
DIPS = (0.1, 0.25, 0.4, 0.55, 0.7, 0.85, 1.0, 1.2)
CHAINS = (2.0, 5.0, 9.0, 14.0, 20.0, 30.0, 45.0)
NEAR = {"p": 1, "w": 2}
"""An entry of a list begins so many lines after the one before it, at most."""
KNOWN = 50_000
"""So many bundles are kept."""


def observe(
    lines: Sequence[Line], widths: Sequence[float], words: Sequence[Sequence[str]]
) -> list[Observed]:
    """Return what is seen of each line; `words` are those of each line."""
    page = _Page(lines, profiles_of(lines, widths), words)
    return [tuple(page.bundles(i)) for i in range(len(lines))]


class _Page:
    """The lines of a page with all that is seen around them."""

    def __init__(
        self, lines: Sequence[Line], profiles: Sequence[Profile], words: Sequence[Sequence[str]]
    ) -> None:
        self.lines = lines
        self.padded = [OUTSIDE, *profiles, OUTSIDE, OUTSIDE]
        self.runs = runs_of(profiles)
        self.likenesses = Likenesses(lines)
        self.siblings = siblings(lines, self.runs, self.likenesses)
        self.echoes = Echoes(lines)
        self.cohesion = Cohesion(lines, words, [p.headlike for p in profiles])
        self.since, self.until = anchors(lines, profiles)
        self.entries = _entries(profiles)
        self.indents = indents_of(lines)
        self.heard = self.below = 0  # of the headline-like line before, and of its run
        self.lead = ""  # of that run

    def bundles(self, i: int) -> Iterator[Bundle]:
        """Yield what is seen of line `i`; the lines are asked for in their order."""
        before, here, after, later = self.padded[i : i + 4]
        run = self.runs[i]
        at = run.start if run else i
        dip = bisect_right(DIPS, self.cohesion.dip(at))
        chains = bisect_right(CHAINS, self.cohesion.crossing[at])
        yield _alone(here)
        yield _after(before, here)
        yield _before(here, after)
        yield _nearby(here.mode, here.length, later.sign, here.headlike, self.since[i])
        yield _chained(here.mode, here.headlike, dip, chains)
        if self.indents:
            above = self.indents[i - 1] if i else None
            yield _indented(here.mode, here.headlike, before.end, above, self.indents[i])
        if self.entries[i]:
            yield _listed(here, before.sign, self.entries[i])
        like = self.likenesses.around(i, NEAR[here.mode])
        if any(like):
            yield _like(here, *like)
        if run:
            yield from self._of_run(i, run, here.mode, dip)
        yield from _cut_words(i, self.lines, self.padded)

    def _of_run(self, i: int, run: Run, mode: str, dip: int) -> Iterator[Bundle]:
        first = i == run.start
        if first:
            self.below, self.lead = self.echoes.below(run), lead_of(self.lines, run)
        heard, above = self.echoes.of(i), None if first else self.heard
        self.heard = heard
        near, twins = self.siblings.get(i, (0, 0))
        yield _standing(mode, run.place, run.before, run.after, near, twins)
        yield _under(mode, run.place, self.below, run.after, self.lead)
        yield _heard(mode, run.place, heard, above)
        yield _bounded(mode, self.since[i], self.until[run.end - 1], dip, run.after)


def flat(observed: Observed) -> Iterator[str]:
    """Yield the observations of a line one by one."""
    for bundle in observed:
        yield from bundle


def _entries(profiles: Sequence[Profile]) -> list[int]:
    """Return how many entries of contents stand around each line, 3 at most."""
    marks = [p.sign == "entry" for p in profiles]
    if True not in marks:
        return [0] * len(marks)
    return [min(3, sum(marks[max(0, i - 3) : i + 4])) for i in range(len(marks))]


# ------------------------------------------------------------------ the line and its neighbours


@lru_cache(KNOWN)
def _alone(here: Profile) -> Bundle:
    """Observations of the line itself."""
    m, sign = here.mode, here.sign or "-"
    names = [
        m,
        f"sign={sign}",
        f"sign={sign} length={here.length}",
        f"sign={sign} end={here.end}",
        f"start={here.start}",
        f"end={here.end}",
        f"inner={here.inner}",
        f"{m} length={here.length}",
        f"{m} length={here.length} end={here.end}",
        f"{m} sign={sign}",
        f"{m} gap={here.gap}",
    ]
    if m == "w":
        names += [f"w short={here.short}", f"w short={here.short} end={here.end}"]
    return tuple(names)


@lru_cache(KNOWN)
def _after(before: Profile, here: Profile) -> Bundle:
    """Observations of the line after the one before it."""
    m, sign = here.mode, before.sign or "-"
    names = [
        f"prev sign={sign}",
        f"prev sign={sign} length={here.length}",
        f"prev sign={sign} end={here.end}",
        f"balance={before.balance}/{here.balance}",
        f"like before={before.length == here.length} end={here.end}",
        f"{m} prev end={before.end}",
        f"{m} prev end={before.end} start={here.start}",
        f"{m} prev end={before.end} length={here.length}",
        f"{m} prev end={before.end} sign={here.sign or '-'}",
        f"{m} prev length={before.length} length={here.length}",
    ]
    if here.sign == "entry":
        names.append(f"{m} entry prev sign={sign} length={before.length}")
        names.append(f"{m} entry prev sign={sign} inner={before.inner} length={before.length}")
    if m == "w":
        names += [
            f"w short={here.short} prev end={before.end}",
            f"w short={here.short} prev short={before.short}",
            f"w short={here.short} prev short={before.short} prev end={before.end}",
            f"w prev short={before.short} prev end={before.end}",
        ]
    return tuple(names)


@lru_cache(KNOWN)
def _before(here: Profile, after: Profile) -> Bundle:
    """Observations of the line before the one after it."""
    m, sign = here.mode, after.sign or "-"
    names = [
        f"next sign={sign}",
        f"next sign={sign} length={here.length}",
        f"next sign={sign} end={here.end}",
        f"like after={after.length == here.length} end={here.end}",
        f"{m} next gap={after.gap}",
        f"{m} next length={after.length} length={here.length}",
        f"{m} next end={after.end} end={here.end}",
        f"{m} next start={after.start} end={here.end}",
    ]
    if m == "w":
        names.append(f"w short={here.short} next short={after.short}")
    return tuple(names)


@lru_cache(KNOWN)
def _nearby(mode: str, length: int, later: str, headlike: bool, since: str) -> Bundle:
    """Observations of the line after the next one, and of the last cue before."""
    return (
        f"later sign={later or '-'} length={length}",
        f"{mode} head={headlike} since={since}",
    )


@lru_cache(KNOWN)
def _chained(mode: str, headlike: bool, dip: int, chains: int) -> Bundle:
    """Observations of the subject before and after."""
    return (
        f"{mode} dip={dip}",
        f"{mode} chains={chains}",
        f"{mode} head={headlike} dip={dip} chains={chains}",
    )


@lru_cache(KNOWN)
def _indented(mode: str, headlike: bool, end: str, above: Indent | None, indent: Indent) -> Bundle:
    """Observations of the indent of a line, on a page that kept them."""
    return (
        f"{mode} indent={indent}",
        f"{mode} indent={above or '-'}/{indent}",
        f"{mode} indent={indent} prev end={end}",
        f"{mode} indent={indent} head={headlike}",
    )


@lru_cache(KNOWN)
def _listed(here: Profile, before: str, entries: int) -> Bundle:
    """Observations of a line among entries of contents."""
    return (
        f"entries={entries}",
        f"entries={entries} sign={here.sign} length={here.length}",
        f"{here.mode} entries={entries} prev sign={before} short={here.short}",
    )


@lru_cache(KNOWN)
def _like(here: Profile, before: Likeness, after: Likeness) -> Bundle:
    """Observations of a line that is made like the one before it or the one after it."""
    like = f"{before or '-'}/{after or '-'}"
    return (
        f"like={like}",
        f"{here.mode} like={like} end={here.end}",
        f"{here.mode} like={like} length={here.length}",
        f"like={like} sign={here.sign or '-'}",
    )


# ------------------------------------------------------------------ headline-like lines


@lru_cache(KNOWN)
def _standing(mode: str, place: str, before: str, after: str, near: int, twins: int) -> Bundle:
    """Observations of a headline-like line among its like."""
    return (
        f"{mode} run={place}",
        f"{mode} run={place} after={after}",
        f"{mode} run={place} before={before} after={after}",
        f"{mode} siblings={near} run={place}",
        f"{mode} twins={twins} run={place}",
    )


@lru_cache(KNOWN)
def _heard(mode: str, place: str, echo: int, last: int | None) -> Bundle:
    """Observations of the echo of a headline-like line, and of the line above it."""
    names = (f"{mode} echo={echo}", f"{mode} echo={echo} run={place}")
    return names if last is None else (*names, f"{mode} echo={last} to {echo}")


@lru_cache(KNOWN)
def _under(mode: str, place: str, echo: int, after: str, lead: str) -> Bundle:
    """Observations of what stands below a run: does it go with the text above, or begin a story."""
    return (
        f"{mode} lead={lead}",
        f"{mode} lead={lead} run={place}",
        f"{mode} lead={lead} below={echo}",
        f"{mode} below={echo}",
        f"{mode} below={echo} run={place}",
        f"{mode} below={echo} after={after}",
    )


@lru_cache(KNOWN)
def _bounded(mode: str, since: str, until: str, dip: int, after: str) -> Bundle:
    """Observations of a headline-like line between the cue before it and the cue after it."""
    return (
        f"{mode} until={until}",
        f"{mode} since={since} until={until}",
        f"{mode} until={until} dip={dip}",
        f"{mode} since={since} dip={dip}",
        f"{mode} after={after} dip={dip}",
    )


# ------------------------------------------------------------------ words over the line's ends


def _cut_words(i: int, lines: Sequence[Line], padded: Sequence[Profile]) -> Iterator[Bundle]:
    """Say whether a word seems to be cut in two where a line begins or a short line ends."""
    before, here, after = padded[i], padded[i + 1], padded[i + 2]
    if before.end in CUT_ENDS and here.start in WORDS:
        yield _joined(here.mode, "joins", words_meet(lines[i - 1].bare, lines[i].bare))
    if here.headlike and here.end in CUT_ENDS and after.start in WORDS:
        yield _joined(here.mode, "joins next", words_meet(lines[i].bare, lines[i + 1].bare))


@lru_cache(KNOWN)
def _joined(mode: str, where: str, joins: bool) -> Bundle:
    return (f"{mode} {where}={joins}",)
