"""Articles that the labels took for the parts of one are told apart by their words."""

from __future__ import annotations

import pytest

from articles.parsing.grammar import Label, Phase, State
from articles.parsing.labelling import Reading
from articles.parsing.layout import read_layout
from articles.parsing.lines import read_lines
from articles.parsing.units import Stretch, Unit
from articles.parsing.unrelated import DOUBTFUL, MOST_PARTS, told_apart

LAMPS = (
    "渔港换新灯",
    "河湾渔港的航标灯用了二十年，渔船夜里靠岸要绕路。守灯人老陆说，航标灯全部换成了新灯。",
    "渔港的守灯人每晚巡灯两遍，渔船靠岸时他才回屋，航标灯照得江面发白。",
)
SCHOOL = (
    "木工教室开课",
    "石桥小学的木工教室来了十二个孩子，刨子和锯子都是木工厂捐的，老师先教孩子握刨子。",
    "孩子们用刨子做板凳，再用锯子锯板凳腿，木工教室里刨花堆了一地。",
)
TEA = (
    "茶山通了索道",
    "青浦乡的茶山陡，茶农背着茶篓下山要走两个钟头，如今索道一趟能运六百斤鲜叶。",
    "茶农说，鲜叶下山快了，茶厂当天就能杀青，索道旁还搭了歇脚的茶棚。",
)
BRIDGE = (
    "危桥拆了",
    "白沙镇的石板桥裂了三年，货车不敢上桥。施工队上周把石板桥拆了，便桥先通了行人。",
    "镇里说，新桥年底合龙，货车可以上桥，便桥到时候一并拆除。",
)
PAGE = (LAMPS, SCHOOL, TEA, BRIDGE)


H, S, B, C = Label.HEAD, Label.SUBHEAD, Label.BODY, Label.CAPTION


def units_of(labels: tuple[Label, ...], *stories: tuple[str, ...]) -> list[tuple[Label, str]]:
    return list(zip(labels, (text for story in stories for text in story), strict=True))


def told(
    *stretches: tuple[Phase, list[tuple[Label, str]]],
    doubt: float = 1.0,
    second: Label = Label.HEAD,
) -> list[list[tuple[str, str, bool]]]:
    """Return the stretches told apart: label, first letters, whether it is marked as cut off.

    All lines were labelled with the same doubt, in nats, about whether an article begins; what
    heads a story could be what `second` says.
    """
    heads = {story[0] for story in PAGE}
    lines = read_lines("\n".join(text for _phase, units in stretches for _label, text in units))
    rest = iter(lines)
    made = [
        Stretch(
            phase,
            [Unit(label, [next(rest) for _part in text.split("\n")]) for label, text in units],
        )
        for phase, units in stretches
    ]
    readings = {
        line.number: Reading(
            State(B, Phase.TOP), second if line.text in heads else Label.CAPTION, doubt, doubt
        )
        for line in lines
    }
    found = told_apart(made, readings)
    kept = [line for part in found for unit in part.units for line in unit.lines]
    assert kept == lines  # nothing is lost, nothing moves
    return [
        [(unit.label, unit.lines[0].text[:6], unit.cut) for unit in part.units] for part in found
    ]


OTHERS = (
    (Phase.TOP, units_of((H, B, B), TEA)),
    (Phase.TOP, units_of((H, B, B), BRIDGE)),
)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_short_reports_in_a_row_are_articles(gap: str) -> None:
    drafts = read_layout(gap.join(text for story in PAGE for text in story)).drafts
    assert [draft.head[0].text for draft in drafts] == [story[0] for story in PAGE]


def test_a_part_without_a_word_in_common_is_an_article() -> None:
    first, second, *_rest = told((Phase.TOP, units_of((H, B, B, S, B, B), LAMPS, SCHOOL)), *OTHERS)
    assert [label for label, _text, _cut in first] == [H, B, B]
    assert [(label, cut) for label, _text, cut in second] == [(H, True), (B, False), (B, False)]


def test_a_headline_taken_for_text_is_one_again() -> None:
    mixed = (Phase.TOP, units_of((H, B, B, B, B, B), LAMPS, SCHOOL))
    assert [len(part) for part in told(mixed, *OTHERS)] == [3, 3, 3, 3]
    assert [len(part) for part in told(mixed, *OTHERS, second=Label.CAPTION)] == [6, 3, 3]


def test_below_the_text_a_sub_headline_ends_the_article() -> None:
    below = [(LAMPS[1:] + LAMPS[:1]), (SCHOOL[1:] + SCHOOL[:1])]
    first, second, *_rest = told((Phase.END, units_of((B, B, S, B, B, H), *below)), *OTHERS)
    assert [(label, cut) for label, _text, cut in first] == [(B, False), (B, False), (H, True)]
    assert [label for label, _text, _cut in second] == [B, B, H]


