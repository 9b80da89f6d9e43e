"""The first days of an office: its keeper reads what everybody would be sent, until somebody types "cho chạy"."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jobs.morning import Morning
from storage.kinds import NoticeKind, NoticeState
from storage.models.messages import Notice
from storage.queries.morning import planned_of_day
from storage.queries.people import Person, agency_keeper

MOST_A_MORNING = 20  # of a large office; whoever was left out is read of on one of the next mornings
LEFT_OUT = "trial"  # reason of those


@dataclass(frozen=True)
class TrialMorning:
    """`n`: the how many-th working day of the trial. `read`: whose messages the keeper was sent."""

    n: int
    read: tuple[Person, ...]
    left_out: tuple[Person, ...]


def trial_morning(facts: Morning) -> TrialMorning | None:
    """How a morning of the trial went; None for any other."""
    if not facts.trial:
        return None
    calendar, since = facts.plain_day.calendar, facts.agency.trial_since or facts.today
    n = calendar.working_days_between(since, facts.today) + calendar.is_working(since)
    notices = _of_morning(facts)
    left_out = {one.staff_id for one in notices if one.reason == LEFT_OUT}
    gone = {one.staff_id for one in notices if one.state not in (NoticeState.DROPPED, NoticeState.FAILED)}
    everybody = facts.people.values()
    return TrialMorning(
        max(n, 1), tuple(p for p in everybody if p.id in gone), tuple(p for p in everybody if p.id in left_out)
    )


def reader_of(facts: Morning) -> Person | None:
    """The agency's keeper, or who stands in for him."""
    keeper = next(iter(facts.persons([agency_keeper(facts.session, facts.agency.id) or 0])), None)
    if keeper is None or not keeper.away:
        return keeper
    return next((person for person in facts.people.values() if keeper.id in person.stands_for), None)


def chat_of(facts: Morning) -> int | None:
    """Where everybody's messages go; None while the keeper cannot be reached, and nobody is written to."""
    reader = reader_of(facts)
    return facts.reach_of(reader.id).chat_id if reader else None


def leave_out(facts: Morning) -> int:
    """Drop what would be too much to read in one morning; how many. Whose message was not read for longest goes first."""
    waiting = [one for one in _of_morning(facts) if one.state is NoticeState.WAITING]
    waiting.sort(key=lambda one: (facts.served_until(one.staff_id or 0) or date.min, one.id))
    too_much = waiting[MOST_A_MORNING:]
    for notice in too_much:
        notice.state, notice.reason = NoticeState.DROPPED, LEFT_OUT
        facts.session.add(notice)
    return len(too_much)


def _of_morning(facts: Morning) -> Sequence[Notice]:
    notices = planned_of_day(facts.session, facts.agency.id, facts.today)
    return [notice for notice in notices if notice.kind is NoticeKind.TRIAL]
