"""A newer staff list over an office that runs: who is new, whose unit or role changed, who is missing from it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from sqlmodel import Session

from bot.usecases import units
from bot.usecases.said import Said
from jobs.rules.office_form import OfficeForm, PersonForm, UnitForm, led
from jobs.rules.text import fold_words, tidy
from jobs.units.journal import Journal
from jobs.units.names import is_taken, keep_aliases
from storage.kinds import Role
from storage.models.events import Event
from storage.models.organisation import Membership, Staff, Unit
from storage.queries import people as people_queries
from storage.queries.duties import DutyLine, lines_of_recipient
from storage.queries.people import Person
from storage.queries.rows import the_row

Places = frozenset[tuple[int | None, Role]]
"""Units (None: above them) with the role in each."""


@dataclass(frozen=True)
class PlaceChanged:
    """`was`, `person`: as he stood and stands; `stay`: his open lead parts of units that he left. He hears of `event`."""

    was: Person
    person: Person
    event: Event
    stay: tuple[DutyLine, ...]

    @property
    def to_tell(self) -> bool:
        return (self.was.unit_ids, self.was.heads) != (self.person.unit_ids, self.person.heads)


@dataclass(frozen=True)
class ListTaken:
    """`missing`: who is here and not in the list, which changes nothing. `keeper`: who keeps plans now, if that is new."""

    units: tuple[Unit, ...]
    new: tuple[Person, ...]
    changed: tuple[PlaceChanged, ...]
    called_anew: tuple[Person, ...]
    missing: tuple[Person, ...]
    keeper: Person | None
    same: int


@dataclass(frozen=True)
class ListUnclear:
    """Nothing is written. `alike`: names of the list nearly that of somebody missing from it; `several`: of several people;
    `units`: of units that are no more, or of several."""

    alike: tuple[tuple[str, str], ...] = ()
    several: tuple[str, ...] = ()
    units: tuple[str, ...] = ()


@dataclass
class _Matched:
    known: dict[str, Person] = field(default_factory=dict)  # by the name in the list
    alike: list[tuple[str, str]] = field(default_factory=list)
    several: list[str] = field(default_factory=list)


def take_list(session: Session, said: Said, form: OfficeForm) -> ListTaken | ListUnclear:
    """Bring units and people to a list without problems. Safe to repeat: what stands so already is left alone."""
    everybody = people_queries.people(session, said.agency_id, said.day)
    found = _match(everybody, form.people)
    stay = [who for who in everybody if who.id not in {known.id for known in found.known.values()}]
    form = led(form, headed=[unit.name for who in stay for unit in who.units.values() if unit.id in who.heads])
    ids, unclear = _units_known(session, said, form.units)
    if found.alike or found.several or unclear:
        return ListUnclear(tuple(found.alike), tuple(found.several), tuple(unclear))
    made = _new_units(session, said, form.units, ids)
    new = [_add(session, said, one, ids) for one in form.people if one.full_name not in found.known]
    events = {
        who.id: event
        for one in form.people
        if (who := found.known.get(one.full_name)) and (event := _place(session, said, who, _wanted(one, ids)))
    }
    called = [who.id for one in form.people if (who := found.known.get(one.full_name)) and _call(session, who, one)]
    keeper = _keep(session, said, everybody, form, found.known, new)
    now = {who.id: who for who in people_queries.people(session, said.agency_id, said.day)}
    matched = {who.id for who in found.known.values()}
    changed = [_changed(session, said, who, now[who.id], events[who.id]) for who in everybody if who.id in events]
    return ListTaken(
        tuple(made), tuple(now[i] for i in new), tuple(changed), tuple(now[i] for i in called),
        tuple(now[who.id] for who in everybody if who.id not in matched), now[keeper] if keeper else None,
        len(matched - events.keys() - set(called)),
    )  # fmt: skip


def _match(everybody: Sequence[Person], listed: Sequence[PersonForm]) -> _Matched:
    """Whose line of the list is whose: the name letter by letter. Nearly the name of somebody missing is a slip."""
    found = _Matched()
    by_name: dict[str, list[Person]] = {}
    for who in everybody:
        by_name.setdefault(_key(who.staff.full_name), []).append(who)
    names = {_key(one.full_name) for one in listed}
    missing = {fold_words(name): of[0].staff.full_name for name, of in by_name.items() if name not in names}
    for one in listed:
        of = by_name.get(_key(one.full_name), [])
        if len(of) == 1:
            found.known[one.full_name] = of[0]
        elif of:
            found.several.append(one.full_name)
        elif nearly := missing.get(fold_words(one.full_name)):
            found.alike.append((one.full_name, nearly))
    return found


def _key(name: str) -> str:
    return tidy(name).casefold()


def _units_known(session: Session, said: Said, listed: Sequence[UnitForm]) -> tuple[dict[str, int], list[str]]:
    """Living units by every name, the list's too; and names of the list that are no one unit's any more."""
    living = people_queries.living_units(session, said.agency_id)
    ids = {fold_words(name): unit.id for unit in living for name in (unit.name, unit.short_name)}
    here = {unit.id for unit in living}
    for alias in people_queries.unit_aliases(session, said.agency_id):
        if alias.unit_id in here:
            ids.setdefault(alias.folded, alias.unit_id)
    unclear = []
    for unit in listed:
        names = [fold_words(name) for name in (unit.name, unit.short_name, *unit.other_names)]
        means = {ids[name] for name in names if name in ids}
        if len(means) > 1 or (not means and is_taken(session, said.agency_id, unit.name)):
            unclear.append(unit.name)
        for name in names if len(means) == 1 else ():
            ids.setdefault(name, min(means))
    return ids, unclear


def _new_units(session: Session, said: Said, listed: Sequence[UnitForm], ids: dict[str, int]) -> list[Unit]:
    """Units that the office did not have; `ids` learns their names."""
    made = []
    last = max((unit.position for unit in people_queries.every_unit(session, said.agency_id)), default=-1)
    for unit in listed:
        if fold_words(unit.name) in ids:
            continue
        last += 1
        row = Unit(agency_id=said.agency_id, name=unit.name, short_name=unit.short_name, position=last)
        session.add(row)
        session.flush()
        names = (unit.name, unit.short_name, *unit.other_names)
        keep_aliases(session, Journal(session), row, names)
        ids |= dict.fromkeys(map(fold_words, names), row.id)
        made.append(row)
    return made


def _wanted(one: PersonForm, ids: dict[str, int]) -> Places:
    unit_id = ids[fold_words(one.unit)] if one.unit else None
    return frozenset((unit_id, role) for role in one.roles)


def _add(session: Session, said: Said, one: PersonForm, ids: dict[str, int]) -> int:
    staff = Staff(agency_id=said.agency_id, full_name=tidy(one.full_name), honorific=one.honorific)
    session.add(staff)
    session.flush()
    session.add_all(_member(said, staff.id, *place) for place in _wanted(one, ids))
    session.flush()
    return staff.id


def _member(said: Said, staff_id: int, unit_id: int | None, role: Role) -> Membership:
    return Membership(agency_id=said.agency_id, staff_id=staff_id, unit_id=unit_id, role=role, from_on=said.day)


def _place(session: Session, said: Said, who: Person, wanted: Places) -> Event | None:
    """From today on in these units and roles; the event takes it back. None where he stands so already."""
    members = people_queries.memberships_on(session, said.agency_id, said.day, [who.id])
    stands = {(member.unit_id, member.role): member for member in members}
    if stands.keys() == wanted:
        return None
    journal = Journal(session)
    for place, member in stands.items():
        if place in wanted:
            continue
        if member.from_on >= said.day:
            journal.drop(member)
        else:
            journal.change(member, to_on=said.day - timedelta(days=1))
    for place in wanted - stands.keys():
        journal.make(_member(said, who.id, *place))
    touched = {unit_id for unit_id, _role in (*stands, *wanted) if unit_id is not None}
    return units.write(session, said, journal, who.staff.full_name, sorted(touched))


def _call(session: Session, who: Person, one: PersonForm) -> bool:
    """Another form of address, where the list gives one."""
    if one.honorific in ("anh/chị", who.staff.honorific):
        return False
    who.staff.honorific = one.honorific
    session.add(who.staff)
    return True


def _keep(
    session: Session,
    said: Said,
    everybody: Sequence[Person],
    form: OfficeForm,
    known: dict[str, Person],
    new: Sequence[int],
) -> int | None:
    """Who keeps new plans is the one marked in the list; his id where that was somebody else, None where nobody is marked."""
    marked = next((one for one in form.people if one.keeper), None)
    if marked is None:
        return None
    before = next((who.staff for who in everybody if who.staff.keeps_agency), None)
    added = [the_row(session, Staff, said.agency_id, i) for i in new]
    after = known[marked.full_name].staff if marked.full_name in known else None
    after = after or next(staff for staff in added if staff.full_name == tidy(marked.full_name))
    if before is not None and before.id == after.id:
        return None
    if before is not None:
        before.keeps_agency = False
        session.add(before)
        session.flush()  # one keeper at a time
    after.keeps_agency = True
    session.add(after)
    session.flush()
    return after.id


def _changed(session: Session, said: Said, was: Person, person: Person, event: Event) -> PlaceChanged:
    mine = lines_of_recipient(session, said.agency_id, person.id)
    gone = was.unit_ids - person.unit_ids
    return PlaceChanged(
        was, person, event, tuple(x for x in mine if x.unit.id in gone and x.duty.person_id == person.id)
    )
