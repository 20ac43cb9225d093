"""The tree in the database, and what the database refuses."""

import pytest
from django.db import IntegrityError, transaction

from regions.models import Region, RegionName
from tests.factories import make_region

pytestmark = pytest.mark.django_db


@pytest.fixture
def tree():
    province = make_region("清江省")
    city = make_region("云山市", province)
    district = make_region("石桥区", city)
    other = make_region("北岭省")
    for region in (province, city, district, other):
        region.refresh_from_db()
    return province, city, district, other


def test_descendants_are_one_range(tree, django_assert_num_queries):
    province, city, district, _ = tree
    with django_assert_num_queries(1):
        assert set(province.descendants()) == {city, district}
    assert set(Region.objects.descendants_of(city)) == {city, district}
    assert not district.descendants().exists()


def test_ancestors_are_one_query_from_the_province_down(tree, django_assert_num_queries):
    province, city, district, _ = tree
    with django_assert_num_queries(1):
        assert list(district.ancestors()) == [province, city]
    assert list(Region.objects.ancestors_of(city, include_self=True)) == [province, city]


def test_the_path_costs_no_query(tree, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert tree[2].path_names == ["清江省", "云山市", "石桥区"]
        assert str(tree[2]) == "清江省云山市石桥区"


def test_provinces_are_the_roots_in_force(tree):
    make_region("旧省", status=Region.Status.ABOLISHED, end_year=1990)
    assert [r.name for r in Region.objects.provinces()] == ["清江省", "北岭省"]


def test_children_are_those_right_below(tree):
    province, city, *_ = tree
    assert list(Region.objects.children_of(province)) == [city]


def test_a_region_is_found_by_the_beginning_of_any_of_its_names(tree):
    district = tree[2]
    RegionName.objects.create(region=district, name="老石桥县", kind=RegionName.Kind.FORMER)
    assert list(Region.objects.named_like("老石")) == [district]
    assert list(Region.objects.named_like("石桥")) == [district]
    assert not Region.objects.named_like("桥").exists()


def test_a_region_has_its_page(tree):
    assert tree[0].code in tree[0].get_absolute_url()


@pytest.mark.parametrize(
    "values",
    [
        {"level": Region.Level.COUNTY},  # without a parent
        {"end_year": 1990},  # yet in force
        {"status": Region.Status.ABOLISHED, "start_year": 2000, "end_year": 1990},
        {"tree_left": 7, "tree_right": 3},
        {"longitude": 110.0},  # without a latitude
        {"longitude": 10.0, "latitude": 50.0},  # not in China
    ],
)
def test_the_database_refuses(values):
    row = {"code": "990000", "level": "province", "name": "清江省", "short_name": "清江"}
    with pytest.raises(IntegrityError), transaction.atomic():
        Region.objects.create(**row | {"path": "清江省"} | values)


def test_a_province_has_no_parent(tree):
    with pytest.raises(IntegrityError), transaction.atomic():
        Region.objects.filter(pk=tree[0].pk).update(parent=tree[3])


def test_a_code_is_unique(tree):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_region("别省", code=tree[0].code)


def test_a_name_is_listed_once_a_kind_even_without_a_year(tree):
    with pytest.raises(IntegrityError), transaction.atomic():
        RegionName.objects.create(region=tree[0], name="清江", kind=RegionName.Kind.SHORT)


def test_a_region_with_others_below_it_is_not_deleted(tree):
    from django.db.models import ProtectedError

    with pytest.raises(ProtectedError):
        tree[0].delete()
