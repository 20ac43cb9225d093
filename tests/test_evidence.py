"""What links a mention to a verified person, and what is suggested to an editor."""

from pathlib import Path

import pytest
from django.contrib.auth.models import Permission, User

from articles import evidence, identity
from articles.evidence import Evidence, Kind, suggestions
from articles.models import Credit, Mention, Person
from tests.factories import (
    DAY,
    make_article,
    make_issue,
    make_page,
    make_person,
    make_publication,
    make_region,
)
from tests.importing.pages import write_pages
from tests.importing.test_command import run

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("divisions")]


@pytest.fixture
def editor() -> User:
    user = User.objects.create_user("editor")
    user.user_permissions.add(Permission.objects.get(codename="identify_person"))
    return user


def import_day(folder: Path, day: int, publication: str) -> None:
    write_pages(folder, day)
    for path in sorted(folder.glob("*.txt"))[:-1]:
        path.unlink()
    run(folder, "--publication", publication)


def test_a_reporter_of_the_same_newspaper_is_the_verified_one(tmp_path, editor):
    import_day(tmp_path, 1, "样报")
    reporter = Person.objects.get(name="林知远")
    identity.verify(reporter, acting_user=editor, reason="问过编辑部")
    import_day(tmp_path, 2, "样报")
    assert Credit.objects.filter(name="林知远", person=reporter).count() == 2
    import_day(tmp_path, 3, "晚报")
    assert Credit.objects.filter(name="林知远", person=reporter).count() == 2
    assert Person.objects.get(name="林知远", verified=False).credits.count() == 1


def test_somebody_of_the_same_post_is_the_verified_one(tmp_path, editor):
    import_day(tmp_path, 1, "样报")
    driver = Person.objects.get(name="陈立冬")
    assert driver.mentions.get().description == "货车司机"
    identity.verify(driver, acting_user=editor, reason="问过本人")
    import_day(tmp_path, 2, "晚报")
    assert driver.mentions.count() == 2
    assert Person.objects.filter(name="陈立冬").count() == 1


def test_two_verified_namesakes_of_one_post_leave_the_mention_unverified(tmp_path, editor):
    import_day(tmp_path, 1, "样报")
    driver = Person.objects.get(name="陈立冬")
    identity.verify(driver, acting_user=editor, reason="问过本人")
    article = driver.mentions.get().article
    namesake = Person.objects.create(name="陈立冬", verified=True)
    Mention.objects.create(
        article=article.issue.articles.exclude(pk=article.pk).first(),
        person=namesake,
        name="陈立冬",
        description="货车司机",
    )
    import_day(tmp_path, 2, "样报")
    assert Mention.objects.filter(person__verified=False, name="陈立冬").count() == 1


def test_suggestions_name_the_evidence_and_leave_out_who_was_told_apart(tmp_path, editor):
    import_day(tmp_path, 1, "样报")
    gathered = Person.objects.get(name="陈立冬")
    first = gathered.mentions.get().article
    other_article = first.issue.articles.exclude(pk=first.pk).first()
    twin = Person.objects.create(name="陈立冬", verified=True)
    Mention.objects.create(
        article=other_article, person=twin, name="陈立冬", description="货车司机"
    )
    stranger = Person.objects.create(name="陈立冬", verified=True)
    found = suggestions(gathered)
    assert [s.person for s in found] == [twin, stranger]
    assert {item.kind for item in found[0].evidence} >= {Kind.SAME_POST, Kind.SAME_YEARS}
    assert found[1].evidence == ()
    identity.tell_apart(gathered, twin, acting_user=editor, reason="年龄不同")
    assert [s.person for s in suggestions(gathered)] == [stranger]


def make_namesake(**values) -> Person:
    """Store a person of one name with a mention, a credit, a place and somebody beside."""
    person = make_person("林晓舟", verified=True)
    article = make_article(
        make_page(values.pop("issue", None)),
        credited=[person],
        named=values.pop("beside", [make_person()]),
        regions=values.pop("regions", ()),
    )
    Mention.objects.create(article=article, person=person, name="林晓舟", **values)
    return person


def test_each_kind_of_evidence_is_found():
    shared = {
        "issue": make_issue(make_publication("清江晚报"), date=DAY),
        "beside": [make_person("孟小舟")],
        "regions": [make_region("清江省")],
        "description": "清江镇小学教师",
    }
    one, other = make_namesake(**shared), make_namesake(**shared)
    [found] = suggestions(one)
    assert found.person == other
    assert set(found.evidence) == {
        Evidence(Kind.SAME_POST, ("清江镇小学教师",)),
        Evidence(Kind.SAME_ORGANISATION, ("清江镇小",)),
        Evidence(Kind.SAME_PUBLICATION, ("清江晚报",)),
        Evidence(Kind.SAME_REGION, (shared["regions"][0].path,)),
        Evidence(Kind.NAMED_TOGETHER, ("孟小舟",)),
        Evidence(Kind.SAME_YEARS, (str(DAY.year),)),
    }


def test_a_record_is_not_named_together_with_itself():
    one, _other = make_namesake(), make_namesake()
    [found] = suggestions(one)
    assert Kind.NAMED_TOGETHER not in {item.kind for item in found.evidence}


def test_of_many_mentions_the_newest_are_read(monkeypatch):
    one, other = make_namesake(description="渔民"), make_namesake(description="渔民")
    make_article(named=[other])
    monkeypatch.setattr(evidence, "READ_AT_MOST", 1)
    [found] = suggestions(one)
    assert Kind.SAME_POST not in {item.kind for item in found.evidence}


def test_many_namesakes_cost_no_more_queries_than_one(assert_queries_do_not_grow):
    person = make_namesake(description="渔民")
    assert_queries_do_not_grow(
        lambda: suggestions(person), lambda: make_namesake(description="渔民")
    )
