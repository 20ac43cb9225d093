"""Names written with characters for their sound: dotted ones, and others beside a cue."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from articles.parsing.people import tables
from articles.parsing.people.candidates import Candidate
from articles.parsing.people.cues import EXPECTING, before_class
from articles.parsing.people.reading import Reading

HAN_RUN = re.compile("[\u4e00-\u9fff]+")
# “泰山·曲阜”线路, “爱心·托班”: a label in quotation marks is no name.
LABEL = re.compile("“[^“”,。!?:;]{1,16}”")
DOT = re.compile("(?<=[\u4e00-\u9fff])·(?=[\u4e00-\u9fff])")
LONGEST_PART = 9
STRANGE = 11.0  # cost of a character that no such name is known with
PART = 3.0  # cost of a part of a name, whatever its length
ELEMENT = 8.0  # cost of one of the words that minority names are made of
AFTER_POST = 6.0
DOTTED_SCORE = 12.0
MEAN_COST = 8.2  # of the characters of a name, at most
JOINING = frozenset("和与及同跟向对给在是说的")
SHORT_PART = 4  # too short for the end of a name, a word and the next name
LEAST_LONG = 5  # characters of a name in which one may be strange


@cache
def sounds() -> dict[str, float]:
    """Return character → cost in transliterated names."""
    costs: dict[str, float] = {}
    for cost, characters in tables.rows("transliteration.txt"):
        costs.update(dict.fromkeys(characters, float(cost)))
    return costs


@cache
def elements() -> re.Pattern[str]:
    """Return the pattern of the words that minority names are made of, longest first."""
    return one_of(tables.listed("elements"))


def one_of(words: frozenset[str]) -> re.Pattern[str]:
    """Return a pattern for any of `words`, the longest first."""
    return re.compile("|".join(sorted(words, key=lambda word: (-len(word), word))))


def sound_cost(part: str) -> float:
    """Return the cost of reading one part of a name by its sound."""
    table = sounds()
    rest, known = elements().subn("", part)
    return PART + ELEMENT * known + sum(table.get(character, STRANGE) for character in rest)


@cache
def _part() -> re.Pattern[str]:
    """Return the pattern of a run of sounds and of words of minority names, its first one any."""
    known = elements().pattern
    return re.compile(f"(?:{known}|.)(?:{known}|[{''.join(sounds())}])*", re.DOTALL)


def _begin(reading: Reading, dot: int) -> int:
    """Return where the part of a name before `dot` begins."""
    text, table = reading.text, sounds()
    run = dot - 1
    while run and dot - run < LONGEST_PART and text[run - 1] in table:
        run -= 1
    edge = reading.edges[bisect_right(reading.edges, run) - 1]
    best, begin = math.inf, dot
    for start in range(edge, dot):
        cost = sound_cost(text[start:dot])
        cost += tables.reading_cost(text[edge:start]) if start > edge else 0.0
        if start == edge or before_class(text, start) in EXPECTING:
            cost -= AFTER_POST
        if cost < best:
            best, begin = cost, start
    return begin


def _ends(reading: Reading, dot: int) -> dict[str, float]:
    """Return the readings of the part after `dot` with their costs."""
    text = reading.text
    match = _part().match(text, dot + 1, dot + 1 + LONGEST_PART)
    run = match.end() if match else len(text)
    edge = reading.edges[bisect_left(reading.edges, run)]
    costs = {}
    for stop in range(dot + 2, run + 1):
        rest = tables.reading_cost(text[stop:edge]) if stop < edge else 0.0
        costs[text[dot + 1 : stop]] = sound_cost(text[dot + 1 : stop]) + rest
    return costs


def _agreed(readings: Sequence[dict[str, float]]) -> str:
    """Return the part that is the cheapest for all occurrences together."""
    common = set(readings[0]).intersection(*readings[1:])
    # Of parts that cost the same the longer one, so that no chance decides.
    return min(common, key=lambda part: (sum(costs[part] for costs in readings), -len(part), part))


def dotted(readings: Sequence[Reading]) -> Iterator[Candidate]:
    """Yield names with dots; all occurrences in an article end alike."""
    groups: dict[str, list[tuple[Reading, int, int, dict[str, float]]]] = defaultdict(list)
    for reading in readings:
        labels = [match.span() for match in LABEL.finditer(reading.text)]
        for start, dots in _chains(reading):
            if any(begin <= start < end for begin, end in labels):
                continue
            ends = _ends(reading, dots[-1])
            groups[reading.text[start : dots[-1] + 2]].append((reading, start, dots[-1], ends))
    for group in groups.values():
        part = _agreed([ends for *_, ends in group])
        for reading, start, dot, _ in group:
            end = dot + 1 + len(part)
            name = reading.text[start:end]
            if _likely(name):
                score = DOTTED_SCORE + len(group)
                yield Candidate(reading.index, start, end, name, {}, score)


def _chains(reading: Reading) -> Iterator[tuple[int, list[int]]]:
    """Yield for each dotted name where it begins and its dots."""
    text = reading.text
    dots: list[int] = []
    for match in DOT.finditer(text):
        dot = match.start()
        if dots and dot - dots[-1] <= LONGEST_PART and _is_sound(text[dots[-1] + 1 : dot]):
            dots.append(dot)
            continue
        if dots:
            yield _begin(reading, dots[0]), dots
        dots = [dot]
    if dots:
        yield _begin(reading, dots[0]), dots


def _is_sound(part: str) -> bool:
    """Whether a part between dots is one of a name, rather than the end of one and the next."""
    strange = [character for character in part if character not in sounds()]
    short = len(part) <= SHORT_PART and JOINING.isdisjoint(part)
    return bool(HAN_RUN.fullmatch(part)) and len(strange) <= short


def _likely(name: str) -> bool:
    """Whether the characters are those of names, rather than 中国梦·劳动美 or 爱心·托班."""
    table, parts = sounds(), name.split("·")
    letters = "".join(parts)
    strange = [character for character in letters if character not in table]
    mean = sum(table.get(character, STRANGE) for character in letters) / len(letters)
    if not strange:
        return mean < MEAN_COST
    surname_alone = strange[0] in parts and strange[0] in tables.surnames()
    return len(strange) == 1 and (len(letters) >= LEAST_LONG or surname_alone)
