"""Learn the weights of the features of a candidate name from labelled articles.

    python -m articles.parsing.people.training FILE... [--copies 5] [--seed 1]

A file holds one JSON object a line: a piece (`paras`, `people`) or a sentence (`text`, `people`).
The model is the log-linear one of `model.py`: readings of one stretch that exclude each other, no
name among them, share one distribution.  What is learned is held near the weights written by hand
(`priors.txt`).  Every article is read several times, its people under names drawn anew, so that the
surroundings are learned rather than the names.  The same files and seed give the same weights.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from articles.parsing.credits import read_signatures
from articles.parsing.page import READ_FOR_PEOPLE
from articles.parsing.people import document, model, tables
from articles.parsing.people.candidates import Candidate
from articles.parsing.people.drawing import Drawer
from articles.parsing.people.finding import Place, observe
from articles.parsing.people.reading import Reading
from articles.parsing.values import Block, BlockType

ROUNDS = 4
"""How often the evidence of the rest of an article is weighed anew."""
STEPS = 40
"""Steps of the descent in each round."""
FIRST_STEP, LEAST_STEP, LARGEST_STEP = 0.05, 0.001, 0.5
GROWTH, SHRINKAGE = 1.2, 0.5
STIFFNESS = 1.0
"""How strongly the weights are held near the hand-written ones, in labelled names a unit."""
COPY_WEIGHT = 0.4
"""What an article under other names counts, against one as it is written."""
SENTENCE_WEIGHT = 0.15
"""What a sentence counts: many are of one template."""
HEADS = ("kicker", "title", "subtitle")
TYPES = {block_type.value: block_type for block_type in BlockType}

Row = dict[str, Any]
Table = dict[str, float]


@dataclass(frozen=True, slots=True)
class Article:
    """A labelled article: its texts, the places of credits in them, and the names of its people."""

    texts: list[str]
    excluded: list[Place]
    names: frozenset[str]
    weight: float = 1.0


@dataclass(slots=True)
class Sample:
    """An article with all its candidates, and for each those that lie over it."""

    article: Article
    readings: list[str]
    found: list[Candidate]
    rivals: list[list[int]] = field(default_factory=list)


Choice = tuple[float, int, list[dict[str, float]]]
"""Its weight, which of the readings is right (-1 for none of them), and their features."""


def read_article(row: Row, weight: float = 1.0) -> Article:
    """Return the article of one line of a file."""
    names = set(_people(row))
    if "text" in row:
        names.update(row.get("pseudonyms", ()))
        texts = row["text"].split("\n")
        return Article(texts, [], frozenset(names), SENTENCE_WEIGHT * weight)
    heads = [[key, row[key]] for key in HEADS if row.get(key)]
    blocks = [
        Block(TYPES.get(kind, BlockType.OTHER), text, ()) for kind, text in heads + row["paras"]
    ]
    read = [i for i, block in enumerate(blocks) if block.type in READ_FOR_PEOPLE]
    place = {i: at for at, i in enumerate(read)}
    signed = [s for s in read_signatures(blocks) if s.block in place]
    excluded = [(place[s.block], s.start, s.end) for s in signed]
    return Article([blocks[i].text for i in read], excluded, frozenset(names), weight)


def _people(row: Row) -> list[str]:
    return [person if isinstance(person, str) else person["name"] for person in row["people"]]


def load(paths: Iterable[Path]) -> Iterator[Row]:
    """Yield the articles of the files; lists of contents have no people."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row.get("kind") != "contents":
                yield row


def renamed(row: Row, drawer: Drawer) -> Row:
    """Return the article with its people under names drawn anew."""
    text = json.dumps(
        {key: row.get(key) for key in (*HEADS, "text", "paras") if row.get(key)}, ensure_ascii=False
    )
    names: list[str] = []
    people = _people(row)
    for name in sorted((*people, *row.get("pseudonyms", ())), key=lambda name: (-len(name), name)):
        new = drawer.name_like(name)
        if (
            name not in text
            or new in text
            or any(new in other or other in new for other in (*people, *names))
        ):
            new = name
        text = text.replace(name, new)
        names.append(new)
    return {**json.loads(text), "people": names}


def sample_of(article: Article) -> Sample:
    """Return an article with its candidates."""
    readings = [Reading.of(i, text) for i, text in enumerate(article.texts)]
    found = observe(readings, article.excluded)
    rivals: list[list[int]] = [[] for _ in found]
    inside: dict[tuple[int, int], list[int]] = defaultdict(list)
    for at, candidate in enumerate(found):
        for place in range(candidate.start, candidate.end):
            inside[candidate.paragraph, place].append(at)
    for at, candidate in enumerate(found):
        over = {
            other
            for place in range(candidate.start, candidate.end)
            for other in inside[candidate.paragraph, place]
        }
        rivals[at] = sorted(over - {at})
    return Sample(article, [reading.text for reading in readings], found, rivals)


