"""The head and the foot of a page belong to no article; what is beside them does."""

import pytest

from articles.parsing.furniture import furniture_of
from articles.parsing.lines import read_lines

TEXT = "夜校的灯亮到十点，学员不愿意走。"


def furniture(page: str) -> list[str]:
    lines = read_lines(page)
    return [lines[i].text for i in sorted(furniture_of(lines))]


@pytest.mark.parametrize(
    "head",
    [
        ["4", "企 业", "2025年10月22日", "星期三"],
        ["基 层", "2025年10月22日 星期三", "·4·"],
        ["青禾日报", "2025年10月22日 星期三", "农历乙巳年九月初二", "今日八版 第9876期"],
        ["青禾日报 职工文苑 3", "星期二"],
        ["劳动·匠心", "2025年10月22日 星期三 第6版", "责编:陆青 电话:0719-7000000"],
        ["3", "副刊", "2024.5.25 星期六", "责任编辑:陆青", "E-mail:yexiao@example.com"],
        ["河湾县总工会主管主办", "第21931期(今日八版)", "星期五 乙巳年六月十七"],
        ["05版 2024年11月20日 星期三 新闻热线:0719-7000000"],
        ["产改进行时", "2025年9月9日 星期二"],
    ],
)
def test_the_head_of_a_page_is_furniture(head: list[str]) -> None:
    assert furniture("\n\n".join([*head, "夜校开课", TEXT, TEXT, TEXT, TEXT])) == head


@pytest.mark.parametrize(
    "foot",
    [
        ["责任编辑:陆青 版面设计:何苇", "新闻热线:0719-7000000 E-mail:yexiao@example.com"],
        ["□本版编辑 陆青 □版式设计 何苇", "本版投稿邮箱:yexiao@example.com"],
        ["本版法律援助热线:12351", "扫一扫 关注“夜校”微信公众号,在线报名", "编辑 陆青 组版 何苇"],
        ["值班主任 陆青 版式设计 何苇"],
        ["本 版 责 编 陆 青"],
        ["本报地址:河湾县雁江路9号 邮编:430000"],
    ],
)
def test_the_foot_of_a_page_is_furniture(foot: list[str]) -> None:
    assert furniture("\n\n".join(["夜校开课", TEXT, TEXT, TEXT, TEXT, TEXT, *foot])) == foot


@pytest.mark.parametrize(
    "lines",
    [
        ["百姓故事", "夜校开课", TEXT],  # no folio: it is the label of a column
        ["2025年10月22日 星期三", "百姓故事", TEXT],  # below the folio too
        ["点亮一座城", "2025年10月22日 星期三", TEXT],  # what is done is told by a headline
        [TEXT, "夜校招生", "联系电话:0719-7000000", "责任编辑:陆青"],
        ["导读", "5版 谁在替“夜班”上夜班", TEXT],
        ["《夜校三十年》出版", TEXT],
    ],
)
def test_what_an_article_may_say_is_none(lines: list[str]) -> None:
    certain = {"2025年10月22日 星期三", "责任编辑:陆青"}
    assert set(furniture("\n\n".join(lines))) <= certain
