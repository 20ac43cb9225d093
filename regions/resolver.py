"""Find the administrative divisions that an article speaks of.  No Django.

`resolve` takes the repaired paragraphs of one article and what is known around it, and returns
every mention with its place and the division the story is about.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from regions import cues
from regions.chains import chains_of
from regions.deciding import ArticleChains, Decision
from regions.finding import Candidate, Words, find
from regions.gazetteer import TOWNSHIP, Gazetteer
from regions.listing import read_lists
from regions.primary import primary_region
from regions.surfaces import COUNTY_RANK, Surfaces
from regions.townships import TownshipNames, township_after

Place = tuple[int, int, int]
"""Paragraph, start, end."""


@dataclass(frozen=True, slots=True)
class RegionMention:
    """One place in the text that names a division: `paragraphs[paragraph][start:end]`."""

    code: str
    paragraph: int
    start: int
    end: int
    text: str
    confidence: float
    above: bool = False
    """Whether it only leads to a deeper one behind it: 山东省 in 山东省临沂市蒙阴县."""


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """A name that several divisions bear, with nothing in the text to tell which."""

    paragraph: int
    start: int
    end: int
    text: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """What was found in one article; `primary` is the code of the story's place, if it has one."""

    mentions: tuple[RegionMention, ...] = ()
    primary: str | None = None
    ambiguous: tuple[Ambiguity, ...] = ()


def resolve(
    paragraphs: Sequence[str],
    *,
    gazetteer: Gazetteer,
    excluded: Collection[Place] = (),
    page: Collection[str] = (),
    home: str | None = None,
    on: date | None = None,
    headline: int = 0,
    opinion: bool = False,
) -> Resolution:
    """Return the divisions that the paragraphs name.

    `excluded` holds stretches that are no places, such as people's names; a stretch that is or cuts
    a part of a division's name is taken for a mistake;
    `page` the codes found in the other articles of the page; `home` the code of the newspaper's
    place; `on` the date of the issue; the first `headline` paragraphs are the headline's parts; an
    `opinion` tells of places as examples.
    """
    found = find(paragraphs, _surfaces(gazetteer))
    closed = [place for place in excluded if not any(_is_part_of_name(place, c) for c in found)]
    given = _given_names(paragraphs, closed, found)
    candidates = [
        c for c in found if not _touches(c, closed) and not _is_given_name(c, paragraphs, given)
    ]
    candidates = read_lists(candidates, paragraphs, gazetteer)
    chains = list(chains_of(candidates, paragraphs, gazetteer, on))
    article = ArticleChains(paragraphs, chains, gazetteer, page, home)
    article.decide()
    mentions = [
        mention
        for decision in article.decided.values()
        for mention in _mentions(decision, paragraphs, gazetteer)
    ]
    mentions += _abbreviated(paragraphs, mentions)
    mentions = _with_townships(mentions, paragraphs, gazetteer)
    mentions = [m for m in mentions if not _is_in_name(m, closed, gazetteer)]
    mentions.sort(key=lambda m: (m.paragraph, m.start))
    ambiguous = tuple(
        Ambiguity(
            chain.last.paragraph,
            chain.links[0].start,
            chain.last.end,
            paragraphs[chain.last.paragraph][chain.links[0].start : chain.last.end],
            chain.codes,
        )
        for chain in article.undecided
    )
    primary = primary_region(mentions, paragraphs, headline, gazetteer, opinion=opinion)
    return Resolution(tuple(mentions), primary, ambiguous)


@cache
def _surfaces(gazetteer: Gazetteer) -> Surfaces:
    return Surfaces(gazetteer)


def _mentions(
    decision: Decision, paragraphs: Sequence[str], gazetteer: Gazetteer
) -> Iterator[RegionMention]:
    """Yield the mentions of a chain, going on to the township right behind it."""
    chain = decision.chain
    number = chain.last.paragraph
    text = paragraphs[number]
    lineage = gazetteer.lineage(decision.code)
    township, end = township_after(text, chain.last.end, decision.code, gazetteer)
    for link in chain.links:
        last = link is chain.last
        possible = lineage[-1:] if last else lineage[:-1]  # 毕节市 in 毕节市七星关区 is the city
        code = next(r.code for r in reversed(link.readings) if r.code in possible)
        yield RegionMention(
            code,
            number,
            link.start,
            link.end,
            text[link.start : link.end],
            decision.confidence,
            above=not last or bool(township),
        )
    if township:
        start = chain.last.end
        yield RegionMention(township, number, start, end, text[start:end], decision.confidence)


