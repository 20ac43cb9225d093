"""Patterns around a name that tell whether it stands for the place.  Data only."""

from __future__ import annotations

import re


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.VERBOSE)


# After a short form: name of a road, a river, a dish, a brand … and not of the place.
_REFUSED = _pattern(
    r"""
      [东西南北中]? [一二三四五]? (?: 路(?![桥局段面网]) | 街(?!道|区) | 大街 | 大道(?!德)
                                   | 巷 | 胡同 | 弄 )
    | [山河江湖岭峰溪] (?= $ | [^\u4e00-\u9fff] | [的上下边畔里水] | 流域 | 两岸 | 沿岸 | 沿线
                           | 公园 | 景区 | 风景 | 大桥 | 大峡 | 隧道 )
    | 高速 | 城际 | 高铁 (?![站北南东西新])
    | 铁路 (?! 局|公安|办事处|集团|职工|工会|分局|工人|系统|部门|地区 )
    | 起义 | 事变 | 会战 | 战役 | 现代 (?= $ | [^\u4e00-\u9fff] ) | 时间 (?! 银行 ) | 时代 | 巴巴
    | 合作组织 | 舰 | 半岛 | 海峡 | 石公园 | 牌 (?! 照|楼|坊|匾|子 ) | 白药
    | 精神 (?! 病|卫生|文明|状态|面貌|风貌|障碍|科|损害 ) | 石 (?= 材 | $ | [^\u4e00-\u9fff] )
    | 之 [滨畔] | 高架 | 号 (?= [渔货客轮船舰列专] | $ | [^\u4e00-\u9fff] )
    | 话 (?![剧题筒费]) | 玉 (?= 雕|石|料|器 )
    """
)
_DISHES = _pattern(
    r"""
      菜 (?! [市园农场地田篮价] ) | 小吃 | 早茶 | 火锅 | 炒饭 | 盖饭 | 米[粉线] | 过桥米线 | 螺蛳粉
    | 肠粉 | 凉皮 | [拉小拌烩]面 | 牛肉面 | 热干面 | 刀削面 | 担担面 | 臊子面 | 馄饨 | 烧饼 | 煎饼
    | 月饼 | 粽子 | 包子 | 汤包 | 灌汤包 | 肉夹馍 | 泡馍 | 烤鸭 | 板鸭 | 盐水鸭 | 酱鸭 | 烧鸡 | 扒鸡
    | 大盘鸡 | 火腿 | 红肠 | 腊肉 | 香肠 | 羊肉 | 干丝 | 豆腐 | 臭豆腐 | 榨菜 | 泡菜 | 辣酱 | 大闸蟹
    | 老?[香陈]醋 | 白酒 | 啤酒 | 黄酒 | 老窖 | 茅台 | [白绿红黑]茶 | 毛尖 | 枸杞 | 大枣 | 香梨
    | 铁观音 | 脐橙 | 大米 | 苹果 (?! 公司|手机 ) | 葡萄 (?! 酒庄|沟 ) | 荔枝
    | 蜜[桔橘桃]
    """
)
# After the short form of a city or a county: a river, a lake or a mountain.
_REFUSED_OF_CITY = _pattern(
    r"""
      [河湖江溪] (?: 治理 | 整治 | 综合 | 生态 | 流 | 道 | 堤 | 湾 | 面 | 心 | 段 | 步道 | 景观
                   | 湿地 | 沿 | 岸 | 大堤 | 改造 | 清淤 | 水系 | 保护 | 禁 )
    | 山 (?! [东西南区村城乡海水货歌寨民里上地火阴阳] ) | 岭 | 峰 (?! 会 )
    | [花家]园 (?! [县区市] ) | 雅[居苑] | [新嘉名]苑 | 公馆 | 大厦
    | 国家公园 | 群岛 (?! 新区 ) | 盆地 | 高原
    """
)
# After a county's: a township or village of that name, likely of another county.
_REFUSED_OF_COUNTY = _pattern(
    r"""
      镇 (?! [里上] ) | 乡 (?! [村下镇亲土音情愁] ) | 街道 | 苏木 | 嘎查 | 村 (?! [民里级镇庄] )
    | 社区 | 小区
    """
)
# After a short form that is somebody's name: 技术员金华说.
_SPEECH = _pattern(r" [说笑答] (?! 法|明|话 ) | 坦言 | 感慨 | 直言 | 回忆道 | 告诉记者 ")
# Other words and sayings that begin with a short form.
OTHER_WORDS = _pattern(
    r"""
    修水 [管池渠塔电表龙库] | 通江达海 | 江山 [如多代] | 通海 [大航] | 开平 [方台] | 南海诸岛
    | 黄山松 | 长治久安
    | 全州 (?= [0-9一两二三四五六七八九十百各已共] | 上下 | 县市 | 职工 | 工会 | 范围 | 经济 )
    """
)
REFUSED_AFTER = (
    (_REFUSED, _DISHES),
    (_REFUSED, _DISHES, _REFUSED_OF_CITY, _SPEECH),
    (_REFUSED, _DISHES, _REFUSED_OF_CITY, _SPEECH, _REFUSED_OF_COUNTY),
)
"""By the level of the highest division that may be meant: province, prefecture, county."""

