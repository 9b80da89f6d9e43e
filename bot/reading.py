"""A message read with what this office knows: its units, people and plans, and the sender's highest role."""

from datetime import date

from sqlmodel import Session

from bot.permissions import Hat, hats
from bot.understanding.directory import Directory, PersonNames, UnitNames
from bot.understanding.intents import Understanding
from bot.understanding.read import read_message
from bot.usecases.said import Said
from storage.models.organisation import Agency
from storage.queries.people import Person, living_units, people, unit_aliases
from storage.queries.plans import plan_titles

_HIGHEST = (
    (Hat.LEADER, "leader"),
    (Hat.OFFICE_HEAD, "office_head"),
    (Hat.KEEPER, "office_head"),
    (Hat.UNIT_HEAD, "unit_head"),
)


def role_of(who: Person) -> str:
    """The word the reader knows for a person; a keeper is read like an office head."""
    worn = hats(who)
    return next((word for hat, word in _HIGHEST if hat in worn), "staff")


def office_directory(session: Session, agency: Agency, day: date) -> Directory:
    """Units with every name the office uses, people who have not left, plans by title."""
    units = living_units(session, agency.id)
    names: dict[int, list[str]] = {}
    for alias in unit_aliases(session, agency.id):
        names.setdefault(alias.unit_id, []).append(alias.alias)
    by_id = {u.id: u.name for u in units}
    return Directory(
        units=tuple(UnitNames(u.name, (u.short_name, *names.get(u.id, ())), agency.name) for u in units),
        people=tuple(
            PersonNames(p.staff.full_name, p.staff.honorific, by_id.get(min(p.unit_ids, default=0), ""))
            for p in people(session, agency.id, day)
        ),
        plans=tuple(plan_titles(session, agency.id)),
    )


def read(session: Session, said: Said, text: str, replying: bool) -> Understanding:
    """The acts of one message of this person."""
    return read_message(
        text,
        role=role_of(said.who),
        context="reply_to_reminder" if replying else "direct",
        on=said.day,
        directory=office_directory(session, said.who.agency, said.day),
        calendar=said.calendar,
    )
