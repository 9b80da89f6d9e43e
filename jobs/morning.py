"""The facts of one agency's morning, and who is owed a message."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum
from functools import cached_property

from sqlmodel import Session

from jobs.budget import budget_of
from jobs.calendar import working_calendar
from jobs.figures import Figures, figures
from jobs.items import open_items
from jobs.rules.digest import (
    Day,
    climbed_to_leaders,
    head_owed,
    is_last_of_week,
    office_owed,
    owner_owed,
)
from jobs.rules.items import Item, commonest_dates
from jobs.rules.news_quota import NewsStanding, news_standing
from jobs.rules.reporting_period import period_before, period_of_month, period_on
from jobs.rules.working_days import WorkingCalendar
from jobs.rules.year_end import year_end_owed
from storage.kinds import OPEN_STATES, EventKind, Role
from storage.models.channels import Connection
from storage.models.events import Event
from storage.models.organisation import Agency, Unit
from storage.queries.agencies import agency_by_id, connections_of
from storage.queries.duties import DutyLine, lines_by_ids
from storage.queries.morning import news_counts, quotas, served_days, untold
from storage.queries.people import Person, living_units, people
from storage.queries.reach import NOBODY, Reachable, reach_of_all
from storage.queries.standing import positions


class Owed(Enum):
    """What a person's morning owes; the last group waits for the outcomes of the others."""

    NOTHING = "nothing"
    DIGEST = "digest"
    LAST = "last"
    WEEKLY = "weekly"


@dataclass(frozen=True)
class NewsOwed:
    unit_id: int
    staff_id: int | None  # who is nudged
    standing: NewsStanding


@dataclass(frozen=True)
class Change:
    event: Event
    line: DutyLine


def _still_stands(event: Event, line: DutyLine, staff_id: int) -> bool:
    """False for what has been overtaken since: an acceptance returned, a task handed on to somebody else."""
    duty = line.duty
    match event.kind:
        case EventKind.ASSIGNED:
            return duty.person_id == staff_id
        case EventKind.ACCEPTED | EventKind.REPORTED:
            return duty.state not in OPEN_STATES
        case EventKind.RETURNED:
            return duty.state in OPEN_STATES
        case _other:
            return True


@dataclass(frozen=True)
class Morning:
    """`held_until`: changes up to this instant belong to today's digests."""

    session: Session
    agency: Agency
    day: Day
    held_until: datetime
    people: dict[int, Person]
    units: dict[int, Unit]
    items: tuple[Item, ...]
    served: dict[int, date]
    news: tuple[NewsOwed, ...]
    reach: dict[int, Reachable]

    @cached_property
    def changes(self) -> dict[int, list[Change]]:
        """By staff id, what others changed since his last digest and what still stands; of one kind the last."""
        told = untold(self.session, self.agency.id, self.held_until)
        ids = [event.duty_id for _, event in told if event.duty_id is not None]
        lines = {line.duty.id: line for line in lines_by_ids(self.session, self.agency.id, ids)}
        last: dict[tuple[int, int, str], Change] = {}
        for telling, event in told:
            line = lines.get(event.duty_id or 0)
            if line is not None and _still_stands(event, line, telling.staff_id):
                last[telling.staff_id, line.duty.id, event.kind.value] = Change(event, line)
        found: dict[int, list[Change]] = defaultdict(list)
        for (staff_id, _, _), change in last.items():
            found[staff_id].append(change)
        return found

    @cached_property
    def figures(self) -> Figures:
        return figures(self.session, self.agency.id, self.day.today, self.day.today)

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

    def mine(self, staff_id: int) -> list[Item]:
        return [item for item in self.items if item.recipient_id == staff_id]

    def of_units(self, person: Person) -> list[Item]:
        """Duties of the units he heads, without his own."""
        return [i for i in self.items if i.unit_id in person.heads and i.recipient_id != person.id]

    def to_decide(self, staff_id: int) -> list[Item]:
        return [item for item in self.items if item.waits and item.decider_id == staff_id]

    def news_of(self, staff_id: int) -> list[tuple[int, NewsStanding]]:
        return [(n.unit_id, n.standing) for n in self.news if n.staff_id == staff_id]

    def reach_of(self, staff_id: int) -> Reachable:
        return self.reach.get(staff_id, NOBODY)

    def own_part_owed(self, person: Person) -> bool:
        """As recipient, as head of a unit, as the one who decides, or because others changed something of his."""
        served = self.served_until(person.id)
        lacks_news = any(standing.missing for _, standing in self.news_of(person.id))
        return (
            owner_owed(self.mine(person.id), lacks_news, self.day, served)
            or bool(self.to_decide(person.id))
            or head_owed(self.of_units(person), self.day, served)
            or bool(self.changes.get(person.id))
            or self._year_end_owed(person, served)
        )

    def _year_end_owed(self, person: Person, served: date | None) -> bool:
        of_units = [item for item in self.items if item.unit_id in person.heads]
        return year_end_owed(self.mine(person.id), of_units, self.day.today, served, self.day.calendar)

    def owed(self, person: Person) -> Owed:
        """One person, one message; in the last group whoever has a heartbeat or the office's figures in it."""
        if person.is_keeper() or self.has_office_part(person):
            return Owed.LAST
        if self.own_part_owed(person):
            return Owed.LAST if Role.OFFICE_HEAD in person.roles else Owed.DIGEST
        return Owed.WEEKLY if self.has_weekly_part(person) else Owed.NOTHING

    def has_office_part(self, person: Person) -> bool:
        if Role.OFFICE_HEAD not in person.roles:
            return False
        return office_owed(self.items, self.day, self.served_until(person.id))

    def has_weekly_part(self, person: Person) -> bool:
        return (
            Role.LEADER in person.roles and is_last_of_week(self.day) and bool(climbed_to_leaders(self.items, self.day))
        )


