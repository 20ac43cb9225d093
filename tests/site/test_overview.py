"""Counts over the whole archive, and how long they are kept."""

import pytest
from django.core.cache import cache
from django.urls import reverse

from articles.overview import any_tags, holdings, initials, provinces
from tests.factories import make_article, make_person, make_public_article, make_region

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("count", [holdings, provinces, initials])
def test_a_count_is_taken_once_and_again_when_its_time_is_over(count, django_assert_num_queries):
    region, person = make_region(), make_person()
    make_public_article(regions=[region], named=[person])
    before = count()
    make_public_article(regions=[region], named=[make_person("周江")])
    with django_assert_num_queries(0):
        assert count() == before
    cache.clear()
    assert seen(count()) != seen(before)


def seen(counted):
    return [region.article_count for region in counted] if isinstance(counted, list) else counted


def test_tags_are_in_the_navigation_once_an_article_with_one_is_public(client):
    home, tags = reverse("articles:home"), f'href="{reverse("articles:tags")}"'
    make_article(tags=["早市"])
    assert not any_tags()
    assert tags not in client.get(home).text
    cache.clear()
    make_public_article(tags=["早市"])
    assert tags in client.get(home).text


def test_only_what_is_public_counts():
    region = make_region()
    make_article(regions=[region], named=[make_person()])
    make_public_article()
    assert holdings().articles == 1
    assert [region.article_count for region in provinces()] == [0]
    assert initials() == {}
