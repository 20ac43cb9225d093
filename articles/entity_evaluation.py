"""Measure how well people and regions are found in labelled sentences.

Pure: labelled lines in, counts and tables out; docs/evaluation.md says what is counted and why.
"""

from __future__ import annotations

import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from articles.parsing.people import FoundPerson, find_people
from regions.gazetteer import Gazetteer
from regions.resolver import Resolution, resolve

WARMING_UP = "记者在现场看到，工人们正在忙碌。"


class Field(StrEnum):
    """What is counted; a post is a pair of name and description, so it needs both right."""

    PEOPLE = "people"
    PSEUDONYMS = "pseudonyms"
    POSTS = "posts"
    REGIONS = "regions"


class Outcome(StrEnum):
    """What became of a name that several divisions bear."""

    RIGHT = "right"
    WRONG = "wrong"
    FLAGGED = "flagged"
    MISSED = "missed"


class SetError(ValueError):
    """A labelled line can't be used; the message names the line."""


@dataclass(frozen=True, slots=True)
class Person:
    """One person, as labelled or as found."""

    name: str
    description: str = ""
    pseudonym: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One labelled text: its people, the paths of its divisions, and what is known around it.

    `ambiguous` are forms that several divisions bear: with a path in `regions` the context tells
    which is meant, without one they must stay open.
    """

    id: str
    category: str
    text: str
    people: tuple[Person, ...] = ()
    regions: frozenset[str] = frozenset()
    ambiguous: tuple[str, ...] = ()
    page: tuple[str, ...] = ()
    home: str = ""
    date: date | None = None

    @property
    def paragraphs(self) -> list[str]:
        """The text in the shape that the finders want."""
        return self.text.split("\n")


@dataclass(frozen=True, slots=True)
class Found:
    """What was read in one line: people, paths, and each shared form with its outcome."""

    people: tuple[Person, ...] = ()
    regions: frozenset[str] = frozenset()
    outcomes: tuple[tuple[str, Outcome], ...] = ()


@dataclass(slots=True)
class Tally:
    """True, found and labelled things."""

    right: int = 0
    found: int = 0
    labelled: int = 0

    def add(self, labelled: Iterable[object], found: Iterable[object]) -> None:
        """Count one line."""
        wanted, got = set(labelled), set(found)
        self.right += len(wanted & got)
        self.found += len(got)
        self.labelled += len(wanted)

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right; None if nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """The share of what is labelled that was found; None if nothing is labelled."""
        return self.right / self.labelled if self.labelled else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; None if there was neither anything to find nor found."""
        both = self.found + self.labelled
        return 2 * self.right / both if both else None


@dataclass(slots=True)
class Score:
    """The counts of one category, or of all."""

    lines: int = 0
    exact: int = 0
    tallies: dict[Field, Tally] = field(default_factory=lambda: {name: Tally() for name in Field})
    ambiguous: Counter[Outcome] = field(default_factory=Counter)
    open: Counter[Outcome] = field(default_factory=Counter)

    def add(self, line: Line, found: Found) -> None:
        """Count one line; `exact` lines have nothing missing, wrong or too much."""
        faults = list(differences(line, found))
        self.lines += 1
        self.exact += not faults
        for name in Field:
            self.tallies[name].add(
                things(name, line, line.regions), things(name, found, line.regions)
            )
        counter = self.ambiguous if line.regions else self.open
        counter.update(outcome for _form, outcome in found.outcomes)


@dataclass(frozen=True, slots=True)
class Speed:
    """Characters a second, and the seconds until the first sentence is read."""

    people: float
    regions: float
    loading: float


def read_lines(path: Path) -> tuple[Line, ...]:
    """Return the labelled lines of a file; raises `SetError` for one that can't be read."""
    lines = []
    for number, row in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            lines.append(read_line(json.loads(row)))
        except (KeyError, TypeError, ValueError) as error:
            raise SetError(f"{path.name}, line {number}: {error!r}") from error
    return tuple(lines)


def read_line(row: Mapping[str, Any]) -> Line:
    """Return one labelled line."""
    context = row.get("context", {})
    return Line(
        id=row["id"],
        category=row["category"],
        text=row["text"],
        people=tuple(Person(**person) for person in row["people"]),
        regions=frozenset(row["regions"]),
        ambiguous=tuple(row.get("ambiguous", ())),
        page=tuple(context.get("page", ())),
        home=context.get("home", ""),
        date=date.fromisoformat(context["date"]) if "date" in context else None,
    )


