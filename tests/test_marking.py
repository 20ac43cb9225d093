"""People and regions linked in the text of an article, before and after it is edited."""

from pathlib import Path

import pytest

from articles.marking import Mark, linked, marks_of, targets_of
from articles.models import Article, Person
from tests.importing.pages import write_pages
from tests.importing.test_command import run

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("divisions")]


@pytest.fixture
def article(tmp_path: Path) -> Article:
    write_pages(tmp_path, 1)
    run(tmp_path)
    return Article.objects.get(title="柳河镇新桥通车")


def marked(article: Article) -> set[str]:
    """The words that are marked in the article's text."""
    found = marks_of(article, article.page.source_text, targets_of(article))
    return {line[mark.start : mark.end] for line, marks in found.items() for mark in marks}


def test_names_and_places_are_marked_where_they_stand(article):
    assert "陈立冬" in marked(article)
    assert any("齐河县" in words for words in marked(article))


def test_marks_follow_an_edit_of_the_paragraph(article):
    article.body = article.body.replace("货车司机", "多年来往于此的货车老司机")
    assert "陈立冬" in marked(article)


def test_a_mark_goes_with_its_words(article):
    article.body = article.body.replace("陈立冬", "陈力冬")
    assert "陈立冬" not in marked(article)
    assert "陈力冬" not in marked(article)


def test_a_closed_person_is_not_linked(article):
    Person.objects.filter(name="陈立冬").update(closed=True)
    assert "陈立冬" not in marked(article)


def test_text_is_escaped_before_it_is_linked():
    html = linked("<b>陈立冬</b>说", [Mark(3, 6, "/people/1/")])
    assert html == '&lt;b&gt;<a href="/people/1/">陈立冬</a>&lt;/b&gt;说'


def test_of_two_marks_at_one_place_the_first_is_taken():
    html = linked("齐河县城", [Mark(0, 3, "/a/"), Mark(2, 4, "/b/")])
    assert html == '<a href="/a/">齐河县</a>城'
