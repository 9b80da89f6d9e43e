"""News a unit owes each month: the cut-off is the month's last working day, nudged 7 and 2 working days before."""

from dataclasses import dataclass
from datetime import date

from jobs.rules.working_days import WorkingCalendar

NUDGES = (7, 2)


@dataclass(frozen=True)
class NewsStanding:
    """Where a unit stands in a month; `days_left` counts working days up to the cut-off, today not counted."""

    month: str  # "2025-10"
    count: int
    owed: int
    cut_off: date
    days_left: int

    @property
    def missing(self) -> int:
        return max(self.owed - self.count, 0)


def news_standing(count: int, owed: int, today: date, calendar: WorkingCalendar) -> NewsStanding:
    """Standing in the month of `today`; `count` holds the items that were not withdrawn."""
    cut_off = calendar.last_of_month(today.year, today.month)
    days_left = max(calendar.working_days_between(today, cut_off), 0)
    return NewsStanding(f"{today:%Y-%m}", count, owed, cut_off, days_left)


def is_nudged(today: date, served_until: date | None, calendar: WorkingCalendar) -> bool:
    """True on a day of nudging, or later in the month when no digest went out on it."""
    cut_off = calendar.last_of_month(today.year, today.month)
    days = [day for day in (calendar.add(cut_off, -n) for n in NUDGES) if day <= today]
    return bool(days) and today <= cut_off and (served_until is None or days[-1] > served_until)
