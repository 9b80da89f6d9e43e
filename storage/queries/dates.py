"""Moves of dates: wishes that wait, what became of them, and explanations."""

from collections.abc import Collection, Sequence

from sqlalchemy import literal_column
from sqlmodel import Session, and_, col, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.kinds import OPEN_STATES, EventKind
from storage.models.duties import DateChange, Duty
from storage.models.events import Event


def _waiting(agency_id: int) -> SelectOfScalar[DateChange]:
    """Wishes not decided, of duties that are still open: a report makes them pointless."""
    return (
        select(DateChange)
        .join(Duty, and_(col(Duty.agency_id) == DateChange.agency_id, col(Duty.id) == DateChange.duty_id))
        .where(DateChange.agency_id == agency_id, literal_column("date_change.outcome = 'waiting'"))
        .where(col(Duty.state).in_(OPEN_STATES))
        .order_by(col(DateChange.at), col(DateChange.id))
    )


def open_wishes(
    session: Session, agency_id: int, duty_ids: Sequence[int] | None = None, decider_ids: Collection[int] | None = None
) -> list[DateChange]:
    """Of these duties or for these people to decide, or all; oldest first."""
    query = _waiting(agency_id)
    query = query if decider_ids is None else query.where(col(DateChange.decider_id).in_(decider_ids))
    return list(session.exec(query if duty_ids is None else query.where(col(DateChange.duty_id).in_(duty_ids))))


def moves_of(session: Session, agency_id: int, duty_id: int) -> list[DateChange]:
    """Everything that moved, or was to move, a duty's dates; oldest first."""
    query = select(DateChange).where(DateChange.agency_id == agency_id, DateChange.duty_id == duty_id)
    return list(session.exec(query.order_by(col(DateChange.id))))


def moves_by_id(session: Session, agency_id: int, ids: Sequence[int]) -> list[DateChange]:
    query = select(DateChange).where(DateChange.agency_id == agency_id, col(DateChange.id).in_(ids))
    return list(session.exec(query))


def explanations_of(session: Session, agency_id: int, duty_ids: Sequence[int]) -> list[Event]:
    """Explanations that stand, oldest first."""
    query = select(Event).where(
        Event.agency_id == agency_id,
        Event.kind == EventKind.EXPLAINED,
        col(Event.duty_id).in_(duty_ids),
        col(Event.undone_by_id).is_(None),
    )
    return list(session.exec(query.order_by(col(Event.id))))
