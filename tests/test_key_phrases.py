"""Key phrases: what an article has more of than the archive."""

from io import StringIO

import pytest
from django.core.management import call_command

from articles import key_phrases
from articles.models import Article, PhraseCount
from tests.factories import make_article, make_person

pytestmark = pytest.mark.django_db

COMMON = "记者采访了工人。"
SCHOOL = "职工夜校开设焊接课程。职工夜校坐满了工人。"


def count():
    return key_phrases.count_articles(Article.objects.all())


def phrases_of(article, **options):
    return key_phrases.key_phrases(article, **options)


def test_words_that_every_article_has_come_last():
    for _ in range(6):
        make_article(title="", body=COMMON)
    article = make_article(title="", body=COMMON + COMMON + "工棚里有一盏油灯,油灯亮着。")
    count()
    found = phrases_of(article)
    assert found[0] == "油灯"
    assert "工人" not in phrases_of(article, limit=2)


def test_a_pair_of_words_that_comes_twice_stands_for_its_words():
    found = phrases_of(make_article(title="", body=SCHOOL))
    assert found[0] == "职工夜校"
    assert not {"职工", "夜校"} & set(found)


def test_a_pair_that_comes_once_counts_if_the_archive_knows_it():
    article = make_article(title="", body="一座村民茶厂。")
    assert "村民茶厂" not in phrases_of(article)
    make_article(title="", body="又一座村民茶厂。")
    count()
    assert phrases_of(article) == ["村民茶厂"]


def test_a_word_of_the_headline_outweighs_one_of_the_text():
    article = make_article(title="油灯", body="车间里有手套和手套。")
    assert phrases_of(article, limit=1) == ["油灯"]


def test_people_are_no_key_phrases():
    article = make_article(title="", body="工棚里有油灯。", named=[make_person("油灯")])
    assert phrases_of(article) == ["工棚"]


def test_an_article_without_text_has_none():
    assert phrases_of(make_article(title="", body="")) == []


def test_key_phrases_take_two_queries(django_assert_num_queries):
    article = make_article(body=SCHOOL)
    count()
    with django_assert_num_queries(2):
        phrases_of(article)


def test_counting_starts_anew_and_leaves_out_what_stands_in_one_article():
    make_article(title="", body=SCHOOL)
    other = make_article(title="", body="职工的油灯和职工的手套")
    assert count()[0] == 2
    assert {c.phrase: (c.articles, c.out_of) for c in PhraseCount.objects.all()} == {"职工": (2, 2)}
    other.delete()
    count()
    assert not PhraseCount.objects.exists()


def test_what_is_frequent_is_counted_within_bounds(monkeypatch):
    monkeypatch.setattr(key_phrases, "COUNTED", 3)
    monkeypatch.setattr(key_phrases, "KEPT", 1)
    for word in ("手套", "油灯", "食堂", "台阶", "茶厂"):
        make_article(title="", body=f"职工的{word}")
    assert count() == (5, 1)
    assert PhraseCount.objects.get().phrase == "职工"


def test_the_command_says_what_it_counted():
    make_article(title="", body=SCHOOL)
    make_article(title="", body="职工的油灯")
    out = StringIO()
    call_command("count_phrases", stdout=out)
    assert out.getvalue() == "2 articles read, 1 phrases kept.\n"
