"""A plan's year end: its dates, what was said of its lines, what is still open, what goes on next year."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, update
from sqlmodel import Session, and_, col, select

from storage.kinds import GONE_STATES, NOT_CLOSED, DutyState, PartyRole, PlanState
from storage.models.duties import Duty, Period
from storage.models.plans import Plan, Task
from storage.models.year_end import SortedLine
from storage.queries.rows import changed, row_by_id


def sorted_lines(session: Session, agency_id: int, duty_ids: Sequence[int]) -> dict[int, SortedLine]:
    """What was said of these duties, by duty id."""
    query = select(SortedLine).where(SortedLine.agency_id == agency_id, col(SortedLine.duty_id).in_(duty_ids))
    return {row.duty_id: row for row in session.exec(query)}


def duties_by_date(session: Session, agency_id: int, plan_ids: Sequence[int]) -> dict[int, dict[date, int]]:
    """By plan id, how many lead duties of any state but the cancelled have each official date."""
    query = (
        select(col(Task.plan_id), col(Duty.due_on), func.count())
        .join(Period, and_(col(Period.agency_id) == Task.agency_id, col(Period.task_id) == Task.id))
        .join(Duty, and_(col(Duty.agency_id) == Period.agency_id, col(Duty.period_id) == Period.id))
        .where(
            Task.agency_id == agency_id, col(Task.plan_id).in_(plan_ids), Duty.role == PartyRole.LEAD,
            col(Duty.due_on).is_not(None), col(Duty.state).not_in(GONE_STATES),
        )
        .group_by(col(Task.plan_id), col(Duty.due_on))
    )  # fmt: skip
    found: dict[int, dict[date, int]] = {}
    for plan_id, due_on, n in session.exec(query):
        if plan_id is not None and due_on is not None:
            found.setdefault(plan_id, {})[due_on] = n
    return found


def move_plan(session: Session, plan: Plan, before: PlanState, after: PlanState) -> bool:
    """Move a plan from one state to another; false when another process did so first."""
    moved = changed(
        session,
        update(Plan)
        .where(col(Plan.agency_id) == plan.agency_id, col(Plan.id) == plan.id, col(Plan.state) == before)
        .values(state=after),
    )
    return moved > 0


def open_leads_by_plan(session: Session, agency_id: int, plan_ids: Sequence[int]) -> dict[int, int]:
    """By plan id, how many lead duties are not closed; a plan without any is left out."""
    query = (
        select(col(Task.plan_id), func.count())
        .join(Period, and_(col(Period.agency_id) == Task.agency_id, col(Period.task_id) == Task.id))
        .join(Duty, and_(col(Duty.agency_id) == Period.agency_id, col(Duty.period_id) == Period.id))
        .where(
            Task.agency_id == agency_id,
            col(Task.plan_id).in_(plan_ids),
            Duty.role == PartyRole.LEAD,
            col(Duty.state).in_(NOT_CLOSED),
        )
        .group_by(col(Task.plan_id))
    )
    return {plan_id: n for plan_id, n in session.exec(query) if plan_id is not None}


def carried_tasks(session: Session, agency_id: int) -> list[Task]:
    """Tasks of which a part was carried over and that no later task carries on yet, in reading order."""
    going_on = select(Task.carries_id).where(Task.agency_id == agency_id, col(Task.carries_id).is_not(None))
    query = (
        select(Task)
        .join(Period, and_(col(Period.agency_id) == Task.agency_id, col(Period.task_id) == Task.id))
        .join(Duty, and_(col(Duty.agency_id) == Period.agency_id, col(Duty.period_id) == Period.id))
        .where(
            Task.agency_id == agency_id,
            Duty.role == PartyRole.LEAD,
            Duty.state == DutyState.CARRIED_OVER,
            col(Task.id).not_in(going_on),
        )
        .order_by(col(Task.number))
    )
    return list({task.id: task for task in session.exec(query)}.values())


def lead_units(session: Session, agency_id: int, task_ids: Sequence[int]) -> dict[int, frozenset[int]]:
    """By task id, the units that lead it."""
    query = (
        select(Period.task_id, Duty.unit_id)
        .join(Duty, and_(col(Duty.agency_id) == Period.agency_id, col(Duty.period_id) == Period.id))
        .where(Period.agency_id == agency_id, col(Period.task_id).in_(task_ids), Duty.role == PartyRole.LEAD)
    )
    found: dict[int, set[int]] = {}
    for task_id, unit_id in session.exec(query):
        found.setdefault(task_id, set()).add(unit_id)
    return {task_id: frozenset(units) for task_id, units in found.items()}


def task_going_on(session: Session, agency_id: int, task_id: int) -> Task | None:
    """The later task that carries this one on."""
    query = select(Task).where(Task.agency_id == agency_id, Task.carries_id == task_id)
    return session.exec(query.order_by(col(Task.id))).first()


def task_by_id(session: Session, agency_id: int, task_id: int) -> Task | None:
    return row_by_id(session, Task, agency_id, task_id)
