"""Which divisions a text names, by kinds of difficulty.  All sentences are invented."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regions import townships
from regions.gazetteer import Gazetteer
from regions.resolver import RegionMention, resolve
from regions.townships import SHORT_FORM_HINT, TownshipNames


def rows(table):
    """Yield text and expected paths of the lines `text | path; path`."""
    for line in table.strip().splitlines():
        text, _, expected = line.partition("|")
        paths = sorted(path.strip() for path in expected.split(";") if path.strip())
        yield pytest.param(text.strip(), paths, id=text.strip())


CHAINS = """
在山东省临沂市蒙阴县垛庄镇的桃园里 | 山东省/临沂市/蒙阴县/垛庄镇
浙江绍兴柯桥区、诸暨市两地工会 | 浙江省/绍兴市/柯桥区; 浙江省/绍兴市/诸暨市
上海浦东的一家船厂 | 上海市/浦东新区
辽宁省朝阳市朝阳县 | 辽宁省/朝阳市/朝阳县
湖南长沙县总工会 | 湖南省/长沙市/长沙县
四川凉山州西昌市 | 四川省/凉山彝族自治州/西昌市
云南大理州大理市 | 云南省/大理白族自治州/大理市
湖北省仙桃市 | 湖北省/仙桃市
海南琼中黎族苗族自治县 | 海南省/琼中黎族苗族自治县
广东中山古镇镇的灯具厂 | 广东省/中山市/古镇镇
安徽马鞍山市和县香泉镇 | 安徽省/马鞍山市/和县/香泉镇
内蒙古通辽科左后旗 | 内蒙古自治区/通辽市/科尔沁左翼后旗
贵州威宁自治县草海镇 | 贵州省/毕节市/威宁彝族回族苗族自治县/草海镇
沈阳铁西队捧杯 | 辽宁省/沈阳市/铁西区
成都双流机场的地勤 | 四川省/成都市/双流区
重庆酉阳的苗绣 | 重庆市/酉阳土家族苗族自治县
青岛市北区的老楼 | 山东省/青岛市/市北区
济南市中区泺源街道 | 山东省/济南市/市中区/泺源街道
家住大同的他去过日照 | 山西省/大同市
日照：老街有了新味 | 山东省/日照市
大同工务段的夜班 | 山西省/大同市
他生于江西新建。 | 江西省/南昌市/新建区
陕西安康的茶园 | 陕西省/安康市
"""

PARTS_OF_OTHER_WORDS = """
建成三所示范县级医院，办好语文县级课堂 |
省、市和县总工会联合走访 |
企业新建厂房，双方合作共赢，共建和平家园 |
日照时间长，大同小异，长治久安 |
来宾们参观了灯塔和温泉，铜鼓队敲得起劲 |
长江西岸、珠江西岸的码头 |
孙中山先生、阿里巴巴公司 |
城区域供暖、老城区改造、主城区和郊区的居民 |
县总工会、省总工会、该市、全区 |
广西的班车扩大到全州11个县市 | 广西壮族自治区
学了三门手艺，爬上天台，看樟树和盐池 |
换灯、修水管、看孩子，这里江山如画，通江达海 |
记者从江苏省林业局获悉，从江县也在列 | 江苏省; 贵州省/黔东南苗族侗族自治州/从江县
章贡区和龙南市的两家企业 | 江西省/赣州市/章贡区; 江西省/赣州市/龙南市
姑娘的父亲从如皋连夜赶来 | 江苏省/南通市/如皋市
"""

OTHER_NAMES = """
门店开在南京路与北京东路路口 |
九江河治理、苏州河畔的步道 |
一碗兰州拉面，两瓶青岛啤酒 |
一笼南京灌汤包，一碟镇江香醋，库尔勒香梨上了货架 |
上海牌手表 |
北京时间8时，上海合作组织成员国 |
延安精神、井冈山精神代代相传 |
京沪高铁、成渝铁路、沪昆高速 |
他登上黄山的顶峰，又去了庐山 |
永丰小学和长安小学的孩子 |
福安号渔船靠岸，延安高架通车，安溪铁观音上市 |
丹枫雅居、秀山花园等11个小区停水 |
种粮能手普兰割下第一把稻子，普兰很高兴 |
东北三省、华北平原、西北地区 |
"""

ORGANISATIONS = """
西安交大的实验室 | 陕西省/西安市
绍兴大学的学生在实习 | 浙江省/绍兴市
广东省东莞外国语学校 | 广东省/东莞市
深圳龙华外国语学校的操场 | 广东省/深圳市/龙华区
洛阳轴承、柳州机械的订单 | 河南省/洛阳市; 广西壮族自治区/柳州市
延边州教育工会、临沂市总 | 吉林省/延边朝鲜族自治州; 山东省/临沂市
酒泉卫星发射中心的工程师 | 甘肃省/酒泉市
国网涟水县供电公司 | 江苏省/淮安市/涟水县
中国海洋学会、同心公司 |
"""

ABBREVIATIONS = """
评审会昨天在京召开 | 北京市
他抵沪后随即赴渝 | 上海市; 重庆市
川渝两地、苏浙皖三省交界处 | 四川省; 重庆市; 江苏省; 浙江省; 安徽省
黔桂工会结对，成渝地区双城经济圈 | 贵州省; 广西壮族自治区; 四川省/成都市; 重庆市
苏宁企业、沪宁高速、青藏铁路、云贵高原 |
京津冀三地联动 | 北京市; 天津市; 河北省
入川的列车，川籍司机，在浙务工的人 | 四川省; 浙江省
在川流不息的街上，进出津贴发放处 |
他是援疆医生 | 新疆维吾尔自治区
京剧票友现在京东网购 |
本报北京4月7日电 | 北京市
新华社拉萨3月12日电 | 西藏自治区/拉萨市
"""

LISTINGS = """
临洮、岷县等地的合作社 | 甘肃省/定西市/临洮县; 甘肃省/定西市/岷县
平安、湟中等区 | 青海省/西宁市/湟中区
重庆的酉阳、秀山等县 | 重庆市; 重庆市/酉阳土家族苗族自治县; 重庆市/秀山土家族苗族自治县
成都的锦江、青羊等区 | 四川省/成都市; 四川省/成都市/锦江区; 四川省/成都市/青羊区
阳城、高平等地的工会 | 山西省/晋城市/阳城县; 山西省/晋城市/高平市
东莞、中山有些镇街已经在做 | 广东省/东莞市; 广东省/中山市
济南、青岛、烟台三市 | 山东省/济南市; 山东省/青岛市; 山东省/烟台市
"""

DISTRICTS = """
天津和平、河西、河北、红桥四区 | 天津市 | 和平区 河西区 河北区 红桥区
杭州的上城、西湖、滨江等区 | 浙江省/杭州市 | 上城区 西湖区 滨江区
海淀、朝阳、丰台都来了 | 北京市 | 海淀区 朝阳区 丰台区
光明区马田街道、龙华、坪山、盐田 | 广东省/深圳市 | 光明区/马田街道 龙华区 坪山区 盐田区
大连的甘井子、中山、西岗 | 辽宁省/大连市 | 甘井子区 中山区 西岗区
郑州市管城区 | 河南省/郑州市 | 管城回族区
白银市靖远县、白银的工会 | 甘肃省/白银市 | 靖远县
长春、吉林、延边等地的骑手 | 吉林省 | 长春市 吉林市 延边朝鲜族自治州
西安碑林区的老师去了碑林 | 陕西省/西安市 | 碑林区
北京延庆、天津蓟州、河北滦平共建 | 河北省/承德市 | 滦平县
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *rows(CHAINS),
        *rows(PARTS_OF_OTHER_WORDS),
        *rows(OTHER_NAMES),
        *rows(ORGANISATIONS),
        *rows(ABBREVIATIONS),
        *rows(LISTINGS),
    ],
)
def test_one_sentence(places, text, expected):
    assert places(text) == expected


