"""How true the confidence of an article is."""

from dataclasses import replace

import pytest

from articles.parsing.calibration import Outcome, learn, outcomes_of, report
from articles.parsing.confidence import MOST, Signals
from articles.parsing.weights import standard

CALM = Signals(
    borders=0.0,
    labels=0.0,
    words=-MOST,
    moved=0.0,
    torn=0.0,
    broken=0.0,
    open_end=0.0,
    no_headline=0.0,
    size=2.0,
)
PAGE = """渔港换新灯

本报讯（记者林一苇）近日，青浦湾渔港把用了二十年的航标灯全部换成新灯。

山村开木工课

本报讯（记者白露）上周，石桥村小学的木工教室开课，三十名学生第一次拿起刨子。
"""
GOLD = {
    "articles": [
        {"blocks": [{"type": "title", "lines": [1]}, {"type": "body", "lines": [3]}]},
        {"blocks": [{"type": "title", "lines": [5]}, {"type": "body", "lines": [7]}]},
    ]
}


@pytest.mark.parametrize(
    ("signal", "value"),
    [
        ("borders", 2.0),
        ("labels", 2.0),
        ("words", MOST),
        ("moved", 1.0),
        ("torn", 1.0),
        ("broken", 1.0),
        ("open_end", 1.0),
        ("no_headline", 1.0),
    ],
)
def test_every_doubt_makes_less_sure(signal: str, value: float) -> None:
    assert replace(CALM, **{signal: value}).confidence() < CALM.confidence()


def test_confidence_is_a_chance() -> None:
    worst = replace(CALM, borders=MOST, labels=MOST, words=MOST, no_headline=1.0)
    assert 0 < worst.confidence() < 0.1 < 0.8 < CALM.confidence() < 1


def test_learned_weights_mean_what_they_say() -> None:
    """Of the articles with a doubt one in four is right, of those without nine in ten."""
    doubted = replace(CALM, borders=1.0)
    outcomes = [Outcome(doubted, True, n % 4 == 0) for n in range(400)]
    outcomes += [Outcome(CALM, False, n % 10 != 0) for n in range(400)]
    weights = learn(outcomes)
    assert doubted.confidence(weights) == pytest.approx(0.25, abs=0.03)
    assert CALM.confidence(weights) == pytest.approx(0.9, abs=0.03)


def test_an_article_is_right_with_all_its_lines_and_paragraphs() -> None:
    assert [o.right for o in outcomes_of(PAGE, GOLD, standard())] == [True, True]
    article, other = GOLD["articles"]
    swapped = {"articles": [{"blocks": [*article["blocks"][:1], *other["blocks"][1:]]}, other]}
    assert [o.right for o in outcomes_of(PAGE, swapped, standard())] == [False, True]


def test_report_counts_the_right_and_the_flagged() -> None:
    outcomes = [Outcome(CALM, flagged=False, right=True), Outcome(CALM, flagged=True, right=False)]
    *rows, last = report(outcomes, {"bias": 0.0})
    assert rows[1].split() == ["0.40", "to", "0.60", "2", "0.50", "0.50"]
    assert last == "1 of 2 articles wrong; 0.500 of all flagged, 1.000 of the wrong"
