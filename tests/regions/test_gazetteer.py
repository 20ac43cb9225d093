"""The project's own tables in memory."""

import pytest

from regions.gazetteer import COUNTY, PREFECTURE, PROVINCE

LEVELS_ABOVE = {PROVINCE: {""}, PREFECTURE: {PROVINCE}, COUNTY: {PROVINCE, PREFECTURE}}


@pytest.mark.parametrize(
    ("code", "path"),
    [
        ("330424", ("浙江省", "嘉兴市", "海盐县")),
        ("310115", ("上海市", "浦东新区")),
        ("429005", ("湖北省", "潜江市")),
        ("441900003", ("广东省", "东莞市", "东城街道")),
        ("371328103", ("山东省", "临沂市", "蒙阴县")),
        ("500157", ("重庆市", "两江新区")),
    ],
)
def test_path(gazetteer, code, path):
    assert gazetteer.path(code)[: len(path)] == path
    assert code in gazetteer


def test_an_unknown_code_is_an_error(gazetteer):
    assert "999999" not in gazetteer
    with pytest.raises(KeyError):
        gazetteer["999999999"]


def test_every_division_stands_under_one_of_a_higher_level(gazetteer):
    for division in gazetteer.divisions.values():
        above = gazetteer[division.parent].level if division.parent else ""
        assert above in LEVELS_ABOVE[division.level], division


def test_every_township_stands_under_a_known_division(gazetteer):
    for township in gazetteer.all_townships():
        assert township.parent in gazetteer.divisions
        assert len(township.code) == 9


def test_all_divisions_of_the_country_are_there(gazetteer):
    in_force = [d for d in gazetteer.divisions.values() if d.end is None]
    by_level = {level: sum(d.level == level for d in in_force) for level in LEVELS_ABOVE}
    assert by_level == {PROVINCE: 34, PREFECTURE: 333, COUNTY: 2845}


def test_successors_and_former_names_lead_to_known_divisions(gazetteer):
    for division in gazetteer.divisions.values():
        assert all(code in gazetteer.divisions for code in division.successors)
    for former in gazetteer.former_names:
        assert former.code in gazetteer.divisions
        assert former.start <= former.end


def test_a_renamed_division_is_one_with_its_former_names(gazetteer):
    names = {f.name for f in gazetteer.former_names if f.code == "110118"}
    assert "密云县" in names


def test_a_merged_division_is_kept_with_its_successor(gazetteer):
    lost = gazetteer["500112"]
    assert (lost.name, lost.end, lost.successors) == ("渝北区", 2025, ("500157",))
    assert "500112" not in gazetteer.children("500000")
    assert "500157" in gazetteer.children("500000")
