"""All forms under which a division may stand in a text, and how far each can be trusted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container
from dataclasses import dataclass
from enum import IntEnum

from regions import lexicon, names
from regions.gazetteer import COUNTY, PREFECTURE, PROVINCE, Division, FormerName, Gazetteer

MERGED_SHORT_SINCE = 2015
"""Short forms of divisions merged into others since then are still read: 渝北, 江干."""
FORMER_SHORT_SINCE = 2000
"""Short forms of names lost before this year are history (and other words by now)."""
COUNTY_RANK = 2
"""`Reading.rank` of counties; provinces have 0, prefectures 1."""


class Trust(IntEnum):
    """What a form needs to count as its division."""

    PARENT = 0
    """The division above it right before it, or its full name elsewhere in the article."""
    CUE = 1
    """A parent before it or a cue beside it: the form is a common word."""
    CONTEXT = 2
    """A cue, or anything of the same province in the article."""
    CLEAR = 3
    """Nothing."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One division that a form may stand for; `ended` is the year in which it lost the name."""

    code: str
    trust: Trust
    full: bool
    ended: int | None = None
    rank: int = 0


class Surfaces:
    """Look a form up; find out quickly that no form begins at a place."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        found: dict[str, dict[str, Reading]] = defaultdict(dict)
        for division in gazetteer.divisions.values():
            for form, reading in _forms(division):
                found[form].setdefault(reading.code, reading)
        for former in gazetteer.former_names:
            level = gazetteer[former.code].level
            for form, reading in _former_forms(former, level, found):
                found[form].setdefault(reading.code, reading)
        self.readings = {form: tuple(readings.values()) for form, readings in found.items()}
        lengths: dict[str, set[int]] = defaultdict(set)
        for form in self.readings:
            lengths[form[:2]].add(len(form))
        self.lengths = {head: tuple(sorted(of, reverse=True)) for head, of in lengths.items()}
        """By the first two characters: the lengths of the forms, the longest first."""


def _rank(level: str) -> int:
    return (PROVINCE, PREFECTURE, COUNTY).index(level)


def _forms(division: Division) -> list[tuple[str, Reading]]:
    """Return the forms of one division."""
    rank = _rank(division.level)

    def reading(trust: Trust, *, full: bool = False) -> Reading:
        return Reading(division.code, trust, full, division.end, rank)

    forms = [(division.name, reading(full_trust(division.name, division.end), full=True))]
    if plain := names.plain_district_name(division.name):
        forms.append((plain, reading(Trust.CLEAR, full=True)))
    if division.end is not None and division.end < MERGED_SHORT_SINCE:
        return forms
    most = Trust.CLEAR if division.end is None else Trust.CONTEXT
    stem = names.stem(division.name)
    if division.short != division.name:
        forms.append((division.short, reading(min(short_trust(division), most))))
    elif len(stem) > 1 and division.name.endswith("区"):  # 铁西, behind 沈阳 only
        forms.append((stem, reading(Trust.PARENT)))
    forms.extend(
        (form, reading(Trust.CLEAR if len(form) > 2 else Trust.CONTEXT))
        for form in names.minority_short_names(division.name)
    )
    return forms


def _former_forms(
    former: FormerName, level: str, known: Container[str]
) -> list[tuple[str, Reading]]:
    """Return the forms of a name that a division had once."""
    rank = _rank(level)
    trust = full_trust(former.name, former.end)
    forms = [(former.name, Reading(former.code, trust, True, former.end, rank))]
    short = names.short_name(former.name)
    if former.end >= FORMER_SHORT_SINCE and short not in known and level == PREFECTURE:
        forms.append((short, Reading(former.code, Trust.CLEAR, False, former.end, rank)))
    return forms


def full_trust(name: str, ended: int | None) -> Trust:
    """Return the trust in an official name; lost districts have names like 四方区 and 动力区."""
    if name in lexicon.GENERAL_NAMES:
        return Trust.PARENT
    if name in lexicon.DOUBTFUL_NAMES or (ended is not None and name.endswith("区")):
        return Trust.CONTEXT
    return Trust.CLEAR


def is_district(division: Division) -> bool:
    """Say whether a county-level division is a part of a city; 神农架林区 and 六枝特区 are not."""
    name = division.name
    part = name.endswith("区") and not name.endswith(("神农架林区", "特区"))
    return division.level == COUNTY and part


def short_trust(division: Division) -> Trust:
    """Return the trust in a division's short form."""
    short = division.short
    if is_district(division):
        return Trust.CONTEXT if short in lexicon.KNOWN_DISTRICTS else Trust.PARENT
    if division.level != PROVINCE and short in lexicon.COMMON_WORDS:
        return Trust.CUE
    return Trust.CONTEXT if short in lexicon.DOUBTFUL_SHORT else Trust.CLEAR
