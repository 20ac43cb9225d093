"""Decide for every chain of names which division it means, from what the article says around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from regions import cues, lexicon
from regions.chains import Chain
from regions.finding import Candidate
from regions.gazetteer import PREFECTURE, Gazetteer
from regions.surfaces import COUNTY_RANK, Trust

SENTENCE_END = re.compile(r"[。！？!?；;]")


@dataclass(frozen=True, slots=True)
class Decision:
    """A chain and the code that was chosen for it."""

    chain: Chain
    code: str
    confidence: float


class ArticleChains:
    """The chains of one article while they are being decided."""

    def __init__(
        self,
        paragraphs: Sequence[str],
        chains: Sequence[Chain],
        gazetteer: Gazetteer,
        page: Collection[str],
        home: str | None,
    ) -> None:
        self.paragraphs = paragraphs
        self.chains = chains
        self.gazetteer = gazetteer
        self.page = page
        self.home = home
        self.decided: dict[int, Decision] = {}
        self._ends = [[m.start() for m in SENTENCE_END.finditer(p)] for p in paragraphs]

    def decide(self) -> None:
        """Decide the plain ones first, then those that lean on them."""
        for index, chain in enumerate(self.chains):
            if self._is_clear(chain) and len(chain.readings) == 1:
                confidence = 0.99 if len(chain.links) > 1 or chain.last.full else 0.97
                self.decided[index] = Decision(chain, chain.codes[0], confidence)
        more = True
        while more:
            more = False
            for index, chain in enumerate(self.chains):
                if index not in self.decided and (decision := self._lean(index, chain)):
                    self.decided[index] = decision
                    more = True
        for index in [i for i, d in self.decided.items() if self._is_a_township(i, d)]:
            del self.decided[index]

    @property
    def undecided(self) -> list[Chain]:
        """The chains that name a division without telling which."""
        return [
            chain
            for index, chain in enumerate(self.chains)
            if index not in self.decided and chain.trust == Trust.CLEAR and len(chain.readings) > 1
        ]

    def codes(self) -> set[str]:
        """The codes decided so far."""
        return {decision.code for decision in self.decided.values()}

    @staticmethod
    def _is_clear(chain: Chain) -> bool:
        """Say whether the form needs no support: not 固镇 in 留固镇."""
        if chain.trust != Trust.CLEAR:
            return False
        lone_short = len(chain.links) == 1 and not chain.last.full
        county = all(reading.rank == COUNTY_RANK for reading in chain.readings)
        return not (lone_short and county and chain.last.after_fragment)

    def _is_a_township(self, index: int, decision: Decision) -> bool:
        """Say whether a lone short form is a township's of a county beside it: 石狮的永宁."""
        chain = decision.chain
        if len(chain.links) > 1 or chain.last.full or chain.readings[0].rank != COUNTY_RANK:
            return False
        form = self.paragraphs[chain.last.paragraph][chain.last.start : chain.last.end]
        others = {
            d.code
            for i, d in self.decided.items()
            if i != index and d.chain.last.paragraph == chain.last.paragraph
        }
        near = any(
            form + kind in self.gazetteer.townships(code)
            for code in others - {decision.code}
            for kind in ("镇", "乡", "街道")
        )
        city = self.gazetteer[decision.code].parent
        return near and not any(
            self.gazetteer.is_under(d.code, city)
            for d in self.decided.values()
            if d.code != decision.code
        )

    def _lean(self, index: int, chain: Chain) -> Decision | None:
        """Decide a chain by its surroundings."""
        code, confidence = self._choose(index, chain)
        if code is None:
            return None
        trust = max(reading.trust for reading in chain.readings if reading.code == code)
        clear = self._is_clear(chain) and (len(chain.links) > 1 or trust == chain.trust)
        if clear or self._is_supported(index, chain, code, min(trust, Trust.CONTEXT)):
            return Decision(chain, code, confidence)
        return None

    def _choose(self, index: int, chain: Chain) -> tuple[str | None, float]:
        """Return the code that fits the nearest surroundings in which one fits best."""
        if len(chain.codes) == 1:
            return chain.codes[0], 0.9
        for codes, confidence in self._scopes(index, chain):
            near = {above for code in codes for above in self.gazetteer.lineage(code)}
            shared = Counter(
                {
                    code: sum(above in near for above in self.gazetteer.lineage(code))
                    for code in chain.codes
                }
            )
            (best, most), (_, second) = shared.most_common(2)
            if most > second:
                return best, confidence
        current = [r for r in chain.readings if r.ended is None] or chain.readings
        most_trusted = max(r.trust for r in current)
        left = [r.code for r in current if r.trust == most_trusted]
        return (left[0], 0.8) if len(left) == 1 else (None, 0.0)

    def _scopes(self, index: int, chain: Chain) -> Iterable[tuple[set[str], float]]:
        """Yield what is decided in sentence, paragraph, article and page, and the home."""
        paragraph, place = chain.last.paragraph, chain.last.start
        ends = self._ends[paragraph]
        sentence = bisect_right(ends, place)
        beside = [
            d for i, d in self.decided.items() if i != index and d.chain.last.paragraph == paragraph
        ]
        yield (
            {d.code for d in beside if bisect_right(ends, d.chain.last.start) == sentence},
            0.95,
        )
        yield {d.code for d in beside}, 0.9
        yield self.codes(), 0.85
        yield set(self.page), 0.7
        yield ({self.home} if self.home else set()), 0.6

    def _is_supported(self, index: int, chain: Chain, code: str, trust: Trust) -> bool:
        """Say whether a form that may be another word means the division here."""
        last = chain.last
        text = self.paragraphs[last.paragraph]
        city = self.gazetteer[code].parent
        if last.full and trust == Trust.PARENT:  # a general name: 攀枝花市区（东区）
            if last.start and text[last.start - 1] in "（(":
                return self._is_near(chain, city)
            return self._is_plain_district(text, last, city)
        if last.full:
            return self._has_part_of(city)
        listed = self._is_listed(index)
        if trust == Trust.CUE:
            strong = cues.STRONG_CUE_AFTER.match(text, last.end) is not None
            if self.gazetteer[code].level == PREFECTURE and last.whole_word:
                strong = strong or self._is_led(text, last)
            ends = cues.END_OF_PLACE.match(text, last.end) is not None
            return strong or (listed and ends) or self._is_listed(index, beside=city)
        known = last.whole_word and code in self.codes()
        cue = cues.CUE_AFTER.match(text, last.end) is not None
        if trust == Trust.PARENT:
            form = text[last.start : last.end]
            if form in lexicon.LANDMARKS or form in lexicon.ABSTRACT_WORDS:
                return known and cue
            before = last.whole_word and cues.CUE_BEFORE.search(text[: last.start]) is not None
            return known or ((cue or listed or before) and self._has_part_of(city))
        if cue or known or not last.whole_word:
            return cue or known
        before = cues.CUE_BEFORE.search(text[: last.start]) is not None
        return listed or before or self._has_part_of(self.gazetteer.lineage(code)[0])

    def _has_part_of(self, above: str) -> bool:
        """Say whether the article names a division or one under it."""
        return any(self.gazetteer.is_under(code, above) for code in self.codes())

    def _is_near(self, chain: Chain, above: str) -> bool:
        """Say whether the paragraph names a division or one under it."""
        return any(
            decision.chain.last.paragraph == chain.last.paragraph
            and self.gazetteer.is_under(decision.code, above)
            for decision in self.decided.values()
        )

    @staticmethod
    def _is_led(text: str, last: Candidate) -> bool:
        """Say whether a city's name stands behind 家住, or before a colon at the beginning."""
        led = cues.STRONG_CUE_BEFORE.search(text, max(0, last.start - 2), last.start)
        return led is not None or (not last.start and text[last.end : last.end + 1] in "：:")

    def _is_plain_district(self, text: str, last: Candidate, city: str) -> bool:
        """Say whether 东区, where a phrase begins, is the district in an article on its city."""
        form, before = text[last.start : last.end], text[: last.start][-1:]
        begins = not "\u4e00" <= before <= "\u9fff"
        if form not in lexicon.DISTRICT_NAMES and not (begins and form == "新城区"):
            return False
        cities = {code[:4] for code in self.codes() if len(code) == 6 and code[2:4] != "00"}
        return cities == {city[:4]} and (begins or before in cues.PREPOSITIONS)

    def _is_listed(self, index: int, beside: str = "") -> bool:
        """Say whether a decided place (one right under `beside`) is next in an enumeration."""
        chain = self.chains[index]
        for other in (index - 1, index + 1):
            if other not in self.decided:
                continue
            near = self.chains[other]
            if beside and self.gazetteer[self.decided[other].code].parent != beside:
                continue
            if near.last.paragraph != chain.last.paragraph:
                continue
            first, second = (near, chain) if other < index else (chain, near)
            gap = self.paragraphs[chain.last.paragraph][first.last.end : second.links[0].start]
            if cues.LISTING.fullmatch(gap):
                return True
        return False
