"""Two headlines below a text are told apart."""

from __future__ import annotations

import pytest

from articles.parsing import interleaved
from articles.parsing.grammar import Label, Phase
from articles.parsing.interleaved import parted
from articles.parsing.layout import read_layout
from articles.parsing.lines import read_lines
from articles.parsing.pieces import articles_of
from articles.parsing.units import Stretch, Unit

LAMPS = "本报讯（记者 陆青）河湾渔港的航标灯全部换新"
SCHOOL = "本报讯（记者 何苇）石桥小学的木工教室开课"
BODY = "学员们一遍遍练习，谁也不肯先走"


def stretch(phase: Phase, *units: tuple[Label, str]) -> Stretch:
    """Return a stretch of units of one line each; lines that follow each other have a gap."""
    lines = read_lines("\n\n".join(text for _label, text in units))
    return Stretch(
        phase, [Unit(label, [line]) for (label, _text), line in zip(units, lines, strict=True)]
    )


def texts(found: list[Stretch]) -> list[list[str]]:
    return [[unit.lines[0].text for unit in stretch.units] for stretch in found]


HEADLINES = (
    (Label.HEAD, "港口新闻"),
    (Label.HEAD, "渔港换新灯 夜里好靠岸"),
    (Label.HEAD, "【校园】"),
    (Label.HEAD, "木工教室里的第一把刨子"),
)


def test_two_openings_above_two_headlines_are_two_articles() -> None:
    whole = stretch(
        Phase.END,
        (Label.BODY, LAMPS),
        (Label.BODY, SCHOOL),
        (Label.BODY, BODY),
        *HEADLINES,
    )
    found = parted([whole])
    assert texts(found) == [
        [LAMPS],
        [SCHOOL, BODY],
        ["港口新闻", "渔港换新灯 夜里好靠岸"],
        ["【校园】", "木工教室里的第一把刨子"],
    ]
    assert articles_of(found) == [0, 1, 0, 1]
    assert all(part.anchored for part in found)
    assert [unit.lines[0].text for part in found for unit in part.units if unit.cut] == [
        "港口新闻",
        "【校园】",
    ]


def test_the_first_opening_may_stand_in_a_stretch_without_headline() -> None:
    first = stretch(Phase.OPEN, (Label.BODY, LAMPS))
    second = stretch(Phase.END, (Label.BODY, SCHOOL), (Label.BODY, BODY), *HEADLINES)
    found = parted([first, second])
    assert articles_of(found) == [0, 1, 0, 1]
    assert first.headline is found[2]


def test_a_second_headline_for_certain_begins_an_article_with_its_captions() -> None:
    caption = (Label.CAPTION, "学员在练习刨木板。")
    whole = stretch(Phase.END, (Label.BODY, LAMPS), *HEADLINES, caption)
    found = parted([whole])
    assert texts(found) == [
        [LAMPS, "港口新闻", "渔港换新灯 夜里好靠岸"],
        ["【校园】", "木工教室里的第一把刨子", "学员在练习刨木板。"],
    ]
    assert [part.phase for part in found] == [Phase.END, Phase.TOP]
    assert articles_of(found) == [0, 1]


@pytest.mark.parametrize(
    "headline",
    [
        ("河湾渔港投入三十万元改造航标灯——", "渔港换新灯 夜里好靠岸"),
        ("港口新闻", "渔港换新灯", "——记河湾渔港航标队"),
    ],
)
def test_the_parts_of_one_headline_stay_together(headline: tuple[str, ...]) -> None:
    whole = stretch(Phase.END, (Label.BODY, LAMPS), *((Label.HEAD, text) for text in headline))
    assert parted([whole]) == [whole]


TOLD = ((Label.BODY, LAMPS), (Label.BODY, SCHOOL), (Label.BODY, BODY))
UNTOLD = ((Label.BODY, BODY), (Label.BODY, BODY))


@pytest.mark.parametrize(
    ("text", "gain", "parts"), [(TOLD, 1.9, 1), (TOLD, 2.1, 4), (UNTOLD, 3.9, 1), (UNTOLD, 4.1, 2)]
)
def test_two_headlines_must_be_the_likelier_the_less_tells_of_them(
    monkeypatch: pytest.MonkeyPatch, text: tuple[tuple[Label, str], ...], gain: float, parts: int
) -> None:
    monkeypatch.setattr(interleaved, "_cut", lambda _head: (2, gain))
    assert len(parted([stretch(Phase.END, *text, *HEADLINES)])) == parts


