"""The date of an issue: printed on the page, or inferred from what its text says happened.

A daily prints on the day after its latest news: the inferred date is the day after the latest
event that is certainly past.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import zip_longest
from typing import NamedTuple

from articles.parsing import cues, folios
from articles.parsing.lexicon import calendar
from articles.parsing.repair import narrow
from articles.parsing.signatures import one_of
from articles.parsing.values import DateBasis
from articles.parsing.weekdays import day_of, fitting_year, named_days

Day = date


class IssueDate(NamedTuple):
    """A date with its basis and the words of the page it rests on.

    `ahead` is a date that the page prints but that is still to come, so that it can't be its own.
    """

    date: date | None
    basis: DateBasis
    evidence: str
    ahead: Day | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A day named as past; `year` is 0 where the text leaves it out.

    `news` says that a report opens with it.
    """

    year: int
    month: int
    day: int
    words: str
    news: bool

    @property
    def place(self) -> int:
        """The day of a year of 372 days: enough to compare days of the year."""
        return self.month * 31 + self.day


OLDEST_YEAR = 1949
DAYS_OF_CIRCLE = 372
OPENING_LENGTH = 110
NEAR = 12
# Events not in the opening of a report count if they come so soon after the news.
REACH = timedelta(days=20)
ONE_DAY = timedelta(days=1)
# A day without a year is at most so long before an explicit one.
SLACK = timedelta(days=45)
LOOKING_FAR_BACK = 2
NO_YEAR = "no year"

YEAR = r"(?P<year>(?:19|20)\d{2})\s*年"
FULL_DATE = re.compile(rf"{YEAR}\s*(?P<month>\d{{1,2}})\s*月\s*(?P<day>\d{{1,2}})\s*日")
# 2026.6.10, so only in a folio.
DOTTED_DATE = re.compile(
    r"(?P<year>(?:19|20)\d{2})(?P<mark>[./-])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)"
)
WEEKDAY = re.compile(r"\s*(?:星期|周)[一二三四五六日天]\s*")
# A date alone on a line may be that of a document.
MASTHEAD = re.compile(
    r"星期|周[一二三四五六日]|\d\s*版|第[一二三四五六七八九十]+版|农历|编辑|责编|期"
)
DAY_DATE = re.compile(
    rf"""
    (?P<before> {YEAR} \s* | 去年 | 上年 | 前年 | 今年 )?
    (?<! \d ) (?P<month> \d{{1,2}} ) \s* 月 \s* (?P<day> \d{{1,2}} ) \s* 日
    (?: \s* (?: 至 | 到 | - | — | ~ ) \s* (?: \d{{4}} \s* 年 \s* )?
        (?: (?P<month2> \d{{1,2}} ) \s* 月 \s* )? (?P<day2> \d{{1,2}} ) \s* 日 )?
    """,
    re.VERBOSE,
)
MONTH_DATE = re.compile(
    rf"(?:{YEAR}|(?P<this>今年))\s*(?P<month>\d{{1,2}})\s*月(?!\s*\d|底前|前|\d*日)"
)
FUTURE_YEAR = re.compile(
    r"(?:到|至|力争|截至|有效期|[-—~～])\s*(?:19|20)\d{2}\s*年|(?:19|20)\d{2}\s*[-—~～]\s*(?:19|20)\d{2}"
)
ANY_YEAR = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2})(?=\s*年)")
RETROSPECT = re.compile(r"\s*年\s*(?:[底末起,]|开始|以来|全年|[,,]?(?:共|累计|年均)|\d{1,2}\s*月)")
ANNIVERSARY = re.compile(
    rf"(?P<what>{one_of(w for names in calendar.FOUNDING_DAYS.values() for w in names)})"
    r"[”’\"》]?\s*(?P<count>\d{1,3})\s*周年"
)
COMING = re.compile(one_of(calendar.COMING))
TO_COME = re.compile(rf"{one_of(calendar.TO_COME)}|将(?![近军士领官相帅])")
TIME_LIMIT = re.compile(one_of(calendar.TIME_LIMITS))
BEGINNING = re.compile(one_of(calendar.BEGINNING))
# 3月15日14:00, 1月18日（周六）上午, 3月8日起: so programmes speak, reports hardly.
ANNOUNCED = re.compile(
    r"""
    \s*+ (?: \( (?: 星期 | 周 ) [一二三四五六日天] \) \s*+ (?: [上下]午 | 晚 | 全天 ) \s
      | (?: \( [^()]{2,3} \) )?+ \s*+ (?: [上下]午 | 晚上? )?+ \s*+ \d{1,2} : \d{2} (?! \d )
      | 起 (?! [火草飞床诉步来航点义身伏头源名立跑运] ) )
    """,
    re.VERBOSE,
)
CLAUSE_END = re.compile(r"[。;!?,]")


