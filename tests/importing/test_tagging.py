"""Tags by rules at the import, at a second one, and at one by a newer importer."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.edits import editing
from articles.models import Article, Event, Page, TagDecision
from tests.factories import make_editor, make_tag_rule
from tests.importing.pages import PAGE, write_pages
from tests.importing.rereading import change_titles, drop_articles, use_importer
from tests.importing.test_command import run
from tests.importing.test_storing import all_rows, import_page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("divisions")]


def tags():
    """The tags of each article by the end of its headline."""
    return {a.title[-4:]: sorted(a.tags.names()) for a in Article.objects.all()}


def edit_tags(article, *names):
    with editing(article, acting_user=make_editor("change_article")):
        article.tags.set(names)


def test_new_articles_are_tagged_without_a_history(tmp_path):
    make_tag_rule("交通", "新桥", "公路")
    make_tag_rule("技能", "焊花", where="headline")
    make_tag_rule("夜校", active=False)
    import_page(tmp_path)
    assert tags() == {"新桥通车": ["交通"], "里的焊花": ["技能"]}
    assert not Event.objects.exists()


def test_a_second_import_changes_no_tags(tmp_path):
    make_tag_rule("交通", "新桥")
    import_page(tmp_path)
    before = all_rows()
    import_page(tmp_path)
    assert all_rows() == before


def test_untouched_tags_follow_a_newer_reading(tmp_path, monkeypatch):
    make_tag_rule("开头", "甲柳河")
    make_tag_rule("交通", "新桥")
    page = import_page(tmp_path)
    for version, mark, expected in [("9.0", "甲", ["交通", "开头"]), ("9.1", "乙", ["交通"])]:
        use_importer(monkeypatch, version)
        change_titles(monkeypatch, mark)
        run(tmp_path / "page.txt")
        assert tags() == {"新桥通车": sorted(expected), "里的焊花": []}
    article = page.articles.first()
    events = Event.objects.of(article).filter(act=Event.Act.TAG).order_by("pk")
    both = sorted(["交通", "开头"])
    assert [event.changes["tags"] for event in events] == [[["交通"], both], [both, ["交通"]]]


def test_what_an_editor_decided_survives_newer_importers(tmp_path, monkeypatch):
    make_tag_rule("交通", "新桥")
    make_tag_rule("开头", "柳河镇新桥")
    page = import_page(tmp_path)
    bridge, school = page.articles.all()
    edit_tags(bridge, "开头", "齐河")
    edit_tags(school, "交通")
    for version, mark in (("9.0", "甲"), ("9.1", "乙")):
        use_importer(monkeypatch, version)
        change_titles(monkeypatch, mark)
        run(tmp_path / "page.txt")
    assert tags() == {"新桥通车": sorted(["开头", "齐河"]), "里的焊花": ["交通"]}


def test_a_tag_by_rule_does_not_keep_an_article_that_is_gone(tmp_path, monkeypatch):
    make_tag_rule("开头", "甲夜校")
    page = import_page(tmp_path)
    use_importer(monkeypatch, "9.0")
    change_titles(monkeypatch, "甲")
    run(tmp_path / "page.txt")
    Event.objects.exclude(act=Event.Act.TAG).delete()
    assert Event.objects.of(page.articles.last()).exists()
    use_importer(monkeypatch, "9.1")
    drop_articles(monkeypatch, keep=1)
    run(tmp_path / "page.txt")
    assert [a.position for a in page.articles.all()] == [1]
    assert not TagDecision.objects.exists()


def test_a_page_that_cannot_be_stored_leaves_no_tags(tmp_path, monkeypatch):
    make_tag_rule("交通", "新桥")

    def fail(articles):
        raise RuntimeError

    monkeypatch.setattr("articles.workflow.publish_unflagged", fail)
    with pytest.raises(RuntimeError):
        import_page(tmp_path, PAGE, "--publish")
    assert not Page.objects.exists()
    assert not TagDecision.objects.exists()


def test_rules_cost_a_page_the_same_queries_however_many_they_are(tmp_path):
    def queries_of(folder, rules):
        for number in range(rules):
            make_tag_rule(f"{folder}{number}", "新桥", "夜校")
        (path,) = write_pages(tmp_path / folder, 1)
        path.write_text(path.read_text("utf-8") + folder, "utf-8")
        with CaptureQueriesContext(connection) as queries:
            run(path)
        return len(queries)

    queries_of("warm", 0)
    assert queries_of("first", 1) == queries_of("second", 20)
