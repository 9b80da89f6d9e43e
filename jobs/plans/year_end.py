"""A plan through its last weeks: active, closing from its day on, closed when no part of it is open any more."""

from datetime import date, datetime

from sqlmodel import Session

from jobs.rules.closing import closes_now, year_end_of
from jobs.rules.working_days import WorkingCalendar
from storage.kinds import EventKind, PlanState
from storage.models.events import Event
from storage.models.plans import Plan
from storage.queries.plans import plans_in
from storage.queries.year_end import duties_by_date, move_plan, open_leads_by_plan


def begin_closing(session: Session, agency_id: int, today: date, now: datetime, calendar: WorkingCalendar) -> int:
    """Active plans whose closing has begun are closing; how many. A second run finds none."""
    plans = plans_in(session, agency_id, (PlanState.ACTIVE,))
    dates = duties_by_date(session, agency_id, [plan.id for plan in plans]) if plans else {}
    begun = 0
    for plan in plans:
        last_on = year_end_of(dates.get(plan.id, {}), plan.year, plan.issued_on)
        if last_on is None or not closes_now(last_on, today, calendar):
            continue
        if move_plan(session, plan, PlanState.ACTIVE, PlanState.CLOSING):
            plan.closing_from, plan.closes_on = today, last_on
            session.add(plan)
            _record(session, plan, EventKind.PLAN_CLOSING, today, now)
            begun += 1
    return begun


def settle_plans(session: Session, agency_id: int, today: date, now: datetime) -> list[Plan]:
    """Close closing plans of which nothing is open, and open again those of which something is; the closed ones."""
    plans = [p for p in plans_in(session, agency_id, (PlanState.CLOSING, PlanState.CLOSED)) if p.closes_on]
    still_open = open_leads_by_plan(session, agency_id, [plan.id for plan in plans]) if plans else {}
    closed = []
    for plan in plans:
        ends = plan.state is PlanState.CLOSING and plan.id not in still_open
        if ends and move_plan(session, plan, PlanState.CLOSING, PlanState.CLOSED):
            _record(session, plan, EventKind.PLAN_CLOSED, today, now)
            closed.append(plan)
            continue
        reopens = plan.state is PlanState.CLOSED and plan.id in still_open
        if reopens and move_plan(session, plan, PlanState.CLOSED, PlanState.CLOSING):
            _record(session, plan, EventKind.PLAN_REOPENED, today, now)
    return closed


def _record(session: Session, plan: Plan, kind: EventKind, today: date, now: datetime) -> None:
    """In the name of the plan's keeper: nobody typed it."""
    session.add(
        Event(
            agency_id=plan.agency_id, kind=kind, at=now, day=today, by_id=plan.keeper_id, for_id=plan.keeper_id,
            plan_id=plan.id,
        )
    )  # fmt: skip
    session.flush()
