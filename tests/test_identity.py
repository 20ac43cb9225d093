"""Acts on who is who: what they do, that they can be undone, and that imports keep them."""

from pathlib import Path

import pytest
from django.contrib.auth.models import Permission, User
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import identity
from articles.models import Credit, Distinction, Event, Mention, Person, RejectedName
from tests.factories import make_article, make_person
from tests.importing.pages import write_pages
from tests.importing.rereading import change_people, use_importer
from tests.importing.test_command import run

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("divisions")]


@pytest.fixture
def editor() -> User:
    user = User.objects.create_user("editor")
    user.user_permissions.add(Permission.objects.get(codename="identify_person"))
    return user


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Three pages that each name the driver 陈立冬 and are signed by 林知远."""
    write_pages(tmp_path, 3)
    run(tmp_path)
    return tmp_path


@pytest.fixture
def import_again(pages: Path, monkeypatch: pytest.MonkeyPatch):
    """Import three times more, by newer and newer importers that describe people otherwise."""

    def again() -> None:
        for version in ("9.0", "9.1", "9.2"):
            use_importer(monkeypatch, version)
            change_people(monkeypatch, f"司机{version}")
            status, out, _err = run(pages)
            assert (status, "3 updated" in out) == (0, True)

    return again


def driver() -> Person:
    return Person.objects.get(name="陈立冬", verified=False, merged_into=None)


def who_is_named() -> list[int | None]:
    mentions = Mention.objects.filter(name="陈立冬").order_by("article__page__file_name")
    return list(mentions.values_list("person_id", flat=True))


def test_merge_survives_three_imports_and_is_undone(pages, editor, import_again):
    gathered = driver()
    known = Person.objects.create(name="陈立冬", verified=True, description="齐河县货车司机")
    event = identity.merge(gathered, known, acting_user=editor, reason="同一职务")
    import_again()
    assert who_is_named() == [known.pk] * 3
    assert Mention.objects.filter(name="陈立冬", description="司机9.2").count() == 3
    gathered.refresh_from_db()
    assert gathered.canonical == known
    identity.undo(event, acting_user=editor, reason="看错了")
    assert who_is_named() == [gathered.pk] * 3
    gathered.refresh_from_db()
    assert gathered.merged_into is None


def test_split_survives_three_imports_and_is_undone(pages, editor, import_again):
    gathered = driver()
    mention = gathered.mentions.order_by("article__page__file_name")[1]
    other = identity.split(
        gathered, [mention], [], acting_user=editor, reason="另一个县", description="夏津县司机"
    )
    import_again()
    assert who_is_named() == [gathered.pk, other.pk, gathered.pk]
    event = Event.objects.of(other).get(act=Event.Act.SPLIT)
    identity.undo(event, acting_user=editor, reason="看错了")
    assert who_is_named() == [gathered.pk] * 3
    other.refresh_from_db()
    assert other.canonical == gathered


def test_rejection_survives_three_imports_and_is_undone(pages, editor, import_again):
    event = identity.reject_name(driver(), acting_user=editor, reason="不是人名")
    import_again()
    assert not Mention.objects.filter(name="陈立冬").exists()
    identity.undo(event, acting_user=editor, reason="是人名")
    assert not RejectedName.objects.exists()
    assert who_is_named() == [driver().pk] * 3


def test_a_merge_of_an_unverified_record_leaves_new_mentions_unverified(pages, editor):
    known = Person.objects.create(name="陈立冬", verified=True)
    gathered = driver()
    event = identity.merge(gathered, known, acting_user=editor, reason="同一职务")
    new = write_pages(pages, 4)[3]
    new.write_text(new.read_text("utf-8").replace("货车司机", "养蜂人"), "utf-8")
    run(pages)
    newcomer = driver()
    assert who_is_named() == [known.pk] * 3 + [newcomer.pk]
    identity.undo(event, acting_user=editor, reason="看错了")
    assert who_is_named() == [gathered.pk] * 4


def test_two_that_were_told_apart_cannot_be_merged(pages, editor):
    known = Person.objects.create(name="陈立冬", verified=True)
    event = identity.tell_apart(driver(), known, acting_user=editor, reason="年龄不同")
    with pytest.raises(identity.ActNotAllowed):
        identity.merge(driver(), known, acting_user=editor, reason="同名")
    identity.undo(event, acting_user=editor, reason="查过了")
    identity.merge(driver(), known, acting_user=editor, reason="同一职务")
    assert who_is_named() == [known.pk] * 3


def test_a_merge_into_a_merged_record_must_be_undone_in_order(pages, editor):
    first = driver()
    second = Person.objects.create(name="陈立冬", verified=True)
    third = Person.objects.create(name="陈立冬", verified=True, description="司机")
    one = identity.merge(first, second, acting_user=editor, reason="同一职务")
    two = identity.merge(second, third, acting_user=editor, reason="同一职务")
    with pytest.raises(identity.ActNotAllowed):
        identity.undo(one, acting_user=editor, reason="看错了")
    identity.undo(two, acting_user=editor, reason="看错了")
    identity.undo(one, acting_user=editor, reason="看错了")
    assert who_is_named() == [first.pk] * 3


def test_verify_and_close_are_undone(pages, editor):
    person = driver()
    verified = identity.verify(person, acting_user=editor, reason="问过编辑部", description="司机")
    closed = identity.close(person, acting_user=editor, reason="本人要求")
    person.refresh_from_db()
    assert (person.verified, person.closed, person.description) == (True, True, "司机")
    identity.undo(closed, acting_user=editor, reason="本人同意")
    identity.undo(verified, acting_user=editor, reason="有同名者")
    person.refresh_from_db()
    assert (person.verified, person.closed, person.description) == (False, False, "")


def test_an_act_is_undone_once(pages, editor):
    event = identity.close(driver(), acting_user=editor, reason="本人要求")
    identity.undo(event, acting_user=editor, reason="本人同意")
    with pytest.raises(identity.ActNotAllowed):
        identity.undo(event, acting_user=editor, reason="本人同意")


def test_every_act_needs_the_permission_and_a_reason(pages, editor):
    person = driver()
    stranger = User.objects.create_user("stranger")
    with pytest.raises(PermissionDenied):
        identity.close(person, acting_user=stranger, reason="本人要求")
    with pytest.raises(identity.ActNotAllowed):
        identity.close(person, acting_user=editor, reason=" ")
    assert not Event.objects.exists()


def test_credits_move_with_their_person(pages, editor):
    reporter = Person.objects.get(name="林知远")
    known = Person.objects.create(name="林知远", verified=True)
    identity.merge(reporter, known, acting_user=editor, reason="同一报社")
    assert Credit.objects.filter(person=known).count() == 3


@pytest.fixture
def act(editor):
    """Do an act as the editor, for some reason."""

    def do(function, *args, **values):
        return function(*args, acting_user=editor, reason="查过了", **values)

    return do


def state(*persons: Person) -> list[bool]:
    """Whether the page of each record is closed in the database."""
    return [Person.objects.get(pk=person.pk).closed for person in persons]


def stale(person: Person) -> Person:
    """Another instance of the record, which the acts on the first don't reach."""
    return Person.objects.get(pk=person.pk)


