"""Stretches of characters and how common they are."""

from pathlib import Path

from articles.parsing import grams


def test_stretches_do_not_reach_over_marks() -> None:
    assert grams.grams_of("航标灯，码头A港", 2) == ["航标", "标灯", "码头"]


def test_numbers_are_the_different_stretches_of_each_text() -> None:
    texts = ["航标灯，航标灯", "", "灯A\ud83d标灯"]
    numbers, owners = grams.numbers_of(texts, 2)
    assert owners.tolist() == [0, 2, 0]
    assert numbers[0] == numbers[1] < numbers[2]  # 标灯, 航标
    common = grams.Common({"标灯": 3, "标": 5})
    assert sorted(common.of(numbers, 2).tolist()) == [0, 3, 3]
    assert grams.Common({}).of(numbers, 2).tolist() == [0, 0, 0]


def test_a_stretch_is_classed_by_how_many_articles_have_it() -> None:
    texts = ["渔港的灯"] + ["工会的信"] * 9 + ["老人"] * 90
    found = grams.count(texts)
    assert "灯" not in found  # one of a hundred
    assert found["工会"] == 3  # nine of a hundred, 7 to 15
    assert found["的"] == 3
    assert found["老人"] == 6


def test_a_table_can_be_read_again(tmp_path: Path, monkeypatch) -> None:
    classes = {"工": 2, "工会": 1, "老人": 6}
    grams.write(classes, tmp_path / "grams.toml", "# made by a test")
    monkeypatch.setattr(grams, "TABLE", tmp_path / "grams.toml")
    grams.standard.cache_clear()
    try:
        assert grams.standard().classes == classes
    finally:
        grams.standard.cache_clear()


def test_the_table_knows_what_every_report_says() -> None:
    common = grams.standard().classes
    assert common["的"] == grams.CLASSES - 1
    assert common.get("工会", 0) > common.get("航标", 0)
