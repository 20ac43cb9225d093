"""Buttons and bulk actions: what is done, what is refused, what the editor is told."""

import pytest
from django.urls import reverse

from articles.models import Article, Event, Status
from tests.admin.posting import signed_in
from tests.factories import make_article, make_editor, make_member, make_public_article

pytestmark = pytest.mark.django_db

LIST = reverse("admin:articles_article_changelist")


@pytest.fixture
def chief():
    return make_member("Chief editor")


@pytest.fixture
def client(chief):
    return signed_in(chief)


def act(client, article, name, **more):
    url = reverse("admin:articles_article_act", args=[article.pk])
    return client.post(url, {"act": name, **more}, follow=True)


def bulk(client, name, articles):
    data = {"action": f"{name}_selected", "_selected_action": [a.pk for a in articles]}
    return client.post(LIST, data, follow=True)


def told(response):
    return [(message.level_tag, str(message)) for message in response.context["messages"]]


def test_a_button_does_the_act_and_writes_who_and_why(client, chief):
    article = make_article()
    response = act(client, article, "publish", note=" 已核对 ")
    article.refresh_from_db()
    assert article.status == Status.PUBLISHED
    event = Event.objects.of(article).get()
    assert (event.act, event.actor, event.note) == ("publish", chief, "已核对")
    assert event.changes == {"status": ["imported", "published"]}
    assert [level for level, _text in told(response)] == ["success"]


def test_a_refusal_is_told_and_nothing_is_written(client):
    article = make_article()
    response = act(client, article, "withdraw")
    article.refresh_from_db()
    assert article.status == Status.IMPORTED
    [(level, text)] = told(response)
    assert level == "warning"
    assert article.title in text
    assert not Event.objects.exists()


def test_an_unknown_act_is_not_found(client):
    url = reverse("admin:articles_article_act", args=[make_article().pk])
    assert client.post(url, {"act": "edit"}).status_code == 404
    assert client.post(url).status_code == 404


def test_the_next_one_is_opened_on_request(client):
    first, second = make_article(), make_article()
    url = reverse("admin:articles_article_act", args=[first.pk])
    response = client.post(url, {"act": "publish", "then": "next"})
    assert response.url == reverse("admin:articles_article_change", args=[second.pk])


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("review", Status.IMPORTED, Status.IN_REVIEW),
        ("send_back", Status.IN_REVIEW, Status.IMPORTED),
        ("publish", Status.IN_REVIEW, Status.PUBLISHED),
        ("withdraw", Status.PUBLISHED, Status.WITHDRAWN),
    ],
)
def test_bulk_actions_tell_what_was_done_and_refused(client, name, before, after):
    willing = [make_article(status=before) for _ in range(2)]
    if before == Status.PUBLISHED:
        willing = [make_public_article() for _ in range(2)]
    unwilling = make_article(status=after, published_at="2026-03-03T00:00Z")
    response = bulk(client, name, [*willing, unwilling])
    statuses = Article.objects.filter(pk__in=[a.pk for a in willing]).values_list("status")
    assert set(statuses) == {(after,)}
    (level, text), (other_level, other_text) = told(response)
    assert (level, other_level) == ("success", "warning")
    assert "2" in text
    assert unwilling.title in other_text
    assert Event.objects.count() == 2


def test_many_refusals_are_summed_up(client):
    articles = [make_public_article() for _ in range(13)]
    messages = told(bulk(client, "publish", articles))
    assert [level for level, _text in messages] == ["info"] + ["warning"] * 11
    assert "3" in messages[-1][1]


@pytest.mark.parametrize(
    ("name", "permission"),
    [
        ("review", "review_article"),
        ("send_back", "review_article"),
        ("publish", "publish_article"),
        ("withdraw", "withdraw_article"),
    ],
)
def test_bulk_actions_want_their_permission(name, permission):
    statuses = {"send_back": Status.IN_REVIEW, "withdraw": Status.PUBLISHED}
    status = statuses.get(name, Status.IMPORTED)
    article = make_article(status=status, published_at="2026-03-03T00:00Z")
    others = {"review_article", "publish_article", "withdraw_article"} - {permission}
    bulk(signed_in(make_editor("view_article", *others)), name, [article])
    assert Article.objects.get().status == status
    bulk(signed_in(make_editor("view_article", permission)), name, [article])
    assert Article.objects.get().status != status
