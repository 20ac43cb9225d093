"""Deleting articles, pages and issues: what goes, what stays, and the reason that is given."""

import pytest
from django.urls import reverse

from articles.models import Article, Event, Issue, Page, Proposal, Status
from tests.admin.posting import signed_in
from tests.factories import (
    make_article,
    make_import_item,
    make_issue,
    make_member,
    make_page,
    make_person,
    make_proposal,
    make_public_article,
    make_region,
)
from tests.importing.pages import PAGE
from tests.importing.test_command import run

pytestmark = pytest.mark.django_db


@pytest.fixture
def client():
    client = signed_in(make_member("Chief editor"))
    client.cookies["django_language"] = "en"
    return client


def address(record, name="delete"):
    return reverse(f"admin:articles_{record._meta.model_name}_{name}", args=[record.pk])


def delete_selected(client, record, **more):
    url = reverse(f"admin:articles_{record._meta.model_name}_changelist")
    data = {"action": "delete_selected", "_selected_action": [record.pk], **more}
    return client.post(url, data)


def make_full_page():
    """A page with a file that it came from and an article with everything that hangs on one."""
    page = make_page()
    make_import_item(page=page)
    person = make_person()
    article = make_article(
        page, named=[person], credited=[person], regions=[make_region()], tags=["早市"]
    )
    make_proposal(article)
    make_article(page, status=Status.IN_REVIEW)
    return page


@pytest.mark.parametrize("selected", [False, True])
def test_a_page_that_nobody_has_seen_goes_with_its_articles(client, selected):
    page, other = make_full_page(), make_article()
    if selected:
        asked = delete_selected(client, page).content.decode()
        delete_selected(client, page, post="yes")
    else:
        asked = client.get(address(page)).content.decode()
        client.post(address(page), {"post": "yes"})
    assert "Are you sure" in asked
    assert "Articles: 2" in asked
    assert "Pages: 1" in asked
    assert list(Article.objects.all()) == [other]
    assert list(Page.objects.all()) == [other.page]
    gone = Event.objects.filter(act="delete")
    assert [event.content_type.model for event in gone.order_by("pk")] == [
        "article",
        "article",
        "page",
    ]
    assert not Proposal.objects.exists()
    deleted = Event.objects.filter(act=Event.Act.DELETE)
    assert sorted(event.content_type.model for event in deleted) == ["article", "article", "page"]


@pytest.mark.usefixtures("divisions")
def test_after_a_deletion_another_text_of_the_page_can_be_imported(client, tmp_path):
    facts = ("--publication", "样报", "--date", "2026-03-02", "--pattern", "p{page}.txt")
    path = tmp_path / "p1.txt"
    path.write_text(PAGE, encoding="utf-8")
    run(path, *facts)
    path.write_text(PAGE + "\n又及\n", encoding="utf-8")
    _status, _out, conflict = run(path, *facts)
    assert "[page-exists]" in conflict
    client.post(address(Page.objects.get()), {"post": "yes"})
    _status, _out, problems = run(path, *facts)
    assert "[page-exists]" not in problems
    assert Page.objects.get().source_text.endswith("又及\n")


def test_an_article_with_a_proposal_can_be_deleted(client):
    article = make_article()
    make_proposal(article)
    client.post(address(article), {"post": "yes"})
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    ("make_record", "reason"),
    [
        (make_public_article, "is or was public"),
        (lambda: make_article(status=Status.WITHDRAWN), "is or was public"),
        (lambda: make_public_article().page, "has articles that are or were public"),
        (lambda: make_article(status=Status.WITHDRAWN).page, "articles that are or were public"),
        (lambda: make_article().issue, "delete them first"),
    ],
)
def test_what_stays_is_told_with_the_reason(client, make_record, reason):
    record = make_record()
    for response in (
        client.get(address(record)),
        client.post(address(record), {"post": "yes"}),
        delete_selected(client, record),
        delete_selected(client, record, post="yes"),
    ):
        content = response.content.decode()
        assert reason in content
        assert "permission" not in content
        assert "Are you sure" not in content
    assert type(record)._default_manager.filter(pk=record.pk).exists()
    assert Article.objects.count() == 1


def test_the_form_offers_to_delete_only_what_nobody_has_seen(client):
    for article, offered in [(make_article(), True), (make_public_article(), False)]:
        page = client.get(address(article, "change")).content.decode()
        assert (f'href="{address(article)}"' in page) is offered


def test_an_issue_without_pages_can_be_deleted(client):
    client.post(address(make_issue()), {"post": "yes"})
    assert not Issue.objects.exists()


def test_who_may_not_delete_articles_does_not_delete_their_page():
    page = make_full_page()
    client = signed_in(make_member("Editor"))
    assert client.post(address(page), {"post": "yes"}).status_code == 403
    assert Page.objects.exists()
