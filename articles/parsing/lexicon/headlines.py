"""Words that tell the parts of a headline apart."""

from articles.parsing.lexicon import words

# A headline part that tells what happened often ends so, or names a body that did it.
EVENT_ENDINGS = words(
    """
    召开 举办 举行 揭牌 发布 启动 落幕 开幕 闭幕 成立 揭晓 开班 开课 开赛 收官 落成 投用 启用 上线
    印发 出台 签约 挂牌 表彰 公布 开通 开工 竣工 结束 完成 活动 大会 会议 大赛 比赛 竞赛 工作 推进会
    现场会 培训班 机制 模式 体系 平台 联盟 举措 改革 发展 成长
    """
)
BODIES = words(
    """
    总工会 工会 县总 市总 省总 区总 州总 公司 集团 协会 联合会 人社局 法院 检察院 政府 办公室 医院
    学校 学院 大学 中心 社区 街道 委员会 部门 企业 厂 站 段 局 厅
    """
)
# A region named with its kind at the beginning: 某某省, 某某县.
REGION_ENDINGS = "省市县区州盟旗镇乡村"

# Verbs that the tagger takes for something else.
VERBS = words(
    """
    激活 发展 举办 召开 成立 揭牌 发布 启动 落幕 推进 推动 打造 提升 助力 护航 守护 擦亮 点亮 照亮
    绘就 谱写 奏响 唱响 跑出 走出 走进 送到 送进 变成 成为 释放 突破 破解 撬动 赋能 构建 建起 织密
    筑牢 搭建 搭起 撑起 托起 开启 书写 落地 见效 开讲 绽放 竞技 亮相 出炉 获评 荣获 增长 拓宽 促进
    服务 关爱 遭遇 增强 充分发挥 深化 强化 聚焦 推出 试行 拥有 有 让 为 把
    """
)

# The end of a line on which a headline can't end: it goes on.
GOES_ON = words(
    """
    的 和 与 及 或 在 为 让 把 将 对 从 以 向 被 由 使 于 给 用 按 并 而 暨 等 同 跟 比
    是 到 至 , 、
    """
)
# The end of a kicker that leads over to its title.
LEADS_OVER = words("之后 以后 之际 之时 背后 以来 后 时 中 下")

# The beginning of a line with which a headline goes on.
GOES_ON_WITH = words("暨 及 与 和 的 并 等 为 让 向 将 获 被")
# A subtitle that says what kind of account this is begins or ends so.
ACCOUNT_STARTS = words("记 访 写在 评 致 献给 追记 走进 探访 来自 读 对话 专访 忆 送别 怀念")
ACCOUNT_ENDINGS = words(
    """
    纪实 侧记 见闻 小记 札记 手记 掠影 扫描 综述 观察 调查 探访 速写 素描 纪事 记 记事 追踪 走笔
    走访 回眸 透视 解读 观感 随想 随笔 有感 之路 工作综述 二三事 的故事 启示 报告
    """
)
