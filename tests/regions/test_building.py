"""From the published lists to the project's tables, on lists of an invented country."""

import pytest

from regions import building
from regions.gazetteer import read_divisions, read_former_names, read_table

DIVISIONS = """\
code,name,level,parent,status,start,end,successors
990000,清江省,province,,in force,1981,,
990100,云山市,prefecture,990000,in force,1983,,
992100,云山地区,prefecture,990000,abolished,1981,1983,
990102,石桥区,county,990100,in force,2010,,
990122,石桥县,county,990100,abolished,1983,2010,990102
992122,石桥县,county,992100,abolished,1981,1983,990122
990103,东岸区,county,990100,in force,1983,,990102[2005]
990104,西岸区,county,990100,abolished,1983,2002,990103
990105,郊区,county,990100,abolished,1983,2004,990102;990103
990106,新渡区,county,990100,in force,1999,,
990106,旧渡区,county,990100,former name,1983,1999,990106
"""
TOWNSHIPS = """\
code,name,county
990102001,河头街道,990102
990102100,柳林镇,990102
990103001,柳林镇,990103000
980101001,无主镇,980101
"""
CENTROIDS = "code,longitude,latitude\n990000,110.5,30.25\n"


@pytest.fixture
def tables(tmp_path):
    for name, text in (
        ("divisions", DIVISIONS),
        ("townships", TOWNSHIPS),
        ("centroids", CENTROIDS),
    ):
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    building.main(tmp_path, tmp_path)
    return tmp_path


def test_divisions_renamed_or_recoded_are_joined(tables):
    divisions = {d.code: d for d in read_divisions(tables)}
    former = {(f.code, f.name, f.former_code, f.start, f.end) for f in read_former_names(tables)}
    assert "990122" not in divisions
    assert "992100" not in divisions
    assert former == {
        ("990100", "云山地区", "992100", 1981, 1983),
        ("990102", "石桥县", "990122", 1983, 2010),
        ("990102", "石桥县", "992122", 1981, 1983),
        ("990106", "旧渡区", "990106", 1983, 1999),
    }


def test_divisions_merged_or_split_are_kept_as_abolished(tables):
    divisions = {d.code: d for d in read_divisions(tables)}
    assert (divisions["990104"].end, divisions["990104"].successors) == (2002, ("990103",))
    assert divisions["990105"].successors == ("990102", "990103")
    assert divisions["990103"].end is None


def test_centroids_and_short_names_are_filled_in(tables):
    divisions = {d.code: d for d in read_divisions(tables)}
    assert (divisions["990000"].longitude, divisions["990000"].latitude) == (110.5, 30.25)
    assert divisions["990100"].short == "云山"


def test_townships_stand_on_the_line_of_their_county(tables):
    assert dict(read_table("townships.tsv", tables)) == {
        "990102": "001河头街道 100柳林镇",
        "990103": "001柳林镇",
    }


def test_the_same_lists_give_the_same_tables(tables):
    names = ("divisions.tsv", "former_names.tsv", "townships.tsv")
    before = [(tables / name).read_bytes() for name in names]
    building.main(tables, tables)
    assert [(tables / name).read_bytes() for name in names] == before
