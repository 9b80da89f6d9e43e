"""A confirmation taken back, as long as nobody has read of the plan or has done anything about it."""

from enum import StrEnum

from sqlmodel import Session

from storage.kinds import EventKind, NoticeKind, NoticeState, PlanState
from storage.models.plans import Plan
from storage.queries import notices
from storage.queries.plan_work import delete_work, events_of_plan, notices_of_plan
from storage.queries.plans import corrections_of, files_of


class TooLate(StrEnum):
    """Why a confirmation stands."""

    CORRECTED = "corrected"  # a newer version has been taken over since
    UNDER_REVIEW = "under_review"  # a newer version is a draft, which would lose the plan it corrects
    TOLD = "told"  # a message that told somebody of it may have left
    ACTED = "acted"  # somebody has changed something in it


def withdraw(session: Session, plan: Plan) -> TooLate | None:
    """Delete the work of a followed plan and make it a draft again; or why not, and nothing done."""
    if len(files_of(session, plan.agency_id, plan.id)) != 1:
        return TooLate.CORRECTED
    if corrections_of(session, plan.agency_id, plan.id):
        return TooLate.UNDER_REVIEW
    events = events_of_plan(session, plan)
    if plan.state is not PlanState.ACTIVE or not events or events[0].kind is not EventKind.PLAN_CONFIRMED:
        return TooLate.ACTED
    # Who asked for a task and read the answer has only looked.
    told = [n for n in notices_of_plan(session, plan, events[0]) if n.kind is not NoticeKind.REPLY]
    if any(notice.state is not NoticeState.WAITING for notice in told):
        return TooLate.TOLD
    notices.drop(session, [notice.id for notice in told])
    delete_work(session, plan, events[0])
    plan.state, plan.confirmed_at = PlanState.DRAFT, None
    session.add(plan)
    session.flush()
    return None
