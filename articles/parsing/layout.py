"""Read the layout of a page: from its text to drafts of articles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from articles.parsing.confidence import flags_of, signals_of
from articles.parsing.drafts import Draft, HeadLine, Layout
from articles.parsing.duplicates import repeated
from articles.parsing.explaining import explain_line
from articles.parsing.features import Observed, observe
from articles.parsing.furniture import furniture_of
from articles.parsing.grammar import Label
from articles.parsing.labelling import Reading, read_page
from articles.parsing.lines import Line, read_lines
from articles.parsing.measure import is_wrapped, measures
from articles.parsing.stories import Story, stories_of
from articles.parsing.units import Unit, stretches_of
from articles.parsing.values import LineReading, Problem
from articles.parsing.weights import Model, standard
from articles.parsing.words import words_of


def read_layout(source: str, *, explain: bool = False, model: Model | None = None) -> Layout:
    """Return the articles of a decoded page text; pure, and linear in its length.

    With `explain` it also says how each line was read.  `model` is a weight table other than the
    standard one.
    """
    model = model or standard()
    lines = read_lines(source)
    loose = furniture_of(lines)
    lines, aside = _split(lines, loose)
    copies = repeated(lines)
    kept = [line for i, line in enumerate(lines) if i not in copies]
    widths = measures(kept)
    words = [words_of(line) for line in kept]
    observed = observe(kept, widths, words)
    page = read_page(observed, model)
    held = {line.number: found for line, found in zip(kept, words, strict=True)}
    stories = stories_of(stretches_of(kept, page.states), held)
    _put_copies(stories, lines, copies)
    readings = {line.number: r for line, r in zip(kept, page.lines, strict=True)}
    after = {a.number: b.number for a, b in pairwise(kept)}
    return Layout(
        drafts=tuple(_draft(story, readings, after) for story in stories),
        unassigned=tuple(line.span for line in aside),
        problems=tuple(
            Problem("text-unassigned", line.number, f"Not part of an article: {line.text[:40]}")
            for line in aside
        ),
        readings=tuple(_explain(lines, kept, observed, readings, model)) if explain else (),
        wrapped=is_wrapped(widths),
    )


def _split(lines: Sequence[Line], aside: set[int]) -> tuple[list[Line], list[Line]]:
    kept = [line for i, line in enumerate(lines) if i not in aside]
    return kept, [line for i, line in enumerate(lines) if i in aside]


def _explain(
    lines: Sequence[Line],
    kept: Sequence[Line],
    observed: Sequence[Observed],
    readings: Mapping[int, Reading],
    model: Model,
) -> Iterator[LineReading]:
    seen = {line.number: names for line, names in zip(kept, observed, strict=True)}
    for line in lines:
        number = line.number
        yield explain_line(line, readings.get(number), seen.get(number, ()), model)


def _put_copies(stories: Sequence[Story], lines: Sequence[Line], copies: dict[int, int]) -> None:
    """Put repeated passages behind the units that they repeat."""
    if not copies:
        return
    owner = {line.number: unit for story in stories for unit in story.units for line in unit.lines}
    groups: list[list[int]] = []
    for i in sorted(copies):
        if groups and groups[-1][-1] == i - 1 and copies[groups[-1][0]] == copies[i]:
            groups[-1].append(i)
        else:
            groups.append([i])
    behind: dict[int, list[Unit]] = {}
    for group in groups:
        unit = owner[lines[copies[group[0]]].number]
        label = unit.label if unit.label is not Label.HEAD else Label.BODY
        copy = Unit(label, [lines[i] for i in group], duplicate=True)
        behind.setdefault(id(unit), []).append(copy)
    for story in stories:
        story.units = [u for unit in story.units for u in (unit, *behind.get(id(unit), ()))]


def _draft(story: Story, readings: Mapping[int, Reading], after: Mapping[int, int]) -> Draft:
    """Return a story as a draft."""
    head = tuple(
        HeadLine(line.text, line.span, line.gap > 0)
        for unit in story.units
        if unit.label is Label.HEAD and not unit.duplicate
        for line in unit.lines
    )
    blocks = tuple(u.block() for u in story.units if u.duplicate or u.label is not Label.HEAD)
    signals = signals_of(story, readings, after)
    confidence = signals.confidence()
    flags = flags_of(story, signals, confidence, readings, after)
    return Draft(head, blocks, flags, round(confidence, 3), signals)