class Reader:
    """Read labelled lines with the project's own finders, as an import does."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.codes: dict[str, str] = {}
        for division in sorted(gazetteer.divisions.values(), key=lambda d: d.end is None):
            self.codes["/".join(gazetteer.path(division.code))] = division.code
        self.seconds: dict[str, float] = defaultdict(float)
        self.characters = 0

    def read(self, line: Line) -> Found:
        """Return what is found in a line; where people stand is no place."""
        started = time.perf_counter()
        people = find_people(line.paragraphs)
        between = time.perf_counter()
        resolution = resolve(
            line.paragraphs,
            gazetteer=self.gazetteer,
            excluded=[place for person in people for place in person.occurrences],
            page=[self.codes[path] for path in line.page],
            home=self.codes[line.home] if line.home else None,
            on=line.date,
        )
        ended = time.perf_counter()
        self.seconds["people"] += between - started
        self.seconds["regions"] += ended - between
        self.characters += len(line.text)
        return self._found(line, people, resolution)

    def _found(self, line: Line, people: Sequence[FoundPerson], resolution: Resolution) -> Found:
        return Found(
            tuple(Person(p.name, p.description, p.pseudonym) for p in people),
            frozenset(self._path(m.code) for m in resolution.mentions if not m.above),
            tuple((form, self._outcome(line, form, resolution)) for form in line.ambiguous),
        )

    def _outcome(self, line: Line, form: str, resolution: Resolution) -> Outcome:
        codes = {m.code for m in resolution.mentions if m.text == form}
        if codes:
            right = all(self._path(code) in line.regions for code in codes)
            return Outcome.RIGHT if right else Outcome.WRONG
        flagged = any(form in doubt.text for doubt in resolution.ambiguous)
        return Outcome.FLAGGED if flagged else Outcome.MISSED

    def _path(self, code: str) -> str:
        return "/".join(self.gazetteer.path(code))


def things(name: Field, source: Line | Found, wanted: Iterable[str] = ()) -> set[object]:
    """Return what is counted under `name`; divisions above the `wanted` ones are understood.

    So they count neither where they are labelled nor where they are found.
    """
    match name:
        case Field.PEOPLE:
            return {person.name for person in source.people}
        case Field.PSEUDONYMS:
            return {person.name for person in source.people if person.pseudonym}
        case Field.POSTS:
            return {(p.name, p.description) for p in source.people if p.description}
        case Field.REGIONS:
            return {path for path in source.regions if not _leads(path, wanted)}


def _leads(path: str, wanted: Iterable[str]) -> bool:
    return any(other.startswith(f"{path}/") for other in wanted)


def differences(line: Line, found: Found) -> Iterator[tuple[str, object]]:
    """Yield what is missed and what is found falsely in a line, with its kind."""
    for name in Field:
        labelled, got = things(name, line, line.regions), things(name, found, line.regions)
        yield from ((f"{name} missed", thing) for thing in sorted(labelled - got, key=str))
        yield from ((f"{name} false", thing) for thing in sorted(got - labelled, key=str))
    for form, outcome in found.outcomes:
        expected = Outcome.RIGHT if line.regions else Outcome.FLAGGED
        if outcome is not expected:
            yield f"{form} {outcome}", expected


def score(pairs: Iterable[tuple[Line, Found]]) -> tuple[dict[str, Score], Score]:
    """Return the counts of each category and of all lines together."""
    categories: dict[str, Score] = defaultdict(Score)
    total = Score()
    for line, found in pairs:
        categories[line.category].add(line, found)
        total.add(line, found)
    return dict(categories), total


def load() -> tuple[Reader, float]:
    """Return a reader that is ready, and the seconds that its tables took."""
    started = time.perf_counter()
    reader = Reader(Gazetteer.load())
    reader.read(Line("", "", WARMING_UP))
    seconds = time.perf_counter() - started
    reader.seconds.clear()
    reader.characters = 0
    return reader, seconds


def speed_of(reader: Reader, loading: float) -> Speed:
    """Return how quickly the lines were read."""
    return Speed(
        people=reader.characters / max(reader.seconds["people"], 1e-9),
        regions=reader.characters / max(reader.seconds["regions"], 1e-9),
        loading=loading,
    )
