"""Bring page texts into the archive: find files, read them, store what was read, report.

The only writer of imports.  `import_pages` is what commands and views call.
"""

from articles.importing.report import page_as_json, report_as_json
from articles.importing.run import ImportOptions, ImportReport, import_pages
from articles.importing.sources import (
    Facts,
    PatternError,
    Source,
    SourceError,
    find_sources,
    read_day,
    read_manifest,
    read_pattern,
)
from articles.importing.version import IMPORTER_VERSION

__all__ = [
    "IMPORTER_VERSION",
    "Facts",
    "ImportOptions",
    "ImportReport",
    "PatternError",
    "Source",
    "SourceError",
    "find_sources",
    "import_pages",
    "page_as_json",
    "read_day",
    "read_manifest",
    "read_pattern",
    "report_as_json",
]
