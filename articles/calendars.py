"""Issues laid out on the months of a year."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from articles.models import Issue


@dataclass(frozen=True, slots=True)
class Day:
    """One cell of a month; `date` is None in the cells before the first and after the last day."""

    date: date | None
    issues: Sequence[Issue] = ()


@dataclass(frozen=True, slots=True)
class Month:
    """A month with issues: its weeks from Monday to Sunday, and the issues in order."""

    first_day: date
    weeks: Sequence[Sequence[Day]]
    issues: Sequence[Issue]


def months_with_issues(issues: Iterable[Issue]) -> list[Month]:
    """Return the months in which the dated issues appeared, the latest first."""
    by_day: dict[date, list[Issue]] = {}
    for issue in issues:
        if issue.date:
            by_day.setdefault(issue.date, []).append(issue)
    days = sorted(by_day, reverse=True)
    return [
        _month(first_day, {day: by_day[day] for day in days_of_month})
        for first_day, days_of_month in groupby(days, key=lambda day: day.replace(day=1))
    ]


def _month(first_day: date, by_day: dict[date, list[Issue]]) -> Month:
    weeks = calendar.Calendar().monthdatescalendar(first_day.year, first_day.month)
    return Month(
        first_day,
        [
            [
                Day(day, by_day.get(day, ())) if day.month == first_day.month else Day(None)
                for day in week
            ]
            for week in weeks
        ],
        [issue for issues in by_day.values() for issue in issues],
    )
