""" "Nhắc KT", "nhắc hết": whose lines are late or missing gets one message a day, and who asked hears whom it reached."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from bot.understanding.intents import Slots
from bot.usecases.bot_budget import left_where_tight
from bot.usecases.remind_asked import (
    Meant,
    Order,
    RemindNotYours,
    RemindOnTrial,
    RemindWhom,
    asked,
    keep_urged,
    reads_units,
    within_reach,
)
from bot.usecases.said import Said
from bot.usecases.which_duty import UnknownNumber
from jobs.morning import Morning
from jobs.rules.items import Item, grouped
from jobs.rules.urging import presses
from jobs.urging import urge
from storage.models.organisation import Unit
from storage.queries.absences import absences_on, stand_ins
from storage.queries.duties import task_by_number
from storage.queries.people import Person
from storage.queries.reach import Reach
from storage.queries.reminders import LOST, urged_on


@dataclass(frozen=True)
class Target:
    """Who is to be reminded, of which numbers; `unit`: whose work the first of them is."""

    person: Person
    numbers: tuple[int, ...]
    unit: Unit


@dataclass(frozen=True)
class Urged:
    """`leaves`: when, where that is not at once. `own`: numbers of the sender's own; `closed`: those named, not open. `by_unit`:
    a leader reads no persons. `spared`: left out; `elsewhere`: what others hold; `left`: messages of a month that is short."""

    reached: tuple[Target, ...]
    already: tuple[Target, ...]
    missed: tuple[tuple[Target, Reach], ...]
    own: tuple[int, ...]
    leaves: datetime | None
    closed: tuple[int, ...] = ()
    by_unit: bool = False
    spared: tuple[Person, ...] = ()
    spared_units: tuple[Unit, ...] = ()
    elsewhere: tuple[tuple[int, Person], ...] = ()
    left: int | None = None


@dataclass(frozen=True)
class NothingPresses:
    """Nobody meant has anything late or missing; `numbers`: tasks named that are not open; `only`: "late", "unanswered"."""

    unit: Unit | None = None
    person: Person | None = None
    numbers: tuple[int, ...] = ()
    only: str | None = None


@dataclass(frozen=True)
class HeldByOthers:
    """Whoever is named holds none of these numbers, others do."""

    held: tuple[tuple[int, Person], ...]


@dataclass(frozen=True)
class CarriesNoWords:
    """Something was to be said: `words`, to `whom` as named, to everybody where nobody is."""

    words: str
    whom: tuple[str, ...]


RemindResult = (
    Urged | NothingPresses | HeldByOthers | CarriesNoWords | RemindNotYours | RemindOnTrial | RemindWhom | UnknownNumber
)


def remind(session: Session, said: Said, slots: Slots) -> RemindResult:
    """One message each to everybody meant who has something late or missing; a number named is enough while it is open."""
    order = asked(session, said, slots)
    if not isinstance(order, Order):
        return order
    leaves, facts, meant = order
    if slots.text:
        names = (slots.person or slots.unit, *slots.people, *slots.units)
        return CarriesNoWords(slots.text, tuple(filter(None, names)))
    unknown = [n for n in meant.numbers if task_by_number(session, said.agency_id, n) is None]
    if unknown:
        return UnknownNumber(unknown[0])
    found = [item for item in facts.items if _is_meant(item, meant, facts)]
    items = within_reach(session, said, found)
    if found and not items:
        return RemindNotYours(head=bool(said.who.heads))
    held = _held_by_others(facts, meant, within_reach(session, said, facts.items))
    if not items and held:
        return HeldByOthers(held)
    if not items and _held_by_others(facts, meant, facts.items):
        return RemindNotYours(head=bool(said.who.heads))
    if not items:
        unit_id = next(iter(meant.unit_ids or ()), 0)
        return NothingPresses(facts.units.get(unit_id), meant.person, meant.numbers, meant.only)
    made = _send(session, said, facts, items, leaves, meant.but.but_people)
    open_ones = {item.number for item in found} | {number for number, _holder in held}
    closed = tuple(n for n in meant.numbers if n not in open_ones)
    spared = tuple(p for p in facts.people.values() if p.id in meant.but.but_people)
    units = tuple(u for u in facts.units.values() if u.id in meant.but.but_units)
    by_unit = reads_units(said.who) and not meant.people
    return replace(made, closed=closed, by_unit=by_unit, spared=spared, spared_units=units, elsewhere=held)


def _held_by_others(facts: Morning, meant: Meant, items: Iterable[Item]) -> tuple[tuple[int, Person], ...]:
    """Open tasks named beside somebody who holds none of them: "nhắc chị Thu việc 26", and Vinh has it."""
    open_ones = [item for item in items if item.number in meant.numbers and (item.open or item.waits_for_product)]
    his = {item.number for item in open_ones if _is_meant(item, meant, facts)}
    left = dict.fromkeys((item.number, item.recipient_id) for item in open_ones if item.number not in his)
    return tuple((number, person) for number, i in left if (person := facts.person(i)))


def _is_meant(item: Item, meant: Meant, facts: Morning) -> bool:
    if meant.but.spares_work(item.number, item.unit_id, (item.recipient_id, item.person_id)):
        return False
    of_unit = meant.unit_ids is not None and item.unit_id in meant.unit_ids
    named_here = of_unit or any(_is_his(item, person) for person in meant.people)
    if (meant.unit_ids is not None or meant.people) and not named_here:
        return False
    if meant.numbers:
        return item.number in meant.numbers and (item.open or item.waits_for_product)
    return presses(item, facts.day, meant.only)


def _is_his(item: Item, person: Person) -> bool:
    """Also what goes to his substitute while he is away."""
    if person.id in (item.recipient_id, item.person_id):
        return True
    return person.away and item.person_id is None and item.unit_id in person.unit_ids


def _send(
    session: Session, said: Said, facts: Morning, items: Sequence[Item], leaves: datetime, spared: frozenset[int]
) -> Urged:
    standing_in = stand_ins(absences_on(session, said.agency_id, facts.today))
    of = grouped(items, lambda item: standing_in.get(item.recipient_id, item.recipient_id))
    own = of.pop(said.who.id, [])
    of = {staff_id: mine for staff_id, mine in of.items() if staff_id not in spared}
    before = urged_on(session, said.agency_id, facts.today, list(of))
    reached: list[Target] = []
    already: list[Target] = []
    missed: list[tuple[Target, Reach]] = []
    for staff_id, mine in of.items():
        person = facts.person(staff_id)
        if person is None:  # has left; the next morning finds who is told instead
            continue
        target = Target(person, tuple(sorted({item.number for item in mine})), facts.units[mine[0].unit_id])
        reach = facts.reach_of(staff_id).reach
        if staff_id in before and before[staff_id].state in LOST:
            missed.append((target, reach if reach is not Reach.REACHED else Reach.CHAT_OFF))
        elif staff_id in before:
            already.append(target)
        elif reach is not Reach.REACHED:
            missed.append((target, reach))
        else:
            sent = urge(session, facts, person, said.who, mine, said.now, leaves)
            (reached if sent else already).append(target)
    if reached:
        keep_urged(session, said, (target.person for target in reached))
    return Urged(
        reached=_by_unit(reached),
        already=_by_unit(already),
        missed=tuple(missed),
        own=tuple(sorted({item.number for item in own})),
        leaves=leaves if leaves > said.now else None,
        left=left_where_tight(facts, (target.person for target in reached)),
    )


def _by_unit(targets: Iterable[Target]) -> tuple[Target, ...]:
    return tuple(sorted(targets, key=lambda target: (target.unit.position, target.person.id)))