def _with_townships(
    mentions: Sequence[RegionMention], paragraphs: Sequence[str], gazetteer: Gazetteer
) -> list[RegionMention]:
    """Add the townships that stand alone; a mention that is a part of one's name goes."""
    above = {code for m in mentions for code in gazetteer.lineage(m.code)}
    towns = [m for m in mentions if gazetteer[m.code].level == TOWNSHIP]
    others = [m for m in mentions if gazetteer[m.code].level != TOWNSHIP]
    for place in TownshipNames(above, gazetteer).find(paragraphs):
        text = paragraphs[place.paragraph][place.start : place.end]
        town = RegionMention(
            place.code, place.paragraph, place.start, place.end, text, place.confidence
        )
        taken = any(_overlap(town, other) for other in towns)
        if not taken and not _belongs_elsewhere(town, others, gazetteer):
            towns.append(town)
    return towns + [m for m in others if not any(_overlap(m, town) for town in towns)]


def _belongs_elsewhere(
    town: RegionMention, mentions: Iterable[RegionMention], gazetteer: Gazetteer
) -> bool:
    """Say whether a division stands right before a township that is not under it."""
    return any(
        m.paragraph == town.paragraph
        and m.end == town.start
        and not gazetteer.is_under(town.code, m.code)
        for m in mentions
    )


def _overlap(one: RegionMention, other: RegionMention) -> bool:
    return one.paragraph == other.paragraph and one.start < other.end and other.start < one.end


def _abbreviated(
    paragraphs: Sequence[str], mentions: Sequence[RegionMention]
) -> Iterator[RegionMention]:
    """Yield provinces named by one character: 在京, 川渝两地."""
    taken = {(m.paragraph, i) for m in mentions for i in range(m.start, m.end)}
    for number, text in enumerate(paragraphs):
        words = Words(text)
        places: dict[int, tuple[str, float]] = {}
        for match in cues.TOGETHER.finditer(text):
            codes = cues.GROUPS.get(match[0]) or [cues.ABBREVIATIONS[c] for c in match[0]]
            places.update((place, (code, 0.85)) for place, code in enumerate(codes, match.start()))
        for match in cues.STAYING.finditer(text):
            if words.at(match.start())[0] == match.start():
                place = match.end() - 1
                places[place] = cues.ABBREVIATIONS[text[place]], 0.9
        for match in cues.NATIVE.finditer(text):
            if words.at(match.start())[0] == match.start():
                places[match.start()] = cues.ABBREVIATIONS[match[0]], 0.85
        for place, (code, confidence) in places.items():
            if (number, place) not in taken:
                yield RegionMention(code, number, place, place + 1, text[place], confidence)


def _is_part_of_name(place: Place, candidate: Candidate) -> bool:
    """Say whether an excluded stretch can't be right: 石家|庄正定, 张北 in 张北县, 邵东市."""
    number, start, end = place
    if candidate.paragraph != number:
        return False
    cut = candidate.start < start < candidate.end < end and candidate.whole_word
    inside = candidate.start <= start and end <= candidate.end
    long = candidate.end - candidate.start > 2 and (candidate.whole_word or candidate.full)
    return cut or (inside and long)


def _given_names(
    paragraphs: Sequence[str], closed: Iterable[Place], found: Iterable[Candidate]
) -> frozenset[str]:
    """Return the names without surname of people, and what stands right behind an occupation."""
    names = {paragraphs[n][start + 1 : end] for n, start, end in closed if end - start == 3}
    for candidate in found:
        text = paragraphs[candidate.paragraph]
        if cues.PERSON_BEFORE.search(text, max(0, candidate.start - 4), candidate.start):
            names.add(text[candidate.start : candidate.end])
    return frozenset(names)


def _is_given_name(candidate: Candidate, paragraphs: Sequence[str], given: Container[str]) -> bool:
    """Say whether a county's short form is how somebody in the article is called."""
    text = paragraphs[candidate.paragraph][candidate.start : candidate.end]
    county = all(reading.rank == COUNTY_RANK for reading in candidate.readings)
    return county and not candidate.full and text in given


def _is_in_name(mention: RegionMention, closed: Iterable[Place], gazetteer: Gazetteer) -> bool:
    """Say whether an excluded stretch takes a mention away; of a township's whole name it can't."""
    if gazetteer[mention.code].level != TOWNSHIP:
        return _touches(mention, closed)
    beyond = [place for place in closed if not mention.start <= place[1] < place[2] <= mention.end]
    return _touches(mention, beyond)


def _touches(one: Candidate | RegionMention, closed: Iterable[Place]) -> bool:
    return any(
        number == one.paragraph and start < one.end and one.start < end
        for number, start, end in closed
    )
