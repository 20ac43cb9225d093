"""Measure how well people and regions are found."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.entity_evaluation import (
    Field,
    Outcome,
    Score,
    SetError,
    Speed,
    differences,
    load,
    read_lines,
    score,
    speed_of,
)

SET = Path("tests/entities")
PARTS = ("development", "held_out")
FIRST, CELL = 22, 19
NOTHING = "-"


class Command(BaseCommand):
    help = (
        "Measure people and regions on labelled sentences; docs/evaluation.md explains the table."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        add = parser.add_argument
        add("--part", choices=PARTS, default=PARTS[0], help="the sentences (default development)")
        add("--errors", action="store_true", help="show every difference (development only)")
        add("--json", action="store_true", help="write the figures as JSON")

    def handle(self, *, part: str, errors: bool, **given: Any) -> None:
        if errors and part != PARTS[0]:
            raise CommandError("Held-out sentences stay unseen; --errors is for development.")
        try:
            lines = read_lines(settings.BASE_DIR / SET / f"{part}.jsonl")
        except (OSError, SetError) as error:
            raise CommandError(str(error)) from error
        reader, loading = load()
        pairs = [(line, reader.read(line)) for line in lines]
        categories, total = score(pairs)
        speed = speed_of(reader, loading)
        if errors:
            for line, found in pairs:
                for kind, thing in differences(line, found):
                    self.stdout.write(f"{line.id}\t{kind}\t{thing}\t{line.text}")
        if given["json"]:
            self.stdout.write(json.dumps(as_json(part, categories, total, speed), indent=1))
        else:
            self.stdout.write("\n".join(table(part, categories, total, speed)))


def table(part: str, categories: Mapping[str, Score], total: Score, speed: Speed) -> Iterator[str]:
    """Yield the lines of the report: precision / recall / F1 in percent."""
    yield f"{part}: {total.lines} lines, {total.exact} of them without a fault"
    heads = "".join(f"{name:>{CELL}}" for name in Field)
    yield f"{'category':<{FIRST}}{'lines':>6}{'exact':>7}{heads}"
    for name, counts in [*sorted(categories.items()), ("all", total)]:
        cells = "".join(f"{_figures(counts, of):>{CELL}}" for of in Field)
        yield f"{name:<{FIRST}}{counts.lines:>6}{_percent(counts.exact / counts.lines):>7}{cells}"
    yield f"names of several divisions: {'; '.join(_outcomes(total))}"
    yield (
        f"people {speed.people:,.0f} and regions {speed.regions:,.0f} characters a second, "
        f"{speed.loading:.2f} s to load"
    )


def _figures(counts: Score, of: Field) -> str:
    """Return three figures, or only the false ones where nothing is labelled."""
    tally = counts.tallies[of]
    if not tally.labelled:
        return f"{tally.found} false" if tally.found else NOTHING
    return "/".join(_percent(figure) for figure in (tally.precision, tally.recall, tally.f1))


def _percent(share: float | None) -> str:
    return NOTHING if share is None else f"{100 * share:.1f}"


def _outcomes(total: Score) -> Iterator[str]:
    for heading, counter in (("told by the context", total.ambiguous), ("open", total.open)):
        yield f"{heading}: " + ", ".join(f"{counter[outcome]} {outcome}" for outcome in Outcome)


def as_json(
    part: str, categories: Mapping[str, Score], total: Score, speed: Speed
) -> dict[str, Any]:
    """Return all figures; shares are from 0 to 1, null where there is nothing to divide by."""
    return {
        "part": part,
        "categories": {name: _as_json(counts) for name, counts in sorted(categories.items())},
        "all": _as_json(total),
        "speed": asdict(speed),
    }


def _as_json(counts: Score) -> dict[str, Any]:
    fields = {
        name.value: {
            **asdict(tally),
            "precision": tally.precision,
            "recall": tally.recall,
            "f1": tally.f1,
        }
        for name, tally in counts.tallies.items()
    }
    return {
        "lines": counts.lines,
        "exact": counts.exact,
        **fields,
        "ambiguous": {outcome.value: counts.ambiguous[outcome] for outcome in Outcome},
        "open": {outcome.value: counts.open[outcome] for outcome in Outcome},
    }
