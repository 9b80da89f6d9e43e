"""What people have chosen of their own mornings, from rows alone."""

from datetime import date, timedelta
from functools import cached_property

from jobs.audit.people import People
from jobs.audit.workdays import Workdays
from storage.models.duties import Duty
from storage.queries.audited import Rows


class Chosen:
    """Quiet days, a day of the week, lines put off."""

    def __init__(self, rows: Rows, people: People, days: Workdays) -> None:
        self.people, self.days = people, days
        self.again_on = {(row.duty_id, row.staff_id): row.until for row in rows.snoozes}

    @cached_property
    def late_only(self) -> set[int]:
        """Who wants to hear today of nothing of his own but what is past its official date."""
        today = self.days.today
        gap = (today - self.days.earlier(today, 1)).days
        passed = {(today - timedelta(days=n)).weekday() for n in range(gap)}
        here = self.people.here.values()
        quiet = {staff.id for staff in here if staff.only_late_until and today <= staff.only_late_until}
        return quiet | {s.id for s in here if s.digest_weekday is not None and s.digest_weekday not in passed}

    def sleeps(self, duty: Duty, who: int) -> bool:
        """Put off to a later day, and its official date is still to come."""
        today = self.days.today
        return self._again(duty, who) > today and (duty.due_on is None or duty.due_on > today)

    def wakes(self, duty: Duty, who: int, since: date) -> bool:
        """Put off to today, or to a day since his last message."""
        again = self._again(duty, who)
        return again == self.days.today or date.min < since < again <= self.days.today

    def _again(self, duty: Duty, who: int) -> date:
        return self.again_on.get((duty.id, who), date.min)