@pytest.mark.parametrize("row", DISTRICTS.strip().splitlines())
def test_districts_of_one_city(places, row):
    text, city, names = (part.strip() for part in row.split("|"))
    found = [path for path in places(text) if path.startswith(city + "/")]
    assert found == sorted(f"{city}/{name}" for name in names.split())


class TestContext:
    """What the rest of the article, the page and the paper's home tell."""

    def test_a_name_of_several_districts_is_left_open(self, gazetteer):
        resolution = resolve(["鼓楼区的居民搬进新家。"], gazetteer=gazetteer)
        assert resolution.mentions == ()
        (open_name,) = resolution.ambiguous
        assert (open_name.text, open_name.start, open_name.end) == ("鼓楼区", 0, 3)
        assert set(open_name.codes) == {"320106", "320302", "350102", "410204"}

    def test_the_sentence_decides_before_the_article(self, places):
        found = places("福州市的工会很忙。", "南京的来客参观了鼓楼区。")
        assert "江苏省/南京市/鼓楼区" in found
        assert "福建省/福州市/鼓楼区" not in found

    def test_the_article_decides(self, places):
        assert "江苏省/徐州市/鼓楼区" in places("徐州市总工会发布通知。", "鼓楼区的工会先行一步。")

    def test_the_page_decides(self, places):
        assert places("鼓楼区的居民搬进新家。", page=["410200"]) == ["河南省/开封市/鼓楼区"]

    def test_the_home_of_the_paper_decides_last(self, places):
        text = "鼓楼区的居民搬进新家。"
        assert places(text, home="320100") == ["江苏省/南京市/鼓楼区"]
        assert places(text, page=["410200"], home="320100") == ["河南省/开封市/鼓楼区"]

    def test_a_general_name_counts_in_brackets_behind_its_city(self, places):
        assert places("攀枝花高新片区（东区）的工地") == ["四川省/攀枝花市", "四川省/攀枝花市/东区"]
        assert places("攀枝花的东区更热闹") == ["四川省/攀枝花市"]

    def test_a_district_called_east_is_meant_where_no_other_city_is_named(self, places):
        text = "攀枝花换了新颜。", "在东区一家企业，机器不停。西区的球团厂也忙。"
        east, west = "四川省/攀枝花市/东区", "四川省/攀枝花市/西区"
        assert places(*text) == ["四川省/攀枝花市", east, west]
        assert places(*text, "成都市也来学习。") == ["四川省/成都市", "四川省/攀枝花市"]

    def test_a_township_s_short_form_is_no_county_far_away(self, places):
        assert places("从晋江到石狮的永宁，路都熟了") == [
            "福建省/泉州市/晋江市",
            "福建省/泉州市/石狮市",
        ]
        assert "宁夏回族自治区/银川市/永宁县" in places("从石狮到永宁", "银川来了客人")

    def test_a_common_word_stays_one_although_the_place_is_named(self, places):
        found = places("合作市的牧民来了。", "双方合作开发新产品。", "友谊县的粮仓满了，友谊长存。")
        assert found == ["甘肃省/甘南藏族自治州/合作市", "黑龙江省/双鸭山市/友谊县"]

    def test_a_short_form_of_a_district_follows_its_full_name(self, gazetteer):
        resolution = resolve(["大连市金州区开工。", "金州将继续发力。"], gazetteer=gazetteer)
        assert [m.text for m in resolution.mentions if m.code == "210213"] == ["金州区", "金州"]

    def test_a_namesake_from_another_province_is_no_child(self, places):
        assert places("辽宁省沈阳市浑南区上林果蔬农场") == ["辽宁省/沈阳市/浑南区"]

    def test_people_are_no_places(self, gazetteer):
        text = "记者张江西在现场。"
        assert resolve([text], gazetteer=gazetteer, excluded=[(0, 2, 5)]).mentions == ()

    def test_a_part_of_a_division_s_name_is_no_person(self, places):
        text = "来自石家庄正定的选手"
        assert places(text, excluded=[(0, 4, 7)]) == ["河北省/石家庄市/正定县"]
        assert places("张北县的风车", excluded=[(0, 0, 2)]) == ["河北省/张家口市/张北县"]
        assert places("邵东市森林防灭火指挥部", excluded=[(0, 0, 3)]) == ["湖南省/邵阳市/邵东市"]
        assert places("饶河县四排赫哲族乡的渔歌", excluded=[(0, 5, 8)]) == [
            "黑龙江省/双鸭山市/饶河县/四排赫哲族乡"
        ]

    def test_a_given_name_alone_is_no_place(self, places):
        text = "熊普兰种稻。", "普兰割下第一把稻子。"
        assert places(*text, excluded=[(0, 0, 3)]) == []

    def test_who_speaks_is_no_place(self, places):
        assert places("技术员金华说，设备很好。") == []


