"""Paragraphs go to the article that they belong to."""

from itertools import pairwise

import numpy as np
import pytest

from articles.parsing import weave
from articles.parsing.layout import read_layout
from articles.parsing.pieces import Piece, Role

SHIPS = (
    "渔港换新灯",
    "本报讯（记者林一苇）河湾渔港把用了二十年的航标灯全部换成新灯，渔船夜里回港不再摸黑靠岸，"
    "渔民说航标灯亮了，心里也亮了。渔港今年还要修码头，让渔船在大风天也能",
    "靠上码头。渔港管理处说，航标灯用的是太阳能，渔船越多的地方灯越密，渔民的航线图也重新画了一遍，"
    "哪条航线有暗礁，哪盏航标灯管哪段航线，渔民一看就懂。",
    "老船长林大海说，渔船回港时在海上就能看见航标灯，码头上等着的渔民家属也放心。渔港管理处给每条渔船"
    "发了新的航线图，渔民把航线图贴在驾驶台上，夜里看航标灯认航线。",
)
SCHOOL = (
    "小学开起木工教室",
    "本报讯（记者白露）石桥小学的木工教室上周开课，学生第一次拿起刨子和锯子，木工老师教他们做板凳。"
    "刨子和锯子都是木工厂捐的，学生做好的板凳要送给",
    "敬老院的老人。木工老师说，学生学会用刨子以后还要学画线，板凳做得好不好，老人坐一坐就知道，"
    "板凳腿锯得不齐，老师就让学生拿回木工教室再用刨子刨一遍。",
    "校长说，木工教室下学期还要添锯床，让更多学生学木工，板凳做够了就做书架。木工老师把学生的板凳摆在"
    "教室门口，刨子和锯子挂在墙上，学生下课就来木工教室看一看。",
)


def articles(*paragraphs: str) -> list[set[str]]:
    """Return the paragraphs of each article read off a page."""
    source = "\n\n".join(paragraphs)
    return [
        {p for p in paragraphs if any(a <= source.index(p) < b for a, b in spans)}
        for spans in (
            [line.span for line in draft.head] + [s for b in draft.blocks for s in b.spans]
            for draft in read_layout(source).drafts
        )
    ]


def test_an_unfinished_sentence_gets_its_rest_from_the_end_of_the_page() -> None:
    found = articles(*SHIPS[:2], *SCHOOL, *SHIPS[2:])
    assert found == [set(SHIPS), set(SCHOOL)]


def test_a_paragraph_inside_another_article_goes_home() -> None:
    found = articles(*SHIPS[:3], *SCHOOL[:3], SHIPS[3], *SCHOOL[3:])
    assert found == [set(SHIPS), set(SCHOOL)]


@pytest.mark.xfail(strict=True, reason="Both stop in mid-sentence: the rest goes to the last one.")
def test_columns_of_two_articles_in_turn_are_told_apart() -> None:
    found = articles(*SHIPS[:2], *SCHOOL[:2], SHIPS[2], SCHOOL[2], SHIPS[3], SCHOOL[3])
    assert found == [set(SHIPS), set(SCHOOL)]


def test_captions_under_a_headline_of_their_own_stay() -> None:
    """Though a report beside them is about the very same."""
    caption = "图为渔港管理处工作人员在码头给航标灯换太阳能电池。 本报记者 林一苇 摄"
    found = articles(*SHIPS, "夜里有灯", caption, *SCHOOL)
    assert {"夜里有灯", caption} in found


def test_more_than_a_newspaper_page_has_stays_as_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> None:
        pytest.fail("dealt")

    monkeypatch.setattr(weave, "Deal", fail)
    long = "".join(f"第{number}盏航标灯亮了，" for number in range(7000)) + "渔民放心了。"
    drafts = read_layout("\n\n".join([*SHIPS[:2], long, *SCHOOL[:2], SHIPS[2]])).drafts
    assert len(drafts) == 2
    assert drafts[1].blocks[-1].text.endswith(SHIPS[2][-9:])


def test_a_newspaper_page_has_a_thousand_pieces_at_most() -> None:
    pieces = [Piece(Role.TEXT, 0, [])] * 1000
    assert weave.is_newspaper_page(pieces)
    assert not weave.is_newspaper_page([*pieces, pieces[0]])


def test_doubt_is_how_much_more_the_words_speak_for_another_article() -> None:
    gains = np.array([[0.0, 0.0], [0.0, -4.0], [0.0, 3.0], [0.0, 2.0], [0.0, 0.0], [-6.0, 0.0]])
    pieces = [
        Piece(Role.FIXED if k in (0, 4) else Role.TEXT, article, [])
        for k, article in enumerate((0, 0, 0, 0, 1, 1))
    ]
    assert weave.doubts(pieces, [0, 0, 0, 0, 1, 1], gains) == {0: 5.0, 1: 5.0}


def test_the_paragraph_under_a_headline_stays_there() -> None:
    """Whatever its words say: reports of the same trade have many words in common."""
    alike = SHIPS[1].replace("河湾渔港", "青浦渔港")
    found = articles("青浦也换灯", alike, *SHIPS)
    assert {"青浦也换灯", alike} <= found[0]


@pytest.mark.parametrize("pages", [1, 40])
def test_every_line_is_dealt_once(pages: int) -> None:
    source = "\n\n".join((*SHIPS, *SCHOOL) * pages)
    layout = read_layout(source)
    spans = sorted(
        span
        for draft in layout.drafts
        for spans in ([line.span for line in draft.head], *(b.spans for b in draft.blocks))
        for span in spans
    )
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    covered = sum(len("".join(source[a:b].split())) for a, b in spans)
    assert covered == len("".join(source.split()))
