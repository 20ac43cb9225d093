"""What a composed page is made of.

A piece becomes an `Article`; its paragraphs and the parts of its headline are `Unit`s; a unit is
printed as one or more `Row`s, a line each; rows stand in `Block`s, which faults move, copy or cut.
The truth is read off the units of the printed rows at the end, so it can't disagree with the page.
All these are compared by identity: two rows with the same text are two lines.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from random import Random

from tests.composer.house import House, Layout
from tests.composer.pieces import HEADLINE_PARTS, Piece


@dataclass(eq=False)
class Article:
    """A piece on one page; `printed` are its headline parts and dateline as they stand there."""

    id: str
    piece: Piece
    printed: dict[str, str | None] = field(init=False)

    def __post_init__(self) -> None:
        names = (*HEADLINE_PARTS, "dateline")
        self.printed = {name: getattr(self.piece, name) for name in names}


@dataclass(eq=False)
class Unit:
    """A block of the truth: a paragraph or a part of the headline."""

    article: Article
    type: str
    rank: float  # place in the reading order of the article


@dataclass(eq=False)
class Row:
    """A line of the page, with the unit it belongs to and which part of it this is."""

    text: str
    unit: Unit
    part: int = 0
    glued: bool = False  # no blank line before it


@dataclass(eq=False)
class Block:
    """Rows of an article that keep together.

    Its kind is one of head, by, cont, abs, col, pic, list, notice and photo (a whole photo story).
    """

    kind: str
    article: Article
    rows: list[Row]
    after_picture: bool = False


Page = list[list[Block]]
"""The blocks of each article in the order of the page; faults may put others among them."""


@dataclass(frozen=True)
class Sheet:
    """A page while it is set: the habits of its house, its draws, and what was done to whom."""

    layout: Layout
    house: House
    rng: Random
    quirks: list[str] = field(default_factory=list)

    @property
    def has_printed_lines(self) -> bool:
        """Whether every printed line of the page is a line."""
        return self.layout is Layout.PRINTED_LINES

    def happens(self, chance: float) -> bool:
        """Draw whether something happens that has this chance."""
        return self.rng.random() < chance

    def note(self, what: str, article: Article) -> None:
        """Write down what was done to an article."""
        self.quirks.append(f"{what}:{article.id}")


def columns_of(blocks: Iterable[Block]) -> list[Block]:
    """Return the columns of running text among the blocks."""
    return [block for block in blocks if block.kind == "col"]
