"""How sure the reading of an article is, and what an editor should look at."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import exp

from articles.parsing.grammar import Label
from articles.parsing.labelling import Reading
from articles.parsing.stories import Story
from articles.parsing.values import Flag

# Logistic regression over articles of composed pages that the weights had not been learned from:
# log-odds of an article with exactly its lines and paragraphs.
WEIGHTS = {
    "boundary": 0.35,
    "label": 0.40,
    "moved": -0.7,
    "resumed": -0.3,
    "torn": -0.2,
    "open end": -2.3,
    "no headline": -3.0,
    "size": -0.012,
}
BIAS = -0.7
MOST = 12.0
"""Larger margins say nothing more."""
DOUBTFUL = 0.4
"""An article less sure than this is flagged even where nothing else is wrong."""
STRAY_LATIN = re.compile(r"[\u4e00-\u9fff]\s(?:and|or|of|the|in|with|to|for)\s[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks for and against the reading of one article."""

    boundary: float
    label: float
    moved: int
    resumed: int
    torn: int
    open_end: bool
    no_headline: bool
    size: int

    def confidence(self) -> float:
        """Return the chance that the article is right, 0 to 1."""
        odds = (
            BIAS
            + WEIGHTS["boundary"] * min(self.boundary, MOST)
            + WEIGHTS["label"] * min(self.label, MOST)
            + WEIGHTS["moved"] * min(self.moved, 2)
            + WEIGHTS["resumed"] * min(self.resumed, 2)
            + WEIGHTS["torn"] * min(self.torn, 2)
            + WEIGHTS["open end"] * self.open_end
            + WEIGHTS["no headline"] * self.no_headline
            + WEIGHTS["size"] * min(self.size, 60)
        )
        return 1 / (1 + exp(-odds))


def signals_of(story: Story, readings: Mapping[int, Reading], after: Mapping[int, int]) -> Signals:
    """Return the signals of an article; `after` gives for a line the one printed next."""
    numbers = [line.number for unit in story.units if not unit.duplicate for line in unit.lines]
    held = set(numbers)
    edges = {after[n] for n in numbers if n in after and after[n] not in held}
    margins = [readings[n] for n in numbers]
    body = [u for u in story.units if u.label is Label.BODY and not u.duplicate]
    contents = any(u.label is Label.ENTRY for u in story.units)
    return Signals(
        boundary=min([r.boundary for r in margins] + [readings[n].boundary for n in edges]),
        label=min(r.margin for r in margins),
        moved=len(story.moved),
        resumed=len(story.resumed),
        torn=len(story.torn),
        open_end=bool(body) and body[-1].ends_open,
        no_headline=not contents and not any(u.label is Label.HEAD for u in story.units),
        size=len(numbers),
    )


def flags_of(
    story: Story, signals: Signals, readings: Mapping[int, Reading], edges: Mapping[int, int]
) -> tuple[Flag, ...]:
    """Return what an editor should look at, each with its line."""
    flags = [Flag("paragraph-moved", u.lines[0].number) for u in story.moved]
    flags += [Flag("starts-mid-sentence", u.lines[0].number) for u in story.torn]
    flags += [Flag("order-uncertain", u.lines[0].number) for u in story.turned]
    first = story.units[0].lines[0].number
    if signals.no_headline:
        flags.append(Flag("no-headline", first))
    body = [u for u in story.units if u.label is Label.BODY and not u.duplicate]
    if signals.open_end:
        flags.append(Flag("ends-without-end", body[-1].lines[-1].number))
    for unit in story.units:
        if unit.duplicate:
            flags.append(Flag("duplicate-passage", unit.lines[0].number))
        elif unit.label is Label.CONTINUED:
            flags.append(Flag("continued-elsewhere", unit.lines[0].number))
        elif any(STRAY_LATIN.search(line.text) for line in unit.lines):
            flags.append(Flag("foreign-fragment", unit.lines[0].number))
    if signals.confidence() < DOUBTFUL:
        flags.append(_weakest(story, readings, edges))
    return tuple(flags)


def _weakest(story: Story, readings: Mapping[int, Reading], after: Mapping[int, int]) -> Flag:
    """Return a flag at the line that is least sure."""
    numbers = [line.number for unit in story.units if not unit.duplicate for line in unit.lines]
    places = [*numbers, *(after[n] for n in numbers if n in after)]
    edge = min(places, key=lambda n: (readings[n].boundary, n))
    label = min(numbers, key=lambda n: (readings[n].margin, n))
    if readings[edge].boundary <= readings[label].margin:
        head = Label.HEAD in (readings[edge].state.label, readings[edge].second.label)
        return Flag("two-headlines-possible" if head else "boundary-uncertain", edge)
    reading = readings[label]
    return Flag("labels-uncertain", label, f"{reading.state.label} or {reading.second.label}")
