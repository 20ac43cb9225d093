"""Who may see which page: every public address has its rows here."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.http import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from articles.models import Article, Status
from tests.factories import (
    make_article,
    make_editor,
    make_issue,
    make_page,
    make_person,
    make_public_article,
    make_region,
)

pytestmark = pytest.mark.django_db

READER, STAFF, EDITOR = "reader", "staff without permission", "editor"
EVERYBODY = (READER, STAFF, EDITOR)


@pytest.fixture
def clients() -> dict[str, Client]:
    people = {STAFF: make_editor(), EDITOR: make_editor("view_article", "view_page")}
    clients = {who: Client() for who in EVERYBODY}
    for who, user in people.items():
        clients[who].force_login(user)
    return clients


@pytest.fixture
def public() -> Article:
    return make_public_article(
        make_page(scan=ContentFile(b"...", "scan.png")),
        named=[make_person("林晓舟")],
        regions=[make_region()],
        tags=["早市"],
    )


def addresses(article: Article) -> dict[str, str]:
    """Return the address of each public page that has to do with the article, by its name."""
    issue, tag = article.issue, article.tags.get()
    person, region = article.mentions.get().person, article.region_links.get().region
    day = [issue.date.year, issue.date.month, issue.date.day]
    return {
        "articles:home": reverse("articles:home"),
        "articles:issues": reverse("articles:issues"),
        "articles:issue-year": reverse("articles:issue-year", args=day[:1]),
        "articles:issue-day": reverse("articles:issue-day", args=day),
        "articles:issue": reverse("articles:issue", args=[issue.pk]),
        "articles:articles": reverse("articles:articles"),
        "articles:article": reverse("articles:article", args=[article.pk]),
        "articles:article-source": reverse("articles:article-source", args=[article.pk]),
        "articles:page-scan": reverse("articles:page-scan", args=[article.page_id]),
        "articles:people": reverse("articles:people"),
        "articles:person": reverse("articles:person", args=[person.pk]),
        "articles:tags": reverse("articles:tags"),
        "articles:tag": reverse("articles:tag", args=[tag.slug]),
        "articles:robots": reverse("articles:robots"),
        "regions:regions": reverse("regions:regions"),
        "regions:region": reverse("regions:region", args=[region.code]),
    }


ALWAYS_THERE = {
    "articles:home",
    "articles:issues",
    "articles:articles",
    "articles:people",
    "articles:tags",
    "articles:robots",
    "regions:regions",
    "regions:region",
}
"""Pages that do not depend on any article; the others are there as soon as one is public."""

OF_ONE_ARTICLE = {"articles:article", "articles:article-source"}

SCAN = "articles:page-scan"

LEFT_OUT = "此处略去"


def names_in(module: str) -> Iterator[str]:
    namespace = "regions" if module.endswith("region_urls") else "articles"
    for pattern in get_resolver(module).url_patterns:
        if isinstance(pattern, URLPattern) and pattern.name:
            yield f"{namespace}:{pattern.name}"


@pytest.mark.parametrize("module", ["articles.urls", "articles.region_urls"])
def test_every_public_address_is_in_the_table(module, public):
    assert set(names_in(module)) <= set(addresses(public))


def status_of(answer: HttpResponseBase) -> int:
    if answer.streaming:
        answer.getvalue()  # else the file of a scan stays open
    return answer.status_code


@pytest.mark.parametrize("who", EVERYBODY)
def test_a_public_article_opens_all_its_pages(who, clients, public):
    answers = {name: status_of(clients[who].get(url)) for name, url in addresses(public).items()}
    assert set(answers.values()) == {200}, answers


@pytest.mark.parametrize("status", [Status.IMPORTED, Status.IN_REVIEW, Status.WITHDRAWN])
@pytest.mark.parametrize("who", EVERYBODY)
def test_what_is_not_public_opens_nothing_but_its_own_page_to_editors(who, status, clients):
    hidden = make_article(
        make_page(scan=ContentFile(b"...", "scan.png")),
        status=status,
        named=[make_person("林晓舟")],
        regions=[make_region()],
        tags=["早市"],
    )
    refusal = 410 if status == Status.WITHDRAWN else 404
    for name, url in addresses(hidden).items():
        if name in OF_ONE_ARTICLE:
            expected = 200 if who == EDITOR else refusal
        elif name == SCAN:
            expected = 200 if who == EDITOR else 404
        else:
            expected = 200 if name in ALWAYS_THERE else 404
        answer = clients[who].get(url)
        assert status_of(answer) == expected, name
        if name not in OF_ONE_ARTICLE | {SCAN}:
            assert hidden.title not in answer.text, name
            assert "林晓舟" not in answer.text, name


def test_an_unpublished_page_is_kept_by_no_cache_and_says_so(clients):
    hidden = make_article()
    for name in OF_ONE_ARTICLE:
        answer = clients[EDITOR].get(reverse(name, args=[hidden.pk]))
        assert {"no-store", "private"} <= set(answer["Cache-Control"].split(", "))
        assert reverse("admin:articles_article_change", args=[hidden.pk]) in answer.text


def texts_of_pages(client: Client, article: Article) -> dict[str, str]:
    """Return what each public page that has to do with the article shows, by its name."""
    cache.clear()
    articles = reverse("articles:articles")
    pages = addresses(article) | {
        "by the person": article.mentions.get().person.get_absolute_url() + "?by",
        **{query: f"{articles}?{query}" for query in ("q=早市", "tag=早市", "person=林晓舟")},
    }
    return {name: client.get(url).text for name, url in pages.items() if name != SCAN}


@pytest.mark.parametrize("status", [Status.IMPORTED, Status.IN_REVIEW, Status.WITHDRAWN])
@pytest.mark.parametrize("who", EVERYBODY)
def test_a_draft_beside_a_public_article_changes_no_page(who, status, clients, public):
    person, region = public.mentions.get().person, public.region_links.get().region
    public.credits.create(person=person, name=person.name, role="author")
    named, credited = make_person("秦未知"), make_person("秦未闻")
    within = make_region("未名市", region)
    before = texts_of_pages(clients[who], public)
    assert sum(public.title in text for text in before.values()) >= 10
    newer = make_issue(public.issue.publication, date=public.issue.date + timedelta(days=366))
    for page in (public.page, make_page(newer)):
        make_article(
            page,
            position=0,
            status=status,
            title="秘密的早市",
            body="秘密的正文。",
            named=[person, named],
            credited=[person, credited],
            regions=[region, within],
            tags=["早市", "秘密"],
        )
    after = texts_of_pages(clients[who], public)
    if who == EDITOR:
        del before["articles:article-source"], after["articles:article-source"]
    assert after == before


def test_a_source_with_drafts_in_it_is_kept_by_no_cache(clients, public):
    url = reverse("articles:article-source", args=[public.pk])
    assert {"no-store", "private"} <= set(clients[EDITOR].get(url)["Cache-Control"].split(", "))
    assert "Cache-Control" not in clients[READER].get(url)


def test_public_pages_set_no_cookies(clients, public):
    for name, url in addresses(public).items():
        answer = clients[READER].get(url)
        assert (status_of(answer), len(answer.cookies)) == (200, 0), name


def test_a_public_page_has_no_banner_for_editors(clients, public):
    answer = clients[EDITOR].get(public.get_absolute_url())
    assert reverse("admin:articles_article_change", args=[public.pk]) not in answer.text


def test_the_source_of_a_page_shows_readers_nothing_of_a_draft(clients):
    page = make_page(source_text="公开的第一段。\n秘密的第二段。\n没有归属的一行。\n")
    article = make_public_article(page, blocks=[{"type": "body", "text": "", "spans": [[0, 7]]}])
    make_article(page, blocks=[{"type": "body", "text": "", "spans": [[8, 15]]}])
    url = reverse("articles:article-source", args=[article.pk])
    for who in (READER, STAFF):
        text = clients[who].get(url).text
        assert "<mark>公开的第一段。</mark>" in text
        assert "秘密" not in text
        assert "没有归属" not in text
        assert text.count(LEFT_OUT) == 1
    assert LEFT_OUT not in clients[EDITOR].get(url).text
    assert "秘密的第二段。" in clients[EDITOR].get(url).text


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("articles:issue", [10**30]),
        ("articles:article", [10**30]),
        ("articles:article-source", [10**30]),
        ("articles:page-scan", [10**30]),
        ("articles:person", [10**30]),
        ("articles:issue-year", [0]),
        ("articles:issue-year", [99999]),
        ("articles:issue-day", [2026, 2, 30]),
        ("articles:tag", ["没有"]),
        ("regions:region", ["999999"]),
    ],
)
def test_an_address_of_nothing_is_not_found(name, arguments, client):
    answer = client.get(reverse(name, args=arguments))
    assert answer.status_code == 404
    assert "404.html" in [template.name for template in answer.templates]
