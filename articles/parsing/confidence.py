"""How sure the reading of an article is, and what an editor should look at."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from math import exp, log1p
from pathlib import Path

from articles.parsing.explaining import OR, WORDS
from articles.parsing.grammar import Label
from articles.parsing.labelling import Reading
from articles.parsing.lines import Line
from articles.parsing.stories import Story
from articles.parsing.tables import read_table
from articles.parsing.units import Unit
from articles.parsing.values import Flag

TABLE = Path(__file__).with_name("confidence.toml")
MOST = 8.0
"""No surprise is larger, nor what words speak for or against."""
FEW = 2
"""More paragraphs than so many count no more."""
SUREST = 30.0
"""Nor are the log-odds of a confidence."""
DOUBTFUL = 0.65
"""An article less sure than this is flagged even where nothing else is wrong."""
QUOTED = 16
"""So many characters of the words in question are quoted."""
LEAST_TEXT = 60
"""An article with fewer characters of running text has hardly any."""
TEXT = (Label.BODY, Label.BODY_IN)
STRAY_LATIN = re.compile(r"[\u4e00-\u9fff]\s(?:and|or|of|the|in|with|to|for)\s[\u4e00-\u9fff]")

Steps = tuple[tuple[float, float], ...]
"""From which value of a signal on how much is added to the log-odds."""


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks for and against the reading of one article.

    `borders`, `labels`, `paragraphs` are the surprises, in nats, if all its borders, all its labels
    and all beginnings of its paragraphs are right; `words` is how much its words rather speak for
    another article, or those of another article's paragraph for this one; `moved`, `torn` and
    `broken` count paragraphs that were brought here, that begin in mid-sentence, and that stop
    there though others follow; `places` in how many places of the page it is printed, `subheads`
    its sub-headlines, `size` is the logarithm of its lines.  The others are 1 if it ends in
    mid-sentence, has no headline, has hardly any text, has captions only.
    """

    borders: float
    labels: float
    paragraphs: float
    words: float
    moved: float
    torn: float
    broken: float
    open_end: float
    no_headline: float
    size: float
    places: float
    subheads: float
    short: float
    pictured: float

    def confidence(self, table: Mapping[str, Steps] | None = None) -> float:
        """Return the chance that the article is right, 0 to 1."""
        table = table or standard()
        odds = sum(weight for _least, weight in table["bias"])
        for name, value in asdict(self).items():
            odds += sum(weight for least, weight in table.get(name, ()) if value >= least)
        return 1 / (1 + exp(-max(-SUREST, min(SUREST, odds))))


@cache
def standard() -> dict[str, Steps]:
    """Return what the signals say, learned by `calibration.py`."""
    return {
        name: tuple((float(least), weight) for least, weight in steps.items())
        for name, steps in read_table(TABLE).items()
    }


def signals_of(story: Story, readings: Mapping[int, Reading], after: Mapping[int, Line]) -> Signals:
    """Return the signals of an article; `after` gives for a line the one printed next."""
    numbers = [line.number for unit in story.units if not unit.duplicate for line in unit.lines]
    held = set(numbers)
    edges = {after[n].number for n in numbers if n in after} - held
    goes_on = sum(n in after and after[n].number in held for n in held)
    margins = [readings[n] for n in numbers]
    borders = [r.boundary for r in margins] + [readings[n].boundary for n in edges]
    begins = [r.margin for r in margins if r.state.label in TEXT and r.second in TEXT]
    counts = Counter(unit.label for unit in story.units if not unit.duplicate)
    body = [u for u in story.units if u.label is Label.BODY and not u.duplicate]
    text = sum(len(line.bare) for unit in body for line in unit.lines)
    return Signals(
        borders=_surprise(borders),
        labels=_surprise(r.margin for r in margins),
        paragraphs=_surprise(begins),
        words=max(-MOST, min(MOST, story.doubt)),
        moved=float(min(len(story.moved), FEW)),
        torn=float(min(len(story.torn), FEW)),
        broken=float(min(sum(unit.ends_open for unit in body[:-1]), FEW)),
        open_end=float(bool(body) and body[-1].ends_open),
        no_headline=float(not counts[Label.ENTRY] and not counts[Label.HEAD]),
        size=log1p(len(numbers)),
        places=float(len(held) - goes_on),
        subheads=float(counts[Label.SUBHEAD]),
        short=float(text < LEAST_TEXT),
        pictured=float(bool(counts[Label.CAPTION]) and not body),
    )


def _surprise(margins: Iterable[float]) -> float:
    """Return how surprising it is, in nats, if all of that is right which has these margins."""
    return min(MOST, sum(log1p(exp(-margin)) for margin in margins))


def flags_of(
    story: Story,
    signals: Signals,
    confidence: float,
    readings: Mapping[int, Reading],
    after: Mapping[int, Line],
) -> tuple[Flag, ...]:
    """Return what an editor should look at, each with its line and the words in question."""
    flags = [_begins("paragraph-moved", unit) for unit in story.moved]
    flags += [_begins("starts-mid-sentence", unit) for unit in story.torn]
    flags += [_begins("order-uncertain", unit) for unit in story.turned]
    flags += [_begins("two-headlines-possible", unit) for unit in story.units if unit.cut]
    if signals.no_headline:
        flags.append(_begins("no-headline", story.units[0]))
    body = [u for u in story.units if u.label is Label.BODY and not u.duplicate]
    if signals.open_end:
        last = body[-1].lines[-1]
        flags.append(Flag("ends-without-end", last.number, f"…{last.text[-QUOTED:]}"))
    for unit in story.units:
        if unit.duplicate:
            flags.append(_begins("duplicate-passage", unit))
        elif unit.label is Label.CONTINUED:
            flags.append(_begins("continued-elsewhere", unit))
        else:
            flags += _foreign(unit)
    if confidence < DOUBTFUL:
        flags.append(_weakest(story, readings, after))
    return tuple(dict.fromkeys(flags))


def _begins(code: str, unit: Unit) -> Flag:
    """Return a flag at a unit, with its first words."""
    return _at(code, unit.lines[0])


def _at(code: str, line: Line) -> Flag:
    """Return a flag at a line, with its first words."""
    return Flag(code, line.number, quoted(line.text))


def quoted(text: str) -> str:
    """Return the first words of a text."""
    return text[:QUOTED] + "…" * (len(text) > QUOTED)


def _foreign(unit: Unit) -> Iterator[Flag]:
    """Yield a flag at the first foreign word of a unit."""
    for line in unit.lines:
        if found := STRAY_LATIN.search(line.text):
            yield Flag("foreign-fragment", line.number, found[0])
            return


def _weakest(story: Story, readings: Mapping[int, Reading], after: Mapping[int, Line]) -> Flag:
    """Return a flag at the line that is least sure."""
    held = [line for unit in story.units if not unit.duplicate for line in unit.lines]
    places = [*held, *(after[line.number] for line in held if line.number in after)]
    edge = min(places, key=lambda line: (readings[line.number].boundary, line.number))
    label = min(held, key=lambda line: (readings[line.number].margin, line.number))
    border, reading = readings[edge.number], readings[label.number]
    if border.boundary <= reading.margin:
        head = Label.HEAD in (border.state.label, border.second)
        return _at("two-headlines-possible" if head else "boundary-uncertain", edge)
    return Flag(
        "labels-uncertain",
        label.number,
        f"{WORDS[reading.state.label]}{OR}{WORDS[reading.second]}",
    )
