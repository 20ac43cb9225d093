"""The stretches of a page become articles, with abstracts above and pictures in their place."""

from __future__ import annotations

import pytest

from articles.parsing.grammar import Label, Phase
from articles.parsing.lines import Line, read_lines
from articles.parsing.pieces import Role, pieces_of
from articles.parsing.stories import field_of, portions_of, stories_of
from articles.parsing.units import Stretch, Unit

ABSTRACT = "河湾渔港的航标灯换了新的，夜里靠岸的船不再绕路。"
CAPTION = "▲守灯人在擦拭灯罩。"
TEXT = "河湾渔港的航标灯全部换新，守灯人说夜里的船看得更清。"
LATER = "守灯人每晚巡灯两遍，渔船靠岸时他才回屋。"
HEADLINE = "渔港换新灯"


def story(*units: tuple[Label, str]) -> list[str]:
    """Return the lines of the one article of such units, under its headline, in reading order."""
    found = stories_of([stretch(Phase.TOP, (Label.HEAD, HEADLINE), *units)])
    assert len(found) == 1
    return [line.text for unit in found[0].units[1:] for line in unit.lines]


def stretch(phase: Phase, *units: tuple[Label, str]) -> Stretch:
    lines: list[Line] = read_lines("\n".join(text for _label, text in units))
    return Stretch(
        phase, [Unit(label, [line]) for (label, _text), line in zip(units, lines, strict=True)]
    )


def test_an_abstract_inside_the_text_is_read_first() -> None:
    assert story((Label.BODY, TEXT), (Label.ABSTRACT, ABSTRACT), (Label.BODY, LATER)) == [
        ABSTRACT,
        TEXT,
        LATER,
    ]


def test_an_abstract_above_the_text_keeps_its_place() -> None:
    above = [(Label.ABSTRACT, ABSTRACT), (Label.CAPTION, CAPTION), (Label.BODY, TEXT)]
    assert story(*above) == [ABSTRACT, CAPTION, TEXT]


@pytest.mark.parametrize("between", [[], [(Label.CAPTION, CAPTION)]])
def test_a_note_below_a_sub_headline_stays_with_its_part(between: list[tuple[Label, str]]) -> None:
    parts = [
        (Label.BODY, TEXT),
        (Label.SUBHEAD, "夜里两遍"),
        *between,
        (Label.ABSTRACT, ABSTRACT),
        (Label.BODY, LATER),
    ]
    assert story(*parts) == [text for _label, text in parts]


def test_captions_behind_a_headline_printed_apart_make_no_album_of_its_report() -> None:
    text = stretch(Phase.OPEN, (Label.BODY, TEXT), (Label.BODY, LATER))
    text.headline = stretch(Phase.END, (Label.HEAD, HEADLINE), (Label.CAPTION, CAPTION))
    field = field_of([text, text.headline])
    assert (field.albums, field.pictures) == (frozenset(), frozenset())
    album = stretch(Phase.TOP, (Label.HEAD, HEADLINE), (Label.CAPTION, CAPTION))
    assert field_of([album]).albums == {0}


def rows(*stretches: Stretch) -> list[list[str]]:
    """Return the lines of each stretch as they are dealt out."""
    return [
        [line.text for unit in portion.units for line in unit.lines]
        for found, _pieces in portions_of(stretches)
        for portion in found
    ]


def test_a_byline_below_a_text_without_end_is_of_the_next_article() -> None:
    cut = stretch(Phase.OPEN, (Label.BODY, TEXT[:-8]), (Label.BYLINE, "本报记者 陆青"))
    below = stretch(Phase.OPEN, (Label.BODY, LATER))
    assert rows(cut, below) == [[TEXT[:-8]], ["本报记者 陆青", LATER]]


@pytest.mark.parametrize(("opening", "signed"), [("本报讯（记者 何苇）", 0), ("", 1)])
def test_a_byline_below_a_headline_below_its_text_signs_that_before_a_report(
    opening: str, signed: int
) -> None:
    byline = "本报记者 陆青"
    above = stretch(Phase.END, (Label.BODY, TEXT), (Label.HEAD, HEADLINE))
    below = stretch(Phase.OPEN, (Label.BYLINE, byline), (Label.BODY, opening + LATER))
    found = rows(above, below)
    assert [byline in lines for lines in found] == [signed == 0, signed == 1]


def test_a_byline_below_a_verse_signs_it() -> None:
    verse = stretch(Phase.OPEN, (Label.BODY, "灯在岸边亮着"), (Label.BYLINE, "陆青"))
    below = stretch(Phase.OPEN, (Label.BODY, LATER))
    assert rows(verse, below)[0] == ["灯在岸边亮着", "陆青"]


def test_a_signature_does_not_hide_that_a_text_is_cut() -> None:
    cut = stretch(Phase.OPEN, (Label.BODY, TEXT[:-8]), (Label.BODY, "（陆青）"))
    assert [piece.ends_open for piece in pieces_of([cut])] == [True, False]


def test_a_byline_below_a_whole_text_signs_it() -> None:
    whole = stretch(Phase.OPEN, (Label.BODY, TEXT), (Label.BYLINE, "本报记者 陆青"))
    below = stretch(Phase.OPEN, (Label.BODY, LATER))
    assert rows(whole, below)[0] == [TEXT, "本报记者 陆青"]


@pytest.mark.parametrize(
    ("label", "line"), [(Label.CONTINUED, "（下转第2版）"), (Label.BODY, "（陆青）")]
)
def test_what_ends_a_text_goes_with_its_last_paragraph(label: Label, line: str) -> None:
    pieces = pieces_of(
        [stretch(Phase.OPEN, (Label.BODY, TEXT), (Label.BODY, LATER), (label, line))]
    )
    assert [[unit.lines[0].text for unit in piece.units] for piece in pieces] == [
        [TEXT],
        [LATER, line],
    ]


def test_a_text_may_begin_with_the_line_that_brings_it_from_another_page() -> None:
    pieces = pieces_of(
        [stretch(Phase.OPEN, (Label.CONTINUED, "（上接第1版）"), (Label.BODY, TEXT))]
    )
    assert [piece.role for piece in pieces] == [Role.FIXED, Role.TEXT]
