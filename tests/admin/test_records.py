"""Issues, pages, imports, proposals and the history at the desk."""

from datetime import date

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation

from articles.models import (
    UNDATED,
    Article,
    Event,
    ImportRun,
    Issue,
    Page,
    Person,
    Proposal,
    Publication,
)
from articles.workflow import record
from tests.admin.posting import post_form, signed_in
from tests.factories import (
    make_article,
    make_import_item,
    make_issue,
    make_member,
    make_page,
    make_person,
    make_proposal,
    make_public_article,
    make_publication,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def client():
    return signed_in(make_member("Editor"))


def form_of(row):
    return reverse(f"admin:articles_{row._meta.model_name}_change", args=[row.pk])


def list_of(model):
    return reverse(f"admin:articles_{model._meta.model_name}_changelist")


def test_dating_an_issue_dates_its_articles(client):
    issue = make_issue(date=None)
    article = make_article(make_page(issue))
    assert article.sort_date == UNDATED
    post_form(client, form_of(issue), date="2026-05-04", date_basis="printed")
    article.refresh_from_db()
    assert article.sort_date == date(2026, 5, 4)
    assert Event.objects.of(issue).get().changes["date"] == [None, "2026-05-04"]
    post_form(client, form_of(issue), date="", date_basis="unknown")
    article.refresh_from_db()
    assert article.sort_date == UNDATED


def test_two_issues_of_one_day_are_refused_in_words(client):
    publication = make_publication()
    make_issue(publication)
    other = make_issue(publication, date=None)
    response = post_form(client, form_of(other), date="2026-03-02", date_basis="given")
    assert response.status_code == 200
    assert response.context["adminform"].form.non_field_errors()


def test_moving_a_page_moves_its_articles(client):
    page = make_page(make_issue(date="2026-03-02"))
    article = make_article(page)
    target = make_issue(date="2026-05-04")
    assert post_form(client, form_of(page), issue=target.pk).status_code == 302
    article.refresh_from_db()
    assert (article.issue, article.sort_date) == (target, date(2026, 5, 4))


def test_the_text_of_a_page_is_shown_and_never_changed(client):
    page = make_page(source_text="甲<b>乙\n丙", unassigned=[[4, 5]])
    shown = client.get(form_of(page)).content.decode()
    assert "甲&lt;b&gt;" in shown
    assert 'class="desk-mark-unassigned"' in shown
    post_form(client, form_of(page), source_text="别的", sha256="0", number=4)
    stored = Page.objects.get()
    assert (stored.source_text, stored.sha256, stored.number) == (page.source_text, page.sha256, 4)


@pytest.mark.parametrize(("name", "accepted"), [("a.pdf", True), ("a.svg", False), ("a", False)])
def test_scans_are_images_or_pdf(client, name, accepted):
    page = make_page()
    response = post_form(client, form_of(page), scan=SimpleUploadedFile(name, b"%PDF-"))
    assert (response.status_code == 302) is accepted
    assert bool(Page.objects.get().scan) is accepted


def test_problems_of_an_import_can_be_read(client):
    problems = [
        {"code": "unknown-encoding", "line": 3, "message": "Not <valid> UTF-8."},
        {"code": "no-date", "line": 0, "message": "No date."},
    ]
    item = make_import_item(outcome="refused", problems=problems)
    page = client.get(form_of(item)).content.decode()
    assert "Not &lt;valid&gt; UTF-8." in page
    assert "no-date" in page
    shown = client.get(list_of(type(item)), {"outcome__exact": "refused"}).content.decode()
    assert "文件编码不在支持之列。 …" in shown


def test_a_run_leads_to_its_files_and_counts_them(client):
    item = make_import_item(outcome="refused")
    make_import_item(run=item.run)
    make_import_item()
    page = client.get(list_of(type(item.run)))
    runs = {run.pk: run for run in page.context["cl"].result_list}
    run = runs[item.run_id]
    assert (run.item_count, run.stored_count, run.failed_count) == (2, 1, 1)
    link = f"{list_of(type(item))}?run__id__exact={run.pk}"
    assert link in page.content.decode()
    assert client.get(link).context["cl"].result_count == 2


def test_a_run_is_named_by_the_time_of_the_newspaper(client, settings):
    settings.TIME_ZONE = "Asia/Shanghai"
    run = make_import_item().run
    ImportRun.objects.filter(pk=run.pk).update(started_at="2026-03-02T20:15Z")
    page = client.get(list_of(ImportRun)).content.decode()
    assert f"#{run.pk} 2026-03-03 04:15" in page


def test_acts_are_named_as_acts_in_both_languages():
    for language, label in [("en", "publish"), ("zh-hans", "发布")]:
        with translation.override(language):
            assert str(Event.Act.PUBLISH.label) == label


def decide(client, name, proposals):
    data = {"action": f"{name}_selected", "_selected_action": [p.pk for p in proposals]}
    return client.post(list_of(Proposal), data, follow=True)


@pytest.mark.parametrize(("name", "title"), [("apply", "早市新棚开张"), ("dismiss", "旧题")])
def test_proposals_are_decided_together(client, name, title):
    articles = [make_article(title="旧题") for _ in range(2)]
    response = decide(client, name, [make_proposal(article) for article in articles])
    assert not Proposal.objects.exists()
    assert set(Article.objects.values_list("title", flat=True)) == {title}
    [message] = response.context["messages"]
    assert "2" in str(message)


def test_a_proposal_that_may_not_be_decided_is_told_and_stays():
    contributor = signed_in(make_member("Contributor"))
    allowed, refused = make_proposal(), make_proposal(make_public_article())
    response = decide(contributor, "apply", [allowed, refused])
    assert Proposal.objects.get() == refused
    levels = [message.level_tag for message in response.context["messages"]]
    assert levels == ["success", "warning"]


def test_the_history_of_a_record_is_its_part_of_the_list(client):
    article, other = make_article(), make_article()
    for row in (article, other, make_person()):
        record(row, Event.Act.EDIT, acting_user=None, changes={"title": ["旧", "新"]})
    url = reverse("admin:articles_article_history", args=[article.pk])
    response = client.get(url, follow=True)
    assert [event.record for event in response.context["cl"].result_list] == [article]


def test_the_history_is_narrowed_to_a_kind_of_record(client):
    rows = [make_article(), make_person()]
    events = [record(r, Event.Act.EDIT, acting_user=None, changes={}) for r in rows]
    for query, expected in [
        ({}, set(events)),
        ({"record": "person"}, {events[1]}),
        ({"record": "nonsense"}, set(events)),
    ]:
        assert set(client.get(list_of(Event), query).context["cl"].result_list) == expected


def test_the_history_says_what_changed(client):
    event = record(
        make_article(), Event.Act.EDIT, acting_user=None, changes={"title": ["<旧>", "新"]}
    )
    page = client.get(form_of(event)).content.decode()
    assert "<del>&lt;旧&gt;</del>" in page
    assert "<ins>新</ins>" in page


def test_what_is_added_is_written_down_with_its_values(client):
    form = reverse("admin:articles_publication_add")
    post_form(client, form, name="清江晚报", slug="paper")
    event = Event.objects.of(Publication.objects.get()).get()
    assert (event.act, event.actor) == ("add", User.objects.get())
    assert event.changes == {"name": [None, "清江晚报"], "slug": [None, "paper"]}
    post_form(client, reverse("admin:articles_person_add"), name="白帆")
    changes = Event.objects.of(Person.objects.get()).get().changes
    assert (changes["name"], changes["initial"]) == ([None, "白帆"], [None, "B"])


@pytest.mark.parametrize("together", [False, True])
def test_what_is_deleted_is_written_down_with_its_values(together):
    chief = make_member("Chief editor")
    client = signed_in(chief)
    article = make_article(title="旧题", named=[make_person("孟小舟")], tags=["早市"])
    url = reverse("admin:articles_article_delete", args=[article.pk])
    data = {"post": "yes"}
    if together:
        url = list_of(Article)
        data |= {"action": "delete_selected", "_selected_action": [article.pk]}
    client.post(url, data)
    assert not Article.objects.exists()
    event = Event.objects.get()
    assert (event.act, event.actor, event.note) == ("delete", chief, "旧题")
    assert event.object_id == article.pk
    assert event.changes["body"] == [article.body, None]
    assert event.changes["tags"] == [["早市"], None]
    assert event.changes["people"][0][0]["name"] == "孟小舟"
    page = client.get(form_of(event)).content.decode()
    assert "<del>旧题</del>" in page


def test_the_history_outlives_its_record(client):
    issue = make_issue()
    event = record(issue, Event.Act.EDIT, acting_user=None, changes={})
    Issue.objects.all().delete()
    assert client.get(list_of(Event)).status_code == 200
    assert client.get(form_of(event)).status_code == 200
