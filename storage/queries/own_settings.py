"""Who has chosen otherwise than his office about his mornings."""

from datetime import date, time

from sqlalchemy import bindparam, literal_column, sql
from sqlmodel import Session, col, or_, select

from storage.models.organisation import Staff
from storage.models.tables import METADATA


def own_hours(session: Session, agency_id: int) -> list[time]:
    """The hours somebody has chosen, each once, the earliest first."""
    return list(session.execute(_HOURS, {"agency": agency_id}).scalars())


def choosy(session: Session, agency_id: int, day: date) -> frozenset[int]:
    """Staff ids who hear of some things only, on this day or on some weekdays."""
    query = select(Staff.id).where(
        Staff.agency_id == agency_id, or_(col(Staff.only_late_until) >= day, col(Staff.digest_weekday).is_not(None))
    )
    return frozenset(session.exec(query))


_STAFF = METADATA.tables["staff"]
_HOURS = (
    sql.select(_STAFF.c.digest_at)
    .where(_STAFF.c.agency_id == bindparam("agency"), literal_column("staff.digest_at IS NOT NULL"))
    .distinct()
    .order_by(_STAFF.c.digest_at)
)
