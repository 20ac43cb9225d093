"""From the tables to the database."""

from dataclasses import replace

import pytest
from django.db import connection

from regions.gazetteer import Division, FormerName, Gazetteer
from regions.loading import load_regions
from regions.models import Region, RegionName

pytestmark = pytest.mark.django_db

COUNTRY = (
    Division("990000", "清江省", "清江", "province", ""),
    Division("990100", "云山市", "云山", "prefecture", "990000", 1983),
    Division("990102", "石桥区", "石桥", "county", "990100", 2010, None, 110.5, 30.25),
    Division("990104", "西岸区", "西岸", "county", "990100", 1983, 2002, successors=("990102",)),
    Division("980000", "北岭省", "北岭", "province", ""),
)
FORMER = (FormerName("990102", "石桥县", "990122", 1983, 2010),)
TOWNSHIPS = {"990102": "001河头街道 100柳林镇"}


def country(*divisions, former=FORMER, townships=TOWNSHIPS):
    return Gazetteer(divisions or COUNTRY, former, townships)


def test_rows_are_made_with_path_level_and_names():
    report = load_regions(country())
    assert (report.regions, report.created, report.names_created) == (7, 7, 15)
    district = Region.objects.get(code="990102")
    assert district.path_names == ["清江省", "云山市", "石桥区"]
    assert district.parent.code == "990100"
    assert set(district.names.values_list("name", "kind", "code", "start_year", "end_year")) == {
        ("石桥区", "official", "", 2010, None),
        ("石桥", "short", "", 2010, None),
        ("石桥县", "former", "990122", 1983, 2010),
    }
    lost = Region.objects.get(code="990104")
    assert lost.status == Region.Status.ABOLISHED
    assert list(lost.successors.all()) == [district]


def test_the_tree_is_numbered_so_that_descendants_are_a_range():
    load_regions(country())
    city = Region.objects.get(code="990100")
    inside = [r.name for r in Region.objects.descendants_of(city).order_by("tree_left")]
    assert inside == ["云山市", "石桥区", "河头街道", "柳林镇", "西岸区"]
    assert not city.descendants().filter(code="980000").exists()


def test_a_second_run_changes_nothing(django_assert_num_queries):
    load_regions(country())
    with django_assert_num_queries(5) as queries:
        report = load_regions(country())
    assert not report.changed
    written = [q["sql"] for q in queries if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert written == []


def test_loading_joins_no_tables(django_assert_max_num_queries):
    # A plan made before PostgreSQL has counted the new rows takes the tables for empty: a join of
    # 45,000 regions with themselves ran for more than five minutes.
    load_regions(country(*COUNTRY[:3]))
    with django_assert_max_num_queries(30) as queries:
        load_regions(country())
    assert len(queries) > 5
    assert [q["sql"] for q in queries if " JOIN " in q["sql"]] == []


def test_postgresql_counts_the_rows_that_were_loaded(django_assert_max_num_queries):
    counted = []
    for _run in range(2):
        with django_assert_max_num_queries(30) as queries:
            load_regions(country())
        counted.append(sum(q["sql"].startswith("ANALYZE") for q in queries))
    assert counted == ([3, 0] if connection.vendor == "postgresql" else [0, 0])


def test_changes_in_the_tables_reach_the_rows():
    load_regions(country())
    renamed = replace(COUNTRY[2], name="新桥区", short="新桥", start=2026)
    former = (*FORMER, FormerName("990102", "石桥区", "990102", 2010, 2026))
    report = load_regions(country(*COUNTRY[:2], renamed, *COUNTRY[3:], former=former))
    assert (report.created, report.retired) == (0, 0)
    assert report.updated == 3  # the district, and its two townships for their path
    district = Region.objects.get(code="990102")
    assert str(district) == "清江省云山市新桥区"
    assert set(district.names.values_list("name", flat=True)) == {
        "新桥区",
        "新桥",
        "石桥区",
        "石桥县",
    }


def test_a_region_that_the_tables_lost_is_kept_as_abolished():
    load_regions(country())
    report = load_regions(country(townships={"990102": "001河头街道"}))
    assert report.retired == 1
    town = Region.objects.get(code="990102100")
    assert town.status == Region.Status.ABOLISHED
    assert town in Region.objects.get(code="990102").descendants()
    assert not load_regions(country(townships={"990102": "001河头街道"})).changed


def test_a_failing_load_leaves_nothing_behind():
    orphan = Division("970101", "孤区", "孤", "county", "970100")
    with pytest.raises(KeyError):
        load_regions(country(*COUNTRY, orphan))
    assert not Region.objects.exists()
    assert not RegionName.objects.exists()


def test_the_command_loads_the_whole_country_once(capsys):
    from django.core.management import call_command

    call_command("load_regions")
    call_command("load_regions")
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("41467 regions: 41467 new")
    assert second == ("41467 regions: 0 new, 0 updated, 0 retired; names: 0 new, 0 deleted")
    jiaxing = Region.objects.get(code="330400")
    assert Region.objects.descendants_of(jiaxing).filter(name="沈荡镇").exists()
    assert Region.objects.provinces().count() == 34
    assert Region.objects.named_like("密云县").get().code == "110118"
