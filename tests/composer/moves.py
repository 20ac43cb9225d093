"""Faults of order: blocks, columns and paragraphs that stand where they don't belong.

A fault changes the page and says what it did to which article, or gives None if there is nothing on
the page that it can be done to.
"""

import itertools
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from random import Random

from tests.composer.blocks import Block, Page, Row, Sheet, Unit, columns_of
from tests.composer.rows import CONTINUATION_RANK

Fault = Callable[[Page, Random], str | None]
WHOLE_KINDS = ("photo", "contents")
CONTINUED = "（上接第1版）"


def movable(page: Page, kind: str) -> Iterator[tuple[int, list[Block]]]:
    """Yield (place on the page, blocks) of what can be moved.

    That is a whole photo story or contents; the abstract ("abs") or the picture ("pic") of a
    report; the last column of an article ("tail").
    """
    for place, blocks in enumerate(page):
        if kind in WHOLE_KINDS:
            if blocks and blocks[0].article.piece.kind == kind:
                yield place, list(blocks)
        elif kind == "tail":
            if len(columns_of(blocks)) > 1 and place + 1 < len(page):
                yield place, columns_of(blocks)[-1:]
        elif columns_of(blocks):
            yield from ((place, [block]) for block in blocks if block.kind == kind)


def take_out(page: Page, place: int, blocks: list[Block]) -> None:
    """Take blocks away from their place on the page."""
    page[place] = [block for block in page[place] if block not in blocks]


def to_the_end(kind: str, what: str) -> Fault:
    """Return the fault that moves such blocks to the end of the page."""

    def fault(page: Page, rng: Random) -> str | None:
        found = list(movable(page, kind))
        if not found:
            return None
        place, blocks = rng.choice(found)
        take_out(page, place, blocks)
        page.append(blocks)
        return f"{what}:{blocks[0].article.id}"

    return fault


def into_text(kind: str, what: str, *, own: bool = False, cut: bool = False) -> Fault:
    """Return the fault that moves such blocks between the columns of their own article or another.

    With `cut` the text goes on behind them in the middle of a paragraph, if that can be had.
    """

    def fault(page: Page, rng: Random) -> str | None:
        found = list(movable(page, kind))
        if not found:
            return None
        place, blocks = rng.choice(found)
        hosts = [
            host
            for host, others in enumerate(page)
            if len(columns_of(others)) > 1 and (host == place) == own
        ]
        if not hosts:
            return None
        take_out(page, place, blocks)
        host = page[rng.choice(hosts)]
        breaks = [
            at for at, (a, b) in enumerate(pairwise(host), 1) if a.kind == b.kind == "col"
        ] or [len(host)]
        if cut:
            cuts = [at for at in breaks if at < len(host) and host[at].rows[0].part]
            breaks = cuts or breaks
        at = rng.choice(breaks)
        host[at:at] = blocks
        return f"{what}:{blocks[0].article.id}"

    return fault


def is_whole(blocks: list[Block]) -> bool:
    """Say whether these are the blocks of one article, with none of another among them."""
    return len({block.article for block in blocks}) == 1


def interleave(page: Page, rng: Random) -> str | None:
    """Print the columns of two articles in turn."""
    whole = [place for place, blocks in enumerate(page) if is_whole(blocks)]
    long = [place for place in whole if len(columns_of(page[place])) > 1]
    others = [place for place in whole if columns_of(page[place])]
    pairs = sorted((abs(a - b), a, b) for a in long for b in others if a != b)
    if not pairs:
        return None
    _, one, two = rng.choice(pairs[:4])
    what = f"interleaved:{page[one][0].article.id},{page[two][0].article.id}"
    before, columns, after = _around_columns(page[one])
    other_before, other_columns, other_after = _around_columns(page[two])
    turns: Iterator[tuple[list[Block], ...]] = itertools.zip_longest(
        other_columns, columns[1:], fillvalue=[]
    )
    in_turn = [block for turn in turns for part in turn for block in part]
    page[one] = [*before, *columns[0], *other_before, *in_turn, *after, *other_after]
    page[two] = []
    return what


