"""Section, kicker, title and subtitle of a headline."""

import re
import tomllib
from dataclasses import asdict
from pathlib import Path

import pytest

from articles.parsing.headline import read_headline
from articles.parsing.headmodel import TABLE
from articles.parsing.headpieces import HeadLine
from articles.parsing.headtraining import labelled, load
from articles.parsing.offsets import source_offsets
from articles.parsing.values import Block, BlockType, Headline

HEADLINES = Path(__file__).parents[1] / "pieces" / "dev" / "headlines.txt"
EMPTY = {"section": "", "kicker": "", "title": "", "subtitle": ""}


def head_lines(source: str) -> list[HeadLine]:
    return [
        HeadLine(
            match[0], match.span(), source[: match.start()].endswith("\n\n") or not match.start()
        )
        for match in re.finditer(r"[^\n]+", source)
    ]


def source_of(lines: list[HeadLine]) -> str:
    return "".join(
        "\n" * (2 if line.blank_before else 1) * (i > 0) + line.text for i, line in enumerate(lines)
    )


def check(headline: str, *, wrapped: bool = False, opening: str = "") -> None:
    lines, expected = labelled(headline)
    parts, blocks, _flags = read_headline(lines, wrapped=wrapped, opening=opening)
    assert asdict(parts) == EMPTY | expected
    source = source_of(lines)
    for block in blocks:
        source_offsets(block.text, block.spans, source)


@pytest.mark.parametrize(
    "headline",
    [
        "k 河湾市总举办职工技能大赛 // t 百名焊工同台“飞花”",
        "t 为一线职工撑起“健康伞” // u 河湾市总工会推出免费体检专项行动",
        "t 全总召开党组扩大会议",
        "t 深化产教融合 培育能工巧匠",
        "k 河湾重型机械厂搭建“师带徒”平台 t 三年培养高级技师86名",
        "t 一名快递员的“逆袭”之路",
        "t 把服务送到 / t 职工心坎上",
        "t 把服务送到 / t 职工心坎上 // u 河湾区总工会推进“暖心驿站”建设纪实",
        "t ——河湾区总工会推进“暖心驿站”建设纪实",
        "t 让每一滴汗水都被看见 // u ——河湾区总工会关爱户外劳动者纪实",
        "t 从“要我安全”到“我要安全” / u 河湾煤矿职工安全教育有新招",
        "k 河湾省出台政策支持产业工人队伍建设改革 // t 技能等级与薪酬待遇挂钩",
        "t 6月1日起，河湾市调整最低工资标准",
        "s 短评 // t 别让“驿站”成“摆设”",
        "s 工会论坛 // t 集体协商要谈出实效",
        "s 劳模风采 // t 扎根荒漠三十年 // u ——记全国劳动模范、护林员老周",
        "s 聚焦产改新进展 // k 河湾钢铁公司打通技能人才成长通道 // t 蓝领也能评“教授”",
        "k 河湾港职工创新工作室攻关见成效—— / t 小改小革一年节约300万元",
        "k 人社部等五部门发文： / t 加强新就业形态劳动者权益保障",
        "t “小哥”有了“充电站”",
        "t “ 小 哥 ”有 了 “ 充 电 站 ”",
        "t 河湾地铁建设工地劳动竞赛 / t 火 热 开 展 助 推 工 程 提 速",
        "t 第九届全国职工文化 / t 建设论坛在河湾举行",
        "k 河湾开展“安康杯”竞赛 // t 筑牢企业安全生产防线",
        "t 巾帼绽芳华 奋进新征程",
        "t “云端”练兵 “码上”提技",
        "t 河湾工会“法律体检”进企业",
        "t 夏送清凉 “职”享关爱 / u 河湾市总工会慰问高温岗位职工",
        "k 河湾市总工会投入500万元慰问高温岗位职工 / t 清凉送一线 关爱沁人心",
        "t 技能竞赛 / t 比出“金蓝领”",
        "s 河湾 // t 2000名职工参加万步走",
        "t 新时代的“愚公” // u 记河湾水利局高级工程师老周",
        "t 打破“天花板” 搭建“新阶梯” / u 河湾集团畅通技能人才成长通道",
        "s 图片新闻 // t 春耕时节农机忙",
        "s 今日谈 // t 多些“换位” 少些“错位”",
        "s 子夜行走③ // t 零点以后的急诊室",
        "t 河湾市 总 工 会 启 动 “ 求 学 圆 梦 ”行 动",
        "t 全国人大常委会关于修改《中华人民共和国工会法》的决定",
        "t 国务院办公厅关于 / t 进一步做好稳就业工作的通知",
        "t 河湾市劳动模范疗休养管理办法 / u （试行）",
        "t 王小二：焊花里的坚守",
        "s 工会送法在行动 // k 滁州市总工会开通法援专线 // t 周末画图也算加班",
        "k 滁州市推动产业链工会提质增效 t “链上”建起四个联合会 1.6万名职工受益",
        "k 河湾木雕班走进工业园 // t 下班后 / t 车间里响起刻刀声",
    ],
)
def test_parts(headline: str) -> None:
    check(headline)