def test_parts_that_share_their_words_stay_together() -> None:
    part = ("夜里巡灯两遍", "守灯人老陆说，航标灯换新以后，渔船靠岸不再绕路，渔港夜里也亮了。")
    feature = (Phase.TOP, units_of((H, B, B, S, B), LAMPS, part))
    assert [len(found) for found in told(feature, *OTHERS)] == [5, 3, 3]


def test_what_the_labels_are_sure_of_stays() -> None:
    mixed = (Phase.TOP, units_of((H, B, B, S, B, B), LAMPS, SCHOOL))
    assert [len(found) for found in told(mixed, *OTHERS, doubt=DOUBTFUL)] == [6, 3, 3]


def test_two_other_articles_are_needed_to_compare() -> None:
    mixed = (Phase.TOP, units_of((H, B, B, S, B, B), LAMPS, SCHOOL))
    assert [len(found) for found in told(mixed, OTHERS[0])] == [6, 3]


ASKED = (
    "搬家以后医保怎么办",
    "问：渔港的渔船靠岸以后能结算吗？",
    "答：守灯人老陆说可以，航标灯也亮着。",
)


@pytest.mark.parametrize("question", ["问：", "编辑同志：", "河湾读者陆女士问："])
def test_a_question_with_its_own_headline_is_an_article(question: str) -> None:
    asked = (ASKED[0], question + ASKED[1].removeprefix("问："), ASKED[2])
    column = (Phase.TOP, units_of((H, B, B, S, B, B), ASKED, asked))
    assert [len(found) for found in told(column, doubt=DOUBTFUL)] == [3, 3]
    report = (LAMPS[0], "本报讯（记者 陆青）" + LAMPS[1], LAMPS[2])
    mixed = (Phase.TOP, units_of((H, B, B, S, B, B), report, asked))
    assert [len(found) for found in told(mixed, doubt=DOUBTFUL)] == [3, 3]


def test_an_interview_stays_together() -> None:
    led = (Phase.TOP, units_of((H, B, B, S, B, B, S, B, B), LAMPS, ASKED, ASKED))
    assert [len(found) for found in told(led, doubt=DOUBTFUL)] == [9]
    twice = (ASKED[0], ASKED[1], ASKED[2], ASKED[1], ASKED[2])
    asked = (Phase.TOP, units_of((H, B, B, B, B, S, B, B), twice, ASKED))
    assert [len(found) for found in told(asked, doubt=DOUBTFUL)] == [8]


def test_a_headline_may_be_the_first_line_of_a_paragraph() -> None:
    glued = ("\n".join(SCHOOL[:2]), SCHOOL[2])
    first, second, *_rest = told((Phase.TOP, units_of((H, B, B, B, B), LAMPS, glued)), *OTHERS)
    assert [label for label, _text, _cut in first] == [H, B, B]
    assert [(label, cut) for label, _text, cut in second] == [(H, True), (B, False), (B, False)]


def test_all_parts_without_a_word_in_common_are_articles() -> None:
    mixed = (Phase.TOP, units_of((H, B, B, S, B, B, S, B, B), LAMPS, SCHOOL, TEA))
    others = (OTHERS[1], (Phase.OPEN, [(B, "镇里的戏台修了一年，锣鼓昨晚响了，台下坐满老人。")]))
    assert [len(found) for found in told(mixed, *others)] == [3, 3, 3, 3, 1]


def test_a_headline_of_two_lines_below_the_text_is_marked_once() -> None:
    below = (*LAMPS[1:], "夜里好靠岸", LAMPS[0])
    mixed = (Phase.END, units_of((B, B, S, S, B, B, H), below, SCHOOL[1:] + SCHOOL[:1]))
    first, _second, *_rest = told(mixed, *OTHERS)
    assert [cut for _label, _text, cut in first] == [False, False, True, False]


def test_a_page_of_very_many_parts_is_left_as_it_is() -> None:
    mixed = (Phase.TOP, units_of((H, B, B, S, B, B), LAMPS, SCHOOL))
    many = [(Phase.TOP, units_of((H, B, B), TEA))] * MOST_PARTS
    whole, *_rest = told(mixed, *many)
    assert len(whole) == 6


def test_a_list_has_no_parts() -> None:
    mixed = (Phase.LIST, units_of((H, B, B, S, B, B), LAMPS, SCHOOL))
    assert [len(found) for found in told(mixed, *OTHERS)] == [6, 3, 3]


def test_a_few_words_above_a_last_caption_head_a_picture() -> None:
    long = (
        "守灯人老陆说，航标灯换新以后，渔船靠岸不再绕路，渔港夜里也亮了，来往的船都看得见灯。" * 2
    )
    units = [(H, "渔港换新灯"), (B, long), (B, "夜里有灯"), (C, "图为守灯人在换电池。")]
    first, second = told((Phase.TOP, units))
    assert [label for label, _text, _cut in first] == [H, B]
    assert [(label, cut) for label, _text, cut in second] == [(H, True), (C, False)]
    whole = [*units[:2], (B, "夜里有灯，亮着。"), units[3]]
    assert [len(found) for found in told((Phase.TOP, whole))] == [4]
