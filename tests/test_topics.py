"""Tags by rules: which phrases are found, and that an editor's decision is the last."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from articles import topics
from articles.edits import editing
from articles.models import Article, Event, Kind, TagDecision, TagRule
from tests.factories import make_article, make_editor, make_public_article, make_tag_rule

pytestmark = pytest.mark.django_db


def apply(**options):
    options.setdefault("acting_user", None)
    return topics.apply(TagRule.objects.active(), Article.objects.all(), **options)


def tags_of(article):
    return sorted(article.tags.names())


def edit_tags(article, *names):
    """Give an article these tags as its form in the admin does."""
    with editing(article, acting_user=make_editor("change_article", "publish_article")):
        article.tags.set(names)


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("夜校", "职工夜校开课了。", True),
        ("夜校", "夜里,学校关门。", False),
        ("夜校", "夜\n校", False),
        ("工会主席", "工会工会主席来了。", True),
        ("5G", "车间用上５ｇ网络。", True),
        ("AI", "工人学用AI工具。", True),
        ("AI", "THE AIM IS CLEAR", False),
        ("AI工具", "学用AI工具。", True),
        ("AI工具", "学用XAI工具。", False),
        ("C++", "学会了C++的人。", True),
        (".", "一句。", False),
    ],
)
def test_a_phrase_is_found_in_the_text(phrase, text, found):
    rule = make_tag_rule("某题", phrase)
    assert topics.tags_for(Article(body=text), [rule]) == ({"某题"} if found else set())


def test_phrases_that_overlap_or_begin_alike_are_all_found():
    rules = [make_tag_rule(name) for name in ("职工夜校", "夜校", "夜校开课", "职工食堂")]
    article = Article(body="职工夜校开课")
    assert topics.tags_for(article, rules) == {"职工夜校", "夜校", "夜校开课"}


@pytest.mark.parametrize("name", ["section", "kicker", "title", "subtitle"])
def test_a_rule_for_headlines_reads_every_part_of_them_and_nothing_else(name):
    rule = make_tag_rule("夜校", where="headline")
    assert topics.tags_for(Article(**{name: "职工夜校"}), [rule]) == {"夜校"}
    assert not topics.tags_for(Article(title="课堂", body="职工夜校"), [rule])


@pytest.mark.parametrize("name", ["title", "abstract", "body", "captions"])
def test_a_rule_for_the_text_reads_headline_abstract_body_and_captions(name):
    assert topics.tags_for(Article(**{name: "职工夜校"}), [make_tag_rule("夜校")])


@pytest.mark.parametrize("name", ["byline", "notes"])
def test_no_rule_reads_signatures_and_notices(name):
    assert not topics.tags_for(Article(**{name: "职工夜校"}), [make_tag_rule("夜校")])


def test_a_table_of_contents_gets_no_tags():
    article = Article(kind=Kind.CONTENTS, title="夜校", body="夜校")
    assert not topics.tags_for(article, [make_tag_rule("夜校")])


def test_rules_give_tags_and_take_them_when_the_text_has_changed():
    article = make_article(body="夜校开课", tags=["教育"])
    make_tag_rule("夜校")
    assert apply() == topics.Applied(articles=1, given=1, taken=0)
    assert tags_of(article) == ["夜校", "教育"]
    Article.objects.update(body="食堂开张")
    assert apply() == topics.Applied(articles=1, given=0, taken=1)
    assert tags_of(article) == ["教育"]


def test_a_second_time_changes_nothing():
    article = make_article(body="夜校开课")
    make_tag_rule("夜校")
    apply()
    article.refresh_from_db()
    before = article.updated_at
    assert apply() == topics.Applied(articles=1, given=0, taken=0)
    article.refresh_from_db()
    assert article.updated_at == before
    assert Event.objects.of(article).count() == 1


def test_a_tag_that_an_editor_removed_does_not_come_back():
    article = make_article(body="夜校开课")
    make_tag_rule("夜校")
    apply()
    edit_tags(article)
    apply()
    assert tags_of(article) == []
    Article.objects.update(body="食堂开张")
    apply()
    Article.objects.update(body="夜校又开课")
    apply()
    assert tags_of(article) == []


def test_a_tag_removed_past_the_history_does_not_come_back_either():
    article = make_article(body="夜校开课")
    make_tag_rule("夜校")
    apply()
    article.tags.remove("夜校")
    assert apply().given == 0


def test_a_tag_that_an_editor_added_stays():
    article = make_article(body="食堂开张")
    make_tag_rule("夜校")
    edit_tags(article, "夜校")
    assert apply() == topics.Applied(articles=1)
    assert tags_of(article) == ["夜校"]


def test_a_tag_that_an_editor_removed_and_added_again_stays_without_its_phrase():
    article = make_article(body="夜校开课")
    make_tag_rule("夜校")
    apply()
    edit_tags(article)
    edit_tags(article, "夜校")
    Article.objects.update(body="食堂开张")
    apply()
    assert tags_of(article) == ["夜校"]


def test_a_tag_that_an_editor_added_before_its_rule_and_removed_stays_away():
    article = make_article(body="夜校开课")
    edit_tags(article, "夜校")
    edit_tags(article)
    make_tag_rule("夜校")
    apply()
    assert tags_of(article) == []


def test_an_editor_decides_only_on_the_tags_that_changed():
    article = make_article(body="夜校开课")
    make_tag_rule("夜校")
    apply()
    edit_tags(article, "夜校", "教育")
    decided = TagDecision.objects.filter(by_editor=True)
    assert [decision.tag.name for decision in decided] == ["教育"]


def test_an_inactive_rule_gives_no_tags_and_takes_none():
    old, new = make_article(body="夜校开课"), None
    rule = make_tag_rule("夜校")
    apply()
    rule.active = False
    rule.save(update_fields=["active"])
    new = make_article(body="夜校开课")
    apply()
    assert (tags_of(old), tags_of(new)) == (["夜校"], [])


def test_a_tag_with_two_rules_stays_as_long_as_one_of_them_finds_something():
    article = make_article(title="夜校", body="焊花")
    rule = make_tag_rule("技能", "夜校")
    make_tag_rule("技能", "焊花")
    apply()
    rule.phrases = "食堂"
    rule.save(update_fields=["phrases"])
    rules = TagRule.objects.active().beside(TagRule.objects.filter(pk=rule.pk))
    assert len(rules) == 2
    topics.apply(rules, Article.objects.all(), acting_user=None)
    assert tags_of(article) == ["技能"]


def test_a_renamed_tag_keeps_its_rules_and_decisions():
    article, other = make_article(body="夜校开课"), make_article(body="夜校开课")
    rule = make_tag_rule("夜校")
    apply()
    edit_tags(article)
    rule.tag.name = "职工夜校"
    rule.tag.save(update_fields=["name"])
    apply()
    assert (tags_of(article), tags_of(other)) == ([], ["职工夜校"])


def test_what_rules_change_is_in_the_history_with_who_asked():
    article = make_article(body="夜校开课", tags=["教育"])
    make_tag_rule("夜校")
    editor = make_editor("change_article", "publish_article")
    apply(acting_user=editor)
    event = Event.objects.of(article).get()
    assert (event.act, event.actor) == (Event.Act.TAG, editor)
    assert event.changes == {"tags": [["教育"], sorted(["夜校", "教育"])]}


def test_a_form_that_was_open_meanwhile_is_out_of_date():
    article = make_article(body="夜校开课")
    make_tag_rule("夜校")
    apply()
    assert Article.objects.get().updated_at > article.updated_at


@pytest.mark.parametrize("permission", ["change_article", "publish_article"])
def test_applying_needs_the_right_to_change_public_articles(permission):
    article = make_public_article(body="夜校开课")
    make_tag_rule("夜校")
    with pytest.raises(PermissionDenied):
        apply(acting_user=make_editor(permission))
    assert tags_of(article) == []


def test_articles_are_tagged_in_batches_that_take_the_same_queries(monkeypatch):
    monkeypatch.setattr(topics, "BATCH", 4)
    make_tag_rule("早市")
    apply()  # the content type is known from now on

    def queries_for(many):
        for _ in range(many):
            make_article()
        TagDecision.objects.all().delete()
        for article in Article.objects.all():
            article.tags.clear()
        with CaptureQueriesContext(connection) as queries:
            given = apply().given
        assert given == Article.objects.count()
        return len(queries)

    one, three, seven = queries_for(1), queries_for(2), queries_for(4)
    assert one == three
    assert seven - 1 == 2 * (three - 1)  # the rules are read once, batches are two


def test_a_preview_counts_among_the_newest_and_changes_nothing():
    for day in (1, 2, 3):
        make_article(body="夜校开课", sort_date=f"2026-03-0{day}")
    make_article(body="食堂开张", sort_date="2026-03-04")
    rule = make_tag_rule("夜校", active=False)
    found = topics.preview(rule, among=3, examples=1)
    assert (found.count, found.among) == (2, 3)
    assert [str(article.sort_date) for article in found.examples] == ["2026-03-03"]
    assert not TagDecision.objects.exists()


@pytest.mark.parametrize("phrases", ["夜", "夜校\nA", "夜校\n 校 "])
def test_a_phrase_of_one_character_is_refused(phrases):
    rule = make_tag_rule("夜校", phrases)
    with pytest.raises(ValidationError):
        rule.full_clean()


@pytest.mark.parametrize("values", [{"phrases": ""}, {"where": "elsewhere"}])
def test_the_database_refuses_rules_without_sense(values):
    rule = make_tag_rule("夜校")
    with pytest.raises(IntegrityError), transaction.atomic():
        TagRule.objects.filter(pk=rule.pk).update(**values)
