"""What a bot's month still allows: the mornings to come are kept free, answers to changes are never cut, courtesies go
first (platforms: Zalo Bot's free plan has 3,000 messages a month).
"""

from dataclasses import dataclass
from datetime import date
from math import ceil

from jobs.rules.working_days import WorkingCalendar

FEWEST_DAYS = 3  # working days before which a month's pace says nothing


@dataclass(frozen=True)
class Budget:
    """One bot's month in message parts. `a_morning`: planned ones of an ordinary working day; `mornings`: working days
    of the month still to come after today.
    """

    limit: int
    used: int
    a_morning: int
    mornings: int

    @property
    def is_tight(self) -> bool:
        return self.used + self.a_morning * self.mornings >= self.limit


def mornings_left(today: date, calendar: WorkingCalendar) -> int:
    """Working days after today in its month."""
    return calendar.working_days_between(today, calendar.last_of_month(today.year, today.month))


def runs_out_on(used: int, limit: int, today: date, calendar: WorkingCalendar) -> date | None:
    """The working day on which the month's messages end at the pace so far; None where they last to its end."""
    passed = calendar.working_days_between(today.replace(day=1), today) + calendar.is_working(today.replace(day=1))
    if passed < FEWEST_DAYS or not used:
        return None
    last = calendar.last_of_month(today.year, today.month)
    day = calendar.add(calendar.on_or_before(today), max(0, ceil((limit - used) * passed / used)))
    return day if day < last else None
