"""What an order to many is narrowed to and whom it spares, against one duty: whose it is, of which unit and section."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlmodel import Session

from bot.asking import PersonUnknown
from bot.understanding.intents import Slots
from bot.usecases.said import Said
from bot.usecases.who_is import named
from jobs.rules.text import fold, fold_words
from storage.queries.duties import DutyLine
from storage.queries.people import Person, living_units, people


@dataclass(frozen=True)
class Narrowed:
    """Staff and unit ids; None where it is narrowed to none in particular. `but_…`: spared, whatever else they are."""

    units: frozenset[int] | None = None
    people: frozenset[int] | None = None
    section: str | None = None
    but_numbers: frozenset[int] = frozenset()
    but_units: frozenset[int] = frozenset()
    but_people: frozenset[int] = frozenset()

    def within(self, line: DutyLine, *others: int | None) -> bool:
        """`others`: staff it is of beside those of the duty."""
        if self.units is not None and line.unit.id not in self.units:
            return False
        if self.people is not None and not self.people & _whose(line, others):
            return False
        return self.section is None or in_section(line, self.section)

    def spares(self, line: DutyLine, *others: int | None) -> bool:
        return self.spares_work(line.number, line.unit.id, _whose(line, others))

    def spares_work(self, number: int, unit_id: int, whose: Collection[int | None]) -> bool:
        return number in self.but_numbers or unit_id in self.but_units or bool(self.but_people & set(whose))


@dataclass(frozen=True)
class NarrowingUnclear:
    """Words that narrow an order and are not followed: nothing is done. `waiting`: what a decision could be about."""

    words: str
    deed: str  # the intent
    waiting: tuple[DutyLine, ...] = ()


def narrowed(session: Session, said: Said, slots: Slots) -> Narrowed | PersonUnknown:
    """The names of an order as this office knows them; a name that fits nobody, or several, is asked about."""
    everybody = people(session, said.agency_id, said.day)
    named_people = (*((slots.person,) if slots.person else ()), *slots.people)
    found: dict[str, Person] = {}
    for name in (*named_people, *slots.but_people):
        fits = named(everybody, name)
        if len(fits) != 1:
            return PersonUnknown(name)
        found[name] = fits[0]
    ids = {fold_words(unit.name): unit.id for unit in living_units(session, said.agency_id)}
    full = (*((slots.unit_full,) if slots.unit_full else ()), *slots.units)
    units = frozenset(ids.get(fold_words(name), -1) for name in full) if full else None
    return Narrowed(
        (said.who.heads or said.who.unit_ids) if slots.own else units,
        frozenset(found[name].id for name in named_people) if named_people else None,
        slots.code,
        frozenset(slots.all_except or ()),
        frozenset(ids.get(fold_words(name), -1) for name in slots.but_units),
        frozenset(found[name].id for name in slots.but_people),
    )


def in_section(line: DutyLine, section: str) -> bool:
    names = [fold(part).rstrip(".") for part in (*line.task.section, line.task.code or "")]
    key = fold(section)
    return any(name == key or name.startswith((f"{key}.", f"{key} ")) for name in names)


def _whose(line: DutyLine, others: tuple[int | None, ...]) -> set[int | None]:
    return {line.duty.recipient_id, line.duty.person_id, *others} - {None}