def choices(sample: Sample, table: Table) -> Iterator[Choice]:
    """Yield what is to be decided in an article, as the weights of today see it."""
    found = sample.found
    fixed = [candidate.score if not candidate.features else 0.0 for candidate in found]
    for candidate in found:
        if candidate.features:
            candidate.score = model.weigh(candidate.features, table)
    around = document.evidence(found, sample.readings, ())
    features = [candidate.features | more for candidate, more in zip(found, around, strict=True)]
    scores = [model.weigh(row, table) + given for row, given in zip(features, fixed, strict=True)]
    right = set(_right(sample, scores))
    names = sample.article.names
    beside = {other for at in right for other in sample.rivals[at]}
    weight = sample.article.weight
    for at, candidate in enumerate(found):
        if not candidate.features:
            continue
        if at in right:
            others = [o for o in sample.rivals[at] if o not in right and found[o].features]
            yield weight, 0, [features[at], *(features[o] for o in others)]
        elif at not in beside and candidate.name not in names and scores[at] > model.HOPELESS:
            yield weight, -1, [features[at]]


def _right(sample: Sample, scores: Sequence[float]) -> Iterator[int]:
    """Yield the candidates that are names: all places of a name, of a word the likely ones.

    A labelled name that is a word too (计划) may stand elsewhere as the word.
    """
    found, best = sample.found, dict[str, float]()
    for at, candidate in enumerate(found):
        best[candidate.name] = max(best.get(candidate.name, -math.inf), scores[at])
    for at, candidate in enumerate(found):
        name = candidate.name
        if name not in sample.article.names:
            continue
        if any(
            found[o].name in sample.article.names and len(found[o].name) > len(name)
            for o in sample.rivals[at]
        ):
            continue
        is_word = name in tables.words() or name in tables.listed("places")
        if not is_word or scores[at] > 0 or scores[at] == best[name]:
            yield at


def learn(samples: Sequence[Sample], priors: Table) -> Table:
    """Return the weights that fit the samples best and are near the priors."""
    weights = dict(priors)
    for number in range(ROUNDS):
        decided = [choice for sample in samples for choice in choices(sample, weights)]
        loss = _descend(decided, weights, priors)
        sys.stderr.write(f"round {number + 1}: {len(decided)} choices, loss {loss:.1f}\n")
    return weights


def _descend(decided: Sequence[Choice], weights: Table, priors: Table) -> float:
    """Improve the weights by steps that grow and shrink with the signs of the slope (Rprop)."""
    steps: Table = defaultdict(lambda: FIRST_STEP)
    last: Table = {}
    loss = 0.0
    for _ in range(STEPS):
        loss, slope = _slope(decided, weights, priors)
        for name, value in slope.items():
            turn = value * last.get(name, 0.0)
            if turn > 0:
                steps[name] = min(steps[name] * GROWTH, LARGEST_STEP)
            elif turn < 0:
                steps[name] = max(steps[name] * SHRINKAGE, LEAST_STEP)
                last[name] = 0.0
                continue
            if value:
                weights[name] = weights.get(name, 0.0) - math.copysign(steps[name], value)
            last[name] = value
    return loss


def _slope(decided: Sequence[Choice], weights: Table, priors: Table) -> tuple[float, Table]:
    """Return the loss and its slope by each weight."""
    slope: Table = defaultdict(float)
    loss = 0.0
    for name, weight in weights.items():
        off = weight - priors.get(name, 0.0)
        loss += STIFFNESS * off * off / 2
        slope[name] = STIFFNESS * off
    for weight, right, rows in decided:
        scores = [model.weigh(row, weights) for row in rows]
        top = max(0.0, *scores)
        shares = [math.exp(score - top) for score in scores]
        total = math.exp(-top) + sum(shares)
        chosen = scores[right] if right >= 0 else 0.0
        loss += weight * (top + math.log(total) - chosen)
        for at, row in enumerate(rows):
            pull = weight * (shares[at] / total - (at == right))
            if abs(pull) > 1e-4:
                for name, value in row.items():
                    slope[name] += pull * value
    return loss, slope


def main() -> None:
    """Learn from the files given and write the table of weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--copies", type=int, default=5, help="how often under other names")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rows = list(load(options.files))
    drawer = Drawer(options.seed)
    copies = [renamed(row, drawer) for _ in range(options.copies) for row in rows]
    articles = [read_article(row) for row in rows]
    articles += [read_article(row, COPY_WEIGHT) for row in copies]
    samples = [sample_of(article) for article in articles]
    model.write(learn(samples, model.priors()))


if __name__ == "__main__":
    main()
