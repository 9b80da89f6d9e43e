"""Lead duties with just what a morning says of them: an agency may have 20,000, and reading them whole costs
four times as much.
"""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, bindparam, func, literal_column, union
from sqlmodel import Session, and_, col, false, select

from storage.kinds import NOT_CLOSED, DutyState, PartyRole, ProductKind
from storage.models.duties import DateChange, Duty, Period
from storage.models.organisation import Unit
from storage.models.plans import Task


class ItemLine(NamedTuple):
    duty_id: int
    number: int
    task_id: int
    unit_id: int
    plan_id: int | None
    state: DutyState
    recipient_id: int
    person_id: int | None
    decider_id: int | None
    start_on: date | None
    due_on: date | None
    target_on: date | None
    reported_on: date | None
    returned_on: date | None
    waits_for_product: bool
    code: str
    title: str
    product: str
    product_kind: ProductKind
    restricted: bool
    ongoing: bool


_AGENCY: BindParameter[int] = bindparam("agency")
_STATES: BindParameter[DutyState] = bindparam("states", expanding=True)
_PEOPLE: BindParameter[int] = bindparam("people", expanding=True)
_COLUMNS: tuple[Any, ...] = (
    col(Duty.id), func.coalesce(Task.number, 0), col(Task.id), col(Duty.unit_id), col(Task.plan_id), col(Duty.state),
    col(Duty.recipient_id), col(Duty.person_id), col(Duty.decider_id), col(Period.start_on), col(Duty.due_on),
    col(Duty.target_on), col(Duty.reported_on), col(Duty.returned_on), col(Duty.waits_for_product), col(Task.code),
    col(Task.short_title), col(Task.product), col(Task.product_kind), col(Task.restricted),
    func.coalesce(col(Task.deadline)["kind"].as_string() == "ongoing", false()),
)  # fmt: skip
# Every morning and most answers ask, so these are built once: building a statement costs more than running it.
_EVERY: Any = (
    select(*_COLUMNS)
    .select_from(Duty)
    .join(Period, and_(col(Period.agency_id) == Duty.agency_id, col(Period.id) == Duty.period_id))
    .join(Task, and_(col(Task.agency_id) == Period.agency_id, col(Task.id) == Period.task_id))
    .join(Unit, and_(col(Unit.agency_id) == Duty.agency_id, col(Unit.id) == Duty.unit_id))
    .where(Duty.agency_id == _AGENCY, Duty.role == PartyRole.LEAD)
    .order_by(col(Task.number), col(Period.printed_due_on).nulls_last(), col(Period.key), col(Unit.position))
)
_OF_DUTIES = _EVERY.where(col(Duty.id).in_(bindparam("duties", expanding=True)))
_ALL = _EVERY.where(col(Duty.state).in_(_STATES))
_OF_SOME = _ALL.where(
    col(Duty.id).in_(
        union(
            select(Duty.id).where(Duty.agency_id == _AGENCY, col(Duty.recipient_id).in_(_PEOPLE)),
            select(Duty.id).where(Duty.agency_id == _AGENCY, col(Duty.decider_id).in_(_PEOPLE)),
            select(Duty.id).where(Duty.agency_id == _AGENCY, col(Duty.unit_id).in_(bindparam("units", expanding=True))),
            select(DateChange.duty_id).where(
                DateChange.agency_id == _AGENCY,
                col(DateChange.decider_id).in_(_PEOPLE),
                literal_column("date_change.outcome = 'waiting'"),
            ),
        )
    )
)


def open_lines(session: Session, agency_id: int) -> Sequence[ItemLine]:
    """All of an agency, in reading order."""
    return _read(session, _ALL, agency=agency_id, states=NOT_CLOSED)


def open_lines_of(
    session: Session, agency_id: int, staff_ids: Collection[int], unit_ids: Collection[int]
) -> Sequence[ItemLine]:
    """Those of which one of these people is told or about which he decides, and those of these units."""
    return _read(session, _OF_SOME, agency=agency_id, people=list(staff_ids), units=list(unit_ids), states=NOT_CLOSED)


def lines_of_duties(session: Session, agency_id: int, duty_ids: Collection[int]) -> Sequence[ItemLine]:
    """Of these duties, whatever has become of them."""
    return _read(session, _OF_DUTIES, agency=agency_id, duties=list(duty_ids))


def _read(session: Session, query: Any, **values: Any) -> list[ItemLine]:
    return [ItemLine(*row) for row in session.exec(query, params=values)]
