"""Learn the weight table of the headline reading from annotated pages.

    python -m articles.parsing.headtraining FOLDER... [FILE...] [--rounds 25] [--seed 1]

A folder holds pages NAME.txt, each with its annotation NAME.gold.json; a file holds single
headlines in the notation of `tests/pieces/dev/headlines.txt`.  The method is a log-linear model
over all divisions of a headline, fitted by AdaGrad with a quadratic penalty.  A headline counts as
often as its folder or file is named, however many of the pages there print it: so headlines of real
pages can be given more weight.  The same input and seed give the same table.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp, sqrt
from pathlib import Path
from typing import Any

from articles.parsing.annotation import annotated_pages
from articles.parsing.headline import OPENING_LENGTH
from articles.parsing.headmodel import ROLES, TABLE, Division, K, S, T, Table, U, View, log_sum
from articles.parsing.headpieces import HeadLine, joined, pieces_of
from articles.parsing.lines import read_lines
from articles.parsing.measure import is_wrapped, measures
from articles.parsing.repair import close_spacing, fold, join_lines, narrow
from articles.parsing.tables import write_table

STEP = 0.05
PENALTY = 0.02
LEAST = 0.02
"""Weights below this are left out of the table."""
Key = tuple[str, str]
# What is known before anything is learned; the penalty draws each weight here.
PRIORS: dict[Key, float] = {
    ("bond", "brackets right"): -4.0,
    ("bond", "dash left"): -5.0,
    ("bond", "dash right"): -5.0,
    ("bond", "goes on"): 3.0,
    ("bond", "label left"): -2.0,
    ("bond", "open mark"): 5.0,
    ("bond", "spaced to the same width"): 1.0,
    ("bond", "unfinished paper"): 3.0,
    ("bond", "word across"): 2.0,
    ("kicker", "dash after"): 4.0,
    ("kicker", "dash before"): -4.0,
    ("kicker", "in brackets"): -4.0,
    ("section", "known label"): 2.0,
    ("section", "label"): 2.0,
    ("section", "label framed"): 1.0,
    ("section", "no label"): -2.0,
    ("section", "notice"): -1.0,
    ("section", "unknown label"): -1.0,
    ("section", "unknown label with verb"): -1.0,
    ("section", "wide unknown label"): -1.0,
    ("subtitle", "account"): 1.0,
    ("subtitle", "account at end"): 1.0,
    ("subtitle", "dash after"): -2.0,
    ("subtitle", "dash before"): 4.0,
    ("subtitle", "in brackets"): 4.0,
    ("title", "dash after"): -3.0,
    ("title", "dash before"): -3.0,
    ("title", "in brackets"): -4.0,
}

LETTERS = {"s": S, "k": K, "t": T, "u": U}
LABELLED = re.compile(
    r"(?:(?P<gap> //? )|(?:^| ))?(?P<letter>[sktu]) (?P<text>.+?)(?= //? | [sktu] |$)"
)


@dataclass(frozen=True, slots=True)
class Sample:
    """One headline: what is seen of each of its divisions, and which of them is right.

    All samples of one name count once together.
    """

    name: str
    divisions: tuple[tuple[Key, ...], ...]
    right: int


def samples_of(text: str, gold: dict[str, Any]) -> Iterator[Sample]:
    """Yield the headlines of a page; one whose annotation no division gives is left out."""
    lines = read_lines(text)
    by_number = {line.number: line for line in lines}
    wrapped = is_wrapped(measures(lines))
    for article in gold["articles"]:
        blocks = [
            (block["type"], [by_number[n] for n in block["lines"] if n in by_number])
            for block in article["blocks"]
        ]
        head = sorted(
            (line for kind, held in blocks if kind in ROLES for line in held),
            key=lambda line: line.number,
        )
        body = [held for kind, held in blocks if kind == "body"]
        opening = narrow(join_lines(line.text for line in body[0])) if body else ""
        headline = [HeadLine(line.text, line.span, line.gap > 0) for line in head]
        yield from _sample(headline, opening, article, wrapped=wrapped)


def _sample(
    head: Sequence[HeadLine], opening: str, parts: Mapping[str, str | None], *, wrapped: bool
) -> Iterator[Sample]:
    pieces = pieces_of(head, wrapped=wrapped)
    if not pieces:
        return
    view = View(pieces, opening[:OPENING_LENGTH], wrapped=wrapped)
    divisions = list(view.divisions())
    right = [k for k, d in enumerate(divisions) if _is_right(view, d, parts)]
    if len(divisions) > 1 and right:
        signs = tuple(tuple(view.signs(division)) for division in divisions)
        yield Sample(fold("".join(line.text for line in head)), signs, right[0])


def _is_right(view: View, division: Division, parts: Mapping[str, str | None]) -> bool:
    ranges = division.ranges()
    texts = {
        role: fold(joined(view.pieces[start:end]))
        for role, (start, end) in zip(division.pattern, ranges, strict=True)
    }
    return all(texts.get(role, "") == fold(parts.get(role) or "") for role in ROLES)


def labelled(notation: str) -> tuple[list[HeadLine], dict[str, str]]:
    """Return the lines of “k 甲 / t 乙 // u 丙” and its parts."""
    lines: list[HeadLine] = []
    parts: dict[str, str] = {}
    for match in LABELLED.finditer(notation):
        role, text = LETTERS[match["letter"]], match["text"].strip()
        parts[role] = parts.get(role, "") + close_spacing(text, numbers=False)
        if lines and not match["gap"]:
            first = lines.pop()
            text, blank = f"{first.text} {text}", first.blank_before
        else:
            blank = match["gap"] != " / "
        start = lines[-1].span[1] + 1 + blank if lines else 0
        lines.append(HeadLine(text, (start, start + len(text)), blank))
    return lines, parts


