"""A paragraph printed in another article's place is read where its words belong."""

from __future__ import annotations

from articles.parsing.grammar import Label
from articles.parsing.lines import read_lines
from articles.parsing.pieces import Piece, Role
from articles.parsing.stories import _story
from articles.parsing.strays import settled
from articles.parsing.units import Unit

ROOM = "石桥小学的木工教室上周开课，来了十二个孩子。"
PLANES = "刨子和锯子都是木工厂捐的，学生用刨子做板凳，再用锯子锯板凳腿。"
LEGS = "板凳腿锯得不齐，老师让学生拿锯子再锯，用刨子再刨。"
SHELF = "下学期还要用锯子做书架，校长说书架摆在走廊里，给低年级看书。"
LATER = "走廊里的书架由低年级看管，校长每周去看书。"


def piece(text: str, article: int, *, role: Role = Role.TEXT, joined: bool = False) -> Piece:
    label = Label.BODY if role is Role.TEXT else Label.HEAD
    open_end = role is Role.TEXT and not text.endswith("。")
    unit = Unit(label, [read_lines(text)[0]])
    return Piece(role, article, [unit], joined=joined, ends_open=open_end)


def order(*texts: tuple[str, int]) -> list[int]:
    pieces = [piece(text, article) for text, article in texts]
    return settled(pieces, range(len(pieces)), 0)


def test_a_stray_paragraph_goes_where_the_text_has_its_words() -> None:
    assert order((ROOM, 0), (PLANES, 0), (SHELF, 0), (LATER, 0), (LEGS, 1)) == [0, 1, 4, 2, 3]


def test_it_stays_where_no_other_place_is_clearly_better() -> None:
    assert order((ROOM, 0), (SHELF, 0), (LATER, 0), ("渔船夜里回港。", 1)) == [0, 1, 2, 3]


def test_a_little_better_is_not_clearly_better() -> None:
    texts = (
        (ROOM, 0),
        ("板凳摆在门口，老师看着。", 0),
        (SHELF, 0),
        (LATER, 0),
        (LEGS[:9] + "。", 1),
    )
    pieces = [piece(text, article) for text, article in texts]
    clear = settled(pieces, range(5), 0)
    assert clear == [0, 1, 2, 3, 4]


def test_a_story_is_put_in_order_so() -> None:
    texts = ((ROOM, 0), (PLANES, 0), (SHELF, 0), (LATER, 0), (LEGS, 1))
    story = _story([piece(text, article) for text, article in texts], range(5))
    assert [unit.lines[0].text for unit in story.units] == [ROOM, PLANES, LEGS, SHELF, LATER]


def test_an_unfinished_paragraph_is_left_to_its_sentence() -> None:
    texts = ((ROOM, 0), (PLANES, 0), (SHELF, 0), (LATER, 0), (LEGS.rstrip("。"), 1))
    assert order(*texts) == [0, 1, 2, 3, 4]


def test_two_paragraphs_are_a_column_and_stay_in_print_order() -> None:
    texts = ((ROOM, 0), (PLANES, 0), (SHELF, 0), (LATER, 0), (LEGS, 1), (LEGS, 1))
    assert order(*texts) == [0, 1, 2, 3, 4, 5]


def test_no_sentence_is_cut_by_it() -> None:
    texts = ((ROOM, 0), (PLANES.rstrip("。"), 0), (SHELF, 0), (LATER, 0), (LEGS, 1))
    assert order(*texts).index(4) != 2
