"""What speaks for and against a candidate name, as features for the model to weigh."""

from __future__ import annotations

from collections.abc import Iterator

from articles.parsing.people import tables
from articles.parsing.people.cues import EXPECTING, ending_class, verb_endings
from articles.parsing.people.reading import Reading

TWO, THREE = 2, 3
STRANGE = 9.5  # cost from which a character ends hardly a name
# After a post these rather go on with the sentence: 总统和夫人, 书记向职工.
FUNCTION_SURNAMES = frozenset("和向于从应由能有时后把全生多连须双大都相那初")
ADVERBS = frozenset("刚正才又都也已便就还总常曾先再即仍")
ACTING = frozenset({"verb", "some verb", "acting", "say", "some adverb"})
PARTICLES = frozenset("在和与及等将并也都就我你他那被把最")
GAIN_RANGE = (-5.0, 15.0)
GAIN_UNIT = 5.0
USUAL_GIVEN = {1: 9.5, 2: 14.0}  # the cost from which a given name is no usual one
MOST_WEAK = 1.2
RARE_SURNAME = 7.3
# What the class of the left side comes to, for features of both sides together.
LEFT = {
    **dict.fromkeys(("post", "role", "person_suffix", "award"), "person"),
    "group": "group",
    **dict.fromkeys(("aged", "person of", "naming"), "naming"),
    **dict.fromkeys(("edge", "stop", "close_quote", "open_quote"), "opening"),
    **dict.fromkeys(("comma", "colon", "enumeration", "blank"), "mark"),
    **dict.fromkeys(("function", "of", "some function", "some verb", "some adverb"), "link"),
}


def evidence_for(
    reading: Reading, place: tuple[int, int, int], given_cost: float, gain: float
) -> dict[str, float]:
    """Return the features of a candidate with a Chinese surname.

    `place` is where the surname begins, where the given name does, and where the name ends.
    """
    start, given_start, end = place
    length = end - given_start
    features = around(reading, start, end, gain)
    expected = reading.before(start) in EXPECTING
    features[f"given {length}"] = 1.0
    usual = max(0.0, USUAL_GIVEN[length] - given_cost)
    features[f"usual given {length}"] = usual / GAIN_UNIT
    if gain < GAIN_RANGE[0]:
        features["weak"] = min((GAIN_RANGE[0] - gain) / GAIN_UNIT, MOST_WEAK)
    found = [
        *_of_surname(reading.text[start:given_start], expected),
        *_of_characters(reading.text[start:end], reading.text[given_start:end], expected),
        *(_of_third_character(reading, end) if length == TWO else ()),
        *_as_words(reading, start, end, expected),
    ]
    return features | dict.fromkeys(found, 1.0)


def _of_surname(surname: str, expected: bool) -> Iterator[str]:
    tail = ", expected" if expected else ""
    if surname[0] in FUNCTION_SURNAMES:
        yield f"function surname{tail}"
    if tables.surnames()[surname] > RARE_SURNAME:
        yield f"rare surname{tail}"


def _of_characters(name: str, given: str, expected: bool) -> Iterator[str]:
    """Yield what the characters of a name say, whatever stands around it."""
    places = tables.listed("places")
    ending = ending_class(name)
    if ending and name not in places:
        yield ending
    if not PARTICLES.isdisjoint(given):
        yield "particle"
    if len(name) == THREE and not expected and name[:2] in places:
        yield "begins with a place"
    if len(given) == TWO and given[0] == given[1]:
        yield "doubled"
    if given[-1] in verb_endings():
        yield "verb ending"


def _of_third_character(reading: Reading, end: int) -> Iterator[str]:
    """Yield whether the last of two given characters rather belongs to what follows."""
    last = reading.text[end - 1]
    if tables.given_characters()[2].get(last, STRANGE) >= STRANGE:
        yield "strange"
    if reading.text[end - 1 : end + 1] in tables.cues_after():
        yield "cuts a verb"  # 皇甫正蹲·在
    if last in ADVERBS and reading.after(end) in ACTING:
        yield "adverb ending"
    if kind := reading.kind_of(end - 2, end):
        yield f"given is a {kind}"


def _as_words(reading: Reading, start: int, end: int, expected: bool) -> list[str]:
    """Return how the name is read otherwise: as a word, or as parts of words."""
    text, edges = reading.text, reading.edges
    name = text[start:end]
    first, last = reading.words[start], reading.words[end - 1]
    tail = ", of a group" if reading.before(start) == "group" else ", expected" if expected else ""
    if name in tables.listed("well_known"):
        return ["well known"]
    then = ", then said" if reading.after(end) == "say" else ""
    if name in tables.listed("places"):
        return [f"place{tail}", f"place{then}"] if then else [f"place{tail}"]
    if first == last and edges[first] == start and edges[last + 1] == end:
        if name not in tables.words():
            return ["listed"]
        return [f"word{tail}{then}", f"{reading.kinds[first]} as name{tail}"]
    found = []
    if edges[first] < start and not expected:
        found.append("cuts before")
    if edges[last + 1] > end and text[end] != "等":
        rest = text[end : reading.next_edge(end)]
        found.append("cuts after" if rest not in tables.words() else "cuts off a word")
    return found


def around(reading: Reading, start: int, end: int, gain: float) -> dict[str, float]:
    """Return the features of what stands beside a candidate, and of its gain."""
    before, after = reading.before(start), reading.after(end)
    features = {
        "bias": 1.0,
        "gain": min(max(gain, GAIN_RANGE[0]), GAIN_RANGE[1]) / GAIN_UNIT,
        f"before {before}": 1.0,
        f"after {after}": 1.0,
    }
    left = LEFT.get(before)
    if left:
        features[f"{left} then {after}"] = 1.0
    return features


def evidence_for_spaced(reading: Reading, start: int, end: int, gain: float) -> dict[str, float]:
    """Return the features of a name set with a blank."""
    features = around(reading, start, end, gain)
    features["spaced"] = 1.0
    return features
