"""What every order to remind somebody begins with – may he, when does it leave, who is meant – and what is kept of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session

from bot.asking import PersonUnknown
from bot.permissions import TABLE, Right, Subject, hats, may
from bot.understanding.intents import Slots
from bot.usecases import ledger
from bot.usecases.narrowed import Narrowed, narrowed
from bot.usecases.said import Said
from bot.usecases.scope import is_agency, is_own_unit
from bot.usecases.who_is import named
from jobs.clock import office_day
from jobs.morning import Morning, morning
from jobs.rules.items import Item
from jobs.rules.text import fold_words
from jobs.rules.urging import leaves_at
from storage.kinds import EventKind, Role
from storage.queries.people import Person
from storage.queries.plans import coordinator_units


@dataclass(frozen=True)
class RemindNotYours:
    """The sender may have nobody reminded, or not of these."""

    head: bool


@dataclass(frozen=True)
class RemindOnTrial:
    """Nobody but the keeper is written to yet."""


@dataclass(frozen=True)
class RemindWhom:
    """The name fits nobody, or several."""

    typed: str
    candidates: tuple[Person, ...] = ()


@dataclass(frozen=True)
class Meant:
    """Whose lines: of the units or of the people named; of all where nobody is. `but`: whose not; `only` as `presses` reads it."""

    unit_ids: frozenset[int] | None
    people: tuple[Person, ...]
    numbers: tuple[int, ...]
    but: Narrowed
    only: str | None = None

    @property
    def person(self) -> Person | None:
        return self.people[0] if len(self.people) == 1 and self.unit_ids is None else None


class Order(NamedTuple):
    """When a reminder asked for now leaves, the facts of that day, and whose lines are meant."""

    leaves: datetime
    facts: Morning
    meant: Meant


def asked(session: Session, said: Said, slots: Slots) -> Order | RemindNotYours | RemindOnTrial | RemindWhom:
    """The order, or why nobody is reminded."""
    if not may_remind(session, said):
        return RemindNotYours(head=False)
    if said.who.agency.on_trial(said.now):
        return RemindOnTrial()
    if not _names_somebody(slots):
        return RemindWhom("")  # many are written to only when all are asked for
    leaves, facts = _leaving(session, said)
    meant = _meant_by(session, said, facts, slots)
    return meant if isinstance(meant, RemindWhom) else Order(leaves, facts, meant)


def keep_urged(session: Session, said: Said, people: Iterable[Person]) -> None:
    """In the ledger, with whom it reached."""
    event = ledger.write(session, said, EventKind.URGED)
    event.before = event.before | {"urged": [person.id for person in people]}
    session.add(event)


def _names_somebody(slots: Slots) -> bool:
    whom = slots.unit or slots.unit_full or slots.units or slots.person or slots.people
    return bool(slots.everybody or whom or slots.task_ids or slots.which in ("late", "unanswered"))


def _leaving(session: Session, said: Said) -> tuple[datetime, Morning]:
    """When a reminder asked for now leaves, and the facts of that day."""
    zone = said.who.agency.time_zone
    leaves = leaves_at(said.now, zone, said.who.agency.digest_at, said.calendar)
    return leaves, morning(session, said.agency_id, office_day(leaves, zone), said.now)


def may_remind(session: Session, said: Said) -> bool:
    """Whether there is anybody at all whom the sender may have reminded."""
    coordinates = bool(said.who.heads & set(coordinator_units(session, said.agency_id).values()))
    return coordinates or any(hat in TABLE[Right.REMIND] for hat in hats(said.who))


def within_reach(session: Session, said: Said, items: Iterable[Item]) -> list[Item]:
    """Of these lines, those of which he may remind; a plan's coordinator of all of that plan."""
    coordinated = coordinator_units(session, said.agency_id)

    def allowed(item: Item) -> bool:
        units = {item.unit_id, coordinated.get(item.plan_id or 0, item.unit_id)}
        return any(may(said.who, Right.REMIND, Subject(said.agency_id, unit, item.plan_id)) for unit in units)

    return [item for item in items if allowed(item)]


def reads_units(who: Person) -> bool:
    return Role.LEADER in who.roles and Role.OFFICE_HEAD not in who.roles and not who.heads


def _meant_by(session: Session, said: Said, facts: Morning, slots: Slots) -> Meant | RemindWhom:
    everybody = list(facts.people.values())
    but = narrowed(
        session, said, Slots(all_except=slots.all_except, but_people=slots.but_people, but_units=slots.but_units)
    )
    if isinstance(but, PersonUnknown):
        return RemindWhom(but.typed)
    units = units_meant(said, facts, slots)
    if isinstance(units, RemindWhom):
        return units
    people: list[Person] = []
    for name in (*((slots.person,) if slots.person else ()), *slots.people):
        found = named(everybody, name)
        found = [p for p in found if p.unit_ids & units] if units and len(found) > 1 else found
        if len(found) != 1:
            return RemindWhom(name, tuple(found))
        people += found
    units = units if slots.units or not people else None
    return Meant(units, tuple(people), slots.task_ids, but, slots.which)


def units_meant(said: Said, facts: Morning, slots: Slots) -> frozenset[int] | RemindWhom | None:
    full = (*((slots.unit_full,) if slots.unit_full else ()), *slots.units)
    if full:
        keys = {fold_words(name) for name in full}
        return frozenset(unit.id for unit in facts.units.values() if fold_words(unit.name) in keys)
    if not slots.unit or is_agency(slots.unit, said.who, list(facts.units.values())):
        return None
    if not is_own_unit(slots.unit, [facts.units[i] for i in said.who.unit_ids if i in facts.units]):
        return RemindWhom(slots.unit)
    return said.who.heads or said.who.unit_ids