def issue_date(texts: Sequence[str], *, not_after: date) -> IssueDate:
    """Return the date of the issue that `texts` (the paragraphs and lines of a page) are from.

    `not_after` is the last date possible, normally today.
    """
    flat = [narrow(text) for text in texts]
    printed = list(_printed(flat))
    for day, line in printed:
        if day <= not_after:
            return IssueDate(day, DateBasis.PRINTED, line)
    inferred = _inferred(flat, not_after)
    return inferred._replace(ahead=printed[0][0]) if printed else inferred


def _inferred(flat: Sequence[str], not_after: date) -> IssueDate:
    year, why = _year(flat, not_after)
    named = why != NO_YEAR and year >= not_after.year - LOOKING_FAR_BACK
    year = fitting_year(year, named_days(flat), not_after.year, named=named)
    for found in (
        _after_events(flat, year, not_after),
        _after_months(flat, year, not_after),
        _after_days(flat, year, not_after),
    ):
        if found:
            return found
    return IssueDate(None, DateBasis.UNKNOWN, why)


# ------------------------------------------------------------------ printed


def _printed(texts: Iterable[str]) -> Iterator[tuple[date, str]]:
    """Yield the days in the heads of the page, each with its line.

    The day of the week may stand on the next line.
    """
    lines = [line for text in texts for line in text.splitlines()]
    for line, after in zip_longest(lines, lines[1:], fillvalue=""):
        masthead = folios.is_folio(line) and (MASTHEAD.search(line) or WEEKDAY.fullmatch(after))
        match = (FULL_DATE.search(line) or DOTTED_DATE.search(line)) if masthead else None
        found = (
            day_of(int(match["year"]), int(match["month"]), int(match["day"])) if match else None
        )
        if found:
            yield found, line.strip()


# ------------------------------------------------------------------ inferred


def _after_events(texts: Sequence[str], year: int, not_after: date) -> IssueDate | None:
    """The day after the latest event that has a day."""
    events = [event for text in texts for event in _events(text)]
    dated = [
        (day, event)
        for event in events
        if event.year and (day := day_of(event.year, event.month, event.day)) and day <= not_after
    ]
    dated = [pair for pair in dated if pair[0].year >= year - 1]
    undated = _latest_of_year([event for event in events if not event.year])
    if undated:
        sure = [day for day, event in dated if event.news or not undated.news]
        day = _in_year(undated, year, max(sure, default=None), not_after)
        if day and undated.news:
            dated = [pair for pair in dated if pair[1].news or pair[0] - day <= REACH]
        dated += [(day, undated)] if day else []
    if not dated:
        return None
    latest, event = max(dated, key=lambda pair: pair[0])
    return IssueDate(min(latest + ONE_DAY, not_after), DateBasis.INFERRED, event.words)


def _events(text: str) -> Iterator[Event]:
    """Yield the days that a paragraph names as past; an official text sets days to come."""
    if cues.is_document_head(text):
        return
    report = cues.opens_report(text[:OPENING_LENGTH])
    for match in DAY_DATE.finditer(text):
        if _is_to_come(text, match) or _is_said(text, match):
            continue
        month, day = int(match["month"]), int(match["day"])
        if match["day2"] and not BEGINNING.search(_after(text, match)):
            month, day = int(match["month2"] or month), int(match["day2"])
        news = report and match.start() < OPENING_LENGTH
        if not news and not match["before"] and ANNOUNCED.match(text, match.end()):
            continue
        if day_of(2024, month, day) is None or match["before"] in ("去年", "上年", "前年"):
            continue
        yield Event(
            int(match["year"] or 0),
            month,
            day,
            f"{match[0]}{text[match.end() : match.end() + 16]}",
            news,
        )


def _is_to_come(text: str, match: re.Match[str]) -> bool:
    """Say whether what is dated is a plan, a time limit or a rule."""
    start = max((m.end() for m in CLAUSE_END.finditer(text, 0, match.start())), default=0)
    return bool(
        COMING.search(text, start, match.start())
        or TIME_LIMIT.match(text, match.end())
        or TO_COME.search(_after(text, match))
    )


def _is_said(text: str, match: re.Match[str]) -> bool:
    """Say whether the date is in somebody's mouth: people speak of any day."""
    return text.count("“", 0, match.start()) > text.count("”", 0, match.start())


def _after(text: str, match: re.Match[str]) -> str:
    """Return the words after a date up to the next mark, or some of them if one follows at once."""
    at_once = CLAUSE_END.match(text, match.end())
    if at_once:
        return text[at_once.end() : at_once.end() + NEAR]
    after = CLAUSE_END.search(text, match.end())
    return text[match.end() : after.start() if after else len(text)]


def _latest_of_year(events: Sequence[Event]) -> Event | None:
    """Return the latest of days without years: the one before the widest gap of the circle."""
    news = [event for event in events if event.news]
    ordered = sorted(news or events, key=lambda event: event.place)
    if not ordered:
        return None
    following = [*ordered[1:], ordered[0]]
    latest, _ = max(zip(ordered, following, strict=True), key=lambda pair: _gap(*pair))
    near = [event for event in events if _forward(latest, event) <= REACH.days]
    return max(near, key=lambda event: _forward(latest, event))


