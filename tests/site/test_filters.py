"""Narrowing the list of articles and the index of people."""

from datetime import date

import pytest
from django.urls import reverse

from tests.factories import (
    make_issue,
    make_page,
    make_person,
    make_public_article,
    make_publication,
    make_region,
)

pytestmark = pytest.mark.django_db

ARTICLES = "articles:articles"


def found(client, **query) -> set[str]:
    answer = client.get(reverse(ARTICLES), query)
    assert not answer.context["filter"].form.errors
    return {article.title for article in answer.context["object_list"]}


def public(title: str, *, day: date | None = date(2026, 3, 2), publication=None, **values):
    page = make_page(make_issue(publication, date=day))
    return make_public_article(page, title=title, **values)


@pytest.mark.parametrize("field", ["title", "kicker", "subtitle", "body", "captions"])
def test_words_are_found_in_every_part(field, client):
    values = {"title": "甲"} | {field: "河上新桥通车了"}
    wanted = make_public_article(**values)
    make_public_article(title="乙")
    assert found(client, q="新桥") == {wanted.title}


@pytest.mark.parametrize("blank", [" ", "\u3000", " \u3000 "])
def test_words_between_blanks_must_all_occur_wherever_they_stand(blank, client):
    public("工会在安徽")
    public("工会", body="安徽")
    public("工会")
    assert found(client, q=f"安徽{blank}工会") == {"工会在安徽", "工会"}
    assert len(client.get(reverse(ARTICLES), {"q": f"安徽{blank}工会"}).context["object_list"]) == 2


def test_the_number_of_words_is_limited(reader):
    public("甲")
    answer = reader.get(reverse(ARTICLES), {"q": "一 二 三 四 五 六 七 八 八"})
    assert not answer.context["filter"].form.errors
    answer = reader.get(reverse(ARTICLES), {"q": "一 二 三 四 五 六 七 八 九"})
    assert "At most 8 words" in answer.text


@pytest.mark.parametrize("words", ["%", "_", "100%", "'", '"', "\\", "a AND (", "🙂"])
def test_words_are_no_syntax(words, client):
    public("甲", body=f"其中有{words}这样的字")
    public("乙", body="其中没有")
    assert found(client, q=words) == {"甲"}


def test_newspaper(client):
    paper = make_publication(slug="evening")
    public("甲", publication=paper)
    public("乙")
    assert found(client, publication="evening") == {"甲"}


def test_kind(client):
    public("甲", kind="essay")
    public("乙")
    assert found(client, kind="essay") == {"甲"}


def test_days_and_years(client):
    public("去年末", day=date(2025, 12, 31))
    public("年初", day=date(2026, 1, 1))
    public("年末", day=date(2026, 12, 31))
    public("无日期", day=None)
    assert found(client, year=2026) == {"年初", "年末"}
    assert found(client, date_from="2026-01-01") == {"年初", "年末"}
    assert found(client, date_to="2026-01-01") == {"去年末", "年初"}
    assert found(client, year=2026, date_to="2026-06-30") == {"年初"}


def test_a_region_takes_in_what_lies_in_it(client):
    province = make_region("清江省")
    city = make_region("南溪市", province)
    other = make_region("北山省")
    public("省", regions=[province])
    public("市", regions=[city])
    public("别处", regions=[other])
    assert found(client, region="清江") == {"省", "市"}
    assert found(client, region="清江省") == {"省", "市"}
    assert found(client, region="南溪市") == {"市"}
    assert found(client, region=province.code) == {"省", "市"}


def test_places_of_one_name_are_all_taken_in(client):
    for province in ("清江省", "北山省"):
        public(province, regions=[make_region("城关市", make_region(province))])
    public("别处", regions=[make_region("东岭省")])
    assert found(client, region="城关") == {"清江省", "北山省"}


def test_a_person_named_or_credited_under_any_name(client):
    person = make_person("林晓舟")
    person.names.create(name="舟子")
    public("写到", named=[person])
    public("写的", credited=[person])
    public("别人", named=[make_person()])
    assert found(client, person="林晓舟") == {"写到", "写的"}
    assert found(client, person="舟子") == {"写到", "写的"}


def test_a_tag(client):
    public("甲", tags=["早市"])
    public("乙", tags=["夜校"])
    assert found(client, tag="早市") == {"甲"}


