"""The budget of one bot as of a day, from its counter and its latest mornings."""

from datetime import date, timedelta

from sqlmodel import Session

from jobs.rules.budget import Budget, mornings_left
from jobs.rules.working_days import WorkingCalendar
from storage.models.channels import Connection
from storage.queries.budget import planned_by_day

LOOKS_BACK = timedelta(days=30)  # a busy morning of the last month counts, so that this month's is kept free


def used_in_month(connection: Connection, today: date) -> int:
    return connection.month_count if connection.month == f"{today:%Y-%m}" else 0


def budget_of(session: Session, connection: Connection, today: date, calendar: WorkingCalendar) -> Budget | None:
    """None for a bot whose platform sets no limit."""
    if connection.month_limit is None:
        return None
    mornings = planned_by_day(session, connection.id, today - LOOKS_BACK)
    average = -(-sum(mornings) // len(mornings)) if mornings else 0
    return Budget(connection.month_limit, used_in_month(connection, today), average, mornings_left(today, calendar))
