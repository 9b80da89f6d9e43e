"""A first office from its form."""

from datetime import date

from sqlmodel import Session

from jobs.rules.office_form import OfficeForm, PersonForm
from jobs.rules.text import fold_words
from storage.models.organisation import Agency, Membership, Staff, Unit, UnitAlias


def create_office(session: Session, form: OfficeForm, today: date, *, trial: bool = True) -> Agency:
    """Store a form that has no problems; it begins with a trial, in which the keeper reads all mornings."""
    agency = Agency(
        name=form.name, short_name=form.short_name or form.name, place=form.place, trial_since=today if trial else None
    )
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
