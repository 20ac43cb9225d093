"""What is particular to single names: which short forms are common words, too.  Data only.

How much a short form needs to count follows from its level and from the reading that jieba's
dictionary gives it (`regions.surfaces`); the tables here override that.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Common words: only the division above before them or a cue beside them tells.
COMMON_WORDS = _words(
    """
    三江 三河 上犹 东安 东山 东海 中卫 中山 乐安 乐平 云龙 五华 五原 信丰 共和 共青城
    兴和 兴宁 兴平 兴海 兴隆 凤山 北安 华容 南城 双江 台江 和政 和硕 和静 商城 城口
    大关 大同 大城 大安 大通 太和 安义 安国 安宁 安平 安康 安达 宝丰 宽城 尚义 山南
    峡江 崇义 崇信 平原 平塘 平山 广宁 广平 德安 怀安 故城 文安 新丰 新和 新星 新河
    新郑 无极 日照 望都 朝阳 来宾 榆树 民丰 永和 永安 永平 江口 江山 沙河 河口 泰和
    洪湖 海城 温泉 滨海 白朗 白水 白河 祥云 福海 蒙山 衡山 裕民 金秀 长白 长顺 阜城
    阿里 青河 青田 龙井 龙山 龙门 友谊 康乐 惠民 白沙 白杨 从江 双峰 博爱 同仁 同德
    四会 方正 会东 木兰 武功 大田 大英 凤凰 红原 明水 金沙 金湖 阳春 静宁 延寿 尚志
    普安 新田 蓝山 石林 永福 和康 和安 东方 黑山 盘山 青龙 大宁 获嘉 白银 铜鼓 石楼
    灯塔 富民 通道
    """
)

# Words that go on easily behind a city or a province: 江西新建高速公路, 浙江合作社.
ABSTRACT_WORDS = _words(
    """
    新建 平安 和平 合作 前进 解放 向阳 工农 光明 友好 友谊 太平 东风 红旗 复兴 宏伟 丰满 惠民
    康乐 博爱 同德 同心 共和 城中 城东 城西 城北 城关 安定 安居 永定 大通 天元 天心 振兴 新城
    新华 新兴 新市 南岸 海港 港口 运河 平房 前锋 江南 江北 江东 江岸 河东 河西 桥东 桥西 路南
    路北 铁东 铁西 市中 市南 市北 长寿 建设 中原 青山 白云 富民 互助 资源 通道 温泉 高台 兴业
    """
)

# Official names that are also words: 市、和县, 解放区.
DOUBTFUL_NAMES = _words("和县 解放区 港口区 平房区 湖滨区 海港区 前进区 运河区 东风区 向阳区")

# Words or features of the landscape, yet well-known: it helps that the division above is named
# anywhere in the article.
WELL_KNOWN = _words(
    """
    万年 三明 上思 上栗 东丰 东光 东港 东至 东营 临江 临泽 临海 乐业 互助 五台 五河
    交口 交城 会同 会昌 会理 余干 修水 光山 光泽 克东 兴义 兴国 兴安 内黄 分宜 北海
    南丰 南皮 博野 印江 原阳 古丈 商水 四平 固安 城步 大方 天柱 天等 天长 太湖 太白
    奉新 安化 宜丰 宜阳 将乐 巧家 平定 平果 平舆 平遥 广昌 庐山 开化 开原 微山 德保
    德江 怒江 政和 文水 新化 新安 方城 方山 望江 来安 柳河 桃源 梨树 正定 民乐 民勤
    民和 民权 水富 永兴 永寿 永康 永新 永春 河间 沿河 浮山 海东 海兴 海北 海西 清原
    清河 湖口 玉树 理塘 瑞安 瑞昌 瑞金 甘泉 石城 石门 神池 福安 稻城 紫阳 红河 美姑
    西丰 象山 贵溪 运城 进贤 连城 连江 金乡 金川 长兴 长岭 阳曲 集贤 青阳 靖安 高台
    高阳 黄山 黑水 黑河 龙江 万载 三台 三门 且末 两当 东源 临高 临清 乌审 习水 乳源
    五峰 五常 仁化 仙桃 仙游 会泽 保康 偏关 兴化 内乡 北票 卓资 南靖 原平 古交 右玉
    周至 响水 团风 城固 大冶 大厂 大悟 奇台 奉节 宝应 射阳 尖扎 岗巴 左权 巨野 平陆
    平利 平乐 当雄 循化 怀来 怀集 扶余 抚松 新干 昔阳 昭觉 景谷 曲沃 曲水 木垒 枣强
    柞水 武定 永济 法库 浑源 浮梁 清流 清涧 澄迈 灌云 牟定 盐亭 盐源 石台 石棉 砚山
    碌曲 磐石 社旗 紫金 繁峙 肇源 舞阳 色达 萝北 融水 行唐 贵定 资中 资兴 资溪 赞皇
    迭部 金门 镇远 门源 阳谷 陵水 隆化 隆回 顺平 馆陶 高密 鱼台 鸡泽 普格 化隆 弥渡
    辽源 建始 井研 固始 含山 天门 三原 南宫 咸丰 嫩江 东平 灵山 独山 长海 常山 永宁
    永昌 阳山 玉山 海阳 北流 平南 东兴 正阳 新平 通海 金阳 南江 通山 开阳 安多 亚东
    定安 武夷山 井冈山 峨眉山 五指山 九寨沟 白山 长治 阳城 中阳 南安 武城 西平 石泉
    永登 宁海 丹阳 平阳 凤阳
    """
)

# Plainly the place, whatever the dictionary reads.
CLEAR = _words(
    """
    万宁 个旧 义乌 乐清 乐陵 乳山 仁寿 仁怀 介休 仙居 仪征 任丘 余姚 侯马 信宜 元谋
    全州 全椒 兰考 凤庆 凭祥 凯里 化州 博乐 句容 嘉善 嘉禾 图们 墨脱 夏津 天台 如皋
    孝义 安吉 定日 宣威 富锦 察隅 寿光 射洪 尤溪 屏边 巩义 常熟 平度 庄河 库车 应城
    府谷 康定 延吉 建德 建水 建瓯 当涂 徐闻 德清 怀仁 惠安 慈溪 招远 文昌 昌乐 景宁
    景洪 林州 根河 桓台 樟树 武义 武平 武穴 永胜 江油 泊头 洪江 海伦 海安 海盐 涟源
    淳安 滕州 灵台 灵宝 玉环 玉门 界首 登封 盐池 监利 石狮 石首 礼泉 神木 福清 福鼎
    策勒 简阳 米林 米脂 织金 腾冲 舞钢 若羌 茶陵 荔波 荣成 莎车 蒙自 诸城 赤壁 赤水
    轮台 辛集 遵化 邵武 邹城 邹平 钟祥 阳朔 隆昌 集安 项城 高唐 麻城 齐河 龙口 龙泉
    龙游
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
    市区 城区 郊区 矿区 新城区 老城区 新市区 市中区 市南区 市北区 东区 西区 南区 北区 市郊区 新区
    """
)
