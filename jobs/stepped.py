"""The digests that a step alone makes owed: the rule gives the dates that matter today, SQL finds whose they are.

What else may be owed is left to the rules of `jobs.morning`, person by person.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta

from sqlmodel import Session

from jobs.items import policies
from jobs.rules.digest import Day
from jobs.rules.ladder_policy import DEFAULT, policy_of
from jobs.rules.reporting_period import is_asked
from jobs.rules.steps import last_step
from jobs.rules.working_days import WorkingCalendar
from storage.queries import stepped
from storage.queries.own_settings import choosy
from storage.queries.stepped import Wave


def owe_steps(session: Session, wave: Wave, calendar: WorkingCalendar) -> int:
    """Owe a digest to everybody with a step today; how many were new."""
    decided = policies(session, wave.agency_id)
    wave = replace(
        wave,
        apart=wave.apart
        | {one.staff_id for one in decided if one.staff_id is not None}
        | choosy(session, wave.agency_id, wave.day),
        plans_apart=frozenset(one.plan_id for one in decided if one.plan_id is not None),
    )
    steps: dict[date, date] = {}
    for day in stepped.dates_in_use(session, wave.agency_id, _soon(session, wave.agency_id, wave.day, calendar)):
        step = last_step(day, wave.day, calendar, policy_of(decided, day))
        if step is not None:
            steps[day] = step.day
    return stepped.owe_stepped(session, wave, steps, targets_too=not decided)


def others_to_look_at(session: Session, agency_id: int, day: Day) -> Collection[int]:
    """Staff ids whose morning a rule must decide; on the days of asking for results anybody's."""
    soon = None if is_asked(day.period, day.today) else _soon(session, agency_id, day.today, day.calendar)
    return stepped.may_be_owed(session, agency_id, day.today, soon)


def _soon(session: Session, agency_id: int, today: date, calendar: WorkingCalendar) -> date:
    """No date after it has had its first step: a date on a day off is spoken of as the working day before it."""
    most = max(
        max(policy.before, default=0) for policy in (DEFAULT, *(one.policy for one in policies(session, agency_id)))
    )
    return calendar.next_after(calendar.add(today, most)) - timedelta(days=1)
