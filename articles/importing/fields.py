"""Lay what the parser read out as the fields of an article."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from articles.importing.reading import Places
from articles.importing.report import credit_as_json, flag_as_json
from articles.models import SUBHEAD_MARK
from articles.parsing.values import Block, BlockType, ParsedArticle

TEXT_FIELDS = (
    "kind",
    "section",
    "kicker",
    "title",
    "subtitle",
    "dateline",
    "byline",
    "abstract",
    "body",
    "captions",
    "notes",
)
"""The fields of an article that follow the reading until an editor changes them."""

WHERE = {
    BlockType.BYLINE: "byline",
    BlockType.ABSTRACT: "abstract",
    BlockType.BODY: "body",
    BlockType.SUBHEAD: "body",
    BlockType.LIST: "body",
    BlockType.CAPTION: "captions",
    BlockType.CREDIT_LINE: "notes",
    BlockType.AUTHOR_NOTE: "notes",
    BlockType.CONTINUATION: "notes",
    BlockType.NOTICE: "notes",
    BlockType.OTHER: "notes",
}
"""The field that a block's text goes to; headline parts are fields of their own, and a duplicate is
kept in `Article.blocks` but not shown."""


def text_fields(article: ParsedArticle) -> dict[str, str]:
    """Return the values of `TEXT_FIELDS`."""
    head = article.headline
    lines: dict[str, list[str]] = {name: [] for name in WHERE.values()}
    previous = None
    for block in article.blocks:
        field = WHERE.get(block.type)
        if block.type is BlockType.CREDIT_LINE and previous is BlockType.CAPTION:
            field = "captions"
        else:
            previous = block.type
        if field:
            mark = SUBHEAD_MARK if block.type is BlockType.SUBHEAD else ""
            lines[field].append(mark + block.text)
    return {
        "kind": article.kind.value,
        "section": head.section,
        "kicker": head.kicker,
        "title": head.title,
        "subtitle": head.subtitle,
        "dateline": article.dateline,
        **{name: "\n".join(texts) for name, texts in lines.items()},
    }


def blocks_as_json(blocks: Iterable[Block]) -> list[dict[str, Any]]:
    """Return blocks as they are stored: type, text and spans in the source."""
    return [
        {"type": b.type.value, "text": b.text, "spans": [list(span) for span in b.spans]}
        for b in blocks
    ]


def flags_as_json(article: ParsedArticle, places: Places) -> list[dict[str, Any]]:
    """Return all flags of an article as they are stored."""
    return [flag_as_json(flag) for flag in (*article.flags, *places.flags)]


def linked_values(article: ParsedArticle, places: Places) -> dict[str, Any]:
    """Return credits, people and regions in the form that `imported_values` keeps of them."""
    return {
        "credits": [credit_as_json(credit) for credit in article.credits],
        "people": [[p.name, p.description, p.pseudonym] for p in article.people],
        "regions": [region.code for region in places.regions],
        "primary_region": places.primary,
    }
