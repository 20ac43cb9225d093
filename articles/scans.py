"""Scans of pages: which files are taken for one, and as what they are served."""

from __future__ import annotations

from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.db.models.fields.files import FieldFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

CONTENT_TYPES = {
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".webp": "image/webp",
}
"""By the ending of the file's name.  None of them can hold a script of the site, as SVG could."""

LARGEST = 50 * 1024 * 1024
"""Bytes."""


def content_type_of(file_name: str) -> str | None:
    """Return as what a file is served, None for one that is no scan."""
    return CONTENT_TYPES.get(PurePath(file_name).suffix.lower())


def validate_scan(scan: FieldFile) -> None:
    """Raise `ValidationError` for a file of another kind, or one that is too large."""
    if content_type_of(scan.name or "") is None:
        raise ValidationError(_("A scan is an image (JPEG, PNG, TIFF, WebP) or a PDF."))
    try:
        too_large = scan.size > LARGEST
    except FileNotFoundError:  # a stored one that was lost: nothing of the upload is wrong
        return
    if too_large:
        raise ValidationError(
            _("A scan has at most %(size)s."), params={"size": filesizeformat(LARGEST)}
        )
