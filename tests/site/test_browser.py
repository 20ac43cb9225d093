"""The pages in a browser: on a phone, without JavaScript, in the dark and on paper."""

import pytest
from django.urls import reverse

from tests.factories import make_issue, make_page, make_person, make_public_article, make_region

pytestmark = pytest.mark.django_db(transaction=True)

PHONE = {"viewport": {"width": 360, "height": 740}}
LONG = "清江镇老街早市改造工程完工三百个摊位全部搬进新棚" * 3


@pytest.fixture
def addresses() -> list[str]:
    """One page of each kind, with long words and many of everything."""
    page = make_page(make_issue(), number=1, name="综合新闻", source_text="https://" + "x" * 300)
    person, region = make_person("欧阳" + "晓" * 20), make_region("清" * 20 + "省")
    article = make_public_article(
        page,
        title=LONG,
        kicker=LONG,
        subtitle="x" * 80,
        body=LONG + "\n" + "y" * 120,
        named=[person],
        credited=[person],
        regions=[region],
        tags=["长" * 40],
        blocks=[{"type": "body", "text": "", "spans": [[0, 308]]}],
    )
    for _ in range(45):
        make_public_article(page, named=[person])
    return [
        reverse("articles:home"),
        reverse("articles:issues"),
        page.issue.get_absolute_url(),
        reverse("articles:articles") + "?region=x&page=1",
        reverse("articles:articles") + "?page=2",
        article.get_absolute_url(),
        reverse("articles:article-source", args=[article.pk]),
        reverse("articles:people"),
        person.get_absolute_url(),
        reverse("articles:tags"),
        reverse("regions:regions"),
        region.get_absolute_url(),
    ]


@pytest.mark.parametrize("locale", ["zh-CN", "en-GB"])
def test_nothing_sticks_out_on_a_phone(locale, addresses, open_page):
    page = open_page(**PHONE, locale=locale, java_script_enabled=True)
    too_wide = {}
    for address in addresses:
        page.goto(address)
        needed = page.evaluate("document.documentElement.scrollWidth")
        if needed > PHONE["viewport"]["width"]:
            too_wide[address] = needed
    assert not too_wide


def test_a_reader_finds_an_article_without_javascript(open_page):
    make_public_article(title="早市搬进新棚", body="摊主们很高兴。")
    make_public_article(title="夜校开学", body="学员们很高兴。")
    page = open_page(**PHONE, java_script_enabled=False, locale="en-GB")
    page.goto(reverse("articles:home"))
    page.get_by_role("searchbox").fill("摊主")
    page.get_by_role("button", name="Search").click()
    assert page.get_by_role("status").inner_text().startswith("1 article")
    page.get_by_role("link", name="早市搬进新棚").click()
    assert page.get_by_role("heading", level=1).inner_text() == "早市搬进新棚"
    page.get_by_role("button", name="简体中文").click()
    assert page.locator("html").get_attribute("lang") == "zh-hans"


def test_the_first_key_leads_past_the_navigation(browser_page):
    browser_page.goto(reverse("articles:home"))
    browser_page.keyboard.press("Tab")
    browser_page.keyboard.press("Enter")
    assert browser_page.evaluate("document.activeElement.id") == "content"


def test_the_dark_is_dark(open_page):
    grounds = {}
    for scheme in ("light", "dark"):
        page = open_page(color_scheme=scheme)
        page.goto(reverse("articles:home"))
        grounds[scheme] = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert grounds == {"light": "rgb(251, 250, 246)", "dark": "rgb(23, 22, 20)"}


def test_on_paper_stands_the_article_alone(browser_page):
    article = make_public_article()
    browser_page.goto(article.get_absolute_url())
    browser_page.emulate_media(media="print")
    assert browser_page.locator(".text").is_visible()
    assert not browser_page.locator(".site-nav").is_visible()
    assert not browser_page.get_by_role("searchbox").is_visible()
