"""The parts of addresses that Django's own converters don't know."""

from __future__ import annotations

from django.urls.converters import StringConverter


class UnicodeSlugConverter(StringConverter):
    """A slug of the letters of any script."""

    regex = r"[-\w]+"


class RegionCodeConverter(StringConverter):
    """The code of a division: six digits, nine for a township."""

    regex = r"[0-9]{6}(?:[0-9]{3})?"
