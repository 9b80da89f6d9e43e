"""The facts of one morning for some people, read without the rest of their agency."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property

from sqlmodel import Session

from jobs.audience import Audience
from jobs.escalation import ladders
from jobs.items import items_of_some
from jobs.morning import Morning, morning
from jobs.rules.digest import Day
from jobs.rules.escalation import Ladder
from jobs.rules.items import Item, commonest
from storage.kinds import FOLLOWED, Role
from storage.models.duties import DateChange
from storage.models.events import Event, Telling
from storage.queries.dates import wishes_for
from storage.queries.duties import open_by_date
from storage.queries.morning import served_days, untold
from storage.queries.people import Person, ids_in_unit, merged_units, people
from storage.queries.plans import coordinators
from storage.queries.reach import Reachable, reach_of_all, reachable_staff
from storage.queries.standing import positions

_WITHIN_UNITS = frozenset({Role.STAFF, Role.UNIT_HEAD, Role.ADMIN})


class _LastDates:
    """The commonest last dates of an agency's plans, counted when somebody asks for one."""

    def __init__(self, session: Session, agency_id: int) -> None:
        self._session, self._agency_id = session, agency_id

    @cached_property
    def _days(self) -> frozenset[date]:
        return commonest(open_by_date(self._session, self._agency_id, FOLLOWED).values())

    def __contains__(self, day: object) -> bool:
        return day in self._days


@dataclass(frozen=True)
class PartMorning(Morning):
    """What `some` need, who read of nothing but their own duties, what they decide, and the units they head."""

    some: tuple[Person, ...] = ()

    @cached_property
    def _ids(self) -> list[int]:
        return [person.id for person in self.some]

    @cached_property
    def _headed(self) -> frozenset[int]:
        return frozenset[int]().union(*(person.heads for person in self.some))

    @cached_property
    def day(self) -> Day:
        return replace(self.plain_day, last_dates=_LastDates(self.session, self.agency.id))

    @cached_property
    def items(self) -> tuple[Item, ...]:
        units = set(self._headed)
        if units:  # what a unit that was merged into his left behind climbs to him too
            units |= {old for old, now in merged_units(self.session, self.agency.id).items() if now in units}
        return tuple(items_of_some(self.session, self.agency.id, self._ids, units))

    @cached_property
    def people(self) -> dict[int, Person]:
        """Those of the part; others by `person`."""
        return {person.id: person for person in self.some}

    @cached_property
    def _others(self) -> dict[int, Person]:
        named = set(self._named()) - self.people.keys()
        return {person.id: person for person in self.persons(named)}

    def _named(self) -> Iterator[int]:
        """Whom a line may name: whose duty it is, who asks or decides, who changed something, to whom it climbs."""
        for item in self.items:
            yield from (who for who in (item.recipient_id, item.person_id, item.decider_id) if who)
        for wishes in self.wishes.values():
            yield from (change.asked_by_id for change, _ in wishes if change.asked_by_id)
        for changes in self.changes.values():
            yield from (change.event.by_id for change in changes)
        for events in self.news_typed.values():
            yield from (event.by_id for event in events)
        for ladder in self.ladders.values():
            yield from (who for who in (ladder.head, *ladder.office) if who)

    def person(self, staff_id: int | None) -> Person | None:
        return self.people.get(staff_id or 0) or self._others.get(staff_id or 0)

    def staff_of(self, unit_id: int) -> list[Person]:
        return self.persons(ids_in_unit(self.session, self.agency.id, unit_id, self.today))

    @cached_property
    def served(self) -> dict[int, date]:
        return served_days(self.session, self.agency.id, self.today, self._ids, trial=self.trial)

    @cached_property
    def reach(self) -> dict[int, Reachable]:
        return reach_of_all(self.session, self.agency.id, self._ids)

    @cached_property
    def ladders(self) -> dict[int, Ladder]:
        today = self.today
        late = [i for i in self.items if i.waits or (i.due_on is not None and i.due_on < today)]
        if not late:
            return {}
        held = positions(self.session, self.agency.id, today, everybody=False)
        waits = any(item.waits for item in late)
        reachable = reachable_staff(self.session, self.agency.id, held.here) if waits else frozenset[int]()
        return ladders(self.session, self.agency.id, late, Audience(held, reachable), today)

    def untold(self) -> list[tuple[Telling, Event]]:
        return untold(self.session, self.agency.id, self.held_until, self._ids)

    def open_wishes(self) -> list[DateChange]:
        return wishes_for(self.session, self.agency.id, self._ids)


def morning_of(
    session: Session, agency_id: int, today: date, held_until: datetime, staff_ids: Collection[int], staff_id: int
) -> Morning:
    """The facts for one of these people: read for all of them together who see no more than their units, for
    the others those of the whole agency.
    """
    key = ("morning of some", agency_id, today, held_until)
    if key not in session.info:
        session.info[key] = _of_some(session, agency_id, today, held_until, staff_ids)
    some: PartMorning = session.info[key]
    return some if staff_id in some.people else morning(session, agency_id, today, held_until)


def _of_some(
    session: Session, agency_id: int, today: date, held_until: datetime, staff_ids: Collection[int]
) -> PartMorning:
    found = people(session, agency_id, today, only=staff_ids)
    above = coordinators(session, agency_id) if any(person.heads for person in found) else frozenset[int]()
    some = tuple(person for person in found if _sees_units_only(person, above))
    whole = morning(session, agency_id, today, held_until)  # nothing of it is read before it is asked for
    return PartMorning(session, whole.agency, whole.plain_day, held_until, some)


def _sees_units_only(person: Person, coordinating: frozenset[int]) -> bool:
    """False for whoever keeps, leads, heads the office or a plan's coordinator, or has to do with somebody's absence."""
    if person.is_keeper() or person.away or person.stands_for:
        return False
    return person.roles <= _WITHIN_UNITS and not person.heads & coordinating
