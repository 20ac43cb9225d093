"""What the words of a piece say about its article."""

import numpy as np
import pytest

from articles.parsing import dealing
from articles.parsing.belonging import WEIGHTS, Belonging, names, weights_of
from articles.parsing.grams import Common

SHIPS = ("渔港换新灯", "渔民说航标灯亮了", "老船长看见航标灯")
SCHOOL = ("小学开木工课", "木工老师教刨子", "学生拿起刨子和锯子")
TEXTS = (*SHIPS, *SCHOOL)
HEADS = [True, False, False, True, False, False]
OWNERS = np.array([0, 0, 0, 1, 1, 1])


def evidence(owners=OWNERS, weights=None, common=None):
    known = Belonging(TEXTS, HEADS, Common(common or {}))
    return known.evidence(owners, 2, dealing.standard().grams if weights is None else weights)


def test_shared_words_speak_for_an_article() -> None:
    found = evidence()
    assert (found.argmax(axis=1) == OWNERS).all()


def test_a_piece_does_not_speak_for_itself() -> None:
    owners = np.array([0, 0, 1, 1, 1, 1])  # the captain stands in the school's article
    found = evidence(owners)
    assert found[2].argmax() == 0


def test_a_common_word_says_less() -> None:
    rare, common = evidence(), evidence(common={"航标": 6, "标灯": 6, "航": 6, "标": 6, "灯": 6})
    assert 0 < common[1, 0] - common[1, 1] < rare[1, 0] - rare[1, 1]


def test_evidence_is_the_sum_of_its_grounds() -> None:
    weights = np.random.default_rng(1).normal(size=WEIGHTS)
    grounds = Belonging(TEXTS, HEADS, Common({"的": 6})).grounds(OWNERS, 2)
    assert grounds.shape == (6, 2, WEIGHTS)
    assert grounds @ weights == pytest.approx(evidence(weights=weights, common={"的": 6}))


def test_at_first_only_what_stands_before_a_piece_and_the_headline_count() -> None:
    texts = ("渔港换新灯", "木工教刨子", "航标灯亮了", "小学开木工课", "老师说")
    heads = [True, False, False, True, False]
    owners = np.array([0, 0, 0, 1, 1])
    weights = np.ones(WEIGHTS)
    weights[[k for k, name in enumerate(names()) if "lacked" in name]] = 0.0
    known = Belonging(texts, heads, Common({}))
    whole = known.evidence(owners, 2, weights)
    so_far = known.evidence(owners, 2, weights, so_far=True)
    assert so_far[2, 0] == whole[2, 0] > 0  # 灯, in the headline above
    assert so_far[1, 1] == whole[1, 1] > 0  # 木工, in another article's headline
    texts = (*texts[:3], "航标灯灭了", *texts[3:])
    known = Belonging(texts, [*heads[:3], False, *heads[3:]], Common({}))
    owners = np.array([0, 0, 0, 0, 1, 1])
    whole = known.evidence(owners, 2, weights)
    so_far = known.evidence(owners, 2, weights, so_far=True)
    assert so_far[2, 0] < whole[2, 0]  # 航标 only comes after it
    assert so_far[3, 0] == whole[3, 0]


def test_every_weight_has_a_name_of_its_own() -> None:
    assert len(set(names())) == WEIGHTS
    assert weights_of({names()[3]: 2.5})[3] == 2.5


def test_pieces_without_chinese_letters_say_nothing() -> None:
    found = Belonging(["2026", "§"], [False, False], Common({})).evidence(
        np.array([0, 1]), 2, dealing.standard().grams
    )
    assert (found == 0).all()
