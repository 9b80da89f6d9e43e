"""Days off and worked weekends, as the office's table has them now."""

from datetime import date

from sqlmodel import Session, select

from storage.kinds import DayKind
from storage.models.calendar import Holiday


def working_days(session: Session) -> tuple[frozenset[date], frozenset[date]]:
    """Days off, and weekend days worked in exchange."""
    rows = session.exec(select(Holiday)).all()
    off = frozenset(row.day for row in rows if row.kind is DayKind.OFF)
    return off, frozenset(row.day for row in rows if row.kind is DayKind.WORKING)