@pytest.mark.xfail(strict=True, reason="The learned table divides them otherwise.")
@pytest.mark.parametrize(
    ("headline", "opening"),
    [
        ("t 26个工种打破“天花板” / t 修灯人也能评“首席技师” // u 滁州市出台首席技师评聘办法", ""),
        ("t 26个工种打破“天花板” 修灯人也能评“首席技师” // u 滁州市出台首席技师评聘办法", ""),
        ("t 理赔“零跑腿” 到账“不过夜” // u 滁州2.8万名职工系上 / u “安心带”", ""),
        ("t 夜里的灯光亮了 // u 车间里的课堂开了", "本报讯 昨晚，车间里的课堂开了第一课。"),
        (
            "k 滁州市推动产业链工会提质增效 // t “链上”建起四个联合会 / t 1.6万名职工受益",
            "",
        ),
        ("k 工会送岗到家门口 / t 求职者“码”上找工作", ""),
    ],
)
def test_parts_read_wrongly_so_far(headline: str, opening: str) -> None:
    check(headline, opening=opening)


def test_the_line_that_repeats_the_opening_is_no_title() -> None:
    check("k 夜里的灯光亮了 // t 车间里的课堂开了", opening="本报讯 昨晚，夜里的灯光亮了一盏。")


def test_most_headlines_of_the_table_are_read_as_labelled() -> None:
    table = tomllib.loads(TABLE.read_text("utf-8"))
    samples = load(HEADLINES)
    right = 0
    for sample in samples:
        scores = [
            sum(table.get(group, {}).get(sign, 0.0) for group, sign in signs)
            for signs in sample.divisions
        ]
        right += scores[sample.right] == max(scores)
    assert len(samples) > 100
    assert right > 0.85 * len(samples)


@pytest.mark.parametrize(
    "headline",
    [
        "t “名匠引路”2025年河湾省青年钳工 / t 技 能 公 开 课 在 临 江 市 举 办",
        "k 河湾市总工会推出夜校“点单”制—— // t “ 灯 火 课 堂 ”点 亮 职 工 夜 生 活",
    ],
)
def test_parts_in_wrapped_pages(headline: str) -> None:
    check(headline, wrapped=True)


def test_a_blank_beside_a_number_means_nothing_where_lines_are_justified() -> None:
    lines = head_lines("3年来 26个车间工资都涨了")
    assert read_headline(lines, wrapped=True)[0].title == "3年来26个车间工资都涨了"


def test_the_frame_of_a_label_is_not_part_of_it() -> None:
    parts, blocks, _flags = read_headline(
        head_lines("【一线故事】\n\n老周的“百宝箱”"), wrapped=False
    )
    assert (parts.section, blocks[0].text) == ("一线故事", "【一线故事】")


