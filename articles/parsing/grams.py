"""Short stretches of characters of a text, and how common they are in newspapers.

`grams.toml` holds those of one to three characters that stand in at least two of a hundred
articles, in classes by how many have them.  A stretch that two paragraphs share tells the more
about them the rarer it is elsewhere; unlike words, stretches need no dictionary that knows names
and trades.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

TABLE = Path(__file__).with_name("grams.toml")
SIZES = (1, 2, 3)
SHARES = (0.02, 0.03, 0.07, 0.15, 0.3, 0.6)
"""The least share of articles that have a stretch of class 1, 2 and so on; class 0 is rarer."""
CLASSES = len(SHARES) + 1
HAN = re.compile(r"[\u4e00-\u9fff]+")
FIRST, MANY = 0x4E00, 0x5200
"""The Chinese letters of that range are counted from 0."""

Places = npt.NDArray[np.int64]


def grams_of(text: str, size: int) -> list[str]:
    """Return the stretches of `size` Chinese characters, from left to right, also repeated ones."""
    return [
        run[start : start + size]
        for run in HAN.findall(text)
        for start in range(len(run) - size + 1)
    ]


class Common:
    """The class of each common stretch, by the stretch or by its number."""

    def __init__(self, classes: Mapping[str, int]) -> None:
        self.classes = dict(classes)
        self.tables = {size: self._table(size) for size in SIZES}

    def _table(self, size: int) -> tuple[Places, Places]:
        own = [gram for gram in self.classes if len(gram) == size]
        numbers = np.array([numbers_of([gram], size)[0][0] for gram in own], dtype=np.int64)
        places = np.array([self.classes[gram] for gram in own], dtype=np.int64)
        order = np.argsort(numbers)
        return numbers[order], places[order]

    def of(self, numbers: Places, size: int) -> Places:
        """Return the classes of stretches of one size, given by their numbers."""
        known, places = self.tables[size]
        if not len(known):
            return np.zeros_like(numbers)
        at = np.minimum(np.searchsorted(known, numbers), len(known) - 1)
        return np.where(known[at] == numbers, places[at], 0)


def numbers_of(texts: Sequence[str], size: int) -> tuple[Places, Places]:
    """Return the different stretches of each text as numbers, and of which text each is.

    They are in order: by their number, then by their text.
    """
    letters = np.frombuffer("\n".join(texts).encode("utf-32-le", "surrogatepass"), dtype="<u4")
    letters = letters.astype(np.int64) - FIRST
    lengths = np.array([len(text) + 1 for text in texts])
    owners = np.repeat(np.arange(len(texts)), lengths)[: len(letters)]
    many = max(0, len(letters) - size + 1)
    numbers, valid = np.zeros(many, dtype=np.int64), np.ones(many, dtype=bool)
    for place in range(size):
        part = letters[place : place + many]
        valid &= (part >= 0) & (part < MANY)
        numbers = numbers * MANY + part
    keys = np.sort(numbers[valid] * len(texts) + owners[:many][valid])
    keys = keys[np.diff(keys, prepend=-1) > 0]
    return keys // len(texts), keys % len(texts)


@cache
def standard() -> Common:
    """Return the class of each common stretch, from the table beside this module."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return Common({gram: int(name) for name, grams in table.items() for gram in grams.split()})


def count(texts: Iterable[str]) -> dict[str, int]:
    """Return the class of each stretch that is common in these articles."""
    held: Counter[str] = Counter()
    total = 0
    for text in texts:
        held.update({gram for size in SIZES for gram in grams_of(text, size)})
        total += 1
    classes = {gram: bisect_right(SHARES, n / total) for gram, n in held.items()}
    return {gram: place for gram, place in sorted(classes.items()) if place}


def write(classes: Mapping[str, int], path: Path, heading: str) -> None:
    """Write a table of classes, each as a list of stretches that can be read."""
    parts = [heading]
    for place in range(1, CLASSES):
        grams = [gram for gram, own in classes.items() if own == place]
        parts.append(f'{place} = """\n{_wrapped(grams)}\n"""')
    path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def _wrapped(grams: Sequence[str], width: int = 48) -> str:
    rows, row = [], ""
    for gram in grams:
        if len(row) + len(gram) >= width:
            rows.append(row)
            row = ""
        row = f"{row} {gram}" if row else gram
    return "\n".join([*rows, row])
