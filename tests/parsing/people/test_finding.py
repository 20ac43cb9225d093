"""What `find_people` promises, case by case."""

import time

import pytest

from articles.parsing.people import FoundPerson, find_people


def names(*paragraphs: str) -> list[str]:
    return [person.name for person in find_people(paragraphs)]


def only(*paragraphs: str) -> FoundPerson:
    [person] = find_people(paragraphs)
    return person


def test_occurrences_are_places_in_the_paragraphs():
    paragraphs = ["车间来了新人", "电焊工钱国梁说，钱国梁的徒弟出师了。", "钱国梁笑了。"]

    person = only(*paragraphs)

    assert person.occurrences == ((1, 3, 6), (1, 8, 11), (2, 0, 3))
    assert {paragraphs[i][a:b] for i, a, b in person.occurrences} == {"钱国梁"}
    assert 0.9 < person.confidence <= 1


def test_full_width_and_ascii_marks_are_one():
    assert names("职工何静(化名)申请仲裁。") == names("职工何静（化名）申请仲裁。") == ["何静"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("骑手杨帆（化名）受伤，杨帆申请了仲裁。", "杨帆"),
        ("主播小满（化名）离职后，公司要求赔偿。", "小满"),
        ("保洁员化名李娟，今年五十岁。", "李娟"),
    ],
)
def test_pseudonyms_are_marked(text, name):
    person = only(text)

    assert (person.name, person.pseudonym) == (name, True)


@pytest.mark.parametrize(
    "text",
    [
        "本报讯（记者赵大鹏 通讯员钱小云）6月1日，运动会开幕。",
        "本报讯 记者温启明 通讯员齐小军报道 近日，活动启动。",
        "本报记者 孙志远 通讯员 李梅 摄",
        "职工艺术团演出了话剧《郭明义》和豫剧《焦裕禄》。",
        "孙中山纪念馆、鲁迅公园和叶圣陶实验小学免费开放。",
        "大家弘扬雷锋精神、焦裕禄精神，组织学雷锋志愿服务队。",
        "学习贯彻习近平新时代中国特色社会主义思想。",
        "王女士拨通了热线，刘师傅、老李和小周都来了，陈某某被处理。",
        "省卫健委、市人社局、高新区管委会和国资委派人参加。",
        "“中国梦·劳动美”演讲和“书香·工会”读书月启动。",
        "大家欢迎总统和夫人，书记向阳光下的职工致意。",
        "“泰山·曲阜”线路和“万达·金街”商圈迎来客流。",
    ],
)
def test_nobody_is_named_in_full(text):
    assert names(text) == []


def test_a_worker_is_no_author():
    assert names("先进工作者荣国华、滕志飞和应小敏先后发言。") == ["荣国华", "滕志飞", "应小敏"]


def test_excluded_places_are_nobody():
    text = "陈晓燕说，今年收成不错。"

    assert names(text) == ["陈晓燕"]
    assert find_people([text], excluded=[(0, 0, 3)]) == ()


def test_names_of_the_page_are_evidence():
    text = "于海又一次站上讲台。"

    assert names(text) == []
    [person] = find_people([text], page=frozenset({"于海"}))
    assert person.name == "于海"


def test_names_of_an_enumeration_support_each_other():
    assert names("方子安、毕小鸥、卜立新、时光耀等4名选手获奖。") == [
        "方子安",
        "毕小鸥",
        "卜立新",
        "时光耀",
    ]


def test_a_name_ends_where_the_sentence_goes_on():
    assert names("陈晓明确表示，将继续上诉。陈晓说，公司拖欠了工资。") == ["陈晓"]
    assert names("徒弟韩冬哭红了眼，万小军点点头。") == ["韩冬", "万小军"]
    assert names("摊主田秀带了两筐李子，田秀说全卖完了。") == ["田秀"]


