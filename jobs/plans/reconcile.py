"""A line that goes on in a newer version: its units and its dates brought to what is printed now, its work kept."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from jobs.plans.work import Work
from jobs.rules.periods import PeriodSpec
from storage.kinds import CLOSED_STATES, DutyState, EventKind, PartyRole
from storage.models.duties import Duty, Period
from storage.models.events import Telling
from storage.models.plans import DraftRow, Task
from storage.queries import duties as duty_queries
from storage.queries import plans as plan_queries


@dataclass
class Touched:
    """Lead duties that a newer version changed, by unit id, as the numbers people type."""

    added: dict[int, list[int]] = field(default_factory=dict)
    moved: dict[int, dict[int, date | None]] = field(default_factory=dict)  # with the new official date
    gone: dict[int, list[int]] = field(default_factory=dict)

    @property
    def units(self) -> set[int]:
        return self.added.keys() | self.moved.keys() | self.gone.keys()


class Reconciler:
    """Changes the duties of tasks that stand already; every change is an event by `by_id`."""

    def __init__(self, work: Work, by_id: int) -> None:
        self.work, self.session, self.by_id = work, work.session, by_id
        self.touched = Touched()

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

    def parties(self, task: Task, row: DraftRow) -> None:
        """A unit that changes role keeps its row, one that leaves has its duty cancelled, a new one gets its part."""
        for party in plan_queries.parties_of(self.session, task.agency_id, [task.id]):
            self.session.delete(party)
        self.session.flush()
        roles = self.work.parties.of(task, row.reading)
        periods = self._current_periods(task)
        held = {(duty.period_id, duty.unit_id) for duty, _ in self._all(task)}
        before = {duty.unit_id for duty, _ in self._open(task) if duty.role is PartyRole.LEAD}
        for duty, _ in self._open(task):
            if duty.unit_id not in roles:
                self._cancel(duty, task)
                continue
            duty.role = roles[duty.unit_id]
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
        specs = {spec.key: spec for spec in self.work.specs(row.reading)}
        known = {p.key: p for p in duty_queries.periods_of_task(self.session, task.agency_id, task.id)}
        open_ids = {period.id for _, period in self._open(task)}
        rhythm = self.work.is_recurring(row.reading)
        left = [
            p for key, p in known.items()
            if p.id in open_ids and key not in specs and not (rhythm and self._is_under_way(p))
        ]  # fmt: skip
        for key, spec in specs.items():
            if key in known:
                self._move(task, known[key], spec)
            elif left:
                self._move(task, left.pop(0), spec)
            else:
                self._begin(task, row, spec)
        for duty, period in self._open(task):
            if period in left:
                self._cancel(duty, task)

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
        if not duties and period.key == spec.key:
            return
        before = period.printed_due_on if period.can_be_overdue else None
        after = spec.due if spec.can_be_overdue else None
        period.key, period.start_on, period.target_text = spec.key, spec.start, spec.target
        period.printed_due_on, period.can_be_overdue = spec.due, spec.can_be_overdue
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
            self.touched.moved.setdefault(duty.unit_id, {})[task.number or 0] = due

    def _cancel(self, duty: Duty, task: Task) -> None:
        duty.state, duty.closed_on = DutyState.CANCELLED, self.work.today
        self.session.add(duty)
        self._tell(EventKind.CANCELLED, duty)
        if duty.role is PartyRole.LEAD:
            self.touched.gone.setdefault(duty.unit_id, []).append(task.number or 0)

    def _tell(self, kind: EventKind, duty: Duty) -> None:
        """Whose work it is reads it in the next digest; a head hears of his unit's changes at once, in one message."""
        event = self.work.event(kind, self.by_id, duty)
        head = self.work.audience.positions.heads.get(duty.unit_id)
        if duty.role is PartyRole.LEAD and duty.recipient_id not in (self.by_id, head):
            self.session.add(Telling(agency_id=event.agency_id, event_id=event.id, staff_id=duty.recipient_id))

    def _note_added(self, unit_id: int, role: PartyRole, task: Task) -> None:
        numbers = self.touched.added.setdefault(unit_id, []) if role is PartyRole.LEAD else []
        if (task.number or 0) not in numbers:
            numbers.append(task.number or 0)

    def _all(self, task: Task) -> list[tuple[Duty, Period]]:
        return duty_queries.duties_of_task(self.session, task.agency_id, task.id)

    def _open(self, task: Task) -> Iterator[tuple[Duty, Period]]:
        """What is not closed of a task, reported work included."""
        return ((duty, period) for duty, period in self._all(task) if duty.state not in CLOSED_STATES)
