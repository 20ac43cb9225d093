"""Labels that stand by themselves on a line: sections, abstracts, contents."""

from articles.parsing.lexicon import words

SECTIONS = words(
    """
    新闻特写 特写 现场特写 短评 快评 时评 锐评 微评 评论 社论 言论 本报评论员文章 编后 编后语
    记者手记 采访手记 采访札记 手记 工会论坛 一线速递 工会要闻 要闻 新闻速递 简讯 短讯 快讯
    图片新闻 图片故事 图说 图说新闻 光影 镜头 新春走基层 走基层 一线见闻 一线直击 新闻眼 新闻观察
    新闻调查 新闻追踪 新闻链接 新闻背景 新闻分析 深度报道 独家报道 特别报道 专题报道 专题 专版 专访
    访谈 人物 人物专访 劳模风采 劳模故事 工匠故事 大国工匠 身边榜样 先锋 先进典型 封面故事 专家笔谈
    工运论坛 实践探索 创新案例 以案说法 以案释法 维权故事 维权在线 法治在线 说法 职工之声 读者来信
    来信照登 来论 百家言 百姓话题 有话直说 街谈巷议 今日谈 今日话题 热点 热点聚焦 关注 聚焦 视点
    焦点 前沿 权威发布 权威解读 政策解读 解读 问答 民生 民生关注 文化 副刊 书评 读书 随笔 散文 诗歌
    小说 连载 体育 国际 国内 财经 地方 综合 时政 理论 观点 思想 思考 调研 调查 资讯 服务 公告 通知
    启事 公示 更正 讣告 班组 班组天地 班组风采 车间 基层 基层动态 基层快讯 各地 各地动态 动态
    工作动态 工会动态 基层采风 他山之石 亮点 新视野 在一线 一线故事 漫画 漫评 声音 体坛 体坛快讯
    健康 健康问诊 对话 环球 天下 短波 追忆 缅怀 思享 视野 成绩单 服务信息 一句话新闻 乡村行走 民声
    民情 网事 图闻 读图 影像 消费 教育 科技 法治 社会 就业 安全 维权 产改 产业 企业 人才 职场 生活
    家庭 女职工 劳动者 工友 工匠 劳模 先锋谱 榜样 讲述 心声 倾听 记录 瞬间 现场 征稿启事 招聘信息
    每周一星 今日导读 特别关注 特别策划 本期关注 本期话题 本期人物 编读往来 连线 延伸阅读 相关链接
    名词解释 知识窗 小贴士 记者观察 记者调查 蹲点日记 要闻速览 新闻快递 新闻集装箱 权威访谈 深读
    深一度 深度 深度观察 特稿 重磅 独家 本报专稿 经济观察 民生直通车 民生热线 党旗飘扬 学思践悟
    思想纵横 纵横谈 现场评论 评论员观察 快语 凡人善举 百姓故事 百姓生活 身边的感动 记者在现场
    记者在基层 民生调查 民声呼应 有事您说话 热线新闻 消费维权 消费提醒 辟谣 生活服务 便民服务
    便民信息 天气 天气预报 健康提示 专家提醒 医生提醒 乡村振兴 文化中国 非遗 博览 读史 文史 茶余
    往事 人在旅途 家事 亲情 校园 教育观察 口述 法庭 案件 警方提示 社会万象 世相 人间 城事 街巷 老街
    三农 农事 科普 科学 健康之友 养生 体育新闻 体育看台 赛场 球场 娱乐 影视 艺术 收藏 摄影 美食
    旅游 汽车 房产 金融 证券 保险 能源 交通 环保 生态 国防 军事 港澳台 台海 时事 一图读懂 数说 数读
    有问有答 你问我答 快问快答 今日天气
    图解 图表新闻 新闻图片 现场图片 一线风采 一线风景 劳动者之歌 工匠精神 技能人才 职工生活
    职工文化 职工书屋 工会视点 工会实践 工会纵横 产业工人 产改进行时 职业健康 安全生产 工作交流
    经验交流 工作研究 理论探讨 学习园地 党建 廉政 纪检 人大 政协 代表委员 两会 建言 提案追踪 反馈
    回音壁 来信与回音 读者之声 群众呼声 百姓心声 网言网语 网友热议 微言 数字 图片 链接 花絮 侧记
    诗苑 杂文 小小说 纪实 回忆 美文 走笔 书香 阅读 读书札记 新书架 荐书 文艺评论 影评 剧评
    一家之言 一家言 企业文化 企业一线 人间烟火 一问一答 杂谈 通讯 行走 竞技场 手艺人 匠心 视觉 文件
    小言论 大视野 心香一瓣 芳草地 七嘴八舌 今日头条 法律咨询 法律门诊 法律援助 劳动争议 劳动关系
    创新发现 岗位练兵 社保 社保百问 综述 史话 要论 答疑 组图 影讯 出行 招标
    招聘 先进事迹 先进人物 时代先锋 时代楷模 时代领跑者 温馨提示 目击 目击者 分类信息 分类广告
    评论员文章 荣誉栏 身边事 新鲜事 微故事 好人好事 好人榜 道德模范 志愿者 最美人物 城市表情 百味
    百味人生 乡愁 乡土 家风 家书 家教 校园内外 老照片 老字号 记忆 节气 时令 农技 气象 水情 汛情 防汛
    抗旱 森林防火 战高温 送清凉 送温暖 金秋助学 扶贫 脱贫攻坚 乡村 县域 县域经济 开发区 园区
    重大项目 项目建设 重点工程 工程现场 工地 车间内外 厂矿 矿山 铁路 公路 邮电 电力 石油 钢铁 纺织
    建筑 环卫 快递小哥 外卖 新业态 农民工 务工 务工者 青年 青春 巾帼 银发 双拥 军营 警营 警事 法苑
    法眼 案例 判例 释疑 解惑 咨询 来函 来稿 来信 信访 监督 曝光台 舆论监督 整改 简明新闻
    本报要闻 本市要闻 省内要闻 国内要闻 国际要闻 一周要闻 一周 一周速览 世界 国际时事 时局 学术 书画
    书法 戏曲 音乐 电影 电视 舞台 文讯 艺谭 诗词 曲艺 谜语 笑话 幽默 寓言 童话 科普园地 棋牌 足球
    篮球 排球 乒乓 田径 深度调查 短平快 以案说理 比武场 基层故事 民主法治 信箱 移风易俗 风物
    人物通讯 调查与思考 工匠谱 亲历 定格 求职 保障 社会保障 重要言论 特载 一事一议 暖闻
    一线 话题 头条 信息 攻略 点滴 停电信息 停水信息 记者走一线 百姓话题 出行攻略 记者体验
    记者行走 记者蹲点 记者走访 记者探访 记者连线 记者视线 记者笔记 记者日记 记者出击
    记者帮办 编辑热线 摄影专题
    """
)

