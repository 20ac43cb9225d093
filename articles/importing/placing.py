"""Where a page belongs: its newspaper, its issue and its number."""

from __future__ import annotations

from datetime import date

from articles.importing.reading import Reading
from articles.importing.sources import Facts
from articles.models import UNDATED, Issue, Page, Publication
from articles.parsing.values import ParsedPage, Problem


def issue_facts(reading: Reading) -> tuple[str, date | None, str]:
    """Return publication, date and basis of the date: what was given before what was read."""
    page, facts = reading.page, reading.source.facts
    publication = facts.publication or (page.publication if page else "")
    if facts.date:
        return publication, facts.date, Issue.DateBasis.GIVEN
    if page and page.date:
        return publication, page.date, page.date_basis.value
    return publication, None, Issue.DateBasis.UNKNOWN


def page_number(reading: Reading) -> int | None:
    """Return the page's number: what was given before what was read."""
    return reading.source.facts.page or (reading.page.page_number if reading.page else None)


def find_issue(publication: str, day: date | None) -> Issue | None:
    """Return the stored issue of a newspaper (empty: an unknown one) on a day."""
    if day is None:
        return None
    issues = Issue.objects.filter(date=day, edition="")
    if publication:
        return issues.filter(publication__name=publication).first()
    return issues.filter(publication__isnull=True).first()


def page_in_the_way(reading: Reading) -> Problem | None:
    """Return the problem if the issue has a page of this number with another text."""
    publication, day, _basis = issue_facts(reading)
    issue, number = find_issue(publication, day), page_number(reading)
    if issue is None or number is None:
        return None
    other = Page.objects.filter(issue=issue, number=number).first()
    if other is None:
        return None
    message = (
        f"{other} is stored already, with the other text of {other.file_name}; give another page "
        "number or --publication, or remove that page in the admin."
    )
    return Problem("page-exists", 0, message)


def create_page(reading: Reading, parsed: ParsedPage, *, importer_version: str) -> Page:
    """Store the page and, where they are new, its issue and publication."""
    name, day, basis = issue_facts(reading)
    facts = reading.source.facts
    return Page.objects.create(
        issue=_issue(name, day, basis, facts.number),
        number=page_number(reading),
        name=facts.page_name or parsed.page_name,
        source_text=reading.text,
        encoding=reading.encoding,
        sha256=reading.sha256,
        file_name=reading.source.name,
        importer_version=importer_version,
        unassigned=[list(span) for span in parsed.unassigned],
    )


def _issue(publication: str, day: date | None, basis: str, number: str = "") -> Issue:
    found = find_issue(publication, day)
    if found:
        return found
    return Issue.objects.create(
        publication=_publication(publication) if publication else None,
        date=day,
        date_basis=basis,
        number=number,
    )


def _publication(name: str) -> Publication:
    found, _created = Publication.objects.get_or_create(
        name=name, defaults={"slug": Publication.free_slug(name)}
    )
    return found


def place_again(page: Page, facts: Facts) -> tuple[bool, list[Problem]]:
    """Give a stored page what is now known of it and was not; say whether anything changed.

    What the archive knows already is not overruled: another newspaper, day or number than the
    stored one is a problem for an editor.
    """
    issue = page.issue
    stored = issue.publication.name if issue.publication else ""
    known_day = issue.date if issue.date_basis not in ("inferred", "unknown") else None
    differences = [
        f"{what} {now}, stored is {before}"
        for what, now, before in (
            ("newspaper", facts.publication, stored),
            ("date", facts.date, known_day),
            ("page", facts.page, page.number),
        )
        if now and before and now != before
    ]
    if differences:
        message = f"Given: {'; '.join(differences)}. It was left as it is; change it in the admin."
        return False, [Problem("facts-differ", 0, message)]
    publication, day = stored or facts.publication, known_day or facts.date or issue.date
    basis = Issue.DateBasis.GIVEN if facts.date and not known_day else issue.date_basis
    number = page.number or facts.page
    if (publication, day, basis, number) == (stored, issue.date, issue.date_basis, page.number):
        return False, []
    return _move(page, publication, day, basis, number)


def _move(
    page: Page, publication: str, day: date | None, basis: str, number: int | None
) -> tuple[bool, list[Problem]]:
    old, new = page.issue, _issue(publication, day, basis, page.issue.number)
    other = new.pages.filter(number=number).exclude(pk=page.pk).first() if number else None
    if other:
        message = f"{other} is stored already, with the text of {other.file_name}."
        return False, [Problem("page-exists", 0, message)]
    if new == old:
        Issue.objects.filter(pk=old.pk).update(date_basis=basis)
    page.issue, page.number = new, number
    page.save(update_fields=["issue", "number"])
    page.articles.update(issue=new, sort_date=new.date or UNDATED)
    if not old.pages.exists():
        old.delete()
    return True, []