def _gap(one: Event, two: Event) -> int:
    """Return the days from one to the other; a single day has the whole circle."""
    return _forward(one, two) or DAYS_OF_CIRCLE


def _forward(one: Event, two: Event) -> int:
    return (two.place - one.place) % DAYS_OF_CIRCLE


def _in_year(event: Event, year: int, explicit: date | None, not_after: date) -> date | None:
    """Return the event's day in the year of the page, or beside an explicit day of that year."""
    days = [
        day
        for y in (year + 1, year, year - 1)
        if (day := day_of(y, event.month, event.day)) and day <= not_after
    ]
    if explicit and explicit.year == year:
        earliest = explicit - SLACK
        return min((day for day in days if day >= earliest), default=None)
    return next((day for day in days if day.year <= year), None)


def _after_months(texts: Sequence[str], year: int, not_after: date) -> IssueDate | None:
    """The beginning of the month after the latest month with a past event."""
    months = [
        (int(match["year"] or year), int(match["month"]), match[0])
        for text in texts
        for match in MONTH_DATE.finditer(text)
        if not _is_to_come(text, match)
        and not FUTURE_YEAR.match(text, max(0, match.start() - 1))
        and 1 <= int(match["month"]) <= 12
    ]
    months = [month for month in months if year - 1 < month[0] <= year]
    if not months:
        return None
    latest = max(months)
    following = day_of(latest[0] + latest[1] // 12, latest[1] % 12 + 1, 1)
    return IssueDate(min(following or not_after, not_after), DateBasis.INFERRED, latest[2])


def _after_days(texts: Sequence[str], year: int, not_after: date) -> IssueDate | None:
    """The day after an anniversary, or after a holiday that the page speaks of."""
    found = [(day, words) for text in texts for day, words in _kept_days(text, year)]
    found = [(day, words) for day, words in found if day < not_after]
    if not found:
        return None
    day, words = max(found)
    return IssueDate(day + ONE_DAY, DateBasis.INFERRED, words)


def _kept_days(text: str, year: int) -> Iterator[tuple[date, str]]:
    anniversaries = list(_anniversaries(text))
    yield from anniversaries
    if anniversaries:
        return
    plain = re.sub(r"[“”\"]", "", text)
    for (month, day), names in calendar.FIXED_DAYS.items():
        name = next((name for name in names if name in plain), None)
        if name and (found := day_of(year, month, day)):
            yield found, name
    for name, years in calendar.LUNAR_DAYS.items():
        if name in plain and year in years and (found := day_of(year, *years[year])):
            yield found, name


def _anniversaries(text: str) -> Iterator[tuple[date, str]]:
    for match in ANNIVERSARY.finditer(text):
        for (year, month, day), names in calendar.FOUNDING_DAYS.items():
            kept = day_of(year + int(match["count"]), month, day)
            if match["what"] in names and kept:
                yield kept, match[0]


# ------------------------------------------------------------------ the year


def _year(texts: Sequence[str], not_after: date) -> tuple[int, str]:
    """Return the year the page is from, and the words that say so.

    It is the latest year that is named and not a goal (到2030年).  Where that year is only looked
    back upon (2025年以来, 2025年11月) and the page's days lie early in a year, it is the next;
    if it is long past, it says nothing.  At the end of a year the next is named as well.
    """
    named: dict[int, list[str]] = {}
    for text in texts:
        goals = [match.span() for match in FUTURE_YEAR.finditer(text)]
        for match in ANY_YEAR.finditer(text):
            year = int(match["year"])
            goal = any(start <= match.start() < end for start, end in goals)
            if OLDEST_YEAR <= year <= not_after.year and not goal:
                named.setdefault(year, []).append(text[match.start() : match.end() + 8])
        for day, words in _anniversaries(text):
            if day.year <= not_after.year:
                named.setdefault(day.year, []).append(words)
    if not named:
        return not_after.year, NO_YEAR
    year = max(named)
    current = {y: [w for w in words if not RETROSPECT.match(w[4:])] for y, words in named.items()}
    if not current[year]:
        if year < not_after.year - LOOKING_FAR_BACK:
            return not_after.year, NO_YEAR
        if year < not_after.year and _early(texts, year):
            return year + 1, named[year][0]
    elif len(current.get(year - 1, ())) > len(current[year]) and _late(texts):
        return year - 1, current[year - 1][0]
    return year, named[year][0]


def _early(texts: Sequence[str], year: int) -> bool:
    """Say whether the page's news are from the first half of a year, before the named months."""
    latest = _latest_of_year(
        [event for text in texts for event in _events(text) if event.year in (0, year + 1)]
    )
    months = [
        int(match["month"])
        for text in texts
        for match in MONTH_DATE.finditer(text)
        if match["year"] == str(year)
    ]
    return latest is not None and latest.month <= 6 and latest.month <= max(months, default=12)


def _late(texts: Sequence[str]) -> bool:
    """Say whether the page's news are from the last two months of a year."""
    latest = _latest_of_year([event for text in texts for event in _events(text)])
    return latest is not None and latest.month >= 11
