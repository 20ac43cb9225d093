"""What stands around a line: chains of words, echoes, cues."""

import pytest

from articles.parsing.cohesion import Cohesion
from articles.parsing.likeness import Likenesses
from articles.parsing.lines import read_lines
from articles.parsing.measure import measures
from articles.parsing.profiles import profiles_of
from articles.parsing.surroundings import SILENT, Echoes, anchors, lead_of, runs_of, siblings
from articles.parsing.words import words_meet, words_of

TWO_SUBJECTS = """河湾渔港把用了二十年的航标灯全部换成新灯，渔船夜里回港不再摸黑。

渔港的老船长说，新灯比旧灯亮，渔船回港时在海上就能看见航标。

石桥小学的木工教室上周开课，学生第一次拿起刨子和锯子做板凳。

木工老师说，学生做的板凳要送给敬老院，锯子和刨子由木工厂捐赠。
"""


def test_few_chains_cross_the_place_where_the_subject_changes() -> None:
    lines = read_lines(TWO_SUBJECTS)
    cohesion = Cohesion(lines, [words_of(line) for line in lines], [False] * len(lines))
    assert cohesion.crossing[2] == min(cohesion.crossing[1:4])
    assert cohesion.dip(2) < 1 < max(cohesion.dip(1), cohesion.dip(3))


def test_skipped_lines_hold_no_chain() -> None:
    lines = read_lines("渔港换新灯\n\n渔港昨天开工。\n\n学校放假。")
    words = [words_of(line) for line in lines]
    assert Cohesion(lines, words, [False, False, False]).crossing[1] > 0
    assert Cohesion(lines, words, [True, False, False]).crossing[1] == 0


@pytest.mark.parametrize(
    ("title", "sign"),
    [("渔港换上航标灯", -1), ("小学开起木工教室", 1)],
)
def test_a_headline_echoes_in_its_text(title: str, sign: int) -> None:
    paragraphs = TWO_SUBJECTS.split("\n\n")
    lines = read_lines("\n\n".join([*paragraphs[:2], title, *paragraphs[2:]]))
    heard = Echoes(lines).of(2)
    assert heard != SILENT
    assert heard * sign > 0


def test_a_headline_of_which_nothing_comes_back_is_silent() -> None:
    lines = read_lines(TWO_SUBJECTS + "\n\n春雷")
    assert Echoes(lines).of(len(lines) - 1) == SILENT


def test_what_stands_below_a_run_may_go_with_the_text_above() -> None:
    source = TWO_SUBJECTS.split("\n\n")
    lines = read_lines("\n\n".join([*source[:2], "渔港换上航标灯", source[0], *source[2:]]))
    profiles = profiles_of(lines, measures(lines))
    run = runs_of(profiles)[2]
    assert run is not None
    assert Echoes(lines).below(run) < 0


@pytest.mark.parametrize(
    ("size", "places"),
    [
        (2, "1/2 2/2"),
        (6, "1/5 2/5 3/5 3/5 3/5 3/5"),
        (7, "1.3/7 2.3/7 3.3/7 3.3/7 3.3/7 3.2/7 3.1/7"),
    ],
)
def test_a_list_is_told_from_a_headline_by_its_lines(size: int, places: str) -> None:
    towns = ("西港", "东湾", "石桥", "青浦", "河湾", "南屿", "北礁")[:size]
    names = [f"{town}渔业公司" for town in towns]
    lines = read_lines("\n\n".join([TWO_SUBJECTS.split("\n")[0], *names]))
    _text, *runs = runs_of(profiles_of(lines, measures(lines)))
    assert [run.place for run in runs if run] == places.split()


def test_sub_headlines_of_one_form_are_like_each_other() -> None:
    text = TWO_SUBJECTS.split("\n\n")
    lines = read_lines(
        "\n\n".join(["第一盏灯：西港", text[0], "第二盏灯在更远的东湾：守灯", text[1]])
    )
    runs = runs_of(profiles_of(lines, measures(lines)))
    assert siblings(lines, runs, Likenesses(lines)) == {0: (0, 1), 2: (0, 1)}


def test_the_nearest_cues_are_told_with_their_distance() -> None:
    lines = read_lines("本报记者 王小川\n\n" + 40 * "渔港" + "。\n\n山村开课\n\n本报讯 昨天开课。")
    since, until = anchors(lines, profiles_of(lines, measures(lines)))
    assert since[0] == "top/0"
    assert since[2].startswith("byline/")
    assert until[2] == "report/0"
    assert until[3].startswith("bottom/")


@pytest.mark.parametrize(
    ("before", "after", "meets"),
    [("改革要增强产", "业工人的本领", True), ("学校的学生", "工厂的机器", False)],
)
def test_a_word_goes_on_over_a_line_end(before: str, after: str, meets: bool) -> None:
    assert words_meet(before, after) is meets


def test_a_name_that_no_dictionary_has_counts_as_words() -> None:
    (line,) = read_lines("禚荭翀来了")
    assert "禚荭" in words_of(line)


@pytest.mark.parametrize(
    ("line", "headlike"),
    [("“说好的灯，怎么不亮？”", True), ("“灯亮了。”", False), ("“灯呢？”他问：“谁修？”", False)],
)
def test_a_headline_may_be_one_question_in_quotation_marks(line: str, headlike: bool) -> None:
    lines = read_lines(f"{TWO_SUBJECTS}\n{line}")
    assert profiles_of(lines, measures(lines))[-1].headlike is headlike


@pytest.mark.parametrize(
    ("below", "lead"),
    [
        ("凌晨三点，零下十度。12月6日，河湾县迎来入冬最大的一场雪。", "dp"),
        ("日前，渔港换上了新灯。", "d"),
        ("石桥镇的木工教室开课了。", "p"),
        ("6日，木工教室开课了。", "d"),
        ("６月４日，木工教室开课了。", "d"),
        ("小区里的木工教室开课了，城市里的也开了。", ""),
        ("木工老师说，锯子要磨。", ""),
        ("老师的刨子用了30日，" + "锯子更久，" * 12 + "12月6日才换。", ""),
    ],
)
def test_a_report_tells_early_when_and_where(below: str, lead: str) -> None:
    lines = read_lines(f"木工教室开课了。\n渔港换灯\n{below}")
    run = runs_of(profiles_of(lines, measures(lines)))[1]
    assert run is not None
    assert lead_of(lines, run) == lead
