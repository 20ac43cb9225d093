"""How well one stretch of text goes on with another, by the characters on both sides of the break.

A break in mid-sentence is no break for the language: what follows there follows elsewhere too.
`joints.toml` holds how often each Chinese character follows each other in the news of 2017 to 2019,
by Yitao Ma and others, rwstats 0.1 (https://cran.r-project.org/package=rwstats), CC0.

    python -m articles.parsing.joints twoChar.csv

writes it anew from the table `twoChar` of that package, saved with columns `character` and `freq`.
"""

from __future__ import annotations

import argparse
import csv
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache
from math import log
from pathlib import Path

from articles.parsing.repair import HAN

TABLE = Path(__file__).with_name("joints.toml")
LEAST = 128
"""Rarer pairs are left out."""
UNSEEN = 64
"""What the table doesn't have counts as if it had been seen so often."""
PAIR = re.compile(f"[{HAN}]{{2}}")


class Joints:
    """How often each pair of neighbouring characters was seen, by the pair."""

    def __init__(self, times: Mapping[str, int]) -> None:
        self.times = dict(times)
        self.firsts: Counter[str] = Counter()
        self.seconds: Counter[str] = Counter()
        for pair, seen in self.times.items():
            self.firsts[pair[0]] += seen
            self.seconds[pair[1]] += seen
        self.total = sum(self.firsts.values())

    def fit(self, before: str, after: str) -> float:
        """Return how much likelier a text goes on with another than with any, in nats.

        It is the pointwise mutual information of the last character and the first one, smoothed by
        `UNSEEN`; 0 where the table doesn't know one of them: a mark, a digit, a letter.
        """
        last, first = before[-1:], after[:1]
        if last not in self.firsts or first not in self.seconds:
            return 0.0
        expected = self.firsts[last] * self.seconds[first] / self.total
        return log((self.times.get(last + first, 0) + UNSEEN) / (expected + UNSEEN))


@cache
def standard() -> Joints:
    """Return the pairs of the table beside this module."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return Joints(
        {
            first + second: int(times)
            for times, rows in table.items()
            for first, seconds in rows.items()
            for second in seconds
        }
    )


def write(times: Mapping[str, int], path: Path) -> None:
    """Write a table of pairs, grouped by how often they were seen, rounded down to powers of 2."""
    groups: dict[int, dict[str, str]] = defaultdict(dict)
    for pair, seen in times.items():
        rows = groups[1 << (seen.bit_length() - 1)]
        rows[pair[0]] = rows.get(pair[0], "") + pair[1]
    parts = [HEADING]
    for seen in sorted(groups):
        rows = groups[seen]
        lines = (f'"{first}" = "{seconds}"' for first, seconds in rows.items())
        parts.append("\n".join((f"[{seen}]", *lines)))
    path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


HEADING = f"""# How often one Chinese character follows another: [times], the first, those after it.
# From the table `twoChar` of the R package rwstats 0.1, Chinese Character Frequency in Real World
# (Yitao Ma and others, news of 2017 to 2019, CC0), pairs seen {LEAST} times or more, rounded
# down to powers of 2.  Made by python -m articles.parsing.joints."""


def main() -> None:
    """Write the table from a file of pairs; `SystemExit` names a line that is none."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path, help="CSV with columns character and freq")
    parser.add_argument("--table", type=Path, default=TABLE, help="the file to write")
    options = parser.parse_args()
    write(read_pairs(options.pairs), options.table)


def read_pairs(path: Path) -> dict[str, int]:
    """Return how often each pair of Chinese characters was seen, of a file of counted words.

    Raises `SystemExit` with the file and the line of what can't be read.
    """
    found: dict[str, int] = {}
    if not path.is_file():
        raise SystemExit(f"{path}: no such file.")
    with path.open(encoding="utf-8-sig", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), 2):
            try:
                pair, seen = row["character"], int(row["freq"])
            except (KeyError, TypeError, ValueError):
                message = f"{path}:{number}: give the columns character and freq, freq a number."
                raise SystemExit(message) from None
            if PAIR.fullmatch(pair) and seen >= LEAST:
                found[pair] = seen
    if not found:
        raise SystemExit(f"{path}:1: no pair of Chinese characters: give character and freq.")
    return dict(sorted(found.items()))


if __name__ == "__main__":
    main()
