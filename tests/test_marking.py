"""People and regions linked in the text of an article, before and after it is edited."""

from difflib import SequenceMatcher
from pathlib import Path

import pytest

from articles.marking import Mark, linked, marks_of, targets_of
from articles.models import Article, Person
from tests.factories import make_article, make_page
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


def test_a_person_merged_into_a_closed_one_is_not_linked(article):
    closed = Person.objects.create(name="陈立东", closed=True)
    Person.objects.filter(name="陈立冬").update(merged_into=closed)
    assert "陈立冬" not in marked(article)


ORDINARY = "摊主{}在早市上卖的是自己种的菜和刚从河里捞上来的鱼。"
NUMBERS = [f"{k:03}" for k in range(400)]


@pytest.fixture
def long_article(db) -> Article:
    """An article of 400 paragraphs, in each of which a number stands for a name."""
    texts = [ORDINARY.format(number) for number in NUMBERS]
    page = make_page(source_text="\n".join(texts))
    blocks, start = [], 0
    for text in texts:
        blocks.append({"type": "body", "text": text, "spans": [[start, start + len(text)]]})
        start += len(text) + 1
    return make_article(page, body="\n".join(texts), blocks=blocks)


def numbers_marked(article: Article) -> list[str]:
    """The marked words of the long article, line by line."""
    length = len(ORDINARY.format("000")) + 1
    spans = [[k * length + 2, k * length + 5] for k in range(len(NUMBERS))]
    found = marks_of(article, article.page.source_text, [("/people/1/", spans)])
    return [line[mark.start : mark.end] for line, marks in found.items() for mark in marks]


@pytest.fixture
def comparisons(monkeypatch) -> list[str]:
    """The texts that were compared with another to see how alike the two are."""
    compared: list[str] = []
    compare = SequenceMatcher.real_quick_ratio

    def noted(self: SequenceMatcher) -> float:
        compared.append(self.b)
        return compare(self)

    monkeypatch.setattr(SequenceMatcher, "real_quick_ratio", noted)
    return compared


def test_an_article_edited_in_every_paragraph_takes_no_more_work_a_paragraph(
    long_article, comparisons
):
    long_article.body = long_article.body.replace("刚从河里捞上来的鱼", "河鱼")
    assert numbers_marked(long_article) == NUMBERS
    assert len(comparisons) <= 10 * len(NUMBERS)


def test_an_article_that_was_not_edited_is_not_compared(long_article, comparisons):
    assert numbers_marked(long_article) == NUMBERS
    assert comparisons == []


def test_an_edited_paragraph_is_held_to_what_stood_between_its_neighbours(
    long_article, comparisons
):
    lines = long_article.body.split("\n")
    lines[200] = lines[200].replace("刚从河里捞上来的鱼", "河鱼")
    long_article.body = "\n".join(["新加的第一段。", *lines[:100], *lines[103:]])
    assert numbers_marked(long_article) == NUMBERS[:100] + NUMBERS[103:]
    assert len(comparisons) == 1


def test_both_parts_of_a_divided_paragraph_keep_their_marks(article):
    article.body = article.body.replace("建成通车。“", "建成通车。\n“")
    assert marked(article) >= {"陈立冬", "齐河县"}


def test_text_is_escaped_before_it_is_linked():
    html = linked("<b>陈立冬</b>说", [Mark(3, 6, "/people/1/")])
    assert html == '&lt;b&gt;<a href="/people/1/">陈立冬</a>&lt;/b&gt;说'


def test_of_two_marks_at_one_place_the_first_is_taken():
    html = linked("齐河县城", [Mark(0, 3, "/a/"), Mark(2, 4, "/b/")])
    assert html == '<a href="/a/">齐河县</a>城'
