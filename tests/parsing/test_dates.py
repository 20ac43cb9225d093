"""The date of an issue, printed or inferred."""

from datetime import date

import pytest

from articles.parsing.dates import issue_date
from articles.parsing.values import DateBasis

CLOCK = date(2026, 6, 30)


def read(*texts: str) -> str:
    found = issue_date(texts, not_after=CLOCK)
    return f"{found.date} {found.basis}"


@pytest.mark.parametrize(
    "line",
    [
        "2026年4月10日 星期五",
        "２０２６年４月１０日　星期五　第３版",
        "河湾日报 2026 年 4 月 10 日 星期五 责任编辑 陆青",
        "3 综合新闻 2026年4月10日 周五",
        "河湾日报\n2026年4月10日 星期五\n第3版",
        "2026年4月10日\n星期五",
        "05 民生 2026.4.10 星期五",
        "2026.4.10 星期五 青禾日报 A1",
    ],
)
def test_a_masthead_says_it(line: str) -> None:
    assert read("本报讯 4月2日，夜校开课。", line) == "2026-04-10 printed"


def test_a_date_under_a_document_is_no_masthead() -> None:
    assert read("夜校通告", "2026年3月20日", "本报讯 4月2日，夜校开课。") == "2026-04-03 inferred"


def test_a_masthead_of_the_future_is_not_believed() -> None:
    assert read("2062年4月10日 星期五", "本报讯 2026年4月2日，夜校开课。") == "2026-04-03 inferred"


def test_a_masthead_of_the_future_is_told() -> None:
    texts = ["2062年4月10日 星期五", "本报讯 2026年4月2日，夜校开课。"]
    assert issue_date(texts, not_after=CLOCK).ahead == date(2062, 4, 10)
    assert issue_date(texts[1:], not_after=CLOCK).ahead is None


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(["本报讯 2026年4月2日，夜校开课。"], "2026-04-03", id="a full date"),
        pytest.param(["本报讯 4月2日，夜校开课。"], "2026-04-03", id="the year is the clock's"),
        pytest.param(
            ["本报讯 4月2日，2025年度优秀学员评选揭晓。"], "2025-04-03", id="the year is named"
        ),
        pytest.param(["本报讯 11月2日，夜校开课。"], "2025-11-03", id="not after the clock"),
        pytest.param(["本报河湾4月6日电 2026年夜校开课。"], "2026-04-07", id="a dateline"),
        pytest.param(
            ["本报讯 4月1日，夜校开课。", "本报讯 4月8日，河湾办书展。"],
            "2026-04-09",
            id="the latest",
        ),
        pytest.param(
            ["4月2日，河湾夜校实施方案和计划发布，将加课。"],
            "2026-04-03",
            id="a plan is news",
        ),
        pytest.param(["4月2日，河湾夜校吸引百名市民报名。"], "2026-04-03", id="people signed up"),
        pytest.param(["4月7日至8日，河湾办书展。"], "2026-04-09", id="the end of a range"),
        pytest.param(["3月27日至4月3日，河湾办书展。"], "2026-04-04", id="a range over a month"),
        pytest.param(
            ["4月7日至5月30日，河湾书展启动。"], "2026-04-08", id="only the beginning of a range"
        ),
        pytest.param(["本报讯 4月 2日，共有 26人到会。"], "2026-04-03", id="stray blanks"),
        pytest.param(
            ["本报讯 12月30日，夜校开课。", "本报讯 2025年1月3日，河湾办书展。"],
            "2025-01-04",
            id="over the turn of the year",
        ),
        pytest.param(
            ["本报讯 4月2日，夜校开课。", "去年11月20日，他来河湾。2026年他想留下。"],
            "2026-04-03",
            id="last year is said",
        ),
        pytest.param(
            ["本报讯 4月2日，夜校开课。", "他记得9月12日那天的雨。2026年他想留下。"],
            "2026-04-03",
            id="far from the news",
        ),
        pytest.param(
            ["本报讯 3月2日，夜校开课。2025年底，学员有26人，2025年11月增到30人。"],
            "2026-03-03",
            id="the last year is only looked back upon",
        ),
        pytest.param(
            ["本报讯 2024年12月2日，夜校开课。2024年学员有26人，2025年春季再办。"],
            "2024-12-03",
            id="the next year is named",
        ),
        pytest.param(
            ["本报讯 12月2日，夜校开课。", "2024年夜校结业。", "2024年评优。", "2025年春季再办。"],
            "2024-12-03",
            id="the next year is named beside the last",
        ),
        pytest.param(
            ["本报讯 4月2日，夜校开课。", "课程表用到2026年6月20日。"],
            "2026-04-03",
            id="a date long after the news",
        ),
        pytest.param(
            ["本报讯 4月2日，夜校开课，从2019年起他年年申请。"], "2026-04-03", id="a year long past"
        ),
    ],
)
def test_day_after_the_latest_event(texts: list[str], expected: str) -> None:
    assert read(*texts) == f"{expected} inferred"


