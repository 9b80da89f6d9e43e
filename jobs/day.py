"""A morning's date with the reporting periods around it."""

from datetime import date

from jobs.rules.digest import Day
from jobs.rules.reporting_period import period_before, period_of_month, period_on
from jobs.rules.working_days import WorkingCalendar
from storage.models.organisation import Agency


def day_of(agency: Agency, today: date, calendar: WorkingCalendar) -> Day:
    """The morning's date with its reporting periods; a close that lies before the last data day is over after it."""
    period = period_on(today, agency.data_day, calendar)
    closed = period_before(period, agency.data_day, calendar)
    if today > period.close:
        following = period_of_month(*_next_month(period.key), agency.data_day, calendar)
        return Day(today, calendar, following, period)
    return Day(today, calendar, period, closed)


def _next_month(key: str) -> tuple[int, int]:
    year, month = int(key[:4]), int(key[5:])
    return year + month // 12, month % 12 + 1