# A short line that ends so is a label: 某某论坛, 改革新征程.
SECTION_ENDINGS = words(
    """
    论坛 特写 速递 短评 快评 时评 评论 之声 之窗 之友 广角 视窗 视点 视角 视界 视线 观察 纵横 看台
    看点 百科 连线 茶座 专版 专栏 专刊 特刊 征程 新征程 进行时 故事会 风采 风采录 风景线 新风 在线
    热线 新闻眼 放大镜 显微镜 望远镜 直通车 快车道 快车 快报 快讯 简讯 短讯 资讯 动态 手记 札记
    文苑 艺苑
    随笔 笔谈 杂谈 漫谈 夜话 絮语 一得 一席谈 纵览 扫描 采风 走笔 走基层 一线行 万里行 基层行
    蹲点记 跟班记 体验记 探访记 回访 月回访 见闻 追踪 传真 瞭望 导航 服务台 直击 夜读 漫笔 大家谈
    会诊 调研行 采访行 采风行 乡村行 企业行 江河行 中国行 县域行 新故事 好故事 心语 回音 剪报 史话
    万象 大观 博览 文摘 荐读 解码 深读 见闻录 人物志 群英谱 光荣榜 红黑榜 周刊 天地 园地 长廊 画廊
    讲堂 课堂 讲坛 讲述 信箱 邮箱 问答 说法 释法 探索 案例 聚焦 焦点 热议 会客厅 面对面 圆桌
    圆桌会 透视 专稿 特稿 在行动 在身边 在路上 新语 微语 微评 锐评 有约 寻访 巡礼 印象 回声 回音壁
    链接 新闻 要闻 报道 短波 速写 选登 摘登 影像志 副刊 速览 答疑 评析
    纪行 论衡 经纬 百问 说案 微报 集锦 拾零 拾萃 撷英 论语
    """
)

