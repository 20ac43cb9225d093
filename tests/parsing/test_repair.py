"""Spacing is closed, lines are joined, and nothing else changes."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.parsing.offsets import source_offsets
from articles.parsing.repair import close_spacing, fold, join_lines, narrow, width


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        # Letter-spacing.
        ("“ 灯 火 课 堂 ”点 亮 夜 生 活", "“灯火课堂”点亮夜生活"),
        ("课 程 表 ，每 周 一 换 。", "课程表，每周一换。"),
        ("阿 迪 力·买 买 提 又 来 上 课", "阿迪力·买买提又来上课"),
        ("提 要", "提要"),
        ("2025 年 春 季 开 课", "2025年春季开课"),
        ("河湾市 总 工 会 启 动 夜 校", "河湾市总工会启动夜校"),
        ("灯 火 课 堂  点 亮 河 湾", "灯火课堂 点亮河湾"),
        ("灯 火 课 堂\u3000点 亮 河 湾", "灯火课堂 点亮河湾"),
        # Blanks around numbers and marks.
        ("共有 664 平方米", "共有664平方米"),
        ("超 87% 的学员", "超87%的学员"),
        ("本报讯 （记者陆青）", "本报讯（记者陆青）"),
        ("课程表 ，每周一换", "课程表，每周一换"),
        # Blanks that mean something.
        ("灯火课堂 点亮河湾", "灯火课堂 点亮河湾"),
        ("“数”说夜校 “智”上课堂", "“数”说夜校 “智”上课堂"),
        ("记者陆青 何苇", "记者陆青 何苇"),
        ("本报记者 王 强 李 明 摄", "本报记者 王 强 李 明 摄"),
        ("本报记者 陆 青 禾 摄", "本报记者 陆青禾 摄"),
        ("本报通讯员 王 强 文 本报记者 陆 青 禾 图", "本报通讯员 王 强 文 本报记者 陆青禾 图"),
        ("学员领到剪刀。 陆青 摄", "学员领到剪刀。 陆青 摄"),
        ("工会学 and 劳动学", "工会学 and 劳动学"),
        ("used in the class", "used in the class"),
        ("2025 2026", "2025 2026"),
        ("", ""),
        ("  夜校  ", "夜校"),
    ],
)
def test_close_spacing(printed: str, expected: str) -> None:
    assert close_spacing(printed) == expected


def test_a_number_may_begin_the_second_half_of_a_headline() -> None:
    assert close_spacing("夜校开讲 26名学员到场", numbers=False) == "夜校开讲 26名学员到场"
    assert close_spacing("夜校开讲 26名学员到场") == "夜校开讲26名学员到场"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["夜校开在老厂房", "里，每周三课。"], "夜校开在老厂房里，每周三课。"),
        (["学员有26", "人。"], "学员有26人。"),
        (["费用100", "元～200", "元。"], "费用100元～200元。"),
        (["写着Night", "School。"], "写着Night School。"),
        (["代号A", "7号"], "代号A7号"),
        (["夜校教师陆", "青说好。"], "夜校教师陆青说好。"),
        (["已 成 为 学 员 喜 爱 的", "夜校。"], "已成为学员喜爱的夜校。"),
        (["本报讯（记者陆小青", "何苇叶）夜校开课。"], "本报讯（记者陆小青 何苇叶）夜校开课。"),
        (["本报讯（记者陆", "小青）夜校开课。"], "本报讯（记者陆小青）夜校开课。"),
        (["本报讯（记者王强", "李明）夜校开课。"], "本报讯（记者王强 李明）夜校开课。"),
        (["本报讯（记者边巴", "次旦）夜校开课。"], "本报讯（记者边巴次旦）夜校开课。"),
        (
            ["本报讯（记者陆小青 通讯", "员何苇）夜校开课。"],
            "本报讯（记者陆小青 通讯员何苇）夜校开课。",
        ),
        (["（记者采访了学员", "老师）夜校。"], "（记者采访了学员老师）夜校。"),
    ],
)
def test_join_lines(lines: list[str], expected: str) -> None:
    assert join_lines(lines) == expected


@settings(deadline=None)
@given(
    st.lists(st.text(alphabet="夜校开课王强（记者）“”，。·—a7B. \u3000\t", max_size=30), max_size=4)
)
def test_repair_only_touches_blanks(lines: list[str]) -> None:
    joined = join_lines(lines)
    source = "\n".join(lines)
    assert re.sub(r"\s", "", joined) == re.sub(r"\s", "", source)
    assert len(source_offsets(joined, ((0, len(source)),), source)) == len(joined)
    assert close_spacing(joined) == joined


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("夜校（第二期）", "夜校(第二期)"),
        ("“夜校”开讲", '"夜校"开讲'),
        ("夜 校 开 讲", "夜校开讲"),
        ("ＡＢＣ１２３", "ABC123"),
        ("「夜校」", "“夜校”"),
    ],
)
def test_fold_ignores_widths_blanks_and_quotes(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_narrow_keeps_the_length() -> None:
    text = "（Ａ）：夜校，２０２６！\u3000完"
    assert narrow(text) == "(A):夜校,2026! 完"
    assert len(narrow(text)) == len(text)


@pytest.mark.parametrize(("text", "cells"), [("夜校", 2), ("2026年", 3), ("“夜”，", 4), ("", 0)])
def test_width(text: str, cells: float) -> None:
    assert width(text) == cells
