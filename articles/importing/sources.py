"""Which files to import, and what is known of each besides its text."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path

from articles.parsing.reading import UnreadableText, decode


class SourceError(ValueError):
    """A path or manifest that can't be used; the message names the place and the remedy."""


class PatternError(ValueError):
    """A file-name pattern that can't be used."""


LONGEST = {"publication": 100, "number": 20, "page_name": 50}
"""Characters that the database has room for."""
DATE = re.compile(r"(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})")


@dataclass(frozen=True, slots=True)
class Facts:
    """What somebody said of a page; None or empty where nobody did."""

    publication: str = ""
    date: date | None = None
    number: str = ""
    page: int | None = None
    page_name: str = ""

    def __post_init__(self) -> None:
        for name, longest in LONGEST.items():
            if len(getattr(self, name)) > longest:
                raise ValueError(
                    f"{name} {getattr(self, name)[:20]!r}… has over {longest} letters."
                )

    def over(self, other: Facts) -> Facts:
        """Return these facts with the gaps filled from `other`."""
        given = {f.name: getattr(self, f.name) for f in fields(self) if getattr(self, f.name)}
        return replace(other, **given)


@dataclass(frozen=True, slots=True)
class Source:
    """One file to import; `name` is how the report calls it."""

    path: Path
    name: str
    facts: Facts
    follows_pattern: bool = True


PLACEHOLDERS = {
    "publication": r"(?P<publication>.+?)",
    "date": r"(?P<date>\d{4}-?\d{2}-?\d{2})",
    "number": r"(?P<number>\d+)",
    "page": r"0*(?P<page>[1-9]\d{0,2})",
    "page_name": r"(?P<page_name>.+?)",
}


def read_pattern(pattern: str) -> re.Pattern[str]:
    """Return a file-name pattern such as `{publication}-{date}-p{page}.txt` as a regex.

    Placeholders are publication, date (2026-03-02 or 20260302), number, page and page_name; `*`
    stands for anything.  Raises `PatternError` on an unknown or repeated placeholder.
    """
    out: list[str] = []
    seen: set[str] = set()
    for piece in re.split(r"(\{[^{}]*\}|\*)", pattern):
        if piece == "*":
            out.append(".*")
        elif piece.startswith("{"):
            name = piece[1:-1]
            if name not in PLACEHOLDERS:
                known = ", ".join(f"{{{p}}}" for p in PLACEHOLDERS)
                raise PatternError(f"{piece} is no placeholder; use {known} or *.")
            if name in seen:
                raise PatternError(f"{piece} stands twice in the pattern.")
            seen.add(name)
            out.append(PLACEHOLDERS[name])
        else:
            out.append(re.escape(piece))
    return re.compile("".join(out))


def facts_of_name(name: str, pattern: re.Pattern[str]) -> Facts | None:
    """Return what the file name says, or None if it doesn't follow the pattern."""
    match = pattern.fullmatch(name)
    if not match:
        return None
    try:
        return facts_of(match.groupdict())
    except ValueError:
        return None


def read_day(text: str) -> date:
    """Return the day of 2026-03-02, 2026/3/2 or 20260302; raises `ValueError` with the remedy."""
    match = DATE.fullmatch(text)
    try:
        if match:
            return date(*map(int, match.groups()))
    except ValueError:
        pass
    raise ValueError(f"{text!r} is no date; write it like 2026-03-02.")


def facts_of(values: Mapping[str, str | None]) -> Facts:
    """Return facts from texts; raises `ValueError` that names the value on a wrong date or page."""
    text = {name: (value or "").strip() for name, value in values.items()}
    day, page = text.get("date", ""), text.get("page", "")
    parsed_day = read_day(day) if day else None
    if page and not (page.isdecimal() and 0 < int(page) < 1000):
        raise ValueError(f"{page!r} is no page number; write a number from 1 to 999.")
    return Facts(
        publication=text.get("publication", ""),
        date=parsed_day,
        number=text.get("number", ""),
        page=int(page) if page else None,
        page_name=text.get("page_name", ""),
    )


def find_sources(
    paths: Iterable[Path], *, facts: Facts, pattern: re.Pattern[str] | None = None
) -> Iterator[Source]:
    """Yield the files at the paths: files as they are, of folders every .txt below them, in order.

    `facts` hold for all; what a file name says by `pattern` goes before.  Raises `SourceError`
    on a path that doesn't exist and on a folder without texts.
    """
    for path in paths:
        if path.is_dir():
            found = sorted(
                file
                for file in path.rglob("*")
                if file.suffix.lower() == ".txt"
                and not any(part.startswith(".") for part in file.relative_to(path).parts)
                and not file.is_dir()
            )
            if not found:
                raise SourceError(f"{path} holds no .txt file; name a folder of page texts.")
            named = [(file, file.relative_to(path).as_posix()) for file in found]
        elif path.exists() or path.is_symlink():
            named = [(path, path.name)]
        else:
            raise SourceError(f"{path} does not exist; check the path.")
        for file, name in named:
            said = facts_of_name(file.name, pattern) if pattern else None
            follows = said is not None or pattern is None
            yield Source(file, name, said.over(facts) if said else facts, follows)


MANIFEST_COLUMNS = ("file", "publication", "date", "number", "page", "page_name")


def read_manifest(path: Path, *, facts: Facts) -> list[Source]:
    """Return the files that a manifest lists, with what it says of each.

    A manifest is a CSV file in UTF-8, UTF-16 or GB18030 with a first line that names its columns:
    `file` (relative to the manifest) and any of publication, date, number, page and page_name.
    `facts` fill the gaps.  Raises `SourceError` with the line on anything that can't be used.
    """
    try:
        rows = csv.DictReader(decode(path.read_bytes()).text.splitlines(keepends=True))
        sources = list(_sources_of(rows, path, facts))
    except OSError as error:
        raise SourceError(f"{path} can't be read: {error.strerror}.") from error
    except (UnreadableText, csv.Error) as error:
        raise SourceError(f"{path} is no CSV file: {error}") from error
    if not sources:
        raise SourceError(f"{path} lists no file; write one line for each.")
    return sources


def _sources_of(rows: csv.DictReader[str], path: Path, facts: Facts) -> Iterator[Source]:
    columns = [name.strip().replace(" ", "_") for name in rows.fieldnames or []]
    rows.fieldnames = columns
    unknown = sorted(set(columns) - set(MANIFEST_COLUMNS))
    if "file" not in columns or unknown:
        wrong = f"unknown column {unknown[0]!r}" if unknown else "no column 'file'"
        known = ", ".join(MANIFEST_COLUMNS)
        raise SourceError(f"{path}, line 1: {wrong}; the columns are {known}.")
    for row in rows:
        name = (row["file"] or "").strip()
        if not name:
            raise SourceError(f"{path}, line {rows.line_num}: the file is missing.")
        if None in row:
            raise SourceError(
                f"{path}, line {rows.line_num}: more values than columns; "
                "quote a value that holds a comma."
            )
        try:
            said = facts_of(row)
        except ValueError as error:
            raise SourceError(f"{path}, line {rows.line_num}: {error}") from None
        yield Source(path.parent / name, name, said.over(facts))
