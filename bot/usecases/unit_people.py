""" "Thảo, Nam sang phòng C2", "giao 8, 9 cho phòng C2": who goes where after a unit was split, and what nobody has."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.permissions import Right, Subject, may, of_duty
from bot.understanding.intents import Slots
from bot.usecases.said import Said
from bot.usecases.units import UnitsNotYours, write
from bot.usecases.who_is import named
from jobs.rules.text import fold_words
from jobs.units.journal import Journal
from jobs.units.names import spoken
from jobs.units.split import move_people, move_work
from storage.kinds import CLOSED_STATES, PartyRole
from storage.models.events import Event
from storage.models.organisation import Unit
from storage.queries import people as people_queries
from storage.queries import units as unit_queries
from storage.queries.duties import DutyLine, lines_by_ids, lines_by_number, lines_of_unit
from storage.queries.people import Person


@dataclass(frozen=True)
class PeopleMoved:
    """`lines`: open parts that went along; `stay`: of theirs, those that stay with the unit they left (`source`), which
    is not being split. `people_left`, `unowned`: what of a split unit is still to be settled; `ended`: nothing. The people
    hear of `event`."""

    people: tuple[Person, ...]
    source: Unit
    unit: Unit
    heads: bool
    lines: tuple[DutyLine, ...]
    stay: tuple[DutyLine, ...]
    people_left: tuple[Person, ...]
    unowned: tuple[DutyLine, ...]
    splits: bool
    ended: bool
    event: Event


@dataclass(frozen=True)
class MoveUnclear:
    """A name that fits nobody or several, somebody of no unit or of several, or who is there already (`there`)."""

    typed: str
    there: bool = False
    several: tuple[Unit, ...] = ()


@dataclass(frozen=True)
class WorkMoved:
    """Work of a split unit, or of another part of it; `left` was asked for too and is neither's."""

    unit: Unit
    source: Unit
    lines: tuple[DutyLine, ...]
    left: tuple[int, ...]
    people_left: tuple[Person, ...]
    unowned: tuple[DutyLine, ...]
    ended: bool


@dataclass(frozen=True)
class AlreadyOfUnit:
    """The unit leads this work; `people` of it whom the sender could give it to."""

    unit: Unit
    lines: tuple[DutyLine, ...]
    people: tuple[Person, ...]


@dataclass(frozen=True)
class WhichPart:
    """The unit named is parted into these."""

    numbers: tuple[int, ...]
    typed: str
    parts: tuple[Unit, ...]


def move(session: Session, said: Said, slots: Slots) -> object:
    """People from the unit they are in to another, all from the same one."""
    if not may(said.who, Right.CHANGE_UNITS, Subject(said.agency_id)):
        return UnitsNotYours()
    target = _unit(session, said, slots.unit_full)
    everybody = people_queries.people(session, said.agency_id, said.day)
    moving: list[Person] = []
    for name in slots.people:
        found = named(everybody, name)
        found = [p for p in found if target and _from(p, target)] if len(found) > 1 else found
        if len(found) != 1:
            return MoveUnclear(name)
        moving.append(found[0])
    if target is None:
        return MoveUnclear(slots.unit or "")
    sources = {source.id: source for p in moving for source in _from(p, target)}
    for person in moving:
        if target.id in person.unit_ids and not sources:
            return MoveUnclear(person.staff.full_name, there=True)
        if not _from(person, target):
            return MoveUnclear(person.staff.full_name, there=target.id in person.unit_ids)
    if len(sources) != 1:
        return MoveUnclear(", ".join(slots.people), several=tuple(sources.values()))
    return _move(session, said, moving, next(iter(sources.values())), target, heads=slots.mode == "head")


def _from(person: Person, target: Unit) -> list[Unit]:
    """Where he leaves: the split unit the target comes from, else the units he is in."""
    units = [unit for unit in person.units.values() if unit.id != target.id and unit.ended_on is None]
    return [unit for unit in units if unit.id == target.split_from_id] or units


def _move(
    session: Session, said: Said, moving: list[Person], source: Unit, target: Unit, *, heads: bool
) -> PeopleMoved:
    ids = {person.id for person in moving}
    theirs = [x for x in lines_of_unit(session, said.agency_id, source.id) if x.duty.person_id in ids]
    journal = Journal(session)
    done = move_people(session, journal, ids, source, target, said.day, heads=heads)
    label = f"{', '.join(p.staff.full_name for p in moving)} → {target.name}"
    event = write(session, said, journal, label, [source.id, target.id])
    moved = {duty.id for duty in done.moved}
    splits = target.split_from_id == source.id
    left = _left(session, said, source) if splits else ((), ())
    return PeopleMoved(
        tuple(moving), source, target, heads, tuple(lines_by_ids(session, said.agency_id, [x.duty.id for x in theirs if x.duty.id in moved])),
        tuple(x for x in theirs if x.duty.id not in moved), *left, splits, done.ended, event,
    )  # fmt: skip