def test_kicker_and_title_on_one_line_have_their_own_spans() -> None:
    source = "临江造船厂搭建“师带徒”平台 三年培养高级技师86名"
    _parts, blocks, _flags = read_headline(head_lines(source), wrapped=False)
    assert [(b.type, source[slice(*b.spans[0])]) for b in blocks] == [
        (BlockType.KICKER, "临江造船厂搭建“师带徒”平台"),
        (BlockType.TITLE, "三年培养高级技师86名"),
    ]


def test_a_title_over_two_lines_is_one_block_with_two_spans() -> None:
    _parts, blocks, _flags = read_headline(head_lines("把服务送到\n职工心坎上"), wrapped=False)
    assert blocks == (Block(BlockType.TITLE, "把服务送到职工心坎上", ((0, 5), (6, 11))),)


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("灯火\n\n本报记者 陆青", BlockType.BYLINE),
        ("灯火\n\n陆青", BlockType.BYLINE),
        ("灯火\n\n陆青 摄", BlockType.CREDIT_LINE),
        ("灯火\n\n四、增加课时", BlockType.SUBHEAD),
        ("灯火\n\n学员领到剪刀。 通讯员陆青 摄", BlockType.CAPTION),
    ],
)
def test_a_signature_is_no_part_of_a_headline(source: str, kind: BlockType) -> None:
    parts, blocks, _flags = read_headline(head_lines(source), wrapped=False)
    assert parts == Headline(title="灯火")
    assert [block.type for block in blocks] == [BlockType.TITLE, kind]


def test_a_name_over_a_section_label_signs_the_text_above() -> None:
    parts, blocks, _flags = read_headline(head_lines("陆青\n\n职工文苑\n\n灯火"), wrapped=True)
    assert parts == Headline(section="职工文苑", title="灯火")
    assert blocks[-1].type is BlockType.BYLINE


def test_the_name_of_a_place_over_a_headline_signs_nothing() -> None:
    parts, _blocks, _flags = read_headline(
        head_lines("马鞍山\n\n夜校灯光亮起来\n\n四十名学员走进课堂"), wrapped=False
    )
    assert parts.section == "马鞍山"


@pytest.mark.parametrize("name", ["便民信息", "读者来信", "【简讯】", "图片新闻", "农事"])
def test_a_column_of_one_piece_is_headed_by_its_name(name: str) -> None:
    parts, blocks, flags = read_headline(head_lines(name), wrapped=False)
    assert flags == ()
    assert (parts.section, parts.title) == ("", name.strip("【】"))
    assert [block.type for block in blocks] == [BlockType.TITLE]


def test_no_lines_give_no_headline() -> None:
    assert read_headline([], wrapped=False) == (Headline(), (), ())


@pytest.mark.parametrize(
    ("source", "codes"),
    [
        ("把课堂搬上船\n\n渔民学会修灯", ["headline-unsure"]),
        ("河湾大桥主塔封顶\n两岸百姓明年告别摆渡", ["headline-unsure"]),
        ("河湾夜校开课\n\n工友放下锤子拿起笔", ["headline-unsure"]),
        ("把服务送到\n职工心坎上", []),
        ("车间里的灯光", []),
        ("河湾市举办夜校推进会\n\n让每一盏灯都有人点亮", []),
    ],
)
def test_a_toss_up_is_flagged(source: str, codes: list[str]) -> None:
    _parts, _blocks, flags = read_headline(head_lines(source), wrapped=False)
    assert [flag.code for flag in flags] == codes


def test_a_toss_up_tells_the_other_reading() -> None:
    lines = head_lines("河湾大桥主塔封顶\n两岸百姓明年告别摆渡")
    parts, _blocks, (flag,) = read_headline(lines, wrapped=False)
    told = dict(part.split(": ") for part in flag.reason.split(" | "))
    assert set(told) <= set(BlockType)
    assert "".join(told.values()) == "".join(line.text for line in lines)
    assert told.get("title") != parts.title
