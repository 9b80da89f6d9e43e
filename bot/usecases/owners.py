""" "Duyệt 7 của Lan": the person named beside a number must hold that task, else nothing is done."""

from dataclasses import dataclass

from sqlmodel import Session

from bot.asking import PersonUnknown
from bot.understanding.intents import Act, Intent
from bot.usecases.said import Said
from bot.usecases.which_duty import UnknownNumber, is_his
from bot.usecases.who_is import named
from storage.kinds import PartyRole
from storage.queries import duties as duty_queries
from storage.queries.duties import DutyLine
from storage.queries.people import Person, people


@dataclass(frozen=True)
class NotHis:
    line: DutyLine
    person: Person


def of_person(session: Session, said: Said, act: Act) -> Act | NotHis | PersonUnknown | UnknownNumber:
    """The act on the parts that this person holds; of a task that several units lead his unit's is meant."""
    name = act.slots.of_person or ""
    found = named(people(session, said.agency_id, said.day), name)
    if len(found) != 1:
        return PersonUnknown(name)
    units = set()
    for number in act.slots.task_ids:
        lines = duty_queries.lines_by_number(session, said.agency_id, number)
        lines = [x for x in lines if x.duty.role is PartyRole.LEAD]
        if not lines:
            return UnknownNumber(number)
        held = [x for x in lines if is_his(x, found[0])]
        if not held:
            return NotHis(lines[0], found[0])
        units.add(held[0].unit.name)
    if len(units) != 1:
        return act
    slot = "of_unit" if act.intent is Intent.assign else "unit_full"
    return act.with_slots(**{slot: units.pop()})
