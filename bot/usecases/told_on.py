"""What people told on one day: finished work, results, obstacles, wishes, news; of those whom the reader may see by name."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlmodel import Session

from bot.permissions import Right, may, of_duty
from bot.usecases.give_result import Given
from bot.usecases.news import news_code
from bot.usecases.said import Said
from bot.usecases.scope import Scope, sees_all
from storage.kinds import EventKind
from storage.models.duties import ProgressEntry
from storage.models.events import Event
from storage.models.organisation import Unit
from storage.queries import dates as date_queries
from storage.queries import duties as duty_queries
from storage.queries import events as event_queries
from storage.queries import news as news_queries
from storage.queries.duties import DutyLine
from storage.queries.people import Person, living_units, people

_ANSWERS = (EventKind.RESULT, EventKind.NONE_AROSE)
TOLD = (
    *_ANSWERS,
    EventKind.REPORTED,
    EventKind.DATE_ASKED,
    EventKind.EXPLAINED,
    EventKind.GIVEN_BACK,
    EventKind.TAKE_ASKED,
)


@dataclass(frozen=True)
class ToldThis:
    """One thing told: of a task (`given`: a result, `wished`: the day asked for), or the code of a news item."""

    event: Event
    line: DutyLine | None = None
    given: Given | None = None
    wished: date | None = None
    code: str = ""


@dataclass(frozen=True)
class ToldOn:
    """`by`: each person with his unit, in the order in which they first told something; `scope`: of whom it was asked."""

    day: date
    scope: Scope
    by: tuple[tuple[Person, Unit | None, tuple[ToldThis, ...]], ...]


def told_on(session: Session, said: Said, scope: Scope, day: date | None) -> ToldOn:
    """Of the units that the reader answers for where none is named."""
    day = day or said.day
    units = {unit.id: unit for unit in living_units(session, said.agency_id)}
    if scope == Scope() and not sees_all(said.who):
        scope = replace(scope, units=tuple(unit for unit in units.values() if unit.id in said.who.unit_ids))
    of: dict[int, list[ToldThis]] = {}
    told = [*_of_work(session, said, scope, day), *_of_news(session, said, scope, day)]
    for each in sorted(told, key=lambda x: x.event.id):
        if not scope.person or each.event.for_id == scope.person.id:
            of.setdefault(each.event.for_id, []).append(each)
    everybody = {p.id: p for p in people(session, said.agency_id, said.day, only=set(of))} if of else {}
    by = ((everybody[i], _unit_of(everybody[i], units), tuple(of[i])) for i in of if i in everybody)
    return ToldOn(day, scope, tuple(by))


def _unit_of(person: Person, units: Mapping[int, Unit]) -> Unit | None:
    return next((unit for i, unit in units.items() if i in person.unit_ids), None)


def _of_work(session: Session, said: Said, scope: Scope, day: date) -> list[ToldThis]:
    """Of one task the last result, and the last of each other kind; a wish only while it waits."""
    last: dict[tuple[int, EventKind], Event] = {}
    for event in event_queries.standing_of_day(session, said.agency_id, day, TOLD):
        if event.duty_id:
            last[event.duty_id, EventKind.RESULT if event.kind in _ANSWERS else event.kind] = event
    of = sorted({duty_id for duty_id, _kind in last})
    lines = {x.duty.id: x for x in duty_queries.lines_by_ids(session, said.agency_id, of) if _seen(said, scope, x)}
    ids = list(lines)
    entries = {entry.id: entry for entry in duty_queries.entries_of(session, said.agency_id, ids)}
    wished = {each.duty_id: each.to_on for each in date_queries.open_wishes(session, said.agency_id, ids)}
    return [
        ToldThis(event, lines[i], _given(event, entries), wished.get(i))
        for (i, kind), event in last.items()
        if i in lines and (kind is not EventKind.DATE_ASKED or i in wished)
    ]


def _given(event: Event, entries: Mapping[int, ProgressEntry]) -> Given | None:
    """What a result is now: it may have been mended since."""
    if event.kind not in _ANSWERS:
        return None
    entry = next((entries[i] for i in event.before.get("entries", ()) if i in entries), None)
    return Given(entry.text, entry.percent, entry.obstacle) if entry else Given(event.text)


def _seen(said: Said, scope: Scope, line: DutyLine) -> bool:
    within = not scope.units or line.unit.id in {unit.id for unit in scope.units}
    return within and may(said.who, Right.SEE_PERSONS, of_duty(line.duty, line.plan, Right.SEE_PERSONS))


def _of_news(session: Session, said: Said, scope: Scope, day: date) -> list[ToldThis]:
    sent = event_queries.standing_of_day(session, said.agency_id, day, (EventKind.NEWS_SENT,))
    items = news_queries.items_by_ids(session, said.agency_id, [e.news_item_id for e in sent if e.news_item_id])
    wanted = {unit.id for unit in scope.units}
    return [
        ToldThis(event, code=news_code(items[event.news_item_id]))
        for event in sent
        if event.news_item_id in items and (not wanted or items[event.news_item_id].unit_id in wanted)
    ]
