"""Words that say what a credited person did, and who publishes."""

from articles.parsing.lexicon import words

REPORTERS = words(
    """
    记者 见习记者 实习记者 全媒体记者 融媒体记者 全媒记者 融媒记者 首席记者 特派记者
    特约记者 驻站记者 主任记者 高级记者 资深记者 主笔 首席主笔 视频记者 文字记者 编辑
    全媒体编辑 实习生 实习编辑 见习生 采访人 采写
    """
)
CORRESPONDENTS = words(
    """
    通讯员 特约通讯员 骨干通讯员 全媒体通讯员 融媒体通讯员 通联员 报道员 特约报道员
    """
)
PHOTOGRAPHERS = words(
    """
    摄影记者 摄影 图片记者 摄影师 特约摄影 特约摄影师 摄像 供图 制图 插图 漫画
    """
)
AUTHORS = words(
    """
    作者 评论员 特约评论员 撰稿 特约撰稿 撰稿人 特约撰稿人 撰文 执笔 整理 整理人 文字整理
    """
)
# Who writes to a newspaper.
READERS = words("读者 网友")
# Whose words somebody else has written down.
TELLERS = words("口述 讲述 口述人 讲述人 自述 受访人 受访嘉宾 对话人 对话嘉宾")

# Before a role: 本报记者, 新华社记者, 某某日报全媒体记者.
HOUSES = words("本报 本刊 本网 本社 本台 本端")
OUTLET_ENDINGS = words(
    """
    报 网 台 新闻 在线 日报 晚报 时报 早报 都市报 晨报 周报 商报 工人报 新闻网 中工网 新华网
    人民网 央广网 中新网 光明网 通讯社 杂志 周刊 融媒体中心 融媒体 融媒 全媒体 客户端 电视台
    广播电视台
    """
)

# Credited as such.
AGENCIES = words(
    """
    新华社 新华网 中新社 中新网 中国新闻社 央视新闻 人民视觉 视觉中国 法新社 路透社
    美联社
    """
)

# Words in the name of who has the rights in pictures.
PICTURE_SOURCES = words("视觉 影像 图片 图库 传媒")

# What stands where a name is expected and is none.
NO_NAMES = words(
    """
    受访者 受访单位 受访企业 企业 单位 本人 公司 网友 读者 资料 图片 资料图 资料图片 人民图片 工会
    总工会 县总 市总 省总 区总 州总 县委 市委 省委 区委 宣传部 编辑部 办公室 资料室 主办方 组委会
    有关 以上 本版 本文 图略 完结 待续 未完 未完待续 下略 连载 摘编 综合 节选 续完 全文完 摘要
    摘登 试行 草案 上篇 下篇 全文 有删改 有删节 略有删减 下转 上接 化名 除外 附图 附表 原载 转载
    专稿 特稿 供稿 来稿 稿件 热线 体验 行走 蹲点 走访 探访 连线 专题 回复 视觉
    编者 解读 说法 授课 博士 点评 照片 左图 右图 上图 下图 分别 均为 满江红
    """
)
# How somebody is called who is not named in full.
TITLES = words("女士 先生 小姐 师傅 大爷 大妈 阿姨 大姐 大哥 律师 法官 医生 大夫 老师")
# The beginnings of where somebody comes from: 江苏南通.
PROVINCES = words(
    """
    北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南
    广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门
    """
)
# Who answers questions and is named in brackets under the answer.
EXPERTS = words(
    """
    律师 顾问 专家 医生 医师 教授 研究员 仲裁员 法官 检察官 调解员 咨询师 技术员 农艺师 工程师
    """
)
NO_NAME_ENDINGS = words(
    "会 局 部 厅 办 社 报 台 网 院 校 所 司 厂 队 组 室 科 处 委 站 馆 县总 市总 中心 素材 图片"
)
# What follows a name: what was done, or a word about how.
AFTER_NAMES = words("摄 拍摄 供图 提供 报道 日电 发自 来稿 综合 文并 文/ 文图")

# Names of five letters and more that are written without a dot end so.
LONG_NAME_ENDINGS = words(
    """
    其其格 琪琪格 其木格 格日勒 吉日嘎拉 额尔德尼 阿拉坦 毕力格 道尔吉 特木尔 巴特尔 朝格图
    斯琴 高娃 古丽 买买提 吐尔逊 库尔班 巴合提 别克 努尔 卓玛 次仁 扎西 多杰 央金 才让 尼玛
    江措 旺姆
    """
)

# The surnames of more than nine in ten people.
COMMON_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏"
    "苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙黎史陶贺毛郝顾龚邵万"
    "覃武钱戴严莫孔向常汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝"
    "包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉骆蓝游辛靳管柴蒙鲍华喻祁蒲房滕屈饶牟艾尤阳时"
    "洪晏荆鹿穆佟仇戚桑褚甄窦隋臧栾巩闵卜迟匡谌胥虞佘娄逄"
)

COMPOUND_SURNAMES = words(
    """
    欧阳 司马 上官 诸葛 慕容 令狐 东方 皇甫 尉迟 公孙 夏侯 司徒 端木 西门 宇文 淳于 申屠 闾丘 澹台
    呼延 赫连 亓官 仲孙 万俟 拓跋
    """
)

# The last words of a body that signs an article.
AUTHOR_ENDINGS = words(
    """
    总工会 工会 会 局 部 厅 办 委 社 院 校 所 司 厂 队 组 室 科 处 站 馆 集团 公司 中心 编辑部
    工作室 课题组 联合会 委员会 大学 学院 读者 供稿
    """
)
