"""Units renamed, merged, split: read back with who and what follows, done by one word, taken back by one."""

from dataclasses import dataclass

from sqlmodel import Session

from bot.permissions import Right, Subject, may
from bot.understanding.intents import Slots
from bot.usecases import ledger
from bot.usecases.said import Said
from jobs.absences import follow_units
from jobs.rules.text import fold_words
from jobs.units import merge as merging
from jobs.units import names as naming
from jobs.units import split as splitting
from jobs.units.journal import Journal, put_back
from storage.kinds import EventKind, PartyRole
from storage.models.duties import Duty
from storage.models.events import Event
from storage.models.organisation import Unit
from storage.queries import people as people_queries
from storage.queries import units as unit_queries
from storage.queries.duties import DutyLine, lines_by_ids, lines_of_unit
from storage.queries.events import tellings_of
from storage.queries.morning import quotas
from storage.queries.people import Person
from storage.queries.rows import the_row

UNITS_PART = "units_part"  # of an event that only says what became of one part
UNITS = "units"  # in an event's `before`: what was done, the rows as they were, the units it was about


@dataclass(frozen=True)
class UnitChange:
    """What is wanted. `units`: those that are no more (of a rename or a split the one); `names`: new ones; `into`: where
    merged ones go; `short`: what a renamed one is called for short."""

    kind: str
    units: tuple[Unit, ...]
    into: Unit | None = None
    names: tuple[str, ...] = ()
    short: str = ""
    shorts: tuple[str, ...] = ()  # of a split, beside the names; "" where none was said


@dataclass(frozen=True)
class UnitChangeEchoed:
    """What would follow; nothing is written. `people`: of the units, heads first; `unowned`: open lead parts nobody has; `early`: somebody
    or some work was placed in a unit that is not there yet."""

    change: UnitChange
    people: tuple[Person, ...]
    heads: tuple[Person, ...]
    open_parts: int
    unowned: tuple[DutyLine, ...]
    owes_news: bool
    early: bool = False


@dataclass(frozen=True)
class UnitChanged:
    """`joined`: numbers of which both units had a part; `left`: numbers whose part stays, as the other's is closed.

    `event`: of a merge; `people`: whose unit it changed, who hear of it; `within`: of a split, who have to go somewhere.
    """

    change: UnitChange
    moved: int = 0
    joined: tuple[int, ...] = ()
    left: tuple[int, ...] = ()
    made: tuple[Unit, ...] = ()
    event: Event | None = None
    people: tuple[Person, ...] = ()
    within: tuple[Person, ...] = ()


@dataclass(frozen=True)
class UnitChangeLeft:
    """ "thôi": nothing was written."""


@dataclass(frozen=True)
class UnitChangeUnclear:
    """`why`: "unit", "taken" (another unit bears the name), "bare" (a name without accents), "same", "splitting"."""

    why: str
    typed: str = ""
    units: tuple[Unit, ...] = ()


@dataclass(frozen=True)
class UnitsNotYours:
    """Only the admin and the head of office change units."""


@dataclass(frozen=True)
class UnitsUndone:
    """`label`: the change as it was written down. `told`: who heard of it and hears, of `event`, that it is taken back."""

    label: str
    event: Event | None = None
    told: tuple[Person, ...] = ()


def change_unit(session: Session, said: Said, slots: Slots) -> object:
    """Read back, or with `part` "yes" do it; the right and the rows are looked at both times."""
    if not may(said.who, Right.CHANGE_UNITS, Subject(said.agency_id)):
        return UnitsNotYours()
    if slots.part == "no":
        return UnitChangeLeft()
    wanted = _wanted(session, said, slots)
    if not isinstance(wanted, UnitChange):
        return wanted
    return _do(session, said, wanted) if slots.part == "yes" else _echo(session, said, wanted, slots.part == "later")


def write(session: Session, said: Said, journal: Journal, label: str, unit_ids: list[int]) -> Event:
    """The event, and who is told and who decides brought to what the units are now."""
    follow_units(session, said.agency_id, unit_ids, said.day)
    return ledger.write(
        session, said, EventKind.UNIT_CHANGED, text=label,
        before={UNITS: {"steps": journal.steps, "ids": unit_ids, "label": label}},
    )  # fmt: skip


def take_back(session: Session, said: Said, event: Event) -> UnitsUndone:
    kept = event.before[UNITS]
    put_back(session, said.agency_id, kept["steps"])
    follow_units(session, said.agency_id, kept["ids"], said.day)
    done = ledger.take_back(session, said, event)
    heard = {telling.staff_id for telling in tellings_of(session, said.agency_id, [event.id])}
    told = people_queries.people(session, said.agency_id, said.day, only=heard) if heard else []
    return UnitsUndone(kept["label"], done, tuple(told))


