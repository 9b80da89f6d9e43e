"""The rows of work that a line of a plan makes: its task, its periods, every unit's duty in them."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from jobs.audience import audience
from jobs.calendar import working_calendar
from jobs.clock import office_day
from jobs.plans.parties import Parties
from jobs.rules.deadlines.model import Deadline, DeadlineKind
from jobs.rules.periods import PeriodSpec, periods_of
from jobs.rules.plans.short_titles import product_kind, short_title
from storage.kinds import EventKind, Origin, PartyRole, ProductKind
from storage.models.duties import Duty, Period
from storage.models.events import Event
from storage.models.news import NewsQuota
from storage.models.plans import DraftRow, Plan, Task
from storage.queries import people as people_queries
from storage.queries.agencies import agency_by_id


class Work:
    """Makes the rows of a plan's lines; the facts every line needs are read once.

    `counts`: unit id → [lines it leads, lines it coordinates] of what was made; `without_lead`: numbers of tasks that
    no unit here leads.
    """

    def __init__(self, session: Session, plan: Plan, now: datetime) -> None:
        self.session, self.plan, self.now = session, plan, now
        agency = agency_by_id(session, plan.agency_id)
        self.today = office_day(now, agency.time_zone)
        self.calendar = working_calendar(session)
        self.audience = audience(session, plan.agency_id, self.today)
        self.people = {p.staff.full_name: p for p in people_queries.people(session, plan.agency_id, self.today)}
        self.parties = Parties(session, plan.agency_id)
        self.counts: dict[int, list[int]] = {}
        self.without_lead: list[int] = []

    def event(self, kind: EventKind, by_id: int, duty: Duty | None = None) -> Event:
        """One line of the ledger about the plan, or about a duty of it as it now is."""
        event = Event(
            agency_id=self.plan.agency_id, kind=kind, at=self.now, day=self.today, by_id=by_id, for_id=by_id,
            plan_id=self.plan.id, duty_id=duty.id if duty else None, to_state=duty.state if duty else None,
            to_due_on=duty.due_on if duty else None,
        )  # fmt: skip
        self.session.add(event)
        self.session.flush()
        return event

    def make(self, rows: Iterable[DraftRow], numbers: Mapping[int, int], tasks: dict[int, Task]) -> None:
        """Tasks and all below them for rows not yet in `tasks` (position → task), which grows by them.

        `numbers`: position → the number people will type, for every row that is no heading.
        """
        made = self._tasks([row for row in rows if row.position not in tasks], numbers, tasks)
        begun = [self._periods(row, task) for row, task in made if not task.is_heading]
        self.session.flush()
        for row, task, periods in begun:
            self._duties(row.reading, task, periods)
        self.session.flush()

    def _tasks(
        self, rows: list[DraftRow], numbers: Mapping[int, int], tasks: dict[int, Task]
    ) -> list[tuple[DraftRow, Task]]:
        """Parents before what stands under them: a line's parent must have its id by then."""
        made: list[tuple[DraftRow, Task]] = []
        for row in rows:
            parent = tasks.get(row.reading["parent"]) if row.reading["parent"] is not None else None
            if parent is not None and parent.id is None:
                self.session.flush()
            task = Task(
                agency_id=self.plan.agency_id,
                plan_id=self.plan.id,
                number=numbers.get(row.position),
                title="",
                short_title="",
            )
            describe(task, row, parent)
            self.session.add(task)
            tasks[row.position] = task
            made.append((row, task))
        self.session.flush()
        return made

    def _periods(self, row: DraftRow, task: Task) -> tuple[DraftRow, Task, list[tuple[Period, PeriodSpec]]]:
        return row, task, [(self.period(task, spec), spec) for spec in self.specs(row.reading)]

    def specs(self, reading: dict[str, Any]) -> list[PeriodSpec]:
        """The periods that a line's deadline asks for as of today."""
        deadline = Deadline.from_json(reading["deadline"]) if reading.get("deadline") else None
        return periods_of(deadline, self.today, self.calendar)

    def is_recurring(self, reading: dict[str, Any]) -> bool:
        return bool((reading.get("deadline") or {}).get("kind") == DeadlineKind.RECURRING)

    def period(self, task: Task, spec: PeriodSpec) -> Period:
        period = Period(
            agency_id=task.agency_id, task_id=task.id, key=spec.key, start_on=spec.start, printed_due_on=spec.due,
            target_text=spec.target, can_be_overdue=spec.can_be_overdue,
        )  # fmt: skip
        self.session.add(period)
        return period

    def _duties(self, reading: dict[str, Any], task: Task, periods: list[tuple[Period, PeriodSpec]]) -> None:
        roles = self.parties.of(task, reading)
        if PartyRole.LEAD not in roles.values():
            self.without_lead.append(task.number or 0)
        for period, _ in periods:
            for unit_id, role in roles.items():
                self.duty(period, unit_id, role, reading)
        for unit_id, role in roles.items():
            self.counts.setdefault(unit_id, [0, 0])[role is PartyRole.COORDINATE] += 1
            if reading.get("quota") and role is PartyRole.LEAD:
                quota = NewsQuota(
                    agency_id=task.agency_id, unit_id=unit_id, task_id=task.id, per_month=int(reading["quota"])
                )
                self.session.add(quota)

    def duty(self, period: Period, unit_id: int, role: PartyRole, reading: dict[str, Any]) -> Duty:
        """A unit's part of a period, told to whom the rules name."""
        duty = Duty(
            agency_id=period.agency_id, period_id=period.id, unit_id=unit_id, role=role, recipient_id=0,
            due_on=period.printed_due_on if period.can_be_overdue else None,
        )  # fmt: skip
        if role is PartyRole.LEAD:  # what the review gave it: a person of this unit, an internal date
            named = self.people.get(reading.get("person") or "")
            duty.person_id = named.id if named and unit_id in named.unit_ids else None
            duty.target_on = date.fromisoformat(reading["target_on"]) if reading.get("target_on") else None
        duty.recipient_id = self.audience.recipient(duty, self.plan)
        self.session.add(duty)
        return duty


def describe(task: Task, row: DraftRow, parent: Task | None) -> None:
    """Write into `task` what the line says of it, its number and its plan aside."""
    reading = row.reading
    kind = reading.get("product_kind") or product_kind(reading["title"], reading.get("product") or "")
    task.position = row.position
    task.code = reading.get("code") or ""
    task.printed = {name: list((reading.get("printed") or reading)[name]) for name in ("lead", "coordinate")}
    task.printed_number = reading.get("number_printed")
    task.section = reading.get("section") or []
    task.title = reading["title"]
    task.short_title = reading.get("short_title") or short_title(reading["title"])[0]
    task.deadline_text = reading.get("deadline_text") or ""
    task.deadline = reading.get("deadline")
    task.product = reading.get("product") or ""
    task.product_kind = ProductKind(kind)
    task.parent_id = parent.id if parent else None
    task.is_heading = reading["heading"]
    task.origin = Origin(reading.get("origin") or Origin.ROW)
    task.restricted = bool(reading.get("restricted"))
    task.counted_as = reading.get("counted_as") or reading.get("code") or ""
