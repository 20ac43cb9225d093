"""Import pages and kill this very process, as the power may fail: `python -m … FOLDER [N]`.

The process ends itself with SIGKILL before its N-th statement, counted from 1 where the first page
that is not yet in the archive begins to be stored.  When the import comes to its end, what the
archive holds is written to standard output as JSON.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import django


def main(folder: Path, last: int) -> None:
    """Import the folder; die before statement number `last` if it is not 0."""
    django.setup()
    from django.db import connection

    from articles.importing import Facts, ImportOptions, find_sources, import_pages

    count = 0

    def fail(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        nonlocal count
        if count or sql.startswith('INSERT INTO "articles_issue"'):
            count += 1
        if count and count == last:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(sql, *rest)

    options = ImportOptions(size_limit=5_000_000, not_after=date(2026, 12, 31), publish=True)
    with connection.execute_wrapper(fail):
        import_pages(list(find_sources([folder], facts=Facts())), options)
    json.dump({"statements": count, "archive": archive()}, sys.stdout, default=str)


def archive() -> dict[str, list[Any]]:
    """Everything that imports store, without ids and times, in an order of its own."""
    from articles.models import Article, Event, Issue, Page, Person

    def article_key(article: Article) -> list[Any]:
        return [article.page.sha256, article.position]

    articles = []
    for article in Article.objects.select_related("page", "issue", "primary_region"):
        leave = {"id", "issue", "page", "created_at", "updated_at", "published_at", "tags"}
        names = [f.name for f in Article._meta.concrete_fields if f.name not in leave]
        articles.append(
            [
                article_key(article),
                {name: str(getattr(article, name)) for name in names},
                [[c.name, c.role, c.order, str(c.person)] for c in article.credits.all()],
                [[m.name, m.description, m.spans, str(m.person)] for m in article.mentions.all()],
                [[r.region.code, r.count, r.primary] for r in article.region_links.all()],
            ]
        )
    found = {
        "issues": [[str(i), i.date_basis] for i in Issue.objects.all()],
        "pages": [[p.sha256, str(p), p.source_text, p.unassigned] for p in Page.objects.all()],
        "articles": articles,
        "people": [[p.name, p.initial, p.verified] for p in Person.objects.all()],
        "events": [[e.act, article_key(e.record), e.changes] for e in Event.objects.all()],
    }
    return {name: sorted(rows, key=repr) for name, rows in found.items()}


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
