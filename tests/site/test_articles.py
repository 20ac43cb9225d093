"""The page of an article."""

import pytest
from django.urls import reverse

from tests.factories import (
    make_article,
    make_issue,
    make_page,
    make_person,
    make_public_article,
    make_region,
)

pytestmark = pytest.mark.django_db

PARTS = {
    "section": "特写",
    "kicker": "清江镇老街改造完工",
    "title": "早市搬进新棚",
    "subtitle": "三百个摊位不再怕雨",
    "dateline": "本报清江3月1日电",
    "abstract": "阅读提示的一段。",
    "body": "本报清江3月1日电 新棚开张。\n## 摊位更宽了\n摊主们很高兴。",
    "captions": "摊主在摆放蔬菜。",
    "notes": "(下转第2版)",
}


def test_the_parts_stand_in_the_order_of_the_paper(reader):
    text = reader.get(make_public_article(**PARTS).get_absolute_url()).text
    main = text[text.index("<main") :]
    shown = [
        *(PARTS[name] for name in ("section", "kicker", "title", "subtitle", "abstract")),
        '<span class="dateline">本报清江3月1日电</span> 新棚开张。',
        "<h2>摊位更宽了</h2>",
        "摊主们很高兴。",
        PARTS["captions"],
        PARTS["notes"],
    ]
    places = [main.index(part) for part in shown]
    assert places == sorted(places)


def test_an_article_without_a_headline_shows_its_opening_words(reader):
    text = reader.get(make_public_article(title="", body="开头的话。").get_absolute_url()).text
    assert '<h1 class="untitled">开头的话。</h1>' in text


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"body": "\n## 小标题\n正文。"}, "小标题"),
        ({"captions": "桥塔上的工人。\n林晓舟 摄"}, "桥塔上的工人。"),
        ({"abstract": "阅读提示。", "notes": "附记"}, "阅读提示。"),
        ({"byline": "林晓舟 摄"}, "林晓舟 摄"),
        ({"body": "长" * 30}, "长" * 23 + "…"),
        ({}, "（无文字）"),
    ],
)
def test_the_headline_of_an_article_without_one(values, words, client):
    article = make_public_article(**{"title": "", "body": ""} | values)
    for url in (article.get_absolute_url(), reverse("articles:articles")):
        assert f">{words}</" in client.get(url).text


def test_an_excerpt_begins_with_words_and_ends_with_one_sign(client):
    make_public_article(body="- 早市搬家" + "." * 30 + " 第2版")
    make_public_article(body="长" * 200)
    text = client.get(reverse("articles:articles")).text
    assert '<p class="row-opening">早市搬家… 第2版</p>' in text
    assert f'<p class="row-opening">{"长" * 89}…</p>' in text


@pytest.mark.parametrize(
    ("body", "kind", "is_list"),
    [
        ("- 早市搬家\n- 夜校开学", "news", True),
        ("早市搬家............2\n夜校开学············3\n又一行", "news", True),
        ("早市搬家 2", "contents", True),
        ("早市搬家了。\n- 夜校开学了。\n真的……", "news", False),
        ("- 早市搬家了。", "news", False),
    ],
)
def test_a_list_is_not_set_as_prose(body, kind, is_list, client):
    text = client.get(make_public_article(body=body, kind=kind).get_absolute_url()).text
    assert ('class="text text-list"' in text) == is_list


def test_leaders_keep_their_text(client):
    article = make_public_article(body="早市搬家........2\n等等……")
    text = client.get(article.get_absolute_url()).text
    assert '<p>早市搬家<span class="leaders">........</span>2</p>' in text
    assert "<p>等等……</p>" in text


@pytest.mark.parametrize("field", ["section", "kicker", "title", "subtitle", "abstract", "body",
                                   "captions", "notes"])  # fmt: skip
def test_text_of_a_page_is_never_markup(field, reader):
    page = make_page(source_text="<script>alert(1)</script>")
    values = {"title": "标题"} | {field: "<script>alert(1)</script>"}
    article = make_public_article(
        page,
        named=[make_person("<script>alert(1)</script>")],
        tags=["<script>alert(1)</script>"],
        blocks=[{"type": "body", "text": "", "spans": [[0, 25]]}],
        **values,
    )
    for url in (
        article.get_absolute_url(),
        article.issue.get_absolute_url(),
        reverse("articles:article-source", args=[article.pk]),
        reverse("articles:home"),
        reverse("articles:articles"),
        reverse("articles:people"),
        reverse("articles:tags"),
    ):
        text = reader.get(url).text
        assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)" in reader.get(article.get_absolute_url()).text


def test_what_a_reader_types_is_never_markup(reader):
    text = reader.get(reverse("articles:articles"), {"q": '"><script>alert(1)</script>'}).text
    assert "<script>alert" not in text