# Where a full name ends too early: 城区域, 吉林市场, 巢湖县级市.
CUT_WORD = _pattern(
    r"""
    (?<=区) [域别间块位隔] | (?<=市) 场 | (?<=县) [级处] | (?<=旗) [下帜舰袍]
    """
)

# After a common word: here it is the place all the same.
_STRONG_CUE = r"""
      等地 | 等 [0-9一二两三四五六七八九十]* 个? [县市区] | [两三四五] [地县市区]
    | 县城 | [市县区]委 | 境内 | 籍 | 总工会 | 县总 | 法院 | 检察院 | 火?车站 | 核电
    | [工机车电客供][务辆电运]段
"""
STRONG_CUE_AFTER = _pattern(_STRONG_CUE)
# After any other short form that can't be trusted alone.
CUE_AFTER = _pattern(
    rf"""
    {_STRONG_CUE}
    | 一带 | 当地 | 代表队 | 队 (?![伍列]) | 赛区 | 分会场 | 人民 | 公安 | 警方 | 海关 | 机场 | 供电
    | 消防 | 交警 | 税务 | 文旅 | 人社 | 经济 (?:技术)? 开发区 | 高新区 | 工业园 | 产业园 | 分局
    | 支行 | 老区 | 灾区 | 地震
    """
)
# The same behind the city's name only: every city has a school called so.
SCHOOL_AFTER = _pattern(
    r"""
    外国语 | 实验 [中小]学 | (?: 第? [一二三四五六七八九十]+ )? (?: 中学 | 小学 | 高中 | 医院 )
    """
)
# Before a short form of middling trust.
CUE_BEFORE = _pattern(
    r"""
    (?: 在 | 来自 | 位于 | 地处 | 赴 | 前往 | 抵达 | 来到 | 走进 | 落户 | 家住 | 生于 | 回到 | 返回
      | 离开 | 扎根 | 从 | 到 | 驻 | 籍贯 )$
    """
)
# Before a city's short form that is a common word: 家住大同, not 在日照.
STRONG_CUE_BEFORE = _pattern(
    r"""
    (?: 来自 | 家住 | 位于 | 地处 | 远在 | 前往 | 抵达 | 来到 | 走进 | 回到 | 返回 | 离开
      | 籍贯 | 生于 | 赴 )$
    """
)
# Single characters that may stand before a place; others may be the beginning of a name: 留|固镇.
FUNCTION_CHARACTERS = frozenset(
    "在从到赴由与和及的向对为是离往去至经自将把被让用以该原来回进抵驻返访援看爱游过这那据称获令使"
    "给比跟同或于等省市县区州今昨我你他她们了着中上下里外东西南北内近前后各全本其属含有即就都也又"
    "曾现时当年月日家住过因随沿靠临距非除以如像凭借按照受请向朝拿叫像老新旧出入走跑飞开建设立办"
)
# The ones that a cut draws to the name behind them: 从如皋|连夜.
PREPOSITIONS = frozenset("从在到由与和及赴向往为至经自去")
# Before a name that is also a county's short form: 种粮能手普兰割下第一把稻子.
PERSON_BEFORE = _pattern(
    r"""
    (?: 能手 | [队班组站所厂店] 长 | 师傅 | 技师 | 技术员 | 护士 | 医生 | 村医 | 教师 | 老师
      | 学徒 | 学员 | 骑手 | 胶工 | 焊工 | 钳工 | 电工 | 牧民 | 传承人 | 姑娘 | 小伙子?
      | 大爷 | 大妈 | 大嫂 )$
    """
)
# What may follow a common word behind its parent: 生于江西新建。
END_OF_PLACE = _pattern(r" $ | [^\u4e00-\u9fff] | 人 | 等 ")

# After a township's short form beside its county: 垛庄鸿运产业园.
TOWNSHIP_CUE = _pattern(
    r"""
      [\u4e00-\u9fff]{0,4}? (?: 产业园 | 工业园 | 园区 ) | 片区 | 卫生院 | 派出所 | 供电所
    | 法庭    | 中心 [小学校]
    """
)

# After short forms of townships in a list: 河头、柳林两镇, 河头、柳林等乡镇.
TOWNSHIPS_AFTER = r"等?[0-9一二两三四五六七八九十]*个?(?:乡镇|镇街|镇乡|镇|乡|街道)"

