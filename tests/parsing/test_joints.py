"""How well one stretch of text goes on with another."""

from pathlib import Path

import pytest

from articles.parsing import joints
from articles.parsing.joints import LEAST, Joints


def test_what_often_follows_fits_better() -> None:
    known = Joints({"进行": 2000, "进了": 200, "船行": 100, "船了": 4000, "网了": 900})
    assert known.fit("正在进", "行比赛") > 0 > known.fit("正在进", "了比赛")
    assert known.fit("正在进", "行比赛") > known.fit("渔船", "行比赛")


@pytest.mark.parametrize(
    ("before", "after"), [("正在进", ""), ("正在进", "12天"), ("，", "行比赛")]
)
def test_marks_digits_and_nothing_say_nothing(before: str, after: str) -> None:
    assert Joints({"进行": 2000}).fit(before, after) == 0


def test_the_table_knows_common_words() -> None:
    known = joints.standard()
    assert known.fit("他告诉记", "者，灯亮了") > 0 > known.fit("他告诉记", "的，灯亮了")


def test_a_table_is_written_from_counted_pairs_and_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pairs, table = tmp_path / "pairs.csv", tmp_path / "joints.toml"
    rows = (
        f"工会,{2 * LEAST + 5}",
        f"会的,{LEAST}",
        f"的工,{LEAST - 1}",
        "工A,9999",
        "总工会,9999",
    )
    pairs.write_text("\n".join(("character,freq", *rows)), encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["joints", str(pairs), "--table", str(table)])
    joints.main()
    monkeypatch.setattr(joints, "TABLE", table)
    joints.standard.cache_clear()
    try:
        assert joints.standard().times == {"工会": 2 * LEAST, "会的": LEAST}
    finally:
        joints.standard.cache_clear()


def test_a_file_without_pairs_is_refused(tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.csv"
    with pytest.raises(SystemExit, match="no such file"):
        joints.read_pairs(pairs)
    pairs.write_text("\ufeffcharacter,freq\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="no pair"):
        joints.read_pairs(pairs)


@pytest.mark.parametrize("row", ["工会", "工会,viele"])
def test_a_row_that_is_none_is_named(tmp_path: Path, row: str) -> None:
    pairs = tmp_path / "pairs.csv"
    pairs.write_text(f"character,freq\n会的,500\n{row}\n", encoding="utf-8")
    with pytest.raises(SystemExit, match=r"pairs\.csv:3: .*freq"):
        joints.read_pairs(pairs)
