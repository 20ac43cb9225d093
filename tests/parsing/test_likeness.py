"""Lines that are made alike."""

import pytest

from articles.parsing.features import flat, observe
from articles.parsing.likeness import Likeness, Likenesses
from articles.parsing.lines import read_lines
from articles.parsing.measure import measures
from articles.parsing.words import words_of


@pytest.mark.parametrize(
    ("one", "two", "like"),
    [
        ("第一名 林小帆 西港修船厂", "第一名 江一舟 东港修船厂", "start"),
        ("周一：多云，11℃～24℃", "周三：阵雨，9℃～16℃", "form"),
        ("西港修船厂钳工班", "东湾灯塔检修钳工班", "end"),
        ("渔船回港了，码头很热闹", "老人们坐在堤上，望着海", ""),
        ("“听见了吗？”", "“没有。”", ""),
    ],
)
def test_likeness_of_two_lines(one: str, two: str, like: Likeness) -> None:
    likenesses = Likenesses(read_lines(f"{one}\n\n{two}"))
    assert likenesses.between(0, 1) == likenesses.between(1, 0) == like


def test_paragraphs_and_the_edges_of_the_page_are_like_nothing() -> None:
    long = "第一批渔船回港，" * 10
    likenesses = Likenesses(read_lines(f"{long}\n\n{long}"))
    assert likenesses.between(0, 1) == ""
    assert likenesses.around(0, 2) == ("", "")


def test_an_entry_over_two_lines_is_like_the_next_entry() -> None:
    lines = read_lines("第一名：林小帆，西港\n修船厂\n第一名：江一舟")
    assert Likenesses(lines).around(0, 1) == ("", "")
    assert Likenesses(lines).around(0, 2) == ("", "start")


def test_a_row_of_a_list_is_seen_to_be_like_its_neighbours() -> None:
    lines = read_lines("灯塔一号 西港\n\n灯塔二号 东湾\n\n灯塔三号 石桥")
    observed = observe(lines, measures(lines), [words_of(line) for line in lines])
    assert "like=start/start" in flat(observed[1])
