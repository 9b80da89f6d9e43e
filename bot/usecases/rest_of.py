""" "Các việc của KT như kỳ trước": what is left of a unit is of several people, and is recorded for one of them at a time."""

from dataclasses import dataclass

from sqlmodel import Session

from bot.asking import Option
from bot.permissions import Right, Subject, may
from bot.understanding.intents import Act, Slots
from bot.usecases.missing_results import MissingResults, missing_results
from bot.usecases.said import Said
from bot.usecases.scope import Scope
from jobs.rules.text import fold_words
from storage.models.organisation import Unit
from storage.queries.people import Person, living_units


@dataclass(frozen=True)
class RestOfUnit:
    """Nothing is recorded; `of`: who of the unit still owes results, and of which tasks; `refused`: not this person's to record."""

    unit: Unit
    of: tuple[tuple[Person, tuple[int, ...]], ...] = ()
    refused: bool = False


def rest_of_unit(session: Session, said: Said, slots: Slots) -> RestOfUnit | None:
    """Whom to record for, where a unit and not the sender's own work was named."""
    unit = _unit(session, said, slots)
    if unit is None or said.behalf:
        return None
    if not (said.who.is_keeper() or may(said.who, Right.HAND_OUT, Subject(said.agency_id, unit_id=unit.id))):
        return None if unit.id in said.who.unit_ids else RestOfUnit(unit, refused=True)
    missing = missing_results(session, said, Scope(units=(unit,)))
    of = missing.of if isinstance(missing, MissingResults) else ()
    return RestOfUnit(unit, tuple((person, numbers) for person, numbers, _unit_of in of))


def for_each(rest: RestOfUnit, act: Act) -> tuple[Option, ...]:
    """For whom of a unit it is to be recorded: a name answers."""
    nobody = act.with_slots(unit=None, unit_full=None, own=False, mode="rest")
    called = (person.staff.full_name for person, _numbers in rest.of)
    return tuple(Option(name.split()[-1], nobody.with_slots(person=name)) for name in called)


def _unit(session: Session, said: Said, slots: Slots) -> Unit | None:
    units = living_units(session, said.agency_id)
    if slots.own:
        own = said.who.heads or said.who.unit_ids  # the keeper heads none
        return next((unit for unit in units if unit.id in own), None)
    key = fold_words(slots.unit_full or "")
    return next((unit for unit in units if key and key == fold_words(unit.name)), None)
