"""A plan's year ends: which parts are sorted instead of reminded, and on which days that is asked (design §3)."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from jobs.audit.workdays import Workdays
from storage.kinds import DutyState, PlanState, SortedAs
from storage.models.duties import Duty
from storage.models.plans import Plan
from storage.queries.audited import Rows


class YearEnds:
    """The closing plans of one agency on `days.today`."""

    def __init__(self, rows: Rows, days: Workdays, plan_of: Callable[[Duty], Plan | None]) -> None:
        self.days, self.plan_of = days, plan_of
        self.said = {row.duty_id: row for row in rows.sorted_lines}

    def last_on(self, duty: Duty) -> date | None:
        """The year's end for which a part is sorted; None where its steps go on."""
        plan = self.plan_of(duty)
        if plan is None or plan.state is not PlanState.CLOSING or plan.closing_from is None:
            return None
        return plan.closes_on if duty.due_on in (None, plan.closes_on) else None

    def pauses(self, duty: Duty) -> bool:
        return self.last_on(duty) is not None

    def asks_owner(self, duty: Duty, since: date) -> bool:
        asking = self._asking_days(duty)
        return self._unsorted(duty) and any(since < day <= self.days.today for day in asking)

    def asks_head(self, duty: Duty, since: date) -> bool:
        """From the second day of asking on; also of what the owner leaves to the head to close."""
        said = self.said.get(duty.id)
        left_to_head = said is not None and said.choice in (SortedAs.CARRY, SortedAs.KEEP, SortedAs.DROP)
        if not (left_to_head or self._unsorted(duty)):
            return False
        asking = sorted(self._asking_days(duty))[1:]
        return any(since < day <= self.days.today for day in asking)

    def _unsorted(self, duty: Duty) -> bool:
        said = self.said.get(duty.id)
        return said is None or (said.expected_on is not None and said.expected_on < self.days.today)

    def _asking_days(self, duty: Duty) -> set[date]:
        """The first day; 10 and 5 working days before the end; the first after it, then the first of every week."""
        plan, last_on = self.plan_of(duty), self.last_on(duty)
        if duty.state not in (DutyState.OPEN, DutyState.IN_PROGRESS) or plan is None or last_on is None:
            return set()
        first = self.days.first_from(plan.closing_from or last_on)
        end = self.days.last_until(last_on)
        days = {self.days.earlier(end, 10), self.days.earlier(end, 5), *self._after(last_on)}
        return {first} | {day for day in days if day > first}

    def _after(self, last_on: date) -> Iterator[date]:
        day = self.days.first_after(last_on)
        while day <= self.days.today:
            yield day
            day = self.days.first_from(day + timedelta(days=7 - day.weekday()))
