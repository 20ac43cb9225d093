"""The types of blocks in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.parsing.values import BlockType

LABELS: Mapping[str, Promise | str] = {
    BlockType.SECTION: _("section label"),
    BlockType.KICKER: _("kicker"),
    BlockType.TITLE: _("headline"),
    BlockType.SUBTITLE: _("subtitle"),
    BlockType.BYLINE: _("byline"),
    BlockType.BODY: _("text"),
    BlockType.SUBHEAD: _("sub-headline"),
    BlockType.CAPTION: _("caption"),
    BlockType.CREDIT_LINE: _("credit line"),
    BlockType.AUTHOR_NOTE: _("note on the author"),
    BlockType.CONTINUATION: _("continuation"),
    BlockType.NOTICE: _("notice"),
    BlockType.LIST: _("list"),
    BlockType.ABSTRACT: _("abstract"),
    BlockType.DUPLICATE: _("repeated passage"),
    BlockType.OTHER: _("other"),
}


def blocks_in_words(blocks: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return the stored blocks of an article with a `label` each."""
    return [{**block, "label": LABELS.get(block["type"], block["type"])} for block in blocks]
