"""The week on request: for leaders what has climbed to them, for others how the week of their work stands."""

from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import Session

from bot.permissions import Hat, hats
from bot.understanding.intents import Slots
from bot.usecases.said import Said
from bot.usecases.scope import Scope, held, scope_of
from jobs.figures import PlanFigures, plans_today, unit_today
from jobs.morning import Morning, morning
from jobs.rules.classes import Counts
from jobs.rules.escalation import Rung, climbs_on
from jobs.rules.items import Item, is_slipping
from jobs.rules.spans import Span, span_of
from storage.kinds import WAITING_STATES, DutyState
from storage.models.organisation import Unit
from storage.queries import duties as duty_queries
from storage.queries.duties import DutyLine

_REPORTED = (*WAITING_STATES, DutyState.ACCEPTED)


@dataclass(frozen=True)
class WeeklySummary:
    """`climbed`: every line that stands on the leaders' rung today, whether a message told of it or not."""

    facts: Morning
    climbed: tuple[Item, ...]


@dataclass(frozen=True)
class WeekOfWork:
    """`done`: reported this week and not returned; `coming`: due, or with an internal date, until the next week's end.

    `plans` where all work of the office is meant, `units` where that of units is.
    """

    span: Span
    scope: Scope
    done: tuple[DutyLine, ...]
    late: tuple[DutyLine, ...]
    slipping: tuple[DutyLine, ...]
    coming: tuple[DutyLine, ...]
    plans: tuple[PlanFigures, ...] = ()
    units: tuple[tuple[Unit, Counts], ...] = ()


def summed_week(session: Session, said: Said, key: str) -> WeeklySummary | WeekOfWork:
    """The running week in the shape that helps whoever asks: leaders read counts and units, the others numbers."""
    if Hat.LEADER in hats(said.who):
        return weekly_summary(session, said)
    scope = scope_of(session, said, Slots())
    return week_of_work(session, said, span_of(key), scope if isinstance(scope, Scope) else Scope(said.owner))


def weekly_summary(session: Session, said: Said) -> WeeklySummary:
    facts = morning(session, said.agency_id, said.day, said.now)
    days = ((item, climbs_on(item, Rung.LEADERS, said.calendar)) for item in facts.items)
    return WeeklySummary(facts, tuple(item for item, day in days if day is not None and day <= said.day))


def week_of_work(session: Session, said: Said, span: Span, scope: Scope) -> WeekOfWork:
    """What was reported in the span, what is late, and what comes until a week after it."""
    work = held(session, said, scope)
    opened = [item for item in work.items if item.open]
    late = [i for i in opened if i.due_on and i.due_on < said.day]
    coming = [i for i in opened if i not in late and _comes(i, said, span)]
    coming.sort(key=lambda item: item.number)
    plans = plans_today(session, said.agency_id, said.day) if not (scope.person or scope.units) else ()
    units = tuple((unit, unit_today(session, said.agency_id, said.day, unit.id)) for unit in scope.units)
    return WeekOfWork(
        span, scope, tuple(_done(session, said, span, scope)), work.of(late),
        work.of([i for i in opened if is_slipping(i, said.day)]), work.of(coming), plans, units,
    )  # fmt: skip


def _comes(item: Item, said: Said, span: Span) -> bool:
    last = span.last + timedelta(days=7)
    return any(day is not None and said.day <= day <= last for day in (item.due_on, item.target_on))


def _done(session: Session, said: Said, span: Span, scope: Scope) -> list[DutyLine]:
    if scope.person:
        lines = duty_queries.lines_of_recipient(session, said.agency_id, scope.person.id, _REPORTED)
    else:
        lines = duty_queries.lead_lines(session, said.agency_id, _REPORTED)
    units = {unit.id for unit in scope.units}
    mine = (x for x in lines if not units or x.unit.id in units)
    return [x for x in mine if x.duty.reported_on and span.first <= x.duty.reported_on <= span.last]
