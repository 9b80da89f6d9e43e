"""The facts of one agency's morning, and who is owed a message."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum
from functools import cached_property

from sqlmodel import Session

from jobs.audience import audience
from jobs.budget import budget_of
from jobs.calendar import working_calendar
from jobs.changes import Change, last_changes, owed_from
from jobs.day import day_of
from jobs.escalation import ladders
from jobs.figures import PlanFigures, plans_today, unit_today
from jobs.items import open_items
from jobs.news_owed import NewsOwed, news_owed
from jobs.rules.classes import Counts
from jobs.rules.digest import (
    Day,
    decision_owed,
    head_owed,
    office_owed,
    owner_owed,
)
from jobs.rules.escalation import Coming, Ladder, Rung, climbs_on, coming, is_new, listeners
from jobs.rules.items import Item, commonest_dates, grouped
from jobs.rules.news_quota import NewsStanding
from jobs.rules.own_settings import Choice, hears_of_late_only, late_only
from jobs.rules.year_end import year_end_owed
from storage.kinds import Role
from storage.models.channels import Connection
from storage.models.duties import DateChange
from storage.models.events import Event, Telling
from storage.models.organisation import Agency, Unit
from storage.queries.agencies import agency_by_id, connections_of
from storage.queries.dates import open_wishes
from storage.queries.duties import lines_by_ids
from storage.queries.morning import served_days, trial_on, untold
from storage.queries.people import Person, living_units, people
from storage.queries.reach import NOBODY, Reachable, reach_of_all


class Owed(Enum):
    """What a person's morning owes; the last group waits for the outcomes of the others."""

    NOTHING = "nothing"
    DIGEST = "digest"
    LAST = "last"
    WEEKLY = "weekly"