def load(path: Path) -> list[Sample]:
    """Return the samples of a folder of pages or of a file of headlines, in their order.

    Raises `SystemExit` with a message for a folder without annotated pages.
    """
    if path.is_dir():
        pages = annotated_pages(path)
        return [sample for text, gold in pages for sample in samples_of(text, gold)]
    samples: list[Sample] = []
    wrapped = False
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("="):
            wrapped = "wrapped" in line
        elif line and not line.startswith("#"):
            headline, _bar, opening = line.partition(" || ")
            head, parts = labelled(headline)
            samples += _sample(head, narrow(opening), parts, wrapped=wrapped)
    return samples


def load_all(paths: Sequence[Path]) -> list[Sample]:
    """Return the samples of folders and files; a path that is given twice counts twice."""
    return [
        replace(sample, name=f"{place} {sample.name}")
        for place, path in enumerate(paths)
        for sample in load(path)
    ]


def learn(samples: Sequence[Sample], rounds: int, seed: int) -> Table:
    """Return the weights after so many rounds over the samples."""
    rng = random.Random(seed)  # noqa: S311
    shares = Counter(sample.name for sample in samples)
    weights: dict[Key, float] = defaultdict(float, PRIORS)
    squares: dict[Key, float] = defaultdict(lambda: 1e-8)
    order = list(samples)
    for number in range(rounds):
        rng.shuffle(order)
        wrong, loss = 0, 0.0
        for sample in order:
            share = 1 / shares[sample.name]
            scores = [sum(weights[key] for key in signs) for signs in sample.divisions]
            total = log_sum(scores)
            wrong += scores[sample.right] < max(scores)
            loss += share * (total - scores[sample.right])
            slope: dict[Key, float] = defaultdict(float)
            for k, (score, signs) in enumerate(zip(scores, sample.divisions, strict=True)):
                change = share * ((k == sample.right) - exp(score - total))
                if abs(change) > 1e-5:
                    for key in signs:
                        slope[key] += change
            for key, value in slope.items():
                value -= share * PENALTY * (weights[key] - PRIORS.get(key, 0.0))
                squares[key] += value * value
                weights[key] += STEP * value / sqrt(squares[key])
        sys.stderr.write(f"round {number + 1}: {wrong} of {len(order)} wrong, loss {loss:.2f}\n")
    table: dict[str, dict[str, float]] = defaultdict(dict)
    for (group, name), weight in weights.items():
        if abs(weight) >= LEAST:
            table[group][name] = weight
    return table


def main() -> None:
    """Learn from what is given and write the table beside `headmodel.py`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=25)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--table", type=Path, default=TABLE, help="the file to write")
    options = parser.parse_args()
    samples = load_all(options.paths)
    table = learn(samples, options.rounds, options.seed)
    heading = f"""# Weights of the headline reading.  Learned, not written by hand:
#     python -m articles.parsing.headtraining (seed {options.seed}, {options.rounds} rounds)
# from {len(samples)} annotated headlines.  A row says how much a sign of headsigns.py speaks for
# (or, negative, against) a part being what its group says; "bond" is for two pieces being one part,
# "kicker > title" for one part following the other, "pattern" for the parts as a whole."""
    write_table(table, options.table, heading)


if __name__ == "__main__":
    main()
