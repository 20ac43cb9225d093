"""Reports, features, picture stories, essays, documents, contents and the rest."""

import pytest

from articles.parsing.credits import find_dateline, read_credits
from articles.parsing.kinds import kind_of
from articles.parsing.values import Block, BlockType

HEAD = ("section", "kicker", "title", "subtitle")
LONG = "夜校的灯亮到十点，学员们一遍遍练习，老师在一旁看着，谁也不肯先走。" * 16


def kind(*parts: tuple[str, str]) -> str:
    blocks = [Block(BlockType(t), text, ((0, len(text)),)) for t, text in parts]
    head = [block for block in blocks if block.type in HEAD]
    rest = [block for block in blocks if block.type not in HEAD]
    return kind_of(head, rest, find_dateline(rest), read_credits(rest))


@pytest.mark.parametrize(
    ("expected", "parts"),
    [
        ("news", [("title", "夜校开课"), ("body", "本报讯（记者陆青）夜校开课。")]),
        ("news", [("title", "夜校开课"), ("body", "记者陆青 通讯员何苇报道 夜校开课。")]),
        ("news", [("title", "夜校开课"), ("body", "【本报讯】夜校开课。（陆青）")]),
        (
            "news",
            [
                ("title", "夜校开课"),
                ("body", "本报讯（记者陆青）夜校开课。"),
                ("caption", "学员在练习。 何苇 摄"),
            ],
        ),
        (
            "news",
            [("title", "县里印发办学意见"), ("body", "本报讯（记者陆青）意见有三点。")],
        ),
        ("news", [("title", "夜校开课"), ("body", "近日，河湾镇的夜校开课。")]),
        ("news", [("title", "夜校开课"), ("body", "河湾镇办起夜校，学员83名。（陆青）")]),
        ("news", [("title", "夜校开课"), ("body", LONG), ("body", "今年，灯又亮了。（陆青）")]),
        (
            "news",
            [
                ("title", "夜校"),
                ("body", "3月的河湾有夜校。" + LONG),
                ("byline", "（本报记者 陆青）"),
            ],
        ),
        (
            "news",
            [("continuation", "（上接第1版）"), ("title", "夜校"), ("body", "夜校的灯亮到十点。")],
        ),
        ("news", [("title", "灯火"), ("byline", "本报记者 陆青"), ("body", "夜校的灯亮到十点。")]),
        ("news", [("title", "夜校"), ("body", "记者4月6日从河湾镇获悉，夜校开课。")]),
        (
            "other",
            [
                ("title", "夜校收学费吗？"),
                ("body", "河湾读者陆女士问：夜校收学费吗？"),
                ("body", "县总工会答：不收。"),
                ("byline", "（本报记者 何苇 整理）"),
            ],
        ),
        (
            "other",
            [("section", "寻物启事"), ("title", "寻一盏灯"), ("body", LONG[:100])],
        ),
        (
            "other",
            [("section", "征稿"), ("title", "写写你的夜校"), ("body", LONG[:100] + "（陆青）")],
        ),
        (
            "essay",
            [
                ("section", "“我与夜校”征文"),
                ("title", "说灯"),
                ("body", LONG + "（陆青）"),
                ("body", LONG + "（陆青）"),
            ],
        ),
        (
            "feature",
            [
                ("title", "一问一答"),
                ("byline", "本报记者 陆青"),
                ("body", "问：夜校还开吗？"),
                ("body", "答：开。" + LONG),
            ],
        ),
        ("news", [("title", "河湾新区有了规划"), ("body", "近日，经省人民政府批准，规划公布。")]),
        (
            "document",
            [
                ("title", "夜校用地挂牌出让公告"),
                ("body", "经河湾县人民政府批准，夜校用地以挂牌方式出让。"),
            ],
        ),
        (
            "feature",
            [("title", "灯火"), ("byline", "本报记者 陆青"), ("body", LONG[:420])],
        ),
        ("essay", [("title", "说灯"), ("body", LONG), ("body", LONG + "（陆青）")]),
        ("feature", [("title", "灯火"), ("byline", "本报记者 陆青"), ("body", LONG)]),
        (
            "feature",
            [("title", "灯火"), ("byline", "本报记者 陆青 文/图"), ("body", LONG)],
        ),
        (
            "feature",
            [("title", "灯火"), ("abstract", "阅读提示"), ("body", LONG), ("subhead", "黑板")],
        ),
        (
            "photo",
            [("title", "夜校"), ("caption", "学员在练习。"), ("credit_line", "陆青 摄")],
        ),
        ("photo", [("title", "夜校"), ("body", "近日，夜校开课。图为学员在练习。")]),
        (
            "photo",
            [
                ("title", "夜校"),
                ("body", "近日，夜校开课。"),
                ("credit_line", "新华社记者 陆青 摄"),
            ],
        ),
        (
            "photo",
            [("title", "夜校"), ("body", "近日，夜校开课。"), ("byline", "本报记者 陆青 摄影报道")],
        ),
        ("essay", [("title", "说灯"), ("byline", "□陆青"), ("body", LONG)]),
        ("essay", [("title", "说灯"), ("byline", "陆 青"), ("body", "灯是夜里的花。")]),
        ("essay", [("title", "说灯"), ("body", LONG), ("author_note", "（作者系夜校教师）")]),
        ("essay", [("section", "短评"), ("title", "别让夜校空转"), ("body", "灯要亮着。")]),
        ("essay", [("title", "让灯亮着"), ("byline", "本报评论员"), ("body", "灯要亮着。")]),
        (
            "document",
            [
                ("title", "河湾市人民政府关于办好夜校的意见"),
                ("subhead", "一、总体要求"),
                ("body", "（一）开设夜校。各镇应当开设。"),
                ("credit_line", "（新华社河湾4月6日电）"),
            ],
        ),
        (
            "document",
            [
                ("title", "夜校管理办法（试行）"),
                ("body", "第一条 为办好夜校，制定本办法。"),
                ("body", "第二条 夜校由镇里开设。"),
            ],
        ),
        (
            "document",
            [("title", "关于夜校放假的通告"), ("byline", "河湾夜校"), ("body", "特此通告。")],
        ),
        (
            "document",
            [("body", "（八）保障经费。"), ("body", "（九）加强督查。"), ("body", "（十）宣传。")],
        ),
        (
            "document",
            [
                ("subhead", "四、增加课时"),
                ("body", "（八）每周加课。"),
                ("subhead", "五、保障经费"),
                ("body", "各镇要出钱。"),
                ("credit_line", "（新华社河湾4月6日电）"),
            ],
        ),
        (
            "contents",
            [("title", "《河湾工友》2026年第2期要目"), ("list", "灯火……陆青")],
        ),
        ("contents", [("list", "卷首"), ("list", "灯火……陆青")]),
        ("contents", [("list", "夜校开课三十年5版"), ("list", "渔港换新灯6版")]),
        ("news", [("title", "今日看点"), ("body", "本报讯（记者陆青）夜校开课。")]),
        ("news", [("title", "法院发出首份拍卖公告"), ("body", "近日，" + LONG[:80])]),
        ("other", [("title", "拍卖公告"), ("body", "本院定于4月8日拍卖渔船一艘，" + LONG[:80])]),
        ("other", [("title", "绝活榜"), ("list", "焊接：陆青"), ("list", "详见8版")]),
        ("contents", [("title", "本期要目"), ("list", "卷首"), ("list", "灯火")]),
        (
            "other",
            [
                ("title", "绝活榜"),
                ("list", "焊接：陆青，一次成型"),
                ("list", "烹饪：何苇，闭眼拉面"),
            ],
        ),
        (
            "news",
            [
                ("title", "工会动态"),
                ("body", "▲河湾镇总工会为渔民换上新头盔，" + LONG[:40]),
                ("body", "▲石桥镇总工会开办夜校，" + LONG[:40]),
            ],
        ),
        ("other", [("title", "更正"), ("body", "本报4月6日第3版有误，特此更正。")]),
        ("other", [("title", "讣告"), ("byline", "治丧小组"), ("body", "先生逝世。")]),
        ("other", [("section", "征稿启事"), ("title", "灯火故事征集"), ("body", "欢迎来稿。")]),
        (
            "other",
            [
                ("title", "谁来开灯"),
                ("body", "编辑同志："),
                ("body", LONG),
                ("byline", "读者 陆青"),
            ],
        ),
        (
            "document",
            [
                ("title", "在夜校开学典礼上的讲话"),
                ("byline", "陆青"),
                ("subhead", "一、认真听课"),
                ("body", LONG),
            ],
        ),
        ("other", [("title", "一周天气"), ("body", "周一晴，周二雨。")]),
        ("other", [("section", "出行提醒"), ("title", "夜班车改道"), ("body", LONG)]),
        ("news", [("section", "出行提醒"), ("title", "改道"), ("body", "本报讯 近日，" + LONG)]),
        ("news", [("section", "工会信息"), ("title", "夜校开课"), ("body", LONG)]),
        (
            "other",
            [
                ("title", "夜校几点关灯"),
                ("body", "问：几点关灯？"),
                ("body", "答：十点。"),
                ("body", "问：周末呢？"),
                ("body", "答：" + LONG),
            ],
        ),
        (
            "feature",
            [
                ("title", "灯下的人"),
                ("byline", "本报记者 陆青"),
                ("body", "记者：几点关灯？"),
                ("body", "何小苇：十点。"),
                ("body", "记者：周末呢？"),
                ("body", "何苇：" + LONG),
            ],
        ),
        *(
            (
                kind_,
                [
                    ("title", "灯下的人"),
                    *([("byline", byline)] if byline else []),
                    ("body", "记者：几点关灯？"),
                    ("body", "何小苇：十点。"),
                    ("body", "记者：周末呢？"),
                    ("body", "何小苇：" + LONG + end),
                ],
            )
            for kind_, byline, end in (
                ("feature", "□陆青", ""),
                ("feature", "文/陆青", ""),
                ("other", "", ""),
                ("other", "", "（记者 陆青 整理）"),
            )
        ),
        ("essay", [("section", "出行提醒"), ("title", "夜路"), ("byline", "陆青"), ("body", LONG)]),
        (
            "news",
            [
                ("section", "出行提醒"),
                ("title", "改道"),
                ("body", "近日改道。" + LONG + "（陆青）"),
            ],
        ),
        ("news", [("title", "夜校"), ("byline", "本报记者 陆青"), ("body", LONG[:400])]),
        ("news", [("title", "灯火"), ("body", LONG), ("body", "灯又亮了。")]),
        (
            "document",
            [
                ("title", "青湾县劳动模范公示"),
                ("body", "名单："),
                ("list", "陆青"),
                ("list", "何苇"),
            ],
        ),
    ],
)
def test_kind(expected: str, parts: list[tuple[str, str]]) -> None:
    assert kind(*parts) == expected
