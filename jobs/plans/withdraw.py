"""A confirmation taken back, as long as nobody has read of the plan or has done anything about it."""

from sqlalchemy import delete
from sqlmodel import Session, col, or_, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.kinds import EventKind, NoticeState, PlanState
from storage.models.duties import Duty, Period
from storage.models.events import Event, Telling
from storage.models.messages import Notice
from storage.models.news import NewsQuota
from storage.models.plans import Indicator, Party, Plan, PlanContact, Task
from storage.notice_keys import told_key
from storage.queries import notices
from storage.queries import plans as plan_queries


def withdraw(session: Session, plan: Plan) -> bool:
    """Delete the work of a confirmed plan and make it a draft again; false, and nothing done, when it is too late.

    Too late: a message about it may have left, somebody has acted on a duty of it, or a newer version came in.
    """
    if plan.state is not PlanState.ACTIVE or len(plan_queries.files_of(session, plan.agency_id, plan.id)) != 1:
        return False
    events = _events(session, plan)
    if not events or events[0].kind is not EventKind.PLAN_CONFIRMED:
        return False
    told = _notices(session, plan, events[0])
    if any(notice.state is not NoticeState.WAITING for notice in told):
        return False
    notices.drop(session, [notice.id for notice in told])
    agency_id = plan.agency_id
    session.execute(delete(Telling).where(col(Telling.agency_id) == agency_id, col(Telling.event_id) == events[0].id))
    _delete_work(session, plan)
    plan.state, plan.confirmed_at = PlanState.DRAFT, None
    session.add(plan)
    session.flush()
    return True


def _tasks(plan: Plan) -> SelectOfScalar[int]:
    return select(Task.id).where(Task.agency_id == plan.agency_id, Task.plan_id == plan.id)


def _periods(plan: Plan) -> SelectOfScalar[int]:
    return select(Period.id).where(Period.agency_id == plan.agency_id, col(Period.task_id).in_(_tasks(plan)))


def _duties(plan: Plan) -> SelectOfScalar[int]:
    return select(Duty.id).where(Duty.agency_id == plan.agency_id, col(Duty.period_id).in_(_periods(plan)))


def _events(session: Session, plan: Plan) -> list[Event]:
    """What happened to the plan or to a duty of it, the newest first."""
    query = select(Event).where(
        Event.agency_id == plan.agency_id, or_(Event.plan_id == plan.id, col(Event.duty_id).in_(_duties(plan)))
    )
    return list(session.exec(query.order_by(col(Event.id).desc())))


def _notices(session: Session, plan: Plan, confirmed: Event) -> list[Notice]:
    """What tells of the confirmation, and what names a duty of the plan, whatever became of it; locked."""
    duty_ids = set(session.exec(_duties(plan)))
    query = select(Notice).where(Notice.agency_id == plan.agency_id, Notice.created_at >= confirmed.at)
    told = told_key(confirmed.id, 0).removesuffix("0")
    found = session.exec(query.with_for_update())
    return [notice for notice in found if notice.key.startswith(told) or duty_ids & set(notice.about)]


def _delete_work(session: Session, plan: Plan) -> None:
    """Children first: no foreign key cascades."""
    agency_id, tasks, periods = plan.agency_id, _tasks(plan), _periods(plan)
    session.execute(delete(Duty).where(col(Duty.agency_id) == agency_id, col(Duty.period_id).in_(periods)))
    session.execute(delete(Period).where(col(Period.agency_id) == agency_id, col(Period.task_id).in_(tasks)))
    session.execute(delete(Party).where(col(Party.agency_id) == agency_id, col(Party.task_id).in_(tasks)))
    session.execute(delete(NewsQuota).where(col(NewsQuota.agency_id) == agency_id, col(NewsQuota.task_id).in_(tasks)))
    session.execute(delete(Indicator).where(col(Indicator.agency_id) == agency_id, col(Indicator.plan_id) == plan.id))
    session.execute(
        delete(PlanContact).where(col(PlanContact.agency_id) == agency_id, col(PlanContact.plan_id) == plan.id)
    )
    # The innermost lines first, as a line refers to the one it stands under.
    for task in reversed(list(session.exec(select(Task).where(col(Task.id).in_(tasks)).order_by(col(Task.position))))):
        session.delete(task)
        session.flush()