def _wanted(session: Session, said: Said, slots: Slots) -> UnitChange | UnitChangeUnclear:
    living = people_queries.living_units(session, said.agency_id)
    gone: tuple[Unit, ...] = ()
    by_name = {fold_words(unit.name): unit for unit in living}
    unit = by_name.get(fold_words(slots.unit_full or ""))
    if unit is None:
        return UnitChangeUnclear("unit", slots.unit or "", tuple(living))
    if slots.mode == "merge":
        gone = tuple(found for name in slots.units if (found := by_name.get(fold_words(name))))
        if len(gone) != len(slots.units) or unit in gone:
            return UnitChangeUnclear("unit", ", ".join(slots.units), tuple(living))
        splitting_now = next(
            (each for each in (*gone, unit) if unit_queries.split_from(session, said.agency_id, each.id)), None
        )
        if splitting_now:
            return UnitChangeUnclear("splitting", splitting_now.name)
        if not slots.title:
            return UnitChange("merge", gone, into=unit)
    names = slots.units if slots.mode == "split" else (slots.title or "",)
    for name in names:
        if name.isascii() and len(name.split()) > 1:
            return UnitChangeUnclear("bare", name)
        if naming.is_taken(session, said.agency_id, name, None if slots.mode == "split" else unit.id):
            return UnitChangeUnclear("same" if name == unit.name else "taken", name)
    if slots.mode == "rename" and names[0] == unit.name:
        return UnitChangeUnclear("same", unit.name)
    if slots.mode == "split" and (
        unit_queries.split_from(session, said.agency_id, unit.id) or len({fold_words(n) for n in names}) < len(names)
    ):
        return UnitChangeUnclear("splitting", unit.name)
    others = [each.short_name for each in living if each.id != unit.id]
    short = "" if slots.mode == "split" else slots.code or naming.short_name(names[0], others)
    if slots.mode == "merge":
        return UnitChange("merge", gone, into=unit, names=tuple(names), short=short)
    return UnitChange(slots.mode or "", (unit,), names=tuple(names), short=short, shorts=slots.shorts)


def _echo(session: Session, said: Said, change: UnitChange, early: bool) -> UnitChangeEchoed:
    ids = {unit.id for unit in change.units}
    everybody = people_queries.people(session, said.agency_id, said.day)
    people = sorted((p for p in everybody if p.unit_ids & ids), key=lambda p: not p.heads & ids)
    lines = [line for unit_id in sorted(ids) for line in lines_of_unit(session, said.agency_id, unit_id)]
    return UnitChangeEchoed(
        change, tuple(people), tuple(p for p in people if p.heads & ids), len(lines),
        tuple(line for line in lines if line.duty.person_id is None), _owes(session, said, ids), early,
    )  # fmt: skip


def _owes(session: Session, said: Said, ids: set[int]) -> bool:
    return any(quota.unit_id in ids for quota in quotas(session, said.agency_id))


def _do(session: Session, said: Said, change: UnitChange) -> UnitChanged:
    journal = Journal(session)
    if change.kind == "rename":
        unit, name = change.units[0], change.names[0]
        label = f"{unit.name} → {name}"
        naming.rename(session, journal, unit, name, change.short)
        write(session, said, journal, label, [unit.id])
        return UnitChanged(change)
    if change.kind == "split":
        unit = change.units[0]
        within = [p for p in people_queries.people(session, said.agency_id, said.day) if unit.id in p.unit_ids]
        made = splitting.split(session, journal, unit, change.names, change.shorts)
        write(session, said, journal, f"{unit.name} → {', '.join(change.names)}", [unit.id, *(new.id for new in made)])
        return UnitChanged(change, made=tuple(made), within=tuple(within))
    return _merge(session, said, journal, change)


def _merge(session: Session, said: Said, journal: Journal, change: UnitChange) -> UnitChanged:
    assert change.into is not None
    gone = {unit.id for unit in change.units}
    people = [p for p in people_queries.people(session, said.agency_id, said.day) if p.unit_ids & gone]
    done = [merging.merge(session, journal, gone, change.into, said.day) for gone in change.units]
    pairs = [pair for one in done for pair in one.joined]
    for closed, goes_on in pairs:  # for figures of a past day, whose rows are read with the ledger
        ledger.write(session, said, EventKind.UNIT_CHANGED, duty=closed, before={UNITS_PART: True})
        ledger.write(session, said, EventKind.UNIT_CHANGED, duty=goes_on, before={UNITS_PART: True})
    names, into = ", ".join(unit.name for unit in change.units), change.into.name
    if change.names:
        naming.rename(session, journal, change.into, change.names[0], change.short)
    ids = [change.into.id, *(unit.id for unit in change.units)]
    event = write(session, said, journal, f"{names} → {change.names[0] if change.names else into}", ids)
    moved = [duty for one in done for duty in one.moved if duty.role is PartyRole.LEAD]
    left = [duty for one in done for duty in one.left]
    return UnitChanged(
        change,
        len(moved),
        _numbers(session, [goes_on for _, goes_on in pairs if goes_on.role is PartyRole.LEAD]),
        _numbers(session, left),
        event=event,
        people=tuple(people),
    )


def take_part_back(session: Session, said: Said, event: Event) -> UnitsUndone:
    """The rows are put back with the whole; here the ledger says what the part is again."""
    duty = the_row(session, Duty, said.agency_id, event.duty_id)
    ledger.take_back(session, said, event, duty=duty)
    return UnitsUndone("")


def _numbers(session: Session, duties: list[Duty]) -> tuple[int, ...]:
    if not duties:
        return ()
    lines = lines_by_ids(session, duties[0].agency_id, [duty.id for duty in duties])
    return tuple(dict.fromkeys(line.number for line in lines))
