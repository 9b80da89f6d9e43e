"""The days of a span that people name: "2025-W47", "2025-11", "2025-Q3", "2025-H1", "2025-9M", "2025"; how long "P2W" is."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from jobs.rules.reporting_period import ReportingPeriod, period_of_month
from jobs.rules.working_days import WorkingCalendar

_LAST_MONTH = {"Q1": 3, "Q2": 6, "Q3": 9, "Q4": 12, "H1": 6, "H2": 12, "9M": 9}
_FIRST_MONTH = {"Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7, "9M": 1}
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_LENGTH = re.compile(r"P(\d+)([DWM])")
DAYS_IN = {"D": 1, "W": 7, "M": 30}


@dataclass(frozen=True)
class Span:
    """First and last day by the calendar; `months` are the months in it, none for a week."""

    key: str
    first: date
    last: date
    months: tuple[str, ...] = ()


def is_month(key: str) -> bool:
    """Whether the key is that of one month, "2025-11"."""
    return _MONTH.fullmatch(key) is not None


def span_of(key: str) -> Span:
    """The span of a key; raises ValueError for what is none."""
    if week := _WEEK.fullmatch(key):
        first = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return Span(key, first, first + timedelta(days=6))
    if month := _MONTH.fullmatch(key):
        return _of_months(key, int(month[1]), int(month[2]), int(month[2]))
    year, _, part = key.partition("-")
    return _of_months(key, int(year), _FIRST_MONTH.get(part, 1), _LAST_MONTH.get(part, 12))


def _of_months(key: str, year: int, first: int, last: int) -> Span:
    months = tuple(f"{year}-{month:02}" for month in range(first, last + 1))
    following = date(year + last // 12, last % 12 + 1, 1)
    return Span(key, date(year, first, 1), following - timedelta(days=1), months)


def length_of(duration: str | None) -> tuple[int, str] | None:
    """How many, and of what: "P3D" is (3, "D"), "P1M" (1, "M"); None for hours and for nothing."""
    found = _LENGTH.fullmatch(duration or "")
    return (int(found[1]), found[2]) if found else None


def days_of(duration: str | None) -> int | None:
    """A length in days, a month for thirty of them; None for hours and for nothing."""
    length = length_of(duration)
    return length[0] * DAYS_IN[length[1]] if length else None


def closing_period(span: Span, data_day: int, calendar: WorkingCalendar) -> ReportingPeriod | None:
    """The reporting month that ends a span's data; None for a week, which has none."""
    return _month(span.months[-1], data_day, calendar) if span.months else None


def data_days(span: Span, data_day: int, calendar: WorkingCalendar) -> tuple[date, date]:
    """The first and the last day whose data the paper of this span counts."""
    if not span.months:
        return span.first, span.last
    first, last = (_month(key, data_day, calendar) for key in (span.months[0], span.months[-1]))
    return first.first, last.last


def _month(key: str, data_day: int, calendar: WorkingCalendar) -> ReportingPeriod:
    return period_of_month(int(key[:4]), int(key[5:]), data_day, calendar)
