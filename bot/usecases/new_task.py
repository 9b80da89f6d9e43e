""" "Việc phát sinh: …": a task in one sentence, read back first and followed from the sender's "ghi" on."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.permissions import Right, Subject, may
from bot.understanding.intents import Slots
from bot.usecases import ledger
from bot.usecases.said import Said
from bot.usecases.who_is import named
from jobs.plans.typed_task import Typed, make_typed_task
from jobs.rules.text import fold_words
from storage.kinds import DutyState, EventKind
from storage.models.organisation import Unit
from storage.queries.duties import DutyLine, lines_by_ids
from storage.queries.people import Person, living_units, people
from storage.queries.reach import reachable_staff

SHORTEST_TITLE = 2
"""Words that a title has at least."""
UNCLEAR = "unclear"
"""The mode of a task read back once more, as it was not said clearly what is to be different."""


@dataclass(frozen=True)
class TaskEchoed:
    """What would be followed; nothing is written yet. `unclear`: what is to be different was not said clearly."""

    title: str
    unit: Unit
    person: Person | None
    due_on: date | None
    source: str
    unclear: bool = False


@dataclass(frozen=True)
class TaskAdded:
    line: DutyLine
    told: Person | None
    reached: bool


@dataclass(frozen=True)
class TaskLeft:
    """ "thôi": nothing was written."""


@dataclass(frozen=True)
class TaskPutAside:
    """It was read back, and another question was asked before its "ghi"."""

    title: str


@dataclass(frozen=True)
class TaskUnclear:
    """What the sentence lacks: `units` to choose from (`lead`: all of them are named, and one leads), a title, or a day to come; `who`: a name that fits not one person."""

    units: tuple[Unit, ...] = ()
    lead: bool = False
    who: str = ""
    past: date | None = None


@dataclass(frozen=True)
class TaskNotYours:
    """Who may give this unit a task: its head, the keeper, the office's head, leaders."""

    unit: Unit | None


Result = TaskEchoed | TaskAdded | TaskLeft | TaskUnclear | TaskNotYours


def new_task(session: Session, said: Said, slots: Slots) -> Result:
    """Echo it, or with mode "yes" write it; the right is asked for both times."""
    if slots.mode == "no":
        return TaskLeft()
    read = _read(session, said, slots)
    if not isinstance(read, TaskEchoed) or slots.mode != "yes":
        return read
    typed = Typed(
        read.title, read.unit.id, read.unit.name, read.due_on, read.person.id if read.person else None, read.source
    )
    duty = make_typed_task(session, said.agency_id, typed, said.day)
    before = ledger.snapshot(duty) | {"state": DutyState.CANCELLED.value, "closed_on": said.day.isoformat()}
    event = ledger.write(
        session,
        said,
        EventKind.TASK_ADDED,
        duty=duty,
        for_id=duty.recipient_id,
        text=read.source,
        before={"duty": before},
    )
    ledger.tell(session, event, duty.recipient_id)
    told = next((p for p in people(session, said.agency_id, said.day, only=[duty.recipient_id])), None)
    reached = duty.recipient_id in reachable_staff(session, said.agency_id)
    return TaskAdded(lines_by_ids(session, said.agency_id, [duty.id])[0], told, reached)


def _read(session: Session, said: Said, slots: Slots) -> TaskEchoed | TaskUnclear | TaskNotYours:
    if not may(said.who, Right.ADD_TASK, Subject(said.agency_id)) and not said.who.heads:
        return TaskNotYours(None)
    if len((slots.title or "").split()) < SHORTEST_TITLE:
        return TaskUnclear()
    if slots.date and slots.date < said.day:
        return TaskUnclear(past=slots.date)
    person = _person(session, said, slots.person) if slots.person else None
    if slots.person and person is None:
        return TaskUnclear(who=slots.person)
    units = _units(session, said, slots, person)
    if len(units) != 1:
        return TaskUnclear(units=tuple(units) or tuple(living_units(session, said.agency_id)), lead=bool(slots.units))
    if not may(said.who, Right.ADD_TASK, Subject(said.agency_id, units[0].id)):
        return TaskNotYours(units[0])
    return TaskEchoed(_title(slots), units[0], person, slots.date, slots.text or "", slots.mode == UNCLEAR)


def _title(slots: Slots) -> str:
    """One unit leads a task; who helps is kept beside its words, to be read back with them."""
    return f"{slots.title} (phối hợp: {slots.partner})" if slots.partner else slots.title or ""


def _person(session: Session, said: Said, name: str) -> Person | None:
    """The one person of the name, of a head's units before others."""
    found = named(people(session, said.agency_id, said.day), name)
    mine = [person for person in found if person.unit_ids & said.who.heads]
    chosen = found if len(found) == 1 else mine
    return chosen[0] if len(chosen) == 1 else None


def _units(session: Session, said: Said, slots: Slots, person: Person | None) -> list[Unit]:
    """The unit named, else the person's, else a head's own."""
    units = living_units(session, said.agency_id)
    if slots.units:
        return [u for u in units if fold_words(u.name) in [fold_words(name) for name in slots.units]]
    if slots.unit:
        key = fold_words(slots.unit_full or slots.unit)
        return [u for u in units if key in (fold_words(u.name), fold_words(u.short_name))]
    ids = person.unit_ids if person else said.who.heads
    return [u for u in units if u.id in ids]