@pytest.mark.parametrize(
    "future",
    [
        "河湾书展将于5月20日开幕。",
        "书展将持续到5月20日。",
        "报名截止日期为2026年6月20日。",
        "本办法自2026年5月20日起施行。",
        "学员要在5月20日前交作业。",
        "预计5月20日完工。",
        "5月20日，夜校将开新课。",
        "计划5月20日启动夜校。",
        "夜校5月20日起实施新课表。",
        "一、集中祭扫时间为4月4日至4月12日。",
        "到2030年，学员增至300人。",
        "《三年方案（2025—2027年）》印发。",
        "每年4月23日，他都去书店。",
    ],
)
def test_what_is_to_come_does_not_count(future: str) -> None:
    assert read("本报讯 2026年4月2日，夜校开课。", future) == "2026-04-03 inferred"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026年3月，河湾镇办起夜校。", "2026-04-01"),
        ("纪念中华全国总工会成立100周年，河湾办2025年运动会。", "2025-05-02"),
        ("为庆祝“五一”国际劳动节，河湾办2025年运动会。", "2025-05-02"),
        ("端午节里，河湾办2025年龙舟赛。", "2025-06-01"),
        ("新中国成立75周年之际，河湾办歌会。", "2024-10-02"),
    ],
)
def test_without_a_day_months_and_holidays_help(text: str, expected: str) -> None:
    assert read(text) == f"{expected} inferred"


def test_an_anniversary_to_come_only_gives_the_year() -> None:
    clock = date(2027, 1, 1)
    texts = ["恰逢红军长征胜利90周年。", "本报讯 4月24日，河湾办歌会。"]
    assert issue_date(texts, not_after=clock).date == date(2026, 4, 25)


@pytest.mark.parametrize("text", ["", "夜校开课。", "2月30日，夜校开课。", "第13月的故事"])
def test_nothing_is_made_up(text: str) -> None:
    assert read(text) == "None unknown"


def test_the_evidence_is_quoted() -> None:
    found = issue_date(["本报讯 2026年4月2日，夜校开课。"], not_after=CLOCK)
    assert found.evidence.startswith("2026年4月2日,夜校")
    assert found.basis is DateBasis.INFERRED


def test_a_day_that_somebody_speaks_of_is_no_news():
    texts = [
        "本报讯 “往年半夜就去排队，今年在手机上一点，定在9月10日上午。”河湾镇的张婶说。",
        "2月24日，河湾县开办共享库。2026年，全县要再开三处。",
    ]
    found = issue_date(texts, not_after=date(2026, 11, 21))
    assert found.date == date(2026, 2, 25)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(
            ["本报讯 1月18日，夜校开课。", "1月12日（周日）报到。"],
            "2025-01-19",
            id="none is named",
        ),
        pytest.param(
            ["本报讯 3月15日，夜校开课，它办于2020年。", "3月14日（星期四）报到。"],
            "2024-03-16",
            id="an older one is named",
        ),
        pytest.param(
            ["本报讯 2024年12月12日，夜校开课。", "明年1月1日（周三）放假。"],
            "2024-12-13",
            id="a day of the next year",
        ),
    ],
)
def test_a_day_of_the_week_tells_the_year(texts: list[str], expected: str) -> None:
    assert read(*texts) == f"{expected} inferred"


@pytest.mark.parametrize(
    "told",
    [
        "他回忆1998年8月8日，星期五的洪水。",
        "去年12月31日（星期五），灯亮了。",
        "3月2日，周日升说灯亮了。",
        "3月2日周一至周五开放。",
    ],
)
def test_other_days_tell_no_year(told: str) -> None:
    assert read("本报讯 4月2日，夜校开课。", told) == "2026-04-03 inferred"


def test_a_year_of_late_that_is_named_counts_more_than_a_day_of_the_week() -> None:
    texts = ["本报讯 3月12日，夜校开课。", "2026年它将办到秋天。", "3月10日（星期一）报到。"]
    assert read(*texts) == "2026-03-13 inferred"


def test_a_day_of_the_week_that_never_was_says_nothing() -> None:
    texts = ["本报讯 2024年3月12日，夜校开课。", "2月30日（周一）报到。"]
    assert read(*texts) == "2024-03-13 inferred"


def test_what_begins_today_is_no_news() -> None:
    assert read("本报讯 4月2日，夜校开课。", "即日起至4月22日，桥面封闭。") == "2026-04-03 inferred"


@pytest.mark.parametrize(
    "announced",
    [
        "音乐会 4月16日 19:30 河湾剧院",
        "讲座：4月15日14:00，河湾书店",
        "4月18日（周六）上午 河湾医院 内科",
        "夜校热线4月8日起延长服务时间。",
    ],
)
def test_what_is_announced_does_not_count(announced: str) -> None:
    assert read("本报讯 4月2日，夜校开课。", announced) == "2026-04-03 inferred"


@pytest.mark.parametrize("behind", [" " * 4000, "(" + " " * 4000, " " * 4000 + "星", "　" * 4000])
def test_blanks_behind_a_day_are_read_in_one_way_only(behind: str) -> None:
    """Else the number of ways grew with the cube of the blanks, and the page was never read."""
    assert read("本报讯 4月2日，夜校开课。", f"4月8日{behind}") == "2026-04-09 inferred"


@pytest.mark.parametrize("what", ["起火的厂房已经清理。", "（星期三）上午，记者来到码头。"])
def test_what_happened_is_not_announced(what: str) -> None:
    assert read("本报讯 4月2日，夜校开课。", f"4月8日{what}") == "2026-04-09 inferred"
