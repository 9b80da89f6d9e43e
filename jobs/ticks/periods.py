"""Occurrences of recurring tasks: the next one is opened when the last one's date has passed."""

from datetime import date, datetime, timedelta

from sqlmodel import Session

from jobs.audience import Audience, audience
from jobs.calendar import working_calendar
from jobs.clock import office_day
from jobs.rules.deadlines.model import Deadline
from jobs.rules.deadlines.occurrences import Occurrence, next_occurrence
from jobs.rules.working_days import WorkingCalendar
from jobs.ticks.agencies import in_each_agency
from jobs.units.again import same_parts
from storage.models.duties import Period
from storage.models.organisation import Agency
from storage.queries.recurring import RecurringTask, duties_of_period, next_due_known, open_period, recurring_tasks


def periods(session: Session, now: datetime) -> int:
    """Open the occurrences that have begun in every agency; how many. A second run opens nothing."""
    calendar = working_calendar(session)
    return in_each_agency(session, lambda agency: _of_agency(session, agency, now, calendar))


def _of_agency(session: Session, agency: Agency, now: datetime, calendar: WorkingCalendar) -> int:
    today = office_day(now, agency.time_zone)
    waiting = [found for found in recurring_tasks(session, agency.id) if not next_due_known(found.latest, today)]
    if not waiting:
        return 0
    held = audience(session, agency.id, today)
    return sum(_open_until(session, found, today, calendar, held) for found in waiting)


def _open_until(session: Session, found: RecurringTask, today: date, calendar: WorkingCalendar, held: Audience) -> int:
    """Every occurrence since the latest, so that none is lost while the machine was off."""
    deadline = Deadline.from_json(found.task.deadline or {})
    recurrence = deadline.recurrence
    last_due = found.latest.printed_due_on
    opened = 0
    last_key = found.latest.key
    while recurrence is not None and last_due is not None and last_due < today:
        coming = next_occurrence(recurrence, last_due + timedelta(days=1), calendar)
        # Occurrences of a year closed with its plan are the next plan's.
        past_year = found.plan is not None and coming.start.year > found.plan.year
        past_end = deadline.until is not None and coming.due > deadline.until
        if coming.key == last_key or past_year or past_end:
            break
        opened += _open(session, found, coming, held)
        last_due, last_key = coming.due, coming.key
    return opened


def _open(session: Session, found: RecurringTask, coming: Occurrence, held: Audience) -> bool:
    task = found.task
    period = Period(
        agency_id=task.agency_id, task_id=task.id, key=coming.key, start_on=coming.start, printed_due_on=coming.due,
        can_be_overdue=True,
    )  # fmt: skip
    before = duties_of_period(session, task.agency_id, found.latest.id)
    return open_period(session, period, same_parts(before, held, found.plan, 0, coming.due))
