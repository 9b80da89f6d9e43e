"""From one day to another as people type it: "1/12-5/12", "từ 1 đến 5/12/2025", "từ thứ Hai đến thứ Tư tuần sau"."""

import re
from datetime import date

from jobs.rules.deadlines.chat_dates import read_day
from jobs.rules.text import fold
from jobs.rules.working_days import WorkingCalendar

_WEEKDAY = r"(?:(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn|t[2-7]),? )?(?:ngay )?"
_TO = r" ?(?:-|(?:cho )?(?:den|toi)(?: het)?) ?"
_YEAR = r"(?:[/.](?P<y{n}>20\d\d|\d\d))?"
_PAIR = re.compile(
    rf"{_WEEKDAY}(?P<d1>\d{{1,2}})(?:[/.](?P<m1>\d{{1,2}}))?{_YEAR.format(n=1)}{_TO}"
    rf"{_WEEKDAY}(?P<d2>\d{{1,2}})[/.](?P<m2>\d{{1,2}}){_YEAR.format(n=2)}(?![\d/])"
)
_SPLIT = re.compile(r" (?:cho )?(?:den|toi)(?: het)? ")


def read_range(text: str, on: date, calendar: WorkingCalendar) -> tuple[date, date] | None:
    """The first and the last day, both included, one day twice; None where no day is named or the last comes first.

    A day without a year is the coming one; the first day of a range that has begun lies before `on`.
    """
    said = fold(text)
    if found := _PAIR.search(said):
        return _pair(found, on)
    parts = _SPLIT.split(said, maxsplit=1)
    days = [read_day(part, on, calendar, future=True) for part in parts]
    if any(day is None for day in days):
        return None
    read = [day[0] for day in days if day is not None]
    return (read[0], read[-1]) if read[0] <= read[-1] else None


def _pair(found: re.Match[str], on: date) -> tuple[date, date] | None:
    day, month = int(found["d2"]), int(found["m2"])
    last = _day(day, month, found["y2"], on.year)
    if last is not None and found["y2"] is None and last < on:
        last = _day(day, month, None, on.year + 1)
    if last is None:
        return None
    day, month = int(found["d1"]), int(found["m1"] or found["m2"])
    first = _day(day, month, found["y1"], last.year)
    if first is not None and found["y1"] is None and first > last:
        first = _day(day, month, None, last.year - 1)
    return (first, last) if first is not None and first <= last else None


def _day(day: int, month: int, year: str | None, without: int) -> date | None:
    number = int(year) if year else without
    try:
        return date(number + 2000 if number < 100 else number, month, day)
    except ValueError:
        return None
