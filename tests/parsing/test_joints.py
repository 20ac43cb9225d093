"""How well one stretch of text goes on with another."""

from pathlib import Path

import pytest

from articles.parsing import joints
from articles.parsing.joints import Joints


def test_neighbours_are_counted_within_a_line() -> None:
    assert joints.count(["码头A港，\n港12天"]) == {
        "0天": 1,
        "00": 1,
        "a港": 1,
        "港0": 1,
        "港，": 1,
        "码头": 1,
        "头a": 1,
    }


def test_what_often_follows_fits_better() -> None:
    known = Joints({"进行": 20, "进了": 2, "船行": 1, "船了": 40, "网了": 9})
    assert known.fit("正在进", "行比赛") > 0 > known.fit("正在进", "了比赛")
    assert known.fit("正在进", "行比赛") > known.fit("渔船", "行比赛")
    assert known.fit("正在进", "") == 0


def test_a_table_can_be_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    joints.write({'说"': 5, "\\n": 1, "工会": 9}, tmp_path / "joints.toml", "# made by a test")
    monkeypatch.setattr(joints, "TABLE", tmp_path / "joints.toml")
    joints.standard.cache_clear()
    try:
        assert joints.standard().times == {'说"': 4, "\\n": 1, "工会": 8}
    finally:
        joints.standard.cache_clear()


def test_the_table_knows_common_words() -> None:
    known = joints.standard()
    assert known.fit("他告诉记", "者，灯亮了") > 0 > known.fit("他告诉记", "的，灯亮了")
