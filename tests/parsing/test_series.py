"""Numbered paragraphs and sub-headlines go on with their series."""

from __future__ import annotations

import pytest

from articles.parsing.dealing import Deal, Field, standard
from articles.parsing.grammar import Label
from articles.parsing.lines import read_lines
from articles.parsing.pieces import Piece, Role
from articles.parsing.series import Numbered, numbered, series_of
from articles.parsing.units import Unit


@pytest.mark.parametrize(
    ("text", "style", "number"),
    [
        ("一、看清短板", "一、", 1),
        ("十二、附则", "一、", 12),
        ("二十、其他", "一、", 20),
        ("（二）管护主体缺位", "(一)", 2),
        ("3.哪些假不计入？", "1.", 3),
        ("④ 守夜人", "①", 4),
        ("第三章 加工", "第一章", 3),
        ("第二本账：水", "第一本", 2),
        ("案例一：谁来赔", "案例一:", 1),
        ("二 从“猎户”到护林员", "一 ", 2),
    ],
)
def test_the_number_and_how_it_is_written(text: str, style: str, number: int) -> None:
    assert numbered(text) == Numbered(style, number)


@pytest.mark.parametrize(
    "text",
    [
        "2017年夏天",
        "1.5亿元",
        "12 月 9日",
        "38 摄氏度",
        "三个月后",
        "十年来",
        "一是加强",
        "二十十、",
        "",
    ],
)
def test_other_numbers_are_none_of_a_series(text: str) -> None:
    assert numbered(text) is None


def of(*texts: str) -> list[Numbered | None]:
    return [numbered(text) for text in texts]


def test_a_number_goes_on_with_the_article_that_has_the_one_before_it() -> None:
    found = series_of(of("一、灯", "近日，", "1.船", "二、港", "2.帆"), [0, 0, 1, 1, 1])
    assert found == [frozenset(), frozenset(), frozenset(), frozenset({0}), frozenset({1})]


def test_two_series_written_alike_leave_it_open() -> None:
    found = series_of(of("一、灯", "一、船", "二、港", "二、帆"), [0, 1, 1, 1])
    assert found == [frozenset(), frozenset(), frozenset({0, 1}), frozenset({0})]


def test_of_two_such_series_it_goes_on_with_that_of_the_article_it_is_printed_in() -> None:
    found = series_of(of("一、灯", "一、船", "二、港", "三、帆"), [0, 1, 0, 1])
    assert found[3] == frozenset({0})


def piece(text: str, article: int) -> Piece:
    return Piece(Role.TEXT, article, [Unit(Label.BODY, [read_lines(text)[0]])])


def test_it_speaks_for_the_article_when_pieces_are_dealt() -> None:
    pieces = [piece("一、灯", 0), piece("近日，公园开门。", 1), piece("二、港", 1)]
    nothing = frozenset[int]()
    deal = Deal(pieces, Field(nothing, nothing, nothing, nothing), standard())
    assert deal.scales(deal.home)["series"].tolist() == [[0.0, 0.0], [0.0, 0.0], [1.0, 0.0]]
    assert standard().steps["series"] > 0
