"""The tables that names are weighed with: surnames, name characters and words.

All figures are costs, that is minus natural logarithms of probabilities.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources

import rjieba

from articles.parsing.cutting import whole

LEXICON = resources.files("articles.parsing.lexicon.people")
UNKNOWN_NAME_CHARACTER = 10.0
OTHER_PLACE = 2.0  # a character known only from the other place of a given name
UNKNOWN_CHARACTER = 15.0
NEW_WORD_FREQUENCY = 300
COSTS_KEPT = 1 << 17  # of texts read before; many pages must not fill the memory
UNKNOWN_WORD = 15.5
UNKNOWN_LONG_WORD = 13.5
LONGEST_WORD = 16


def rows(name: str) -> Iterator[list[str]]:
    """Yield the lines of one table, split at blanks; `#` starts a line of comment."""
    for line in LEXICON.joinpath(name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split(" ")


@cache
def surnames() -> dict[str, float]:
    """Return surname → cost, compound surnames among them."""
    costs: dict[str, float] = {}
    for share, *names in rows("surnames.txt"):
        for name in names:
            costs.setdefault(name, -math.log(int(share) / 1e6))
    return costs


@cache
def given_characters() -> tuple[dict[str, float], dict[str, float], dict[str, float]]:
    """Return character → cost for a given name of one, the first of two and the second of two."""
    alone: dict[str, float] = {}
    first: dict[str, float] = {}
    second: dict[str, float] = {}
    for place, cost, characters in rows("given_names.txt"):
        table = (alone, first, second)[int(place) - 1]
        table.update(dict.fromkeys(characters, float(cost)))
    for own, other in ((first, second), (second, first), (alone, second)):
        for character, known in list(other.items()):
            own.setdefault(character, min(known + OTHER_PLACE, UNKNOWN_NAME_CHARACTER))
    return alone, first, second


@cache
def words() -> dict[str, float]:
    """Return word → cost; names of people are left out, rare words too."""
    costs: dict[str, float] = {}
    for cost, *row in rows("words.txt"):
        costs.update(dict.fromkeys(row, float(cost)))
    return costs


@cache
def listed(name: str) -> frozenset[str]:
    """Return the words of a plain list: posts, roles, identities, links, places."""
    return frozenset(word for row in rows(f"{name}.txt") for word in row)


@cache
def describing() -> frozenset[str]:
    """Return the words that a description ends in."""
    return listed("posts") | listed("roles") | listed("identities")


@cache
def cues_before() -> dict[str, str]:
    """Return word → class for what stands right before a name."""
    classes = {word: name for name, *row in rows("before.txt") for word in row}
    for name in ("role", "post", "group"):
        classes |= dict.fromkeys(listed(f"{name}s"), name)
    return classes


@cache
def cues_after() -> dict[str, str]:
    """Return word → class for what stands right after a name; the first class of a word counts."""
    classes: dict[str, str] = {}
    for name, *row in rows("after.txt"):
        for word in row:
            classes.setdefault(word, name)
    return classes | dict.fromkeys(listed("honorifics"), "honorific")


def tagged(text: str) -> list[tuple[str, str]]:
    """Return the words of a text with their word classes."""
    found: list[tuple[str, str]] = segmenter().tag(whole(text), False)
    return found


@cache
def segmenter() -> rjieba.Jieba:
    """Return a segmenter of its own, that knows the words of today's newspapers."""
    jieba = rjieba.Jieba()
    for word in listed("new_words"):
        jieba.add_word(word, NEW_WORD_FREQUENCY, "n")
    return jieba


@lru_cache(maxsize=COSTS_KEPT)
def reading_cost(text: str) -> float:
    """Return the cost of the best division of a short text into words.

    No word is longer than `LONGEST_WORD`: what is, such as an address, is a word that nobody knows.
    """
    if len(text) > LONGEST_WORD:
        return UNKNOWN_LONG_WORD
    lexicon = words()
    best = lexicon.get(text)
    if best is None:
        if len(text) == 1:
            return UNKNOWN_CHARACTER
        best = math.inf
    for cut in range(1, len(text)):
        head = lexicon.get(text[:cut], UNKNOWN_CHARACTER if cut == 1 else math.inf)
        if head < best:
            best = min(best, head + reading_cost(text[cut:]))
    return best


@lru_cache(maxsize=COSTS_KEPT)
def word_cost(word: str) -> float:
    """Return the cost of a word as the text has it; names and unknown words cost their parts."""
    return words().get(word) or min(reading_cost(word), _unlisted(word))


def _unlisted(word: str) -> float:
    """Return the least cost of a word that only the segmenter knows, infinite for a likely name."""
    if len(word) == 3 and word[0] in surnames():
        return math.inf
    if len(word) > 3:
        return UNKNOWN_LONG_WORD
    return UNKNOWN_WORD if len(word) > 1 else UNKNOWN_CHARACTER
