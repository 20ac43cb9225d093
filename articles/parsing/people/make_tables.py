"""Make the tables that come from jieba's dictionary: words and characters of names.

    python -m articles.parsing.people.make_tables jieba/dict.txt

`dict.txt` (word, frequency, tag) is part of jieba 0.42.1, MIT; see docs/data.md.  The other inputs
are the hand-made tables beside the results: surnames, modern_characters, new_words, well_known and
transliteration_characters.
"""

from __future__ import annotations

import argparse
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from articles.parsing.people import tables

FOLDER = Path(__file__).parent.parent / "lexicon" / "people"
HAN = re.compile("[\u4e00-\u9fff]+")
NAME_TAGS = ("nr", "nrfg", "nrt")
UNKNOWN = 10.5

COMMON_SURNAME = 6.1  # cost: names of these surnames are counted
USUAL_SURNAME = 7.9  # cost: words of three characters may be names
NOT_COUNTED_FULLY = frozenset("尔斯之布拉克特伯廷迪尼萨塞侯纳洛帝爷娘哥姐氏们者僧太后皇将姑婆")
FOREIGN_ENDINGS = frozenset("科坡达尼克")  # 莫斯科, 吉隆坡, 卢旺达
PART_COUNT = 0.25  # of a character that novels and foreign names bring in
ORDINARY = 200  # frequency from which 2nd and 3rd character are rather a word
FROM_SECOND = 0.06  # share of its count in second place that a character has alone

NEW_WORD_COST = 12
LEAST_FREQUENCY = {1: 3, 2: 30, 3: 30}
LEAST_LONG = 100
LEAST_AFTER_SURNAME = 2
LARGEST_COST = 16
SMOOTHING = 8


class Entry(NamedTuple):
    """One line of the dictionary."""

    frequency: int
    tag: str


@dataclass(frozen=True)
class Given:
    """How often a character stands in a given name: alone, first of two, second of two."""

    alone: Counter[str]
    first: Counter[str]
    second: Counter[str]

    def cost(self, given: str) -> float:
        """Return the cost of a given name of two characters."""
        return _cost(self.first, given[0]) + _cost(self.second, given[1])


def _cost(counts: Counter[str], character: str) -> float:
    count = counts[character]
    return -math.log(count / counts.total()) if count else UNKNOWN


def read_dictionary(path: Path) -> dict[str, Entry]:
    """Return the words of jieba's dictionary that are written in Chinese characters."""
    entries = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        word, frequency, tag = line.split(" ")
        if HAN.fullmatch(word):
            entries[word] = Entry(int(frequency), tag)
    return entries


def count_given(entries: Mapping[str, Entry]) -> Given:
    """Count the characters of the dictionary's names, and add those of our own list."""
    alone, first, second = Counter[str](), Counter[str](), Counter[str]()
    surnames = tables.surnames()
    for word, entry in entries.items():
        if entry.tag not in ("nr", "nrfg") or len(word) != 3:
            continue
        rest = entries.get(word[1:])
        is_word = rest and rest.tag not in (*NAME_TAGS, "nz", "ns") and rest.frequency > ORDINARY
        if surnames.get(word[0], UNKNOWN) <= COMMON_SURNAME and not is_word:
            for counts, character in ((first, word[1]), (second, word[2])):
                counts[character] += 1 if character not in NOT_COUNTED_FULLY else PART_COUNT  # type: ignore[assignment]
    for *added, characters in tables.rows("modern_characters.txt"):
        for counts, count in zip((alone, first, second), map(int, added), strict=True):
            counts.update(dict.fromkeys(characters, count))
    for character, count in second.items():
        alone[character] += count * FROM_SECOND  # type: ignore[assignment]
    return Given(alone, first, second)


