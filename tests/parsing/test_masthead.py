"""What is read off the line at the head of a page."""

import pytest

from articles.parsing.masthead import Masthead, read_masthead


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["样报  2026年3月2日  星期一  第1版"], Masthead("样报", 1)),
        (["2026年3月18日 星期三  样报  1 要闻"], Masthead("样报", 1, "要闻")),
        (["样报", "2026年4月7日  星期二  农历丙午年二月二十"], Masthead("样报")),
        (["样报  2026年5月1日  星期五  第1版  今日8版"], Masthead("样报", 1)),
        (["《江滨晚报》 2026年5月1日 周五 第 12 版 副刊"], Masthead("江滨晚报", 12, "副刊")),
        (["第三版"], Masthead("", 3)),
        (["05 民生 2026.6.10 星期三"], Masthead("", 5, "民生")),
        (["2026年6月10日 第5版", "本版主编 陆青 版式 何苇"], Masthead("", 5)),
        (["今日8版"], Masthead()),
        (["一行没有归属的文字"], Masthead()),
        ([], Masthead()),
    ],
)
def test_masthead(lines, expected):
    assert read_masthead(lines) == expected
