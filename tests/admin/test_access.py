"""Who may open and do what at the desk."""

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from articles.models import Article, Event, ImportRun, Person, RejectedName, Status
from articles.workflow import record
from tests.admin.posting import signed_in
from tests.factories import (
    make_article,
    make_editor,
    make_import_item,
    make_member,
    make_person,
    make_proposal,
    make_tag_rule,
)

pytestmark = pytest.mark.django_db

MODELS = sorted(
    (model for model in admin.site._registry if model._meta.app_label in {"articles", "taggit"}),
    key=lambda model: model._meta.label,
)
ROLES = ["Contributor", "Editor", "Chief editor"]


@pytest.fixture
def archive():
    """One record of each kind."""
    article = make_article(tags=["早市"], named=[make_person("孟小舟")])
    make_proposal(article)
    make_import_item(page=article.page, problems=[{"code": "x", "line": 3, "message": "怪"}])
    RejectedName.objects.create(name="早市")
    make_tag_rule("早市")
    record(article, Event.Act.EDIT, acting_user=None, changes={"title": ["旧", "新"]})
    return article


def address(model, page, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("model", MODELS)
def test_every_role_opens_every_list_and_form(archive, model, role):
    client = signed_in(make_member(role))
    row = model.objects.first()
    for url in (address(model, "changelist"), address(model, "change", row.pk)):
        response = client.get(url)
        assert response.status_code == 200
        assert "desk.css" in response.content.decode()


@pytest.mark.parametrize("model", MODELS)
def test_nobody_else_opens_them(archive, model, client):
    url = address(model, "changelist")
    assert client.get(url).status_code == 302
    assert signed_in(make_editor()).get(url).status_code == 403


ADDING = {
    "Contributor": {"taggit.Tag"},
    "Editor": {
        "articles.Issue",
        "articles.Person",
        "articles.Publication",
        "articles.TagRule",
        "taggit.Tag",
    },
}


@pytest.mark.parametrize("role", ["Contributor", "Editor"])
def test_what_comes_from_the_importer_is_not_added_by_hand(role):
    client = signed_in(make_member(role))
    allowed = {
        model._meta.label
        for model in MODELS
        if client.get(address(model, "add")).status_code == 200
    }
    assert allowed == ADDING[role]


READ_ONLY = {
    "articles.Event",
    "articles.ImportItem",
    "articles.ImportRun",
    "articles.Proposal",
    "articles.RejectedName",
}


@pytest.mark.parametrize("model", [m for m in MODELS if m._meta.label in READ_ONLY])
def test_what_was_recorded_is_not_changed_by_hand(archive, model, admin_client):
    row = model.objects.first()
    for page in ("change", "delete"):
        assert admin_client.post(address(model, page, row.pk), {"post": "yes"}).status_code == 403
    assert model.objects.filter(pk=row.pk).exists()
    assert admin_client.get(address(model, "add")).status_code == 403


ACTS = [
    ("review", Status.IMPORTED, {"Contributor", "Editor", "Chief editor"}),
    ("send_back", Status.IN_REVIEW, {"Contributor", "Editor", "Chief editor"}),
    ("publish", Status.IN_REVIEW, {"Editor", "Chief editor"}),
    ("withdraw", Status.PUBLISHED, {"Chief editor"}),
]


@pytest.mark.parametrize("role", [*ROLES, None])
@pytest.mark.parametrize(("act", "status", "allowed"), ACTS)
def test_acts_by_role(act, status, allowed, role):
    article = make_article(status=status)
    user = make_member(role) if role else make_editor("view_article", "change_article")
    url = reverse("admin:articles_article_act", args=[article.pk])
    response = signed_in(user).post(url, {"act": act})
    article.refresh_from_db()
    assert (response.status_code, article.status != status) == (
        (302, True) if role in allowed else (403, False)
    )


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("status", list(Status))
def test_buttons_are_those_that_work(role, status):
    article = make_article(status=status)
    client = signed_in(make_member(role))
    page = client.get(address(Article, "change", article.pk)).content.decode()
    shown = {act for act, _status, _allowed in ACTS if f'name="act" value="{act}"' in page}
    url = reverse("admin:articles_article_act", args=[article.pk])
    working = set()
    for act, _status, _allowed in ACTS:
        Article.objects.filter(pk=article.pk).update(status=status)
        client.post(url, {"act": act})
        if Article.objects.get(pk=article.pk).status != status:
            working.add(act)
    assert shown == working


@pytest.mark.parametrize(
    ("role", "status", "expected"),
    [
        ("Contributor", Status.IMPORTED, 302),
        ("Contributor", Status.PUBLISHED, 403),
        ("Editor", Status.PUBLISHED, 302),
    ],
)
def test_a_public_article_is_corrected_only_by_who_may_publish(role, status, expected):
    article = make_article(status=status)
    if status == Status.PUBLISHED:
        Article.objects.filter(pk=article.pk).update(published_at="2026-03-03T00:00Z")
    url = address(Article, "change", article.pk)
    client = signed_in(make_member(role))
    data = {"kind": "news", "title": "新题"}
    for prefix in ("credits", "mentions", "region_links"):
        data |= {f"{prefix}-TOTAL_FORMS": 0, f"{prefix}-INITIAL_FORMS": 0}
    assert client.post(url, data).status_code == expected
    assert (Article.objects.get(pk=article.pk).title == "新题") is (expected == 302)


def test_who_may_not_correct_an_article_still_reads_it():
    article = make_article(status=Status.PUBLISHED, published_at="2026-03-03T00:00Z", tags=["早市"])
    page = signed_in(make_member("Contributor")).get(address(Article, "change", article.pk))
    content = page.content.decode()
    assert article.title in content
    assert "早市" in content
    assert 'name="_save"' not in content
    assert "<textarea" not in content


@pytest.mark.parametrize(
    ("role", "status", "deletes"),
    [
        ("Editor", Status.IMPORTED, False),
        ("Chief editor", Status.IMPORTED, True),
        ("Chief editor", Status.PUBLISHED, False),
        ("Chief editor", Status.WITHDRAWN, False),
    ],
)
def test_what_was_public_is_never_deleted(role, status, deletes):
    article = make_article(status=status)
    client = signed_in(make_member(role))
    client.post(address(Article, "delete", article.pk), {"post": "yes"})
    client.post(
        address(Article, "changelist"),
        {"action": "delete_selected", "_selected_action": [article.pk], "post": "yes"},
    )
    assert Article.objects.filter(pk=article.pk).exists() is not deletes


def test_people_are_not_deleted(admin_client):
    person = make_person()
    admin_client.post(address(Person, "delete", person.pk), {"post": "yes"})
    assert Person.objects.filter(pk=person.pk).exists()


def test_acts_want_a_post(admin_client):
    for name, row in [("article", make_article()), ("person", make_person())]:
        url = reverse(f"admin:articles_{name}_act", args=[row.pk])
        assert admin_client.get(url).status_code == 405


def test_acts_want_a_token(admin_user):
    client = Client(enforce_csrf_checks=True)
    client.force_login(admin_user)
    article = make_article()
    url = reverse("admin:articles_article_act", args=[article.pk])
    assert client.post(url, {"act": "publish"}).status_code == 403
    assert Article.objects.get().status == Status.IMPORTED


def test_runs_without_items_are_listed(admin_client):
    ImportRun.objects.create(importer_version="test")
    assert admin_client.get(address(ImportRun, "changelist")).status_code == 200
