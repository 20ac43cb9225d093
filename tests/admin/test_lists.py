"""The lists: how many queries they take, what they find and how they are narrowed."""

import pytest
from django.urls import reverse
from django.utils import translation

from articles.admin import desk
from articles.models import (
    Article,
    Event,
    ImportItem,
    ImportRun,
    Issue,
    Page,
    Person,
    Proposal,
    Publication,
    RejectedName,
    Status,
)
from articles.workflow import record
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
    make_publication,
    make_region,
    make_tag_rule,
)

pytestmark = pytest.mark.django_db


def list_of(model):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")


def form_of(row):
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


@pytest.fixture
def client():
    return signed_in(make_member("Chief editor"))


def make_named_article():
    return make_public_article(
        named=[make_person()],
        credited=[make_person()],
        regions=[make_region()],
        tags=["早市"],
        flags=[{"code": "ambiguous-region", "line": 1, "reason": "清江"}],
    )


def make_event():
    return record(make_article(), Event.Act.EDIT, acting_user=None, changes={"title": ["a", "b"]})


ROWS = {
    Article: make_named_article,
    Event: make_event,
    ImportItem: lambda: make_import_item(
        page=make_page(), problems=[{"code": "x", "line": 0, "message": "怪"}]
    ),
    ImportRun: make_import_item,
    Issue: make_page,
    Page: make_page,
    Person: make_named_article,
    Proposal: make_proposal,
    Publication: lambda: make_publication(place=make_region()),
    RejectedName: lambda: RejectedName.objects.create(
        name=make_person().name, rejected_by=make_member("Editor")
    ),
}


@pytest.mark.parametrize("model", ROWS)
def test_queries_do_not_grow_with_the_rows_of_a_list(client, model, assert_queries_do_not_grow):
    assert_queries_do_not_grow(lambda: client.get(list_of(model)), ROWS[model])


KINDS = {
    "article": make_article,
    "issue": make_issue,
    "page": make_page,
    "person": make_person,
    "publication": make_publication,
    "rule": lambda: make_tag_rule(make_person().name),
    "tag": lambda: make_tag_rule(make_person().name).tag,
}


@pytest.mark.parametrize("kind", KINDS)
def test_queries_do_not_grow_with_the_records_in_the_history(
    client, kind, assert_queries_do_not_grow
):
    assert_queries_do_not_grow(
        lambda: client.get(list_of(Event)),
        lambda: record(KINDS[kind](), Event.Act.EDIT, acting_user=None, changes={}),
    )


def test_queries_do_not_grow_with_what_hangs_on_an_article(client, assert_queries_do_not_grow):
    article = make_article()

    def add_rows():
        record(article, Event.Act.EDIT, acting_user=None, changes={"title": ["a", "b"]})
        article.blocks.append({"type": "body", "text": "句", "spans": [[0, 1]]})
        article.flags.append({"code": "ambiguous-region", "line": 1, "reason": ""})
        article.save(update_fields=["blocks", "flags"])
        field = ["title", "kicker", "body", "notes", "section", "subtitle", "captions", "abstract"]
        make_proposal(article, field=field[article.proposals.count()])

    assert_queries_do_not_grow(lambda: client.get(form_of(article)), add_rows)


def test_queries_do_not_grow_with_the_names_in_an_article(client, assert_queries_do_not_grow):
    article = make_article()

    def add_names():
        person = make_person()
        article.mentions.create(name=person.name, person=person)
        article.credits.create(name=person.name, person=person, role="reporter")
        article.region_links.create(region=make_region())

    assert_queries_do_not_grow(lambda: client.get(form_of(article)), add_names)


@pytest.mark.parametrize(
    ("make_holder", "make_row"),
    [
        (make_person, lambda person: make_public_article(named=[person], credited=[person])),
        (make_page, make_public_article),
        (make_issue, make_page),
    ],
)
def test_queries_do_not_grow_with_what_a_record_holds(
    client, assert_queries_do_not_grow, make_holder, make_row
):
    holder = make_holder()
    assert_queries_do_not_grow(lambda: client.get(form_of(holder)), lambda: make_row(holder))


def found(client, model, **query):
    return set(client.get(list_of(model), query).context["cl"].result_list)


def test_articles_are_found_by_words_of_the_headline(client):
    wanted = make_article(title="清江早市搬新棚")
    make_article(title="别的事")
    assert found(client, Article, q="早市") == {wanted}


def test_people_are_found_by_the_beginning_of_any_of_their_names(client):
    wanted = make_person("孟小舟")
    wanted.names.create(name="舟子")
    make_person("小舟")
    assert found(client, Person, q="孟") == found(client, Person, q="舟") == {wanted}


def test_people_stand_by_initial_and_then_by_name(client):
    people = [make_person(name) for name in ("周小圆", "白帆", "孟小舟", "白明")]
    shown = client.get(list_of(Person)).context["cl"].result_list
    assert list(shown) == sorted(people, key=lambda person: (person.initial, person.name))
    assert [person.initial for person in shown] == ["B", "B", "M", "Z"]


