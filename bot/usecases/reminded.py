""" "Ai đã được nhắc việc 12?": answered from the ledger of what left, never from what should have."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from sqlmodel import Session

from bot.permissions import Right, Subject, may, of_duty
from bot.understanding.intents import Slots
from bot.usecases.go_live import trial_keeper
from bot.usecases.said import Said
from bot.usecases.scope import Scope, scope_of
from bot.usecases.views import UnknownUnit
from jobs.morning import Morning, morning
from jobs.outcomes import Outcome, outcome
from storage.kinds import OPEN_STATES, PartyRole
from storage.models.organisation import Unit
from storage.queries.duties import DutyLine, lines_by_number
from storage.queries.morning import Passed, morning_passed, planned_of_day
from storage.queries.people import Person, people
from storage.queries.reach import NOBODY, Reach, reach_of_all
from storage.queries.reminders import LOST, Reminder, may_have_been_told, reminders_of, urged_on

MOST_SHOWN = 6


@dataclass(frozen=True)
class WhoReminded:
    """What left about one task, newest first. `people` is empty for eyes that may see no names; `missed`: who should
    hear of its open parts and has no usable chat; `trial`: who reads everybody's messages so far.
    """

    line: DutyLine
    duty_ids: tuple[int, ...]
    reminders: tuple[Reminder, ...]
    people: dict[int, Person]
    missed: tuple[tuple[Person, Reach], ...] = ()
    trial: Person | None = None


@dataclass(frozen=True)
class MorningTold:
    """How this morning went; None while it was not looked at. `named`: who was reminded, by unit in the office's order
    (None: of no unit), of the units this reader may know; `unit`: the one that was asked about;
    `urged`: whom somebody had reminded since.
    """

    outcome: Outcome | None
    named: tuple[tuple[Unit | None, tuple[Person, ...]], ...] = ()
    numbers: dict[int, tuple[int, ...]] = field(default_factory=dict, hash=False)  # of tasks, by staff id
    unit: Unit | None = None
    shows_all: bool = True
    urged: tuple[Person, ...] = ()


@dataclass(frozen=True)
class MorningNotShown:
    """Whom another unit's morning reached is its own."""

    unit: Unit


def who_was_reminded(session: Session, said: Said, number: int) -> WhoReminded | None:
    """None where the agency has no such number."""
    lines = [x for x in lines_by_number(session, said.agency_id, number) if x.duty.role is PartyRole.LEAD]
    if not lines:
        return None
    everybody = {person.id: person for person in people(session, said.agency_id, said.day)}
    seen = [x for x in lines if may(said.who, Right.SEE_PERSONS, of_duty(x.duty, x.plan, Right.SEE_PERSONS))]
    shown = seen or lines
    duty_ids = tuple(x.duty.id for x in shown)
    found = left_about(session, said.agency_id, shown)
    trial = trial_keeper(session, said)
    if not seen:
        return WhoReminded(lines[0], duty_ids, tuple(found), {}, trial=trial)
    missed = () if trial else _missed(session, said, seen, everybody)
    return WhoReminded(seen[0], duty_ids, tuple(found), everybody, missed, trial)


def left_about(session: Session, agency_id: int, lines: Sequence[DutyLine]) -> list[Reminder]:
    """What left about these parts of a task, newest first."""
    told = may_have_been_told(session, agency_id, {x.duty.unit_id for x in lines})
    told |= {x.duty.recipient_id for x in lines} | {x.plan.keeper_id for x in lines if x.plan}
    return reminders_of(session, agency_id, [x.duty.id for x in lines], told)


def _missed(
    session: Session, said: Said, lines: list[DutyLine], everybody: dict[int, Person]
) -> tuple[tuple[Person, Reach], ...]:
    reach = reach_of_all(session, said.agency_id)
    waiting = dict.fromkeys(x.duty.recipient_id for x in lines if x.duty.state in OPEN_STATES)
    at = [(everybody[who], reach.get(who, NOBODY).reach) for who in waiting if who in everybody]
    return tuple((person, why) for person, why in at if why is not Reach.REACHED)


def shown_units(session: Session, said: Said, slots: Slots) -> tuple[Unit | None, bool] | MorningNotShown | UnknownUnit:
    """The unit asked about, and whether this reader sees the whole office."""
    scope = scope_of(session, said, Slots(unit=slots.unit, unit_full=slots.unit_full)) if slots.unit else Scope()
    if isinstance(scope, UnknownUnit):
        return scope
    unit = scope.one_unit if isinstance(scope, Scope) else None
    everywhere = may(said.who, Right.SEE_PERSONS, Subject(said.agency_id)) or said.who.staff.keeps_agency
    if unit and not (everywhere or may(said.who, Right.SEE_PERSONS, Subject(said.agency_id, unit.id))):
        return MorningNotShown(unit)
    return unit, everywhere


def morning_told(session: Session, said: Said, slots: Slots) -> MorningTold | MorningNotShown | UnknownUnit:
    """Of a unit that is named, of the whole office for those who see everybody, else of one's own units."""
    shown = shown_units(session, said, slots)
    if not isinstance(shown, tuple):
        return shown
    unit, everywhere = shown
    urged = _urged(session, said, {unit.id} if unit else None if everywhere else said.who.unit_ids)
    if morning_passed(session, said.agency_id, said.day, Passed.FIRST) is None:
        return MorningTold(None, unit=unit, urged=urged)
    facts = morning(session, said.agency_id, said.day, said.now)
    found = outcome(facts)
    reached = (facts.people[i] for i in dict.fromkeys(found.named) if i in facts.people)
    named = under_their_units(facts.units.values(), reached)
    if unit or not everywhere:
        wanted = {unit.id} if unit else said.who.unit_ids
        named = [(of, group) for of, group in named if of and of.id in wanted]
    return MorningTold(found, tuple(named), _numbers(session, said, facts), unit, everywhere and unit is None, urged)


def _urged(session: Session, said: Said, units: Collection[int] | None) -> tuple[Person, ...]:
    """Whom somebody asked to be reminded today, of these units; it may still be on its way."""
    staff = {one.id: one for one in people(session, said.agency_id, said.day)}
    left = urged_on(session, said.agency_id, said.day, list(staff))
    told = [staff[i] for i, notice in left.items() if notice.state not in LOST]
    return tuple(sorted((one for one in told if units is None or one.unit_ids & set(units)), key=lambda one: one.id))


def under_their_units(units: Collection[Unit], found: Iterable[Person]) -> list[tuple[Unit | None, tuple[Person, ...]]]:
    """Each person under the first of his units; the units stand in their order, who has none before them."""
    groups: dict[int | None, list[Person]] = {unit_id: [] for unit_id in (None, *(unit.id for unit in units))}
    for who in found:
        groups[next((unit.id for unit in units if unit.id in who.unit_ids), None)].append(who)
    by_id = {unit.id: unit for unit in units}
    return [(by_id.get(unit_id or 0), tuple(group)) for unit_id, group in groups.items() if group]


def _numbers(session: Session, said: Said, facts: Morning) -> dict[int, tuple[int, ...]]:
    notices = [n for n in planned_of_day(session, said.agency_id, said.day) if n.staff_id and n.about]
    number = {item.duty_id: item.number for item in facts.items}
    return {n.staff_id or 0: tuple(dict.fromkeys(number[i] for i in n.about if i in number)) for n in notices}