def test_filters_combine(client):
    region = make_region()
    public("两样", regions=[region], kind="essay")
    public("一样", regions=[region])
    assert found(client, region="清江", kind="essay") == {"两样"}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("publication", "nowhere"),
        ("kind", "poem"),
        ("year", "1066"),
        ("year", "99999999999999999999"),
        ("date_from", "yesterday"),
        ("date_to", "2026-13-45"),
        ("region", "无此地"),
        ("region", "99999999"),
        ("person", "无此人"),
        ("tag", "无此标签"),
        ("q", "\x00"),
        ("q", "长" * 101),
    ],
)
def test_what_cannot_be_used_is_said_beside_the_field(field, value, reader):
    public("甲")
    answer = reader.get(reverse(ARTICLES), {field: value})
    assert answer.status_code == 200
    assert field in answer.context["filter"].form.errors
    assert 'role="alert"' in answer.text
    assert "甲" not in {article.title for article in answer.context["object_list"]}


def test_a_period_that_ends_before_it_begins(reader):
    public("甲")
    query = {"date_from": "2026-03-05", "date_to": "2026-03-01"}
    answer = reader.get(reverse(ARTICLES), query)
    assert "This day is before the one under “From”." in answer.text
    assert list(answer.context["object_list"]) == []


def test_the_number_of_articles_and_pages_is_one_sentence(client, reader):
    page = make_page()
    for _ in range(21):
        make_public_article(page)
    assert "21 articles, page 1 of 2" in reader.get(reverse(ARTICLES)).text
    assert "21 篇文章，第 1 页，共 2 页" in client.get(reverse(ARTICLES)).text


def test_closed_people_are_not_to_be_found_by_name(client):
    public("甲", named=[make_person("林晓舟", closed=True)])
    answer = client.get(reverse(ARTICLES), {"person": "林晓舟"})
    assert "person" in answer.context["filter"].form.errors


def test_next_keeps_the_filters(client):
    page = make_page()
    for _ in range(41):
        make_public_article(page, body="河上新桥通车了", kind="essay")
    answer = client.get(reverse(ARTICLES), {"q": "新桥", "kind": "essay", "page": 2})
    assert answer.context["page_obj"].paginator.count == 41
    assert 'rel="next" href="?q=%E6%96%B0%E6%A1%A5&amp;kind=essay&amp;page=3"' in answer.text
    assert 'rel="prev" href="?q=%E6%96%B0%E6%A1%A5&amp;kind=essay&amp;page=1"' in answer.text


@pytest.mark.parametrize("page", ["0", "-1", "99", "x"])
def test_pages_that_are_not_there(page, client):
    make_public_article()
    assert client.get(reverse(ARTICLES), {"page": page}).status_code == 404


def people_found(client, **query) -> set[str]:
    answer = client.get(reverse("articles:people"), query)
    return {person.name for person in answer.context["object_list"]}


def test_people_by_initial_and_by_part_of_a_name(client):
    lin, zhou = make_person("林晓舟"), make_person("周大河")
    zhou.names.create(name="大江")
    make_public_article(named=[lin], credited=[zhou])
    assert people_found(client) == {"林晓舟", "周大河"}
    assert people_found(client, initial="L") == {"林晓舟"}
    assert people_found(client, q="晓") == {"林晓舟"}
    assert people_found(client, q="大江") == {"周大河"}
    assert people_found(client, initial="L", q="大") == set()


def test_letters_find_people_by_the_sound_of_the_first_character(client):
    names = {"张大河", "查小河", "周大河", "单小雨", "林晓舟", "DJ Zhang"}
    make_public_article(named=[make_person(name) for name in names])
    assert people_found(client, q="zhang") == {"张大河", "DJ Zhang"}
    assert people_found(client, q="Z") == {"张大河", "查小河", "周大河", "DJ Zhang"}
    assert people_found(client, q="zhangdahe") == {"张大河"}
    assert people_found(client, q="Zhou Dahe") == {"周大河"}
    assert people_found(client, q="shan") == {"单小雨"}
    assert people_found(client, q="dan") == set()


def test_a_letter_that_is_none(client):
    answer = client.get(reverse("articles:people"), {"initial": "ß"})
    assert answer.status_code == 200
    assert 'role="alert"' in answer.text
