"""Working days of a state office: Monday to Friday, less the days off, plus the Saturdays worked in exchange."""

from dataclasses import dataclass
from datetime import date, timedelta

_ONE_DAY = timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True)
class WorkingCalendar:
    """`days_off`: weekdays nobody works; `working_weekends`: Saturdays or Sundays worked in exchange (hoán đổi)."""

    days_off: frozenset[date]
    working_weekends: frozenset[date]

    def is_working(self, day: date) -> bool:
        if day in self.working_weekends:
            return True
        return day.weekday() < _SATURDAY and day not in self.days_off

    def add(self, day: date, n: int) -> date:
        """The n-th working day after `day` (before it for a negative n); 0 gives the day itself, worked or not."""
        step = _ONE_DAY if n > 0 else -_ONE_DAY
        left = abs(n)
        while left:
            day += step
            left -= self.is_working(day)
        return day

    def on_or_before(self, day: date) -> date:
        return day if self.is_working(day) else self.before(day)

    def on_or_after(self, day: date) -> date:
        return day if self.is_working(day) else self.next_after(day)

    def next_after(self, day: date) -> date:
        return self.add(day, 1)

    def before(self, day: date) -> date:
        return self.add(day, -1)

    def working_days_between(self, a: date, b: date) -> int:
        """Working days in (a, b]; negative when b lies before a."""
        if b < a:
            return -self.working_days_between(b, a)
        return sum(self.is_working(a + timedelta(days=n)) for n in range(1, (b - a).days + 1))

    def last_of_month(self, year: int, month: int) -> date:
        """The last working day of the month."""
        following = date(year + month // 12, month % 12 + 1, 1)
        return self.before(following)

    def first_of_month(self, year: int, month: int) -> date:
        """The first working day of the month."""
        return self.on_or_after(date(year, month, 1))


WEEKENDS_ONLY = WorkingCalendar(frozenset(), frozenset())
