"""The desk's rules for tags: what they show and what a click on them does."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse
from taggit.models import Tag

from articles.admin import topics
from articles.models import Article, Event, TagRule
from tests.admin.posting import post_form, signed_in
from tests.factories import make_article, make_member, make_tag_rule

pytestmark = pytest.mark.django_db

LIST = "admin:articles_tagrule_changelist"
FORM = "admin:articles_tagrule_change"


@pytest.fixture
def client():
    return signed_in(make_member("Editor"))


def apply_to_all(client, *rules):
    keys = [rule.pk for rule in rules]
    data = {"action": "apply_to_all", "_selected_action": keys}
    response = client.post(reverse(LIST), data, follow=True)
    return [str(message) for message in response.context["messages"]]


def test_queries_do_not_grow_with_the_rules(client, assert_queries_do_not_grow):
    names = iter("早市晚市夜校食堂")
    assert_queries_do_not_grow(
        lambda: client.get(reverse(LIST)), lambda: make_tag_rule(next(names) * 2)
    )


def test_queries_do_not_grow_with_what_a_rule_finds(client, assert_queries_do_not_grow):
    url = reverse(FORM, args=[make_tag_rule("早市").pk])
    assert_queries_do_not_grow(lambda: client.get(url), make_article)


def test_a_rule_shows_what_it_finds_with_headlines_escaped(client):
    make_article(title="<b>早市</b>")
    make_article(title="食堂", body="开张")
    page = client.get(reverse(FORM, args=[make_tag_rule("早市").pk])).content.decode()
    assert "&lt;b&gt;早市&lt;/b&gt;" in page
    assert "<b>早市" not in page


def test_the_form_of_a_new_rule_finds_nothing_yet(client):
    make_article()
    response = client.get(reverse("admin:articles_tagrule_add"))
    assert response.status_code == 200
    assert "早市" not in response.content.decode()


def test_an_edit_of_a_rule_is_in_the_history(client):
    rule = make_tag_rule("早市")
    post_form(client, reverse(FORM, args=[rule.pk]), phrases="早市\n夜市")
    (old, new) = Event.objects.of(rule).get().changes["phrases"]
    assert (old, new.split()) == ("早市", ["早市", "夜市"])


def test_the_selected_rules_are_applied_with_the_others_of_their_tags(client):
    articles = [make_article(title=title, body="") for title in ("早市", "晚市", "食堂")]
    selected = make_tag_rule("集市", "早市")
    make_tag_rule("集市", "晚市")
    make_tag_rule("食堂")
    (told,) = apply_to_all(client, selected)
    assert [list(article.tags.names()) for article in articles] == [["集市"], ["集市"], []]
    assert "3" in told
    assert "2" in told
    assert Event.objects.filter(act=Event.Act.TAG, actor__isnull=False).count() == 2


def test_contributors_cannot_apply_rules(client):
    rule = make_tag_rule("早市")
    article = make_article()
    apply_to_all(signed_in(make_member("Contributor")), rule)
    assert not article.tags.exists()


def test_a_large_archive_is_left_to_the_command(client, monkeypatch):
    monkeypatch.setattr(topics, "MOST_IN_A_REQUEST", 1)
    make_tag_rule("早市")
    first, second = make_article(), make_article()
    (told,) = apply_to_all(client, TagRule.objects.get())
    assert "apply_tag_rules" in told
    assert not first.tags.exists()
    out = StringIO()
    call_command("apply_tag_rules", stdout=out)
    assert out.getvalue() == "2 articles read: 2 tags given, 0 taken away.\n"
    assert Article.objects.filter(tags__name="早市").count() == 2
    assert second.tags.exists()


@pytest.mark.parametrize("typed", ["！？", "早市，——", "“”、夜校"])
def test_a_tag_that_could_have_no_page_is_refused_in_the_form_of_an_article(client, typed):
    article = make_article(tags=["早市"])
    url = reverse("admin:articles_article_change", args=[article.pk])
    response = post_form(client, url, tags=typed)
    assert "tags" in response.context["adminform"].form.errors
    assert [tag.name for tag in article.tags.all()] == ["早市"]


def test_a_tag_that_could_have_no_page_is_neither_added_nor_made_by_a_new_name(client):
    tag = Tag.objects.create(name="早市")
    add = reverse("admin:taggit_tag_add")
    change = reverse("admin:taggit_tag_change", args=[tag.pk])
    for url in (add, change):
        response = client.post(url, {"name": "！？", "slug": "x"})
        assert "name" in response.context["adminform"].form.errors
    assert [tag.name for tag in Tag.objects.all()] == ["早市"]
    assert client.post(change, {"name": "夜校", "slug": "夜校"}).status_code == 302


def test_a_rule_gives_no_tag_that_has_no_page(client):
    tag = Tag.objects.create(name="！？")
    data = {"tag": tag.pk, "phrases": "早市", "where": "text"}
    response = client.post(reverse("admin:articles_tagrule_add"), data)
    assert "tag" in response.context["adminform"].form.errors
    assert not TagRule.objects.exists()