@dataclass(frozen=True)
class Morning:
    """`held_until`: changes up to this instant belong to today's digests. Each fact is read when it is first asked for."""

    session: Session
    agency: Agency
    plain_day: Day  # without the commonest last dates, which take all the duties to find
    held_until: datetime

    @cached_property
    def day(self) -> Day:
        return replace(self.plain_day, last_dates=commonest_dates(self.items))

    @cached_property
    def items(self) -> tuple[Item, ...]:
        return tuple(open_items(self.session, self.agency.id))

    @cached_property
    def people(self) -> dict[int, Person]:
        return {person.id: person for person in people(self.session, self.agency.id, self.today)}

    @cached_property
    def trial(self) -> bool:
        """Whether the keeper reads what everybody would be sent (`jobs.trial`)."""
        return trial_on(self.session, self.agency, self.today, self.held_until)

    def persons(self, staff_ids: Collection[int]) -> list[Person]:
        """Of these, those who have not left."""
        return people(self.session, self.agency.id, self.today, only=staff_ids) if staff_ids else []

    def person(self, staff_id: int | None) -> Person | None:
        """Somebody a line names; None for who has left."""
        return self.people.get(staff_id or 0)

    def staff_of(self, unit_id: int) -> list[Person]:
        return [person for person in self.people.values() if unit_id in person.unit_ids]

    @cached_property
    def units(self) -> dict[int, Unit]:
        return {unit.id: unit for unit in living_units(self.session, self.agency.id)}

    @cached_property
    def served(self) -> dict[int, date]:
        return served_days(self.session, self.agency.id, self.today, trial=self.trial)

    @cached_property
    def news(self) -> tuple[NewsOwed, ...]:
        return tuple(news_owed(self.session, self.agency.id, self.today, self.plain_day.calendar))

    @cached_property
    def reach(self) -> dict[int, Reachable]:
        return reach_of_all(self.session, self.agency.id)

    @cached_property
    def ladders(self) -> dict[int, Ladder]:
        """By duty id, of what may climb."""
        held = audience(self.session, self.agency.id, self.today)
        return ladders(self.session, self.agency.id, self.items, held, self.today)

    @property
    def today(self) -> date:
        return self.plain_day.today

    @cached_property
    def changes(self) -> dict[int, list[Change]]:
        """By staff id, what others changed since his last digest and what still stands; of one kind the last."""
        ids = [event.duty_id for _, event in self._told if event.duty_id is not None]
        lines = {line.duty.id: line for line in lines_by_ids(self.session, self.agency.id, ids)}
        return last_changes(self._told, lines)

    @cached_property
    def news_typed(self) -> dict[int, list[Event]]:
        """By staff id, news that others handed in for him, or took back after he had read of it."""
        found: dict[int, list[Event]] = defaultdict(list)
        for who, event in self._told:
            if event.news_item_id is not None:
                found[who].append(event)
        return found

    @cached_property
    def _told(self) -> list[tuple[int, Event]]:
        """What waits to be told; of a trial without what the keeper has read: its reader has not, and will."""
        waiting = [(telling.staff_id, event) for telling, event in self.untold()]
        return [(who, e) for who, e in waiting if not (self.trial and e.day < (self.served_until(who) or e.day))]

    def untold(self) -> list[tuple[Telling, Event]]:
        return untold(self.session, self.agency.id, self.held_until)

    def open_wishes(self) -> list[DateChange]:
        return open_wishes(self.session, self.agency.id)

    @cached_property
    def climbed(self) -> dict[int, dict[Rung, list[Item]]]:
        """By staff id and rung, what has climbed to him since his last digest."""
        found: dict[int, dict[Rung, list[Item]]] = defaultdict(lambda: defaultdict(list))
        for item in self.items:
            if item.duty_id not in self.ladders:
                continue
            for rung in Rung:
                day = climbs_on(item, rung, self.day.calendar)
                if day is None or day > self.day.today:
                    continue
                for who in listeners(item, self.ladders[item.duty_id], rung):
                    if is_new(day, self.day.today, self.served_until(who)):
                        found[who][rung].append(item)
        return found

    def climbed_to(self, staff_id: int, rung: Rung) -> list[Item]:
        return self.climbed.get(staff_id, {}).get(rung, [])

    def coming(self, staff_id: int) -> list[Coming]:
        """What of his own climbs on the next working day."""
        return coming(self.mine(staff_id), self.ladders, self.day.today, self.served_until(staff_id), self.day.calendar)

    @cached_property
    def plans(self) -> tuple[PlanFigures, ...]:
        return plans_today(self.session, self.agency.id, self.today)

    def counts_of(self, unit_id: int) -> Counts:
        return unit_today(self.session, self.agency.id, self.today, unit_id)

    @cached_property
    def limited_bots(self) -> tuple[Connection, ...]:
        """The agency's bots whose platform sets a limit to their month."""
        return tuple(bot for bot in connections_of(self.session, self.agency.id) if bot.month_limit is not None)

    @cached_property
    def tight_bots(self) -> frozenset[int]:
        """Ids of those that save their echoes to keep the mornings free."""
        budgets = {b.id: budget_of(self.session, b, self.day.today, self.day.calendar) for b in self.limited_bots}
        return frozenset(bot_id for bot_id, budget in budgets.items() if budget and budget.is_tight)

    def served_until(self, staff_id: int) -> date | None:
        return self.served.get(staff_id)

    @cached_property
    def _by_recipient(self) -> dict[int, list[Item]]:
        return grouped(self.items, lambda item: item.recipient_id)

    @cached_property
    def _by_unit(self) -> dict[int, list[Item]]:
        return grouped(self.items, lambda item: item.unit_id)

    @cached_property
    def _by_decider(self) -> dict[int, list[Item]]:
        waiting = (item for item in self.items if item.waits and item.decider_id is not None)
        return grouped(waiting, lambda item: item.decider_id or 0)

    def mine(self, staff_id: int) -> list[Item]:
        return self._by_recipient.get(staff_id, [])

    def in_units(self, person: Person) -> list[Item]:
        """Duties of the units he heads."""
        if len(person.heads) > 1:
            return [item for item in self.items if item.unit_id in person.heads]
        return [item for unit_id in person.heads for item in self._by_unit.get(unit_id, [])]

    def of_units(self, person: Person) -> list[Item]:
        """Duties of the units he heads, without his own."""
        return [item for item in self.in_units(person) if item.recipient_id != person.id]

    def to_decide(self, staff_id: int) -> list[Item]:
        return self._by_decider.get(staff_id, [])

    @cached_property
    def wishes(self) -> dict[int, list[tuple[DateChange, Item]]]:
        """By staff id, what he is asked for: another date, with the duty it is for."""
        items = {item.duty_id: item for item in self.items if item.open}
        found: dict[int, list[tuple[DateChange, Item]]] = defaultdict(list)
        for change in self.open_wishes():
            if change.decider_id is not None and change.duty_id in items:
                found[change.decider_id].append((change, items[change.duty_id]))
        return found

    def news_of(self, staff_id: int) -> list[tuple[int, NewsStanding]]:
        return [(n.unit_id, n.standing) for n in self.news if n.staff_id == staff_id]

    def reach_of(self, staff_id: int) -> Reachable:
        return self.reach.get(staff_id, NOBODY)

    def own_part_owed(self, person: Person) -> bool:
        """As recipient, as head of a unit, as the one who decides, or because others changed something of his."""
        served = self.served_until(person.id)
        return (
            self._owner_owed(person, served)
            or bool(self.coming(person.id))
            or decision_owed(self.to_decide(person.id), self.day, served)
            or bool(self.wishes.get(person.id))
            or head_owed(self.of_units(person), self.day, served)
            or any(rung is not Rung.LEADERS for rung in self.climbed.get(person.id, {}))
            or self._change_owed(person)
            or self._year_end_owed(person, served)
        )

    def _owner_owed(self, person: Person, served: date | None) -> bool:
        mine, choice = self.mine(person.id), Choice(person.staff.digest_weekday, person.staff.only_late_until)
        if hears_of_late_only(choice, self.today, self.plain_day.calendar):
            return owner_owed(late_only(mine, self.today), False, self.day, served)
        lacks_news = any(standing.missing for _, standing in self.news_of(person.id))
        return owner_owed(mine, lacks_news, self.day, served)

    def _change_owed(self, person: Person) -> bool:
        events = [change.event for change in self.changes.get(person.id, [])] + self.news_typed.get(person.id, [])
        return any(owed_from(event, self.plain_day.calendar) <= self.today for event in events)

    def _year_end_owed(self, person: Person, served: date | None) -> bool:
        return year_end_owed(self.mine(person.id), self.in_units(person), self.day.today, served, self.day.calendar)

    def owed(self, person: Person) -> Owed:
        """One person, one message; in the last group whoever reads of the whole office in it, every day or not.

        Who is away is left in peace: his substitute has it all.
        """
        if person.away:
            return Owed.NOTHING
        if person.hears_daily() or self.has_office_part(person):
            return Owed.LAST
        if self.own_part_owed(person):
            return Owed.LAST if Role.OFFICE_HEAD in person.roles else Owed.DIGEST
        return Owed.WEEKLY if self.has_weekly_part(person) else Owed.NOTHING

    def has_office_part(self, person: Person) -> bool:
        if Role.OFFICE_HEAD not in person.roles:
            return False
        return office_owed(self.items, self.day, self.served_until(person.id))

    def has_weekly_part(self, person: Person) -> bool:
        return bool(self.climbed_to(person.id, Rung.LEADERS))


def morning(session: Session, agency_id: int, today: date, held_until: datetime) -> Morning:
    """The facts of one agency's morning, each read once in a transaction for everybody it renders."""
    key = ("morning", agency_id, today, held_until)
    if key not in session.info:
        session.info[key] = _read(session, agency_id, today, held_until)
    facts: Morning = session.info[key]
    return facts


def _read(session: Session, agency_id: int, today: date, held_until: datetime) -> Morning:
    agency = agency_by_id(session, agency_id)
    calendar = working_calendar(session)
    return Morning(session, agency, day_of(agency, today, calendar), held_until)