# A label of just two letters more ends so, 改革一线; what is longer is a headline: 奔赴抗洪第一线.
SHORT_SECTION_ENDINGS = words(
    "一线 声音 瞬间 话题 头条 先锋 信息 快递 攻略 口述 前沿 影像 点滴 揭晓"
)

# A short line above a headline of two more parts that starts so is a label.
SECTION_STARTS = words(
    "新春走基层 聚焦 关注 走进 走近 解码 直击 透视 探访 寻访 热议 解读 学习贯彻 深入学习 图说 追踪"
)

# Behind a letter and a number that are none of a page, and before them: D21 次列车, 坐上火车 D21.
NUMBERED = words("次列车 次动车 次高铁 次航班 型罐车 型车 型机 号楼 号线 号机 车间的 航班")
CARRIERS = words("火车 列车 动车 高铁 车次 航班 高速 公路 国道 型号 改为")

# Over an abstract or a note of the editors.
ABSTRACTS = words(
    """
    阅读提示 内容提要 核心提示 编者按 编者的话 编者 提要 导读 导语 摘要 内容摘要
    新闻提示 核心阅读 要点 内容提示 本期导读 按语 主编按 开栏语 开栏的话 开栏寄语 编前
    编前语 新闻导读 提示 内容导读 本文提要 人物名片 人物简介 人物小传 人物档案 新闻背景提示 案情简介
    编者注 记者的话 开篇语 开篇的话 写在前面
    """
)

# What guides to the articles of other pages ends so.
GUIDES = words("导读 看点 目录 要目")
# The head of a list of contents, alone or after the name of a magazine and its number.
CONTENTS = words(
    """
    要目 目录 总目录 目次 总目 篇目 本期要目 今日要目 要目导读
    今日导读 要闻导读 版面导读 导读要目 看点
    """
)

# Sections whose pieces are opinions or literature, also without a signature.
OPINIONS = words(
    """
    短评 快评 时评 锐评 微评 评论 社论 言论 来论 百家言 有话直说 街谈巷议 今日谈 编后 编后语
    随笔 散文 诗歌 小说 杂谈 漫谈 漫评 工余絮语 观点 本报评论员文章
    """
)

# The last words of an official text's title.
OFFICIAL_TEXTS = words(
    """
    意见 通知 通告 公告 决定 决议 条例 办法 规定 规则 细则 规划 纲要 方案 章程 公报 公示 命令 批复
    准则 倡议书 公约 指引 规程 讲话 贺信 致辞 报告 名单
    """
)

# The last words of the name of an office that issues official texts.
OFFICES = words(
    """
    工会 联合会 办公室 办公厅 委员会 党委 党组 团委 妇联 残联 政府 管委会 街道办 街道办事处 厅 局
    部 署 法院 检察院 公司 集团 协会 学会 商会 中心 研究院 研究所 指挥部 工作组 小组
    编委会 组委会 筹委会 编辑部 医院 学校 大学 报社 杂志社 出版社 电视台 支队 大队 总队 管理处
    管理站 服务站 发行站 发行总站 派出所 税务所 银行 支行 分行 研究会 促进会 基金会 图书馆 博物馆
    文化馆 文化宫 合作社 经营部 人民武装部
    """
)

# Pieces that are neither report nor opinion.
NOTICES = words("更正 更正启事 致歉 讣告 启事 征稿 征文 征集 声明 招聘 招领 遗失 广告")
# The same, but only as a whole title: a report may be headed 法院发出首份拍卖公告.
SERVICE_NOTICES = words(
    """
    注销公告 拍卖公告 减资公告 清算公告 开奖公告 停水通知 停电通知 停气通知
    活动预告 节目预告 电视预告 赛事预告 出行提示 温馨提示
    """
)

