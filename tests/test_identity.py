"""Acts on who is who: what they do, that they can be undone, and that imports keep them."""

from pathlib import Path

import pytest
from django.contrib.auth.models import Permission, User
from django.core.exceptions import PermissionDenied

from articles import identity
from articles.models import Credit, Event, Mention, Person, RejectedName
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
