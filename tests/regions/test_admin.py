"""The divisions in the admin: to be searched, not to be edited."""

import pytest
from django.urls import reverse

from regions.models import RegionName
from tests.factories import make_editor, make_region

pytestmark = pytest.mark.django_db
CHANGELIST = "admin:regions_region_changelist"


@pytest.fixture
def editor(client):
    user = make_editor("view_region", "change_region", "add_region", "delete_region")
    client.force_login(user)
    return client


def test_a_region_is_found_by_its_former_name(editor):
    region = make_region("清江省")
    make_region("北岭省")
    RegionName.objects.create(region=region, name="旧江省", kind=RegionName.Kind.FORMER)
    response = editor.get(reverse(CHANGELIST), {"q": "旧江"})
    assert list(response.context["cl"].result_list) == [region]


def test_a_region_is_found_by_its_code(editor):
    region = make_region("清江省", code="987654")
    make_region("北岭省")
    response = editor.get(reverse(CHANGELIST), {"q": "9876"})
    assert list(response.context["cl"].result_list) == [region]


def test_the_list_costs_the_same_for_one_region_and_for_many(
    editor, django_assert_num_queries, django_assert_max_num_queries
):
    province = make_region("清江省")
    with django_assert_max_num_queries(8) as one:
        editor.get(reverse(CHANGELIST))
    for number in range(6):
        make_region(f"云山{number}市", province)
    with django_assert_num_queries(len(one)):
        editor.get(reverse(CHANGELIST))


def test_nobody_edits_adds_or_deletes_what_the_tables_say(editor):
    region = make_region("清江省")
    page = reverse("admin:regions_region_change", args=[region.pk])
    assert editor.get(page).status_code == 200
    assert editor.post(page, {"name": "别省"}).status_code == 403
    assert editor.get(reverse("admin:regions_region_add")).status_code == 403
    delete = reverse("admin:regions_region_delete", args=[region.pk])
    assert editor.post(delete, {"post": "yes"}).status_code == 403
    region.refresh_from_db()
    assert region.name == "清江省"
