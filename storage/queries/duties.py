"""Duties with their period, task, unit and plan: the lines people read and answer."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, Date, bindparam, func
from sqlmodel import Session, and_, col, or_, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.kinds import NOT_CLOSED, OPEN_STATES, WAITING_STATES, DutyState, PartyRole, PlanState
from storage.models.duties import Duty, Evidence, Period, ProgressEntry
from storage.models.organisation import Unit
from storage.models.plans import Plan, Task


@dataclass(frozen=True)
class DutyLine:
    """One unit's part of one period of a task, with the rows around it."""

    duty: Duty
    period: Period
    task: Task
    unit: Unit
    plan: Plan | None

    @property
    def number(self) -> int:
        """What people type; a heading has none and makes no duty."""
        return self.task.number or 0


class LateLine(NamedTuple):
    """What a list of late duties says of one; there may be a thousand."""

    duty_id: int
    number: int
    unit_id: int
    due_on: date
    short_title: str
    restricted: bool


# Every message asks for lines, so these are built once: building a statement costs more than running it.
_AGENCY: BindParameter[int] = bindparam("agency")
_STATES: BindParameter[DutyState] = bindparam("states", expanding=True)
_PLANS = select(Plan).where(Plan.agency_id == _AGENCY)
_EVERY = (
    select(Duty, Period, Task, Unit)
    .join(Period, and_(col(Period.agency_id) == Duty.agency_id, col(Period.id) == Duty.period_id))
    .join(Task, and_(col(Task.agency_id) == Period.agency_id, col(Task.id) == Period.task_id))
    .join(Unit, and_(col(Unit.agency_id) == Duty.agency_id, col(Unit.id) == Duty.unit_id))
    .where(Duty.agency_id == _AGENCY)
    .order_by(col(Task.number), col(Period.printed_due_on).nulls_last(), col(Period.key), col(Unit.position))
)
_LEAD = _EVERY.where(Duty.role == PartyRole.LEAD, col(Duty.state).in_(_STATES))
_OF_RECIPIENT = _LEAD.where(Duty.recipient_id == bindparam("staff"))
_OF_UNIT = _LEAD.where(Duty.unit_id == bindparam("unit"))
_TO_DECIDE = _EVERY.where(Duty.decider_id == bindparam("staff"), col(Duty.state).in_(_STATES))
_LATE: Any = _LEAD.with_only_columns(
    col(Duty.id), col(Task.number), col(Duty.unit_id), col(Duty.due_on), col(Task.short_title), col(Task.restricted)
).where(col(Duty.due_on) < bindparam("day", type_=Date()))
_BY_NUMBER = _EVERY.where(Task.number == bindparam("number"))
_BY_IDS = _EVERY.where(col(Duty.id).in_(bindparam("ids", expanding=True)))
_OPEN_PARTS = (
    select(Duty.id, Period.task_id, Duty.unit_id)
    .join(Period, and_(col(Period.agency_id) == Duty.agency_id, col(Period.id) == Duty.period_id))
    .where(Duty.agency_id == _AGENCY, col(Period.task_id).in_(bindparam("tasks", expanding=True)))
    .where(Duty.role == PartyRole.LEAD, col(Duty.state).in_(_STATES))
    .order_by(col(Period.printed_due_on).nulls_last(), col(Period.key))
)
_IDS: BindParameter[int] = bindparam("ids", expanding=True)
_STANDING = (
    ProgressEntry.agency_id == _AGENCY,
    col(ProgressEntry.duty_id).in_(_IDS),
    col(ProgressEntry.withdrawn_at).is_(None),
)
_NEWEST = func.row_number().over(
    partition_by=col(ProgressEntry.duty_id), order_by=(col(ProgressEntry.at).desc(), col(ProgressEntry.id).desc())
)
_RANKED = select(ProgressEntry.id, _NEWEST.label("place")).where(*_STANDING).subquery()
_LAST_ENTRIES = select(ProgressEntry).where(col(ProgressEntry.id).in_(select(_RANKED.c.id).where(_RANKED.c.place == 1)))
_ANSWERED = select(ProgressEntry.duty_id, ProgressEntry.reporting_period).where(*_STANDING).distinct()
_EVIDENCE = (
    select(Evidence)
    .where(Evidence.agency_id == _AGENCY, col(Evidence.duty_id).in_(_IDS), col(Evidence.withdrawn_at).is_(None))
    .order_by(col(Evidence.id))
)


