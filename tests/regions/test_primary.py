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