def give_to_unit(session: Session, said: Said, numbers: Sequence[int], typed: str, full: str | None) -> object | None:
    """Work of a split unit, or of another of its parts, to the one named. None where that changes who leads by the plan."""
    target = _unit(session, said, full or typed)
    found = {n: [x for x in lines_by_number(session, said.agency_id, n) if _is_open(x)] for n in numbers}
    if target is None:
        parts = _parts_of(session, said, typed)
        return WhichPart(tuple(numbers), typed, parts) if parts else None
    theirs = tuple(x for of in found.values() for x in of if x.unit.id == target.id and x.duty.role is PartyRole.LEAD)
    if {x.number for x in theirs} == set(numbers):
        return AlreadyOfUnit(target, theirs, _who_could(session, said, theirs[0]))
    split = target.split_from_id
    lines = [x for of in found.values() for x in of if split and split in (x.unit.id, x.unit.split_from_id)]
    lines = [x for x in lines if x not in theirs]
    if not lines:
        return None
    if not may(said.who, Right.CHANGE_UNITS, Subject(said.agency_id)):
        return UnitsNotYours()
    return _give(session, said, lines, numbers, target)


def _who_could(session: Session, said: Said, line: DutyLine) -> tuple[Person, ...]:
    if not may(said.who, Right.HAND_OUT, of_duty(line.duty, line.plan, Right.HAND_OUT)):
        return ()
    return tuple(p for p in people_queries.people(session, said.agency_id, said.day) if line.unit.id in p.unit_ids)


def _give(
    session: Session, said: Said, lines: Sequence[DutyLine], numbers: Sequence[int], target: Unit
) -> WorkMoved | None:
    source = people_queries.units_by_ids(session, said.agency_id, [target.split_from_id or 0])[0]
    journal = Journal(session)
    done = move_work(session, journal, [x.duty for x in lines], source, target, said.day)
    if not done.moved:
        return None
    write(
        session, said, journal, f"{', '.join(str(n) for n in numbers)} → {target.name}",
        sorted({source.id, target.id, *(x.unit.id for x in lines)}),
    )  # fmt: skip
    moved = lines_by_ids(session, said.agency_id, sorted(duty.id for duty in done.moved))
    left = tuple(n for n in numbers if n not in {x.number for x in moved})
    still = _left(session, said, source) if source.ended_on is None else ((), ())
    return WorkMoved(target, source, tuple(moved), left, *still, done.ended)


def _parts_of(session: Session, said: Said, typed: str) -> tuple[Unit, ...]:
    """The units that one of this name was split into."""
    living = people_queries.living_units(session, said.agency_id)
    gone = [unit.split_from_id for unit in living if unit.split_from_id]
    old = people_queries.units_by_ids(session, said.agency_id, gone) if gone else []
    named_so = {unit.id for unit in old if fold_words(typed) in map(fold_words, _called(unit))}
    return tuple(unit for unit in living if unit.split_from_id in named_so)


def _called(unit: Unit) -> list[str]:
    kind = next(iter(unit.name.split()), "")
    return [*spoken(unit.name), unit.short_name, f"{kind} {unit.short_name}"]


def _is_open(line: DutyLine) -> bool:
    return line.duty.state not in CLOSED_STATES


def _left(session: Session, said: Said, source: Unit) -> tuple[tuple[Person, ...], tuple[DutyLine, ...]]:
    """Who and what of a split unit nobody has placed yet."""
    members = {m.staff_id for m in unit_queries.members_of(session, said.agency_id, source.id, said.day)}
    people = people_queries.people(session, said.agency_id, said.day, only=members) if members else []
    lines = [x for x in lines_of_unit(session, said.agency_id, source.id) if x.duty.person_id not in members]
    return tuple(people), tuple(lines)


def _unit(session: Session, said: Said, name: str | None) -> Unit | None:
    key = fold_words(name or "")
    return next((u for u in people_queries.living_units(session, said.agency_id) if fold_words(u.name) == key), None)