def _lines(session: Session, agency_id: int, query: Any, **values: Any) -> list[DutyLine]:
    plans = {plan.id: plan for plan in session.exec(_PLANS, params={"agency": agency_id})}
    return [
        DutyLine(duty, period, task, unit, plans.get(task.plan_id or 0))
        for duty, period, task, unit in session.exec(query, params={"agency": agency_id, **values})
    ]


def lead_lines(session: Session, agency_id: int, states: Sequence[DutyState] = NOT_CLOSED) -> list[DutyLine]:
    """All lead duties in these states, in reading order."""
    return _lines(session, agency_id, _LEAD, states=states)


def lines_of_recipient(
    session: Session, agency_id: int, staff_id: int, states: Sequence[DutyState] = NOT_CLOSED
) -> list[DutyLine]:
    """Lead duties that this person is told about."""
    return _lines(session, agency_id, _OF_RECIPIENT, staff=staff_id, states=states)


def open_parts(session: Session, agency_id: int, task_ids: Collection[int]) -> list[tuple[int, int, int]]:
    """Open lead duties of these tasks as (duty id, task id, unit id), the earliest period first."""
    asked = {"agency": agency_id, "tasks": list(task_ids), "states": OPEN_STATES}
    return [(duty, task, unit) for duty, task, unit in session.exec(_OPEN_PARTS, params=asked)]


def open_by_date(session: Session, agency_id: int, states: Sequence[PlanState]) -> dict[int | None, dict[date, int]]:
    """By plan (in one of these states; None: without a plan) how many lead duties not closed have each official date."""
    query = (
        select(col(Task.plan_id), col(Duty.due_on), func.count())
        .join(Period, and_(col(Period.agency_id) == Task.agency_id, col(Period.task_id) == Task.id))
        .join(Duty, and_(col(Duty.agency_id) == Period.agency_id, col(Duty.period_id) == Period.id))
        .outerjoin(Plan, and_(col(Plan.agency_id) == Task.agency_id, col(Plan.id) == Task.plan_id))
        .where(Duty.agency_id == agency_id, Duty.role == PartyRole.LEAD, col(Duty.state).in_(NOT_CLOSED))
        .where(col(Duty.due_on).is_not(None), or_(col(Plan.id).is_(None), col(Plan.state).in_(states)))
        .group_by(col(Task.plan_id), col(Duty.due_on))
    )
    found: dict[int | None, dict[date, int]] = defaultdict(dict)
    for plan_id, due_on, n in session.exec(query):
        if due_on is not None:
            found[plan_id][due_on] = n
    return found


def lines_of_unit(
    session: Session, agency_id: int, unit_id: int, states: Sequence[DutyState] = NOT_CLOSED
) -> list[DutyLine]:
    """Lead duties of one unit."""
    return _lines(session, agency_id, _OF_UNIT, unit=unit_id, states=states)


def parts_of_units(session: Session, agency_id: int, unit_ids: Collection[int]) -> list[DutyLine]:
    """Duties of every role of these units, not closed."""
    return _lines(session, agency_id, _EVERY.where(col(Duty.state).in_(NOT_CLOSED), col(Duty.unit_id).in_(unit_ids)))


def lines_waiting_for(session: Session, agency_id: int, decider_id: int) -> list[DutyLine]:
    """Reports this person has to decide."""
    return _lines(session, agency_id, _TO_DECIDE, staff=decider_id, states=WAITING_STATES)


def lines_of_people(session: Session, agency_id: int, staff_ids: Collection[int]) -> list[DutyLine]:
    """Duties of every role, not closed, that one of these people does, hears of or decides."""
    people = [col(column).in_(staff_ids) for column in (Duty.person_id, Duty.recipient_id, Duty.decider_id)]
    return _lines(session, agency_id, _EVERY.where(col(Duty.state).in_(NOT_CLOSED), or_(*people)))


