"""People at the desk: names, and the buttons for who is who."""

import pytest
from django.urls import reverse

from articles.admin.identity import CREDITS_STAY
from articles.models import Event, Person, RejectedName
from tests.admin.posting import post_form, signed_in
from tests.factories import make_article, make_editor, make_member, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return make_member("Editor")


@pytest.fixture
def client(editor):
    return signed_in(editor)


def form_of(person):
    return reverse("admin:articles_person_change", args=[person.pk])


def act(client, person, name, **given):
    url = reverse("admin:articles_person_act", args=[person.pk])
    return client.post(url, {"act": name, "reason": "已核对", **given})


def test_a_new_name_brings_its_initial_and_is_written_down(client):
    person = make_person("孟小舟")
    rows = {"names-TOTAL_FORMS": 1, "names-0-name": "舟子"}
    assert post_form(client, form_of(person), name="白帆", **rows).status_code == 302
    person.refresh_from_db()
    assert (person.name, person.initial) == ("白帆", "B")
    changes = Event.objects.of(person).get().changes
    assert changes == {"name": ["孟小舟", "白帆"], "names": [[], ["舟子"]]}


def test_the_form_does_not_say_who_is_who(client):
    person = make_person()
    post_form(client, form_of(person), description="渔民", verified="on", closed="on")
    person.refresh_from_db()
    assert (person.description, person.verified, person.closed) == ("渔民", False, False)


def test_the_places_where_a_person_is_named_are_listed(client):
    person = make_person()
    named = make_article(named=[person], title="提到的文章")
    make_article(credited=[person], title="署名的文章")
    page = client.get(form_of(person)).content.decode()
    assert "提到的文章" in page
    assert "署名的文章" in page
    assert reverse("admin:articles_article_change", args=[named.pk]) in page


def test_verify_and_close(client, editor):
    person = make_person()
    act(client, person, "verify", description="镇长")
    act(client, person, "close")
    person.refresh_from_db()
    assert (person.verified, person.closed, person.description) == (True, True, "镇长")
    events = Event.objects.of(person)
    assert {(e.act, e.actor, e.note) for e in events} == {
        ("verify", editor, "已核对"),
        ("close", editor, "已核对"),
    }


def test_an_act_can_be_undone_from_the_history(client):
    person = make_person()
    act(client, person, "close")
    event = Event.objects.of(person).get()
    assert f'name="event" value="{event.pk}"' in client.get(form_of(person)).content.decode()
    act(client, person, "undo", event=event.pk)
    person.refresh_from_db()
    assert not person.closed


def test_split_off_what_is_ticked(client):
    person = make_person()
    articles = [make_article(named=[person]) for _ in range(2)]
    ticked = articles[0].mentions.get()
    response = act(client, person, "split", mentions=[ticked.pk])
    ticked.refresh_from_db()
    assert ticked.person != person
    assert articles[1].mentions.get().person == person
    assert response.url == form_of(ticked.person)


def test_merge_or_tell_apart_a_suggestion(client):
    known = make_person("孟小舟", verified=True)
    for name, merged in [("tell_apart", False), ("merge", True)]:
        loose = make_person("孟小舟", description=name)
        assert f'name="other" value="{known.pk}"' in client.get(form_of(loose)).content.decode()
        act(client, loose, name, other=known.pk)
        loose.refresh_from_db()
        assert (loose.merged_into == known) is merged
        assert f'name="other" value="{known.pk}"' not in client.get(form_of(loose)).content.decode()
        Person.objects.filter(pk=loose.pk).update(verified=True)


def test_merge_into_a_record_that_was_searched_for(client):
    suggested, searched = make_person("孟小舟", verified=True), make_person("舟子")
    person = make_person("孟小舟")
    act(client, person, "merge", other=suggested.pk, another=searched.pk)
    person.refresh_from_db()
    assert person.merged_into == searched


