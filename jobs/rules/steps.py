"""On which days a date is spoken of: 7, 3, 1, 0 working days before; 1, 2, 3 after, then Tuesdays and Fridays."""

from dataclasses import dataclass
from datetime import date, timedelta

from jobs.rules.ladder_policy import Policy
from jobs.rules.working_days import WorkingCalendar

PAUSE_AFTER_RETURN = 2


@dataclass(frozen=True)
class Step:
    """`offset`: working days after the date, negative before it."""

    day: date
    offset: int


def last_step(due: date, today: date, calendar: WorkingCalendar, policy: Policy) -> Step | None:
    """The latest step on or before today; None while the first is still to come.

    A date on a day off stays where it is; its steps before count from the last working day (domain, section 4).
    """
    if today > due:
        after = _last_after(due, today, calendar, policy)
        if after is not None:
            return after
    worked = calendar.on_or_before(due)
    steps = (Step(calendar.add(worked, -n), -n) for n in sorted(policy.before))
    return next((step for step in steps if step.day <= today), None)


def _last_after(due: date, today: date, calendar: WorkingCalendar, policy: Policy) -> Step | None:
    day = calendar.on_or_before(today)
    while day > due:
        offset = calendar.working_days_between(due, day)
        if offset in policy.after or (offset > max(policy.after, default=0) and _stands_for_one(day, calendar, policy)):
            return Step(day, offset)
        day = calendar.before(day)
    return None


def _stands_for_one(day: date, calendar: WorkingCalendar, policy: Policy) -> bool:
    """True on one of the policy's weekdays, and on the working day after one that was off."""
    before = calendar.before(day)
    return any(
        (before + timedelta(days=n)).weekday() in policy.weekdays_after for n in range(1, (day - before).days + 1)
    )


def step_on(
    due: date, today: date, served_until: date | None, calendar: WorkingCalendar, policy: Policy
) -> Step | None:
    """The step to speak of today, or None.

    `served_until`: the last day on which this person's digest went out, None if never. A step since then that found
    no digest counts today, once, as how the date stands today.
    """
    step = last_step(due, today, calendar, policy)
    if step is None or (served_until is not None and step.day <= served_until):
        return None
    return step


def pause_end(returned_on: date, calendar: WorkingCalendar) -> date:
    """The last day of the owner's quiet after a return: two working days."""
    return calendar.add(returned_on, PAUSE_AFTER_RETURN)