# What somebody reads who wants to write or come, before a colon: 报名地址：….
CONTACTS = words(
    """
    联系人 联系方式 联系电话 咨询电话 地址 地点 邮箱 邮编 网址 受理单位 主办单位 承办单位 协办单位
    账号 开户行 开户银行 户名 收款人 公众号 来稿请寄 寄送 报名时间 受理时间 开放时间
    截止时间 征稿时间
    """
)
# The same only with a number or letters: 热线：6688, but not 手机：改变了什么.
NUMBERS = words("咨询 热线 电话 传真 手机 票价 微信 投稿")

# Names of columns end so that give advice, hours and places, or let readers ask.
SERVICES = words(
    """
    提醒 提示 攻略 指南 问答 答疑 信箱 门诊 预告 天气 气象 服务台 服务信息 生活服务 便民服务
    出行服务 分类信息 便民信息 停电信息 停水信息 招聘信息 信息超市 出行 求职 招聘 订报 征订 解答
    释疑 咨询 百问 一问一答 编读往来 名词解释 知识窗 小贴士 农技 农技110 数读 猜谜 短信平台 律师在线
    专家在线 民生热线 读者热线 回音壁
    """
)

# Who speaks in an interview, when it is not a name; 问 and 答 may stand in their place.
SPEAKERS = words(
    "记者 主持人 编者 本报记者 读者 律师 专家 医生 网友 采访者 受访者 法官 老师 学生 嘉宾"
)
SPEAKER_LETTERS = "问答QA甲乙"
# Places that look like a name before a colon, besides those that end in one of these letters.
NO_SPEAKERS = words(
    "张家港 张家口 石家庄 石嘴山 石河子 马鞍山 石景山 高质量 金融业 时间 方法 周一 周五"
)
DIVISION_LETTERS = "省市县区州盟旗镇乡"

# What the parts of a text are counted as: 案例一 …, 问题二：….
POINTS = words(
    """
    案例 案件 问题 故事 镜头 场景 情景 片段 画面 亮点 难题 变化 关键词 声音 感悟 经验 做法 建议
    看点 招数
    """
)
# What 第一… counts that is no part of a text: 第一名：….
NO_POINTS = words("名 季 代 届 期 个 位 批 次 轮 年 天")

# How official texts and letters end; 特此 begins many more: 特此通知.
CLOSINGS = words("此致 敬礼 此复 此令 专此")
CLOSING_START = "特此"

# What somebody does in a picture, and words of a report that no caption of one sentence has; 一把
# is no 把 of the former.
SCENE_VERBS = words("在 向 为 给 将 把 进行")
TOLD = words("他 她 我 你 们 了 说 是 表示 介绍 认为 据 已 将于 一把 几把 两把")

# Endings of names of columns that headlines have too.
ALSO_LABEL_ENDINGS = words(
    """
    提示 提醒 告知 预告 故事 心声 之歌 之家 之光 之星 一角 一席 一隅 一瞥 一线牵 直播间 议事厅
    会客室 茶馆 书房 书架
    剪影 掠影 日志 周记 日记 纪事 档案 风物 风情 风华 人生 百态 推荐 调查 分析 研究 交流 服务 生活
    文化 健康 人物 榜样
    """
)
# The last letter of many names of columns, and of few headlines.
LABEL_LETTERS = "行语声谈说话录谱窗潮坛台眼记角坊苑园廊厅汇荟萃吧站线报讯闻事"

# When the news was, where no day is told, and what ends like the name of a place.
LATELY = words("近日 近期 日前 前不久 连日来 昨天 昨日 今天 今日 前天 昨晚 今晨")
NO_PLACES = words(
    """
    小区 社区 城市 超市 夜市 早市 乡镇 乡村 农村 地区 专区 城区 市区 校区 园区 辖区 景区 山区 库区
    厂区
    """
)
