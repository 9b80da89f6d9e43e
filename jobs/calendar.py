"""The working calendar from the holiday table."""

from sqlmodel import Session

from jobs.rules.working_days import WorkingCalendar
from storage.queries.calendar import working_days


def working_calendar(session: Session) -> WorkingCalendar:
    """The calendar as the table has it now; only the table is read at run time."""
    return WorkingCalendar(*working_days(session))
