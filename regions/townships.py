"""Find townships: their names are read only within the counties that an article has named."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import rjieba

from regions import cues, lexicon, names
from regions.gazetteer import PREFECTURE, Gazetteer

SUFFIX = re.compile(r"镇|乡|街道|苏木")
SHORT_FORM_HINT = re.compile(
    rf"{cues.TOWNSHIP_CUE.pattern}|[、和及与]..{{0,12}}?{cues.TOWNSHIPS_AFTER}", re.VERBOSE
)
"""Where there is none of these no short form counts."""
LONGEST = 14
LEAST_STEM = 2
"""Shorter ones (口镇) are read behind their county only."""


@dataclass(frozen=True, slots=True)
class TownshipPlace:
    """A township's name in the text."""

    code: str
    paragraph: int
    start: int
    end: int
    confidence: float


def township_after(text: str, position: int, code: str, gazetteer: Gazetteer) -> tuple[str, int]:
    """Return code and end of the township whose name begins right there, or "" and the position.

    `code` is the county before it, or the city whose counties have one of the name only.
    """
    above = [code]
    if gazetteer[code].level == PREFECTURE:
        above += gazetteer.children(code)
    for match in SUFFIX.finditer(text, position + 1, position + LONGEST):
        name = text[position : match.end()]
        found = [t for county in above if (t := gazetteer.townships(county).get(name))]
        if len(found) == 1:
            return found[0].code, match.end()
    return "", position


class TownshipNames:
    """The names of the townships right under some divisions."""

    def __init__(self, divisions: Iterable[str], gazetteer: Gazetteer) -> None:
        self.full: dict[str, set[str]] = defaultdict(set)
        self.short: dict[str, set[str]] = defaultdict(set)
        for code in divisions:
            for name, township in gazetteer.townships(code).items():
                if len(names.stem(name)) < LEAST_STEM or name in lexicon.COMMON_TOWNSHIP_WORDS:
                    continue
                self.full[name].add(township.code)
                if township.short != township.name:
                    self.short[township.short].add(township.code)

    def find(self, paragraphs: Sequence[str]) -> Iterator[TownshipPlace]:
        """Yield the places where one of the names stands and only one county has it."""
        if not self.full:
            return
        for number, text in enumerate(paragraphs):
            for match in SUFFIX.finditer(text):
                if found := _longest_ending(text, match.end(), self.full):
                    code, start = found
                    yield TownshipPlace(code, number, start, match.end(), 0.95)
            if self.short and SHORT_FORM_HINT.search(text):
                yield from self._find_short(text, number)

    def _find_short(self, text: str, number: int) -> Iterator[TownshipPlace]:
        """Yield the short forms before a park, an office or the kind of a whole list."""
        present = [form for form in self.short if form in text]
        if not present:
            return
        forms = "|".join(sorted(present, key=len, reverse=True))
        for match in re.finditer(forms, text):
            if cues.TOWNSHIP_CUE.match(text, match.end()) and not rjieba.has_word(match[0]):
                yield from self._short_place(match, number)
        listed = rf"(?:{forms})(?:[、和及与](?:{forms}))+(?={cues.TOWNSHIPS_AFTER})"
        for listing in re.finditer(listed, text):
            for match in re.compile(forms).finditer(text, *listing.span()):
                yield from self._short_place(match, number)

    def _short_place(self, match: re.Match[str], number: int) -> Iterator[TownshipPlace]:
        codes = self.short[match[0]]
        if len(codes) == 1:
            yield TownshipPlace(min(codes), number, match.start(), match.end(), 0.7)


def _longest_ending(text: str, end: int, codes: Mapping[str, set[str]]) -> tuple[str, int] | None:
    for start in range(max(0, end - LONGEST), end - 1):
        found = codes.get(text[start:end])
        if found:
            return (min(found), start) if len(found) == 1 else None
    return None
