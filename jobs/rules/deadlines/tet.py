"""Where the calendar has its Tết break."""

from datetime import date, timedelta

from jobs.rules.working_days import WorkingCalendar

_TET_EARLIEST, _TET_LATEST = (1, 19), (2, 25)


def tet_break(year: int, calendar: WorkingCalendar) -> tuple[date, date] | None:
    """First and last day of the longest stretch without work between late January and late February."""
    best: tuple[date, date] | None = None
    day, latest = date(year, *_TET_EARLIEST), date(year, *_TET_LATEST)
    while day <= latest:
        first = day
        while not calendar.is_working(day):
            day += timedelta(days=1)
        if day - first >= timedelta(days=5) and (best is None or day - first > best[1] - best[0]):
            best = first, day - timedelta(days=1)
        day += timedelta(days=1)
    return best