def test_the_kept_record_shows_the_merge_and_takes_it_back(client):
    kept, gone = make_person("孟小舟"), make_person("舟子")
    act(client, gone, "merge", other=kept.pk)
    [entry] = client.get(form_of(kept)).context["events"]
    assert (entry.event.act, entry.can_be_undone) == ("merge", True)
    page = client.get(form_of(kept)).content.decode()
    assert f'<a href="{form_of(gone)}">舟子</a>' in page
    assert f'name="event" value="{entry.event.pk}"' in page
    act(client, kept, "undo", event=entry.event.pk)
    gone.refresh_from_db()
    assert gone.merged_into is None
    entries = client.get(form_of(kept)).context["events"]
    assert [(e.event.act, e.can_be_undone) for e in entries] == [("undo", False), ("merge", False)]


def test_a_merge_can_be_taken_back_on_the_merged_record_too(client):
    kept, gone = make_person("孟小舟"), make_person("舟子")
    act(client, gone, "merge", other=kept.pk)
    assert 'value="undo"' in client.get(form_of(gone)).content.decode()


def test_queries_do_not_grow_with_the_records_merged(client, assert_queries_do_not_grow):
    kept = make_person("孟小舟")
    assert_queries_do_not_grow(
        lambda: client.get(form_of(kept)),
        lambda: act(client, make_person(), "merge", other=kept.pk),
    )


def test_reject_a_name(client):
    person = make_person("早市")
    make_article(named=[person])
    act(client, person, "reject_name")
    assert RejectedName.objects.get().name == "早市"
    assert not person.mentions.exists()
    response = client.get(form_of(person))
    assert len(response.context["messages"]) == 1
    assert reverse("admin:articles_rejectedname_change", args=[RejectedName.objects.get().pk]) in (
        response.content.decode()
    )
    assert 'value="reject_name"' not in response.content.decode()


def test_rejecting_a_name_says_that_its_credits_stay(client):
    person = make_person("早市")
    make_article(credited=[person])
    act(client, person, "reject_name")
    assert person.credits.count() == 1
    response = client.get(form_of(person))
    [_done, stays] = response.context["messages"]
    assert str(stays) == str(CREDITS_STAY)
    assert response.content.decode().count(str(CREDITS_STAY)) == 2


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("verify", {"reason": " "}),
        ("split", {}),
        ("merge", {}),
        ("merge", {"other": 0}),
        ("tell_apart", {}),
    ],
)
def test_refusals_are_told(client, name, given):
    person = make_person()
    act(client, person, name, **given)
    [message] = client.get(form_of(person)).context["messages"]
    assert message.level_tag == "warning"
    assert not Event.objects.exists()


@pytest.mark.parametrize(
    ("name", "given"),
    [("", {}), ("nonsense", {}), ("undo", {})],
)
def test_what_makes_no_sense_is_not_found(client, name, given):
    assert act(client, make_person(), name, **given).status_code == 404


def test_who_may_not_identify_people_has_no_buttons():
    person = make_person()
    client = signed_in(make_editor("view_person", "change_person"))
    assert 'name="act"' not in client.get(form_of(person)).content.decode()
    assert act(client, person, "close").status_code == 403


def test_who_rejected_a_name_is_noted(client, editor):
    act(client, make_person("早市"), "reject_name")
    assert RejectedName.objects.get().rejected_by == editor


def test_a_second_unverified_record_of_a_name_is_refused(client):
    make_person("孟小舟")
    verified, other = make_person("孟小舟", verified=True), make_person("白帆")
    add = reverse("admin:articles_person_add")
    for url, accepted in [(add, False), (form_of(other), False), (form_of(verified), True)]:
        response = post_form(client, url, name="孟小舟", description="镇长")
        assert (response.status_code == 302) is accepted
        if not accepted:
            assert "name" in response.context["adminform"].form.errors
    assert post_form(client, form_of(other), description="镇长").status_code == 302


def test_an_added_person_stands_in_the_index(client):
    post_form(client, reverse("admin:articles_person_add"), name="白帆")
    assert Person.objects.get().initial == "B"
