"""Days off and worked weekends, as the office's table has them now."""

from collections.abc import Collection
from datetime import date

from sqlmodel import Session, col, select

from storage.kinds import DayKind
from storage.models.calendar import Holiday

_DAYS = select(col(Holiday.day), col(Holiday.kind))


def working_days(session: Session) -> tuple[frozenset[date], frozenset[date]]:
    """Days off, and weekend days worked in exchange."""
    rows = session.exec(_DAYS).all()
    off = frozenset(day for day, kind in rows if kind is DayKind.OFF)
    return off, frozenset(day for day, kind in rows if kind is DayKind.WORKING)


def holidays_of(session: Session, days: Collection[date]) -> dict[date, Holiday]:
    """The rows of these days, where there are any."""
    return {row.day: row for row in session.exec(select(Holiday).where(col(Holiday.day).in_(days)))}


def holidays_between(session: Session, first: date, last: date) -> list[Holiday]:
    """Both days included, in order."""
    query = select(Holiday).where(Holiday.day >= first, Holiday.day <= last)
    return list(session.exec(query.order_by(col(Holiday.day))))
