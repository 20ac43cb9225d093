"""Find the places in a text where a form of a division's name stands, by longest match."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

import rjieba

from regions import cues
from regions.surfaces import COUNTY_RANK, Reading, Surfaces

LONG_WORD = 5
"""Words of the dictionary that are so long and begin with a place are names of what is there."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A form in the text with all divisions that it may stand for."""

    paragraph: int
    start: int
    end: int
    readings: tuple[Reading, ...]
    begins_word: bool = True
    ends_word: bool = True
    """Whether a dictionary's cut of the text begins and ends a word at its ends."""
    after_fragment: bool = False
    """Whether what stands right before it may belong to it: 留 before 固镇."""

    @property
    def whole_word(self) -> bool:
        """Whether it is a word, or several, of the dictionary's cut."""
        return self.begins_word and self.ends_word

    @property
    def full(self) -> bool:
        """Whether it may be an official name."""
        return any(reading.full for reading in self.readings)


class Words:
    """The cut of one paragraph into words, made when first asked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts: list[int] = []

    def at(self, position: int) -> tuple[int, int]:
        """Return start and end of the word that covers a position."""
        if not self._starts:
            self._starts = [0, *accumulate(map(len, rjieba.cut(self.text)))]
        after = bisect_right(self._starts, position)
        return self._starts[after - 1], self._starts[after]

    def known(self, span: tuple[int, int]) -> bool:
        """Say whether the word is one of the dictionary's and not guessed."""
        return bool(rjieba.has_word(self.text[slice(*span)]))


def find(paragraphs: Sequence[str], surfaces: Surfaces) -> list[Candidate]:
    """Return all candidates in the order of the text, none overlapping another."""
    return [
        candidate
        for number, text in enumerate(paragraphs)
        for candidate in _find_in(text, number, surfaces)
    ]


def _find_in(text: str, number: int, surfaces: Surfaces) -> Iterator[Candidate]:
    words = Words(text)
    lengths, readings = surfaces.lengths, surfaces.readings
    position, last = 0, len(text) - 1
    before = 0, 0
    while position < last:
        possible = lengths.get(text[position : position + 2])
        if possible is None:
            position += 1
            continue
        step = 1
        for length in possible:
            end = position + length
            found = readings.get(text[position:end])
            if found is None or end > len(text) or _is_cut(text, position, end, surfaces):
                continue
            full = any(r.full for r in found)
            if not full and _hides_name(text, position, end, surfaces):
                break
            leads = _leads_on(text, end, found, surfaces)
            if not leads and not full and _is_refused(text, position, end, found):
                step = length
                break
            begins = _begins_word(words, position, end, before)
            ends = words.at(end - 1)[1] == end or cues.LIST_END.match(text, end) is not None
            if (begins and (ends or leads)) or _may_run_on(words, position, end, found, begins):
                fragment = _follows_fragment(words, position, before[1])
                yield Candidate(number, position, end, found, begins, ends, fragment)
                before = position, end
                step = length
                break
        position += step


def _is_cut(text: str, start: int, end: int, surfaces: Surfaces) -> bool:
    """Say whether the last character belongs to what follows: 济南|市中区, 吉林|市场."""
    if cues.CUT_WORD.match(text, end):
        return True
    if text[end - 1] != "市" or text[start : end - 1] not in surfaces.readings:
        return False
    below = surfaces.readings.get(text[end - 1 : end + 2], ())
    above = {reading.code[:4] for reading in surfaces.readings[text[start:end]]}
    return any(reading.full and reading.code[:4] in above for reading in below)


def _hides_name(text: str, start: int, end: int, surfaces: Surfaces) -> bool:
    """Say whether an official name begins inside a short form: 从江|苏省, 和龙|南市."""
    for position in range(start + 1, end):
        for length in surfaces.lengths.get(text[position : position + 2], ()):
            if position + length > end and position + length <= len(text):
                found = surfaces.readings.get(text[position : position + length], ())
                if any(reading.full and reading.ended is None for reading in found):
                    return not _is_cut(text, position, position + length, surfaces)
    return False


def _leads_on(text: str, end: int, found: tuple[Reading, ...], surfaces: Surfaces) -> bool:
    """Say whether the name of a division under one of those begins right here: 南京|江宁."""
    for length in surfaces.lengths.get(text[end : end + 2], ()):
        for below in surfaces.readings.get(text[end : end + length], ()):
            if any(r.rank < below.rank and _is_part(below.code, r) for r in found):
                return True
    return False


def _is_part(code: str, above: Reading) -> bool:
    return code.startswith(above.code[: 2 * (above.rank + 1)])


def _is_refused(text: str, start: int, end: int, found: tuple[Reading, ...]) -> bool:
    """Say whether a short form is the beginning of another word or kind of name."""
    if cues.OTHER_WORDS.match(text, start):
        return True
    highest = min(reading.rank for reading in found)
    return any(pattern.match(text, end) for pattern in cues.REFUSED_AFTER[highest])


def _begins_word(words: Words, position: int, end: int, before: tuple[int, int]) -> bool:
    """Say whether a word begins here, or one that begins with the name right before (上海浦东).

    The cut may have drawn a preposition to the name: 从如皋.
    """
    word = words.at(position)
    start = word[0]
    if start == position or (before[1] == position and start >= before[0]):
        return True
    return word == (position - 1, end) and words.text[start] in cues.PREPOSITIONS


def _follows_fragment(words: Words, position: int, before: int) -> bool:
    """Say whether a word of one character that is no function word stands right before."""
    if position in (0, before):
        return False
    character = words.text[position - 1]
    return (
        "\u4e00" <= character <= "\u9fff"
        and character not in cues.FUNCTION_CHARACTERS
        and words.at(position - 1) == (position - 1, position)
    )


def _may_run_on(
    words: Words, start: int, end: int, found: tuple[Reading, ...], begins: bool
) -> bool:
    """Say whether a form that is not a word, or words, of the dictionary's cut may be a name."""
    full = any(reading.full for reading in found)
    if full and end - start > 3:
        return True
    last = words.at(end - 1)
    county = all(reading.rank == COUNTY_RANK for reading in found)
    if not begins and ((county and not full) or words.known(words.at(start))):
        return False  # 范县 in 示范县
    if full or last[1] == end or not words.known(last):
        return True
    if any(reading.rank == 0 for reading in found) or last[1] - last[0] >= LONG_WORD:
        return True
    return bool(cues.PLACE_WORD.search(words.text, last[0], last[1]))
