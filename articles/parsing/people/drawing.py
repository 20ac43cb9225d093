"""Draw names for the training: ordinary ones, and more of the hard ones than life has."""

from __future__ import annotations

import math
import random
from collections.abc import Mapping

from articles.parsing.people import tables
from articles.parsing.people.cues import ending_class
from articles.parsing.people.reading import KINDS

SHARES = {"three": 52, "two": 20, "rare": 10, "word": 6, "place": 2, "compound": 4}
RARE = 7.3  # cost of a surname
RAREST = 11.0
USUAL_CHARACTER = 8.5
LIKELY_CHARACTER = 7.8
FLATNESS = 0.8  # below 1 rare characters come more often than in life
USUAL_SURNAME = 7.9
WORD_KINDS = frozenset({"noun", "verb", "adjective", "phrase", "name"})
USUAL_WORD = 14.0


class Drawer:
    """Draws names; the same seed gives the same ones."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311
        surnames = tables.surnames()
        single = {s: c for s, c in surnames.items() if len(s) == 1}
        self.usual = _shares({s: c for s, c in single.items() if c < RARE})
        self.rare = [s for s, c in single.items() if RARE <= c < RAREST]
        self.compound = [s for s in surnames if len(s) > 1]
        self.given = [
            _shares({g: c for g, c in costs.items() if c < USUAL_CHARACTER})
            for costs in tables.given_characters()
        ]
        self.words = [
            word
            for word, cost in tables.words().items()
            if len(word) == 2
            and not ending_class(word)
            and word not in tables.listed("ordinary")
            and _kind(word) in WORD_KINDS
            and cost < USUAL_WORD
            and single.get(word[0], math.inf) < USUAL_SURNAME
            and _could_be_given(word[1:])
        ]
        self.places = sorted(
            word for word in tables.listed("places") if len(word) == 2 and _could_be_given(word[1:])
        )

    def name_like(self, name: str) -> str:
        """Draw a name to stand for another; names without a surname keep their kind."""
        if "·" in name or (name[0] not in tables.surnames() and name[:2] not in tables.surnames()):
            return name
        [kind] = self.random.choices(list(SHARES), list(SHARES.values()))
        match kind:
            case "word":
                return self.random.choice(self.words)
            case "place":
                return self.random.choice(self.places)
            case "rare":
                return self.random.choice(self.rare) + self._given()
            case "compound":
                return self.random.choice(self.compound) + self._given()
        return self._draw(self.usual) + self._given(2 if kind == "three" else 1)

    def _given(self, length: int = 0) -> str:
        length = length or self.random.choice((1, 2, 2))
        if length == 1:
            return self._draw(self.given[0])
        return self._draw(self.given[1]) + self._draw(self.given[2])

    def _draw(self, shares: tuple[list[str], list[float]]) -> str:
        return self.random.choices(*shares)[0]


def _shares(costs: Mapping[str, float]) -> tuple[list[str], list[float]]:
    return list(costs), [math.exp(-cost * FLATNESS) for cost in costs.values()]


def _could_be_given(given: str) -> bool:
    """Whether people bear these characters: 计划 and 江南, but not 成了 and 向下."""
    alone, first, second = tables.given_characters()
    tried = (alone,) if len(given) == 1 else (first, second)
    return all(
        table.get(character, math.inf) < LIKELY_CHARACTER
        for character, table in zip(given, tried, strict=True)
    )


def _kind(word: str) -> str:
    tagged = tables.tagged(word)
    return KINDS.get(tagged[0][1], "") if len(tagged) == 1 else ""