class TestTownships:
    def test_they_count_where_their_county_is_named(self, places):
        found = places("滑县的麦子熟了。", "万古镇、留固镇先开镰。")
        assert found == [
            "河南省/安阳市/滑县",
            "河南省/安阳市/滑县/万古镇",
            "河南省/安阳市/滑县/留固镇",
        ]

    def test_they_do_not_count_elsewhere(self, places):
        assert places("万古镇、留固镇先开镰。") == []

    def test_one_of_another_county_is_not_taken_for_a_namesake(self, places):
        found = places("滑县的老店镇开集，又到内黄县老店镇赶集。")
        assert found == ["河南省/安阳市/内黄县", "河南省/安阳市/滑县", "河南省/安阳市/滑县/老店镇"]

    def test_short_names_and_words_count_behind_the_county_only(self, places):
        assert places("泾阳县建设小城镇，河口镇来取经。") == ["陕西省/咸阳市/泾阳县"]
        assert places("泾阳县口镇的集市") == ["陕西省/咸阳市/泾阳县/口镇"]

    def test_a_list_of_townships_may_leave_their_kind_to_the_last(self, places):
        found = places("滑县动员会后，万古、留固等乡镇先开镰，老店和万古两镇跟上。")
        assert [path.rpartition("/")[2] for path in found] == ["滑县", "万古镇", "留固镇", "老店镇"]

    def test_an_ethnic_township_without_its_people(self, places):
        assert places("松阳县板桥乡的茶山") == ["浙江省/丽水市/松阳县/板桥畲族乡"]

    def test_a_short_form_counts_before_a_park(self, places):
        found = places("山东省临沂市蒙阴县垛庄镇动工。", "垛庄鸿运产业园招工。")
        assert found == ["山东省/临沂市/蒙阴县/垛庄镇"]

    def test_a_province_inside_a_township_name_is_not_the_province(self, places):
        found = places("吉林省延吉市河南街道办事处")
        assert found == ["吉林省/延边朝鲜族自治州/延吉市/河南街道"]

    def test_a_city_inside_a_township_name_is_not_the_city(self, places):
        found = places("化德县的朝阳镇、长顺镇等地")
        assert "内蒙古自治区/乌兰察布市/化德县/朝阳镇" in found
        assert not [path for path in found if "辽宁" in path or "贵州" in path]


