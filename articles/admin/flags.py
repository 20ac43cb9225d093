"""The doubts of the importer in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.parsing.explaining import OR, WORDS
from articles.parsing.flags import FLAGS

EXPLANATIONS: Mapping[str, Promise | str] = {
    **{code: _(text) for code, text in FLAGS.items()},
    "ambiguous-region": _("A place name may mean several regions."),
    "headline-unsure": _("The parts of the headline could be others."),
    "no-longer-found": _("The newest reading of the page doesn't have this article."),
}
"""What each code means to an editor; a code that isn't here stands for itself."""


NAMES_LABELS = frozenset({"labels-uncertain"})
"""Codes whose reason names two labels, which are told in the editor's language."""


KNOWN_LABELS = frozenset(WORDS.values())


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
    if code in NAMES_LABELS:
        return FlagInWords(text, line, _alternatives(reason))
    told = bool(reason) and gettext(reason) == str(text)
    return FlagInWords(text, line, "" if told else reason)


def _alternatives(reason: str) -> str:
    """Return two labels in words; nothing for what an older importer called them."""
    one, _or, other = reason.partition(OR)
    if not {one, other} <= KNOWN_LABELS:
        return ""
    return gettext("%(one)s or %(other)s") % {"one": gettext(one), "other": gettext(other)}
