"""The pages of people, regions and tags."""

import pytest
from django.urls import reverse

from articles.overview import provinces
from tests.factories import make_article, make_person, make_public_article, make_region

pytestmark = pytest.mark.django_db

NOINDEX = '<meta name="robots" content="noindex">'


def test_an_unverified_name_says_so_and_stays_out_of_search_engines(reader):
    person = make_person("林晓舟")
    make_public_article(named=[person])
    text = reader.get(person.get_absolute_url()).text
    assert NOINDEX in text
    assert "Several people of this name may share this page." in text


def test_a_verified_person_does_not(reader):
    person = make_person("林晓舟", verified=True, description="清江镇教师")
    make_public_article(named=[person])
    text = reader.get(person.get_absolute_url()).text
    assert NOINDEX not in text
    assert "may share this page" not in text
    assert "清江镇教师" in text


def test_a_merged_record_leads_to_the_person_who_stands_for_it(client):
    person = make_person("林晓舟", verified=True)
    between = make_person("林小舟", merged_into=person)
    merged = make_person("晓舟", merged_into=between)
    make_public_article(named=[person])
    answer = client.get(merged.get_absolute_url())
    assert (answer.status_code, answer["Location"]) == (301, person.get_absolute_url())


def test_merged_into_somebody_without_a_page_leads_nowhere(client):
    merged = make_person("晓舟", merged_into=make_person("林晓舟", closed=True))
    assert client.get(merged.get_absolute_url()).status_code == 404


def test_a_closed_person_has_no_page_and_no_place_in_the_index(client):
    person = make_person("林晓舟", closed=True)
    make_public_article(named=[person], credited=[person])
    assert client.get(person.get_absolute_url()).status_code == 404
    assert "林晓舟" not in client.get(reverse("articles:people")).text


def test_articles_about_and_by_a_person(client):
    person = make_person()
    about, by = make_public_article(named=[person]), make_public_article(credited=[person])
    make_article(named=[person], credited=[person])
    url = person.get_absolute_url()
    assert list(client.get(url).context["object_list"]) == [about]
    assert list(client.get(url, {"by": ""}).context["object_list"]) == [by]


def test_somebody_who_only_writes_has_the_articles_at_once(client):
    person = make_person()
    article = make_public_article(credited=[person])
    assert list(client.get(person.get_absolute_url()).context["object_list"]) == [article]


def test_a_person_appears_as_printed(client):
    person = make_person("林晓舟")
    article = make_public_article()
    article.mentions.create(person=person, name="林晓舟", description="清江镇小学教师")
    make_public_article().mentions.create(
        person=make_person("周大河"), name="周大河", description="别人的职务"
    )
    text = client.get(person.get_absolute_url()).text
    assert "清江镇小学教师" in text
    assert "别人的职务" not in text


def test_letters_count_the_people_with_a_page(client):
    make_public_article(named=[make_person("林晓舟"), make_person("李大河"), make_person("周江")])
    make_article(named=[make_person("林海")])
    answer = client.get(reverse("articles:people"))
    assert answer.context["initials"] == {"L": 2, "Z": 1}


def test_provinces_count_each_article_once_with_all_places_in_them(client):
    province = make_region("清江省")
    city = make_region("南溪市", province)
    make_public_article(regions=[province, city])
    make_public_article(regions=[city])
    make_article(regions=[city])
    make_region("北山省")
    assert [(region.name, region.article_count) for region in provinces()] == [
        ("清江省", 2),
        ("北山省", 0),
    ]
    text = client.get(reverse("regions:regions")).text
    assert f'href="{province.get_absolute_url()}"' in text
    assert '<span class="count">2</span>' in text


def test_a_region_shows_its_articles_its_path_and_the_places_that_are_named(client):
    province = make_region("清江省")
    city = make_region("南溪市", province)
    make_region("无名市", province)
    district = make_region("新桥区", city)
    article = make_public_article(regions=[district])
    make_public_article(regions=[make_region("北山省")])
    context = client.get(city.get_absolute_url()).context
    assert list(context["object_list"]) == [article]
    assert list(context["ancestors"]) == [province]
    assert [(child.name, child.article_count) for child in context["children"]] == [("新桥区", 1)]
    context = client.get(province.get_absolute_url()).context
    assert [child.name for child in context["children"]] == ["南溪市"]


def test_an_abolished_region_leads_to_what_followed_it(client):
    old = make_region("老城市", make_region(), status="abolished", end_year=2000)
    new = make_region("新城市", old.parent)
    old.successors.add(new)
    assert new.get_absolute_url() in client.get(old.get_absolute_url()).text


def test_tags_are_ordered_by_use_and_count_public_articles(client):
    make_public_article(tags=["早市"])
    make_public_article(tags=["早市", "夜校"])
    make_article(tags=["夜校", "草稿"])
    tags = client.get(reverse("articles:tags")).context["object_list"]
    assert [(tag.name, tag.article_count) for tag in tags] == [("早市", 2), ("夜校", 1)]


def test_a_tag_shows_its_articles(client):
    article = make_public_article(tags=["早市"])
    make_public_article(tags=["夜校"])
    answer = client.get(reverse("articles:tag", args=["早市"]))
    assert list(answer.context["object_list"]) == [article]


def test_a_tag_of_signs_alone_has_no_page_and_breaks_none(client):
    article = make_public_article(tags=["！？", "早市"])
    for url in (reverse("articles:home"), reverse("articles:tags"), article.get_absolute_url()):
        answer = client.get(url)
        assert answer.status_code == 200
        assert "早市" in answer.text
        assert "！？" not in answer.text
