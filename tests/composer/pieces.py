"""Reading newspaper pieces."""

import datetime
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HEADLINE_PARTS = ("section", "kicker", "title", "subtitle")
SCORED = ("people", "regions", "primary_region")
KINDS = ("news", "feature", "photo", "essay", "document", "contents", "other")
TYPES = {
    **{kind: kind for kind in ("body", "subhead", "list", "author_note", "byline", "notice")},
    **{kind: kind for kind in ("caption", "credit_line", "abstract", "continuation", "other")},
    "abstract_label": "abstract",
    "list_head": "list",
    "tail_byline": "byline",
}
"""The types that a paragraph of a file may have, with the types they have in the truth."""
Record = dict[str, Any]
DAY = re.compile(r"\d{4}-\d\d-\d\d")
ISSUE_DATE = re.compile(r"(\d{4})\D(\d{1,2})\D(\d{1,2})")


class PieceError(ValueError):
    """What is wrong with a line of a piece file, where, and what to do about it."""


@dataclass(frozen=True, eq=False)
class Piece:
    """A text of a newspaper with what an expert reader finds in it."""

    number: int
    kind: str
    section: str | None
    kicker: str | None
    title: str | None
    subtitle: str | None
    title_lines: list[str] | None  # where the title may be broken, if the piece says it
    dateline: str | None
    byline: list[str]
    paragraphs: list[tuple[str, str]]  # (type, text)
    credits: list[Record]
    people: list[Record]
    regions: list[str]
    regions_optional: list[str]
    primary_region: list[str | None]  # acceptable answers
    unscored: list[str]
    date_hint: str | None  # YYYY-MM-DD, YYYY-MM, YYYY or MM-DD


def load_pieces(paths: Iterable[Path]) -> list[Piece]:
    """Return the pieces of the files, a JSON object on each line that is not blank.

    Raises PieceError for a line that can't be used; its message names the file and the line.
    """
    pieces: list[Piece] = []
    for path in paths:
        for number, line in enumerate(path.read_bytes().split(b"\n"), 1):
            if line.strip():
                try:
                    pieces.append(_piece_of(_record_of(line), len(pieces)))
                except ValueError as problem:
                    raise PieceError(f"{path}:{number}: {problem}") from problem
    if not pieces:
        raise PieceError("No pieces there: give files with a JSON object on each line.")
    return pieces


def _record_of(line: bytes) -> Record:
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise ValueError("This is not UTF-8: save the file as UTF-8.") from None
    except json.JSONDecodeError as problem:
        raise ValueError(
            f"This is not JSON ({problem.msg} at character {problem.colno}): "
            "write each piece as one JSON object on a line of its own."
        ) from None
    if not isinstance(record, dict):
        raise ValueError('This is not an object: write {"kind": "news", "paras": […], …}.')
    return record


def _piece_of(record: Record, number: int) -> Piece:
    """Return the piece; what may be written in two ways is read in one."""
    if record.get("kind") not in KINDS:
        raise ValueError(f'"kind" is {record.get("kind")!r}: write one of {", ".join(KINDS)}.')
    headline = {part: _headline_part(record, part) for part in HEADLINE_PARTS}
    return Piece(
        number=number,
        kind=record["kind"],
        **headline,
        title_lines=_title_lines(record, headline["title"]),
        dateline=_headline_part(record, "dateline"),
        byline=_printed_lines(record, "byline"),
        paragraphs=_paragraphs(record),
        credits=[_credit(credit) for credit in _listed(record, "credits")],
        people=[_person(person) for person in _listed(record, "people")],
        regions=_lines(record, "regions"),
        regions_optional=_lines(record, "regions_optional"),
        primary_region=_primary_region(record),
        unscored=[name for name in SCORED if name not in record],
        date_hint=_date_hint(record),
    )


def _line(name: str, value: Any) -> str:
    """Return a text that is printed as it is, so it may not break the line itself."""
    if not isinstance(value, str):
        raise ValueError(f'"{name}" has {value!r}: write a text.')
    text = value.strip()
    if len(text.splitlines()) > 1:
        raise ValueError(f'"{name}" has a line break in {text[:20]!r}: make two of it.')
    return text