def test_without_a_second_text_or_a_column_there_is_one_headline(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(interleaved, "_cut", lambda _head: (1, 99.0))
    whole = stretch(Phase.END, *UNTOLD, HEADLINES[1], HEADLINES[3])
    assert parted([whole]) == [whole]
    column_above = stretch(Phase.END, *UNTOLD, (Label.HEAD, "校园新闻"), HEADLINES[1], HEADLINES[3])
    assert parted([column_above]) == [column_above]


def test_a_list_of_lines_is_no_headline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(interleaved, "_cut", lambda _head: (1, 99.0))
    whole = stretch(Phase.END, *TOLD, *HEADLINES, *HEADLINES, *HEADLINES)
    assert parted([whole]) == [whole]


def test_a_headline_of_many_words_is_not_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    """To weigh it takes the square of their number; no two headlines have so many."""

    def fail(*_arguments: object) -> None:
        pytest.fail("weighed")

    monkeypatch.setattr(interleaved, "Scores", fail)
    words = " ".join(["学员", "练习"] * 10)
    whole = stretch(Phase.END, *TOLD, *HEADLINES[:3], (Label.HEAD, words))
    assert parted([whole]) == [whole]


def test_a_name_at_the_end_of_a_text_signs_it_and_opens_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(interleaved, "_cut", lambda _head: (1, 99.0))
    signed = ((Label.BODY, LAMPS), (Label.BODY, BODY), (Label.BYLINE, "陆 青"))
    whole = stretch(Phase.END, *signed, HEADLINES[1], HEADLINES[3])
    assert parted([whole]) == [whole]


def test_a_text_with_its_headline_below_is_an_article_whatever_it_opens_with() -> None:
    first, second, *_heads = parted([stretch(Phase.END, *UNTOLD[:1], TOLD[1], *HEADLINES)])
    assert texts([first, second]) == [[BODY], [SCHOOL]]
    assert first.anchored


def test_a_headline_above_its_text_is_left_alone() -> None:
    whole = stretch(Phase.TOP, *HEADLINES, (Label.BODY, LAMPS))
    assert parted([whole]) == [whole]


def column(text: str, width: int = 18) -> list[str]:
    """Return a text in printed lines, the first of them indented and its indent lost."""
    lines = [text[: width - 2]]
    lines += [text[k : k + width] for k in range(width - 2, len(text), width)]
    return lines


def test_a_page_with_the_columns_of_two_articles_in_turn_and_both_headlines_below() -> None:
    ships = column(
        "本报讯（记者 林一苇）河湾渔港把用了二十年的航标灯全部换成新灯，渔船夜里回港不再摸黑靠岸，"
        "渔民说航标灯亮了，心里也亮了。渔港今年还要修码头，让渔船在大风天也能靠上码头，航标灯的航线图也重新画了。"
    )
    school = column(
        "本报讯（记者 白露）石桥小学的木工教室上周开课，学生第一次拿起刨子和锯子，木工老师教他们。"
        "刨子和锯子都是木工厂捐的，学生做好的板凳要送给敬老院的老人，木工老师说板凳要经得起老人坐。"
    )
    before = column(
        "本报讯（记者 石鸣）青浦公园的花展昨天开门，园里摆了三万盆菊花，园丁连夜浇水，游客沿着花径"
        "走一圈要半个钟头，园丁说菊花能开到月底，公园还给老人留了一条没有台阶的花径。"
    )
    head = ["【园林】", "三万盆菊花等人来"]
    page = [
        *before, *head,
        *ships[:3], *school[:3], *ships[3:], *school[3:],
        "【渔港】", "渔港航标灯换新 渔船夜里好靠岸",
        "【校园】", "木工教室里的第一把刨子",
    ]  # fmt: skip
    drafts = read_layout("\n\n".join(page)).drafts
    heads = [[line.text for line in draft.head] for draft in drafts]
    assert ["【渔港】", "渔港航标灯换新 渔船夜里好靠岸"] in heads
    assert ["【校园】", "木工教室里的第一把刨子"] in heads
    doubted = [d for d in drafts if "two-headlines-possible" in {flag.code for flag in d.flags}]
    assert len(doubted) == 2
