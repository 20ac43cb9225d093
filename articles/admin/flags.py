"""The doubts of the importer in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.admin.blocks import LABELS
from articles.parsing.explaining import OR, WORDS
from articles.parsing.flags import FLAGS
from articles.parsing.headline import AFTER_ROLE, BETWEEN_PARTS

EXPLANATIONS: Mapping[str, Promise | str] = {
    **{code: _(text) for code, text in FLAGS.items()},
    "ambiguous-region": _("A place name may mean several regions."),
    "headline-unsure": _("The parts of the headline could be others."),
    "no-longer-found": _("The newest reading of the page doesn't have this article."),
}
"""What each code means to an editor; a code that isn't here stands for itself."""


KNOWN_LABELS = frozenset(WORDS.values())
"""What the parser calls lines."""


@dataclass(frozen=True, slots=True)
class FlagInWords:
    """One doubt: what it is, the line of the source (0 where there is none) and the reason."""

    text: Promise | str
    line: int
    reason: str


def explain(code: str) -> Promise | str:
    """Return what a code means."""
    return EXPLANATIONS.get(code, code)


def flags_in_words(flags: Iterable[Mapping[str, Any]]) -> list[FlagInWords]:
    """Return the stored flags of an article for display."""
    return [_in_words(flag["code"], flag.get("line", 0), flag.get("reason", "")) for flag in flags]


def _in_words(code: str, line: int, reason: str) -> FlagInWords:
    text = explain(code)
    told = bool(reason) and gettext(reason) == str(text)
    tell = REASONS_IN_WORDS.get(code, str)
    return FlagInWords(text, line, "" if told else tell(reason))


def _labels_in_words(reason: str) -> str:
    """Return two labels in words; nothing for what an older importer called them."""
    one, _between, other = reason.partition(OR)
    if not {one, other} <= KNOWN_LABELS:
        return ""
    return gettext("%(one)s or %(other)s") % {"one": gettext(one), "other": gettext(other)}


def _headline_in_words(reason: str) -> str:
    """Return another reading of a headline in words; nothing if an older importer told none."""
    parts = [part.partition(AFTER_ROLE) for part in reason.split(BETWEEN_PARTS)]
    if not all(role in LABELS for role, _colon, _text in parts):
        return ""
    told = (
        gettext("%(part)s: %(text)s") % {"part": LABELS[role], "text": text}
        for role, _colon, text in parts
    )
    return gettext("Or else: %(parts)s") % {"parts": gettext("; ").join(told)}


REASONS_IN_WORDS: Mapping[str, Callable[[str], str]] = {
    "labels-uncertain": _labels_in_words,
    "headline-unsure": _headline_in_words,
}
"""How reasons are told that name labels or parts of headlines; others quote the page."""
