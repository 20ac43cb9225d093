"""Old and new values in words."""

import pytest
from django.utils.translation import override

from articles.admin.changes import change_in_words, changes_in_words
from articles.models import Article, Person

PERSON = {"name": "孟小舟", "description": "镇长", "pseudonym": False, "person": 3}


@pytest.mark.parametrize(
    ("name", "old", "new", "removed", "added"),
    [
        ("title", "旧", "新", ["旧"], ["新"]),
        ("title", "", "新", [], ["新"]),
        ("body", "一\n二\n三", "一\n贰\n三\n四", ["二"], ["贰", "四"]),
        ("kind", "news", "essay", ["news report"], ["opinion"]),
        ("primary_region", None, {"id": 3, "name": "清江省"}, [], ["清江省"]),
        ("primary_region", None, "330000", [], ["330000"]),
        ("tags", ["早市"], ["早市", "菜篮子"], [], ["菜篮子"]),
        ("people", [], [PERSON], [], ["孟小舟 · 镇长"]),
        ("people", [PERSON], [["孟小舟", "镇长", True]], [], []),
        ("credits", [{"name": "白帆", "role": "author"}], [], ["白帆 · author"], []),
        ("unknown", 1, 2, ["1"], ["2"]),
    ],
)
def test_changes_of_articles(name, old, new, removed, added):
    with override("en"):
        change = change_in_words(Article, name, old, new)
    assert (list(change.removed), list(change.added)) == (removed, added)


def test_fields_have_their_names():
    with override("en"):
        changes = {"verified": [False, True], "names": [[], ["舟子"]], "odd": [1, 2]}
        labels = [change.label for change in changes_in_words(Person, changes)]
        [verified] = changes_in_words(Person, {"verified": [False, True]})
    assert labels == ["verified", "further names", "odd"]
    assert (verified.removed, verified.added) == (("No",), ("Yes",))


def test_what_is_no_pair_of_values_is_left_out():
    assert changes_in_words(None, {"event": 3, "mentions": [[1, "孟小舟", False]]}) == []
