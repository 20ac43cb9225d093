"""Old and new values in words, for the history and for proposals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.utils.translation import gettext, gettext_lazy

LINKED_NAMES = {
    "credits": gettext_lazy("credits"),
    "people": gettext_lazy("people"),
    "regions": gettext_lazy("regions"),
    "tags": gettext_lazy("tags"),
    "names": gettext_lazy("further names"),
}
"""What the history calls the rows that are edited together with a record."""


@dataclass(frozen=True, slots=True)
class Change:
    """One field with the lines that went and those that came."""

    label: str
    removed: tuple[str, ...]
    added: tuple[str, ...]


def changes_in_words(model: type[Model] | None, changes: Mapping[str, Any]) -> list[Change]:
    """Return the changes of an event; `model` is that of the record, None if unknown."""
    return [
        change_in_words(model, name, *pair)
        for name, pair in changes.items()
        if isinstance(pair, list) and len(pair) == 2
    ]


def change_in_words(model: type[Model] | None, name: str, old: Any, new: Any) -> Change:
    """Return one change; of long texts only the lines that differ."""
    before = in_words(model, name, old)
    after = in_words(model, name, new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    steps = [step for step in matcher.get_opcodes() if step[0] != "equal"]
    removed = tuple(line for _step, a, b, _c, _d in steps for line in before[a:b])
    added = tuple(line for _step, _a, _b, c, d in steps for line in after[c:d])
    return Change(label_of(model, name), removed, added)


def label_of(model: type[Model] | None, name: str) -> str:
    """Return what editors call a field."""
    if name in LINKED_NAMES:
        return str(LINKED_NAMES[name])
    try:
        field = model._meta.get_field(name) if model else None
    except FieldDoesNotExist:
        field = None
    return str(getattr(field, "verbose_name", name))


def in_words(model: type[Model] | None, name: str, value: Any) -> list[str]:
    """Return a value as the history keeps it, or as a proposal has it, as lines."""
    if value in (None, "", []):
        return []
    if isinstance(value, list):
        return [_entry(entry) for entry in value]
    if isinstance(value, dict):
        return [_entry(value)]
    if isinstance(value, bool):
        return [gettext("Yes") if value else gettext("No")]
    return str(_choice(model, name, value)).split("\n")


def _entry(entry: Any) -> str:
    if isinstance(entry, dict):
        rest = [str(v) for k, v in entry.items() if k in ("role", "description", "code") and v]
        return " · ".join([str(entry.get("name", "")), *rest])
    if isinstance(entry, list):
        return " · ".join(_known(entry))
    return str(entry)


def _known(entry: list[Any]) -> Iterator[str]:
    return (str(part) for part in entry if part and not isinstance(part, bool))


def _choice(model: type[Model] | None, name: str, value: Any) -> Any:
    """Return the label of a choice."""
    try:
        field = model._meta.get_field(name) if model else None
    except FieldDoesNotExist:
        return value
    return dict(getattr(field, "flatchoices", None) or ()).get(value, value)
