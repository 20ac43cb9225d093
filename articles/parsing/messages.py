"""Texts of the parser that editors read: marked for the translators, translated where shown."""

from __future__ import annotations


def gettext_noop(text: str) -> str:
    """Mark a text for the translators; the parser has no Django to translate it."""
    return text
