""" "Giao 57 cho Phúc": a duty is handed to a person of its unit, who is told in the next digest."""

from dataclasses import dataclass, replace
from datetime import timedelta

from sqlmodel import Session

from bot.permissions import Right, may, of_duty
from bot.usecases import ledger
from bot.usecases.said import Said
from bot.usecases.who_is import named
from jobs.audience import recipient
from storage.kinds import OPEN_STATES, DutyState, EventKind, PartyRole
from storage.queries import duties as duty_queries
from storage.queries import events as event_queries
from storage.queries import people as people_queries
from storage.queries.duties import DutyLine
from storage.queries.people import Person
from storage.queries.reach import reachable_staff

ONCE_WITHIN = timedelta(days=7)
"""So long whoever hands out is not told again of the same."""


@dataclass(frozen=True)
class Assigned:
    line: DutyLine
    to: Person
    again: bool = False  # he had it already, nothing changed
    reached: bool = True


@dataclass(frozen=True)
class NoSuchPerson:
    """`candidates`: people of the unit who could be meant, or all of the unit where the name fits nobody."""

    line: DutyLine
    typed: str
    candidates: tuple[Person, ...]
    several: bool = False


@dataclass(frozen=True)
class PersonMissing:
    """Tasks were named and nobody to do them; `example` is somebody who could."""

    numbers: tuple[int, ...]
    example: str


@dataclass(frozen=True)
class GivenBack:
    """He does not want it, or wants it himself, and only a head hands out: `heads` of the unit, `to` who should have it;
    `told`: the first of them hears of it in the morning.
    """

    line: DutyLine
    heads: tuple[Person, ...]
    to: str = ""
    told: bool = False


@dataclass(frozen=True)
class UnitNotChanged:
    """A task was handed to a unit: who leads is the plan's word, changed by its newer version."""

    numbers: tuple[int, ...]
    unit: str


@dataclass(frozen=True)
class PartnerNotKept:
    """Somebody was named who is to help; chat keeps only who leads.

    `line`: the one task he should help with, `has_it`: who has that; `instead`: whom the reader could hand it to, "" where he
    hands nothing out.
    """

    name: str
    line: DutyLine | None = None
    has_it: Person | None = None
    instead: str = ""


@dataclass(frozen=True)
class NotOpen:
    """Only open work is handed out."""

    line: DutyLine


def person_missing(session: Session, said: Said, numbers: tuple[int, ...]) -> PersonMissing:
    everybody = people_queries.people(session, said.agency_id, said.day)
    mine = [p for p in everybody if p.id != said.who.id and p.unit_ids & (said.who.heads or said.who.unit_ids)]
    return PersonMissing(numbers, mine[0].given_name if mine else "")


def assign(session: Session, said: Said, line: DutyLine, name: str) -> Assigned | NoSuchPerson | NotOpen:
    """Put a person of the duty's unit in charge; the first hand-out sets the duty in motion."""
    duty = line.duty
    if duty.state not in OPEN_STATES:
        return NotOpen(line)
    unit = [p for p in people_queries.people(session, said.agency_id, said.day) if duty.unit_id in p.unit_ids]
    found = named(unit, name)
    if len(found) != 1:
        return NoSuchPerson(line, name, tuple(found or unit), several=len(found) > 1)
    return give_to(session, said, line, found[0])


def give_back(session: Session, said: Said, line: DutyLine, name: str | None) -> GivenBack | PersonMissing:
    """Nothing changes hands by whoever does not hand out himself; who does hears of it in the morning, once."""
    if may(said.who, Right.HAND_OUT, of_duty(line.duty, line.plan, Right.HAND_OUT)):
        missing = person_missing(session, said, (line.number,))
        return replace(missing, example=name or missing.example)
    found = named(people_queries.people(session, said.agency_id, said.day), name) if name else []
    to = found[0].given_name if len(found) == 1 and line.duty.unit_id in found[0].unit_ids else ""
    return _told_to_head(session, said, line, EventKind.GIVEN_BACK, to)


