"""An editor at work, in a browser."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from articles.models import Event, Status
from tests.factories import (
    make_article,
    make_editor,
    make_import_item,
    make_page,
    make_person,
    make_region,
)

RIGHTS = ("view_article", "change_article", "review_article", "publish_article", "view_page")
SOURCE = "\n".join(
    ["早市开张", "清江镇的早市", "搬进新棚。", *(f"第{n}行是别的文章。" for n in range(80))]
)


@pytest.fixture
def article(transactional_db):
    blocks = [
        {"type": "title", "text": "早市开张", "spans": [[0, 4]]},
        {"type": "body", "text": "清江镇的早市搬进新棚。", "spans": [[5, 11], [12, 17]]},
    ]
    return make_article(
        make_page(source_text=SOURCE),
        title="早市开张",
        body="清江镇的早市搬进新棚。",
        blocks=blocks,
        flags=[{"code": "ambiguous-region", "line": 70, "reason": "清江"}],
    )


@pytest.fixture
def desk(article, browser_page, sign_in):
    sign_in(browser_page, make_editor(*RIGHTS))
    browser_page.goto(reverse("admin:articles_article_changelist"))
    return browser_page


def status_of(article):
    article.refresh_from_db()
    return article.status


def test_an_article_is_reviewed_and_published_beside_its_source(article, desk):
    desk.click(f'a[href*="{reverse("admin:articles_article_next")}"]')
    expect(desk.locator("h1").first).to_have_text("早市开张")
    form, source = (
        desk.locator("#id_body").bounding_box(),
        desk.locator(".desk-text").bounding_box(),
    )
    assert source["x"] >= form["x"] + form["width"]
    assert desk.locator("mark.desk-mark-body").all_inner_texts() == ["清江镇的早市", "搬进新棚。"]

    desk.click('button[value="review"]')
    expect(desk.locator(".desk-status-in_review")).to_be_visible()
    assert status_of(article) == Status.IN_REVIEW
    desk.fill("#desk-note", "已核对")
    desk.click('button[value="publish"]')
    expect(desk.locator(".desk-status-published")).to_be_visible()
    assert desk.locator(".messagelist .success").count() == 1
    assert status_of(article) == Status.PUBLISHED
    assert Event.objects.of(article).first().note == "已核对"
    assert desk.locator(".desk-history").inner_text().count("已核对") == 1


def test_a_doubt_leads_to_its_line(article, desk):
    desk.goto(reverse("admin:articles_article_change", args=[article.pk]))
    assert not is_within(desk, "#source-line-70")
    desk.click(".desk-flags a")
    assert is_within(desk, "#source-line-70")
    desk.locator(".desk-blocks summary").click()
    desk.click('.desk-blocks a[href="#source-block-1"]')
    assert is_within(desk, "#source-block-1")
    assert desk.locator("mark.desk-found").count() == 2


def is_within(page, selector):
    """Whether a line can be seen in the panel of the source."""
    panel = page.locator(".desk-text").bounding_box()
    line = page.locator(selector).bounding_box()
    return panel["y"] <= line["y"] <= panel["y"] + panel["height"]


def test_paragraph_and_source_show_each_other(article, desk):
    desk.goto(reverse("admin:articles_article_change", args=[article.pk]))
    desk.click("#id_body", position={"x": 20, "y": 15})
    assert desk.locator("mark.desk-found").all_inner_texts() == ["清江镇的早市", "搬进新棚。"]
    desk.click("mark.desk-mark-title")
    assert desk.evaluate("document.activeElement.id") == "id_title"
    assert desk.evaluate("document.getSelection().toString()") == "早市开张"


def test_a_button_asks_before_it_leaves_changes_behind(article, desk):
    desk.goto(reverse("admin:articles_article_change", args=[article.pk]))
    desk.fill("#id_title", "改了一半")
    asked = []

    def answer(dialog):
        asked.append(dialog.message)
        dialog.dismiss()

    desk.once("dialog", answer)
    desk.click('button[value="publish"]')
    assert len(asked) == 1
    assert status_of(article) == Status.IMPORTED


def test_the_box_of_a_long_text_grows_and_saving_stays_in_reach(article, desk):
    article.body = "\n".join(["早市的摊主说，新棚遮雨又遮阳。"] * 40)
    article.save()
    desk.goto(reverse("admin:articles_article_change", args=[article.pk]))
    assert desk.locator("#id_body").bounding_box()["height"] == 0.75 * 800
    notes = desk.locator("#id_notes")
    before = notes.bounding_box()["height"]
    notes.fill("一\n二\n三\n四\n五\n六")
    assert notes.bounding_box()["height"] > before
    desk.evaluate("window.scrollTo(0, 0)")
    expect(desk.locator("input[name=_save]")).to_be_in_viewport()


def test_the_language_is_chosen_in_the_header(article, desk):
    desk.click('#header button[value="en"]')
    expect(desk.locator("#site-name")).to_have_text("Newsroom desk")
    assert desk.url.endswith(reverse("admin:articles_article_changelist"))
    desk.click('#header button[value="zh-hans"]')
    expect(desk.locator("html")).to_have_attribute("lang", "zh-hans")


@pytest.mark.parametrize("width", [390, 1280])
def test_no_column_of_a_list_is_squeezed(article, open_page, sign_in, width):
    page = open_page(viewport={"width": width, "height": 800})
    sign_in(page, make_editor("view_importitem", "view_region", *RIGHTS))
    make_import_item(
        page=article.page,
        source="2026-03-02/yangbao-2026-03-02-p1.txt",
        problems=[{"code": "page-exists", "line": 0, "message": "同一版已有另一份文字。" * 5}],
    )
    make_region("清江自治县", make_region("白河市", make_region("清江省")))
    for name, columns in {
        "articles_article": [".field-doubts", ".field-headline"],
        "articles_importitem": [".field-source", ".field-to_page", ".field-problem"],
        "regions_region": [".field-path"],
    }.items():
        page.goto(reverse(f"admin:{name}_changelist"))
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        for column in columns:
            cell = page.locator(f"#result_list {column}").first.bounding_box()
            assert cell["width"] >= 100, column
            assert cell["height"] <= 160, column
        status = page.locator("#result_list .desk-status")
        if status.count():
            box = status.first.bounding_box()
            assert box["x"] + box["width"] <= width


def test_an_edit_is_saved_and_stands_in_the_history(article, desk):
    desk.goto(reverse("admin:articles_article_change", args=[article.pk]))
    desk.fill("#id_title", "早市搬新棚")
    desk.click("input[name=_continue]")
    expect(desk.locator(".desk-history ins")).to_have_text(["早市搬新棚"])
    assert desk.locator("h1").first.inner_text() == "早市搬新棚"


def test_a_suggested_tag_is_added_by_a_click(article, desk):
    desk.goto(reverse("admin:articles_article_change", args=[article.pk]))
    first = desk.locator(".desk-suggested").first
    tag = first.inner_text()
    desk.fill("#id_tags", "夜市，")
    first.click()
    expect(desk.locator("#id_tags")).to_have_value(f"夜市, {tag}")
    expect(desk.locator(f'.desk-suggested[data-tag="{tag}"]')).to_have_count(0)


def test_a_pen_name_is_merged_into_the_person_who_bears_it(article, browser_page, sign_in):
    person, pen_name = make_person("孟小舟"), make_person("舟子")
    sign_in(browser_page, make_editor("view_person", "change_person", "identify_person"))
    browser_page.goto(reverse("admin:articles_person_change", args=[pen_name.pk]))
    browser_page.fill("#desk-reason", "编者按说明")
    browser_page.click(".desk-suggestions .select2-selection")
    browser_page.locator(".select2-search__field").press_sequentially("孟")
    browser_page.click(".select2-results__option >> text=孟小舟")
    browser_page.click('button[value="merge"]')
    expect(browser_page.locator(".messagelist .success")).to_be_visible()
    pen_name.refresh_from_db()
    assert pen_name.merged_into == person


@pytest.mark.parametrize("width", [390, 1280])
def test_the_form_is_never_wider_than_the_screen(article, open_page, sign_in, width):
    page = open_page(viewport={"width": width, "height": 800})
    sign_in(page, make_editor(*RIGHTS))
    page.goto(reverse("admin:articles_article_change", args=[article.pk]))
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for field in ("#id_kind", "#id_kicker", "#id_body", ".desk-text"):
        box = page.locator(field).bounding_box()
        assert box["x"] + box["width"] <= width, field
