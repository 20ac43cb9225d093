"""What the archive holds after an import, a second one, and one by a newer importer."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import CommandError

from articles import workflow
from articles.importing import storing
from articles.models import (
    Article,
    Event,
    ImportItem,
    Issue,
    Mention,
    Page,
    Person,
    Proposal,
    RejectedName,
)
from regions.models import Region
from tests.factories import make_editor
from tests.importing.pages import PAGE, write_pages
from tests.importing.rereading import (
    change_people,
    change_reading,
    change_titles,
    drop_articles,
    use_importer,
)
from tests.importing.test_command import run

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("divisions")]


def all_rows() -> dict[str, list[tuple]]:
    """Every row of every table but the records of import runs."""
    return {
        model._meta.label: sorted(model._default_manager.values_list(), key=repr)
        for model in apps.get_models()
        if model._meta.label not in {"articles.ImportRun", "articles.ImportItem"}
    }


def import_page(tmp_path: Path, text: str = PAGE, *options: str) -> Page:
    (tmp_path / "page.txt").write_text(text, encoding="utf-8")
    run(tmp_path / "page.txt", *options)
    return Page.objects.latest("pk")


def test_a_second_import_changes_nothing(tmp_path):
    write_pages(tmp_path, 3)
    run(tmp_path, "--publish")
    before = all_rows()
    status, out, _err = run(tmp_path, "--publish")
    assert status == 0
    assert "3 unchanged" in out
    assert all_rows() == before


def test_the_same_text_under_another_name_is_the_same_page(tmp_path):
    import_page(tmp_path)
    (tmp_path / "copy.txt").write_text(PAGE, encoding="utf-8")
    run(tmp_path / "copy.txt")
    assert Page.objects.count() == 1


def test_another_text_of_a_stored_page_is_a_conflict_and_nothing_of_it_is_kept(tmp_path):
    facts = ("--publication", "样报", "--date", "2026-03-02", "--pattern", "p{page}.txt")
    (tmp_path / "p1.txt").write_text(PAGE, encoding="utf-8")
    run(tmp_path / "p1.txt", *facts)
    before = all_rows()
    (tmp_path / "p1.txt").write_text(PAGE + "\n又及\n", encoding="utf-8")
    status, out, err = run(tmp_path / "p1.txt", *facts)
    assert status == 1
    assert "1 conflict" in out
    assert "[page-exists]" in err
    assert all_rows() == before


def test_every_name_has_one_unverified_person_that_gathers_its_mentions(tmp_path):
    write_pages(tmp_path, 2)
    run(tmp_path)
    person = Person.objects.get(name="陈立冬")
    assert not person.verified
    assert person.initial == "C"
    assert person.mentions.count() == 2
    assert Person.objects.get(name="林知远").credits.count() == 2


def test_a_rejected_name_is_not_stored_again(tmp_path):
    RejectedName.objects.create(name="陈立冬")
    import_page(tmp_path)
    assert not Person.objects.filter(name="陈立冬").exists()
    assert not Mention.objects.filter(name="陈立冬").exists()


def test_a_newer_importer_keeps_what_an_editor_changed(tmp_path, monkeypatch):
    page = import_page(tmp_path)
    article = page.articles.get(title="柳河镇新桥通车")
    article.title = "新桥今天通车"
    article.save(update_fields=["title"])
    use_importer(monkeypatch, "9.0")
    change_titles(monkeypatch, "甲")
    status, out, _err = run(tmp_path / "page.txt")
    assert (status, "1 updated" in out) == (0, True)
    article.refresh_from_db()
    assert article.title == "新桥今天通车"
    assert Proposal.objects.get(article=article, field="title").value == "甲柳河镇新桥通车"
    other = page.articles.exclude(pk=article.pk).get()
    assert other.title.startswith("甲")
    assert Event.objects.of(other).get().act == Event.Act.IMPORT
    assert not Proposal.objects.filter(article=other).exists()


def test_edits_survive_three_newer_importers(tmp_path, monkeypatch):
    page = import_page(tmp_path)
    article = page.articles.get(title="柳河镇新桥通车")
    article.title = "新桥今天通车"
    article.save(update_fields=["title"])
    address = article.get_absolute_url()
    for version, mark in (("9.0", "甲"), ("9.1", "乙"), ("9.2", "丙")):
        use_importer(monkeypatch, version)
        change_titles(monkeypatch, mark)
        run(tmp_path / "page.txt")
    article.refresh_from_db()
    assert (article.title, article.get_absolute_url()) == ("新桥今天通车", address)
    assert Proposal.objects.get(article=article).value == "丙柳河镇新桥通车"
    assert page.articles.count() == 2


def test_an_identified_person_stays_identified(tmp_path, monkeypatch):
    page = import_page(tmp_path)
    mention = Mention.objects.get(name="陈立冬")
    mention.person = Person.objects.create(name="陈立冬", verified=True)
    mention.save(update_fields=["person"])
    use_importer(monkeypatch, "9.0")
    change_people(monkeypatch, "九级司机")
    run(tmp_path / "page.txt")
    mention = Mention.objects.get(article__page=page, name="陈立冬")
    assert mention.description == "九级司机"
    assert mention.person.verified


def test_an_unpublished_untouched_article_that_is_gone_is_removed(tmp_path, monkeypatch):
    page = import_page(tmp_path)
    use_importer(monkeypatch, "9.0")
    drop_articles(monkeypatch, keep=1)
    run(tmp_path / "page.txt")
    assert page.articles.count() == 1


def test_a_published_article_that_is_gone_stays_with_a_flag(tmp_path, monkeypatch):
    page = import_page(tmp_path, PAGE, "--publish")
    use_importer(monkeypatch, "9.0")
    drop_articles(monkeypatch, keep=1)
    run(tmp_path / "page.txt")
    assert page.articles.count() == 2
    assert page.articles.order_by("position").last().flag_codes == ["no-longer-found"]


def test_a_page_that_cannot_be_stored_leaves_nothing(tmp_path, monkeypatch):
    paths = write_pages(tmp_path, 2)
    create_articles = storing.create_articles

    def fail_on_first(page, reading, parsed):
        found = create_articles(page, reading, parsed)
        if reading.source.path == paths[0]:
            Article.objects.create(page=page, issue=page.issue, position=1)  # its place is taken
        return found

    monkeypatch.setattr(storing, "create_articles", fail_on_first)
    status, out, err = run(tmp_path)
    assert status == 1
    assert "1 new, 1 refused" in out
    assert "[not-stored]" in err
    assert [page.file_name for page in Page.objects.all()] == [paths[1].name]
    assert ImportItem.objects.filter(outcome=ImportItem.Outcome.REFUSED).count() == 1


def test_what_is_known_later_is_filled_in(tmp_path):
    page = import_page(tmp_path)
    assert page.issue.publication is None
    status, out, _err = run(tmp_path / "page.txt", "--publication", "样报", "--date", "2026-03-04")
    assert (status, "1 updated" in out) == (0, True)
    page.refresh_from_db()
    assert (page.issue.publication.name, page.issue.date) == ("样报", date(2026, 3, 4))
    assert {a.sort_date for a in page.articles.all()} == {date(2026, 3, 4)}
    assert Issue.objects.count() == 1
    before = all_rows()
    run(tmp_path / "page.txt", "--publication", "样报", "--date", "2026-03-04")
    assert all_rows() == before


def test_what_is_known_is_not_overruled(tmp_path):
    import_page(tmp_path, PAGE, "--publication", "样报", "--date", "2026-03-04")
    before = all_rows()
    status, out, err = run(tmp_path / "page.txt", "--publication", "晚报")
    assert (status, "1 unchanged" in out) == (0, True)
    assert "newspaper 晚报, stored is 样报" in err
    assert all_rows() == before


def test_nothing_is_imported_before_the_divisions_are_there(tmp_path):
    for region in Region.objects.order_by("-tree_left"):
        region.delete()
    write_pages(tmp_path, 1)
    with pytest.raises(CommandError, match="load_regions"):
        run(tmp_path)
    assert not Page.objects.exists()


def test_an_article_read_again_once_can_still_be_forgotten(tmp_path, monkeypatch):
    page = import_page(tmp_path)
    use_importer(monkeypatch, "9.0")
    change_titles(monkeypatch, "甲")
    run(tmp_path / "page.txt")
    use_importer(monkeypatch, "9.1")
    drop_articles(monkeypatch, keep=1)
    run(tmp_path / "page.txt")
    assert page.articles.count() == 1


def test_an_article_that_an_editor_published_changes_by_proposal_only(tmp_path, monkeypatch):
    article = import_page(tmp_path).articles.get(title="柳河镇新桥通车")
    workflow.publish(article, acting_user=make_editor("publish_article"))
    use_importer(monkeypatch, "9.0")
    change_titles(monkeypatch, "甲")
    run(tmp_path / "page.txt")
    article.refresh_from_db()
    assert article.title == "柳河镇新桥通车"
    assert Proposal.objects.get(article=article).value == "甲柳河镇新桥通车"


def test_an_editors_primary_region_stays_and_is_marked(tmp_path, monkeypatch):
    article = import_page(tmp_path).articles.get(title="柳河镇新桥通车")
    chosen = Region.objects.get(code="430100")
    Article.objects.filter(pk=article.pk).update(primary_region=chosen)
    use_importer(monkeypatch, "9.0")
    change_titles(monkeypatch, "甲")
    run(tmp_path / "page.txt")
    article.refresh_from_db()
    assert article.primary_region == chosen
    assert [link.region for link in article.region_links.filter(primary=True)] == [chosen]


def test_a_rejected_name_is_no_edit_of_the_people(tmp_path, monkeypatch):
    page = import_page(tmp_path)
    Mention.objects.filter(name="陈立冬").delete()
    RejectedName.objects.create(name="陈立冬")
    use_importer(monkeypatch, "9.0")
    change_reading(monkeypatch, lambda articles: tuple(replace(a, people=()) for a in articles))
    run(tmp_path / "page.txt")
    assert not Proposal.objects.filter(article__page=page).exists()
    assert not Mention.objects.exists()
