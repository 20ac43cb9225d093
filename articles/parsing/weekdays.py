"""Days of the week that a page names beside a date: they tell the year that the date leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

WEEKDAYS = "一二三四五六日"
DAY = re.compile(
    r"""
    (?<! [年\d] ) (?<! 年\s )                          # whose year is told needs no other
    (?P<month> \d{1,2} ) \s*+ 月 \s*+ (?P<day> \d{1,2} ) \s*+ 日 \s*+
    (?: \( \s*+ (?: 星期 | 周 ) (?P<noted> [一二三四五六日天] ) (?= \s*+ [),] )
      | [(,]?+ \s*+ 星期 (?P<named> [一二三四五六日天] ) )  # but not 4月2日,周日升说
    """,
    re.VERBOSE,
)
FARTHEST = 10
"""No year so long before the latest one is looked for: misprints fit some year."""
EARLY = 2
"""Up to this month a date may be one of the next year, named at the end of a year."""

Named = tuple[int, int, int]
"""Month, day and day of the week, Monday 0."""


def named_days(texts: Iterable[str]) -> set[Named]:
    """Return the days that texts (in ASCII widths) name with their day of the week."""
    return {
        (int(m["month"]), int(m["day"]), _number(m["noted"] or m["named"]))
        for text in texts
        for m in DAY.finditer(text)
    }


def _number(weekday: str) -> int:
    return WEEKDAYS.index(weekday.replace("天", "日"))


def fitting_year(year: int, days: set[Named], latest: int, *, named: bool) -> int:
    """Return the year near `year` in which all days have their day of the week.

    That is `year` itself if it fits, else the next later one up to `latest`, else the last one
    before; `year` if no year fits.  Where the page has `named` it, only the next one may be meant.
    """
    if all(_fits(year, day) for day in days):
        return year
    after = range(year + 1, min(latest, year + 1 if named else latest) + 1)
    before = () if named else range(year - 1, latest - FARTHEST - 1, -1)
    return next((y for y in (*after, *before) if all(_fits(y, day) for day in days)), year)


def _fits(year: int, named: Named) -> bool:
    month, day, weekday = named
    years = (year, year + 1) if month <= EARLY else (year,)
    days = (day_of(y, month, day) for y in years)
    return any(found is not None and found.weekday() == weekday for found in days)


def day_of(year: int, month: int, day: int) -> date | None:
    """Return a day, or nothing if there is none of that date."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