def _around_columns(blocks: list[Block]) -> tuple[list[Block], list[list[Block]], list[Block]]:
    """Return what comes before the columns, each column with what follows it, what comes after."""
    at = [place for place, block in enumerate(blocks) if block.kind == "col"]
    columns = [blocks[start:end] for start, end in pairwise([*at, at[-1] + 1])]
    return blocks[: at[0]], columns, blocks[at[-1] + 1 :]


def swap_columns(page: Page, rng: Random) -> str | None:
    """Print two neighbouring columns of an article in the wrong order, but not its first."""
    found = [blocks for blocks in page if len(columns_of(blocks)) >= 3 and is_whole(blocks)]
    if not found:
        return None
    blocks = max(rng.sample(found, min(2, len(found))), key=len)
    one, two = rng.choice(list(pairwise(columns_of(blocks)[1:])))
    x, y = blocks.index(one), blocks.index(two)
    blocks[x], blocks[y] = two, one
    return f"columns swapped:{blocks[0].article.id}"


def headline_inside(page: Page, rng: Random) -> str | None:
    """Print (上接第1版), a column, the headline, the rest: a document continued from page 1."""
    for place, blocks in enumerate(page):
        for head in [block for block in blocks if block.kind == "head"]:
            own = [block for block in blocks if block.article is head.article]
            columns = columns_of(own)
            continued = [block for block in own if block.kind == "cont"]
            length = sum(len(row.text) for block in columns for row in block.rows)
            is_long_document = head.article.piece.kind == "document" and length > 400
            if len(columns) < 2 or not (continued or is_long_document):
                continue
            if blocks.index(head) > blocks.index(columns[0]):
                continue
            if not continued:
                unit = Unit(head.article, "continuation", CONTINUATION_RANK)
                continued = [Block("cont", head.article, [Row(CONTINUED, unit)])]
            rest = [block for block in blocks if block is not head and block not in continued]
            start, after = blocks.index(head), rest.index(columns[0]) + 1
            page[place] = [*rest[:start], *continued, *rest[start:after], head, *rest[after:]]
            return f"headline inside:{head.article.id}"
    return None


def later_paragraphs(page: Page, least: int) -> Iterator[tuple[Block, list[Row]]]:
    """Yield (block, its rows of one body paragraph), but not the first paragraph of an article.

    Shorter ones than `least` characters are left out.
    """
    blocks = [block for blocks in page for block in columns_of(blocks)]
    units = [row.unit for block in blocks for row in block.rows if row.unit.type == "body"]
    first = {unit.article: unit for unit in sorted(units, key=lambda unit: -unit.rank)}
    for block in blocks:
        for unit, group in itertools.groupby(list(block.rows), key=lambda row: row.unit):
            rows = list(group)
            length = sum(len(row.text) for row in rows)
            if unit.type == "body" and unit is not first[unit.article] and length >= least:
                yield block, rows


def stray_paragraph(page: Page, rng: Random) -> str | None:
    """Print a whole paragraph in the middle of another article."""
    printed = Counter(row.unit for blocks in page for block in blocks for row in block.rows)
    found = [
        (block, rows)
        for block, rows in later_paragraphs(page, 50)
        if len(rows) == printed[rows[0].unit] and len(rows) < len(block.rows)
    ]
    if not found:
        return None
    block, rows = rng.choice(found)
    hosts = [
        host
        for blocks in page
        for host in columns_of(blocks)
        if all(row.unit.article is not block.article for row in host.rows)
    ]
    if not hosts:
        return None
    block.rows = [row for row in block.rows if row not in rows]
    rows[0].glued = False
    host = rng.choice(hosts)
    between = [at for at, row in enumerate(host.rows) if at and not row.part]
    at = rng.choice(between or [len(host.rows)])
    host.rows[at:at] = rows
    return f"stray paragraph:{rows[0].unit.article.id}"


def to_top(page: Page, sheet: Sheet) -> None:
    """Print a photo story, abstracts and contents before everything else, as an extractor does."""
    top: list[Block] = []
    for kind, chance in (("photo", 0.7), ("abs", 0.85), ("contents", 0.8)):
        for place, blocks in list(movable(page, kind)):
            if sheet.happens(chance) and not (kind == "photo" and top):
                take_out(page, place, blocks)
                top += blocks
                sheet.note("at the top", blocks[0].article)
    page.insert(0, top)
