"""`import_issues` as somebody calls it: outcomes, messages and exit status."""

import io
import json
from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, ImportItem, ImportRun, Issue, Page
from tests.importing.pages import PAGE, write_pages

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("divisions")]


def run(*arguments: object, **options: object) -> tuple[int, str, str]:
    """Return exit status, standard output and standard error of the command."""
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("import_issues", *map(str, arguments), stdout=out, stderr=err, **options)
    except SystemExit as stop:
        return int(stop.code or 0), out.getvalue(), err.getvalue()
    return 0, out.getvalue(), err.getvalue()


def test_pages_become_issues_pages_and_articles(tmp_path):
    write_pages(tmp_path, 2)
    status, out, err = run(tmp_path, "--publication", "样报", "--pattern", "{date}.txt")
    assert (status, err) == (0, "")
    assert "2 new" in out
    assert Issue.objects.count() == Page.objects.count() == 2
    issue = Issue.objects.get(date=date(2026, 3, 2))
    assert (issue.publication.name, issue.date_basis) == ("样报", Issue.DateBasis.GIVEN)
    titles = set(issue.articles.values_list("title", flat=True))
    assert {"柳河镇新桥通车", "夜校里的焊花"} <= titles
    assert Page.objects.get(issue=issue).source_text == (tmp_path / "2026-03-02.txt").read_text(
        "utf-8"
    )


def test_nothing_is_public_without_publish(tmp_path):
    write_pages(tmp_path, 1)
    run(tmp_path)
    assert Article.objects.exists()
    assert not Article.objects.published().exists()


def test_publish_makes_public_what_has_no_flag(tmp_path):
    write_pages(tmp_path, 1)
    run(tmp_path, "--publish")
    public = Article.objects.published()
    assert public.exists()
    assert set(public) == set(Article.objects.unflagged())


def test_a_dry_run_reports_and_stores_nothing(tmp_path):
    write_pages(tmp_path, 1)
    status, out, _err = run(tmp_path, "--dry-run", "--json")
    report = json.loads(out)
    assert status == 0
    assert report["dry_run"] is True
    assert report["pages"][0]["outcome"] == "new"
    assert report["pages"][0]["articles"]
    assert not Page.objects.exists()
    assert not ImportRun.objects.exists()


def test_the_json_report_has_the_promised_form(tmp_path):
    write_pages(tmp_path, 1)
    page = json.loads(run(tmp_path, "--json", "--date", "2026-03-03")[1])["pages"][0]
    assert page["issue"] == {
        "publication": None,
        "date": "2026-03-03",
        "date_basis": "given",
        "page": None,
    }
    article = page["articles"][0]
    assert {"kind", "section", "kicker", "title", "subtitle", "dateline"} <= article.keys()
    assert {"name": "林知远", "role": "reporter"} in article["credits"]
    assert "陈立冬" in [person["name"] for person in article["people"]]
    assert ["山东省", "德州市", "齐河县"] in [region["path"] for region in article["regions"]]


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (b"", "empty", "no text"),
        (b" \n\n\t ", "empty", "no text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "binary", ""),
        ("字".encode() + b"\xff\xfe\xfa\x00\x01", "binary", ""),
        ("新桥通车".encode() + b"\x81", "unknown-encoding", "UTF-8"),
    ],
    ids=["empty", "blank", "picture", "control characters", "broken bytes"],
)
def test_a_file_that_is_no_text_is_refused_and_the_others_go_on(tmp_path, content, code, words):
    (good,) = write_pages(tmp_path, 1)
    bad = tmp_path / "0-bad.txt"
    bad.write_bytes(content)
    status, out, err = run(tmp_path)
    assert status == 1
    assert "1 new, 1 refused" in out
    assert f"{bad.name}: " in err
    assert words in err
    item = ImportItem.objects.get(source="0-bad.txt")
    assert item.outcome == ImportItem.Outcome.REFUSED
    assert item.problems[0]["code"] in {code, "unknown-encoding"}
    assert Page.objects.get().file_name == good.name


def test_a_file_over_the_limit_is_refused(tmp_path, settings):
    settings.IMPORT_SIZE_LIMIT = 100
    write_pages(tmp_path, 1)
    status, _out, err = run(tmp_path)
    assert status == 1
    assert "the limit is 100" in err
    assert "[too-large]" in err


def test_a_file_that_vanishes_is_refused(tmp_path):
    path = tmp_path / "gone.txt"
    path.symlink_to(tmp_path / "nowhere.txt")
    status, _out, err = run(path)
    assert status == 1
    assert "[vanished]" in err


def test_a_file_that_may_not_be_read_is_refused(tmp_path, monkeypatch):
    write_pages(tmp_path, 1)

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)  # root may read everything
    status, _out, err = run(tmp_path)
    assert status == 1
    assert "Permission denied" in err
    assert "[unreadable]" in err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Name files or folders"),
        (["nowhere"], "does not exist"),
        (["--date", "2.3.2026", "nowhere"], "no date"),
        (["--jobs", "0", "nowhere"], "no number"),
        (["--pattern", "{day}", "nowhere"], "no placeholder"),
        (["--manifest", "none.csv"], "can't be read"),
    ],
)
def test_a_wrong_call_has_status_2(arguments, words):
    with pytest.raises(CommandError, match=words) as raised:
        run(*arguments)
    if raised.value.returncode != 2:  # argparse's own errors carry no status when called so
        assert "Error: argument" in str(raised.value)


def test_files_are_read_the_same_by_several_processes(tmp_path):
    write_pages(tmp_path, 5)
    one = json.loads(run(tmp_path, "--dry-run", "--json")[1])
    three = json.loads(run(tmp_path, "--dry-run", "--json", "--jobs", "3")[1])
    assert one == three


def test_limit_takes_the_first_files(tmp_path):
    write_pages(tmp_path, 3)
    run(tmp_path, "--limit", "2")
    assert [p.file_name for p in Page.objects.order_by("pk")] == [
        "2026-03-01.txt",
        "2026-03-02.txt",
    ]


def test_a_manifest_imports_what_it_lists(tmp_path):
    (path,) = write_pages(tmp_path, 1)
    manifest = tmp_path / "list.csv"
    manifest.write_text(
        f"file,publication,date,page\n{path.name},样报,2026-03-05,3\nmissing.txt,样报,,\n", "utf-8"
    )
    status, _out, err = run("--manifest", manifest)
    assert status == 1
    assert "missing.txt" in err
    page = Page.objects.get()
    assert (page.number, page.issue.date, page.issue.publication.name) == (
        3,
        date(2026, 3, 5),
        "样报",
    )


def test_explain_shows_every_line_with_its_label(tmp_path):
    write_pages(tmp_path, 1)
    _status, out, _err = run(tmp_path, "--explain", "--dry-run")
    for number, line in enumerate(PAGE.splitlines(), start=1):
        if line.strip():
            assert f"{number:5d}  " in out
    assert "headline, article begins" in out
    assert "sign=report" in out, "the grounds of the first paragraph"


def test_explain_shows_what_an_article_is_made_of(tmp_path):
    page = tmp_path / "p.txt"
    page.write_text(
        "灯下学手艺\n\n——河湾镇夜校见闻\n\n本报讯 近日，河湾镇的夜校开课，三十名渔民白天出海，"
        "晚上学修柴油机，老师是镇里的\n\n修船师傅。\n",
        encoding="utf-8",
    )
    _status, out, _err = run(tmp_path, "--explain", "--dry-run")
    assert "     subtitle: ——河湾镇夜校见闻\n     lines 1, 3, 5-7\n" in out
