"""Bring the stretches of a page together as articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.parsing.cohesion import Topics, words_of
from articles.parsing.features import words_meet
from articles.parsing.grammar import Label, Phase
from articles.parsing.signs import sign_of
from articles.parsing.units import Stretch, Unit

NEXT_TO = 0.12
"""A stretch belongs rather to the article before it (half as much: after it)."""
OPEN_END = 0.25
"""A sentence without end speaks for the next stretch that begins in mid-sentence."""
WORD_GOES_ON = 0.3
LEAST_LIKELY = 0.1
"""With less in favour of any article a stretch stays on its own."""


@dataclass(eq=False, slots=True)
class Story:
    """One article while it is put together: its units in reading order."""

    units: list[Unit] = field(default_factory=list)
    phase: Phase = Phase.OPEN
    doubts: list[tuple[str, int, str]] = field(default_factory=list)
    last: int = 0  # place of its last stretch

    @property
    def head(self) -> list[Unit]:
        """Its headline lines."""
        return [unit for unit in self.units if unit.label is Label.HEAD]

    @property
    def body(self) -> list[Unit]:
        """Its units of running text."""
        return [unit for unit in self.units if unit.label is Label.BODY]

    @property
    def ends_open(self) -> bool:
        """Whether its last paragraph stops in mid-sentence."""
        body = self.body
        return bool(body) and body[-1].ends_open

    def text(self) -> str:
        """Return all its lines, one a line."""
        return "\n".join(line.bare for unit in self.units for line in unit.lines)


def is_anchored(stretch: Stretch) -> bool:
    """Say whether a stretch is an article by itself: it has a headline, an opening or a byline."""
    if stretch.headed or stretch.phase is Phase.LIST:
        return True
    first = stretch.units[0]
    if first.label in (Label.BYLINE, Label.CONTINUED):
        return True
    return first.label is Label.BODY and sign_of(first.lines[0].bare) == "report"


def stories_of(stretches: Sequence[Stretch]) -> list[Story]:
    """Return the articles of a page, each with the stretches that belong to it."""
    stories: list[Story] = []
    places: list[Story | None] = []
    for i, stretch in enumerate(stretches):
        story = Story(list(stretch.units), stretch.phase, last=i) if is_anchored(stretch) else None
        places.append(story)
        if story:
            stories.append(story)
    if not stories:
        return [Story(list(s.units), s.phase, last=i) for i, s in enumerate(stretches)]
    topics = Topics(story.text() for story in stories)
    for i, stretch in enumerate(stretches):
        if places[i] is None:
            places[i] = _attach(i, stretch, places, stories, topics)
    kept: list[Story] = []
    for story in places:
        if story and story not in kept:
            kept.append(story)
    return kept


def _attach(
    i: int,
    stretch: Stretch,
    places: Sequence[Story | None],
    stories: Sequence[Story],
    topics: Topics,
) -> Story:
    """Add a loose stretch to the article it belongs to, or make an article of it."""
    words = words_of("\n".join(line.bare for unit in stretch.units for line in unit.lines))
    first = stretch.units[0]
    before = next((p for p in reversed(places[:i]) if p), None)
    after = next((p for p in places[i + 1 :] if p), None)
    scores = []
    for k, story in enumerate(stories):
        score = topics.affinity(words, k)
        score += NEXT_TO * (story is before) + NEXT_TO / 2 * (story is after)
        if first.label is Label.BODY and story.ends_open and story.last < i:
            score += OPEN_END
            if words_meet(story.body[-1].lines[-1].bare, first.lines[0].bare):
                score += WORD_GOES_ON
        scores.append(score)
    best = max(range(len(stories)), key=lambda k: scores[k])
    if scores[best] < LEAST_LIKELY:
        return Story(list(stretch.units), stretch.phase, last=i)
    story = stories[best]
    _insert(story, stretch.units, i)
    story.last = i
    return story


def _insert(story: Story, units: Sequence[Unit], place: int) -> None:
    """Put units into an article: an abstract first, all else where the article stands."""
    if units[0].label is Label.ABSTRACT or story.last > place:
        at = len([u for u in story.units if u.label is Label.HEAD]) and _after_head(story.units)
        story.units[at:at] = units
        return
    first = units[0]
    body = story.body
    if first.label is Label.BODY and body and body[-1].ends_open:
        body[-1].lines += first.lines
        units = units[1:]
    story.units += units


def _after_head(units: Sequence[Unit]) -> int:
    if units[0].label is not Label.HEAD:
        return 0
    return next((k for k, unit in enumerate(units) if unit.label is not Label.HEAD), len(units))
