"""A first office from its form: agency, units with their other names, people with their roles."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlmodel import Session

from jobs.rules.text import fold_words
from storage.kinds import Role
from storage.models.organisation import Agency, Membership, Staff, Unit, UnitAlias


@dataclass(frozen=True)
class UnitForm:
    name: str
    short_name: str
    other_names: tuple[str, ...] = ()


@dataclass(frozen=True)
class PersonForm:
    """`unit` is a unit's name or short name; leaders and admins may have none."""

    full_name: str
    honorific: str
    unit: str | None
    roles: tuple[Role, ...]
    keeper: bool = False


@dataclass(frozen=True)
class OfficeForm:
    name: str
    short_name: str
    place: str
    units: tuple[UnitForm, ...]
    people: tuple[PersonForm, ...] = field(default=())


@dataclass(frozen=True)
class FormProblem:
    """What is wrong with a form: a code for the edge to word, and the value it is about."""

    code: str
    value: str = ""


def problems_of(form: OfficeForm) -> list[FormProblem]:
    """What would make an office that cannot work; empty when it can be created."""
    found = [FormProblem("no_name")] if not form.name else []
    found += [FormProblem("no_units")] if not form.units else []
    names = _unit_names(form.units)
    for unit in form.units:
        for name in (unit.name, unit.short_name, *unit.other_names):
            if names[fold_words(name)] is not unit:
                found.append(FormProblem("name_of_two_units", name))
    found += [
        FormProblem("unknown_unit", f"{p.full_name}: {p.unit}")
        for p in form.people
        if p.unit is not None and fold_words(p.unit) not in names
    ]
    if sum(p.keeper for p in form.people) != 1:
        found.append(FormProblem("one_keeper"))
    doubled = {p.full_name for p in form.people if sum(q.full_name == p.full_name for q in form.people) > 1}
    return found + [FormProblem("same_name_twice", name) for name in sorted(doubled)]


def _unit_names(units: Sequence[UnitForm]) -> dict[str, UnitForm]:
    names: dict[str, UnitForm] = {}
    for unit in units:
        for name in (unit.name, unit.short_name, *unit.other_names):
            names.setdefault(fold_words(name), unit)
    return names


def create_office(session: Session, form: OfficeForm, today: date) -> Agency:
    """Store a form that has no problems."""
    agency = Agency(name=form.name, short_name=form.short_name or form.name, place=form.place)
    session.add(agency)
    session.flush()
    ids: dict[str, int] = {}
    for position, unit in enumerate(form.units):
        row = Unit(agency_id=agency.id, name=unit.name, short_name=unit.short_name, position=position)
        session.add(row)
        session.flush()
        for name in dict.fromkeys((unit.name, unit.short_name, *unit.other_names)):
            if fold_words(name) not in ids:
                ids[fold_words(name)] = row.id
                session.add(UnitAlias(agency_id=agency.id, unit_id=row.id, alias=name, folded=fold_words(name)))
    for person in form.people:
        _add_person(session, agency.id, person, ids, today)
    return agency


def _add_person(session: Session, agency_id: int, person: PersonForm, units: dict[str, int], today: date) -> None:
    staff = Staff(
        agency_id=agency_id, full_name=person.full_name, honorific=person.honorific, keeps_agency=person.keeper
    )
    session.add(staff)
    session.flush()
    unit_id = units[fold_words(person.unit)] if person.unit else None
    for role in person.roles:
        session.add(Membership(agency_id=agency_id, staff_id=staff.id, unit_id=unit_id, role=role, from_on=today))
