"""How a page is printed: its style, and what its articles have in common."""

from dataclasses import dataclass
from enum import StrEnum
from random import Random


class Style(StrEnum):
    """The style of a page, the last letter of its name."""

    PARAGRAPHS = "P"
    PRINTED_LINES = "W"
    MIXED = "X"


class Layout(StrEnum):
    """How the articles of a page are laid out."""

    PARAGRAPHS = "P"  # a paragraph is a line
    PRINTED_LINES = "W"  # a printed line is a line
    SOME_PRINTED_LINES = "M"  # paragraphs, but some articles keep their printed lines


class Dateline(StrEnum):
    """How the house writes who reports."""

    AS_IS = "as is"
    BRACKETS = "brackets"  # 本报讯（记者甲 通讯员乙 丙）
    REPORT = "report"  # 本报讯 记者甲 通讯员乙、丙报道


LAYOUTS_OF = {
    Style.PARAGRAPHS: (Layout.PARAGRAPHS,),
    Style.PRINTED_LINES: (Layout.PRINTED_LINES,),
    Style.MIXED: (
        *(Layout.PARAGRAPHS, Layout.PARAGRAPHS),
        *(Layout.PRINTED_LINES, Layout.PRINTED_LINES),
        Layout.SOME_PRINTED_LINES,
    ),
}


@dataclass(frozen=True)
class House:
    """The habits of one page; a number between 0 and 1 is a chance."""

    dateline: Dateline
    western_marks: bool
    column: int  # characters in a column
    joins_bylines: bool
    merges_headline: float  # kicker and title on one line
    splits_title: float  # headline over two lines
    glues_headline: float  # no blank line between headline parts
    headline_after: float  # printed lines: headline after its body


def draw_layout(style: Style, rng: Random) -> Layout:
    """Draw how the articles of a page of this style are laid out."""
    layouts = LAYOUTS_OF[style]
    return rng.choice(layouts) if len(layouts) > 1 else layouts[0]


def draw_house(layout: Layout, rng: Random) -> House:
    """Draw the habits of one page."""
    return House(
        dateline=rng.choice([Dateline.AS_IS, Dateline.AS_IS, Dateline.BRACKETS, Dateline.REPORT]),
        western_marks=layout is not Layout.PRINTED_LINES and rng.random() < 0.9,
        column=rng.choice([170, 230, 300, 380]),
        joins_bylines=rng.random() < 0.7,
        merges_headline=rng.choice([0, 0.1, 0.3]),
        splits_title=rng.choice([0.1, 0.25, 0.4]),
        glues_headline=rng.choice([0.1, 0.3, 0.6]),
        headline_after=rng.choice([1, 1, 0.85, 0.6, 0.3]),
    )
