"""The problems of imported files in words.

Their messages are written when a file is imported, in English and with names and numbers; here the
code says the same in the editor's language.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PROBLEMS: Mapping[str, Promise | str] = {
    "empty": _("The file holds no text."),
    "binary": _("The file is not a text."),
    "unknown-encoding": _("The encoding of the file is none of those supported."),
    "too-large": _("The file is larger than the limit."),
    "vanished": _("The file was not there."),
    "unreadable": _("The file could not be read."),
    "not-a-file": _("This is not a regular file."),
    "date-ahead": _("The printed date of the issue is still to come."),
    "name-unread": _("The file name doesn't follow the pattern."),
    "facts-differ": _("What was given now differs from what is stored."),
    "page-exists": _("The issue has a page of this number with another text."),
    "region-not-loaded": _("A division is missing from the database."),
    "text-unassigned": _("A line is not part of an article."),
    "not-stored": _("The database refused the page."),
}
"""What each code means to an editor; docs/importing.md says what to do."""


def explain_problem(code: str) -> Promise | str:
    """Return what a code means; a code that isn't here stands for itself."""
    return PROBLEMS.get(code, code)
