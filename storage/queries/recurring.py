"""Recurring tasks: their latest period and the parts it was made of; making the next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from storage.kinds import FOLLOWED, GONE_STATES
from storage.models.duties import Duty, Period
from storage.models.plans import Plan, Task
from storage.queries.rows import insert_new


@dataclass(frozen=True)
class RecurringTask:
    task: Task
    plan: Plan | None
    latest: Period


def recurring_tasks(session: Session, agency_id: int) -> list[RecurringTask]:
    """Tasks of followed plans whose deadline is a rhythm, each with its latest dated period."""
    plans = {p.id: p for p in session.exec(select(Plan).where(Plan.agency_id == agency_id))}
    tasks = select(Task).where(Task.agency_id == agency_id, col(Task.is_heading).is_(False)).order_by(col(Task.id))
    rhythmic = {
        task.id: task
        for task in session.exec(tasks)
        if (task.deadline or {}).get("recurrence") and (task.plan_id is None or plans[task.plan_id].state in FOLLOWED)
    }
    periods = select(Period).where(Period.agency_id == agency_id, col(Period.printed_due_on).is_not(None))
    latest: dict[int, Period] = {}
    for period in session.exec(periods.order_by(col(Period.printed_due_on), col(Period.id))):
        if period.task_id in rhythmic:
            latest[period.task_id] = period
    return [
        RecurringTask(rhythmic[task_id], plans.get(rhythmic[task_id].plan_id or 0), period)
        for task_id, period in latest.items()
    ]


def duties_of_period(session: Session, agency_id: int, period_id: int) -> list[Duty]:
    """The parts a period was made of, without those that left it."""
    query = select(Duty).where(
        Duty.agency_id == agency_id, Duty.period_id == period_id, col(Duty.state).not_in(GONE_STATES)
    )
    return list(session.exec(query.order_by(col(Duty.id))))


def open_period(session: Session, period: Period, duties: Sequence[Duty]) -> bool:
    """Store an occurrence with its duties; false when it was there already."""
    period_id = insert_new(session, period, ("agency_id", "task_id", "key"))
    if period_id is None:
        return False
    for duty in duties:
        duty.period_id = period_id
        session.add(duty)
    session.flush()
    return True


def next_due_known(latest: Period, today: date) -> bool:
    """True while the latest occurrence is still to come, so that nothing has to be opened."""
    return latest.printed_due_on is not None and latest.printed_due_on >= today
