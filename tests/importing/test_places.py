"""Which divisions an article of a page is given.  The page is invented."""

from datetime import date

from articles.importing.reading import find_places, gazetteer
from articles.parsing.page import parse_page

PAGE = """勐海的茶两天到万象

本报讯（记者普洱 通讯员糯米）4月5日，一列装有480吨茶的货车从云南省勐海县出发。工人们正在装车。

这趟列车由勐海县总工会的志愿者押运，预计两天后到达。
"""


def test_who_signs_is_no_place():
    page = parse_page(PAGE, not_after=date(2026, 5, 1))
    (places,) = find_places(page, PAGE, home=None, on=date(2026, 4, 6))
    assert ["/".join(gazetteer().path(region.code)) for region in places.regions] == [
        "云南省/西双版纳傣族自治州/勐海县",
        "云南省",
    ]