def test_who_is_merged_with_a_closed_record_is_closed_until_that_is_undone(act):
    closed, other = make_person("林晓舟", closed=True), make_person("晓舟")
    make_article(named=[closed])
    event = act(identity.merge, closed, other)
    assert other.closed
    assert state(closed, other) == [True, True]
    act(identity.undo, event)
    assert state(closed, other) == [True, False]


def test_undoing_a_merge_leaves_closed_what_was_closed_before(act):
    closed, other = make_person("林晓舟", closed=True), make_person("晓舟", closed=True)
    act(identity.undo, act(identity.merge, closed, other))
    assert state(closed, other) == [True, True]


def test_a_page_that_shows_a_closed_record_is_not_opened(act):
    closed, other = make_person("林晓舟", closed=True), make_person("晓舟")
    closing = act(identity.close, other)
    merging = act(identity.merge, closed, other)
    with pytest.raises(identity.ActNotAllowed):
        act(identity.undo, closing)
    act(identity.undo, merging)
    act(identity.undo, closing)
    assert state(closed, other) == [True, False]


def test_undoing_a_merge_opens_no_page_that_shows_another_closed_record(act):
    first, second = make_person("林晓舟", closed=True), make_person("小舟", closed=True)
    other = make_person("晓舟")
    one, two = act(identity.merge, first, other), act(identity.merge, second, other)
    with pytest.raises(identity.ActNotAllowed):
        act(identity.undo, one)
    act(identity.undo, two)
    assert state(other) == [True]
    act(identity.undo, one)
    assert state(other) == [False]


def test_who_is_split_off_a_closed_record_is_closed_until_that_is_undone(act):
    person = make_person("林晓舟", closed=True)
    articles = [make_article(named=[person]) for _ in range(2)]
    other = act(identity.split, person, articles[0].mentions.all(), [])
    assert state(person, other) == [True, True]
    act(identity.undo, Event.objects.of(other).get(act=Event.Act.CLOSE))
    assert state(person, other) == [True, False]


def test_undoing_a_split_opens_nothing_that_is_closed(act):
    person = make_person("林晓舟")
    article = make_article(named=[person])
    other = act(identity.split, person, article.mentions.all(), [])
    event = Event.objects.of(other).get(act=Event.Act.SPLIT)
    act(identity.close, other)
    with pytest.raises(identity.ActNotAllowed):
        act(identity.undo, event)
    act(identity.close, person)
    act(identity.undo, event)
    assert article.mentions.get().person == person


def test_two_records_are_not_merged_into_each_other(act):
    one, other = make_person("林晓舟"), make_person("晓舟")
    one_before, other_before = stale(one), stale(other)
    act(identity.merge, one, other)
    with pytest.raises(identity.ActNotAllowed):
        act(identity.merge, other_before, one_before)
    assert one_before.merged_into == other, "The instance tells why."
    assert stale(other).merged_into is None


