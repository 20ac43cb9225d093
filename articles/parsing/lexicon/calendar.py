"""Days that a text can be dated by, and words that say when something happens."""

from articles.parsing.lexicon import words

# Events whose anniversaries are kept, as (year, month, day); names as papers write them.
FOUNDING_DAYS: dict[tuple[int, int, int], tuple[str, ...]] = {
    (1919, 5, 4): words("五四运动"),
    (1921, 7, 1): words("中国共产党成立 中国共产党建党 建党"),
    (1922, 5, 5): words("中国共产主义青年团成立 共青团成立 建团"),
    (1925, 5, 1): words("中华全国总工会成立 全国总工会成立 全总成立"),
    (1927, 8, 1): words("中国人民解放军建军 南昌起义 建军"),
    (1935, 1, 15): words("遵义会议召开 遵义会议"),
    (1936, 10, 22): words("红军长征胜利 长征胜利"),
    (1945, 9, 3): words("中国人民抗日战争暨世界反法西斯战争胜利 抗日战争胜利 抗战胜利"),
    (1947, 5, 1): words("内蒙古自治区成立"),
    (1949, 10, 1): words("中华人民共和国成立 新中国成立 国庆"),
    (1950, 10, 25): words("中国人民志愿军抗美援朝出国作战 抗美援朝"),
    (1955, 10, 1): words("新疆维吾尔自治区成立"),
    (1958, 3, 5): words("广西壮族自治区成立"),
    (1958, 10, 25): words("宁夏回族自治区成立"),
    (1965, 9, 1): words("西藏自治区成立"),
    (1978, 12, 18): words("改革开放"),
    (1988, 4, 13): words("海南建省 海南建省办经济特区"),
    (1990, 4, 18): words("浦东开发开放"),
    (1997, 7, 1): words("香港回归祖国 香港回归"),
    (1999, 12, 20): words("澳门回归祖国 澳门回归"),
}

# Days with a fixed date, as (month, day); solar terms move by a day at most.
FIXED_DAYS: dict[tuple[int, int], tuple[str, ...]] = {
    (1, 1): words("元旦"),
    (3, 5): words("学雷锋纪念日 学雷锋日 惊蛰"),
    (3, 8): words("三八国际妇女节 三八妇女节 国际劳动妇女节"),
    (3, 12): words("植树节"),
    (3, 20): words("春分"),
    (4, 4): words("清明节 清明"),
    (4, 20): words("谷雨"),
    (4, 23): words("世界读书日"),
    (4, 28): words("世界安全生产与健康日"),
    (5, 1): words("五一国际劳动节 国际劳动节 五一劳动节"),
    (5, 4): words("五四青年节"),
    (5, 5): words("立夏"),
    (5, 12): words("国际护士节 全国防灾减灾日"),
    (6, 1): words("六一国际儿童节 六一儿童节 国际儿童节"),
    (6, 5): words("芒种 世界环境日"),
    (6, 21): words("夏至"),
    (7, 1): words("七一建党节"),
    (7, 22): words("大暑"),
    (8, 1): words("八一建军节"),
    (8, 7): words("立秋"),
    (8, 19): words("中国医师节"),
    (9, 10): words("教师节"),
    (10, 1): words("国庆节"),
    (11, 7): words("立冬"),
    (11, 9): words("全国消防日"),
    (12, 4): words("国家宪法日"),
    (12, 21): words("冬至"),
}

# Days of the lunar calendar in the years of the archive's newest pages.
LUNAR_DAYS: dict[str, dict[int, tuple[int, int]]] = {
    "春节": {2023: (1, 22), 2024: (2, 10), 2025: (1, 29), 2026: (2, 17), 2027: (2, 6)},
    "元宵节": {2023: (2, 5), 2024: (2, 24), 2025: (2, 12), 2026: (3, 3), 2027: (2, 20)},
    "端午节": {2023: (6, 22), 2024: (6, 10), 2025: (5, 31), 2026: (6, 19), 2027: (6, 9)},
    "中秋节": {2023: (9, 29), 2024: (9, 17), 2025: (10, 6), 2026: (9, 25), 2027: (9, 15)},
    "重阳节": {2023: (10, 23), 2024: (10, 11), 2025: (10, 29), 2026: (10, 18), 2027: (10, 8)},
}

# In the same clause as a date: it is still to come, or no event.
# Before a date in its clause: what is dated is still to come, or no event.
COMING = words(
    """
    将于 将在 将从 将自 还将 即将 计划 拟于 拟在 预计 定于 截止 届时 即日起 明年
    持续到 持续至 延续到 延续至 有效期 报名 投稿 征集 征稿
    每年 每月 每逢 下一步 力争 最迟 高峰期 时间为
    """
)
# After a date in its clause: the same.
TO_COME = words("施行 起实施 生效 截止 为止 有效 还将 即将 拟")
# Right after a date: a time limit (6月30日前).
TIME_LIMITS = words("前 之前 以前 止 为止")
# With a range: only its beginning is past (4月20日至5月10日举行的活动启动).
BEGINNING = words("启动 开幕 拉开 起航 正在 正式开始 开展至 举行至 展至")