def take_up(session: Session, said: Said, number: int) -> GivenBack | None:
    """He wants a task of his unit that he has not: who hands out hears of it as of one given back."""
    line = _of_his_unit(session, said, number)
    if line is None or _has(said, line):
        return None
    return _told_to_head(session, said, line, EventKind.TAKE_ASKED, said.who.given_name)


def has_already(session: Session, said: Said, number: int) -> bool:
    """Of who hands nothing out."""
    line = _of_his_unit(session, said, number)
    return line is not None and _has(said, line)


def _has(said: Said, line: DutyLine) -> bool:
    return said.who.id in (line.duty.recipient_id, line.duty.person_id)


def _of_his_unit(session: Session, said: Said, number: int) -> DutyLine | None:
    """The open part that his unit leads, where handing it out is not his."""
    lines = duty_queries.lines_by_number(session, said.agency_id, number)
    mine = [x for x in lines if x.duty.role is PartyRole.LEAD and x.unit.id in said.who.unit_ids]
    line = next((x for x in mine if x.duty.state in OPEN_STATES), None)
    gives = line and may(said.who, Right.HAND_OUT, of_duty(line.duty, line.plan, Right.HAND_OUT))
    return None if gives else line


def _told_to_head(session: Session, said: Said, line: DutyLine, kind: EventKind, to: str) -> GivenBack:
    everybody = people_queries.people(session, said.agency_id, said.day)
    heads = tuple(p for p in everybody if line.duty.unit_id in p.heads)
    told = bool(heads) and heads[0].id in reachable_staff(session, said.agency_id)
    duty, since = line.duty, said.day - ONCE_WITHIN
    if told and not event_queries.asked_by(session, said.agency_id, duty.id, said.who.id, kind, since):
        event = ledger.write(session, said, kind, duty=duty, for_id=said.who.id, text=to)
        ledger.tell(session, event, heads[0].id)
    return GivenBack(line, heads, to, told)


def helped_by(session: Session, said: Said, helper: str, owner: str | None, number: int) -> PartnerNotKept:
    """Who helps beside the owner of a task is kept nowhere; what can be done instead."""
    lines = duty_queries.lines_by_number(session, said.agency_id, number)
    lines = [x for x in lines if x.duty.role is PartyRole.LEAD and x.duty.state in OPEN_STATES]
    mine = [x for x in lines if x.unit.id in said.who.unit_ids] or lines
    if len({x.unit.id for x in mine}) != 1:
        return PartnerNotKept(helper)
    line = mine[0]
    everybody = people_queries.people(session, said.agency_id, said.day)
    seen = may(said.who, Right.SEE_PERSONS, of_duty(line.duty, line.plan, Right.SEE_PERSONS))
    has_it = next((p for p in everybody if seen and p.id == line.duty.person_id), None)
    gives = may(said.who, Right.HAND_OUT, of_duty(line.duty, line.plan, Right.HAND_OUT))
    meant = [p for name in (owner, helper) if name for p in named(everybody, name)[:1]]
    other = next((p for p in meant if line.unit.id in p.unit_ids and not (has_it and p.id == has_it.id)), None)
    return PartnerNotKept(helper, line, has_it, other.given_name if gives and other else "")


def give_to(session: Session, said: Said, line: DutyLine, to: Person) -> Assigned:
    """Put this person in charge of an open duty, write it down and owe him word of it."""
    duty = line.duty
    told = recipient(
        session, said.agency_id, duty.model_copy(update={"person_id": to.id}), line.task, line.plan, said.day
    )
    if duty.person_id == to.id and duty.recipient_id == told:
        return Assigned(line, to, again=True)
    before = ledger.snapshot(duty)
    duty.person_id, duty.recipient_id = to.id, told
    if duty.state is DutyState.OPEN:
        duty.state = DutyState.IN_PROGRESS
    session.add(duty)
    event = ledger.write(session, said, EventKind.ASSIGNED, duty=duty, for_id=to.id, before={"duty": before})
    ledger.tell(session, event, to.id)
    return Assigned(line, to, reached=to.id in reachable_staff(session, said.agency_id))
