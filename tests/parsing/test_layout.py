"""Small pages with one difficulty each."""

from textwrap import wrap

import pytest

from articles.parsing.confidence import flags_of, signals_of
from articles.parsing.drafts import Draft
from articles.parsing.grammar import Label, Phase, State
from articles.parsing.labelling import Reading
from articles.parsing.layout import read_layout
from articles.parsing.lines import read_lines
from articles.parsing.stories import Story
from articles.parsing.units import Unit
from articles.parsing.values import BlockType, Flag

LAMPS = (
    "码头换新灯 夜航更安心",
    "本报讯（记者林一苇 通讯员何小舟）近日，青浦湾渔港把用了二十年的航标灯全部换成新灯。"
    "新灯由渔业合作社出资，灯光能照到三海里以外，夜里回港的渔船不再摸黑靠岸。",
    "“从前进港要靠手电筒照着走，如今老远就看得见灯塔。”渔民老蔡说，换灯以后，"
    "青浦湾渔港夜间靠泊的船多了三成，鱼货上岸也早了一个钟头。",
    "据了解，合作社还将为渔港的灯塔配备太阳能电池，遇到停电也能照常亮灯。",
)
SCHOOL = (
    "山村小学开起木工课",
    "本报讯（记者白露）上周，石桥村小学的木工教室开课，三十名学生第一次拿起刨子和锯子。"
    "给他们上课的是村里的老木匠罗师傅，他做了四十年桌椅，手艺远近闻名。",
    "罗师傅把一节课分成三段，先讲木头的脾气，再教怎样用刨子，最后让学生自己动手做一只小凳。"
    "校长说，木工课每周两节，学期末要办一次小凳展览。",
)
PICTURE = (
    "海边晒网忙",
    "4月7日，渔民在沙滩上晾晒渔网。当天风和日丽，正是补网晒网的好时节，沙滩上铺开一片片绿色。",
    "本报通讯员 江帆 摄",
)


def page(*blocks: str) -> str:
    """Return a page of paragraphs."""
    return "\n\n".join(blocks) + "\n"


def heads(draft: Draft) -> list[str]:
    return [line.text for line in draft.head]


def texts(draft: Draft, kind: BlockType = BlockType.BODY) -> list[str]:
    return [block.text for block in draft.blocks if block.type is kind]


