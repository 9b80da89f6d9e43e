"""Who is away on a day, and who stands in."""

from collections.abc import Collection, Iterable
from datetime import date

from sqlalchemy import Date, bindparam, literal_column
from sqlmodel import Session, and_, col, or_, select

from storage.models.organisation import Absence, Staff


def absences_on(session: Session, agency_id: int, day: date) -> list[Absence]:
    """In force on a day, with a substitute who has not left; of several of one person the newest last."""
    return list(session.exec(_IN_FORCE, params={"agency": agency_id, "day": day}))


def stand_ins(away: Iterable[Absence]) -> dict[int, int]:
    """By staff id who stands in, his own substitute included; nobody for whom the chain goes in a circle."""
    first = {one.staff_id: one.substitute_id for one in away}
    found: dict[int, int] = {}
    for staff_id in first:
        who, seen = first[staff_id], {staff_id}
        while who in first and who not in seen:
            seen.add(who)
            who = first[who]
        if who not in seen:
            found[staff_id] = who
    return found


def absences_of(session: Session, agency_id: int, staff_ids: Collection[int], since: date) -> list[Absence]:
    """Of these people, those that are not over by `since` nor called off, the earliest first."""
    query = select(Absence).where(
        Absence.agency_id == agency_id, col(Absence.staff_id).in_(staff_ids), Absence.to_on >= since,
        Absence.from_on <= Absence.to_on,
    )  # fmt: skip
    return list(session.exec(query.order_by(col(Absence.from_on), col(Absence.id))))


def absences_to_apply(session: Session, agency_id: int, day: date) -> list[Absence]:
    """Those that have begun or ended by this day and whose duties do not show it yet."""
    begun = and_(literal_column("absence.state = 'planned'"), col(Absence.from_on) <= day)
    ended = and_(literal_column("absence.state = 'running'"), col(Absence.to_on) < day)
    query = select(Absence).where(Absence.agency_id == agency_id, or_(begun, ended))
    return list(session.exec(query.order_by(col(Absence.id)).with_for_update()))


_DAY = bindparam("day", type_=Date())
_IN_FORCE = (
    select(Absence)
    .join(Staff, and_(col(Staff.agency_id) == Absence.agency_id, col(Staff.id) == Absence.substitute_id))
    .where(Absence.agency_id == bindparam("agency"), Absence.from_on <= _DAY, Absence.to_on >= _DAY)
    .where(or_(col(Staff.left_on).is_(None), col(Staff.left_on) > _DAY))
    .order_by(col(Absence.id))
)
