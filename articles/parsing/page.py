"""Read a whole page: layout, headlines, credits, dates and people, in this order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from articles.parsing.confidence import quoted
from articles.parsing.credits import credits_of, find_dateline, read_signatures
from articles.parsing.dates import IssueDate, issue_date
from articles.parsing.drafts import Draft, Layout
from articles.parsing.headline import read_headline
from articles.parsing.kinds import kind_of
from articles.parsing.layout import read_layout
from articles.parsing.masthead import read_masthead
from articles.parsing.offsets import source_offsets, spans_of
from articles.parsing.people import find_people
from articles.parsing.signing import Signature
from articles.parsing.values import (
    Block,
    BlockType,
    Flag,
    Headline,
    Kind,
    ParsedArticle,
    ParsedPage,
    PersonMention,
    Problem,
)

READ_FOR_PEOPLE = frozenset(
    {
        BlockType.KICKER,
        BlockType.TITLE,
        BlockType.SUBTITLE,
        BlockType.ABSTRACT,
        BlockType.BODY,
        BlockType.SUBHEAD,
        BlockType.CAPTION,
        BlockType.LIST,
    }
)


LONGEST_WORDS = 40
"""So far the words of a line are looked at that a flag quotes."""
TEXT = frozenset({BlockType.BODY, BlockType.CAPTION, BlockType.LIST, BlockType.ABSTRACT})


def parse_page(text: str, *, not_after: date, explain: bool = False) -> ParsedPage:
    """Return everything that the decoded text of a page holds.

    `not_after` is the last day that the page can be of.  With `explain` the result says how each
    line was read.  Never raises on a text.
    """
    layout = read_layout(text, explain=explain)
    articles = tuple(read_article(draft, layout, text) for draft in layout.drafts)
    loose = [text[start:end] for start, end in layout.unassigned]
    printed = [block.text for article in articles for block in article.blocks]
    found = issue_date([*loose, *printed], not_after=not_after)
    masthead = read_masthead(loose)
    return ParsedPage(
        articles,
        layout.unassigned,
        (*layout.problems, *_problems_of(found)),
        date=found.date,
        date_basis=found.basis,
        page_number=masthead.page_number,
        page_name=masthead.page_name,
        publication=masthead.publication,
        explanation=layout.readings,
    )


def _problems_of(found: IssueDate) -> Iterator[Problem]:
    """Yield that the printed date is still to come."""
    if found.ahead:
        message = f"The printed date {found.ahead} is still to come and was not taken."
        yield Problem("date-ahead", 0, message)


def read_article(draft: Draft, layout: Layout, source: str) -> ParsedArticle:
    """Return a draft with its headline parts, kind, credits and people."""
    opening = next((b.text for b in draft.blocks if b.type is BlockType.BODY), "")
    headline, head, doubts = read_headline(draft.head, wrapped=layout.wrapped, opening=opening)
    blocks = (*head, *draft.blocks)
    dateline = find_dateline(blocks)
    signed = read_signatures(blocks)
    credits = credits_of(signed)
    kind = kind_of(head, draft.blocks, dateline, credits)
    return ParsedArticle(
        kind,
        headline,
        dateline,
        blocks,
        credits=() if kind is Kind.CONTENTS else credits,
        people=() if kind is Kind.CONTENTS else read_people(blocks, signed, source),
        flags=(
            *draft.flags,
            *(_at_headline(doubt, draft, source) for doubt in doubts),
            *_missing_parts(headline, kind, blocks, draft, source),
        ),
        confidence=draft.confidence,
    )


def _at_headline(doubt: Flag, draft: Draft, source: str) -> Flag:
    """Give a doubt about the headline the line where the headline begins."""
    return replace(doubt, line=source.count("\n", 0, draft.head[0].span[0]) + 1)


def _missing_parts(
    headline: Headline, kind: Kind, blocks: Sequence[Block], draft: Draft, source: str
) -> Iterator[Flag]:
    """Yield a flag for an article without a headline, and for one without a text."""
    if not blocks:
        return
    start = min(span[0] for block in blocks for span in block.spans)
    line = source.count("\n", 0, start) + 1
    reason = quoted(source[start : start + LONGEST_WORDS].partition("\n")[0].rstrip())
    known = {flag.code for flag in draft.flags}
    if not headline.title and kind is not Kind.CONTENTS and "no-headline" not in known:
        yield Flag("no-headline", line, reason)
    if not any(block.type in TEXT for block in blocks) and "boundary-uncertain" not in known:
        yield Flag("boundary-uncertain", line, reason)


def read_people(
    blocks: Sequence[Block], signed: Sequence[Signature], source: str
) -> tuple[PersonMention, ...]:
    """Return the people named in the text of an article, but not those who only sign it."""
    texts = [(k, block) for k, block in enumerate(blocks) if block.type in READ_FOR_PEOPLE]
    place = {k: paragraph for paragraph, (k, _block) in enumerate(texts)}
    excluded = [(place[s.block], s.start, s.end) for s in signed if s.block in place]
    found = find_people([block.text for _k, block in texts], excluded=excluded)
    offsets = {
        paragraph: source_offsets(texts[paragraph][1].text, texts[paragraph][1].spans, source)
        for paragraph in {place for person in found for place, _start, _end in person.occurrences}
    }
    return tuple(
        PersonMention(
            person.name,
            person.description,
            person.pseudonym,
            tuple(
                span
                for paragraph, start, end in person.occurrences
                for span in spans_of(offsets[paragraph], start, end, source)
            ),
            person.confidence,
        )
        for person in found
    )
