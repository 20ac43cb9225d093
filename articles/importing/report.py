"""The report of an import as JSON; docs/importing.md describes its form."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from articles.importing.placing import issue_facts, page_number
from articles.importing.reading import Places, Reading, gazetteer
from articles.importing.version import IMPORTER_VERSION
from articles.models import Page
from articles.parsing.values import Credit, Flag, ParsedArticle, PersonMention, Problem


def report_as_json(pages: Iterable[dict[str, Any]], *, dry_run: bool) -> dict[str, Any]:
    """Return the whole report; `pages` are made by `page_as_json`."""
    return {"importer": IMPORTER_VERSION, "dry_run": dry_run, "pages": list(pages)}


def page_as_json(
    reading: Reading, outcome: str, stored: Page | None = None, problems: Iterable[Problem] = ()
) -> dict[str, Any]:
    """Return one file's part of the report.

    `stored` is its page in the database, which says where it belongs; `problems` are those met
    while storing it.
    """
    page = reading.page
    if stored:
        issue, number = stored.issue, stored.number
        publication = issue.publication.name if issue.publication else ""
        day, basis = issue.date, issue.date_basis
    else:
        publication, day, basis = issue_facts(reading)
        number = page_number(reading)
    articles = (
        [article_as_json(a, p) for a, p in zip(page.articles, reading.places, strict=True)]
        if page
        else []
    )
    return {
        "source": reading.source.name,
        "sha256": reading.sha256,
        "outcome": outcome,
        "issue": {
            "publication": publication or None,
            "date": day.isoformat() if day else None,
            "date_basis": str(basis),
            "page": number,
        },
        "problems": [problem_as_json(p) for p in (*reading.problems, *problems)],
        "articles": articles,
        "unassigned": [list(span) for span in page.unassigned] if page else [],
    }


def problem_as_json(problem: Problem) -> dict[str, Any]:
    """Return a problem with its code, line (from 1; 0 for the whole file) and message."""
    return {"code": problem.code, "line": problem.line, "message": problem.message}


def flag_as_json(flag: Flag) -> dict[str, Any]:
    """Return a flag with its code, line (from 1) and reason, as it is stored."""
    return {"code": flag.code, "line": flag.line, "reason": flag.reason}


def article_as_json(article: ParsedArticle, places: Places) -> dict[str, Any]:
    """Return one article's part of the report."""
    head = article.headline
    return {
        "kind": article.kind.value,
        "section": head.section or None,
        "kicker": head.kicker or None,
        "title": head.title or None,
        "subtitle": head.subtitle or None,
        "dateline": article.dateline or None,
        "credits": [credit_as_json(credit) for credit in article.credits],
        "people": [person_as_json(person) for person in article.people],
        "regions": [
            {**region_as_json(region.code), "spans": [list(span) for span in region.spans]}
            for region in places.regions
        ],
        "primary_region": region_as_json(places.primary) if places.primary else None,
        "blocks": [
            {
                "type": block.type.value,
                "text": block.text,
                "spans": [list(span) for span in block.spans],
            }
            for block in article.blocks
        ],
        "flags": list(dict.fromkeys(f.code for f in (*article.flags, *places.flags))),
        "flag_details": [flag_as_json(f) for f in (*article.flags, *places.flags)],
        "confidence": round(article.confidence, 4),
    }


def credit_as_json(credit: Credit) -> dict[str, str]:
    """Return a credit with name and role."""
    return {"name": credit.name, "role": credit.role.value}


def person_as_json(person: PersonMention) -> dict[str, Any]:
    """Return a person named in the text."""
    return {
        "name": person.name,
        "description": person.description,
        "pseudonym": person.pseudonym,
        "spans": [list(span) for span in person.spans],
        "confidence": round(person.confidence, 4),
    }


def region_as_json(code: str) -> dict[str, Any]:
    """Return a division by its official path and code."""
    return {"path": list(gazetteer().path(code)), "adcode": code}