def _listed(record: Record, name: str) -> list[Any]:
    """Return a list, also where a single text is given or nothing."""
    value = record.get(name) or []
    if isinstance(value, str):
        return [value]
    if not isinstance(value, list):
        raise ValueError(f'"{name}" is {value!r}: write a list.')
    return value


def _lines(record: Record, name: str) -> list[str]:
    return [_line(name, value) for value in _listed(record, name)]


def _printed_lines(record: Record, name: str) -> list[str]:
    """Return lines that stand on the page and in the truth, so none may be blank."""
    lines = _lines(record, name)
    if not all(lines):
        raise ValueError(f'"{name}" has a blank line: leave it out, [] for none.')
    return lines


def _headline_part(record: Record, name: str) -> str | None:
    text = record.get(name) or ""
    if not isinstance(text, str):
        raise ValueError(f'"{name}" is {text!r}: write a text or null.')
    return _line(name, re.sub(r"\s*\n\s*", " ", text)) or None


def _title_lines(record: Record, title: str | None) -> list[str] | None:
    lines = _printed_lines(record, "title_lines")
    if lines and "".join("".join(lines).split()) != "".join((title or "").split()):
        raise ValueError('"title_lines" is not the title: break it without changing it.')
    return lines or None


def _paragraphs(record: Record) -> list[tuple[str, str]]:
    paragraphs = []
    for paragraph in _listed(record, "paras"):
        match paragraph:
            case [str(kind), str(text)]:
                if kind not in TYPES:
                    raise ValueError(
                        f'A paragraph is of type "{kind}": write one of {", ".join(TYPES)}.'
                    )
                paragraphs.append((TYPES[kind], _line("paras", text)))
            case _:
                raise ValueError(f'"paras" has {paragraph!r}: write ["body", "text"].')
    paragraphs = [(kind, text) for kind, text in paragraphs if text]
    if not paragraphs:
        raise ValueError('"paras" has no text: write at least one ["body", "text"].')
    return paragraphs


def _credit(credit: Any) -> Record:
    match credit:
        case {"name": str(), "role": str()}:
            return dict(credit)
        case [str(name), str(role)]:
            return {"name": name, "role": role}
    raise ValueError(f'"credits" has {credit!r}: write {{"name": "…", "role": "…"}}.')


def _person(person: Any) -> Record:
    match person:
        case {"name": str()}:
            return {"description": "", "pseudonym": False, **person}
    raise ValueError(f'"people" has {person!r}: write {{"name": "…", "description": "…"}}.')


def _primary_region(record: Record) -> list[str | None]:
    """Return the acceptable answers; None means that the story has no one place."""
    regions = [*_listed(record, "primary_region")] or [None]
    return regions + [region for region in _listed(record, "primary_ok") if region not in regions]


def _date_hint(record: Record) -> str | None:
    """Return a day that the issue can't be before, as far as the piece tells."""
    hint = None if "future" in str(record.get("date_note")) else record.get("date_hint")
    issue = ISSUE_DATE.search(str(record.get("date")))
    if issue and not hint:  # the news of an issue are of the day before
        try:
            day = datetime.date(*map(int, issue.groups()))
        except ValueError:
            raise ValueError(f'"date" is {record["date"]!r}: write YYYY-MM-DD.') from None
        return (day - datetime.timedelta(days=1)).isoformat()
    if hint and not _is_date(hint):
        raise ValueError(f'"date_hint" is {hint!r}: write YYYY-MM-DD, YYYY-MM, YYYY or MM-DD.')
    return hint or None


def _is_date(hint: Any) -> bool:
    """Whether it is a day, a month or a year, or a day of a year that is not told."""
    text = hint if isinstance(hint, str) else ""
    days = [text, f"{text}-01", f"{text}-01-01", f"2000-{text}"]
    return any(DAY.fullmatch(day) and _is_day(day) for day in days)


def _is_day(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True
