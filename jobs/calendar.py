"""The working calendar from the holiday table, and changes to it.

Nothing that is not yet sent holds on to a day: steps are worked out anew each morning, and a digest that waits reads the
calendar again before it leaves.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session

from jobs.rules.working_days import WorkingCalendar
from storage.kinds import DayKind
from storage.models.calendar import Holiday
from storage.queries.calendar import holidays_of, working_days


@dataclass(frozen=True)
class DayWanted:
    day: date
    working: bool
    note: str = ""


def working_calendar(session: Session) -> WorkingCalendar:
    """The calendar as the table has it now; only the table is read at run time."""
    return WorkingCalendar(*working_days(session))


def set_days(session: Session, wanted: Sequence[DayWanted]) -> dict[str, Any]:
    """Make days off or worked; by ISO day what stood there before, only of those that changed.

    A day taken back keeps a row: an upgrade adds official days that the table lacks.
    """
    calendar = working_calendar(session)
    changed = [one for one in wanted if calendar.is_working(one.day) is not one.working]
    known = holidays_of(session, {one.day for one in changed})
    before: dict[str, Any] = {}
    for one in changed:
        row = known.get(one.day)
        before[one.day.isoformat()] = {"kind": row.kind.value, "note": row.note} if row else None
        row = row or Holiday(day=one.day, kind=DayKind.OFF)
        row.kind, row.note = (DayKind.WORKING if one.working else DayKind.OFF), one.note
        session.add(row)
        known[one.day] = row
    session.flush()
    return before


def put_back(session: Session, before: dict[str, Any]) -> None:
    """The reverse of `set_days`."""
    known = holidays_of(session, {date.fromisoformat(day) for day in before})
    for day, kept in before.items():
        row = known.get(date.fromisoformat(day))
        if row is None:
            continue
        if kept is None:
            session.delete(row)
        else:
            row.kind, row.note = DayKind(kept["kind"]), kept["note"]
            session.add(row)
    session.flush()
