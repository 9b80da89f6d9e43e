""" "Đầu mối phòng Kinh tế của kế hoạch CCHC là Thảo": who is told of a unit's work that nobody has, or of its news."""

from dataclasses import dataclass, field
from typing import Any

from sqlmodel import Session

from bot.permissions import Right, Subject, may
from bot.understanding.intents import Slots
from bot.usecases import ledger
from bot.usecases.said import Said
from bot.usecases.views import is_named
from bot.usecases.who_is import named
from jobs.contacts import follow_contacts
from jobs.rules.text import fold_words
from storage.kinds import FOLLOWED, EventKind, PartyRole
from storage.models.events import Event
from storage.models.organisation import Unit
from storage.models.plans import Plan, PlanContact
from storage.queries import people as people_queries
from storage.queries.contacts import contact_row, contacts_of
from storage.queries.duties import DutyLine
from storage.queries.people import Person
from storage.queries.plans import plans_in
from storage.queries.reach import reachable_staff
from storage.queries.rows import row_by_id

CONTACT = "contact"  # in an event's `before`


@dataclass(frozen=True)
class Place:
    """Whose contact: a unit's for one plan, for all that has none of its own, or for its news alone."""

    unit: Unit
    plan: Plan | None
    news: bool


@dataclass(frozen=True)
class ContactSet:
    """`lines`: the unit's open lead parts that go to `person` now; `again`: nothing changed."""

    place: Place
    person: Person
    event: Event | None = None
    lines: tuple[DutyLine, ...] = ()
    before: Person | None = None
    reached: bool = True
    again: bool = False


@dataclass(frozen=True)
class ContactRemoved:
    """`to`: who is told of that work from now on; None where no work moved."""

    place: Place
    person: Person
    to: Person | None


@dataclass(frozen=True)
class NoContact:
    """There was none to take away."""

    place: Place


@dataclass(frozen=True)
class ContactUnclear:
    """What fits not one: `what` is "unit", "plan" or "person"; `fits`, `people`: what and who could be meant."""

    what: str
    typed: str
    fits: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()


@dataclass(frozen=True)
class ContactNotYours:
    place: Place


@dataclass(frozen=True)
class Contacts:
    """Who answers where, as the reader may see it; `unseen`: of other units, whose persons he does not see; `heads` by unit id."""

    rows: tuple[tuple[Place, Person], ...]
    units: tuple[Unit, ...]
    unseen: int = 0
    heads: dict[int, Person] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class ContactUndone:
    place: Place
    person: Person | None


def set_contact(session: Session, said: Said, slots: Slots) -> object:
    """Name a person of the unit, and let him be told of its open work that nobody has."""
    place = _place(session, said, slots)
    if not isinstance(place, Place):
        return place
    in_unit = [p for p in people_queries.people(session, said.agency_id, said.day) if place.unit.id in p.unit_ids]
    found = named(in_unit, slots.person or "")
    if len(found) != 1:
        return ContactUnclear("person", slots.person or "", people=tuple(found or in_unit))
    person = found[0]
    row = _row(session, said, place)
    if row and row.staff_id == person.id:
        return ContactSet(place, person, again=True)
    before = _person(session, said, row.staff_id) if row else None
    event, moved = _keep(session, said, place, row, person.id)
    lines = tuple(x for found in moved for x in found if x.duty.recipient_id == person.id)
    reached = person.id in reachable_staff(session, said.agency_id)
    return ContactSet(place, person, event, lines, before, reached)


def remove_contact(session: Session, said: Said, slots: Slots) -> object:
    place = _place(session, said, slots)
    if not isinstance(place, Place):
        return place
    row = _row(session, said, place)
    if row is None:
        return NoContact(place)
    person = people_queries.person(session, said.agency_id, row.staff_id, said.day)
    _, moved = _keep(session, said, place, row, None)
    to = {x.duty.recipient_id for found in moved for x in found}
    return ContactRemoved(place, person, _person(session, said, min(to)) if to else None)


