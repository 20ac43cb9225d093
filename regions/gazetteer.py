"""All divisions and their names in memory, read from regions/data in one pass.  No Django."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from regions import names

DATA_DIR = Path(__file__).parent / "data"

PROVINCE, PREFECTURE, COUNTY, TOWNSHIP = "province", "prefecture", "county", "township"


@dataclass(frozen=True, slots=True)
class Division:
    """One division; `end` is the year in which it was abolished."""

    code: str
    name: str
    short: str
    level: str
    parent: str
    start: int | None = None
    end: int | None = None
    longitude: float | None = None
    latitude: float | None = None
    successors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name or code that a division (`code`) had between two years."""

    code: str
    name: str
    former_code: str
    start: int
    end: int


def read_table(name: str, folder: Path = DATA_DIR) -> Iterator[list[str]]:
    """Yield the rows of one table without its heading."""
    text = (folder / name).read_text(encoding="utf-8")
    for line in text.splitlines()[1:]:
        yield line.split("\t")


def read_divisions(folder: Path = DATA_DIR) -> Iterator[Division]:
    """Yield provinces, prefectures and counties, abolished ones too, by code."""
    for code, name, short, level, parent, start, end, lon, lat, heirs in read_table(
        "divisions.tsv", folder
    ):
        yield Division(
            code,
            name,
            short,
            level,
            parent,
            int(start) if start else None,
            int(end) if end else None,
            float(lon) if lon else None,
            float(lat) if lat else None,
            tuple(heirs.split(";")) if heirs else (),
        )


def read_former_names(folder: Path = DATA_DIR) -> Iterator[FormerName]:
    """Yield the names and codes that divisions had before."""
    for code, name, former_code, start, end in read_table("former_names.tsv", folder):
        yield FormerName(code, name, former_code, int(start), int(end))


def townships_of(county: str, listed: str) -> Iterator[Division]:
    """Yield the townships on one line of townships.tsv."""
    for item in listed.split(" "):
        digits = 9 - len(county)
        name = item[digits:]
        yield Division(county + item[:digits], name, names.short_name(name), TOWNSHIP, county)


class Gazetteer:
    """Look divisions up by code and by name.

    Codes are GB/T 2260 codes of six digits, of nine for townships; townships are read when their
    county is asked for.
    """

    def __init__(
        self,
        divisions: Iterable[Division],
        former_names: Iterable[FormerName] = (),
        townships: Mapping[str, str] | None = None,
    ) -> None:
        self.divisions = {division.code: division for division in divisions}
        self.former_names = tuple(former_names)
        self._children: dict[str, list[str]] = defaultdict(list)
        for division in self.divisions.values():
            if division.end is None:
                self._children[division.parent].append(division.code)
        self._townships_listed = townships or {}
        self._townships: dict[str, dict[str, Division]] = {}
        self._lineages: dict[str, tuple[str, ...]] = {}

    @classmethod
    @cache
    def load(cls) -> Gazetteer:
        """Return the gazetteer of the project's own tables, the same one each time."""
        listed = dict(row for row in read_table("townships.tsv"))
        return cls(read_divisions(), read_former_names(), listed)

    def __contains__(self, code: str) -> bool:
        return code in self.divisions or (len(code) == 9 and self._township(code) is not None)

    def __getitem__(self, code: str) -> Division:
        """Return the division with a code; raise `KeyError` if there is none."""
        found = self.divisions.get(code) or self._township(code)
        if found is None:
            raise KeyError(code)
        return found

    def lineage(self, code: str) -> tuple[str, ...]:
        """Return the codes from the province down to the division itself."""
        found = self._lineages.get(code)
        if found is None:
            parent = self[code].parent
            found = self._lineages[code] = (*(self.lineage(parent) if parent else ()), code)
        return found

    def path(self, code: str) -> tuple[str, ...]:
        """Return the official names from the province down to the division."""
        return tuple(self[above].name for above in self.lineage(code))

    def is_under(self, code: str, above: str) -> bool:
        """Say whether the division is `above` itself or lies under it."""
        return above in self.lineage(code)

    def children(self, code: str) -> Sequence[str]:
        """Return the codes in force directly under a division, townships left out."""
        return self._children.get(code, ())

    def townships(self, county: str) -> Mapping[str, Division]:
        """Return the townships of a county (or of a city without counties) by their names.

        Ethnic townships are listed without the people's name, too.
        """
        if county not in self._townships:
            listed = self._townships_listed.get(county, "")
            by_name = {t.name: t for t in townships_of(county, listed)} if listed else {}
            for township in list(by_name.values()):
                if plain := names.plain_township_name(township.name):
                    by_name.setdefault(plain, township)
            self._townships[county] = by_name
        return self._townships[county]

    def all_townships(self) -> Iterator[Division]:
        """Yield every township, by code."""
        for county, listed in self._townships_listed.items():
            yield from townships_of(county, listed)

    def _township(self, code: str) -> Division | None:
        same = (t for t in self.townships(code[:6]).values() if t.code == code)
        return next(same, None)