def is_name(word: str, entry: Entry, given: Given, entries: Mapping[str, Entry]) -> bool:
    """Whether the dictionary's word is a person's full name, which is no word here."""
    surnames, sounds = tables.surnames(), _sounds()
    if len(word) == 4:
        return entry.tag in NAME_TAGS and word[:2] in surnames and entry.frequency < 1000
    if len(word) != 3 or word[0] not in surnames:
        return False
    surname, cost = surnames[word[0]], given.cost(word[1:])
    if entry.tag in NAME_TAGS:
        foreign = sounds.issuperset(word) and (entry.tag == "nrt" or surname > COMMON_SURNAME)
        foreign = foreign or word[2] in FOREIGN_ENDINGS
        return surname <= USUAL_SURNAME and not foreign and cost < 16.5
    # Names stand in the dictionary under other tags too.
    unusual = entry.frequency < 60 and word[1:] not in entries
    return surname <= COMMON_SURNAME and unusual and cost < 13.2


def _sounds() -> frozenset[str]:
    return frozenset("".join(tables.listed("transliteration_characters")))


def word_costs(entries: Mapping[str, Entry], given: Given) -> dict[str, float]:
    """Return the words that names compete with; those beginning with a surname however rare."""
    total = sum(entry.frequency for entry in entries.values())
    surnames, known = tables.surnames(), tables.listed("well_known")
    costs: dict[str, float] = {}
    for word, entry in entries.items():
        least = LEAST_FREQUENCY.get(len(word), LEAST_LONG)
        if len(word) in (2, 3) and word[0] in surnames and entry.tag not in NAME_TAGS:
            least = LEAST_AFTER_SURNAME
        if entry.frequency < least or word in known or not _simplified(word):
            continue
        if not is_name(word, entry, given, entries):
            costs[word] = min(LARGEST_COST, round(-math.log(entry.frequency / total)))
    for word in tables.listed("new_words"):
        costs[word] = min(costs.get(word, NEW_WORD_COST), NEW_WORD_COST)
    return costs


def _simplified(word: str) -> bool:
    try:
        word.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def sound_costs(entries: Mapping[str, Entry]) -> dict[str, float]:
    """Return the costs of the characters of transliterated names."""
    counts = Counter[str]()
    surnames = tables.surnames()
    for word, entry in entries.items():
        foreign = entry.tag == "nrt" or surnames.get(word[0], UNKNOWN) > COMMON_SURNAME
        if entry.tag in ("nr", "nrt") and len(word) >= 3 and foreign:
            counts.update(word)
    sounds = _sounds()
    total = sum(counts[character] + SMOOTHING for character in sounds)
    return {c: -math.log((counts[c] + SMOOTHING) / total) for c in sounds}


def _write(name: str, head: str, rows: Iterable[str]) -> None:
    lines = [f"# {head}", "# Made by articles/parsing/people/make_tables.py; see docs/data.md."]
    (FOLDER / name).write_text("\n".join([*lines, *rows, ""]), encoding="utf-8")


def _by_cost(costs: Mapping[str, float], step: float, join: str) -> list[str]:
    groups: dict[float, list[str]] = defaultdict(list)
    for word, cost in costs.items():
        groups[round(cost / step) * step].append(word)
    return [f"{cost:g} {join.join(sorted(groups[cost]))}" for cost in sorted(groups)]


def main() -> None:
    """Make all tables anew."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dictionary", type=Path)
    entries = read_dictionary(parser.parse_args().dictionary)
    given = count_given(entries)
    places = []
    for place, counts in enumerate((given.alone, given.first, given.second), start=1):
        costs = {c: _cost(counts, c) for c, count in counts.items() if count >= 1 or place == 1}
        places += [f"{place} {row}" for row in _by_cost(costs, 0.5, "")]
    head = "Given names: place (1 alone, 2 first of two, 3 second of two), cost, characters."
    _write("given_names.txt", head, places)
    costs = word_costs(entries, given)
    _write(
        "words.txt", "Words by cost; full names of people are left out.", _by_cost(costs, 1, " ")
    )
    head = "Characters of transliterated names by cost."
    _write("transliteration.txt", head, _by_cost(sound_costs(entries), 0.5, ""))


if __name__ == "__main__":
    main()