def lines_by_number(session: Session, agency_id: int, number: int) -> list[DutyLine]:
    """Every duty of a task, all units, roles, periods and states."""
    return _lines(session, agency_id, _BY_NUMBER, number=number)


def lines_by_ids(session: Session, agency_id: int, ids: Sequence[int]) -> list[DutyLine]:
    """Lines of these duties, in the order asked for; unknown ids are left out."""
    found = {line.duty.id: line for line in _lines(session, agency_id, _BY_IDS, ids=ids)} if ids else {}
    return [found[i] for i in ids if i in found]


def duties_of_task(session: Session, agency_id: int, task_id: int) -> list[tuple[Duty, Period]]:
    """Every duty of a task, of every role and state, the earliest period first."""
    query = (
        select(Duty, Period)
        .join(Period, and_(col(Period.agency_id) == Duty.agency_id, col(Period.id) == Duty.period_id))
        .where(Duty.agency_id == agency_id, Period.task_id == task_id)
        .order_by(col(Period.printed_due_on).nulls_last(), col(Period.key), col(Duty.id))
    )
    return list(session.exec(query))


def periods_of_task(session: Session, agency_id: int, task_id: int) -> list[Period]:
    """A task's periods, the earliest first."""
    query = select(Period).where(Period.agency_id == agency_id, Period.task_id == task_id)
    return list(session.exec(query.order_by(col(Period.printed_due_on).nulls_last(), col(Period.key))))


def task_by_number(session: Session, agency_id: int, number: int) -> Task | None:
    return session.exec(select(Task).where(Task.agency_id == agency_id, Task.number == number)).first()


def all_lead_lines(session: Session, agency_id: int, unit_ids: Collection[int] | None = None) -> list[DutyLine]:
    """Lead duties in every state, of all units or of these: what figures are made from."""
    found = _EVERY.where(Duty.role == PartyRole.LEAD)
    return _lines(session, agency_id, found if unit_ids is None else found.where(col(Duty.unit_id).in_(unit_ids)))


def entries_of(session: Session, agency_id: int, duty_ids: Sequence[int]) -> list[ProgressEntry]:
    """Progress entries that stand, oldest first."""
    query: SelectOfScalar[ProgressEntry] = select(ProgressEntry).where(
        ProgressEntry.agency_id == agency_id,
        col(ProgressEntry.duty_id).in_(duty_ids),
        col(ProgressEntry.withdrawn_at).is_(None),
    )
    return list(session.exec(query.order_by(col(ProgressEntry.at), col(ProgressEntry.id))))


def last_entries(session: Session, agency_id: int, duty_ids: Sequence[int]) -> dict[int, ProgressEntry]:
    """By duty id, the newest entry that stands."""
    asked = {"agency": agency_id, "ids": duty_ids}
    return {entry.duty_id: entry for entry in session.exec(_LAST_ENTRIES, params=asked)}


def periods_answered(session: Session, agency_id: int, duty_ids: Sequence[int]) -> dict[int, set[str]]:
    """By duty id, the reporting periods that have an answer."""
    found: dict[int, set[str]] = defaultdict(set)
    for duty_id, period in session.exec(_ANSWERED, params={"agency": agency_id, "ids": duty_ids}):
        found[duty_id].add(period)
    return found


def answered_in(session: Session, agency_id: int, reporting_period: str) -> set[int]:
    """Duties that have an answer for a reporting period."""
    query = select(ProgressEntry.duty_id).where(
        ProgressEntry.agency_id == agency_id,
        ProgressEntry.reporting_period == reporting_period,
        col(ProgressEntry.withdrawn_at).is_(None),
    )
    return set(session.exec(query))


def evidence_of(session: Session, agency_id: int, duty_ids: Sequence[int]) -> list[Evidence]:
    """Evidence that stands, oldest first."""
    return list(session.exec(_EVIDENCE, params={"agency": agency_id, "ids": duty_ids}))


def late_lines(session: Session, agency_id: int, today: date) -> list[LateLine]:
    """Quá hạn: lead duties past their official date with no report waiting, in reading order."""
    rows = session.exec(_LATE, params={"agency": agency_id, "day": today, "states": OPEN_STATES})
    return [LateLine(*row) for row in rows]
