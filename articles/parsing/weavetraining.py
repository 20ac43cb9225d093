"""Learn what speaks for dealing a piece of a page to an article, from annotated pages.

    python -m articles.parsing.weavetraining --pages A... A.toml --pages B... B.toml [--seed 1]

The folders are those of `training.py`, those of each `--pages` of other pieces than the others.
The lines of their pages are labelled with the weight table named last, which should have been
learned from the others: else the labels are righter than they will ever be again.  What is given
several times counts so often.

Learned in this order: which stretches of characters are common (`grams.toml`, counted in the
others' pages, so that no article makes its own words common), what shared stretches say
(`weave.toml`, by gradient descent on the log-likelihood of the right article), and what the steps
of dealing are worth (there too, by an averaged structured perceptron with margin, Collins 2002).
The same folders and seed give the same tables.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from articles.parsing import belonging, dealing, grams, joints
from articles.parsing.annotation import annotated_pages
from articles.parsing.belonging import Floats
from articles.parsing.dealing import Deal, Worth
from articles.parsing.grams import Common
from articles.parsing.layout import label
from articles.parsing.lines import read_lines
from articles.parsing.pieces import Piece, Role
from articles.parsing.stories import field_of, portions_of
from articles.parsing.tables import read_table, write_table
from articles.parsing.units import stretches_of
from articles.parsing.weave import Search, is_newspaper_page
from articles.parsing.weights import Model

START = {
    "words": 0.3,
    "width": 0.5,
    "series": 1.0,
    "resume": -2.5,
    "resume open": -1.0,
    "come home": -0.5,
    "come home open": 0.0,
    "begin": -3.5,
    "leave open": -0.5,
    "dangling": -0.5,
    "word meets": 1.5,
    "word parts": -0.5,
    "joint": 0.5,
    "inside": -1.0,
    "starts inside": -0.5,
    "headline left bare": -4.0,
    "aside moves": -4.0,
    "abstract moves": -1.0,
    "abstract stays loose": -4.0,
    "aside stays loose": -4.0,
    "text under picture": -0.5,
    "orphan": -4.0,
}
"""What the steps are worth before learning."""
MARGIN = 1.0
"""By so much the wrong article of a piece is made to look better while learning."""
RATE = 0.5
MOST = 20.0
"""No ground counts for more in one correction."""
EPOCHS = 6
BATCH = 64
RIDGE = 0.16
GRAM_EPOCHS = 10
GRAM_RATE = 0.1


@dataclass(frozen=True, slots=True)
class AnnotatedPages:
    """Texts of some folders with their annotations, and the model to label their lines with."""

    folders: tuple[Path, ...]
    pages: list[tuple[str, dict[str, Any]]]
    model: Model


@dataclass(frozen=True, slots=True)
class Page:
    """The pieces of one page, and the article each of them should be dealt to."""

    deal: Deal
    right: list[int]


def texts_of(text: str, gold: Mapping[str, Any]) -> Iterator[str]:
    """Yield the text of each annotated article of a page."""
    lines = {line.number: line.bare for line in read_lines(text)}
    for article in gold["articles"]:
        numbers = [n for block in article["blocks"] for n in block["lines"]]
        yield "\n".join(lines.get(n, "") for n in numbers)


def pages_of(text: str, gold: Mapping[str, Any], model: Model, worth: Worth) -> Iterator[Page]:
    """Yield a page, or its portions if it is long."""
    found = label(text, model)
    owner = {n: a["id"] for a in gold["articles"] for b in a["blocks"] for n in b["lines"]}
    for portion, pieces in portions_of(stretches_of(found.kept, found.page.states)):
        right = _right(pieces, [owner.get(piece.first.number, "") for piece in pieces])
        if len(set(right)) > 1 and is_newspaper_page(pieces):
            yield Page(Deal(pieces, field_of(portion), worth), right)


def _right(pieces: Sequence[Piece], owners: Sequence[str]) -> list[int]:
    """Return the article of each piece: that one which has most of what its owner's can't leave."""
    places: dict[str, int] = {}
    for owner in dict.fromkeys(owners):
        held: Counter[int] = Counter()
        for piece, own in zip(pieces, owners, strict=True):
            if own == owner:
                held[piece.article] += len(pieces) if piece.stays else 1
        free = [article for article, _n in held.most_common() if article not in places.values()]
        if free:
            places[owner] = free[0]
    return [
        piece.article if piece.stays else places.get(owner, piece.article)
        for piece, owner in zip(pieces, owners, strict=True)
    ]


# ------------------------------------------------------------------ shared stretches


def learn_grams(pages: Sequence[Page], seed: int) -> Floats:
    """Return what shared stretches say, an array (`belonging.WEIGHTS`,)."""
    examples = [example for page in pages for example in _examples(page)]
    rng = random.Random(seed)  # noqa: S311
    weights = np.zeros(belonging.WEIGHTS)
    squares, kept, times = np.full_like(weights, 0.1), np.zeros_like(weights), 0
    for epoch in range(GRAM_EPOCHS):
        rng.shuffle(examples)
        loss = 0.0
        for start in range(0, len(examples), BATCH):
            slope = RIDGE / BATCH * weights
            for seen, right in examples[start : start + BATCH]:
                scores = seen @ weights
                chances = np.exp(scores - scores.max())
                chances /= chances.sum()
                loss -= float(np.log(max(chances[right], 1e-12)))
                chances[right] -= 1.0
                slope += chances @ seen / BATCH
            squares += slope**2
            weights -= GRAM_RATE * slope / np.sqrt(squares)
            if epoch * 2 >= GRAM_EPOCHS:
                kept, times = kept + weights, times + 1
        sys.stderr.write(f"epoch {epoch + 1}: loss {loss / max(1, len(examples)):.4f}\n")
    return kept / max(1, times)


def _examples(page: Page) -> Iterator[tuple[Floats, int]]:
    """Yield what is seen of each piece that could be dealt otherwise, and its right article.

    Once with all others where they belong, once as far as they are printed before it.
    """
    right = np.array(page.right, dtype=np.intp)
    for owners, so_far in ((right, False), (page.deal.home, True)):
        seen = page.deal.belonging.grounds(owners, page.deal.articles, so_far=so_far)
        seen = seen.astype(np.float32)
        sizes = np.bincount(owners, minlength=page.deal.articles)
        for k, piece in enumerate(page.deal.pieces):
            others = sizes[right[k]] - (owners[k] == right[k])
            if piece.role is Role.TEXT and not piece.stays and others:
                yield seen[k], int(right[k])


# ------------------------------------------------------------------ steps


def counts(page: Deal, path: Sequence[int], scales: Mapping[str, Floats]) -> dict[str, float]:
    """Return how often each ground counts on a way to deal the pieces of a page."""
    found: dict[str, float] = defaultdict(float)
    tails: dict[int, int] = {}
    current = -1
    for k, (piece, article) in enumerate(zip(page.pieces, path, strict=True)):
        if not piece.stays:
            for name, scale in scales.items():
                found[name] += float(scale[k, article])
            left = tails.get(current, -1)
            for name, times in page.grounds(k, article, tails.get(article, -1), left):
                found[name] += times
        if piece.role not in (Role.ASIDE, Role.ABSTRACT):
            tails[article], current = k, article
    found["dangling"] = float(page.dangling(tails))
    return found


def learn_steps(pages: Sequence[Page], seed: int) -> dict[str, float]:
    """Return what the steps of dealing are worth, averaged over the second half of the epochs."""
    rng = random.Random(seed)  # noqa: S311
    order = list(pages)
    steps = dict(START)
    kept: dict[str, float] = defaultdict(float)
    squares: dict[str, float] = defaultdict(float)
    times = 0
    for epoch in range(EPOCHS):
        rng.shuffle(order)
        wrong = 0
        for page in order:
            page.deal.worth = replace(page.deal.worth, steps=steps)
            owners = page.deal.home
            for so_far in (True, False):
                scales = page.deal.scales(owners, so_far=so_far)
                wrong += _correct(page, scales, steps, squares)
                found = Search(page.deal, page.deal.weigh(scales)).best()
                owners = np.array(found, dtype=np.intp)
            if epoch * 2 >= EPOCHS:
                for name, value in steps.items():
                    kept[name] += value
                times += 1
        sys.stderr.write(f"epoch {epoch + 1}: {wrong} of {2 * len(order)} wrong\n")
    return {name: value / times for name, value in kept.items()}


def _correct(
    page: Page,
    scales: Mapping[str, Floats],
    steps: dict[str, float],
    squares: dict[str, float],
) -> bool:
    """Move the worths towards the right way, if another looks better or nearly as good.

    `steps` are those that the page is weighed by.
    """
    gains = page.deal.weigh(scales) + MARGIN  # every wrong article looks better by that
    gains[np.arange(len(page.right)), page.right] -= MARGIN
    path = Search(page.deal, gains).best()
    right, wrong = counts(page.deal, page.right, scales), counts(page.deal, path, scales)
    change = {name: right[name] - wrong[name] for name in sorted({*right, *wrong})}
    ahead = sum(steps.get(name, 0.0) * times for name, times in change.items())
    missed = sum(a != b for a, b in zip(path, page.right, strict=True))
    if ahead >= MARGIN * missed:
        return False
    for name, times in change.items():
        step = max(-MOST, min(MOST, times))
        if step:
            squares[name] += step * step
            steps[name] = steps.get(name, 0.0) + RATE * step / (1.0 + squares[name]) ** 0.5
    return True


def load(paths: Sequence[Path]) -> AnnotatedPages:
    """Return the pages of some folders; the last path is the table to label their lines with.

    Raises `SystemExit` with a message for a folder without annotated pages, or no such table.
    """
    *folders, table = paths
    if not table.is_file():
        raise SystemExit(f"{table}: no such table.")
    model = Model(read_table(table))
    pages = [page for folder in folders for page in annotated_pages(folder)]
    return AnnotatedPages(tuple(folders), pages, model)


def learn(sets: Sequence[AnnotatedPages], seed: int) -> Worth:
    """Return what all grounds are worth, learned from pages of different pieces.

    Raises `SystemExit` with a message if no page has two articles.
    """
    texts = {held.folders: [own for page in held.pages for own in texts_of(*page)] for held in sets}
    pages: list[Page] = []
    for held in sets:
        others = [
            own
            for folders, printed in texts.items()
            if not set(folders) & set(held.folders)
            for own in printed
        ]
        common = Common(grams.count(others))
        worth = Worth(START, np.zeros(belonging.WEIGHTS), common, joints.standard())
        for text, gold in held.pages:
            pages += pages_of(text, gold, held.model, worth)
    if not pages:
        raise SystemExit("No page of two articles or more to learn from.")
    shared = learn_grams(pages, seed)
    for page in pages:
        page.deal.worth = replace(page.deal.worth, grams=shared)
    everything = [own for printed in texts.values() for own in printed]
    common = Common(grams.count(everything))
    return Worth(learn_steps(pages, seed), shared, common, joints.standard())


def main() -> None:
    """Learn from the folders given and write the tables beside `dealing.py` and `grams.py`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--pages",
        nargs="+",
        type=Path,
        action="append",
        metavar="PATH",
        required=True,
        help="folders of annotated pages, and a weight table learned from others; twice or more",
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--to", type=Path, default=dealing.TABLE, help="the file of the worths")
    parser.add_argument("--grams", type=Path, default=grams.TABLE, help="that of common stretches")
    options = parser.parse_args()
    if len(options.pages) < 2:
        parser.error("--pages: give it twice or more, with different pieces.")
    sets = [load(paths) for paths in options.pages]
    worth = learn(sets, options.seed)
    grams.write(worth.common.classes, options.grams, GRAMS_HEADING)
    shared = dict(zip(belonging.names(), map(float, worth.grams), strict=True))
    size = sum(len(held.pages) for held in sets)
    heading = HEADING.format(seed=options.seed, pages=size)
    write_table({"steps": worth.steps, "grams": shared}, options.to, heading, least=0.005)


GRAMS_HEADING = f"""# Stretches of one to three characters that are common in newspaper articles.
# Counted, not written by hand: python -m articles.parsing.weavetraining
# Class 1 are those that {grams.SHARES[0]:.0%} of the articles have, class 2 those that
# {grams.SHARES[1]:.0%} have, and so on: {", ".join(f"{share:.0%}" for share in grams.SHARES)}."""
HEADING = """# What speaks for dealing a piece to an article.  Learned, not written by hand:
#     python -m articles.parsing.weavetraining (seed {seed})
# from {pages} annotated pages.  "grams" weighs the stretches of characters that a piece shares with
# an article or that the article lacks, in nats; "steps" the grounds of dealing.py."""


if __name__ == "__main__":
    main()
