"""What the parser reads off a page: frozen values with offsets into the decoded source."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

Span = tuple[int, int]
"""Half-open character offsets into the decoded source text, before any repair."""


class BlockType(StrEnum):
    """What one block of an article is; the report and the admin use these words."""

    SECTION = "section"
    KICKER = "kicker"
    TITLE = "title"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    BODY = "body"
    SUBHEAD = "subhead"
    CAPTION = "caption"
    CREDIT_LINE = "credit_line"
    AUTHOR_NOTE = "author_note"
    CONTINUATION = "continuation"
    NOTICE = "notice"
    LIST = "list"
    ABSTRACT = "abstract"
    DUPLICATE = "duplicate"
    OTHER = "other"


class Kind(StrEnum):
    """What an article is."""

    NEWS = "news"
    FEATURE = "feature"
    PHOTO = "photo"
    ESSAY = "essay"
    DOCUMENT = "document"
    CONTENTS = "contents"
    OTHER = "other"


class Role(StrEnum):
    """What somebody credited did for an article."""

    REPORTER = "reporter"
    CORRESPONDENT = "correspondent"
    PHOTOGRAPHER = "photographer"
    AUTHOR = "author"
    AGENCY = "agency"


class DateBasis(StrEnum):
    """How the date of an issue is known."""

    GIVEN = "given"
    PRINTED = "printed"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, headline part or other unit, in one or more stretches of the source.

    `text` is the repaired text: broken lines joined, letter-spacing closed, nothing else changed.
    """

    type: BlockType
    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Credit:
    """One name in one role, as printed."""

    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A natural person named in full in the running text of an article."""

    name: str
    description: str = ""
    pseudonym: bool = False
    spans: tuple[Span, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Flag:
    """A doubt about an article that an editor should look at."""

    code: str
    line: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something doubtful about a page as a whole; `line` counts from 1, 0 is the page itself."""

    code: str
    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Headline:
    """The parts of a headline as fields; a part that is not printed is empty."""

    section: str = ""
    kicker: str = ""
    title: str = ""
    subtitle: str = ""


@dataclass(frozen=True, slots=True)
class ParsedArticle:
    """One article in reading order: headline blocks first, then the text."""

    kind: Kind
    headline: Headline
    dateline: str
    blocks: tuple[Block, ...]
    credits: tuple[Credit, ...] = ()
    people: tuple[PersonMention, ...] = ()
    flags: tuple[Flag, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class ParsedPage:
    """Everything read off one page; every non-blank character is in a block or in `unassigned`."""

    articles: tuple[ParsedArticle, ...]
    unassigned: tuple[Span, ...] = ()
    problems: tuple[Problem, ...] = ()
    date: date | None = None
    date_basis: DateBasis = DateBasis.UNKNOWN
    page_number: int | None = None
    page_name: str = ""
    publication: str = ""
    explanation: tuple[LineReading, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class LineReading:
    """How one line was read, for `import_issues --explain`."""

    line: int
    label: str
    score: float
    runner_up: str
    margin: float
    reasons: tuple[str, ...]
    text: str