class TestTime:
    def test_a_former_name_means_the_division_of_today(self, places):
        assert places("密云县的果农", on=date(1998, 5, 1)) == ["北京市/密云区"]

    def test_a_division_that_was_merged_is_itself(self, places):
        assert places("重庆市渝北区", on=date(2024, 1, 1)) == ["重庆市/渝北区"]
        assert places("重庆市两江新区", on=date(2026, 1, 1)) == ["重庆市/两江新区"]

    def test_the_short_form_of_a_division_lost_lately_is_still_read(self, places):
        found = places("渝北、江北、南岸、巴南等区的工会", on=date(2026, 3, 1))
        assert {path.partition("/")[2] for path in found} == {
            "渝北区",
            "江北区",
            "南岸区",
            "巴南区",
        }

    def test_a_namesake_lost_lately_is_weighed_like_the_others(self, places):
        paragraphs = "重庆市总工会发文。", "江北区总工会响应。"
        for day in (date(2024, 1, 1), date(2026, 1, 1), None):
            assert "重庆市/江北区" in places(*paragraphs, on=day)
        assert places("江北区总工会响应。", on=date(2026, 1, 1)) == ["浙江省/宁波市/江北区"]

    def test_a_city_of_today_is_not_the_district_that_bore_its_name(self, places):
        found = places("河池市人民政府同意。", "重点是金城江区。", on=date(2025, 5, 26))
        assert found == ["广西壮族自治区/河池市", "广西壮族自治区/河池市/金城江区"]

    def test_a_name_lost_long_ago_is_no_division(self, places):
        assert places("哲里木盟的草原", on=date(1998, 5, 1)) == ["内蒙古自治区/通辽市"]
        assert places("哲里木盟的草原", on=date(2026, 5, 1)) == []


