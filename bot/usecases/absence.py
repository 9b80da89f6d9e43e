"""Somebody is away and another stands in: set, cut short, taken back."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlmodel import Session

from bot.asking import PersonUnknown
from bot.permissions import Right, Subject, may
from bot.understanding.intents import Slots
from bot.usecases import ledger
from bot.usecases.said import Said
from bot.usecases.who_is import named
from jobs.absences import apply_absences, follow, state_on
from storage.kinds import EventKind, Role
from storage.models.events import Event
from storage.models.organisation import Absence
from storage.queries import people as people_queries
from storage.queries.absences import absences_of
from storage.queries.duties import lines_of_recipient, lines_waiting_for
from storage.queries.people import Person
from storage.queries.reach import reachable_staff
from storage.queries.rows import the_row

ABSENCE = "absence"  # in an event's `before`: the row and what it said
ANEW = "anew"  # what was just kept is said again: its days are these and no others
LONGEST = 300  # days; dates the wrong way round would make nearly a year
BEFORE = timedelta(days=31)  # an absence told of later than this is a slip of the dates


@dataclass(frozen=True)
class Away:
    person: Person
    substitute: Person
    first: date
    last: date


@dataclass(frozen=True)
class AbsenceSet:
    """`duties` open ones and `decisions` waiting that the substitute has while it runs; `reached`: he has joined; `instead`: what
    was kept before for these days and holds no more."""

    person: Person
    substitute: Person
    first: date
    last: date
    back_on: date
    duties: int
    decisions: int
    reached: bool
    instead: Away | None = None


@dataclass(frozen=True)
class AbsenceEnded:
    """`begun` false: it had not begun and is called off; `back_on`: a later day from which he works again."""

    person: Person
    substitute: Person
    begun: bool
    back_on: date | None = None


@dataclass(frozen=True)
class NotAway:
    person: Person


@dataclass(frozen=True)
class DeputyMeant:
    """ "Ủy quyền cho Nam duyệt đến hết tuần": not said to be away, and yet Nam would have everything of his."""

    person: Person
    substitute: Person
    first: date
    last: date


@dataclass(frozen=True)
class SubstituteMissing:
    """`example`: a colleague who could."""

    person: Person
    first: date
    last: date
    example: str


@dataclass(frozen=True)
class SubstituteAway:
    substitute: Person
    first: date
    last: date


@dataclass(frozen=True)
class WithinAnother:
    """He is away longer already, with somebody standing in."""

    person: Person
    substitute: Person
    first: date
    last: date


@dataclass(frozen=True)
class AbsenceUnclear:
    """No such days, days gone by, or their end is not said; `example`: who stands in, else a colleague who could."""

    person: Person
    example: str


@dataclass(frozen=True)
class AbsenceNotYours:
    person: Person


@dataclass(frozen=True)
class LeavesForGood:
    """ "Chị Hoa nghỉ việc từ 10/10": no absence; so many open `duties` of his have to go to somebody, `example`; `of_unit`: those
    nobody of his unit has yet, which come to whoever leads it then."""

    person: Person
    duties: int
    example: str
    of_unit: int = 0


@dataclass(frozen=True)
class AbsenceUndone:
    """`again`: the absence that stands once more, where it was its end that was taken back."""

    person: Person
    again: Away | None = None


def go_away(session: Session, said: Said, slots: Slots) -> object:
    """Keep an absence and hand over at once where it has begun; a second one over the same days takes its place."""
    everybody = people_queries.people(session, said.agency_id, said.day)
    person = _whose(said, everybody, slots.person)
    if not isinstance(person, Person):
        return person
    if slots.mode == "leaves":
        held = lines_of_recipient(session, said.agency_id, person.id)
        mine = [x for x in held if x.duty.person_id == person.id]
        return LeavesForGood(person, len(mine), colleague(everybody, person), len(held) - len(mine))
    first = slots.date
    last = slots.until or first
    if first is None or last is None or last < said.day or (last - first).days > LONGEST or first < said.day - BEFORE:
        return AbsenceUnclear(person, slots.partner or colleague(everybody, person))
    if slots.partner is None:
        return SubstituteMissing(person, first, last, colleague(everybody, person))
    found = named(everybody, slots.partner)
    found = [one for one in found if one.unit_ids & person.unit_ids] or found
    if len(found) != 1:
        return PersonUnknown(slots.partner)
    substitute = found[0]
    if substitute.id == person.id:
        return SubstituteMissing(person, first, last, colleague(everybody, person))
    for other in absences_of(session, said.agency_id, [substitute.id], first):
        if other.from_on <= last:
            return SubstituteAway(substitute, other.from_on, other.to_on)
    for own in absences_of(session, said.agency_id, [person.id], first):
        longer = own.from_on <= first and own.to_on >= last and (own.from_on, own.to_on) != (first, last)
        if longer and slots.mode != ANEW:
            standing_in = people_queries.person(session, said.agency_id, own.substitute_id, said.day)
            return WithinAnother(person, standing_in, own.from_on, own.to_on)
    if slots.mode == "deputy":
        return DeputyMeant(person, substitute, first, last)
    return _keep(session, said, person, substitute, first, last)


def come_back(session: Session, said: Said, name: str | None, day: date | None = None) -> object:
    """End what runs, or call off what is to come; from today, or from `day` on, everything is his again."""
    person = _whose(said, people_queries.people(session, said.agency_id, said.day), name)
    if not isinstance(person, Person):
        return person
    kept = absences_of(session, said.agency_id, [person.id], said.day)
    if not kept:
        return NotAway(person)
    absence = kept[0]
    begun = absence.from_on <= said.day
    if day and begun and day > absence.to_on:  # as it was going to be
        substitute = people_queries.person(session, said.agency_id, absence.substitute_id, said.day)
        return AbsenceEnded(person, substitute, begun, day)
    back_on = day if day and absence.from_on < day else None
    before = _values(absence)
    absence.to_on = (back_on or (said.day if begun else absence.from_on)) - timedelta(days=1)
    _changed(session, said, absence, before)
    substitute = people_queries.person(session, said.agency_id, absence.substitute_id, said.day)
    return AbsenceEnded(person, substitute, begun, back_on)


def take_back(session: Session, said: Said, event: Event) -> AbsenceUndone:
    """The absence is again what it was before the event; a new one never was."""
    kept = event.before[ABSENCE]
    absence = the_row(session, Absence, said.agency_id, kept["id"])
    others = {absence.substitute_id}
    if kept["values"] is None:
        absence.to_on = absence.from_on - timedelta(days=1)
    else:
        for name, value in kept["values"].items():
            setattr(absence, name, date.fromisoformat(value) if name in ("from_on", "to_on") else value)
    _bring(session, said, absence, others)
    ledger.take_back(session, said, event)
    person = people_queries.person(session, said.agency_id, absence.staff_id, said.day)
    if absence.to_on < max(absence.from_on, said.day):
        return AbsenceUndone(person)
    substitute = people_queries.person(session, said.agency_id, absence.substitute_id, said.day)
    return AbsenceUndone(person, Away(person, substitute, absence.from_on, absence.to_on))


def _whose(said: Said, everybody: list[Person], name: str | None) -> Person | PersonUnknown | AbsenceNotYours:
    found = named(everybody, name) if name else [one for one in everybody if one.id == said.who.id]
    if len(found) > 1:
        found = [one for one in found if one.unit_ids & said.who.unit_ids]
    if len(found) != 1:
        return PersonUnknown(name or "")
    person = found[0]
    units = person.unit_ids or {None}
    subjects = [Subject(said.agency_id, unit_id, owners=frozenset({person.id})) for unit_id in units]
    return person if any(may(said.who, Right.SET_ABSENCE, one) for one in subjects) else AbsenceNotYours(person)


def colleague(everybody: list[Person], person: Person) -> str:
    """Somebody of his unit; a leader's is who runs the office, else a head. Else anybody."""
    others = [one for one in everybody if one.id != person.id]
    near = [one for one in others if one.unit_ids & person.unit_ids]
    if not person.unit_ids:
        near = [one for one in others if Role.OFFICE_HEAD in one.roles] or [one for one in others if one.heads]
    near = near or others
    return f"{near[0].staff.honorific} {near[0].given_name}" if near else ""


