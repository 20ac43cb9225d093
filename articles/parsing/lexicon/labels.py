"""Labels that stand by themselves on a line: sections, abstracts, contents."""

from articles.parsing.lexicon import words

SECTIONS = words(
    """
    新闻特写 特写 现场特写 短评 快评 时评 锐评 微评 评论 社论 言论 本报评论员文章
    编后 编后语 记者手记 采访手记 采访札记 手记 工会论坛 一线速递 工会要闻 要闻
    新闻速递 简讯 短讯 快讯 图片新闻 图片故事 图说 图说新闻 光影 镜头 新春走基层
    走基层 一线见闻 一线直击 新闻眼 新闻观察 新闻调查 新闻追踪 新闻链接 新闻背景
    新闻分析 深度报道 独家报道 特别报道 专题报道 专题 专版 专访 访谈 人物 人物专访
    劳模风采 劳模故事 工匠故事 大国工匠 身边榜样 先锋 先进典型 封面故事 专家笔谈
    工运论坛 实践探索 创新案例 以案说法 以案释法 维权故事 维权在线 法治在线 说法
    职工之声 读者来信 来信照登 来论 百家言 百姓话题 有话直说 街谈巷议 今日谈 今日话题
    热点 热点聚焦 关注 聚焦 视点 焦点 前沿 权威发布 权威解读 政策解读 解读 问答 民生
    民生关注 文化 副刊 书评 读书 随笔 散文 诗歌 小说 连载 体育 国际 国内 财经 地方
    综合 时政 理论 观点 思想 思考 调研 调查 资讯 服务 公告 通知 启事 公示 更正
    讣告 班组 班组天地 班组风采 车间 基层 基层动态 基层快讯 各地 各地动态 动态
    工作动态 工会动态 基层采风 他山之石 亮点 新视野 在一线 一线故事 漫画 漫评 声音
    连线 延伸阅读 相关链接 名词解释 知识窗 小贴士 记者观察 记者调查 蹲点日记
    """
)

# A short line that ends so is a label: 某某论坛, 改革新征程.
SECTION_ENDINGS = words(
    """
    论坛 特写 速递 短评 快评 时评 评论 之声 之窗 之友 广角 视窗 视点 视角 视界
    视线 观察 纵横 看台 看点 百科 连线 茶座 专版 专栏 专刊 特刊 征程 新征程 进行时
    故事会 风采 风采录 风景线 新风 在线 热线 新闻眼 放大镜 显微镜 望远镜 直通车
    快车道 快车 快报 快讯 简讯 短讯 资讯 动态 手记 札记 随笔 笔谈 杂谈 漫谈 夜话
    絮语 一得 一席谈 纵览 扫描 采风 走笔 走基层 一线行 万里行 基层行 蹲点记 见闻
    见闻录 人物志 群英谱 光荣榜 红黑榜 周刊 天地 园地 长廊 画廊 讲堂 课堂 讲坛 讲述
    信箱 邮箱 问答 说法 释法 探索 案例 聚焦 焦点 热议 会客厅 面对面 圆桌 圆桌会
    新语 微语 微评 锐评 有约 寻访 巡礼 印象 回声 回音壁 链接 新闻 要闻 报道
    """
)

# A short line above a headline of two more parts that starts so is a label.
SECTION_STARTS = words(
    "聚焦 关注 走进 走近 解码 直击 透视 探访 寻访 热议 解读 学习贯彻 深入学习 图说 追踪"
)

# Over an abstract or a note of the editors.
ABSTRACTS = words(
    """
    阅读提示 内容提要 核心提示 编者按 编者的话 编者 提要 导读 导语 摘要 内容摘要
    新闻提示 核心阅读 要点 内容提示 本期导读 按语 主编按 开栏语 开栏的话 开栏寄语 编前
    编前语 新闻导读 提示 内容导读 本文提要
    """
)

# The head of a list of contents, alone or after the name of a magazine and its number.
CONTENTS = words("要目 目录 总目录 目次 总目 篇目 本期要目 今日要目 要目导读")

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

# Pieces that are neither report nor opinion.
NOTICES = words("更正 更正启事 致歉 讣告 启事 征稿 征文 征集 声明 招聘 招领 遗失 广告")
