"""Read the layout of a page: from its text to drafts of articles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from articles.parsing.confidence import flags_of, signals_of
from articles.parsing.drafts import Draft, Layout
from articles.parsing.duplicates import repeated
from articles.parsing.explaining import explain_line
from articles.parsing.features import Observed, observe
from articles.parsing.furniture import furniture_of
from articles.parsing.grammar import Label
from articles.parsing.headpieces import HeadLine
from articles.parsing.labelling import PageReading, Reading, read_page
from articles.parsing.lines import Line, read_lines
from articles.parsing.measure import is_wrapped, measures
from articles.parsing.stories import Story, stories_of
from articles.parsing.units import Unit, stretches_of
from articles.parsing.unrelated import told_apart
from articles.parsing.values import LineReading, Problem
from articles.parsing.weights import Model, standard
from articles.parsing.words import words_of


@dataclass(frozen=True, slots=True)
class Labelled:
    """The lines of a page and how they were read.

    `aside` belong to no article, `copies` are places of `lines` that repeat others, `kept` the
    lines that were read, with what was `observed` of them and the reading of the whole `page`.
    """

    lines: list[Line]
    aside: list[Line]
    copies: dict[int, int]
    kept: list[Line]
    observed: list[Observed]
    page: PageReading
    wrapped: bool


def label(source: str, model: Model) -> Labelled:
    """Return the labelled lines of a decoded page text."""
    printed = read_lines(source)
    lines, aside = _split(printed, furniture_of(printed))
    copies = repeated(lines)
    kept = [line for i, line in enumerate(lines) if i not in copies]
    widths = measures(kept)
    observed = observe(kept, widths, [words_of(line) for line in kept])
    page = read_page(observed, model)
    return Labelled(lines, aside, copies, kept, observed, page, is_wrapped(widths))


def read_layout(source: str, *, explain: bool = False, model: Model | None = None) -> Layout:
    """Return the articles of a decoded page text; pure, and linear in its length.

    With `explain` it also says how each line was read.  `model` is a weight table other than the
    standard one.
    """
    model = model or standard()
    found = label(source, model)
    readings = {line.number: r for line, r in zip(found.kept, found.page.lines, strict=True)}
    stretches = told_apart(stretches_of(found.kept, found.page.states), readings)
    stories = stories_of(stretches)
    _put_copies(stories, found.lines, found.copies)
    after = {before.number: line for before, line in pairwise(found.kept)}
    return Layout(
        drafts=tuple(_draft(story, readings, after) for story in stories),
        unassigned=tuple(line.span for line in found.aside),
        problems=tuple(
            Problem("text-unassigned", line.number, f"Not part of an article: {line.text[:40]}")
            for line in found.aside
        ),
        readings=tuple(_explain(found, readings, model)) if explain else (),
        wrapped=found.wrapped,
    )


def _split(lines: Sequence[Line], aside: set[int]) -> tuple[list[Line], list[Line]]:
    kept = [line for i, line in enumerate(lines) if i not in aside]
    return kept, [line for i, line in enumerate(lines) if i in aside]


def _explain(
    found: Labelled, readings: Mapping[int, Reading], model: Model
) -> Iterator[LineReading]:
    seen = {line.number: names for line, names in zip(found.kept, found.observed, strict=True)}
    for line in found.lines:
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


def _draft(story: Story, readings: Mapping[int, Reading], after: Mapping[int, Line]) -> Draft:
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
