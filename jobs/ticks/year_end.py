"""The year's end: plans begin to close on their day, and are closed when nothing of them is open."""

from datetime import datetime

from sqlmodel import Session

from jobs.calendar import working_calendar
from jobs.clock import office_day
from jobs.plans.year_end import begin_closing, settle_plans
from jobs.ticks.agencies import in_each_agency
from storage.models.organisation import Agency


def year_end(session: Session, now: datetime) -> int:
    """How many plans moved. A second run moves none."""
    calendar = working_calendar(session)

    def of_agency(agency: Agency) -> int:
        today = office_day(now, agency.time_zone)
        moved = begin_closing(session, agency.id, today, now, calendar)
        return moved + len(settle_plans(session, agency.id, today, now))

    return in_each_agency(session, of_agency)
