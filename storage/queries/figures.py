"""Lead duties as they stood on a day, for figures."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, String, case, cast, func, literal, null
from sqlmodel import Session, and_, col, or_, select

from storage.kinds import CLOSED_STATES, WAITING_STATES, DutyState, EventKind, PartyRole, PlanState
from storage.models.duties import Duty, Period
from storage.models.events import Event
from storage.models.organisation import Unit
from storage.models.plans import Plan, Task
from storage.queries.duties import DutyLine, all_lead_lines

FOLLOWED = (PlanState.ACTIVE, PlanState.CLOSING, PlanState.CLOSED)


@dataclass(frozen=True)
class DutyAsOf:
    line: DutyLine
    state: DutyState
    due_on: date | None
    reported_on: date | None


def duties_as_of(
    session: Session,
    agency_id: int,
    as_of: date,
    today: date,
    since: date | None = None,
    unit_ids: Collection[int] | None = None,
) -> list[DutyAsOf]:
    """Lead duties of followed plans (of all units, or of these) at the end of `as_of`, without those closed before `since`.

    The rows answer for today and later; for a past day the ledger decides.
    """
    were = _units_before(session, agency_id, as_of) if as_of < today else {}
    every = all_lead_lines(session, agency_id, None if were else unit_ids)
    if were:
        every = [replace(line, unit=were.get(line.duty.id, line.unit)) for line in every]
        every = [line for line in every if unit_ids is None or line.unit.id in unit_ids]
    lines = [line for line in every if line.plan is None or line.plan.state in FOLLOWED]
    if as_of >= today:
        stood = [DutyAsOf(line, line.duty.state, line.duty.due_on, line.duty.reported_on) for line in lines]
        return [d for d in stood if not _closed_before(d.line.duty.closed_on, since)]
    events = _events(session, agency_id)
    past = [_as_of(line, events.get(line.duty.id, []), as_of) for line in _there_on(as_of, lines)]
    return [duty for duty, closed_on in past if not _closed_before(closed_on, since)]


@dataclass(frozen=True)
class Counted:
    """How many of a plan's tasks, or of a unit's lead duties, are in a class; `None` counts nowhere."""

    id: int | None
    found: str | None
    count: int


def tasks_counted(session: Session, agency_id: int, day: date, worst_first: Sequence[str]) -> list[Counted]:
    """By plan id (None: outside any plan) and the worst class of a task's parts, as the rows stand today: distinct by
    the code under which the paper counts a task. Plans come in the order of their first numbers.
    """
    place = {found: n for n, found in enumerate(worst_first)}
    code = func.coalesce(func.nullif(Task.counted_as, ""), func.nullif(Task.code, ""), _NUMBERED)
    rank = func.min(case(place, value=_class_on(day)))
    by_code = _counted(col(Task.plan_id).label("plan_id"), rank.label("rank"), func.min(Task.number).label("first"))
    tasks = by_code.where(Duty.agency_id == agency_id).group_by(col(Task.plan_id), code).subquery()
    query = (
        select(tasks.c.plan_id, tasks.c.rank, func.count(), func.min(tasks.c.first))
        .group_by(tasks.c.plan_id, tasks.c.rank)
        .order_by(func.min(tasks.c.first))
    )
    rows = session.exec(query)
    return [Counted(plan_id, None if rank is None else worst_first[rank], n) for plan_id, rank, n, _first in rows]


def duties_counted(session: Session, agency_id: int, day: date, unit_id: int) -> list[Counted]:
    """A unit's lead duties by class, as the rows stand today."""
    found = _class_on(day)
    query = _counted(found, func.count()).where(Duty.agency_id == agency_id, Duty.unit_id == unit_id).group_by(found)
    return [Counted(unit_id, of, n) for of, n in session.exec(query)]


def _counted(*columns: Any) -> Any:
    """Lead duties of followed plans."""
    return (
        select(*columns)
        .select_from(Duty)
        .join(Period, and_(col(Period.agency_id) == Duty.agency_id, col(Period.id) == Duty.period_id))
        .join(Task, and_(col(Task.agency_id) == Period.agency_id, col(Task.id) == Period.task_id))
        .outerjoin(Plan, and_(col(Plan.agency_id) == Task.agency_id, col(Plan.id) == Task.plan_id))
        .where(Duty.role == PartyRole.LEAD, or_(col(Plan.id).is_(None), col(Plan.state).in_(FOLLOWED)))
    )


