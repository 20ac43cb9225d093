"""Which division a story is about.  All stories are invented."""


def test_the_deepest_that_the_story_stays_in(primary):
    found = primary(
        ["蒙阴桃农办起夜校"],
        "近日，山东省临沂市蒙阴县总工会在垛庄镇开课。",
        "蒙阴县还将开三期。",
    )
    assert found == "山东省/临沂市/蒙阴县"


def test_the_province_if_the_story_goes_around_in_it(primary):
    found = primary(
        ["甘肃追回欠薪"],
        "甘肃省近日公布检查结果。",
        "临洮县、岷县、合作市、敦煌市行动较快。",
    )
    assert found == "甘肃省"


def test_the_meeting_place_of_a_province_is_not_its_subject(primary):
    found = primary(["湖北省部署今年工作"], "湖北省有关会议在武汉召开，湖北省领导讲话。")
    assert found == "湖北省"


def test_the_headline_weighs_more_than_frequency(primary):
    found = primary(["贵阳白云区试行错时菜场"], "灯亮到半夜。", "摊主来自四川，四川口味很受欢迎。")
    assert found == "贵州省/贵阳市/白云区"


def test_where_people_come_from_weighs_little(primary):
    found = primary(["老物新生"], "台湾青年在厦门市湖里区开了铺子。", "台湾青年说起厦门。")
    assert found == "福建省/厦门市/湖里区"


def test_a_division_that_nobody_names_is_not_it(primary):
    assert primary(["路上的班"], "西藏波密县的道班很忙。", "墨脱县也来帮忙。") in {
        "西藏自治区/林芝市/波密县",
        "西藏自治区",
    }


def test_a_story_of_many_provinces_has_none(primary):
    assert primary(["各地开工"], "河北、山西、辽宁、吉林、湖南同时开工。") is None


def test_a_story_without_places_has_none(primary):
    assert primary(["别让已读成了已办"], "群众不在群里，群众在路上。") is None


def test_the_places_of_an_opinion_are_examples(primary):
    text = "据报道，广东佛山一家公司要新员工先试岗。", "浙江温州早有规定。"
    assert primary(["试用不能白用"], *text, opinion=True) is None
    assert primary(["佛山叫停白用"], *text, opinion=True) == "广东省/佛山市"


def test_where_an_author_works_is_not_where_the_story_is(primary):
    assert primary(["父亲的百宝箱"], "铜锁一闪。", "（作者单位：甘肃省两当县总工会）") is None


def test_where_the_reporter_wrote_counts_in_a_story_of_several_places(primary):
    found = primary(
        ["女子拔河联赛收官"],
        "本报哈尔滨4月6日电 总决赛在哈尔滨市举行，海伦队险胜延吉队，铁西队第三。",
    )
    assert found == "黑龙江省/哈尔滨市"


def test_divisions_side_by_side_stand_for_the_one_above(primary):
    found = primary(
        ["湖北五地同种一种稻"],
        "襄阳、钟祥、潜江、仙桃的田里，收割机开了。",
    )
    assert found == "湖北省"


def test_a_township_of_a_city_without_counties(primary):
    found = primary(
        ["楼道里的点灯人"],
        "中山市古镇镇推行楼栋小组。",
        "古镇镇的灯亮了，横栏镇也来学。古镇镇还给组长补贴。",
    )
    assert found == "广东省/中山市/古镇镇"


def test_of_two_places_named_once_the_first_is_it(primary):
    text = "西安动车段的保洁员在清洗一列开往成都的动车组。"
    assert primary(["高铁美容师鏖战暑运"], text) == "陕西省/西安市"
