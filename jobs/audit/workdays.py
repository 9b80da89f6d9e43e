"""Worked days as one sorted list around a day, counted by position in it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import date, timedelta

from storage.kinds import DayKind
from storage.models.calendar import Holiday

_BACK, _AHEAD = 800, 120
_RECENT = 15  # worked days; one of them is always a day of speaking
_TUESDAY, _FRIDAY = 2, 5  # in ISO's count


class Workdays:
    """`today` and the worked days some two years before it and some months after."""

    def __init__(self, holidays: Iterable[Holiday], today: date) -> None:
        kinds = {row.day: row.kind for row in holidays}
        around = (today + timedelta(days=n) for n in range(-_BACK, _AHEAD))
        self.today = today
        self.days = [d for d in around if kinds.get(d, _usual(d)) is DayKind.WORKING]

    def works(self, day: date) -> bool:
        return self.days[bisect_right(self.days, day) - 1] == day

    def last_until(self, day: date) -> date:
        return self.days[max(bisect_right(self.days, day) - 1, 0)]

    def first_after(self, day: date) -> date:
        return self.days[bisect_right(self.days, day)]

    def later(self, day: date, n: int) -> date:
        """The n-th worked day after a day."""
        return self.days[bisect_right(self.days, day) + n - 1]

    def earlier(self, day: date, n: int) -> date:
        """The n-th worked day before a day."""
        return self.days[max(bisect_left(self.days, day) - n, 0)]

    def after_a_date(self, due: date) -> list[tuple[date, int]]:
        """Worked days after a missed date up to today on which it is spoken of, each with how many have passed."""
        start, end = bisect_right(self.days, due), bisect_right(self.days, self.today)
        passed = [(self.days[place], place - start + 1) for place in range(max(start, end - _RECENT), end)]
        return [(day, n) for day, n in passed if n <= 3 or self._stands_for_twice_weekly(day)]

    def _stands_for_twice_weekly(self, day: date) -> bool:
        """A Tuesday or Friday, or the first day worked after one that was off."""
        gap = (day - self.earlier(day, 1)).days
        return any((day - timedelta(days=n)).isoweekday() in (_TUESDAY, _FRIDAY) for n in range(gap))

    def before_a_date(self, due: date) -> list[date]:
        """The worked days 7, 3, 1 and 0 before a date; a date on a day off counts from the last day worked."""
        if due > self.days[-20]:
            return []
        place = bisect_right(self.days, due) - 1
        return [self.days[max(place - n, 0)] for n in (7, 3, 1, 0)]


def _usual(day: date) -> DayKind:
    return DayKind.WORKING if day.isoweekday() <= 5 else DayKind.OFF