def show_contacts(session: Session, said: Said, slots: Slots) -> Contacts | ContactUnclear:
    """Of one unit, one plan, or all; persons of other units only for who may see them."""
    units = people_queries.living_units(session, said.agency_id)
    if slots.unit:
        units = _named_units(units, slots)
    plans = {plan.id: plan for plan in plans_in(session, said.agency_id, FOLLOWED)}
    if slots.plan:
        plans = {i: plan for i, plan in plans.items() if is_named(plan, slots.plan)}
        if not plans:
            return ContactUnclear("plan", slots.plan, _titles(session, said))
    seen = [u for u in units if may(said.who, Right.SEE_PERSONS, Subject(said.agency_id, u.id))]
    by_id = {unit.id: unit for unit in seen}
    here = {p.id: p for p in people_queries.people(session, said.agency_id, said.day)}
    rows = []
    for row in contacts_of(session, said.agency_id):
        plan = plans.get(row.plan_id or 0)
        if row.unit_id in by_id and row.staff_id in here and (row.plan_id is None or plan):
            rows.append((Place(by_id[row.unit_id], plan, row.for_news), here[row.staff_id]))
    heads = {unit_id: person for person in here.values() for unit_id in person.heads if unit_id in by_id}
    return Contacts(tuple(rows), tuple(seen), len(units) - len(seen), heads)


def take_back(session: Session, said: Said, event: Event) -> ContactUndone:
    """Who it was before the event is it again."""
    kept = event.before[CONTACT]
    unit = people_queries.units_by_ids(session, said.agency_id, [kept["unit"]])[0]
    plan = row_by_id(session, Plan, said.agency_id, kept["plan"])
    place = Place(unit, plan, kept["news"])
    _store(session, said, place, _row(session, said, place), kept["staff"])
    follow_contacts(session, said.agency_id, [unit.id], said.day)
    ledger.take_back(session, said, event)
    return ContactUndone(place, _person(session, said, kept["staff"]) if kept["staff"] else None)


def _keep(
    session: Session, said: Said, place: Place, row: PlanContact | None, staff_id: int | None
) -> tuple[Event, list[list[DutyLine]]]:
    """Write it, bring it to the work, and keep for undo and the auditor what it was and who has to do with it."""
    before: dict[str, Any] = {
        "unit": place.unit.id, "plan": place.plan.id if place.plan else None, "news": place.news,
        "staff": row.staff_id if row else None,
    }  # fmt: skip
    _store(session, said, place, row, staff_id)
    moved = follow_contacts(session, said.agency_id, [place.unit.id], said.day)
    people = {*moved, *(x.duty.recipient_id for found in moved.values() for x in found)}
    people |= {who for who in (staff_id, before["staff"]) if who}
    event = ledger.write(
        session, said, EventKind.CONTACT_SET, for_id=staff_id or before["staff"], plan_id=before["plan"],
        before={CONTACT: before, "moved": sorted(people)},
    )  # fmt: skip
    lead = [[x for x in found if x.duty.role is PartyRole.LEAD] for found in moved.values()]
    return event, lead


def _store(session: Session, said: Said, place: Place, row: PlanContact | None, staff_id: int | None) -> None:
    if staff_id is None:
        if row:
            session.delete(row)
    else:
        plan_id = place.plan.id if place.plan else None
        row = row or PlanContact(
            agency_id=said.agency_id, plan_id=plan_id, unit_id=place.unit.id, staff_id=staff_id, for_news=place.news
        )
        row.staff_id = staff_id
        session.add(row)
    session.flush()


def _place(session: Session, said: Said, slots: Slots) -> Place | ContactUnclear | ContactNotYours:
    units = people_queries.living_units(session, said.agency_id)
    mine = [u for u in units if u.id in (said.who.heads or said.who.unit_ids)]
    found = _named_units(units, slots) if slots.unit else mine
    if len(found) != 1:
        return ContactUnclear("unit", slots.unit or "", tuple(u.short_name for u in found or units))
    plan = None
    if slots.plan:
        plans = [p for p in plans_in(session, said.agency_id, FOLLOWED) if is_named(p, slots.plan)]
        if len(plans) != 1:
            return ContactUnclear("plan", slots.plan, tuple(p.short_title for p in plans) or _titles(session, said))
        plan = plans[0]
    place = Place(found[0], plan, slots.which == "news")
    subject = Subject(said.agency_id, found[0].id, plan.id if plan else None)
    return place if may(said.who, Right.SET_CONTACT, subject) else ContactNotYours(place)


def _named_units(units: list[Unit], slots: Slots) -> list[Unit]:
    key = fold_words(slots.unit_full or slots.unit or "")
    return [u for u in units if key in (fold_words(u.name), fold_words(u.short_name))]


def _titles(session: Session, said: Said) -> tuple[str, ...]:
    return tuple(plan.short_title for plan in plans_in(session, said.agency_id, FOLLOWED))


def _row(session: Session, said: Said, place: Place) -> PlanContact | None:
    return contact_row(session, said.agency_id, place.unit.id, place.plan.id if place.plan else None, place.news)


def _person(session: Session, said: Said, staff_id: int) -> Person | None:
    """None for who has left."""
    return next(iter(people_queries.people(session, said.agency_id, said.day, only=[staff_id])), None)
