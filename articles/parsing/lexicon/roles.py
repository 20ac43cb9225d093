"""Words that say what a credited person did, and who publishes."""

from articles.parsing.lexicon import words

REPORTERS = words(
    """
    记者 见习记者 实习记者 全媒体记者 融媒体记者 全媒记者 融媒记者 首席记者 特派记者
    特约记者 驻站记者 主任记者 高级记者 资深记者 主笔 首席主笔 视频记者 文字记者 编辑
    全媒体编辑 实习生 实习编辑 见习生
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
    作者 评论员 特约评论员 撰稿 特约撰稿 撰稿人 特约撰稿人 撰文 执笔 口述 讲述 整理
    口述人 讲述人 整理人 文字整理
    """
)

# Before a role: 本报记者, 新华社记者, 某某日报全媒体记者.
HOUSES = words("本报 本刊 本网 本社 本台 本端")
OUTLET_ENDINGS = words(
    """
    日报 晚报 时报 早报 都市报 晨报 周报 商报 工人报 新闻网 中工网 新华网 人民网
    央广网 中新网 光明网 通讯社 杂志 周刊 融媒体中心 融媒体 融媒 全媒体 客户端 电视台
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
