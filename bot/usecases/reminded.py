""" "Ai đã được nhắc việc 12?": answered from the ledger of what left, never from what should have."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.permissions import Right, Subject, may, of_duty
from bot.usecases.go_live import trial_keeper
from bot.usecases.said import Said
from jobs.morning import morning
from jobs.outcomes import Outcome, outcome
from storage.kinds import OPEN_STATES, PartyRole
from storage.queries.duties import DutyLine, lines_by_number
from storage.queries.morning import Passed, morning_passed
from storage.queries.people import Person, people
from storage.queries.reach import NOBODY, Reach, reach_of_all
from storage.queries.reminders import Reminder, may_have_been_told, reminders_of

MOST_SHOWN = 6


@dataclass(frozen=True)
class WhoReminded:
    """What left about one task, newest first. `people` is empty for eyes that may see no names; `missed`: who should
    hear of its open parts and has no usable chat; `trial`: who reads everybody's messages so far.
    """

    line: DutyLine
    duty_ids: tuple[int, ...]
    reminders: tuple[Reminder, ...]
    people: dict[int, Person]
    missed: tuple[tuple[Person, Reach], ...] = ()
    trial: Person | None = None


@dataclass(frozen=True)
class MorningTold:
    """How this morning went; None while it was not looked at."""

    outcome: Outcome | None


def who_was_reminded(session: Session, said: Said, number: int) -> WhoReminded | None:
    """None where the agency has no such number."""
    lines = [x for x in lines_by_number(session, said.agency_id, number) if x.duty.role is PartyRole.LEAD]
    if not lines:
        return None
    everybody = {person.id: person for person in people(session, said.agency_id, said.day)}
    seen = [x for x in lines if may(said.who, Right.SEE_PERSONS, of_duty(x.duty, x.plan, Right.SEE_PERSONS))]
    shown = seen or lines
    duty_ids = tuple(x.duty.id for x in shown)
    found = left_about(session, said.agency_id, shown)
    trial = trial_keeper(session, said)
    if not seen:
        return WhoReminded(lines[0], duty_ids, tuple(found), {}, trial=trial)
    missed = () if trial else _missed(session, said, seen, everybody)
    return WhoReminded(seen[0], duty_ids, tuple(found), everybody, missed, trial)


def left_about(session: Session, agency_id: int, lines: Sequence[DutyLine]) -> list[Reminder]:
    """What left about these parts of a task, newest first."""
    told = may_have_been_told(session, agency_id, {x.duty.unit_id for x in lines})
    told |= {x.duty.recipient_id for x in lines} | {x.plan.keeper_id for x in lines if x.plan}
    return reminders_of(session, agency_id, [x.duty.id for x in lines], told)


def _missed(
    session: Session, said: Said, lines: list[DutyLine], everybody: dict[int, Person]
) -> tuple[tuple[Person, Reach], ...]:
    reach = reach_of_all(session, said.agency_id)
    waiting = dict.fromkeys(x.duty.recipient_id for x in lines if x.duty.state in OPEN_STATES)
    at = [(everybody[who], reach.get(who, NOBODY).reach) for who in waiting if who in everybody]
    return tuple((person, why) for person, why in at if why is not Reach.REACHED)


def sees_the_morning(said: Said) -> bool:
    """Names of people of every unit are in it."""
    return may(said.who, Right.SEE_PERSONS, Subject(said.agency_id))


def morning_told(session: Session, said: Said) -> MorningTold:
    if morning_passed(session, said.agency_id, said.day, Passed.FIRST) is None:
        return MorningTold(None)
    return MorningTold(outcome(morning(session, said.agency_id, said.day, said.now)))
