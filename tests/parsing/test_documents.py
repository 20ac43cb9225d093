"""Single lines of official texts and lists."""

import pytest

from articles.parsing.signs import sign_of

SIGNS = {
    "关于2026年清明期间文明祭扫的通告": "official",
    "关于做好高温天气劳动者": "official",
    "权益保障工作的若干意见": "official",
    "青浦湾市总工会": "office",
    "石桥县人民政府办公室": "office",
    "（摘要）": "bracketed",
    "（道吉草）": "bracketed",
    "（司马超）": "byline",
    "陆青": "name",
    "王 强": "name",
    "娄月英，女，石桥街道职工": "listed",
    "赵 雪（女） 公交公司驾驶员": "listed",
    "观众在展厅里体验拉纤。 陆青 摄": "shot",
    "决赛现场。 本报记者 林一苇 摄": "shot",
    "本报记者 林一苇 摄": "credit",
}


@pytest.mark.parametrize(("line", "sign"), SIGNS.items())
def test_a_line_shows_what_it_is(line: str, sign: str) -> None:
    assert sign_of(line) == sign


@pytest.mark.parametrize(
    "line",
    [
        "母亲的搪瓷缸",
        "关于这件事，他说：没什么好谈的。",
        "他在总工会工作了三十年，",
        "让每一门手艺都有出路",
        "（他停了停，又说：“不急。”）",
    ],
)
def test_other_lines_show_nothing_of_it(line: str) -> None:
    assert sign_of(line) == ""
