"""On which days a date is spoken of, and to whom lateness and a report left lying climb (design §3: Escalation)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from zoneinfo import ZoneInfo

from jobs.audit.whose import Whose
from jobs.audit.workdays import Workdays
from storage.kinds import DutyState
from storage.models.duties import Duty
from storage.models.plans import Plan
from storage.models.policies import LadderPolicy
from storage.queries.audited import Rows

WORKED_ON = {DutyState.OPEN, DutyState.IN_PROGRESS}
AWAITS_DECISION = {DutyState.REPORTED, DutyState.CHECKED}
USUAL = LadderPolicy(
    agency_id=0, from_on=date.min, before=[7, 3, 1, 0], after=[1, 2, 3], weekdays_after=[1, 4], head_after=2,
    office_after=5, leaders_after=10, next_decider_after=2, keeper_after=4,
)  # fmt: skip


@dataclass(frozen=True)
class Climb:
    """A part reaches these people on a day; `late`: its owner hears of it the working day before."""

    day: date
    to: frozenset[int]
    late: bool
    to_leaders: bool = False


class Climbing:
    """The ladders of one agency's parts. `pauses`: true for parts that are sorted for the year's end."""

    def __init__(self, rows: Rows, whose: Whose, days: Workdays, pauses: Callable[[Duty], bool]) -> None:
        self.rows, self.whose, self.days, self.pauses = rows, whose, days, pauses
        self.people, self.plan_of = whose.people, whose.plan_of

    def pace(self, duty: Duty) -> LadderPolicy:
        """What the office had decided by the part's own day: for its plan, else for all."""
        plan = self.plan_of(duty)
        of_plan = [row for row in self._begun(duty) if plan is not None and row.plan_id == plan.id]
        of_all = [row for row in self._begun(duty) if row.plan_id is None and row.staff_id is None]
        return max(of_plan or of_all, key=lambda row: row.from_on, default=USUAL)

    def steps(self, duty: Duty) -> LadderPolicy:
        """Whose days before and after a date count: the owner's own while the work is with him."""
        told = self.whose.recipient(duty)
        own = [row for row in self._begun(duty) if row.staff_id and row.staff_id == told and duty.reported_on is None]
        return max(own, key=lambda row: row.from_on) if own else self.pace(duty)

    def _begun(self, duty: Duty) -> list[LadderPolicy]:
        day = duty.due_on or duty.target_on or duty.reported_on
        return [row for row in self.rows.policies if day is not None and row.from_on <= day]

    def speaks(self, duty: Duty, day: date, since: date) -> bool:
        """True where one of the days on which this date is spoken of lies after `since` and is not to come."""
        pace = self.steps(duty)
        if any(since < at <= self.days.today for at in self.days.before_a_date(day, pace.before)):
            return True
        return self.days.speaks_after(day, since, pace.after, pace.weekdays_after)

    def counts_from(self, duty: Duty, day: date) -> date:
        """From when a missed date counts: a return gives two working days, and nothing is late before its plan is followed."""
        plan, zone = self.plan_of(duty), ZoneInfo(self.rows.agency.time_zone)
        confirmed = plan.confirmed_at.astimezone(zone).date() if plan and plan.confirmed_at else day
        return max(day, confirmed, self.days.later(duty.returned_on, 2) if duty.returned_on else day)

    def slip_told(self, duty: Duty) -> date | None:
        """When the head of the unit hears of a missed internal date."""
        today = self.days.today
        if duty.state not in WORKED_ON or duty.target_on is None or duty.target_on >= today:
            return None
        if duty.due_on is not None and duty.due_on < today:
            return None
        return self.days.later(self.counts_from(duty, duty.target_on), self.pace(duty).head_after)

    def of(self, duty: Duty) -> list[Climb]:
        """The rungs of one part, the lowest first; nobody stands on two."""
        if duty.state in AWAITS_DECISION and duty.reported_on is not None:
            return self._left_lying(duty, duty.reported_on)
        late = duty.state in WORKED_ON and duty.due_on is not None and duty.due_on < self.days.today
        if not late or duty.due_on is None or duty.id in self.explained or self.pauses(duty):
            return []
        return self._late(duty, self.counts_from(duty, duty.due_on))

    def _late(self, duty: Duty, since: date) -> list[Climb]:
        pace, plan = self.pace(duty), self.plan_of(duty)
        coordinators = self.people.heads(plan.coordinator_unit_id) if plan else []
        office = (coordinators or self.people.office_heads)[:1] + self._keeper(plan)
        heard = {self.whose.recipient(duty)}
        head = self._new(self.people.heads(duty.unit_id)[:1], heard)
        office_hears = self._new(office, heard)
        leaders = self._new(self.people.leaders, heard)
        friday = self.days.last_of_week(self.days.later(since, pace.leaders_after))
        return [
            Climb(self.days.later(since, pace.head_after), head, True),
            Climb(self.days.later(since, pace.office_after), office_hears, True),
            Climb(friday, leaders, True, to_leaders=True),
        ]

    def _left_lying(self, duty: Duty, reported: date) -> list[Climb]:
        pace = self.pace(duty)
        heard = {self.whose.recipient(duty), self.whose.decider(duty)}
        following = self._new(self._next_decider(duty, heard), heard)
        keeper = self._new(self._keeper(self.plan_of(duty)), heard)
        return [
            Climb(self.days.later(reported, pace.next_decider_after), following, False),
            Climb(self.days.later(reported, pace.keeper_after), keeper, False),
        ]

    def _next_decider(self, duty: Duty, passed_over: set[int | None]) -> list[int]:
        plan = self.plan_of(duty)
        unit = self.people.heads(duty.unit_id) if duty.state is DutyState.REPORTED else []
        above = self.people.heads(plan.coordinator_unit_id)[:1] if plan else []
        order = [*unit, *above, *self.people.office_heads, *self.people.leaders]
        return [who for who in order if who in self.people.reachable and who not in passed_over][:1]

    def _keeper(self, plan: Plan | None) -> list[int]:
        return self.people.keeper_of(plan.keeper_id if plan else None)

    @staticmethod
    def _new(people: Iterable[int], heard: set[int | None]) -> frozenset[int]:
        """Who of these has not heard on a lower rung; from now on they have."""
        new = frozenset(people) - heard
        heard |= new
        return new

    @cached_property
    def explained(self) -> set[int]:
        """Parts of which the lateness was explained since the date in force."""
        due = {duty.id: duty.due_on for duty in self.rows.duties}
        found = set()
        for event in self.rows.explanations:
            missed = due.get(event.duty_id or 0)
            if missed is not None and event.day >= missed and event.at <= self.people.seen_at:
                found.add(event.duty_id or 0)
        return found

    def around(self, duty: Duty) -> set[int]:
        """Everybody who may stand on a rung of this part, whatever its state."""
        plan = self.plan_of(duty)
        coordinators = self.people.heads(plan.coordinator_unit_id) if plan else []
        return {*self.people.heads(duty.unit_id), *coordinators, *self._keeper(plan), *self.people.office_heads,
                *self.people.leaders}  # fmt: skip
