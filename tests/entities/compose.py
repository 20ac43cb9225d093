"""Compose the labelled sentences: `python -m tests.entities.compose [development|held_out]`.

Templates (`templates/*.txt`) are filled from the tables of their part (`tables/*.toml`) and from
the project's own gazetteer.  Each gives the same lines whatever stands beside it, unless one of
them is there already.  A template is

    text in the notation of `markup.py`<TAB>home=path page=path;path date=2001-05-01

with slots: {full} a name, {post} a word of the table of that name, {county.city} a property of a
division.  Slots with the same number speak of the same thing: {full#1} … {full#1}.  A heading
`== category 5` says how often each template with slots below it is filled.
"""

import json
import random
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from regions.gazetteer import Gazetteer
from tests.entities.markup import read
from tests.entities.places import PARTS, Place, Places

HERE = Path(__file__).parent
SEED = 20260302
SLOT = re.compile(r"\{(?P<kind>[a-z_0-9]+)(?:#(?P<number>\d))?(?:\.(?P<attribute>[a-z]+))?\}")
ONE_CHARACTER_SHARE = 0.14
ATTEMPTS = 50


def read_tables(part: str) -> dict[str, Any]:
    """Return the word lists of a part."""
    return tomllib.loads((HERE / "tables" / f"{part}.toml").read_text(encoding="utf-8"))


def listed_paths(part: str) -> Iterator[str]:
    """Yield the divisions that stand in the word lists of a part."""
    for name, words in read_tables(part).items():
        if name.endswith("_paths"):
            yield from words.split()


class Names:
    """Full names drawn from the tables of one part."""

    def __init__(self, tables: dict[str, Any], rng: random.Random) -> None:
        self.tables = tables
        self.rng = rng
        self.surnames: list[str] = []
        self.weights: list[int] = []
        for weight, surnames in tables["surnames"].items():
            for surname in surnames.split():
                self.surnames.append(surname)
                self.weights.append(int(weight))

    def draw(self, kind: str) -> str:
        """Return a name of a kind: full, single, compound, rare, foreign …"""
        if kind == "full":
            kind = "single" if self.rng.random() < ONE_CHARACTER_SHARE else "double"
        if kind in ("dotted_foreign", "dotted_foreign3"):
            parts = [self._word("foreign_first"), self._word("foreign_last")]
            if kind.endswith("3"):
                parts.insert(1, self._word("foreign_middle"))
            return "·".join(parts)
        if kind == "dotted_minority":
            return f"{self._word('minority_given')}·{self._word('minority_father')}"
        given = self._given(2 if kind != "single" else 1)
        return {"compound": self._word, "rare": self._word}.get(kind, self._common)(kind) + given

    def _common(self, _kind: str) -> str:
        return self.rng.choices(self.surnames, self.weights)[0]

    def _word(self, table: str) -> str:
        return str(self.rng.choice(self.tables[table].split()))

    def _given(self, length: int) -> str:
        if length == 1:
            return self._word("given_alone")
        pair = self.rng.choice(("men", "women"))
        return self._word(f"{pair}_first") + self._word(f"{pair}_second")


class Composer:
    """Fill the templates of one part."""

    kinds = ("full", "single", "double", "compound", "rare")
    dotted = ("dotted_foreign", "dotted_foreign3", "dotted_minority")

    def __init__(self, part: str, gazetteer: Gazetteer) -> None:
        self.part = part
        self.rng = random.Random()
        self.tables = read_tables(part)
        self.names = Names(self.tables, self.rng)
        taken = frozenset(path for other in PARTS if other != part for path in listed_paths(other))
        self.places = Places(part, gazetteer, taken)

    def lines(self) -> Iterator[dict[str, Any]]:
        """Yield the labelled lines with their ids."""
        text = (HERE / "templates" / f"{self.part}.txt").read_text(encoding="utf-8")
        category, times = "", 1
        numbers: Counter[str] = Counter()
        seen: set[str] = set()
        for template in text.splitlines():
            if template.startswith("== "):
                _, category, count = template.split()
                times = int(count)
            elif template and not template.startswith("#"):
                self.rng.seed(f"{SEED} {self.part} {template}")  # others may come and go
                for _ in range(times if SLOT.search(template) else 1):
                    line = self._new_line(template, seen)
                    if line is None:
                        break
                    numbers[category] += 1
                    number = f"{category}-{numbers[category]:03}"
                    yield {"id": number, "category": category, **line}

    def _new_line(self, template: str, seen: set[str]) -> dict[str, Any] | None:
        """Fill a template so that the text is new; None if the table is used up."""
        for _ in range(ATTEMPTS):
            line = self.fill(template)
            if line["text"] not in seen:
                seen.add(line["text"])
                return line
        return None

    def fill(self, template: str) -> dict[str, Any]:
        """Fill the slots of a template and read its marks and its context."""
        drawn: dict[tuple[str, str], str | Place] = {}
        unique: set[str | Place] = set()

        def value(match: re.Match[str]) -> str:
            kind, attribute = match["kind"], match["attribute"]
            key = (kind, match["number"] or f"at {match.start()}")
            if key not in drawn:
                drawn[key] = self._draw(kind, unique)
                unique.add(drawn[key])
            found = drawn[key]
            return found.part(attribute or "name") if isinstance(found, Place) else found

        marked, _, context = SLOT.sub(value, template).partition("\t")
        line = read(marked)
        if context:
            line["context"] = read_context(context)
        return line

    def _draw(self, kind: str, others: set[str | Place]) -> str | Place:
        found: str | Place = ""
        for _ in range(ATTEMPTS):
            found = self._draw_any(kind)
            if found not in others:
                break
        return found

    def _draw_any(self, kind: str) -> str | Place:
        if kind in self.kinds or kind in self.dotted:
            return self.names.draw(kind)
        if kind in self.tables:
            word = self.rng.choice(self.tables[kind].split())
            return Place(word) if kind.endswith("_paths") else word
        return self.places.draw(kind, self.rng)


def read_context(text: str) -> dict[str, Any]:
    """Return what is known around a line."""
    context: dict[str, Any] = dict(item.split("=") for item in text.split())
    if "page" in context:
        context["page"] = context["page"].split(";")
    return context


def main() -> None:
    """Write the parts that are named, both without arguments."""
    for part in sys.argv[1:] or PARTS:
        lines = Composer(part, Gazetteer.load()).lines()
        rows = [json.dumps(line, ensure_ascii=False) for line in lines]
        (HERE / f"{part}.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")
        sys.stdout.write(f"{part}: {len(rows)} lines\n")


if __name__ == "__main__":
    main()
