"""Make the compact tables in regions/data from the published lists of divisions.

    python -m regions.building SOURCE_DIR

SOURCE_DIR holds divisions.csv, townships.csv and centroids.csv; docs/data.md names their sources.
The same input gives the same files.  Every line of the lists is a *record*: one name under one code
for some years.  Records that are the same division one after the other (密云县 110228, later 密云区
110118) become one division with former names; a division that was merged into another or split up
stays a division of its own, abolished, with its successors.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from regions import names

DATA_DIR = Path(__file__).parent / "data"
IN_FORCE = "in force"


@dataclass(frozen=True, slots=True)
class Record:
    """One line of divisions.csv; `successors` without those that got a part only, earlier."""

    code: str
    name: str
    level: str
    parent: str
    start: int
    end: int | None
    successors: tuple[str, ...]


@dataclass(slots=True)
class Lineage:
    """One division through time: its last record and the records before it."""

    last: Record
    earlier: list[Record] = field(default_factory=list)


# Changes after the list's vintage (2024), from the ministry's notices: code → year, successors.
LATER_ENDS = {"500105": (2025, ("500157",)), "500112": (2025, ("500157",))}
LATER_RECORDS = (Record("500157", "两江新区", "county", "500000", 2025, None, ()),)
LATER_CENTROIDS = {"500157": ("106.5746", "29.6066")}


def read_records(path: Path) -> list[Record]:
    """Return the records of divisions.csv with the later changes made."""
    records = []
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            successors = tuple(s for s in row["successors"].split(";") if s and "[" not in s)
            end = int(row["end"]) if row["end"] else None
            if end is None:
                end, successors = LATER_ENDS.get(row["code"], (None, ()))
            records.append(
                Record(
                    row["code"],
                    row["name"],
                    row["level"],
                    row["parent"],
                    int(row["start"]),
                    end,
                    successors,
                )
            )
    return [*records, *LATER_RECORDS]


def continuation(record: Record, by_code: dict[str, list[Record]], joining: Counter[str]) -> str:
    """Return the code under which the division of an ended record went on, or ""."""
    followers = [
        (code, follower)
        for code in record.successors
        for follower in by_code.get(code, ())
        if follower.end is None or follower.end > (record.end or 0)
    ]
    for code, follower in followers:
        if names.stem(follower.name) == names.stem(record.name):
            return code
    if len(record.successors) != 1:
        return ""
    for code, follower in followers:
        if follower.start == record.end and (code == record.code or joining[code] == 1):
            return code
    return ""


def prefecture_continuation(record: Record, records: Iterable[Record]) -> str:
    """Return the prefecture that took an abolished one's place; the list does not say it.

    It bears the same stem, or began in that year with most of the counties.
    """
    province = record.code[:2]
    today = {
        r.code: r
        for r in records
        if r.level == "prefecture" and r.end is None and r.code[:2] == province
    }
    for code, other in today.items():
        if names.stem(other.name) == names.stem(record.name) and other.start <= (record.end or 0):
            return code
    heirs = Counter(
        successor[:4] + "00"
        for r in records
        if r.parent == record.code and r.end == record.end
        for successor in r.successors
    )
    for code, count in heirs.most_common(1):
        if code in today and today[code].start == record.end and count * 2 > heirs.total():
            return code
    return ""


def divisions_of(records: list[Record]) -> list[Lineage]:
    """Join the records to divisions, ordered by code."""
    by_code: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        by_code[record.code].append(record)
    joining = Counter(
        r.successors[0] for r in records if len(r.successors) == 1 and r.successors[0] != r.code
    )
    heirs: dict[Record, Record] = {}
    for record in records:
        if record.end is None:
            continue
        if record.level == "prefecture" and not record.successors:
            code = prefecture_continuation(record, records)
        else:
            code = continuation(record, by_code, joining)
        later = [r for r in by_code.get(code, ()) if r.end is None or r.end > (record.end or 0)]
        if later:
            heirs[record] = min(later, key=lambda r: (r.start, r.end or 9999))
    divisions = {r: Lineage(r) for r in records if r not in heirs}
    for record, heir in heirs.items():
        while heir in heirs:
            heir = heirs[heir]
        divisions[heir].earlier.append(record)
    kept: dict[str, Lineage] = {}
    for division in sorted(divisions.values(), key=lambda d: (d.last.code, d.last.end or 9999)):
        kept[division.last.code] = division  # of two under one code the later one has it
    return list(kept.values())


def former_names(division: Lineage) -> Iterator[tuple[str, str, int, int]]:
    """Yield name, code, first and last year of each name the division no longer has.

    Records that only changed the code are joined; a changed code alone is listed too.
    """
    spans: dict[tuple[str, str], tuple[int, int]] = {}
    for record in sorted(division.earlier, key=lambda r: r.start):
        if (record.name, record.code) == (division.last.name, division.last.code):
            continue
        key = record.name, record.code
        start, end = spans.get(key, (record.start, record.end or record.start))
        spans[key] = min(start, record.start), max(end, record.end or end)
    for (name, code), (start, end) in spans.items():
        yield name, code, start, end


def current_parent(record: Record, divisions: dict[str, Lineage], heir: dict[str, str]) -> str:
    """Return the code of the division above, as it is today: of a lost prefecture the province."""
    parent = record.parent
    if not parent or parent in divisions:
        return parent
    return heir.get(parent, record.code[:2] + "0000")


def write_table(path: Path, header: str, rows: Iterable[Iterable[object]]) -> None:
    """Write one table of tab-separated columns."""
    lines = ["\t".join("" if v is None else str(v) for v in row) for row in rows]
    text = "\n".join([header.replace(" ", "\t"), *lines, ""])
    path.write_text(text, encoding="utf-8", newline="\n")


def build_divisions(source: Path, target: Path) -> dict[str, Lineage]:
    """Write divisions.tsv and former_names.tsv; return the divisions by code."""
    with (source / "centroids.csv").open(encoding="utf-8", newline="") as lines:
        centroids = {r["code"]: (r["longitude"], r["latitude"]) for r in csv.DictReader(lines)}
    centroids |= LATER_CENTROIDS
    divisions = {d.last.code: d for d in divisions_of(read_records(source / "divisions.csv"))}
    heir = {r.code: code for code, d in divisions.items() for r in d.earlier}
    for code, division in divisions.items():
        parent = current_parent(division.last, divisions, heir)
        division.last = replace(division.last, parent=parent)
        successors = [heir.get(s, s) for s in division.last.successors]
        known = tuple(dict.fromkeys(s for s in successors if s in divisions and s != code))
        division.last = replace(division.last, successors=known)
    rows = (
        (
            *(r.code, r.name, names.short_name(r.name), r.level, r.parent, start_of(d), r.end),
            *centroids.get(r.code, ("", "")),
            ";".join(r.successors),
        )
        for d in divisions.values()
        for r in [d.last]
    )
    header = "code name short level parent start end longitude latitude successors"
    write_table(target / "divisions.tsv", header, rows)
    former = ((code, *name) for code, d in divisions.items() for name in former_names(d))
    write_table(target / "former_names.tsv", "code name former_code start end", former)
    return divisions


def start_of(division: Lineage) -> int:
    """Return the year in which the division has got its present name and code."""
    same = [
        r.start
        for r in division.earlier
        if (r.name, r.code) == (division.last.name, division.last.code)
    ]
    return min([division.last.start, *same])


def build_townships(source: Path, target: Path, divisions: dict[str, Lineage]) -> None:
    """Write townships.tsv: a line a county, the codes without the county's digits.

    The list has 000 behind the codes of counties directly under a province; Taiwan's townships and
    those of the two counties that exist on the list only are left out.
    """
    of_county: dict[str, list[str]] = defaultdict(list)
    with (source / "townships.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            county = row["county"][:6]
            if county in divisions:
                of_county[county].append(row["code"].removeprefix(county) + row["name"])
    rows = ((county, " ".join(found)) for county, found in sorted(of_county.items()))
    write_table(target / "townships.tsv", "county townships", rows)


def main(source: Path, target: Path = DATA_DIR) -> None:
    """Build all tables from the lists in `source`."""
    divisions = build_divisions(source, target)
    build_townships(source, target, divisions)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
