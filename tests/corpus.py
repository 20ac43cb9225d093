"""The sample pages and their expected readings: what the parser reads otherwise.

tests/pages/differences.json holds the differences; `python -m tests.record_corpus` writes it anew
for a change of the parser that is meant.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from articles.importing.reading import Reading, gazetteer, read_source
from articles.importing.sources import Facts, Source
from articles.parsing.repair import fold
from articles.parsing.values import Block, ParsedArticle

FOLDER = Path(__file__).parent / "pages"
DIFFERENCES = FOLDER / "differences.json"


def pages() -> list[Path]:
    """The sample pages, in order."""
    return sorted(FOLDER.glob("*.txt"))


def expected(path: Path) -> dict[str, Any]:
    """What an expert reader makes of a page."""
    return json.loads(path.with_suffix(".gold.json").read_text("utf-8"))


def read(path: Path) -> Reading:
    source = Source(path, path.name, Facts())
    return read_source(source, size_limit=5_000_000, not_after=date(2026, 12, 31), homes={})


def differences(path: Path) -> list[str]:
    """Say what is read otherwise than expected, article by article."""
    reading, gold = read(path), expected(path)
    assert reading.page is not None
    lines = [lines_of(article, reading.text) for article in reading.page.articles]
    found = []
    for wanted in gold["articles"]:
        own = {line for block in wanted["blocks"] for line in block["lines"]}
        best = max(range(len(lines)), key=lambda k: (len(lines[k] & own), -k))
        if not lines[best] & own:
            found.append(f"{wanted['id']} is missing")
            continue
        if lines[best] != own:
            wrong = sorted(lines[best] ^ own)
            found.append(f"{wanted['id']} lines: {wrong}")
        article, places = reading.page.articles[best], reading.places[best]
        regions = {"/".join(gazetteer().path(region.code)) for region in places.regions}
        for what, want, got in compared(wanted, article, regions):
            if want != got:
                found.append(f"{wanted['id']} {what}: {want} was read as {got}")
    return found


def lines_of(article: ParsedArticle, text: str) -> set[int]:
    """The numbers of the lines that an article's text stands on."""
    return {
        text.count("\n", 0, place) + 1
        for block in article.blocks
        for start, end in block.spans
        for place in places_of_lines(block, text, start, end)
    }


def places_of_lines(block: Block, text: str, start: int, end: int) -> Iterator[int]:
    """A place on each line of a stretch that holds more than blanks."""
    place = start
    for line in text[start:end].split("\n"):
        if line.strip():
            yield place
        place += len(line) + 1


def compared(
    wanted: dict[str, Any], article: ParsedArticle, regions: set[str]
) -> Iterator[tuple[str, Any, Any]]:
    """What was expected and what was read, by what it is."""
    titles = [wanted["title"], *wanted.get("title_ok", [])]
    title = fold(article.headline.title)
    if title not in {fold(text or "") for text in titles}:
        yield "title", wanted["title"], article.headline.title
    yield "kind", wanted["kind"], article.kind.value
    skip = wanted.get("unscored", [])
    if "credits" not in skip:
        yield (
            "credits",
            sorted((c["name"], c["role"]) for c in wanted["credits"]),
            sorted((c.name, c.role.value) for c in article.credits),
        )
    if "people" not in skip:
        yield (
            "people",
            sorted(person["name"] for person in wanted["people"]),
            sorted(person.name for person in article.people),
        )
    if "regions" not in skip:
        optional = set(wanted.get("regions_optional", [])) | ancestors(wanted["regions"])
        yield (
            "regions",
            sorted(set(wanted["regions"])),
            sorted(regions - (optional - set(wanted["regions"]))),
        )


def ancestors(paths: list[str]) -> set[str]:
    """The divisions above those given: they may be named or understood."""
    return {
        "/".join(path.split("/")[:depth])
        for path in paths
        for depth in range(1, path.count("/") + 1)
    }