def halves(text: str) -> tuple[str, str]:
    """Cut a paragraph in the middle of a sentence."""
    middle = text.index("，", len(text) // 2) - 3
    return text[:middle], text[middle:]


def printed(text: str, width: int) -> list[str]:
    """Return a paragraph in printed lines, the first shorter by two characters."""
    lines = wrap("口口" + text, width, break_on_hyphens=False)
    return [lines[0].removeprefix("口口"), *lines[1:]]


def test_headlines_and_paragraphs_of_two_reports() -> None:
    layout = read_layout(page(*LAMPS, *SCHOOL))
    assert [heads(d) for d in layout.drafts] == [[LAMPS[0]], [SCHOOL[0]]]
    assert [texts(d) for d in layout.drafts] == [list(LAMPS[1:]), list(SCHOOL[1:])]
    assert not layout.wrapped


def test_paragraph_cut_by_a_column_is_joined() -> None:
    first, second = halves(LAMPS[2])
    layout = read_layout(page(*LAMPS[:2], first, second, *LAMPS[3:], *SCHOOL))
    block = layout.drafts[0].blocks[1]
    assert block.text == LAMPS[2]


def test_paragraph_goes_on_behind_a_picture_story() -> None:
    first, second = halves(LAMPS[2])
    layout = read_layout(page(*LAMPS[:2], first, *PICTURE, second, *LAMPS[3:], *SCHOOL))
    assert [heads(d) for d in layout.drafts] == [[LAMPS[0]], [PICTURE[0]], [SCHOOL[0]]]
    lamps = layout.drafts[0]
    assert texts(lamps) == list(LAMPS[1:])
    block = next(b for b in lamps.blocks if b.text == LAMPS[2])
    assert len(block.spans) == 2


def test_repeated_passage_is_marked() -> None:
    layout = read_layout(page(*LAMPS[:3], LAMPS[2], *LAMPS[3:], *SCHOOL))
    lamps = layout.drafts[0]
    assert texts(lamps) == list(LAMPS[1:])
    assert texts(lamps, BlockType.DUPLICATE) == [LAMPS[2]]
    assert "duplicate-passage" in {flag.code for flag in lamps.flags}


def test_abstract_stands_in_its_article() -> None:
    layout = read_layout(
        page(*LAMPS[:3], "阅读提示", "青浦湾渔港换上新灯，夜航的渔船靠岸更快。", *LAMPS[3:])
    )
    assert len(layout.drafts) == 1
    assert len(texts(layout.drafts[0], BlockType.ABSTRACT)) == 2
    assert texts(layout.drafts[0]) == list(LAMPS[1:])
    first = [block.type for block in layout.drafts[0].blocks[:3]]
    assert first == [BlockType.ABSTRACT, BlockType.ABSTRACT, BlockType.BODY]


def test_text_without_end_is_flagged() -> None:
    layout = read_layout(page(*SCHOOL[:2], SCHOOL[2][:26]))
    assert "ends-without-end" in {flag.code for flag in layout.drafts[0].flags}


def test_report_without_headline_is_flagged() -> None:
    layout = read_layout(page(*LAMPS[1:]))
    assert "no-headline" in {flag.code for flag in layout.drafts[0].flags}


def test_folio_belongs_to_no_article() -> None:
    folio = "2026年4月10日 星期五 第3版"
    text = page(folio, *LAMPS)
    layout = read_layout(text)
    assert [text[start:end] for start, end in layout.unassigned] == [folio]
    assert [problem.code for problem in layout.problems] == ["text-unassigned"]


def test_name_of_the_newspaper_above_the_date_belongs_to_no_article() -> None:
    text = page("青禾日报", "2026年4月10日 星期五", *LAMPS)
    layout = read_layout(text)
    assert [text[start:end] for start, end in layout.unassigned] == text.split("\n\n")[:2]
    assert heads(layout.drafts[0]) == [LAMPS[0]]


def test_headline_that_ends_like_a_newspaper_is_kept() -> None:
    head = "小城办起晚报"
    text = page(head, *LAMPS[1:], "2026年4月10日 星期五")
    assert heads(read_layout(text).drafts[0]) == [head]


def test_wrapped_page_with_headlines_below_their_text() -> None:
    lines: list[str] = []
    for head, *paragraphs in (LAMPS, SCHOOL):
        lines += [line for text in paragraphs for line in printed(text, 19)]
        lines.append(head)
    layout = read_layout(page(*lines))
    assert layout.wrapped
    assert [heads(d) for d in layout.drafts] == [[LAMPS[0]], [SCHOOL[0]]]
    assert [texts(d) for d in layout.drafts] == [list(LAMPS[1:]), list(SCHOOL[1:])]


def test_wrapped_page_with_headlines_above_their_text() -> None:
    lines: list[str] = []
    for head, *paragraphs in (LAMPS, SCHOOL):
        lines += [head, *(line for text in paragraphs for line in printed(text, 19))]
    layout = read_layout(page(*lines))
    assert [heads(d) for d in layout.drafts] == [[LAMPS[0]], [SCHOOL[0]]]
    assert [texts(d) for d in layout.drafts] == [list(LAMPS[1:]), list(SCHOOL[1:])]


def test_every_line_is_explained() -> None:
    text = page(*LAMPS)
    readings = read_layout(text, explain=True).readings
    assert [reading.text for reading in readings] == list(LAMPS)
    assert readings[0].label == "headline, article begins"
    assert all(reading.margin > 0 for reading in readings)


def test_beginning_that_stands_at_the_end_is_put_back() -> None:
    paragraph = (
        "在合作社的邀请下，青浦湾渔港的值班员今年春天起还与县水文站、海上救助队和气象台"
        "等一起，每天早晚两次向出海的渔船播报潮位和风力。"
    )
    cut = paragraph.index("等一起")
    layout = read_layout(page(*SCHOOL, *LAMPS[:3], paragraph[cut:], *LAMPS[3:], paragraph[:cut]))
    lamps = layout.drafts[1]
    assert texts(lamps) == [*LAMPS[1:3], paragraph, LAMPS[3]]
    assert "order-uncertain" in {flag.code for flag in lamps.flags}


@pytest.mark.parametrize("signature", ["（白露）", "(通讯员 白露)", "（记者 白露 石磊）"])
def test_a_report_signed_at_its_end_is_complete(signature: str) -> None:
    source = f"卫生院开了夜诊\n\n本报讯 近日，石桥镇卫生院开了夜诊，首日接诊二十三人。{signature}\n"
    (draft,) = read_layout(source).drafts
    assert "ends-without-end" not in {flag.code for flag in draft.flags}


@pytest.mark.parametrize("staff", ["责编 温如许", "责任编辑:温如许 美编:柳依"])
def test_who_made_the_page_is_no_part_of_an_article(staff: str) -> None:
    source = f"{staff}\n\n卫生院开了夜诊\n\n本报讯 近日，石桥镇卫生院开了夜诊。\n"
    layout = read_layout(source)
    assert [source[a:b] for a, b in layout.unassigned] == [staff]


def test_a_flag_quotes_the_words_in_question() -> None:
    source = (
        "渔港换新灯\n\n本报讯（记者 陆青）近日，渔港的航标灯亮了。守灯人每晚巡灯两遍，渔船"
        "靠岸时他才回屋。渔民说，夜里回港再也不用绕路，渔港把用了二十年的航标灯全部换成新灯，"
        "由工会牵\n"
    )
    (draft,) = read_layout(source).drafts
    assert [(flag.code, flag.line, flag.reason) for flag in draft.flags] == [
        ("ends-without-end", 3, "…年的航标灯全部换成新灯，由工会牵")
    ]


def test_a_doubt_is_told_once_though_two_things_speak_for_it() -> None:
    head, body = read_lines("渔港换新灯\n\n渔船夜里回港不再摸黑。")
    story = Story([Unit(Label.BODY, [body]), Unit(Label.HEAD, [head], cut=True)])
    readings = {
        head.number: Reading(State(Label.HEAD, Phase.END), Label.BODY, 0.1, 0.1),
        body.number: Reading(State(Label.BODY, Phase.OPEN), Label.HEAD, 9.0, 9.0),
    }
    signals = signals_of(story, readings, {})
    flags = flags_of(story, signals, 0.1, readings, {})
    assert flags == (Flag("two-headlines-possible", head.number, head.text),)


@pytest.mark.parametrize(
    ("lines", "ends_open"),
    [
        (["渔船夜里回港。"], False),
        (["渔船夜里回港"], True),
        (["渔船夜里回港。（陆青）"], False),
        (["渔船夜里回港。", "（本报记者 陆青）"], False),
        (["渔船夜里回港", "（本报记者 陆青）"], True),
        (["(本报记者 陆青)"], False),
    ],
)
def test_a_signature_is_no_open_end(lines: list[str], ends_open: bool) -> None:
    assert Unit(Label.BODY, read_lines("\n".join(lines))).ends_open is ends_open
