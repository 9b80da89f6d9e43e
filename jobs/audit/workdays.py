"""Worked days as one sorted list around a day, counted by position in it."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable
from datetime import date, timedelta

from storage.kinds import DayKind
from storage.models.calendar import Holiday

_BACK, _AHEAD = 800, 400
_FARTHEST = 20  # worked days at the end of the list from which nothing is counted


class Workdays:
    """`today` and the worked days some two years before it and one after."""

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

    def first_from(self, day: date) -> date:
        return self.days[bisect_left(self.days, day)]

    def later(self, day: date, n: int) -> date:
        """The n-th worked day after a day; the day itself for 0."""
        return self.days[bisect_right(self.days, day) + n - 1] if n else day

    def earlier(self, day: date, n: int) -> date:
        """The n-th worked day before a day."""
        return self.days[max(bisect_left(self.days, day) - n, 0)]

    def last_of_week(self, day: date) -> date:
        return max(day, self.last_until(day + timedelta(days=6 - day.weekday())))

    def speaks_after(self, due: date, since: date, counted: Collection[int], weekdays: Collection[int]) -> bool:
        """Whether a missed date is spoken of on a worked day after `since` and up to today.

        So many worked days after it as are `counted`, then on these weekdays (Monday 0).
        """
        start, end = bisect_right(self.days, due), bisect_right(self.days, self.today)
        for place in range(max(start, bisect_right(self.days, since)), end):
            passed = place - start + 1
            if passed in counted or (passed > max(counted, default=0) and self._stands_for(self.days[place], weekdays)):
                return True
        return False

    def _stands_for(self, day: date, weekdays: Collection[int]) -> bool:
        """One of these weekdays, or the first day worked after one that was off."""
        gap = (day - self.earlier(day, 1)).days
        return any((day - timedelta(days=n)).weekday() in weekdays for n in range(gap))

    def before_a_date(self, due: date, counted: Collection[int]) -> list[date]:
        """So many worked days before a date as are `counted`; a date on a day off counts from the last day worked."""
        if due > self.days[-_FARTHEST]:
            return []
        place = bisect_right(self.days, due) - 1
        return [self.days[max(place - n, 0)] for n in counted]


def _usual(day: date) -> DayKind:
    return DayKind.WORKING if day.isoweekday() <= 5 else DayKind.OFF