class TestMentions:
    def test_every_link_of_a_chain_has_its_place(self, gazetteer):
        text = "在河北廊坊固安县。"
        mentions = resolve([text], gazetteer=gazetteer).mentions
        assert mentions == (
            RegionMention("130000", 0, 1, 3, "河北", 0.99, above=True),
            RegionMention("131000", 0, 3, 5, "廊坊", 0.99, above=True),
            RegionMention("131022", 0, 5, 8, "固安县", 0.99),
        )

    def test_a_city_before_the_district_that_bore_its_name_is_the_city(self, gazetteer):
        text = "毕节市七星关区的工会驿站"
        mentions = resolve([text], gazetteer=gazetteer, on=date(2026, 1, 21)).mentions
        assert [(m.text, m.code) for m in mentions] == [
            ("毕节市", "520500"),
            ("七星关区", "520502"),
        ]

    def test_places_are_in_the_order_of_the_text(self, gazetteer):
        paragraphs = ["兰州、西宁", "川渝两地，银川"]
        mentions = resolve(paragraphs, gazetteer=gazetteer).mentions
        assert [m.text for m in mentions] == ["兰州", "西宁", "川", "渝", "银川"]
        for m in mentions:
            assert paragraphs[m.paragraph][m.start : m.end] == m.text

    def test_an_empty_article_names_nothing(self, gazetteer):
        resolution = resolve(["", "。"], gazetteer=gazetteer)
        assert (resolution.mentions, resolution.primary, resolution.ambiguous) == ((), None, ())


PIECES = st.sampled_from(
    [
        *("江西", "南昌", "新建", "新建区", "吉林", "吉林市", "市中区", "鼓楼区", "朝阳", "朝阳区"),
        *(
            "滑县",
            "万古镇",
            "老店",
            "等乡镇",
            "、",
            "和",
            "。",
            "（",
            "）",
            " ",
            "在京",
            "川渝两地",
        ),
        *("路", "街道", "大学", "总工会", "场", "区", "县", "总", "张", "的", "abc", "1998年"),
    ]
)


@given(st.lists(st.lists(PIECES, max_size=12).map("".join), max_size=3))
def test_whatever_the_text_mentions_stand_in_it_and_never_overlap(paragraphs):
    gazetteer = Gazetteer.load()
    mentions = resolve(paragraphs, gazetteer=gazetteer).mentions
    taken = set()
    for m in mentions:
        assert paragraphs[m.paragraph][m.start : m.end] == m.text
        assert m.code in gazetteer
        assert 0 < m.confidence <= 1
        places = {(m.paragraph, i) for i in range(m.start, m.end)}
        assert places.isdisjoint(taken)
        taken |= places


def test_no_pattern_is_built_where_no_short_form_stands(monkeypatch):
    names = TownshipNames(["320282"], Gazetteer.load())
    assert names.short
    monkeypatch.setattr(townships, "re", None)  # a pattern for every article took half the time
    text = "宜兴市表彰了工会、学校和园区等乡镇一线的职工。"
    assert SHORT_FORM_HINT.search(text)
    assert list(names.find([text])) == []
