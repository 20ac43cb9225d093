"""One run of the importer: read every file, store page by page, report."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import islice
from multiprocessing import get_context
from typing import Any

import django
from django.contrib.auth.models import User
from django.db import DatabaseError, IntegrityError
from django.utils import timezone

from articles.importing.reading import Reading, read_source
from articles.importing.report import page_as_json, problem_as_json
from articles.importing.sources import Source
from articles.importing.storing import Stored, find_current, outcome_of, store
from articles.importing.version import IMPORTER_VERSION
from articles.models import ImportItem, ImportRun, Publication
from articles.parsing.values import Problem

AHEAD = 4
"""Pages that each process may read before the first of them is stored."""


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How to import; `size_limit` in bytes, `not_after` the last day that a page can be of."""

    size_limit: int
    not_after: date
    dry_run: bool = False
    publish: bool = False
    jobs: int = 1
    with_pages: bool = False
    explain: bool = False
    started_by: User | None = None


@dataclass(slots=True)
class ImportReport:
    """What a run did: outcomes counted, problems by file, and every page's part where asked for."""

    outcomes: Counter[str] = field(default_factory=Counter)
    articles: int = 0
    flagged: int = 0
    problems: list[tuple[str, Problem]] = field(default_factory=list)
    pages: list[dict[str, Any]] = field(default_factory=list)

    @property
    def refused(self) -> int:
        """How many files were refused or are in conflict with a stored page."""
        return self.outcomes["refused"] + self.outcomes["conflict"]


def import_pages(
    sources: Sequence[Source],
    options: ImportOptions,
    *,
    on_page: Callable[[Reading], object] | None = None,
) -> ImportReport:
    """Import the files in order; one that is refused doesn't stop the others.

    Each page is stored in a transaction of its own, so a run that is broken off leaves whole pages
    and can be run again.  `on_page` is called with every reading.
    """
    report = ImportReport()
    run = None if options.dry_run else _begin(options)
    for reading in _read_all(sources, options):
        stored = outcome_of(reading) if options.dry_run else _store(reading, options)
        _count(report, reading, stored, options)
        if run:
            _log(run, reading, stored)
        if on_page:
            on_page(reading)
    if run:
        run.finished_at = timezone.now()
        run.save(update_fields=["finished_at"])
    return report


def _begin(options: ImportOptions) -> ImportRun:
    return ImportRun.objects.create(
        importer_version=IMPORTER_VERSION,
        started_by=options.started_by,
        options={"publish": options.publish, "jobs": options.jobs},
    )


def _store(reading: Reading, options: ImportOptions) -> Stored:
    try:
        try:
            return store(reading, publish=options.publish)
        except IntegrityError:  # another process may have stored the same rows meanwhile
            return store(reading, publish=options.publish)
    except DatabaseError as error:
        message = f"It could not be stored: {error}. Nothing of it was kept."
        return Stored(ImportItem.Outcome.REFUSED, None, [Problem("not-stored", 0, message)])


def _count(report: ImportReport, reading: Reading, stored: Stored, options: ImportOptions) -> None:
    report.outcomes[stored.outcome.value] += 1
    if reading.page:
        report.articles += len(reading.page.articles)
        report.flagged += _flagged(reading)
    problems = (*reading.problems, *stored.problems)
    report.problems += [(reading.source.name, problem) for problem in problems]
    if options.with_pages:
        part = page_as_json(reading, stored.outcome.value, stored.page, stored.problems)
        report.pages.append(part)


def _flagged(reading: Reading) -> int:
    if reading.page is None:
        return 0
    pairs = zip(reading.page.articles, reading.places, strict=True)
    return sum(bool(article.flags or places.flags) for article, places in pairs)


def _log(run: ImportRun, reading: Reading, stored: Stored) -> None:
    ImportItem.objects.create(
        run=run,
        source=reading.source.name,
        sha256=reading.sha256,
        outcome=stored.outcome,
        page=stored.page,
        article_count=len(reading.page.articles) if reading.page else 0,
        flagged_count=_flagged(reading),
        problems=[problem_as_json(p) for p in (*reading.problems, *stored.problems)],
    )


def _read_all(sources: Sequence[Source], options: ImportOptions) -> Iterator[Reading]:
    """Read the files in order, in `options.jobs` processes; not those that are stored already.

    What they hold is read all the same if the caller wants to see it.
    """
    read = partial(
        read_source,
        homes=_homes(),
        size_limit=options.size_limit,
        not_after=options.not_after,
        explain=options.explain,
    )
    see = options.dry_run or options.with_pages or options.explain
    look = None if see else find_current
    known = (look(s, size_limit=options.size_limit) if look else None for s in sources)
    waiting = zip(sources, known, strict=True)
    if options.jobs == 1 or len(sources) < 2:
        yield from (current or read(source) for source, current in waiting)
        return
    # Spawned, not forked: this process may hold threads of a connection pool.
    with ProcessPoolExecutor(options.jobs, get_context("spawn"), django.setup) as pool:

        def begin(many: int) -> Iterator[Reading | Future[Reading]]:
            for source, current in islice(waiting, many):
                yield current or pool.submit(read, source)

        queue = deque(begin(options.jobs * AHEAD))
        while queue:
            first = queue.popleft()
            yield first.result() if isinstance(first, Future) else first
            queue.extend(begin(1))


def _homes() -> dict[str, str]:
    """Return the code of each newspaper's place."""
    places = Publication.objects.filter(place__isnull=False)
    return dict(places.values_list("name", "place__code"))
