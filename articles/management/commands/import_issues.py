"""Bring page texts into the archive."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentTypeError
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.utils import timezone
from tqdm import tqdm

from articles.importing import (
    Facts,
    ImportOptions,
    ImportReport,
    Source,
    find_sources,
    import_pages,
    read_day,
    read_manifest,
    read_pattern,
    report_as_json,
)
from articles.importing.explain import explain
from articles.importing.reading import Reading
from articles.models import Page
from regions.models import Region

USAGE = 2


def a_day(text: str) -> date:
    """Read a day such as 2026-03-02."""
    try:
        return read_day(text)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from None


def a_count(text: str) -> int:
    """Read a whole number from 1."""
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"{text!r} is no number from 1 up.")
    return int(text)


class Command(BaseCommand):
    help = "Bring page texts into the archive; docs/importing.md says how to prepare them."

    def add_arguments(self, parser: CommandParser) -> None:
        add = parser.add_argument
        add("paths", nargs="*", type=Path, metavar="PATH", help="files, or folders of .txt files")
        add("--publication", default="", help="the newspaper that the pages are of")
        add("--date", type=a_day, help="the day of the issue, like 2026-03-02")
        add("--manifest", type=Path, help="a CSV file that lists files and what is known of them")
        add("--pattern", help="what file names say, like {publication}-{date}-p{page}.txt")
        add("--dry-run", action="store_true", help="read and report, store nothing")
        add("--json", action="store_true", help="write the whole report as JSON to standard output")
        add("--explain", action="store_true", help="show line by line how each page was read")
        add("--publish", action="store_true", help="publish new articles that have no flag")
        add("--jobs", type=a_count, default=1, help="processes that read (default 1)")
        add("--limit", type=a_count, help="take only the first files")

    def handle(self, *, paths: list[Path], **given: Any) -> None:
        sources = self._sources(paths, given)[: given["limit"]]
        self._need_database(dry_run=given["dry_run"])
        report = import_pages(
            sources,
            ImportOptions(
                size_limit=settings.IMPORT_SIZE_LIMIT,
                # Tomorrow's paper is set today, and the clock here may be behind the paper's.
                not_after=timezone.localdate() + timedelta(days=1),
                dry_run=given["dry_run"],
                publish=given["publish"],
                jobs=given["jobs"],
                with_pages=given["json"],
                explain=given["explain"],
            ),
            on_page=self._on_page(len(sources), explaining=given["explain"]),
        )
        if given["json"]:
            whole = report_as_json(report.pages, dry_run=given["dry_run"])
            self.stdout.write(json.dumps(whole, ensure_ascii=False, indent=1))
        else:
            self._summary(report, dry_run=given["dry_run"], verbosity=given["verbosity"])
        if report.refused:
            sys.exit(1)

    def _sources(self, paths: list[Path], given: dict[str, Any]) -> list[Source]:
        if bool(paths) == bool(given["manifest"]):
            raise CommandError(
                "Name files or folders to import, or a --manifest (not both).", returncode=USAGE
            )
        if given["json"] and given["explain"]:
            raise CommandError("Use --json or --explain, not both.", returncode=USAGE)
        try:
            facts = Facts(publication=given["publication"], date=given["date"])
            if given["manifest"]:
                return read_manifest(given["manifest"], facts=facts)
            pattern = read_pattern(given["pattern"]) if given["pattern"] else None
            return list(find_sources(paths, facts=facts, pattern=pattern))
        except ValueError as error:
            raise CommandError(str(error), returncode=USAGE) from error

    def _need_database(self, *, dry_run: bool) -> None:
        ready = Page._meta.db_table in connection.introspection.table_names()
        if not ready or not (dry_run or Region.objects.exists()):
            raise CommandError(
                "The database is not set up; run manage.py migrate and manage.py load_regions.",
                returncode=USAGE,
            )

    def _on_page(self, many: int, *, explaining: bool) -> Callable[[Reading], object]:
        """Return what to do with every reading: explain it, or move the progress bar on."""
        if explaining:
            return lambda reading: self.stdout.write(explain(reading))
        bar = tqdm(total=many, unit="page", disable=None)  # shown on a terminal only
        return lambda _reading: bar.update()

    def _summary(self, report: ImportReport, *, dry_run: bool, verbosity: int) -> None:
        for name, problem in report.problems:
            where = f"{name}, line {problem.line}" if problem.line else name
            self.stderr.write(f"{where}: {problem.message} [{problem.code}]")
        if verbosity:
            outcomes = ", ".join(f"{n} {outcome}" for outcome, n in sorted(report.outcomes.items()))
            self.stdout.write(
                f"{'Would import' if dry_run else 'Imported'}: {outcomes}; "
                f"{report.articles} articles, {report.flagged} of them flagged."
            )
