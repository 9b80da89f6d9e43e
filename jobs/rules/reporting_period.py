"""The month whose results are asked for, when it closes, and when it is asked about (NĐ 09/2019: 15th to 14th)."""

from dataclasses import dataclass
from datetime import date, timedelta

from jobs.rules.working_days import WorkingCalendar

ASKED_BEFORE = 3
FOLLOWED_UP_BEFORE = 1
QUARTER_MONTHS = (3, 6, 9, 12)


@dataclass(frozen=True)
class ReportingPeriod:
    """Data of first…last day; `close` is the day on which answers end, at the office's closing hour."""

    key: str  # "2025-10"
    first: date
    last: date
    close: date
    asked: date
    followed_up: date

    @property
    def ends_quarter(self) -> bool:
        return int(self.key[5:]) in QUARTER_MONTHS


def period_of_month(year: int, month: int, data_day: int, calendar: WorkingCalendar) -> ReportingPeriod:
    """The period named after the month that holds its last day."""
    last = _cut_off(year, month, data_day)
    previous = date(year, month, 1) - timedelta(days=1)
    close = calendar.on_or_before(last)
    return ReportingPeriod(
        key=f"{year}-{month:02}",
        first=_cut_off(previous.year, previous.month, data_day) + timedelta(days=1),
        last=last,
        close=close,
        asked=calendar.add(close, -ASKED_BEFORE),
        followed_up=calendar.add(close, -FOLLOWED_UP_BEFORE),
    )


def period_on(day: date, data_day: int, calendar: WorkingCalendar) -> ReportingPeriod:
    """The period whose data days hold `day`: what a result typed that day belongs to."""
    if day <= _cut_off(day.year, day.month, data_day):
        return period_of_month(day.year, day.month, data_day, calendar)
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return period_of_month(following.year, following.month, data_day, calendar)


def period_before(period: ReportingPeriod, data_day: int, calendar: WorkingCalendar) -> ReportingPeriod:
    return period_on(period.first - timedelta(days=1), data_day, calendar)


def _cut_off(year: int, month: int, data_day: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1)
    return min(date(year, month, 1) + timedelta(days=data_day - 1), following - timedelta(days=1))


def is_asked(period: ReportingPeriod, today: date) -> bool:
    """True from the day of asking to the day of closing."""
    return period.asked <= today <= period.close


def asking_on(period: ReportingPeriod, today: date, served_until: date | None) -> bool:
    """True on the day of asking or following up, or later when no digest went out on it."""
    days = [day for day in (period.asked, period.followed_up) if day <= today]
    if not days or today > period.close:
        return False
    return served_until is None or days[-1] > served_until


def morning_after_close(period: ReportingPeriod, calendar: WorkingCalendar) -> date:
    return calendar.next_after(period.close)


def asked_for(period: ReportingPeriod, ongoing: bool) -> bool:
    """Ongoing duties are asked once a quarter, the others every month."""
    return period.ends_quarter or not ongoing
