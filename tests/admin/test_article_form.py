"""The form of an article: the source beside it, edits with history, what it can't change."""

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from pytest_django.asserts import assertContains, assertNotContains

from articles.models import Article, Credit, Event, Mention, Proposal, RejectedName, Status
from articles.workflow import record
from tests.admin.posting import post_form, signed_in, values_shown
from tests.factories import (
    make_article,
    make_member,
    make_page,
    make_person,
    make_proposal,
    make_public_article,
    make_region,
)

pytestmark = pytest.mark.django_db

SOURCE = "早市开张\n\n<script>alert(1)</script>清江镇的早市搬进新棚。\n别的文章。"


@pytest.fixture
def editor():
    return make_member("Editor")


@pytest.fixture
def client(editor):
    return signed_in(editor)


def address(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def make_sourced_article(**values):
    start = SOURCE.index("<script>")
    blocks = [
        {"type": "title", "text": "早市开张", "spans": [[0, 4]]},
        {"type": "body", "text": "清江镇的早市搬进新棚。", "spans": [[start, start + 36]]},
    ]
    return make_article(make_page(source_text=SOURCE), blocks=blocks, **values)


def test_an_edit_is_written_with_old_and_new_values(client, editor):
    article = make_article(title="旧题", body="第一段。\n第二段。")
    assert post_form(client, address(article), title="新题").status_code == 302
    event = Event.objects.of(article).get()
    assert (event.act, event.actor) == ("edit", editor)
    assert event.changes == {"title": ["旧题", "新题"]}
    article.refresh_from_db()
    assert (article.title, article.body) == ("新题", "第一段。\n第二段。")


def test_saving_without_a_change_writes_nothing(client):
    person = make_person("孟小舟")
    lines = dict.fromkeys(
        ("byline", "abstract", "body", "captions", "notes"), "第一行。\n\n\u3000第二行。"
    )
    article = make_public_article(
        named=[person], credited=[person], regions=[make_region()], tags=["早市"], **lines
    )
    stored = Article.objects.values().get()
    assert post_form(client, address(article)).status_code == 302
    assert Article.objects.values().get() == stored
    assert not Event.objects.exists()
    assert article.tags.get().name == "早市"
    assert article.mentions.get().person == article.credits.get().person == person


def test_tags_people_and_regions_are_part_of_the_same_act(client):
    old, new = make_person("孟小舟"), make_person("白帆")
    region = make_region()
    article = make_article(named=[old])
    post_form(
        client,
        address(article),
        tags="早市，菜篮子",
        primary_region=region.pk,
        **{"mentions-0-person": new.pk},
    )
    event = Event.objects.of(article).get()
    assert event.changes["tags"] == [[], ["早市", "菜篮子"]]
    assert event.changes["primary_region"] == [None, {"id": region.pk, "name": str(region)}]
    assert [entry[0]["person"] for entry in event.changes["people"]] == [old.pk, new.pk]
    assert article.region_links.get(region=region).primary


def test_phrases_of_the_article_are_suggested_as_tags(client):
    article = make_article(title="", body="职工夜校开课。职工夜校坐满了人。渔港换新灯,渔港亮了。")
    article.tags.add("渔港")
    page = client.get(address(article))
    assertContains(page, 'data-tag="职工夜校"')
    assertNotContains(page, 'data-tag="渔港"')


def test_a_new_name_goes_to_the_record_that_gathers_it(client):
    known = make_person("孟小舟")
    article = make_article()
    names = [("孟小舟", known), ("白帆", None)]
    rows = {"mentions-TOTAL_FORMS": 2, "credits-TOTAL_FORMS": 1}
    for number, (name, _person) in enumerate(names):
        rows[f"mentions-{number}-name"] = name
    rows |= {"credits-0-name": "清江通讯社", "credits-0-role": "agency", "credits-0-order": 0}
    post_form(client, address(article), **rows)
    assert article.mentions.get(name="孟小舟").person == known
    assert article.mentions.get(name="白帆").person.initial == "B"
    assert article.credits.get().person is None


@pytest.mark.parametrize(("role", "moved"), [("Contributor", False), ("Editor", True)])
def test_only_who_may_identify_people_says_who_a_name_is(role, moved):
    gatherer, verified = make_person("孟小舟"), make_person("孟小舟", verified=True)
    article = make_article(named=[gatherer], credited=[gatherer])
    rows = {"mentions-0-person": verified.pk, "credits-0-person": verified.pk}
    rows["mentions-0-description"] = "镇长"
    response = post_form(signed_in(make_member(role)), address(article), **rows)
    assert response.status_code == 302
    mention, credit = article.mentions.get(), article.credits.get()
    assert (mention.person == verified, credit.person == verified) == (moved, moved)
    assert mention.description == "镇长"


def test_a_contributor_may_say_that_a_name_is_a_pseudonym():
    article = make_article(named=[make_person("孟小舟")])
    client = signed_in(make_member("Contributor"))
    post_form(client, address(article), **{"mentions-0-pseudonym": "on"})
    mention = article.mentions.get()
    assert (mention.pseudonym, mention.person) == (True, None)


def test_a_rejected_name_gets_no_record(client):
    RejectedName.objects.create(name="早市")
    article = make_article()
    Credit.objects.create(article=article, name="早市", role="reporter")
    post_form(client, address(article), title="新题")
    assert article.credits.get().person is None


def test_taking_the_primary_region_away_unmarks_its_link(client):
    region = make_region()
    article = make_article(regions=[region])
    post_form(client, address(article), primary_region="")
    assert not article.region_links.get().primary


def test_a_primary_region_from_outside_the_regions_survives_an_edit(client):
    region = make_region()
    article = make_article(regions=[make_region("白河省")], primary_region=region)
    post_form(client, address(article), title="新题")
    article.refresh_from_db()
    assert article.primary_region == region
    assert Event.objects.of(article).get().changes.keys() == {"title"}


def test_a_primary_region_taken_from_the_regions_is_primary_no_more(client):
    article = make_article(regions=[make_region()])
    assert article.primary_region
    post_form(client, address(article), **{"region_links-0-DELETE": "on"})
    article.refresh_from_db()
    assert article.primary_region is None


def test_an_edit_of_a_public_article_is_a_correction(client):
    article = make_public_article()
    imported = make_article()
    for edited in (article, imported):
        post_form(client, address(edited), title="更正后的题")
        edited.refresh_from_db()
    assert article.corrected_at <= timezone.now()
    assert imported.corrected_at is None


def test_the_form_changes_neither_status_nor_times_nor_reading(client):
    article = make_article()
    forged = {
        "status": "published",
        "published_at_0": "2026-01-01",
        "published_at_1": "00:00",
        "confidence": "0",
        "imported_values": "{}",
        "position": "99",
    }
    post_form(client, address(article), title="新题", **forged)
    stored = Article.objects.get()
    assert stored.title == "新题"
    for name in ("status", "published_at", "confidence", "position", "issue_id"):
        assert getattr(stored, name) == getattr(article, name)


def test_a_stale_form_is_refused_once_and_shows_what_is_stored(client):
    article = make_article(title="第一稿", subtitle="不变")
    mine = values_shown(client.get(address(article))) | {"title": "我的稿"}
    post_form(client, address(article), title="同事的稿")
    refused = client.post(address(article), mine)
    assert Article.objects.get().title == "同事的稿"
    form = refused.context["adminform"].form
    assert len(form.non_field_errors()) == 1
    assert "同事的稿" in form.errors["title"][0]
    assert "subtitle" not in form.errors
    assert client.post(address(article), values_shown(refused)).status_code == 302
    assert Article.objects.get().title == "我的稿"


def test_the_source_stands_beside_the_form_with_its_blocks_marked(client):
    article = make_sourced_article(flags=[{"code": "odd-end", "line": 3, "reason": "缺句号"}])
    page = client.get(address(article)).content.decode()
    assert 'class="desk-mark-title" data-block="0" id="source-block-0">早市开张</mark>' in page
    assert 'href="#source-block-1"' in page
    assert 'id="source-line-3" class="desk-flagged"' in page
    assert 'href="#source-line-3"' in page
    assert "odd-end" in page
    assert "缺句号" in page


def test_the_source_is_text_and_never_markup(client):
    page = client.get(address(make_sourced_article(title="<b>题</b>"))).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
    assert "<b>题" not in page


def test_the_history_stands_below_the_form(client, editor):
    article = make_article(title="旧题")
    post_form(client, address(article), title="新题")
    page = client.get(address(article)).content.decode()
    assert "<del>旧题</del>" in page
    assert "<ins>新题</ins>" in page
    assert str(editor) in page
    assert date_format(timezone.localdate()) in page


@pytest.mark.parametrize(
    ("zone", "shown"),
    [("Asia/Shanghai", "March 3, 2026, 1:30 a.m."), ("UTC", "March 2, 2026, 5:30 p.m.")],
)
def test_times_are_those_of_the_newspaper(client, settings, zone, shown):
    settings.TIME_ZONE = zone
    moment = "2026-03-02T17:30Z"
    article = make_public_article(published_at=moment, corrected_at=moment)
    record(article, Event.Act.PUBLISH, acting_user=None, changes={})
    Event.objects.update(at=moment)
    client.cookies["django_language"] = "en"
    page = client.get(address(article)).content.decode()
    for told in (f"public since {shown}", f"corrected {shown}", f">{shown}</time>"):
        assert told in page
    history = client.get(reverse("admin:articles_event_changelist")).content.decode()
    assert shown in history


def decide(client, proposal, decision):
    url = reverse("admin:articles_article_proposal", args=[proposal.article_id, proposal.pk])
    return client.post(url, {"decision": decision})


def test_a_proposal_is_applied_and_logged(client):
    article = make_article(title="编辑的题")
    proposal = make_proposal(article, value="新读的题")
    assert "新读的题" in client.get(address(article)).content.decode()
    decide(client, proposal, "apply")
    article.refresh_from_db()
    assert article.title == "新读的题"
    assert Event.objects.of(article).get().changes == {"title": ["编辑的题", "新读的题"]}
    assert not Proposal.objects.exists()


def test_a_dismissed_proposal_is_gone_and_the_value_stays(client):
    article = make_article(title="编辑的题")
    decide(client, make_proposal(article), "dismiss")
    article.refresh_from_db()
    assert article.title == "编辑的题"
    assert not Proposal.objects.exists()


def test_a_decision_is_about_a_proposal_of_this_article(client):
    proposal = make_proposal()
    other = make_article()
    url = reverse("admin:articles_article_proposal", args=[other.pk, proposal.pk])
    assert client.post(url, {"decision": "apply"}).status_code == 404
    assert decide(client, proposal, "nonsense").status_code == 404
    assert Proposal.objects.count() == 1


@pytest.mark.parametrize("decision", ["apply", "dismiss"])
def test_proposals_for_public_articles_want_the_right_to_publish(decision):
    proposal = make_proposal(make_public_article())
    contributor = signed_in(make_member("Contributor"))
    assert decide(contributor, proposal, decision).status_code == 403
    assert Proposal.objects.count() == 1


def test_proposed_people_keep_who_was_identified(client):
    identified = make_person("孟小舟", verified=True)
    article = make_article(
        make_page(source_text="白帆到了清江镇。"),
        blocks=[{"type": "body", "text": "白帆到了清江镇。", "spans": [[0, 8]]}],
        named=[identified],
    )
    RejectedName.objects.create(name="早市")
    value = [["孟小舟", "镇长", False], ["白帆", "", False], ["小圆", "", True]]
    value.append(["早市", "", False])
    decide(client, make_proposal(article, field="people", value=value), "apply")
    people = {mention.name: mention for mention in Mention.objects.all()}
    assert set(people) == {"孟小舟", "白帆", "小圆"}
    assert people["孟小舟"].person == identified
    assert people["孟小舟"].description == "镇长"
    assert people["白帆"].spans == [[0, 2]]
    assert people["小圆"].person is None


def test_proposed_credits_and_regions_are_applied(client):
    old, new = make_region("清江省"), make_region("白河省")
    article = make_article(regions=[old])
    credits = [{"name": "白帆", "role": "reporter"}, {"name": "清江通讯社", "role": "agency"}]
    for field, value in [
        ("credits", credits),
        ("regions", [new.code]),
        ("primary_region", new.code),
    ]:
        decide(client, make_proposal(article, field=field, value=value), "apply")
    article.refresh_from_db()
    assert list(article.credits.values_list("name", "person__name")) == [
        ("白帆", "白帆"),
        ("清江通讯社", None),
    ]
    assert [link.region for link in article.region_links.all()] == [new]
    assert article.region_links.get().primary
    assert article.primary_region == new
    assert Event.objects.of(article).count() == 3


def test_the_next_article_to_review(client):
    url = reverse("admin:articles_article_next")
    page = make_page()
    waiting = [make_article(page, position=n) for n in (1, 2)]
    make_public_article(page, position=3)
    assert client.get(url).url == address(waiting[0])
    assert client.get(f"{url}?after={waiting[0].pk}").url == address(waiting[1])
    assert client.get(f"{url}?after={waiting[1].pk}").url == address(waiting[0])
    in_review = make_article(status=Status.IN_REVIEW)
    assert client.get(f"{url}?after={waiting[0].pk}").url == address(in_review)


def test_with_nothing_to_review_the_editor_is_told(client):
    url = reverse("admin:articles_article_next")
    only = make_public_article()
    assert client.get(url).url == reverse("admin:articles_article_changelist")
    assert client.get(f"{url}?after={only.pk}").url == address(only)
    assert len(client.get(address(only)).context["messages"]) == 2


def test_newest_issue_first_in_the_queue(client):
    url = reverse("admin:articles_article_next")
    articles = [make_article(sort_date=day) for day in ("2026-03-01", "2026-03-05", "2026-03-03")]
    assert client.get(url).url == address(articles[1])
    assert client.get(f"{url}?after={articles[1].pk}").url == address(articles[2])
    assert client.get(f"{url}?after={articles[2].pk}").url == address(articles[0])
