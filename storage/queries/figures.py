"""Figures of duties: counted by the database as they stand today, and what is needed to say how they stood before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, String, case, cast, func, literal, null
from sqlmodel import Session, and_, col, or_, select

from storage.kinds import (
    BEGUN_PLANS,
    CLOSED_STATES,
    FOLLOWED,
    WAITING_STATES,
    DutyState,
    EventKind,
    PartyIs,
    PartyRole,
)
from storage.models.duties import Duty, Period
from storage.models.events import Event
from storage.models.organisation import Unit
from storage.models.plans import Party, Plan, Task


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


def numbers_nobody_leads(session: Session, agency_id: int) -> dict[int, list[int]]:
    """By id of a plan that is followed, the numbers of its lines that name no lead and have none: they make no duty."""
    lead = select(col(Party.id)).where(
        Party.agency_id == Task.agency_id, Party.task_id == Task.id, Party.role == PartyRole.LEAD,
        col(Party.resolves_to).in_((PartyIs.UNIT, PartyIs.GROUP, PartyIs.PERSON)),
    )  # fmt: skip
    duty = select(col(Period.id)).where(
        Period.agency_id == Task.agency_id, Period.task_id == Task.id,
        Duty.agency_id == Period.agency_id, Duty.period_id == Period.id, Duty.role == PartyRole.LEAD,
    )  # fmt: skip
    query = (
        select(Task.plan_id, Task.number)
        .join(Plan, and_(col(Plan.agency_id) == Task.agency_id, col(Plan.id) == Task.plan_id))
        .where(
            Task.agency_id == agency_id, col(Task.number).is_not(None), col(Task.dropped_on).is_(None),
            col(Plan.state).in_(FOLLOWED), ~lead.exists(), ~duty.exists(),
        )
        .order_by(col(Task.number))
    )  # fmt: skip
    found: dict[int, list[int]] = {}
    for plan_id, number in session.exec(query):
        found.setdefault(plan_id or 0, []).append(number or 0)
    return found


def _counted(*columns: Any) -> Any:
    """Lead duties of followed plans."""
    return (
        select(*columns)
        .select_from(Duty)
        .join(Period, and_(col(Period.agency_id) == Duty.agency_id, col(Period.id) == Duty.period_id))
        .join(Task, and_(col(Task.agency_id) == Period.agency_id, col(Task.id) == Period.task_id))
        .outerjoin(Plan, and_(col(Plan.agency_id) == Task.agency_id, col(Plan.id) == Task.plan_id))
        .where(Duty.role == PartyRole.LEAD, or_(col(Plan.id).is_(None), col(Plan.state).in_(BEGUN_PLANS)))
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


def units_before(session: Session, agency_id: int, as_of: date) -> dict[int, Unit]:
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


def events_by_duty(session: Session, agency_id: int) -> dict[int, list[Event]]:
    """The ledger of each duty, the oldest first."""
    query = select(Event).where(Event.agency_id == agency_id, col(Event.duty_id).is_not(None))
    found: dict[int, list[Event]] = {}
    for event in session.exec(query.order_by(col(Event.at), col(Event.id))):
        found.setdefault(event.duty_id or 0, []).append(event)
    return found
