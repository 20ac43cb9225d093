"""How true the confidence of an article is."""

import json
import sys
from dataclasses import replace
from itertools import pairwise

import pytest

from articles.parsing import calibration, confidence
from articles.parsing.calibration import STEPS, Outcome, learn, outcomes_of, report
from articles.parsing.confidence import MOST, Signals, signals_of
from articles.parsing.grammar import Label, Phase, State
from articles.parsing.labelling import Reading
from articles.parsing.lines import read_lines
from articles.parsing.stories import Story
from articles.parsing.units import Unit
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
    size=3.0,
    paragraphs=0.0,
    places=1.0,
    subheads=0.0,
    short=0.0,
    pictured=0.0,
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
        ("paragraphs", 2.0),
        ("places", 4.0),
        ("subheads", 1.0),
        ("short", 1.0),
    ],
)
def test_every_doubt_makes_less_sure(signal: str, value: float) -> None:
    assert replace(CALM, **{signal: value}).confidence() < CALM.confidence()


def test_captions_alone_make_more_sure() -> None:
    assert replace(CALM, pictured=1.0).confidence() > CALM.confidence()


def test_confidence_is_a_chance() -> None:
    worst = replace(CALM, borders=MOST, labels=MOST, words=MOST, no_headline=1.0)
    assert 0 < worst.confidence() < 0.1 < 0.8 < CALM.confidence() < 1


def test_learned_steps_mean_what_they_say() -> None:
    """Of the articles in one place nine in ten are right, in two one in four, in three one half."""
    outcomes = [
        Outcome(replace(CALM, places=places), False, n % 20 < right)
        for places, right in ((1.0, 18), (2.0, 5), (3.0, 10))
        for n in range(400)
    ]
    table = learn(outcomes)
    assert [least for least, _weight in table["places"]] == [2.0, 3.0]
    assert CALM.confidence(table) == pytest.approx(0.9, abs=0.03)
    assert replace(CALM, places=2.0).confidence(table) == pytest.approx(0.25, abs=0.03)
    assert replace(CALM, places=3.0).confidence(table) == pytest.approx(0.5, abs=0.03)


def test_a_signal_of_many_values_has_few_steps() -> None:
    outcomes = [Outcome(replace(CALM, size=n / 100), False, n > 300) for n in range(1000)]
    steps = learn(outcomes)["size"]
    assert len(steps) == STEPS - 1
    assert steps[0][0] > 0


def test_the_command_writes_what_was_learned(tmp_path, monkeypatch) -> None:
    gold = GOLD | {"source": "page.txt"}
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "page.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    written = tmp_path / "table.toml"
    monkeypatch.setattr(
        sys, "argv", ["calibration", str(tmp_path), "--learn", "--to", str(written)]
    )
    calibration.main()
    monkeypatch.setattr(confidence, "TABLE", written)
    found = confidence.standard.__wrapped__()
    outcomes = list(outcomes_of(PAGE, GOLD, standard()))
    learned = learn(outcomes)
    for outcome in outcomes:
        sure = outcome.signals.confidence(found)
        assert sure == pytest.approx(outcome.signals.confidence(learned), abs=0.01)
        assert sure > 0.6


def test_an_article_is_right_with_all_its_lines_and_paragraphs() -> None:
    assert [o.right for o in outcomes_of(PAGE, GOLD, standard())] == [True, True]
    article, other = GOLD["articles"]
    swapped = {"articles": [{"blocks": [*article["blocks"][:1], *other["blocks"][1:]]}, other]}
    assert [o.right for o in outcomes_of(PAGE, swapped, standard())] == [False, True]


def test_report_counts_the_right_and_the_flagged() -> None:
    outcomes = [Outcome(CALM, flagged=False, right=True), Outcome(CALM, flagged=True, right=False)]
    *rows, last = report(outcomes, {"bias": ((0.0, 0.0),)})
    assert rows[1].split() == ["0.40", "to", "0.60", "2", "0.50", "0.50"]
    assert last == "1 of 2 articles wrong; 0.500 of all flagged, 1.000 of the wrong"


LONG = "河湾渔港的航标灯用了二十年，渔船夜里靠岸要绕路，守灯人每晚巡灯两遍。" * 3


@pytest.mark.parametrize(
    ("signal", "expected", "units"),
    [
        ("short", 0.0, [(Label.BODY, LONG)]),
        ("short", 1.0, [(Label.BODY, LONG[:40])]),
        ("subheads", 2.0, [(Label.SUBHEAD, "夜里"), (Label.SUBHEAD, "清早"), (Label.BODY, LONG)]),
        ("pictured", 1.0, [(Label.CAPTION, LONG)]),
        ("pictured", 0.0, [(Label.CAPTION, LONG), (Label.BODY, LONG)]),
        ("paragraphs", pytest.approx(0.693, abs=0.001), [(Label.BODY, LONG)]),
        ("paragraphs", 0.0, [(Label.CAPTION, LONG)]),
    ],
)
def test_signals_of_an_article(
    signal: str, expected: float, units: list[tuple[Label, str]]
) -> None:
    lines = read_lines("\n".join(text for _label, text in units))
    story = Story([Unit(label, [line]) for (label, _text), line in zip(units, lines, strict=True)])
    readings = {
        line.number: Reading(State(label, Phase.TOP), Label.BODY_IN, margin=0.0, boundary=9.0)
        for line, (label, _text) in zip(lines, units, strict=True)
    }
    after = {line.number: later for line, later in pairwise(lines)}
    assert getattr(signals_of(story, readings, after), signal) == expected


def test_places_are_rows_of_lines_that_follow_each_other() -> None:
    lines = read_lines("\n".join("渔船夜里回港。" for _ in range(5)))
    story = Story([Unit(Label.BODY, [line]) for line in (lines[0], lines[1], lines[3])])
    readings = {
        line.number: Reading(State(Label.BODY, Phase.TOP), Label.HEAD, 9.0, 9.0) for line in lines
    }
    after = {line.number: later for line, later in pairwise(lines)}
    assert signals_of(story, readings, after).places == 2.0
