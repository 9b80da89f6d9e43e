"""From what was read of a task to the periods it has (design: When)."""

from dataclasses import dataclass
from datetime import date

from jobs.rules.deadlines.model import Deadline, DeadlineKind
from jobs.rules.deadlines.occurrences import next_occurrence
from jobs.rules.working_days import WorkingCalendar

DATED = (DeadlineKind.DATE, DeadlineKind.PERIOD)


@dataclass(frozen=True)
class PeriodSpec:
    """A period to be made: its key, its days, and whether it can be overdue."""

    key: str
    start: date | None = None
    due: date | None = None
    target: str = ""
    can_be_overdue: bool = False


def periods_of(deadline: Deadline | None, on: date, calendar: WorkingCalendar) -> list[PeriodSpec]:
    """The periods of a task at confirmation; every task has at least one.

    Undated, ongoing and external lines get one period that can never be overdue; milestones get one each, with
    `once` beside them when the column's own date is none of theirs.
    """
    if deadline is None:
        return [PeriodSpec("once")]
    milestones = [
        PeriodSpec(f"m{i}", deadline.start, m.due, m.target or "", True) for i, m in enumerate(deadline.milestones, 1)
    ]
    if deadline.kind is DeadlineKind.RECURRING and deadline.recurrence is not None:
        found = next_occurrence(deadline.recurrence, max(on, deadline.start or on), calendar)
        return [PeriodSpec(found.key, found.start, found.due, "", True)]
    dated = deadline.kind in DATED and deadline.due is not None
    if milestones and (not dated or deadline.due in {m.due for m in milestones}):
        return milestones
    return [PeriodSpec("once", deadline.start, deadline.due, "", dated), *milestones]
