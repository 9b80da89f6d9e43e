"""The work that a confirmation made of a plan: what happened to it, what was told of it, and how it is deleted."""

from sqlalchemy import delete
from sqlmodel import Session, col, or_, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.models.duties import Duty, Period
from storage.models.events import Event, Telling
from storage.models.messages import Notice
from storage.models.news import NewsQuota
from storage.models.plans import Indicator, IndicatorReading, Party, Plan, PlanContact, Task
from storage.notice_keys import told_key


def _tasks(plan: Plan) -> SelectOfScalar[int]:
    return select(Task.id).where(Task.agency_id == plan.agency_id, Task.plan_id == plan.id)


def _periods(plan: Plan) -> SelectOfScalar[int]:
    return select(Period.id).where(Period.agency_id == plan.agency_id, col(Period.task_id).in_(_tasks(plan)))


def _duties(plan: Plan) -> SelectOfScalar[int]:
    return select(Duty.id).where(Duty.agency_id == plan.agency_id, col(Duty.period_id).in_(_periods(plan)))


def events_of_plan(session: Session, plan: Plan) -> list[Event]:
    """What happened to the plan or to a duty of it, the newest first."""
    query = select(Event).where(
        Event.agency_id == plan.agency_id, or_(Event.plan_id == plan.id, col(Event.duty_id).in_(_duties(plan)))
    )
    return list(session.exec(query.order_by(col(Event.id).desc())))


def notices_of_plan(session: Session, plan: Plan, confirmed: Event) -> list[Notice]:
    """What tells of the confirmation, and what names a duty of the plan, whatever became of it; locked."""
    duty_ids = set(session.exec(_duties(plan)))
    query = select(Notice).where(Notice.agency_id == plan.agency_id, Notice.created_at >= confirmed.at)
    told = told_key(confirmed.id, 0).removesuffix("0")
    found = session.exec(query.with_for_update())
    return [notice for notice in found if notice.key.startswith(told) or duty_ids & set(notice.about)]


def delete_work(session: Session, plan: Plan, confirmed: Event) -> None:
    """Children first: no foreign key cascades."""
    agency_id, tasks, periods = plan.agency_id, _tasks(plan), _periods(plan)
    session.execute(delete(Telling).where(col(Telling.agency_id) == agency_id, col(Telling.event_id) == confirmed.id))
    session.execute(delete(Duty).where(col(Duty.agency_id) == agency_id, col(Duty.period_id).in_(periods)))
    session.execute(delete(Period).where(col(Period.agency_id) == agency_id, col(Period.task_id).in_(tasks)))
    session.execute(delete(Party).where(col(Party.agency_id) == agency_id, col(Party.task_id).in_(tasks)))
    session.execute(delete(NewsQuota).where(col(NewsQuota.agency_id) == agency_id, col(NewsQuota.task_id).in_(tasks)))
    of_plan = select(Indicator.id).where(Indicator.agency_id == agency_id, Indicator.plan_id == plan.id)
    session.execute(
        delete(IndicatorReading).where(
            col(IndicatorReading.agency_id) == agency_id, col(IndicatorReading.indicator_id).in_(of_plan)
        )
    )
    session.execute(delete(Indicator).where(col(Indicator.agency_id) == agency_id, col(Indicator.plan_id) == plan.id))
    session.execute(
        delete(PlanContact).where(col(PlanContact.agency_id) == agency_id, col(PlanContact.plan_id) == plan.id)
    )
    # The innermost lines first, as a line refers to the one it stands under.
    for task in reversed(list(session.exec(select(Task).where(col(Task.id).in_(tasks)).order_by(col(Task.position))))):
        session.delete(task)
        session.flush()