def _keep(session: Session, said: Said, person: Person, substitute: Person, first: date, last: date) -> AbsenceSet:
    over = [one for one in absences_of(session, said.agency_id, [person.id], first) if one.from_on <= last]
    absence = over[0] if over else Absence(
        agency_id=said.agency_id, staff_id=person.id, substitute_id=substitute.id, from_on=first, to_on=last,
        told_by_id=said.who.id,
    )  # fmt: skip
    before = _values(absence) if over else None
    others = {absence.substitute_id}
    instead = _replaced(session, said, person, absence, (substitute.id, first, last))
    absence.substitute_id = substitute.id
    absence.from_on = first
    absence.to_on = last
    absence.told_by_id = said.who.id
    mine = lines_of_recipient(session, said.agency_id, person.id)
    if first <= said.day and over:  # he has nothing now, his substitute has
        mine = [x for x in lines_of_recipient(session, said.agency_id, substitute.id) if x.duty.person_id == person.id]
    waiting = lines_waiting_for(session, said.agency_id, person.id)
    _changed(session, said, absence, before, others)
    back_on = said.calendar.next_after(last)
    reached = substitute.id in reachable_staff(session, said.agency_id)
    return AbsenceSet(person, substitute, first, last, back_on, len(mine), len(waiting), reached, instead)


def _replaced(session: Session, said: Said, person: Person, kept: Absence, now: tuple[int, date, date]) -> Away | None:
    """What was kept of it, where it was something else and whoever was to stand in is still here."""
    if (kept.substitute_id, kept.from_on, kept.to_on) == now:
        return None
    was = people_queries.people(session, said.agency_id, said.day, only={kept.substitute_id})
    return Away(person, was[0], kept.from_on, kept.to_on) if was else None


def _values(absence: Absence) -> dict[str, Any]:
    return {
        "substitute_id": absence.substitute_id,
        "from_on": absence.from_on.isoformat(),
        "to_on": absence.to_on.isoformat(),
    }


def _changed(
    session: Session, said: Said, absence: Absence, before: dict[str, Any] | None, others: set[int] | None = None
) -> None:
    """Bring it to the duties and write it down; `others`: who stood in before."""
    _bring(session, said, absence, others or set())
    event = ledger.write(session, said, EventKind.AWAY_SET, for_id=absence.staff_id)
    event.before = event.before | {ABSENCE: {"id": absence.id, "values": before}}
    session.add(event)


def _bring(session: Session, said: Said, absence: Absence, others: set[int]) -> None:
    absence.state = state_on(absence, said.day)
    session.add(absence)
    session.flush()
    apply_absences(session, said.agency_id, said.day)
    follow(session, said.agency_id, {absence.staff_id, absence.substitute_id, *others}, said.day)
