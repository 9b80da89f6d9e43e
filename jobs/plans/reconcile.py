"""A line that goes on in a newer version: its units and its dates brought to what is printed now, its work kept."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from jobs.plans.work import Work
from jobs.rules.periods import PeriodSpec, is_of_event, pair_periods
from storage.kinds import CLOSED_STATES, DutyState, EventKind, PartyRole
from storage.models.duties import Duty, Period
from storage.models.events import Telling
from storage.models.news import NewsQuota
from storage.models.plans import DraftRow, Task
from storage.queries import duties as duty_queries
from storage.queries import plans as plan_queries
from storage.queries.news import quotas_of


@dataclass
class Touched:
    """Tasks whose lead duties a newer version changed, by living unit."""

    added: dict[int, list[Task]] = field(default_factory=dict)
    moved: dict[int, dict[int, tuple[Task, date | None]]] = field(default_factory=dict)  # by task id, the new date
    gone: dict[int, list[Task]] = field(default_factory=dict)

    @property
    def units(self) -> set[int]:
        return self.added.keys() | self.moved.keys() | self.gone.keys()


class Reconciler:
    """Changes the duties of tasks that stand already; every change is an event by `by_id`."""

    def __init__(self, work: Work, by_id: int) -> None:
        self.work, self.session, self.by_id = work, work.session, by_id
        self.touched = Touched()
        self.merged = work.audience.positions.merged_into

    def added(self, tasks: list[Task]) -> None:
        """Note whose work new tasks are."""
        for task in tasks:
            for duty, _ in self._all(task):
                self._note_added(duty.unit_id, duty.role, task)

    def drop(self, task: Task) -> None:
        """The plan no longer names this task: what is not closed of it is cancelled."""
        task.dropped_on = self.work.today
        self.session.add(task)
        for duty, _ in self._open(task):
            self._cancel(duty, task)
        for quota in quotas_of(self.session, task.agency_id, task.id):
            self.session.delete(quota)

    def quota(self, task: Task, row: DraftRow) -> None:
        """News items a month that the line asks now, of every unit that leads it now."""
        per_month = row.reading.get("quota")
        held = {quota.unit_id: quota for quota in quotas_of(self.session, task.agency_id, task.id)}
        if not per_month and not held:
            return
        leads = (
            {self._living(d.unit_id) for d, _ in self._open(task) if d.role is PartyRole.LEAD} if per_month else set()
        )
        for unit_id in held.keys() - leads:
            self.session.delete(held[unit_id])
        for unit_id in leads:
            quota = held.get(unit_id) or NewsQuota(
                agency_id=task.agency_id, unit_id=unit_id, task_id=task.id, per_month=0
            )
            quota.per_month = int(per_month or 0)
            self.session.add(quota)

    def parties(self, task: Task, row: DraftRow) -> None:
        """A unit that changes role keeps its row, one that leaves has its duty cancelled, a new one gets its part."""
        for party in plan_queries.parties_of(self.session, task.agency_id, [task.id]):
            self.session.delete(party)
        self.session.flush()
        roles = self.work.parties.of(task, row.reading)
        periods = self._current_periods(task)
        held = {(duty.period_id, self._living(duty.unit_id)) for duty, _ in self._all(task)}
        before = {self._living(duty.unit_id) for duty, _ in self._open(task) if duty.role is PartyRole.LEAD}
        for duty, _ in self._open(task):
            if self._living(duty.unit_id) not in roles:
                self._cancel(duty, task)
                continue
            duty.role = roles[self._living(duty.unit_id)]
            self.session.add(duty)
        for unit_id, role in roles.items():
            for period in periods:
                if (period.id, unit_id) not in held:
                    self.work.duty(period, unit_id, role, row.reading)
            if unit_id not in before:
                self._note_added(unit_id, role, task)

    def dates(self, task: Task, row: DraftRow) -> None:
        """Periods of the new phrase: one of the same key goes on, and what is open under a key that is no more goes on
        as the next one that has none yet ("once" becomes the first occurrence of a rhythm).
        """
        specs = self.work.specs(row.reading)
        periods = duty_queries.periods_of_task(self.session, task.agency_id, task.id)
        recurring = self.work.is_recurring(row.reading)
        kept = (
            # What a typed event began stays owed as well, whatever is printed now.
            [p for p in periods if is_of_event(p.key) or (recurring and self._is_under_way(p))]
        )
        open_ids = {period.id for _, period in self._open(task)}
        pairs, left = pair_periods(periods, specs, open_ids - {period.id for period in kept})
        self._free_keys(periods, pairs, specs)
        for spec in specs:
            if spec.key in pairs:
                self._move(task, pairs[spec.key], spec)
            else:
                self._begin(task, row, spec)
        for duty, period in self._open(task):
            if period.id in left:
                self._cancel(duty, task)

    def _free_keys(self, periods: list[Period], pairs: dict[str, Period], specs: list[PeriodSpec]) -> None:
        """A key is a task's own once: steps that take each other's, and one that is over, give theirs up first."""
        wanted = {spec.key for spec in specs}
        for period in periods:
            if period.key in wanted and pairs.get(period.key) is not period:
                period.key = f"{period.key}-{period.id}"
                self.session.add(period)
        self.session.flush()

    def _current_periods(self, task: Task) -> list[Period]:
        """The open ones, else the last: a unit that joins has its part in what is still to be done."""
        open_now = {period.id: period for _, period in self._open(task)}
        return list(open_now.values()) or duty_queries.periods_of_task(self.session, task.agency_id, task.id)[-1:]

    def _is_under_way(self, period: Period) -> bool:
        """An occurrence that has begun stays owed, whatever the rhythm becomes."""
        return period.key != "once" and (period.start_on is None or period.start_on <= self.work.today)

    def _begin(self, task: Task, row: DraftRow, spec: PeriodSpec) -> None:
        roles = {duty.unit_id: duty.role for duty, _ in self._all(task) if duty.state is not DutyState.CANCELLED}
        period = self.work.period(task, spec)
        self.session.flush()
        for unit_id, role in roles.items():
            self.work.duty(period, unit_id, role, row.reading)

    def _move(self, task: Task, period: Period, spec: PeriodSpec) -> None:
        """A new printed date; a duty whose date a person had moved keeps that, and what is closed keeps its own."""
        duties = [duty for duty, of in self._open(task) if of.id == period.id]
        if not duties:
            period.key = spec.key
            self.session.add(period)
            return
        before = period.printed_due_on if period.can_be_overdue else None
        after = spec.due if spec.can_be_overdue else None
        period.key = spec.key
        period.start_on = spec.start
        period.target_text = spec.target
        period.printed_due_on = spec.due
        period.can_be_overdue = spec.can_be_overdue
        self.session.add(period)
        for duty in duties:
            if duty.due_on == before != after:
                self._date(duty, after, task)

    def _date(self, duty: Duty, due: date | None, task: Task) -> None:
        duty.due_on = due
        if duty.target_on and due and duty.target_on > due:  # an internal date never lies past the official one
            duty.target_on = due
        self.session.add(duty)
        self._tell(EventKind.DUE_SET, duty)
        if duty.role is PartyRole.LEAD:
            self.touched.moved.setdefault(self._living(duty.unit_id), {})[task.id] = (task, due)

    def _cancel(self, duty: Duty, task: Task) -> None:
        duty.close(DutyState.CANCELLED, self.work.today)
        self.session.add(duty)
        self._tell(EventKind.CANCELLED, duty)
        if duty.role is PartyRole.LEAD:
            self._note(self.touched.gone, duty.unit_id, task)

    def _tell(self, kind: EventKind, duty: Duty) -> None:
        """Whose work it is reads it in the next digest; a head hears of his unit's changes at once, in one message."""
        event = self.work.event(kind, self.by_id, duty)
        head = self.work.audience.positions.heads.get(self._living(duty.unit_id))
        if duty.role is PartyRole.LEAD and duty.recipient_id not in (self.by_id, head):
            self.session.add(Telling(agency_id=event.agency_id, event_id=event.id, staff_id=duty.recipient_id))

    def _note_added(self, unit_id: int, role: PartyRole, task: Task) -> None:
        if role is PartyRole.LEAD:
            self._note(self.touched.added, unit_id, task)

    def _note(self, touched: dict[int, list[Task]], unit_id: int, task: Task) -> None:
        tasks = touched.setdefault(self._living(unit_id), [])
        if all(known.id != task.id for known in tasks):
            tasks.append(task)

    def _living(self, unit_id: int) -> int:
        """The unit that a merged one is now."""
        return self.merged.get(unit_id, unit_id)

    def _all(self, task: Task) -> list[tuple[Duty, Period]]:
        return duty_queries.duties_of_task(self.session, task.agency_id, task.id)

    def _open(self, task: Task) -> Iterator[tuple[Duty, Period]]:
        """What is not closed of a task, reported work included."""
        return ((duty, period) for duty, period in self._all(task) if duty.state not in CLOSED_STATES)
