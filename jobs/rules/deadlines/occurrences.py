"""When a rhythm falls due: the occurrence of each period, and the next one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from jobs.rules.deadlines.model import Frequency, Recurrence, last_day, on_day
from jobs.rules.working_days import WorkingCalendar

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_MONTHS_IN = {Frequency.MONTHLY: 1, Frequency.QUARTERLY: 3, Frequency.HALF_YEARLY: 6, Frequency.ANNUAL: 12}


@dataclass(frozen=True)
class Occurrence:
    """`key` names the period reported on: 2025-10, 2025-Q4, 2025-H1, 2025, 2025-W47, or the day of a daily duty.

    `start` is the first day on which it may be done: of the window where one is named, else of the period.
    """

    key: str
    start: date
    due: date


def next_occurrence(recurrence: Recurrence, on_or_after: date, calendar: WorkingCalendar) -> Occurrence:
    """The first occurrence whose last permitted day is not before `on_or_after`."""
    return next(found for found in _occurrences(recurrence, on_or_after, calendar) if found.due >= on_or_after)


def _occurrences(recurrence: Recurrence, around: date, calendar: WorkingCalendar) -> Iterator[Occurrence]:
    if recurrence.freq is Frequency.DAILY:
        return _daily(recurrence, around, calendar)
    if recurrence.freq is Frequency.WEEKLY:
        return _weekly(recurrence, around, calendar)
    if recurrence.dates:
        return _fixed_dates(recurrence, around)
    return _monthly_or_longer(recurrence, around, calendar)


def _daily(recurrence: Recurrence, around: date, calendar: WorkingCalendar) -> Iterator[Occurrence]:
    day = around
    while True:
        if recurrence.workdays_only:
            day = calendar.on_or_after(day)
        yield Occurrence(day.isoformat(), day, day)
        day += timedelta(days=1)


def _weekly(recurrence: Recurrence, around: date, calendar: WorkingCalendar) -> Iterator[Occurrence]:
    weeks = recurrence.interval or 1
    monday = around - timedelta(days=around.weekday())
    monday -= timedelta(days=7 * (monday.toordinal() // 7 % weeks + weeks))
    while True:
        year, week, _ = (monday + timedelta(days=7 * weeks - 7)).isocalendar()
        key = f"{year}-W{week:02}"
        sunday = monday + timedelta(days=7 * weeks - 1)
        if recurrence.day == "first_working":
            yield Occurrence(key, monday, calendar.on_or_after(monday))
        elif recurrence.day == "last_working":
            yield Occurrence(key, monday, calendar.on_or_before(sunday))
        else:
            named = sorted(WEEKDAYS.index(name) for name in recurrence.weekdays) or [6]
            for weekday in named:
                due = sunday - timedelta(days=6 - weekday + recurrence.before)
                own = key if len(named) == 1 else due.isoformat()
                yield Occurrence(own, monday, due)
        monday += timedelta(days=7 * weeks)


def _fixed_dates(recurrence: Recurrence, around: date) -> Iterator[Occurrence]:
    shift = timedelta(days=1 if recurrence.before else 0)
    year = around.year - 1
    while True:
        previous_due = None
        for text in sorted(recurrence.dates):
            month, day = map(int, text.split("-"))
            due = on_day(year, month, day) - shift
            start = previous_due + timedelta(days=1) if previous_due else date(year, 1, 1)
            yield Occurrence(f"{year}-{text}", min(start, due), due)
            previous_due = due
        year += 1


def _monthly_or_longer(recurrence: Recurrence, around: date, calendar: WorkingCalendar) -> Iterator[Occurrence]:
    length = _MONTHS_IN[recurrence.freq] * (recurrence.interval or 1)
    first = around.year * 12 + around.month - 1
    first = first // length * length - 2 * length
    while True:
        yield _in_period(recurrence, first, length, calendar)
        first += length


def _in_period(recurrence: Recurrence, first: int, length: int, calendar: WorkingCalendar) -> Occurrence:
    """`first` and the months below count from year 0, so that adding never leaves a year."""
    in_period = recurrence.month_in_period or recurrence.month or length
    year, month = divmod(first + in_period - 1 + (length if recurrence.next_period else 0), 12)
    month += 1
    if recurrence.weekdays and recurrence.nth:
        due = _nth_weekday(year, month, WEEKDAYS.index(recurrence.weekdays[0]), recurrence.nth)
    elif recurrence.day == "first_working":
        due = calendar.add(calendar.first_of_month(year, month), (recurrence.nth or 1) - 1)
    elif recurrence.day == "last_working":
        due = calendar.last_of_month(year, month)
    elif isinstance(recurrence.day, int):
        due = on_day(year, month, recurrence.day)
    else:
        due = last_day(year, month)
    if recurrence.before:
        due -= timedelta(days=1)
    start = date(first // 12, first % 12 + 1, 1)
    if recurrence.window_start_day:
        start = on_day(year, month, recurrence.window_start_day)
    last = first + length - _MONTHS_IN[recurrence.freq]
    return Occurrence(_key(recurrence.freq, last), start, due)


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """`nth` from 1 on, or -1 for the last; a month has four of each at least."""
    if nth < 0:
        last = last_day(year, month)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def _key(freq: Frequency, first: int) -> str:
    year, month = divmod(first, 12)
    if freq is Frequency.MONTHLY:
        return f"{year}-{month + 1:02}"
    if freq is Frequency.QUARTERLY:
        return f"{year}-Q{month // 3 + 1}"
    if freq is Frequency.HALF_YEARLY:
        return f"{year}-H{month // 6 + 1}"
    return str(year)
