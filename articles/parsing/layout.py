"""Read the layout of a page: from its text to drafts of articles."""

from __future__ import annotations

from collections.abc import Sequence

from articles.parsing.bridge import Bridges
from articles.parsing.drafts import Draft, HeadLine, Layout
from articles.parsing.duplicates import repeated
from articles.parsing.features import observe
from articles.parsing.grammar import Label
from articles.parsing.labelling import read_page
from articles.parsing.lines import Line, read_lines
from articles.parsing.measure import measures
from articles.parsing.stories import Story, stories_of
from articles.parsing.units import Unit, stretches_of
from articles.parsing.values import Flag
from articles.parsing.weights import standard


def read_layout(source: str) -> Layout:
    """Return the articles of a decoded page text; pure, and linear in its length."""
    lines = read_lines(source)
    copies = repeated(lines)
    kept = [line for i, line in enumerate(lines) if i not in copies]
    widths = measures(kept)
    bridges = Bridges(kept)
    reading = read_page(observe(kept, widths, bridges), standard())
    words = {line.number: held for line, held in zip(kept, bridges.words, strict=True)}
    stories = stories_of(stretches_of(kept, reading.states), words)
    _put_copies(stories, lines, copies)
    wrapped = sum(width > 0 for width in widths) * 2 > len(widths)
    return Layout(tuple(draft(story) for story in stories), wrapped=wrapped)


def _put_copies(stories: Sequence[Story], lines: Sequence[Line], copies: dict[int, int]) -> None:
    """Put repeated passages behind the units that they repeat."""
    owner = {
        line.number: (story, unit)
        for story in stories
        for unit in story.units
        for line in unit.lines
    }
    groups: list[list[int]] = []
    for i in sorted(copies):
        if groups and groups[-1][-1] == i - 1:
            groups[-1].append(i)
        else:
            groups.append([i])
    for group in groups:
        story, unit = owner[lines[copies[group[0]]].number]
        label = unit.label if unit.label is not Label.HEAD else Label.BODY
        copy = Unit(label, [lines[i] for i in group], duplicate=True)
        story.units.insert(story.units.index(unit) + 1, copy)


def draft(story: Story) -> Draft:
    """Return a story as a draft."""
    head = tuple(
        HeadLine(line.text, line.span, line.gap > 0)
        for unit in story.units
        if unit.label is Label.HEAD and not unit.duplicate
        for line in unit.lines
    )
    blocks = tuple(u.block() for u in story.units if u.duplicate or u.label is not Label.HEAD)
    flags = tuple(Flag(*doubt) for doubt in story.doubts)
    return Draft(head, blocks, flags, 0.9)
