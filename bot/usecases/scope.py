"""Whose work a question is about: the sender's, a person's, a unit's, or all that he sees."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sqlmodel import Session

from bot.permissions import Hat, Right, Subject, hats, may, of_duty
from bot.understanding.intents import Slots
from bot.usecases.said import Said
from bot.usecases.views import UnknownUnit, leads_only
from bot.usecases.who_is import named
from jobs.items import items_of, items_of_some, open_items
from jobs.rules.items import Item
from jobs.rules.text import fold_words
from storage.models.organisation import Unit
from storage.queries import duties as duty_queries
from storage.queries.absences import absences_on, stand_ins
from storage.queries.duties import DutyLine
from storage.queries.people import Person, living_units, people

_OWN_UNIT = re.compile(
    r"(?:ca |toan )?(?:phong|p|don vi|trung tam|ban|van phong|bo phan|ben)(?: (?:minh|em|toi|ta|anh|chi|tui|nha|chung ta|chung em|chung toi|cua (?:minh|em|toi)))?"
)


@dataclass(frozen=True)
class WhoIsMeant:
    """A name that fits nobody, or these several people."""

    typed: str
    candidates: tuple[Person, ...] = ()


@dataclass(frozen=True)
class WorkNotShown:
    """What this person holds is shown to himself, his head and those who see the whole office."""

    person: Person


@dataclass(frozen=True)
class Scope:
    """One person's duties, those of units, or (neither) the whole office's."""

    person: Person | None = None
    units: tuple[Unit, ...] = ()

    @property
    def one_unit(self) -> Unit | None:
        return self.units[0] if len(self.units) == 1 and self.person is None else None


@dataclass(frozen=True)
class Held:
    """Duties not closed of a scope; `owners` by staff id, of those lines whose persons may be seen (`inside`).

    The items of other lines have lost their internal dates.
    """

    items: tuple[Item, ...]
    lines: dict[int, DutyLine] = field(hash=False)
    inside: frozenset[int] = frozenset()
    owners: dict[int, Person] = field(default_factory=dict, hash=False)

    def of(self, items: list[Item]) -> tuple[DutyLine, ...]:
        return tuple(self.lines[item.duty_id] for item in items)


def scope_of(session: Session, said: Said, slots: Slots) -> Scope | UnknownUnit | WhoIsMeant | WorkNotShown:
    """What the words name; without a name what the sender answers for: all, his units, or his own."""
    if slots.person and not slots.unit:
        return person_scope(session, said, slots.person)
    if slots.own:
        return Scope(said.owner)
    units = living_units(session, said.agency_id)
    if slots.unit_full:
        key = fold_words(slots.unit_full)
        found = [u for u in units if key in (fold_words(u.name), fold_words(u.short_name))]
        return Scope(units=tuple(found)) if len(found) == 1 else UnknownUnit(slots.unit_full, tuple(found or units))
    if slots.unit and is_agency(slots.unit, said.who, units):
        return Scope()
    if slots.unit:  # "phòng mình", or a name of several
        mine = [u for u in units if u.id in said.who.unit_ids]
        return Scope(units=tuple(mine)) if is_own_unit(slots.unit, mine) else UnknownUnit(slots.unit, tuple(units))
    if sees_all(said.who):
        return Scope()
    heads = tuple(u for u in units if u.id in said.who.heads)
    return Scope(units=heads) if heads else Scope(said.owner)


def is_own_unit(typed: str, mine: Sequence[Unit]) -> bool:
    """Whether words that fit no unit of the office mean one's own: "phòng mình"; "trung tâm" only of who is in one."""
    words = fold_words(typed)
    if not mine or not _OWN_UNIT.fullmatch(words):
        return False
    return not words.startswith("trung tam") or any(fold_words(u.name).startswith("trung tam") for u in mine)


def is_agency(typed: str, who: Person, units: Sequence[Unit]) -> bool:
    """ "Cả ban" in an office called "Ban …", of who is in no unit called so."""
    found = re.fullmatch(
        r"(?:ca |toan )?(ban|uy ban|so|cuc|chi cuc|huyen|truong)(?: (?:minh|ta|chung ta|em|anh|chi))?",
        fold_words(typed),
    )
    if not found or not fold_words(who.agency.name).startswith(found[1] + " "):
        return False
    return not any(fold_words(unit.name).startswith(found[1] + " ") for unit in units if unit.id in who.unit_ids)


def sees_all(who: Person) -> bool:
    """Whether a question without a name is about the whole office."""
    return bool(hats(who) & {Hat.KEEPER, Hat.OFFICE_HEAD, Hat.LEADER})


def person_scope(session: Session, said: Said, name: str) -> Scope | WhoIsMeant | WorkNotShown:
    """One person by name, where the sender may see what he holds."""
    found = named(people(session, said.agency_id, said.day), name)
    if len(found) != 1:
        return WhoIsMeant(name, tuple(found))
    person = found[0]
    subjects = (Subject(said.agency_id, unit, None, frozenset({person.id})) for unit in person.unit_ids or {None})
    stands_in = stand_ins(absences_on(session, said.agency_id, said.day)).get(person.id) == said.who.id
    if not stands_in and not any(may(said.who, Right.SEE_WORK_OF, each) for each in subjects):
        return WorkNotShown(person)
    return Scope(person)


def held(session: Session, said: Said, scope: Scope) -> Held:
    """The open duties of the scope, their lines, and whose they are where this reader may know."""
    if scope.person:
        items = items_of(session, said.agency_id, scope.person.id)
    elif scope.units:
        ids = {unit.id for unit in scope.units}
        items = [i for i in items_of_some(session, said.agency_id, (), ids) if i.unit_id in ids]
    else:
        items = open_items(session, said.agency_id)
    found = duty_queries.lines_by_ids(session, said.agency_id, [item.duty_id for item in items])
    lines = {line.duty.id: line for line in found}
    inside = frozenset(i for i, x in lines.items() if scope.person or _sees(said, x))
    by_name = scope.person is None and not (scope.units and leads_only(said.who))
    whose = {lines[i].duty.person_id or lines[i].duty.recipient_id for i in inside} if by_name else set()
    owners = {p.id: p for p in people(session, said.agency_id, said.day, only=whose)} if whose else {}
    shown = (item if item.duty_id in inside else replace(item, target_on=None) for item in items)
    return Held(tuple(shown), lines, inside, owners)


def _sees(said: Said, line: DutyLine) -> bool:
    return may(said.who, Right.SEE_PERSONS, of_duty(line.duty, line.plan, Right.SEE_PERSONS))
