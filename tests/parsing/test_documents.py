"""Single lines of official texts, lists, captions and interviews."""

import pytest

from articles.parsing.signs import sign_of

SIGNS = {
    "关于2026年清明期间文明祭扫的通告": "official",
    "关于做好高温天气劳动者": "official",
    "权益保障工作的若干意见": "official",
    "青浦湾市总工会": "office",
    "石桥县人民政府办公室": "office",
    "石桥县自来水公司 2026年3月4日": "office",
    "河湾市公安局交通警察支队": "office",
    "二〇二三年九月六日": "date",
    "（二○一三年十二月二日）": "date",
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
    "船工在给新灯接线。": "scene",
    "赛场上，选手进行“空中接力”。": "scene",
    "江一舟（左）向学徒讲解航标灯。": "pictured",
    "林小帆（前排左二）与学员合影。": "pictured",
    "问：您带徒弟有什么规矩？": "speech",
    "记者：灯塔上冷不冷？": "speech",
    "江一舟：习惯了。": "speech",
    "王 强：灯塔上冷。": "speech",
    "6.单位安排了，本人不想休，还给钱吗？": "point",
    "④ 听自己：四十岁的人": "point",
    "案例一 灯塔停电，谁来赔？": "point",
    "问题二：夜里补灯算不算加班": "point",
    "第二招：换灯": "point",
    "（1）换灯": "point",
    "故事之一：换灯": "point",
    "特此公告。": "closing",
    "此致": "closing",
    "讣告": "notice title",
    "更 正": "notice title",
    "征文启事": "notice title",
    "8月2日 星期六 晴": "day",
    "守灯人的三十年 江一舟（12）": "entry",
    "●热点透视": "section",
    "●江一舟": "byline",
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
        "老江在灯塔上守了一夜。",
        "青禾日报征文启事",
        "灯塔三十年（中）",
        "石桥：灯塔换新装",
        "张家港：灯塔换新装",
        "周一：多云转晴",
        "时 间：多云转晴",
        "江苏省：灯塔换新装",
        "第一名：林小帆得了灯",
        "3.5米高的灯塔",
        "案例教学进灯塔",
        "第二届灯塔会：开幕",
        "守灯人的三十年（12）",
    ],
)
def test_other_lines_show_nothing_of_it(line: str) -> None:
    assert sign_of(line) == ""
