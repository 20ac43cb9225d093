"""Short forms of the names of administrative divisions, made by rule.

Pure: names in, names out.  The rules follow what newspapers print: 临沂市 → 临沂, 蒙阴县 → 蒙阴,
延边朝鲜族自治州 → 延边 and 延边州; exceptions stand in the tables.
"""

from __future__ import annotations

import re
from functools import cache


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# Peoples as they stand in the names of autonomous divisions.
PEOPLES = _words(
    """
    蒙古族 蒙古 回族 藏族 维吾尔族 维吾尔 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族
    土家族 哈尼族 哈萨克族 哈萨克 傣族 黎族 傈僳族 佤族 畲族 高山族 拉祜族 水族 东乡族 纳西族
    景颇族 柯尔克孜族 柯尔克孜 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯族
    锡伯 阿昌族 普米族 塔吉克族 塔吉克 怒族 乌孜别克族 俄罗斯族 鄂温克族 德昂族 保安族 裕固族
    京族 塔塔尔族 独龙族 鄂伦春族 赫哲族 门巴族 珞巴族 基诺族 各族
    """
)
AUTONOMOUS = re.compile(
    rf"(?P<stem>.{{2,}}?)(?:{'|'.join(sorted(PEOPLES, key=len, reverse=True))})+"
    r"自治(?P<kind>[区州县旗])"
)

# What stands after the stem of an ordinary name.  Banners like 土默特左旗 keep it.
SUFFIX = re.compile(
    rf"""
    (?: {"|".join(p for p in PEOPLES if p.endswith("族"))} )* [区乡]$  # 管城回族区
    | (?: 特别行政区 | 行政区 | (?<= 神农架 ) 林区 | 矿区 | 特区 | 地区 | 街道 | 苏木 )$
    | (?<! [左右前后中] ) 旗$
    | [省市县盟镇]$
    """,
    re.VERBOSE,
)

ETHNIC_TOWNSHIP = re.compile(
    rf"(?P<stem>.{{2,}}?)(?:{'|'.join(p for p in PEOPLES if p.endswith('族'))})+(?P<kind>[乡镇])"
)

# The rule would give a wrong or misleading form of these.
PROVINCES = {
    "内蒙古自治区": "内蒙古",
    "广西壮族自治区": "广西",
    "西藏自治区": "西藏",
    "宁夏回族自治区": "宁夏",
    "新疆维吾尔自治区": "新疆",
}
SHORT = {
    **PROVINCES,
    "浦东新区": "浦东",
    "沈北新区": "沈北",
    "克孜勒苏柯尔克孜自治州": "克孜勒苏",
    "鄂温克族自治旗": "鄂温克旗",
    "鄂伦春自治旗": "鄂伦春旗",
    "喀喇沁左翼蒙古族自治县": "喀左",
    "东乡族自治县": "东乡县",
    "达尔罕茂明安联合旗": "达茂旗",
    "互助土族自治县": "互助",
}
# Stems that are no name: their short form is the whole name.
NO_STEM = frozenset(
    _words(
        """
        城 郊 矿 东 西 南 北 中 市中 市南 市北 城中 城东 城西 城北 城关 城厢 新城 新市 桥东 桥西
        路南 路北 铁东 铁西 河东 河西 江北 江南 江东 江岸 海州 新华 和平 向阳 东城 西城 滨海新
        两江新 南岸 永定 青山 白云 龙华 中原
        """
    )
)

# Autonomous divisions have a form with a suffix too (延边州); these are not made by the rule.
AUTONOMOUS_SHORT = {
    "巴音郭楞蒙古自治州": ("巴音郭楞州", "巴州"),
    "克孜勒苏柯尔克孜自治州": ("克州",),
    "博尔塔拉蒙古自治州": ("博尔塔拉州", "博州"),
    "黔东南苗族侗族自治州": ("黔东南州",),
    "黔西南布依族苗族自治州": ("黔西南州",),
    "喀喇沁左翼蒙古族自治县": ("喀左县", "喀左"),
    "阜新蒙古族自治县": ("阜蒙县",),
    "前郭尔罗斯蒙古族自治县": ("前郭县", "前郭"),
    "杜尔伯特蒙古族自治县": ("杜尔伯特县", "杜蒙县"),
    "围场满族蒙古族自治县": ("围场县",),
    "伊犁哈萨克自治州": ("伊犁州",),
    "和布克赛尔蒙古自治县": ("和布克赛尔县", "和丰县"),
    "察布查尔锡伯自治县": ("察布查尔县", "察县"),
    "双江拉祜族佤族布朗族傣族自治县": ("双江县",),
    "积石山保安族东乡族撒拉族自治县": ("积石山县",),
    "鄂温克族自治旗": ("鄂温克旗",),
    "莫力达瓦达斡尔族自治旗": ("莫力达瓦旗", "莫旗"),
    "鄂伦春自治旗": ("鄂伦春旗",),
    "东乡族自治县": ("东乡县",),
    "大厂回族自治县": ("大厂县",),
    "达尔罕茂明安联合旗": ("达茂旗",),
}
# Minority short forms are made for divisions that are not called autonomous, too.
BANNERS = {
    "科尔沁左翼中旗": ("科左中旗",),
    "科尔沁左翼后旗": ("科左后旗",),
    "科尔沁右翼前旗": ("科右前旗",),
    "科尔沁右翼中旗": ("科右中旗",),
    "察哈尔右翼前旗": ("察右前旗",),
    "察哈尔右翼中旗": ("察右中旗",),
    "察哈尔右翼后旗": ("察右后旗",),
    "土默特左旗": ("土左旗",),
    "土默特右旗": ("土右旗",),
    "阿鲁科尔沁旗": ("阿旗",),
    "锡林郭勒盟": ("锡盟",),
}


@cache
def stem(name: str) -> str:
    """Return an official name without its kind: 临沂市 → 临沂, 延边朝鲜族自治州 → 延边."""
    if name in PROVINCES:
        return PROVINCES[name]
    if match := AUTONOMOUS.fullmatch(name):
        return match["stem"]
    return SUFFIX.sub("", name)


def short_name(name: str) -> str:
    """Return the short form of an official name, the name itself if it has none."""
    if name in SHORT:
        return SHORT[name]
    short = stem(name)
    return name if len(short) < 2 or short in NO_STEM else short


def minority_short_names(name: str) -> tuple[str, ...]:
    """Return the short forms with a suffix that autonomous divisions and banners have (延边州)."""
    made: tuple[str, ...] = AUTONOMOUS_SHORT.get(name) or BANNERS.get(name) or ()
    match = AUTONOMOUS.fullmatch(name)
    if match is None or name in PROVINCES:
        return made
    stem, kind = match["stem"], match["kind"]
    return (*(made or (stem + kind,)), f"{stem}自治{kind}")


def plain_district_name(name: str) -> str:
    """Return an ethnic district's name without the people: 管城回族区 → 管城区; "" of others."""
    short = stem(name)
    return f"{short}区" if name.endswith("族区") and short + "区" != name else ""


def plain_township_name(name: str) -> str:
    """Return an ethnic township's name without the people: 板桥畲族乡 → 板桥乡; "" of others."""
    match = ETHNIC_TOWNSHIP.fullmatch(name)
    return match["stem"] + match["kind"] if match else ""
