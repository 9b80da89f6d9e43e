"""Absences that begin or end are brought to the duties they touch; the morning does the same before it looks."""

from datetime import datetime

from sqlmodel import Session

from jobs.absences import apply_absences
from jobs.clock import office_day
from jobs.ticks.agencies import in_each_agency
from storage.models.organisation import Agency


def absences(session: Session, now: datetime) -> int:
    """How many duties changed, in every agency."""

    def of_agency(agency: Agency) -> int:
        return apply_absences(session, agency.id, office_day(now, agency.time_zone))

    return in_each_agency(session, of_agency)