# What may be cut wrongly behind the last of a list: 高|平等|地.
LIST_END = _pattern(r" 等 (?: [地县市区省] | [0-9一二两三四五六七八九十]+ 个? [地县市区省家] ) ")

# Between two places named side by side: 秭归、巫山, 隆昌和荣昌.
LISTING = _pattern(r" [、，] | 和 | 与 | 及 | 以及 | 到 | 至 | — | ——  ")
# Between names that must be of one kind: 光明区马田街道、龙华.
ROW = _pattern(r" (?: [\u4e00-\u9fff]{2,5} (?: 街道 | 镇 | 乡 ) )? (?: 、 | 和 | 与 | 及 | 以及 ) ")

# Ends of dictionary words that begin with a place and still speak of it: 嘉兴大学, 天津港.
PLACE_WORD = _pattern(
    r"""
    (?: 大学 | 学院 | 交大 | 理工 | 港 | 机场 | 站 | 人 | 城 | [县市区州省盟旗] | 地区 | 台
      | 卫视 | 日报 | 晚报 | 局 | 厂 | 银行 | 油田 | 地震 | 海关 | 会 | 岛 | 大桥 | 府 | 镇 )$
    """
)

# One-character names of provinces.
ABBREVIATIONS = {
    "京": "110000",
    "津": "120000",
    "冀": "130000",
    "晋": "140000",
    "蒙": "150000",
    "辽": "210000",
    "吉": "220000",
    "黑": "230000",
    "沪": "310000",
    "苏": "320000",
    "浙": "330000",
    "皖": "340000",
    "闽": "350000",
    "赣": "360000",
    "鲁": "370000",
    "豫": "410000",
    "鄂": "420000",
    "湘": "430000",
    "粤": "440000",
    "桂": "450000",
    "琼": "460000",
    "渝": "500000",
    "川": "510000",
    "黔": "520000",
    "滇": "530000",
    "藏": "540000",
    "陕": "610000",
    "甘": "620000",
    "青": "630000",
    "宁": "640000",
    "疆": "650000",
    "港": "810000",
    "澳": "820000",
}
# 在京, 赴沪, 援疆: of the characters that mean nothing else behind such a verb.
STAYING = _pattern(
    r"""
    [在来赴进抵离返驻入出] (?P<province> [京沪渝皖闽赣豫鄂湘粤黔滇琼浙陕津川] )
        (?! [剧东九哈沈广津张雄沪昆菜江南北西商菜流贴门市] | 港澳 )
    | [援进在赴来驻] (?P<border> [疆藏] ) (?! [红蓝青式书品在有于匿身着] )
    """
)
# 川籍司机: where somebody comes from.
NATIVE = _pattern(r" [京沪渝皖闽赣豫鄂湘粤黔滇琼浙陕津川鲁晋冀桂] (?= 籍 ) ")
# Groups that have a name of their own, by the codes of their characters.
GROUPS = {
    "京津冀": ("110000", "120000", "130000"),
    "川渝": ("510000", "500000"),
    "成渝": ("510100", "500000"),
    "苏浙沪": ("320000", "330000", "310000"),
    "江浙沪": ("320000", "330000", "310000"),
    "江浙": ("320000", "330000"),
    "沪苏浙皖": ("310000", "320000", "330000", "340000"),
    "苏浙皖": ("320000", "330000", "340000"),
    "云贵川": ("530000", "520000", "510000"),
    "黑吉辽": ("230000", "220000", "210000"),
    "粤港澳": ("440000", "810000", "820000"),
    "港澳台": ("810000", "820000", "710000"),
    "港澳": ("810000", "820000"),
    "长株潭": ("430100", "430200", "430300"),
    "苏锡常": ("320500", "320200", "320400"),
    "厦漳泉": ("350200", "350600", "350500"),
}
# The groups, and provinces side by side that act together; not railways and motorways.
TOGETHER = _pattern(
    rf"""
    (?P<group> {"|".join(sorted(GROUPS, key=len, reverse=True))} )
        (?! 铁路 | 高铁 | 高速 | 城际 | 客专 | 线 | 菜 | 火锅 | 高原 | 边区 )
    | (?! 苏宁 | 沪宁 | 宁沪 )
      (?P<listed> [京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘青宁]{{2,5}} )
        (?= [两三四五六][省地市] | 省[际界份区] | 毗邻 | 交界 | 边界 | 接壤 | 协[作同] | 合作
          | 联[动手盟] | 跨省 | 之间 | 各[省地] | 携手 | 共建 | 双方 | 一体化 | 互认 | 工[会匠]
          | 职工 | 干部 | 群众 | 企业 | 司机 | 警方 | 公安 | 民警 | 法院 | 检察 )
    """
)
