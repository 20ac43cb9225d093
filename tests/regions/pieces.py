"""Read the development pieces as an import would read their articles, and learn primary weights.

    python -m tests.regions.pieces

prints the share of right primary regions by cross-validation, and weights learnt on all pieces.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import exp
from pathlib import Path

from articles.parsing.credits import read_signatures
from articles.parsing.page import READ_FOR_PEOPLE
from articles.parsing.people import find_people
from articles.parsing.values import Block, BlockType
from regions import primary
from regions.gazetteer import Gazetteer
from regions.resolver import RegionMention, resolve

FOLDER = Path(__file__).parent.parent / "pieces" / "dev"
LIKE = {"abstract_label": "abstract", "list_head": "list", "tail_byline": "byline"}
HEAD = ("kicker", "title", "subtitle")
UNREAD = {BlockType.SECTION, BlockType.CONTINUATION, BlockType.OTHER}
DAY = date(2026, 4, 1)
FIXED = {"headline": 1.0, "headline itself": 4.0}
"""Weights set by hand: the pieces have few headlines that the text gainsays."""
FOLDS, STEPS, RATE, SHRINK = 8, 300, 0.05, 0.0005


@dataclass(frozen=True)
class Piece:
    """One article with its labels and what the resolver found in it."""

    id: str
    opinion: bool
    texts: Sequence[str]
    headline: int
    mentions: tuple[RegionMention, ...]
    primary: str | None
    regions: frozenset[str]
    optional: frozenset[str]
    primaries: frozenset[str | None]

    @property
    def found(self) -> frozenset[str]:
        """The paths found, without those that only a deeper label or an optional one explains."""
        above = {
            "/".join(p.split("/")[:n]) for p in self.regions for n in range(1, p.count("/") + 1)
        }
        paths = {path_of(mention.code) for mention in self.mentions}
        return frozenset(p for p in paths if p in self.regions or p not in above | self.optional)


def path_of(code: str) -> str:
    """Return a division's official path."""
    return "/".join(Gazetteer.load().path(code))


def read_pieces() -> Iterator[Piece]:
    """Yield the development pieces; contents are not scored."""
    for file in sorted(FOLDER.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["kind"] != "contents":
                yield _read(row, f"{file.stem}/{row['id']}")


def _read(row: Mapping[str, object], name: str) -> Piece:
    blocks = list(_blocks(row))
    texts = [block.text for block in blocks]
    signed = [(s.block, s.start, s.end) for s in read_signatures(blocks)]
    read = [k for k, block in enumerate(blocks) if block.type in READ_FOR_PEOPLE]
    closed = [(read.index(k), start, end) for k, start, end in signed if k in read]
    people = find_people([texts[k] for k in read], excluded=closed)
    taken = [(read[k], start, end) for p in people for k, start, end in p.occurrences]
    head = sum(block.type in HEAD for block in blocks)
    opinion = row["kind"] == "essay"
    found = resolve(
        texts,
        gazetteer=Gazetteer.load(),
        excluded=taken + signed,
        on=DAY,
        headline=head,
        opinion=opinion,
    )
    primaries = row["primary_region"]
    labels = primaries if isinstance(primaries, list) else [primaries]
    return Piece(
        name,
        opinion,
        texts,
        head,
        found.mentions,
        path_of(found.primary) if found.primary else None,
        frozenset(row["regions"]),
        frozenset(row.get("regions_optional") or ()),
        frozenset([*labels, *(row.get("primary_ok") or ())]),
    )


def _blocks(row: Mapping[str, object]) -> Iterator[Block]:
    bylines = row.get("byline") or []
    parts = [(kind, row[kind]) for kind in HEAD if row.get(kind)]
    parts += [("byline", b) for b in ([bylines] if isinstance(bylines, str) else bylines)]
    for kind, text in [*parts, *row["paras"]]:
        block = Block(BlockType(LIKE.get(kind, kind)), " ".join(text.split()), ())
        if block.type not in UNREAD and block.text:
            yield block


Candidates = list[tuple[dict[str, float], bool]]
"""The signs of each candidate of one story, and whether it is right."""


def candidates(piece: Piece) -> Candidates:
    """Return what speaks for each possible primary region of a piece."""
    story = primary.Story(piece.mentions, piece.texts, piece.headline, Gazetteer.load())
    none = story.signs_of_none(opinion=piece.opinion)
    return [
        (none, None in piece.primaries),
        *((story.signs(code), path_of(code) in piece.primaries) for code in story.candidates),
    ]


def learn(stories: Sequence[Candidates]) -> dict[str, float]:
    """Return weights by which the right candidates are likely: gradient ascent with momentum."""
    weights = dict.fromkeys(primary.WEIGHTS, 0.0) | FIXED
    speed = dict.fromkeys(weights, 0.0)
    size = dict.fromkeys(weights, 0.0)
    usable = [s for s in stories if any(right for _signs, right in s) and len(s) > 1]
    for step in range(1, STEPS + 1):
        slope = {name: SHRINK * weight for name, weight in weights.items()}
        for story in usable:
            scores = [primary.score(signs, weights) for signs, _right in story]
            top = max(scores)
            likely = [exp(score - top) for score in scores]
            total = sum(likely)
            good = sum(p for p, (_signs, right) in zip(likely, story, strict=True) if right)
            for p, (signs, right) in zip(likely, story, strict=True):
                pull = (p / total - (p / good if right else 0.0)) / len(usable)
                for name, value in signs.items():
                    slope[name] += pull * value
        for name in weights.keys() - FIXED.keys():
            speed[name] = 0.9 * speed[name] + 0.1 * slope[name]
            size[name] = 0.999 * size[name] + 0.001 * slope[name] ** 2
            mean, spread = speed[name] / (1 - 0.9**step), size[name] / (1 - 0.999**step)
            weights[name] -= RATE * mean / (spread**0.5 + 1e-8)
    return weights


def right(story: Candidates, weights: Mapping[str, float]) -> bool:
    """Say whether the best candidate is a right one."""
    return max(story, key=lambda candidate: primary.score(candidate[0], weights))[1]


def main() -> None:
    """Print the share that is right in folds not learnt from, and the weights of all."""
    stories = [candidates(piece) for piece in read_pieces()]
    random.Random(0).shuffle(stories)
    hits = 0
    for fold in range(FOLDS):
        weights = learn([s for k, s in enumerate(stories) if k % FOLDS != fold])
        hits += sum(right(s, weights) for s in stories[fold::FOLDS])
    sys.stdout.write(f"{hits} of {len(stories)} right by cross-validation\n")
    for name, weight in learn(stories).items():
        sys.stdout.write(f'    "{name}": {weight:.1f},\n')


if __name__ == "__main__":
    main()
