"""Find again in an article's text the people and regions that the importer found in its source.

Their places are offsets into the page's source.  The text of the article may have been edited
since: a mark follows as long as the words it stands on are still there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from typing import Any

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString

from articles.models import SUBHEAD_MARK, Article
from articles.parsing.offsets import source_offsets
from articles.parsing.values import BlockType

LEAST_ALIKE = 0.5
"""An edited paragraph is laid over an imported one if they share at least so much."""
REACH = 8
"""How many imported paragraphs, from the first that may be meant, an edited one is held to."""
PARTS: Mapping[str, int] = {
    BlockType.ABSTRACT: 0,
    BlockType.CAPTION: 2,
    BlockType.CREDIT_LINE: 2,
}
"""The parts of an article's text in their order; what isn't named is of the body, part 1."""


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A stretch of a paragraph, `text[start:end]`, with what it stands for."""

    start: int
    end: int
    target: str


def targets_of(article: Article) -> Iterator[tuple[str, Sequence[Sequence[int]]]]:
    """Yield the address of each public person and region of an article with its source spans.

    Costs no query where mentions with their persons and region links are prefetched.
    """
    for mention in article.mentions.all():
        person = mention.person and mention.person.canonical
        if person is not None and person.has_page:
            yield person.get_absolute_url(), mention.spans
    for link in article.region_links.all():
        yield link.region.get_absolute_url(), link.spans


def marks_of(
    article: Article, source: str, targets: Iterable[tuple[str, Sequence[Sequence[int]]]]
) -> Mapping[str, tuple[Mark, ...]]:
    """Return the marks of every line of the article's text, by the line without its `## `.

    `source` is the text of the page.  An edited line has the marks of the imported line that it
    was, as far as their words still stand in it.
    """
    at = _starts(targets)
    blocks = sorted(article.blocks, key=lambda block: PARTS.get(block["type"], 1))
    imported = {block["text"]: tuple(_marks_in_block(block, source, at)) for block in blocks}
    lines = list(_lines(article))
    found: dict[str, tuple[Mark, ...]] = dict.fromkeys(lines, ())
    for line, origin in _origins(lines, list(imported)).items():
        found[line] = tuple(_carry(origin, line, imported[origin]))
    return found


def _origins(lines: Sequence[str], imported: Sequence[str]) -> dict[str, str]:
    """Return by line the imported one that it is, or was before it was edited.

    The unchanged lines hold the two texts together.  An edited one is sought between those around
    it, among the next few that are left there: the work grows with the lines, not their square.
    """
    unchanged = set(lines).intersection(imported)
    origins = {line: line for line in unchanged}
    alignment = SequenceMatcher(None, imported, lines, autojunk=False)
    for _act, start, end, first, last in alignment.get_opcodes():
        left = [text for text in imported[start:end] if text not in unchanged]
        for line in lines[first:last]:
            if line in unchanged:
                continue
            near = get_close_matches(line, left[:REACH], n=1, cutoff=LEAST_ALIKE)
            if near:
                origins[line] = near[0]
                del left[: left.index(near[0])]  # it stays: a paragraph may be divided in two
    return origins


def _lines(article: Article) -> Iterator[str]:
    for text in (article.abstract, article.body, article.captions):
        for line in text.split("\n"):
            if line.strip():
                yield line.removeprefix(SUBHEAD_MARK)


def _starts(targets: Iterable[tuple[str, Sequence[Sequence[int]]]]) -> dict[int, tuple[int, str]]:
    """Return by its beginning the end and the target of each span; the longest at one place."""
    at: dict[int, tuple[int, str]] = {}
    for target, spans in targets:
        for start, end in spans:
            if start not in at or at[start][0] < end:
                at[start] = (end, target)
    return at


def _marks_in_block(
    block: Mapping[str, Any], source: str, at: Mapping[int, tuple[int, str]]
) -> Iterator[Mark]:
    spans = tuple((start, end) for start, end in block["spans"])
    offsets = source_offsets(block["text"], spans, source)
    position = 0
    while position < len(offsets):
        end, target = at.get(offsets[position], (0, ""))
        stop = position
        while stop < len(offsets) and offsets[position] <= offsets[stop] < end:
            stop += 1
        if stop > position:
            yield Mark(position, stop, target)
        position = max(stop, position + 1)


def _carry(before: str, after: str, marks: Iterable[Mark]) -> Iterator[Mark]:
    """Yield the marks of a text where the same words stand in its edited form."""
    if before == after:
        yield from marks
        return
    same = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    for mark in marks:
        for a, b, size in same:
            if a <= mark.start and mark.end <= a + size:
                yield Mark(mark.start - a + b, mark.end - a + b, mark.target)


def linked(text: str, marks: Iterable[Mark]) -> SafeString:
    """Return a text as HTML with its marks as links; everything is escaped first."""
    pieces: list[SafeString] = []
    position = 0
    for mark in sorted(marks):
        if mark.start >= position:
            pieces.append(conditional_escape(text[position : mark.start]))
            pieces.append(
                format_html('<a href="{}">{}</a>', mark.target, text[mark.start : mark.end])
            )
            position = mark.end
    pieces.append(conditional_escape(text[position:]))
    return format_html_join("", "{}", ((piece,) for piece in pieces))
