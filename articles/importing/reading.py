"""Read one file: bytes to text, text to articles, articles to regions.  Touches no database."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from stat import S_ISREG

from articles.importing.sources import Source
from articles.parsing.credits import read_signatures
from articles.parsing.offsets import source_offsets, spans_of
from articles.parsing.page import READ_FOR_PEOPLE, parse_page
from articles.parsing.reading import UnreadableText, decode
from articles.parsing.values import (
    Block,
    BlockType,
    Flag,
    Kind,
    ParsedArticle,
    ParsedPage,
    Problem,
    Span,
)
from regions.gazetteer import Gazetteer
from regions.resolver import Resolution, resolve

READ_FOR_PLACES = READ_FOR_PEOPLE | {
    BlockType.BYLINE,  # an office signs, too: 邵东市森林防灭火指挥部办公室
    BlockType.CREDIT_LINE,
    BlockType.AUTHOR_NOTE,
    BlockType.NOTICE,
}
HEADLINE = frozenset({BlockType.KICKER, BlockType.TITLE, BlockType.SUBTITLE})


@dataclass(frozen=True, slots=True)
class RegionReading:
    """A division that an article names, by its code, with its places in the source."""

    code: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """The divisions of one article, in the order in which they are first named."""

    regions: tuple[RegionReading, ...] = ()
    primary: str | None = None
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file holds.

    Without a `page` it was refused for the reason in `problems`, or is stored already (`current`).
    """

    source: Source
    sha256: str = ""
    encoding: str = ""
    text: str = ""
    page: ParsedPage | None = None
    places: tuple[Places, ...] = ()
    problems: tuple[Problem, ...] = ()
    current: bool = False


def read_bytes(path: Path, *, size_limit: int) -> bytes:
    """Return the bytes of a file; raises `UnreadableText` with a code and the reason."""
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode):
            raise UnreadableText("not-a-file", "It is no regular file; name a text file.")
        if status.st_size > size_limit:
            raise UnreadableText(
                "too-large",
                f"It has {status.st_size:,} bytes, the limit is {size_limit:,}; split it or "
                "raise NEWSROOM_IMPORT_SIZE_LIMIT.",
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableText(
            "vanished", "It is not there; check the name, or bring it back, and import again."
        ) from None
    except OSError as error:
        raise UnreadableText(
            "unreadable", f"It can't be read: {error.strerror}; check its permissions."
        ) from error


def sha256_of(data: bytes) -> str:
    """Return what a page is known by."""
    return hashlib.sha256(data).hexdigest()


def read_source(
    source: Source,
    *,
    size_limit: int,
    not_after: date,
    homes: Mapping[str, str],
    explain: bool = False,
) -> Reading:
    """Read one file; what can't be read becomes a refused reading, never an exception.

    `not_after` is the last day that the page can be of; `homes` has the code of the place of each
    newspaper by its name; with `explain` the reading says how each line was read.
    """
    try:
        data = read_bytes(source.path, size_limit=size_limit)
    except UnreadableText as error:
        return Reading(source, problems=(Problem(error.code, 0, str(error)),))
    sha256 = sha256_of(data)
    try:
        text, encoding = decode(data)
    except UnreadableText as error:
        return Reading(source, sha256, problems=(Problem(error.code, 0, str(error)),))
    page = parse_page(text, not_after=not_after, explain=explain)
    day = source.facts.date or page.date
    home = homes.get(source.facts.publication or page.publication)
    return Reading(
        source,
        sha256,
        encoding,
        text,
        page,
        find_places(page, text, home=home, on=day),
        (*_problems_of_name(source), *page.problems),
    )


def _problems_of_name(source: Source) -> tuple[Problem, ...]:
    if source.follows_pattern:
        return ()
    message = "The file name doesn't follow the --pattern; nothing was read from it."
    return (Problem("name-unread", 0, message),)


@cache
def gazetteer() -> Gazetteer:
    """Return the gazetteer, loaded once a process."""
    return Gazetteer.load()


def find_places(
    page: ParsedPage, source: str, *, home: str | None, on: date | None
) -> tuple[Places, ...]:
    """Return the divisions of each article, read with the whole page as context."""
    articles = [_Paragraphs(article, source) for article in page.articles]
    first = [a.resolve(page=(), home=home, on=on) for a in articles]
    named = [{mention.code for mention in found.mentions} for found in first]
    out: list[Places] = []
    for k, article in enumerate(articles):
        elsewhere = sorted(set().union(*(codes for j, codes in enumerate(named) if j != k)))
        found = first[k]
        if found.ambiguous and elsewhere:
            found = article.resolve(page=elsewhere, home=home, on=on)
        out.append(article.places(found))
    return tuple(out)


class _Paragraphs:
    """The text of an article as the resolver wants it, and the way back to the source."""

    def __init__(self, article: ParsedArticle, source: str) -> None:
        blocks: Sequence[Block] = (
            [b for b in article.blocks if b.type in READ_FOR_PLACES]
            if article.kind is not Kind.CONTENTS
            else []
        )
        self.source = source
        self.blocks = blocks
        self.texts = [block.text for block in blocks]
        self.offsets = [source_offsets(block.text, block.spans, source) for block in blocks]
        self.opinion = article.kind is Kind.ESSAY
        self.headline = sum(block.type in HEADLINE for block in blocks)
        self.taken = self._taken(article)

    def _taken(self, article: ParsedArticle) -> list[tuple[int, int, int]]:
        """Where people stand, and who signs: their names are no places."""
        spans = [span for person in article.people for span in person.spans]
        taken = [(s.block, s.start, s.end) for s in read_signatures(self.blocks)]
        for k, offsets in enumerate(self.offsets):
            place = {offset: i for i, offset in enumerate(offsets)}
            for start, end in spans:
                if start in place and end - 1 in place:
                    taken.append((k, place[start], place[end - 1] + 1))
        return taken

    def resolve(self, *, page: Sequence[str], home: str | None, on: date | None) -> Resolution:
        return resolve(
            self.texts,
            gazetteer=gazetteer(),
            excluded=self.taken,
            page=page,
            home=home,
            on=on,
            headline=self.headline,
            opinion=self.opinion,
        )

    def places(self, found: Resolution) -> Places:
        spans: dict[str, list[Span]] = {}
        for mention in found.mentions:
            offsets = self.offsets[mention.paragraph]
            spans.setdefault(mention.code, []).extend(
                spans_of(offsets, mention.start, mention.end, self.source)
            )
        flags = tuple(
            Flag("ambiguous-region", self._line(doubt.paragraph, doubt.start), doubt.text)
            for doubt in found.ambiguous
        )
        regions = tuple(RegionReading(code, tuple(where)) for code, where in spans.items())
        return Places(regions, found.primary, flags)

    def _line(self, paragraph: int, start: int) -> int:
        return self.source.count("\n", 0, self.offsets[paragraph][start]) + 1
