"""Short forms made by rule."""

import pytest

from regions import names


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("北京市", "北京"),
        ("内蒙古自治区", "内蒙古"),
        ("香港特别行政区", "香港"),
        ("蒙阴县", "蒙阴"),
        ("延边朝鲜族自治州", "延边"),
        ("黔东南苗族侗族自治州", "黔东南"),
        ("双江拉祜族佤族布朗族傣族自治县", "双江"),
        ("大兴安岭地区", "大兴安岭"),
        ("锡林郭勒盟", "锡林郭勒"),
        ("浦东新区", "浦东"),
        ("两江新区", "两江新区"),
        ("井陉矿区", "井陉"),
        ("管城回族区", "管城"),
        ("神农架林区", "神农架"),
        ("万柏林区", "万柏林"),
        ("土默特左旗", "土默特左旗"),
        ("准格尔旗", "准格尔"),
        ("忠县", "忠县"),
        ("市中区", "市中区"),
        ("朝阳街道", "朝阳"),
        ("板桥畲族乡", "板桥"),
    ],
)
def test_short_name(name, short):
    assert names.short_name(name) == short


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("延边朝鲜族自治州", ("延边州", "延边自治州")),
        ("巴音郭楞蒙古自治州", ("巴音郭楞州", "巴州", "巴音郭楞自治州")),
        ("恭城瑶族自治县", ("恭城县", "恭城自治县")),
        ("科尔沁左翼后旗", ("科左后旗",)),
        ("广西壮族自治区", ()),
        ("临沂市", ()),
    ],
)
def test_minority_short_names(name, forms):
    assert names.minority_short_names(name) == forms


def test_an_ethnic_district_is_also_called_without_the_people():
    assert names.plain_district_name("管城回族区") == "管城区"
    assert names.plain_district_name("碑林区") == ""


def test_an_ethnic_township_is_also_called_without_the_people():
    assert names.plain_township_name("板桥畲族乡") == "板桥乡"
    assert names.plain_township_name("垛庄镇") == ""
