"""Who has not answered for the running period, by unit, and by person where the reader may see persons."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.permissions import Right, may, of_duty
from bot.usecases.said import Said
from bot.usecases.scope import Scope
from jobs.items import items_of, items_on, open_items
from jobs.rules.digest import is_checked, missing_result
from jobs.rules.reporting_period import ReportingPeriod, is_asked, period_of_month, period_on
from jobs.rules.spans import span_of
from storage.models.organisation import Unit
from storage.queries import duties as duty_queries
from storage.queries.duties import DutyLine
from storage.queries.people import Person, people


@dataclass(frozen=True)
class MissingResults:
    """`units`: (unit, given, asked); `of`: (person, numbers still missing, whose work the first of them is); `unit`: the
    one that was asked about.
    """

    period: ReportingPeriod
    units: tuple[tuple[Unit, int, int], ...]
    of: tuple[tuple[Person, tuple[int, ...], Unit], ...]
    unit: Unit | None = None


@dataclass(frozen=True)
class MissingOf:
    """What one person has not answered."""

    period: ReportingPeriod
    person: Person
    lines: tuple[DutyLine, ...]


@dataclass(frozen=True)
class ClosingDay:
    """When a month's results close; `missing`: how many the asker still owes, of the running month."""

    period: ReportingPeriod
    missing: int = 0


def _period_of(said: Said, key: str | None) -> ReportingPeriod:
    running = period_on(said.day, said.who.agency.data_day, said.calendar)
    months = span_of(key).months if key else ()
    if not months:
        return running
    year, month = months[-1].split("-")
    named = period_of_month(int(year), int(month), said.who.agency.data_day, said.calendar)
    return named if named.first <= said.day else running


def closing_day(session: Session, said: Said, key: str | None) -> ClosingDay:
    data_day = said.who.agency.data_day
    running = period_on(said.day, data_day, said.calendar)
    months = span_of(key).months if key else ()
    if months and months[-1] != running.key:
        year, month = months[-1].split("-")
        return ClosingDay(period_of_month(int(year), int(month), data_day, said.calendar))
    mine = missing_results(session, said, Scope(said.owner))
    return ClosingDay(running, len(mine.lines) if isinstance(mine, MissingOf) else 0)


def missing_results(session: Session, said: Said, scope: Scope, key: str | None = None) -> MissingResults | MissingOf:
    """Of the running month, or of the one named that has begun."""
    period = _period_of(said, key)
    answered = duty_queries.answered_in(session, said.agency_id, period.key)
    lines = asked_lines(session, said, period)
    if scope.person:
        lacking = (x for x in lines if x.duty.recipient_id == scope.person.id and x.duty.id not in answered)
        return MissingOf(period, scope.person, tuple(lacking))
    wanted = {unit.id for unit in scope.units}
    lines = [x for x in lines if not wanted or x.unit.id in wanted]
    everybody = {p.id: p for p in people(session, said.agency_id, said.day)}
    units = sorted({x.unit.id: x.unit for x in lines}.values(), key=lambda u: u.position)
    owing: dict[int, list[DutyLine]] = {}
    for line in sorted(lines, key=lambda x: x.unit.position):
        seen = may(said.who, Right.SEE_PERSONS, of_duty(line.duty, line.plan, Right.SEE_PERSONS))
        if seen and line.duty.id not in answered:
            owing.setdefault(line.duty.recipient_id, []).append(line)
    rows = tuple((u, *_given(lines, u, answered)) for u in units)
    of = ((everybody[i], tuple(x.number for x in own), own[0].unit) for i, own in owing.items() if i in everybody)
    return MissingResults(period, rows, tuple(of), scope.one_unit)


def asked_lines(session: Session, said: Said, period: ReportingPeriod, *, unfollowed: bool = False) -> list[DutyLine]:
    """The duties that the morning messages ask about in this period, in the same order; of a period that is over those
    that were open when it closed. unfollowed: with those of plans confirmed since, of which nobody was asked.
    """
    if period.last < said.day:
        items = items_on(session, said.agency_id, period.close, said.day, unfollowed=unfollowed)
    else:
        items = open_items(session, said.agency_id)
    asked = [item.duty_id for item in items if is_checked(item, period)]
    return duty_queries.lines_by_ids(session, said.agency_id, asked)


def _given(lines: list[DutyLine], unit: Unit, answered: set[int]) -> tuple[int, int]:
    mine = [x for x in lines if x.unit.id == unit.id]
    return sum(x.duty.id in answered for x in mine), len(mine)


@dataclass(frozen=True)
class StillMissing:
    """After an answer: what this person has not answered yet, and the day the period closes."""

    lines: tuple[DutyLine, ...]
    close: date


def still_missing(session: Session, said: Said) -> StillMissing | None:
    """None while the period's results are not being asked for, and after the hour it closed."""
    agency = said.who.agency
    period = period_on(said.day, agency.data_day, said.calendar)
    closes = datetime.combine(period.close, agency.close_at, ZoneInfo(agency.time_zone))
    if not is_asked(period, said.day) or said.now >= closes:
        return None
    mine = items_of(session, said.agency_id, said.owner.id)
    missing = [item.duty_id for item in mine if missing_result(item, period)]
    return StillMissing(tuple(duty_queries.lines_by_ids(session, said.agency_id, missing)), period.close)
