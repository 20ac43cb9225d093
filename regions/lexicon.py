"""What is particular to single names: which short forms are common words, too.  Data only.

Short forms of provinces, cities and counties that are in no table here are plainly the place.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Common words: only the division above before them or a cue beside them tells.
COMMON_WORDS = _words(
    """
    无极 青龙 大名 安国 尚义 兴隆 大城 大厂 三河 平定 平顺 长子 和顺 大宁 石楼 新民
    黑山 灯塔 盘山 榆树 磐石 梨树 龙井 方正 木兰 延寿 富裕 友谊 明水 东海 滨海 江山
    无为 清流 云霄 平和 光泽 莲花 上高 万年 平原 惠民 博爱 台前 民权 商城 公安 衡山
    洞口 蓝山 新田 中方 会同 通道 双峰 凤凰 龙门 阳春 新兴 永福 资源 兴业 大新 天等
    东方 石柱 三台 大英 南部 石棉 小金 白玉 大方 金沙 沿河 从江 富民 安宁 大关 威信
    江城 祥云 比如 武功 延长 甘泉 清水 民乐 高台 崇信 康乐 合作 互助 同仁 共和 同德
    同心 温泉 和康 和安 新星 白杨 铜鼓 大通 平安 河南 朝阳 来宾 大同 日照 中山 阿里
    三门 天台 樟树 盐池 中卫 山南 安康 白银 海西 定远 大安
    """
)

# Words that go on easily behind a city or a province: 江西新建高速公路, 浙江合作社.
ABSTRACT_WORDS = _words(
    """
    新建 平安 和平 合作 前进 解放 向阳 工农 光明 友好 友谊 太平 东风 红旗 复兴 宏伟
    丰满 惠民 康乐 博爱 同德 同心 共和 城中 城东 城西 城北 城关 安定 安居 永定 大通
    振兴 新城 新华 新兴 新市 南岸 海港 港口 运河 平房 前锋 江南 江北 江东 河东 河西
    桥东 桥西 路南 路北 铁东 铁西 市中 市南 市北 长寿 建设 中原 青山 白云 富民 互助
    资源 通道 温泉 高台 兴业
    """
)

# Official names that are also words: 市、和县, 解放区.
DOUBTFUL_NAMES = _words("和县 随县 应县 解放区 港口区 平房区 湖滨区")

# Names that other things bear, too: a cue, or that the article speaks of their province, is enough.
DOUBTFUL_SHORT = _words(
    """
    平山 元氏 玉田 成安 广平 新河 清河 南宫 沙河 定兴 高阳 安新 顺平 怀安 宽城 围场
    东光 海兴 永清 文安 武强 安平 故城 阳高 高平 左权 灵石 闻喜 五台 静乐 浮山 永和
    柳林 方山 中阳 交口 库伦 兴和 正蓝 康平 长海 海城 东港 建平 靖宇 长白 临江 长岭
    依兰 尚志 龙江 集贤 铁力 林口 孙吴 北安 嫩江 庆安 安达 金湖 文成 长兴 常山 开化
    临海 太湖 望江 天长 明光 太和 大田 永安 东山 华安 连城 安义 德安 兴国 峡江 永丰
    泰和 万安 安福 永新 南城 乐安 栖霞 梁山 新安 卢氏 西平 正阳 云梦 洪湖 黄梅 咸丰
    天门 桃源 石门 永兴 安仁 东安 新丰 广宁 四会 平远 紫金 三江 兴安 平乐 灵山 凌云
    乐业 凤山 大化 白沙 中江 兴文 黑水 九龙 余庆 紫云 江口 石林 玉龙 双江 南华 弥勒
    曲水 吉隆 太白 白水 吴起 黄龙 紫阳 平利 白河 丹凤 景泰 华亭 金塔 西和 玉树 新和
    民丰 新源 裕民 福海 青河 武夷山 井冈山 峨眉山 五指山 九寨沟 庐山 黄山 三明 四平
    北海 东营 运城 黑河 红河 怒江 海东 海北 白山 长治 共青城 固镇 三都 金门 罗平 元阳
    孝义 神池 大竹 天柱 灵台 和静 和硕 和政 加查 治多 称多 杂多 于都 得荣 全州 全南 普格 八宿
    """
)

# Districts that newspapers name without 区, most of them counties and cities until lately.
KNOWN_DISTRICTS = _words(
    """
    密云 延庆 怀柔 平谷 昌平 顺义 房山 大兴 海淀 丰台 石景山 门头沟 武清 宝坻 静海
    蓟州 浦东 青浦 松江 嘉定 奉贤 崇明 闵行 徐汇 杨浦 虹口 万州 涪陵 永川 江津 合川
    綦江 荣昌 璧山 铜梁 潼南 大足 黔江 武隆 开州 梁平 沙坪坝 九龙坡 北碚 萧山 余杭
    富阳 临安 吴江 武进 江宁 溧水 高淳 顺德 番禺 花都 增城 从化 即墨 章丘 长清 鄞州
    奉化 上虞 柯桥 黄岩 椒江 南浔 秀洲 江都 姜堰 赣榆 大丰 海门 丹徒 洞头 双流 温江
    郫都 新都 新津 龙泉驿 青白江 武昌 汉阳 黄陂 江夏 蔡甸 新洲 浑南 沈北 苏家屯 普兰店
    金州 旅顺口 呼兰 阿城 九台 双阳 藁城 鹿泉 栾城 丰润 曹妃甸 北戴河 山海关 宣化 崇礼
    海拉尔 望城 长乐 马尾 沙县 龙海 建阳 潮阳 澄海 新会 三水 南沙 台儿庄 文登 牟平
    蓬莱 兖州 莱芜 沾化 陵城 定陶 垦利 祥符 偃师 孟津 陕州 夷陵 郧阳 南康 赣县 柴桑
    武鸣 邕宁 临桂 柳江 彭山 达川 南溪 播州 平坝 晋宁 呈贡 江川 临潼 高陵 鄠邑 陈仓
    凤翔 华州 南郑 横山 湟中 乐都 红寺堡 达坂城 米东 科尔沁 康巴什 东胜
    """
)

# Behind a city's name they mean the lake or the tower rather than the district called after it.
LANDMARKS = _words(
    """
    西湖 东湖 南湖 北湖 月湖 镜湖 洪泽 梁子湖 天山 千山 泰山 岳阳楼 岳麓 鼓楼 钟楼
    宝塔 雁塔 秦淮 玄武 大观 天涯 麦积 崆峒 红旗 八公山 太湖 黄山 庐山 武夷山 井冈山
    峨眉山 五指山 九寨沟
    """
)

# Official names so general that only the city right before them tells which is meant.
GENERAL_NAMES = _words(
    """
    市区 城区 郊区 矿区 新城区 老城区 新市区 东区 西区 南区 北区 市郊区 新区
    """
)

# The ones that mean the district wherever the city is the only one of an article.
DISTRICT_NAMES = _words("东区 西区")

# Names of townships that are words: read behind their county only.
COMMON_TOWNSHIP_WORDS = _words("小城镇 中心镇 中心街道 城区街道 工业街道 民族街道")