def test_the_state_of_a_person_is_told_in_words_where_there_is_one(client):
    make_person("白帆")
    with translation.override("en"):
        client.cookies["django_language"] = "en"
        page = client.get(list_of(Person)).content.decode()
        assert '<td class="field-state">-</td>' in page
        make_person("孟小舟", verified=True, closed=True)
        page = client.get(list_of(Person)).content.decode()
    assert '<td class="field-state">verified · closed</td>' in page
    assert "icon-no" not in page


def test_issues_are_found_by_their_day(client):
    wanted = make_issue(date="2026-05-04")
    make_issue()
    assert found(client, Issue, q="2026-05-04") == {wanted}


def test_articles_are_narrowed(client):
    old = make_article(
        make_page(make_issue(date="1998-07-01")), confidence=0.3, sort_date="1998-07-01"
    )
    doubtful = make_article(flags=[{"code": "no-longer-found", "line": 0, "reason": ""}])
    placed = make_article(flags=[{"code": "ambiguous-region", "line": 1, "reason": "清江"}])
    undated = make_article(make_page(make_issue(date=None)), kind="essay")
    public = make_public_article(confidence=0.6)
    everything = {old, doubtful, placed, undated, public}
    for query, expected in [
        ({}, everything),
        ({"flagged": "yes"}, {doubtful, placed}),
        ({"flagged": "no"}, {old, undated, public}),
        ({"flag": "ambiguous-region"}, {placed}),
        ({"confidence": "low"}, {old}),
        ({"confidence": "middle"}, {public}),
        ({"confidence": "high"}, {doubtful, placed, undated}),
        ({"confidence": "nonsense"}, everything),
        ({"year": "1998"}, {old}),
        ({"year": "undated"}, {undated}),
        ({"year": "nonsense"}, everything),
        ({"year": "10000"}, everything),
        ({"kind__exact": "essay"}, {undated}),
        ({"status__exact": "published"}, {public}),
        ({"issue__publication__id__exact": old.issue.publication_id}, {old}),
        ({"issue__id__exact": old.issue_id}, {old}),
    ]:
        assert found(client, Article, **query) == expected, query


def test_newest_articles_come_first(client):
    days = ["2026-03-02", "2026-03-05", "2026-03-01"]
    articles = {day: make_article(sort_date=day) for day in days}
    shown = client.get(list_of(Article)).context["cl"].result_list
    assert list(shown) == [articles[day] for day in sorted(days, reverse=True)]


def test_a_row_shows_status_and_doubts(client):
    flag = {"code": "ambiguous-region", "line": 1, "reason": "清江"}
    make_article(status=Status.IN_REVIEW, flags=[flag, flag, {**flag, "code": "odd-end"}])
    page = client.get(list_of(Article)).content.decode()
    assert "desk-status-in_review" in page
    assert '<span class="desk-count">3</span>' in page
    assert "odd-end" in page


def test_a_long_list_is_counted_up_to_a_limit(client, monkeypatch):
    monkeypatch.setattr(desk, "COUNT_LIMIT", 2)
    for _ in range(5):
        make_person()
    response = client.get(list_of(Person))
    assert response.context["cl"].result_count == 3
    assert "2+" in response.content.decode()
    monkeypatch.setattr(desk, "COUNT_LIMIT", 5)
    response = client.get(list_of(Person))
    assert response.context["cl"].result_count == 5
    assert "5+" not in response.content.decode()


def test_the_queues_are_counted_and_lead_to_their_articles(client):
    make_article()
    waiting = {make_article(status=Status.IN_REVIEW) for _ in range(2)}
    queues = {q.status: q for q in client.get(list_of(Article)).context["queues"]}
    assert [q.count for q in queues.values()] == ["1", "2", "0", "0"]
    assert set(client.get(queues["in_review"].url).context["cl"].result_list) == waiting


def test_only_current_people_are_offered_to_fields(client):
    stands = make_person("孟小舟", verified=True)
    make_person("孟小舟", merged_into=stands)
    assert [result["id"] for result in people_offered(client)] == [str(stands.pk)]


def people_offered(client):
    """What the field for the person of a mention offers after a 孟 was typed."""
    query = {"app_label": "articles", "model_name": "mention", "field_name": "person", "term": "孟"}
    return client.get(reverse("admin:articles_person_choices"), query).json()["results"]


def test_namesakes_are_told_apart_where_they_are_offered(client):
    client.cookies["django_language"] = "en"
    mayor = make_person("孟小舟", verified=True, description="镇长")
    make_public_article(named=[mayor])
    make_person("孟小舟")
    assert {result["text"] for result in people_offered(client)} == {
        "孟小舟 · 镇长 · verified · named in 1, credited in 0",
        "孟小舟 · named in 0, credited in 0",
    }


def test_fields_for_people_ask_for_namesakes_told_apart(client):
    article = make_article(named=[make_person()], credited=[make_person()])
    url = reverse("admin:articles_person_choices")
    page = client.get(form_of(article)).content.decode()
    # A row and the empty one that further rows are made of, for mentions and for credits.
    assert page.count(f'data-ajax--url="{url}"') == 4
    assert f'data-ajax--url="{url}"' in client.get(form_of(make_person())).content.decode()