def test_credits_lead_to_people_and_agencies_do_not(reader):
    person = make_person("林晓舟")
    article = make_public_article(credited=[person])
    article.credits.create(name="清江社", role="agency", order=1)
    text = reader.get(article.get_absolute_url()).text
    assert f'<a href="{person.get_absolute_url()}">林晓舟</a>' in text
    assert '<dd lang="zh-Hans">清江社</dd>' in text


def test_closed_people_and_pseudonyms_have_no_link(reader):
    closed = make_person("周大河", closed=True)
    article = make_public_article(named=[closed], credited=[closed])
    article.mentions.create(name="小米", pseudonym=True)
    text = reader.get(article.get_absolute_url()).text
    assert closed.get_absolute_url() not in text
    assert '<dd lang="zh-Hans">周大河</dd>' in text
    assert 'class="chip"' not in text


def test_people_and_regions_are_links_where_the_text_names_them(reader):
    source = "清江省的林晓舟来了。"
    person, region = make_person("林晓舟"), make_region("清江省")
    article = make_public_article(
        make_page(source_text=source),
        body=source,
        blocks=[{"type": "body", "text": source, "spans": [[0, len(source)]]}],
    )
    article.mentions.create(person=person, name=person.name, spans=[[4, 7]])
    article.region_links.create(region=region, spans=[[0, 3]])
    assert (
        f'<p><a href="{region.get_absolute_url()}">清江省</a>的'
        f'<a href="{person.get_absolute_url()}">林晓舟</a>来了。</p>'
    ) in reader.get(article.get_absolute_url()).text


def test_a_dateline_is_set_off_and_the_links_after_it_stay_in_place(reader):
    source = "本报讯 林晓舟来了。"
    article = make_public_article(
        make_page(source_text=source),
        body=source,
        dateline="本报讯",
        blocks=[{"type": "body", "text": source, "spans": [[0, len(source)]]}],
    )
    person = make_person("林晓舟")
    article.mentions.create(person=person, name=person.name, spans=[[4, 7]])
    assert (
        '<p><span class="dateline">本报讯</span> '
        f'<a href="{person.get_absolute_url()}">林晓舟</a>来了。</p>'
    ) in reader.get(article.get_absolute_url()).text


def test_neighbours_follow_the_pages_of_the_issue(reader):
    issue = make_issue()
    later, first = make_page(issue, number=2), make_page(issue, number=1)
    on_second = make_public_article(later, position=1)
    one = make_public_article(first, position=1)
    two = make_public_article(first, position=3)
    make_article(first, position=2)
    context = reader.get(two.get_absolute_url()).context
    assert (context["previous_article"], context["next_article"]) == (one, on_second)
    context = reader.get(one.get_absolute_url()).context
    assert (context["previous_article"], context["next_article"]) == (None, two)
    assert context["page_contents"] == [one, two]


def test_doubts_of_the_importer_are_not_for_readers(reader):
    article = make_public_article(flags=[{"code": "odd-title", "line": 1, "reason": "很可疑"}])
    text = reader.get(article.get_absolute_url()).text
    assert "odd-title" not in text
    assert "很可疑" not in text


def test_a_withdrawn_article_says_so(reader):
    answer = reader.get(make_article(status="withdrawn", title="撤下的文章").get_absolute_url())
    assert answer.status_code == 410
    assert "withdrawn" in answer.text
    assert "撤下的文章" not in answer.text


def test_the_captions_are_the_text_of_a_photo_story(reader):
    article = make_public_article(kind="photo", body="", captions="桥塔上的工人。\n林晓舟 摄")
    text = reader.get(article.get_absolute_url()).text
    assert '<div class="text" lang="zh-Hans">' in text
    assert "<p>桥塔上的工人。</p>" in text
    assert 'id="captions"' not in text


def test_a_row_names_everybody_once(reader):
    person = make_person("林晓舟")
    article = make_public_article(credited=[person])
    article.credits.create(name="林晓舟", person=person, role="photographer", order=1)
    article.credits.create(name="周江", role="author", order=2)
    text = reader.get(reverse("articles:articles")).text
    assert "林晓舟 周江</span>" in text


def test_the_file_name_of_a_page_is_not_for_readers(reader):
    article = make_public_article(make_page(file_name="scan-0815.txt"))
    assert "page without a number" in reader.get(article.issue.get_absolute_url()).text
    for url in (article.get_absolute_url(), article.issue.get_absolute_url()):
        assert "scan-0815" not in reader.get(url).text


@pytest.mark.parametrize(("zone", "day"), [("Asia/Shanghai", "March 3"), ("UTC", "March 2")])
def test_the_day_of_a_correction_is_that_of_the_newspaper(zone, day, reader, settings):
    settings.TIME_ZONE = zone
    article = make_public_article(corrected_at="2026-03-02T17:30Z")
    assert f"corrected {day}, 2026" in reader.get(article.get_absolute_url()).text