def _class_on(day: date) -> ColumnElement[str]:
    """What `jobs.rules.classes.class_of` says of a duty, in the words of its classes."""
    state, ended = col(Duty.state), (DutyState.NONE_AROSE, DutyState.CARRIED_OVER, DutyState.NOT_DONE)
    return case(
        (and_(state == DutyState.ACCEPTED, col(Duty.reported_on) > col(Duty.due_on)), "late"),
        (state == DutyState.ACCEPTED, "on_time"),
        *((state == each, each.value) for each in ended),
        (state.in_(CLOSED_STATES), null()),
        (state.in_(WAITING_STATES), "waiting"),
        (col(Duty.due_on).is_(None), "undated"),
        (col(Duty.due_on) < day, "overdue"),
        else_="within",
    )


_NUMBERED = literal("#").concat(cast(Task.number, String))


def _there_on(day: date, lines: Sequence[DutyLine]) -> list[DutyLine]:
    """Without what was not yet there on a past day: given in chat since, a later plan's, the next time of a rhythm.

    A line of the plan of that year counts before it begins; of a rhythm then its first time.
    """
    there: list[DutyLine] = []
    counted: set[tuple[int, int]] = set()
    for line in lines:  # of one task and unit the earliest comes first
        of = (line.task.id, line.unit.id)
        begun = line.period.start_on is None or line.period.start_on <= day
        again = of in counted and not line.period.key.startswith(("once", "m"))
        in_plan = line.plan is not None and line.plan.year <= day.year
        if (in_plan and (begun or not again)) or (line.plan is None and begun):
            there.append(line)
            counted.add(of)
    return there


def _units_before(session: Session, agency_id: int, as_of: date) -> dict[int, Unit]:
    """By duty id, whose part it was at the end of the day, where units have changed since."""
    query = select(Event).where(
        Event.agency_id == agency_id,
        Event.kind == EventKind.UNIT_CHANGED,
        Event.day > as_of,
        col(Event.undone_by_id).is_(None),
    )
    found: dict[int, int] = {}
    for event in session.exec(query.order_by(col(Event.id))):
        for step in (event.before.get("units") or {}).get("steps", []):
            if step["table"] == "duty" and "unit_id" in step.get("was", {}):
                found.setdefault(step["id"], step["was"]["unit_id"])
    units = {unit.id: unit for unit in session.exec(select(Unit).where(col(Unit.id).in_(set(found.values()))))}
    return {duty_id: units[unit_id] for duty_id, unit_id in found.items()}


def _closed_before(closed_on: date | None, since: date | None) -> bool:
    return since is not None and closed_on is not None and closed_on < since


def _events(session: Session, agency_id: int) -> dict[int, list[Event]]:
    query = select(Event).where(Event.agency_id == agency_id, col(Event.duty_id).is_not(None))
    found: dict[int, list[Event]] = {}
    for event in session.exec(query.order_by(col(Event.at), col(Event.id))):
        found.setdefault(event.duty_id or 0, []).append(event)
    return found


def _as_of(line: DutyLine, events: Sequence[Event], as_of: date) -> tuple[DutyAsOf, date | None]:
    states = [(e.day, e.to_state) for e in events if e.to_state is not None and e.day <= as_of]
    state = states[-1][1] if states else DutyState.OPEN
    reports = [day for day, to in states if to is DutyState.REPORTED] or [day for day, _ in states]
    reported_on = reports[-1] if reports and state not in (DutyState.OPEN, DutyState.IN_PROGRESS) else None
    unchanged = not any(e.to_state is not None and e.day > as_of for e in events)
    if unchanged:
        state, reported_on = line.duty.state, line.duty.reported_on
    closed_on = states[-1][0] if states and state in CLOSED_STATES else None
    return DutyAsOf(line, state, _due_as_of(line, events, as_of), reported_on), closed_on


def _due_as_of(line: DutyLine, events: Sequence[Event], as_of: date) -> date | None:
    for later in (e for e in events if e.day > as_of):
        if "due_on" in (before := later.before.get("duty", {})):  # as it was just before that change
            return date.fromisoformat(before["due_on"]) if before["due_on"] else None
        if later.to_due_on is not None:
            break
    moves = [e for e in events if e.to_due_on is not None]
    if not any(e.day > as_of for e in moves):
        return line.duty.due_on
    known = [e.to_due_on for e in moves if e.day <= as_of]
    printed = line.period.printed_due_on if line.period.can_be_overdue else None
    return known[-1] if known else printed
