"""Edits and decisions on proposals, where somebody else works on the same record."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.urls import reverse

from articles import edits
from articles.admin.article_forms import ArticleForm
from articles.models import Article, Event, Proposal
from tests.admin.posting import post_form, signed_in
from tests.factories import make_article, make_editor, make_member, make_proposal

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return make_editor("change_article")


def changes_of(article):
    return [event.changes for event in Event.objects.of(article).order_by("pk")]


def test_what_a_colleague_changed_is_not_written_as_taken_back(editor):
    mine = make_article(title="旧题", subtitle="旧副题")
    Article.objects.filter(pk=mine.pk).update(subtitle="同事的副题")
    with edits.editing(mine, acting_user=editor):
        mine.title = "新题"
        mine.save(update_fields=["title"])
    assert changes_of(mine) == [{"title": ["旧题", "新题"]}]
    assert mine.subtitle == "同事的副题"


def test_proposals_of_one_article_are_applied_one_after_the_other(editor):
    article = make_article(title="旧题", subtitle="旧副题")
    make_proposal(article, field="title", value="新题")
    make_proposal(article, field="subtitle", value="新副题")
    for proposal in Proposal.objects.select_related("article").order_by("pk"):
        edits.apply_proposal(proposal, acting_user=editor)
    assert changes_of(article) == [
        {"title": ["旧题", "新题"]},
        {"subtitle": ["旧副题", "新副题"]},
    ]
    stored = Article.objects.get()
    assert (stored.title, stored.subtitle) == ("新题", "新副题")


@pytest.mark.parametrize("decide", [edits.apply_proposal, edits.dismiss_proposal])
def test_an_article_that_has_become_public_is_not_decided_on(decide, editor):
    proposal = make_proposal()
    seen = Proposal.objects.select_related("article").get()
    Article.objects.update(status="published", published_at="2026-03-03T00:00Z")
    with pytest.raises(PermissionDenied):
        decide(seen, acting_user=editor)
    assert Proposal.objects.get() == proposal


def test_a_form_that_is_sent_is_checked_while_its_record_is_locked(monkeypatch):
    steps = []
    lock, clean = QuerySet.select_for_update, ArticleForm.clean

    def noted_lock(rows, *args, **options):
        steps.append(("lock", rows.model))
        return lock(rows, *args, **options)

    def noted_clean(form):
        steps.append(("check", Article))
        return clean(form)

    monkeypatch.setattr(QuerySet, "select_for_update", noted_lock)
    monkeypatch.setattr(ArticleForm, "clean", noted_clean)
    url = reverse("admin:articles_article_change", args=[make_article().pk])
    assert post_form(signed_in(make_member("Editor")), url, title="新题").status_code == 302
    assert steps[:2] == [("lock", Article), ("check", Article)]
