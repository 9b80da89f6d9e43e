"""Absences that begin or end are brought to the duties they touch; the morning does the same before it looks."""

from datetime import datetime

from sqlmodel import Session

from jobs.absences import apply_absences
from jobs.clock import office_day
from storage.queries.agencies import all_agencies


def absences(session: Session, now: datetime) -> int:
    """How many duties changed, in every agency."""
    return sum(
        apply_absences(session, agency.id, office_day(now, agency.time_zone)) for agency in all_agencies(session)
    )