def day_of(agency: Agency, today: date, calendar: WorkingCalendar) -> Day:
    """The morning's date with its reporting periods; a close that lies before the last data day is over after it."""
    period = period_on(today, agency.data_day, calendar)
    closed = period_before(period, agency.data_day, calendar)
    if today > period.close:
        following = period_of_month(*_next_month(period.key), agency.data_day, calendar)
        return Day(today, calendar, following, period)
    return Day(today, calendar, period, closed)


def _next_month(key: str) -> tuple[int, int]:
    year, month = int(key[:4]), int(key[5:])
    return year + month // 12, month % 12 + 1


def morning(session: Session, agency_id: int, today: date, held_until: datetime) -> Morning:
    """The facts of one agency's morning, read once in a transaction for everybody it renders."""
    key = ("morning", agency_id, today, held_until)
    if key not in session.info:
        session.info[key] = _read(session, agency_id, today, held_until)
    facts: Morning = session.info[key]
    return facts


def _read(session: Session, agency_id: int, today: date, held_until: datetime) -> Morning:
    agency = agency_by_id(session, agency_id)
    calendar = working_calendar(session)
    items = tuple(open_items(session, agency_id))
    return Morning(
        session=session,
        agency=agency,
        day=replace(day_of(agency, today, calendar), last_dates=commonest_dates(items)),
        held_until=held_until,
        people={person.id: person for person in people(session, agency_id, today)},
        units={unit.id: unit for unit in living_units(session, agency_id)},
        items=items,
        served=served_days(session, agency_id, today),
        news=tuple(_news(session, agency_id, today, calendar)),
        reach=reach_of_all(session, agency_id),
    )


def _news(session: Session, agency_id: int, today: date, calendar: WorkingCalendar) -> list[NewsOwed]:
    owed: dict[int, int] = {}
    contact: dict[int, int] = {}
    held = positions(session, agency_id, today)
    for quota in quotas(session, agency_id):
        unit_id = held.merged_into.get(quota.unit_id, quota.unit_id)
        owed[unit_id] = max(owed.get(unit_id, 0), quota.per_month)
    for (_, unit_id), staff_id in sorted(held.contacts.items()):
        contact.setdefault(unit_id, staff_id)
    counts = news_counts(session, agency_id, [f"{today:%Y-%m}"])
    return [
        NewsOwed(
            unit_id,
            contact.get(unit_id) or held.heads.get(unit_id),
            news_standing(counts.get((f"{today:%Y-%m}", unit_id), 0), per_month, today, calendar),
        )
        for unit_id, per_month in owed.items()
    ]
