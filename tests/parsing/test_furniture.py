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
        ["05 民生 2026.6.10 星期三"],
        ["青 禾 早 报", "QINGHE MORNING NEWS", "2025年9月9日 星期二"],
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


DAY = "2025年10月22日 星期三"
STAFF = "责任编辑:陆青"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["百姓故事", "夜校开课", TEXT], []),  # no folio: it is the label of a column
        ([DAY, "百姓故事", TEXT], [DAY]),  # below the folio too
        ([DAY, "父亲的扁担", "□何苇", TEXT], [DAY]),
        (["父亲的扁担", DAY, "□何苇", TEXT], [DAY]),
        ([DAY, "江河之上", STAFF, "□何苇", TEXT], [DAY, STAFF]),
        ([DAY, "维权热线 12351帮我讨薪", TEXT], [DAY]),
        ([DAY, "电话 一头是母亲", TEXT], [DAY]),
        ([DAY, "信箱：一封家书", TEXT], [DAY]),
        ([DAY, "夜校灯会由县总工会主办", TEXT], [DAY]),
        ([DAY, "周日", "□何苇", TEXT], [DAY]),
        (["主任 下乡记", "□何苇", TEXT], []),
        (["责任编辑手记", "□何苇", TEXT], []),
        (["国内统一大市场加快建设", TEXT], []),
        (["体彩大乐透 第25100期开奖", TEXT], []),
        (["（全文见今日二版）", TEXT], []),
        (["新闻热线：打通服务群众“最后一公里”", TEXT], []),
        (["天气预报 小雨 12", TEXT], []),
        (["导读", "5版 谁在替“夜班”上夜班", TEXT], []),
        (["《夜校三十年》出版", TEXT], []),
        ([TEXT, "夜校招生启事", TEXT, "地址:雁江路9号", "电话:0719-7000000", STAFF], [STAFF]),
        ([TEXT, "征文启事", TEXT, "投稿邮箱:yexiao@example.com", STAFF], [STAFF]),
    ],
)
def test_what_an_article_says_is_none(lines: list[str], found: list[str]) -> None:
    page = [*lines, *[TEXT] * 8] if lines[-1] == TEXT else [*[TEXT] * 8, *lines]
    assert furniture("\n\n".join(page)) == found


@pytest.mark.parametrize("size", [6, 7])
def test_the_head_and_the_foot_are_seven_lines_deep(size: int) -> None:
    lines = ["2025年10月22日 星期三", *["农历乙巳年九月初二"] * (size - 1)]
    assert furniture("\n".join([*lines, *[TEXT] * 8])) == lines
    assert furniture("\n".join([*[TEXT] * 8, *lines])) == lines
