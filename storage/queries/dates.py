"""Moves of dates: wishes that wait, what became of them, and explanations."""

from collections.abc import Sequence

from sqlalchemy import bindparam, literal_column
from sqlmodel import Session, and_, col, select

from storage.kinds import OPEN_STATES, EventKind
from storage.models.duties import DateChange, Duty
from storage.models.events import Event


def open_wishes(session: Session, agency_id: int, duty_ids: Sequence[int] | None = None) -> list[DateChange]:
    """Not decided, of duties still open (a report makes them pointless): of these duties, or of all; oldest first."""
    if duty_ids is None:
        return list(session.exec(_WAITING, params={"agency": agency_id}))
    return list(session.exec(_WAITING_OF, params={"agency": agency_id, "duties": duty_ids}))


def wishes_for(session: Session, agency_id: int, decider_ids: Sequence[int]) -> list[DateChange]:
    """Of `open_wishes` those that these people decide."""
    return list(session.exec(_WAITING_FOR, params={"agency": agency_id, "deciders": decider_ids}))


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


def explanations_asked(session: Session, agency_id: int, duty_ids: Sequence[int]) -> list[Event]:
    """Wishes for an explanation that nothing has answered since, oldest first."""
    answered = {event.duty_id: event.id for event in explanations_of(session, agency_id, duty_ids)}
    query = select(Event).where(
        Event.agency_id == agency_id,
        Event.kind == EventKind.EXPLANATION_ASKED,
        col(Event.duty_id).in_(duty_ids),
        col(Event.undone_by_id).is_(None),
    )
    found = session.exec(query.order_by(col(Event.id)))
    return [event for event in found if event.id > answered.get(event.duty_id, 0)]


_WAITING = (
    select(DateChange)
    .join(Duty, and_(col(Duty.agency_id) == DateChange.agency_id, col(Duty.id) == DateChange.duty_id))
    .where(DateChange.agency_id == bindparam("agency"), literal_column("date_change.outcome = 'waiting'"))
    .where(col(Duty.state).in_(OPEN_STATES))
    .order_by(col(DateChange.at), col(DateChange.id))
)
_WAITING_OF = _WAITING.where(col(DateChange.duty_id).in_(bindparam("duties", expanding=True)))
_WAITING_FOR = _WAITING.where(col(DateChange.decider_id).in_(bindparam("deciders", expanding=True)))