@pytest.mark.parametrize("function", [identity.verify, identity.close, identity.reject_name])
def test_nothing_is_done_to_a_merged_record(function, act):
    one, other = make_person("林晓舟"), make_person("晓舟")
    before = stale(one)
    act(identity.merge, one, other)
    with pytest.raises(identity.ActNotAllowed, match="林晓舟"):
        act(function, before)


def test_only_what_is_still_of_the_record_is_split_off(act):
    person, known = make_person("林晓舟"), make_person("晓舟")
    mention = make_article(named=[person]).mentions.get()
    before = stale(person)
    act(identity.merge, person, known)
    with pytest.raises(identity.ActNotAllowed):
        act(identity.split, before, [mention], [])
    mention.refresh_from_db()
    assert mention.person == known


def test_merged_records_are_not_told_apart(act):
    one, other = make_person("林晓舟"), make_person("晓舟")
    before = stale(one)
    act(identity.merge, one, other)
    with pytest.raises(identity.ActNotAllowed):
        act(identity.tell_apart, before, other)


def test_acts_decide_on_what_is_in_the_database_now(act):
    person = make_person("林晓舟")
    before = stale(person)
    act(identity.verify, person, description="渔民")
    with pytest.raises(identity.ActNotAllowed):
        act(identity.verify, before)
    assert before.description == "渔民"


def test_an_act_locks_its_records_where_the_database_can(act):
    one, other = make_person("林晓舟"), make_person("晓舟")
    with CaptureQueriesContext(connection) as queries:
        act(identity.merge, other, one)
    locks = [query["sql"] for query in queries if "FOR UPDATE" in query["sql"]]
    assert len(locks) == (2 if connection.features.has_select_for_update else 0)


def test_a_circle_of_merges_ends():
    one = make_person("林晓舟")
    other = make_person("晓舟", merged_into=one)
    Person.objects.filter(pk=one.pk).update(merged_into=other)
    assert not stale(one).canonical.has_page


def test_who_stands_for_a_merged_record_takes_one_query(django_assert_num_queries):
    stands = make_person("林晓舟")
    between = make_person("林小舟", merged_into=make_person("小舟", merged_into=stands))
    merged = make_person("晓舟", merged_into=between)
    with django_assert_num_queries(1):
        assert Person.objects.with_standing().get(pk=merged.pk).canonical == stands


@pytest.mark.parametrize("origin_too", [False, True])
def test_a_split_is_not_undone_after_a_merge(origin_too, act):
    person, known = make_person("林晓舟"), make_person("晓舟", verified=True)
    article = make_article(named=[person])
    other = act(identity.split, person, article.mentions.all(), [])
    act(identity.merge, person if origin_too else other, known)
    with pytest.raises(identity.ActNotAllowed):
        act(identity.undo, Event.objects.of(other).get(act=Event.Act.SPLIT))
    assert article.mentions.get().person == (other if origin_too else known)


def test_a_split_is_not_undone_after_its_origin_was_merged_into_it(act):
    person = make_person("林晓舟")
    other = act(identity.split, person, make_article(named=[person]).mentions.all(), [])
    splitting = Event.objects.of(other).get(act=Event.Act.SPLIT)
    Distinction.objects.between(person, other).delete()
    act(identity.merge, person, other)
    with pytest.raises(identity.ActNotAllowed):
        act(identity.undo, splitting)
    assert stale(other).merged_into is None


def test_undoing_a_merge_keeps_a_further_name_that_was_there_before(act):
    person, known = make_person("晓舟"), make_person("林晓舟", verified=True)
    known.names.create(name="晓舟")
    act(identity.undo, act(identity.merge, person, known))
    assert [name.name for name in known.names.all()] == ["晓舟"]


def test_undoing_a_merge_takes_back_the_further_name_it_made(act):
    person, known = make_person("晓舟"), make_person("林晓舟", verified=True)
    event = act(identity.merge, person, known)
    assert [name.name for name in known.names.all()] == ["晓舟"]
    act(identity.undo, event)
    assert not known.names.exists()


def test_a_rejection_is_undone_after_its_article_was_deleted(act):
    person = make_person("早市")
    gone, kept = (make_article(named=[person]) for _ in range(2))
    event = act(identity.reject_name, person)
    gone.delete()
    act(identity.undo, event)
    assert [mention.article for mention in person.mentions.all()] == [kept]


def test_undoing_a_rejection_keeps_one_that_was_there_before(act):
    person = make_person("早市")
    RejectedName.objects.create(name="早市")
    act(identity.undo, act(identity.reject_name, person))
    assert RejectedName.objects.filter(name="早市").exists()


def test_a_verification_without_a_description_changes_none(act):
    event = act(identity.verify, make_person("林晓舟", description="渔民"))
    assert event.changes["description"] == ["渔民", "渔民"]
