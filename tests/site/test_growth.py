"""Every page of the site costs as many queries for one row as for six."""

import pytest
from django.urls import reverse

from regions.models import Region
from tests.factories import make_issue, make_page, make_person, make_public_article, make_region

pytestmark = pytest.mark.django_db


def make_full_article(page=None, region=None):
    """Store a public article with one of everything that pages show."""
    return make_public_article(
        page,
        named=[make_person()],
        credited=[make_person()],
        regions=[region or make_region()],
        tags=[f"标签{Region.objects.count()}"],
    )


@pytest.mark.parametrize(
    "name",
    [
        "articles:home",
        "articles:issues",
        "articles:articles",
        "articles:people",
        "articles:tags",
        "regions:regions",
    ],
)
def test_lists(name, client, assert_queries_do_not_grow):
    assert_queries_do_not_grow(lambda: client.get(reverse(name)), make_full_article)


def test_an_issue_with_its_pages(client, assert_queries_do_not_grow):
    issue = make_issue()
    assert_queries_do_not_grow(
        lambda: client.get(issue.get_absolute_url()), lambda: make_full_article(make_page(issue))
    )


def test_the_issues_of_a_day(client, assert_queries_do_not_grow):
    day = reverse("articles:issue-day", args=[2026, 3, 2])
    assert_queries_do_not_grow(lambda: client.get(day), make_full_article)


def test_an_article_among_others_of_its_page(client, assert_queries_do_not_grow):
    article = make_full_article()
    assert_queries_do_not_grow(
        lambda: client.get(article.get_absolute_url()), lambda: make_full_article(article.page)
    )


@pytest.mark.parametrize("address", ["articles:article", "articles:article-source"])
def test_an_article_with_many_people_and_places(address, client, assert_queries_do_not_grow):
    article = make_full_article()

    def add() -> None:
        article.mentions.create(person=make_person(), name=f"名{article.mentions.count()}")
        article.credits.create(
            person=make_person(), name=f"名{article.credits.count()}", role="author"
        )
        article.region_links.create(region=make_region())
        article.tags.add(f"又一个{article.tags.count()}")

    assert_queries_do_not_grow(lambda: client.get(reverse(address, args=[article.pk])), add)


@pytest.mark.parametrize("part", ["", "?by"])
def test_a_person_named_and_credited_often(part, client, assert_queries_do_not_grow):
    person = make_person()
    assert_queries_do_not_grow(
        lambda: client.get(person.get_absolute_url() + part),
        lambda: make_public_article(
            named=[person, make_person()], credited=[person], regions=[make_region()]
        ),
    )


def test_a_region_with_places_in_it(client, assert_queries_do_not_grow):
    region = make_region()
    assert_queries_do_not_grow(
        lambda: client.get(region.get_absolute_url()),
        lambda: make_full_article(region=make_region("南溪市", region)),
    )


def test_a_tag_of_many_articles(client, assert_queries_do_not_grow):
    assert_queries_do_not_grow(
        lambda: client.get(reverse("articles:tag", args=["早市"])),
        lambda: make_public_article(regions=[make_region()], tags=["早市"]),
    )
