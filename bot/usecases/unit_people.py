""" "Thảo, Nam sang phòng C2", "giao 8, 9 cho phòng C2": who goes where after a unit was split, and what nobody has."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.permissions import Right, Subject, may
from bot.understanding.intents import Slots
from bot.usecases.said import Said
from bot.usecases.units import UnitsNotYours, write
from bot.usecases.who_is import named
from jobs.rules.text import fold_words
from jobs.units.journal import Journal
from jobs.units.split import move_people, move_work
from storage.kinds import CLOSED_STATES
from storage.models.organisation import Unit
from storage.queries import people as people_queries
from storage.queries import units as unit_queries
from storage.queries.duties import DutyLine, lines_by_ids, lines_by_number, lines_of_unit
from storage.queries.people import Person


@dataclass(frozen=True)
class PeopleMoved:
    """`lines`: open parts that went along; `stay`: of theirs, those that stay with the unit they left (`source`), which
    is not being split. `people_left`, `unowned`: what of a split unit is still to be settled; `ended`: nothing."""

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


@dataclass(frozen=True)
class MoveUnclear:
    """A name that fits nobody or several, somebody of no unit or of several, or who is there already (`there`)."""

    typed: str
    there: bool = False
    several: tuple[Unit, ...] = ()


@dataclass(frozen=True)
class WorkMoved:
    """Work of a split unit that nobody has; `left` was asked for too and is not that unit's."""

    unit: Unit
    source: Unit
    lines: tuple[DutyLine, ...]
    left: tuple[int, ...]
    people_left: tuple[Person, ...]
    unowned: tuple[DutyLine, ...]
    ended: bool


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
    write(session, said, journal, label, [source.id, target.id])
    moved = {duty.id for duty in done.moved}
    splits = target.split_from_id == source.id
    left = _left(session, said, source) if splits else ((), ())
    return PeopleMoved(
        tuple(moving), source, target, heads, tuple(lines_by_ids(session, said.agency_id, [x.duty.id for x in theirs if x.duty.id in moved])),
        tuple(x for x in theirs if x.duty.id not in moved), *left, splits, done.ended,
    )  # fmt: skip


def give_to_unit(session: Session, said: Said, numbers: Sequence[int], unit_name: str) -> WorkMoved | None:
    """None where the unit was not split from the one that has the work, or the sender does not change units."""
    target = _unit(session, said, unit_name)
    if target is None or target.split_from_id is None or not may(said.who, Right.CHANGE_UNITS, Subject(said.agency_id)):
        return None
    source = people_queries.units_by_ids(session, said.agency_id, [target.split_from_id])[0]
    found = {n: [x for x in lines_by_number(session, said.agency_id, n) if _is_of(x, source)] for n in numbers}
    lines = [x for of in found.values() for x in of]
    if source.ended_on is not None or not lines:
        return None
    journal = Journal(session)
    done = move_work(session, journal, [x.duty for x in lines], source, target, said.day)
    write(session, said, journal, f"{', '.join(str(n) for n in numbers)} → {target.name}", [source.id, target.id])
    moved = {duty.id for duty in done.moved}
    return WorkMoved(
        target, source, tuple(lines_by_ids(session, said.agency_id, sorted(moved))),
        tuple(n for n, of in found.items() if not of), *_left(session, said, source), done.ended,
    )  # fmt: skip


def _is_of(line: DutyLine, unit: Unit) -> bool:
    return line.unit.id == unit.id and line.duty.state not in CLOSED_STATES


def _left(session: Session, said: Said, source: Unit) -> tuple[tuple[Person, ...], tuple[DutyLine, ...]]:
    """Who and what of a split unit nobody has placed yet."""
    members = {m.staff_id for m in unit_queries.members_of(session, said.agency_id, source.id, said.day)}
    people = people_queries.people(session, said.agency_id, said.day, only=members) if members else []
    lines = [x for x in lines_of_unit(session, said.agency_id, source.id) if x.duty.person_id not in members]
    return tuple(people), tuple(lines)


def _unit(session: Session, said: Said, name: str | None) -> Unit | None:
    key = fold_words(name or "")
    return next((u for u in people_queries.living_units(session, said.agency_id) if fold_words(u.name) == key), None)