def test_a_dotted_name_ends_alike_everywhere():
    paragraphs = [
        "全国劳模艾力江·阿不都热合曼收到了帮扶资金。",
        "艾力江·阿不都热合曼前后住院三次。",
    ]

    assert names(*paragraphs) == ["艾力江·阿不都热合曼"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("养护工扎西平措和妻子次仁德吉住在道班。", ["扎西平措", "次仁德吉"]),
        ("牧民乌日娜赶来，兽医巴特尔已在等候。", ["乌日娜", "巴特尔"]),
        ("外籍教师约翰·史密斯和玛丽亚·冈萨雷斯包粽子。", ["约翰·史密斯", "玛丽亚·冈萨雷斯"]),
        ("俄罗斯专家亚历山大·彼得罗夫在现场。", ["亚历山大·彼得罗夫"]),
        ("美国总统特朗普发表讲话。", ["特朗普"]),
        ("县农技站站长皇甫正蹲在田埂上查苗。", ["皇甫正"]),
        ("先进个人：王 强 李晓东", ["王强", "李晓东"]),
    ],
)
def test_names_of_other_forms(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("省人大常委会副主任、省总工会主席宁致远出席。", "省人大常委会副主任、省总工会主席"),
        ("针对某厂技术骨干陈国强提出的问题，双方商定了方案。", "某厂技术骨干"),
        ("负责这项工作的市总工会三级调研员吴建民说，效果不错。", "市总工会三级调研员"),
        ("习近平总书记作出重要指示。", "总书记"),
        ("段永川，总装车间装配钳工，高级技师。", "总装车间装配钳工"),
        ("李春光（女） 北方机车厂电焊工、高级技师", "北方机车厂电焊工、高级技师"),
        ("某机电（集团）有限公司班长郑建业说，质量是命根子。", "某机电（集团）有限公司班长"),
        ("“没有白干。”钱国梁说。", ""),
        ("车长把话筒递给检修工钱国梁。", "检修工"),
        ("他一路追上电焊工钱国梁，问了个明白。", "电焊工"),
        ("当天上午电焊工钱国梁说，活干完了。", "电焊工"),
        ("还有一位电焊工钱国梁没有走。", "电焊工"),
        ("值班的电焊工钱国梁赶来了。", "电焊工"),
        ("一家钢铁企业的工会主席钱国梁赶来了。", "一家钢铁企业的工会主席"),
        ("（二）市公交公司修理工钱国梁，改进了加热器。", "市公交公司修理工"),
        ("该市总工会法律工作部部长钱国梁说，账要算清。", "市总工会法律工作部部长"),
        ("青年钢琴家钱国梁登台。", "青年钢琴家"),
        ("除雪车驾驶员钱国梁一夜没睡。", "除雪车驾驶员"),
        ("国有资产管理局局长钱国梁说，账要算清。", "国有资产管理局局长"),
        ("就业指导中心主任钱国梁说，岗位不少。", "就业指导中心主任"),
        ("护路人钱国梁每天走二十里。", "护路人"),
        ("钱国梁（化名）如今是班长，管着36台细纱机。", "班长"),
        ("网约车司机钱国梁（化名）注册了账号。", "网约车司机"),
        ("钱国梁是一个高尚的人。", ""),
    ],
)
def test_the_description_is_the_post_as_printed(text, description):
    assert only(text).description == description


def test_names_in_a_row_share_a_post():
    before = find_people(["蹲点干部王立阳、吴国杉接到求助。"])
    after = find_people(["活动邀请郑志强、唐建勇、陈桂生等5位大国工匠到场。"])

    assert [person.description for person in before] == ["蹲点干部", "蹲点干部"]
    assert [person.description for person in after] == ["大国工匠"] * 3


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("焊工李建国（左）和徒弟王小龙（右）在焊接管道。", ["焊工", "徒弟"]),
        ("出租车司机周强（化名）和乘客李丽（化名）各执一词。", ["出租车司机", "乘客"]),
        ("职工周国强（化名）、李丽梅（化名）申请仲裁。", ["职工", "职工"]),
        ("技师李建国（左一）、王小龙（左二）在拆装液压泵。", ["技师", ""]),
        ("王小明、李大伟等一批巡堤员登台领奖。", ["巡堤员", "巡堤员"]),
        ("市总工会表彰了王小明、李大伟等8名同志。", ["", ""]),
        ("王小明、李大伟等先后为青年职工授课。", ["", ""]),
    ],
)
def test_posts_of_several_names(text, posts):
    assert [person.description for person in find_people([text])] == posts


def test_long_articles_take_no_time():
    paragraphs = ["市总工会副主席宁致远介绍，全市新建工会组织九十九家，发展会员三万余名。"] * 600
    find_people(paragraphs[:1])

    begin = time.perf_counter()
    find_people(paragraphs)

    assert time.perf_counter() - begin < 3
