""" "Báo cáo tháng 10": the figures of the span and what is missing for its paper."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.usecases.missing_results import asked_lines
from bot.usecases.period_figures import PeriodFigures, PeriodToCome, period_figures
from bot.usecases.said import Said
from jobs.items import followed_since
from jobs.rules.reporting_period import ReportingPeriod, period_on
from jobs.rules.spans import closing_period, span_of
from storage.models.organisation import Unit
from storage.queries import duties as duty_queries
from storage.queries.duties import DutyLine
from storage.queries.people import Person


@dataclass(frozen=True)
class NoListFile:
    """The tasks as a file were asked for: they are shown, and no file is made."""


@dataclass(frozen=True)
class NotSent:
    """Stands before what is shown here only, though it was to be sent to somebody."""

    to: Person


@dataclass(frozen=True)
class PeriodReport:
    """`asked` and `missing`: lines of whom a result of `period` was asked, and those without one. `since`: the day on
    which the plans began to be followed, where that was after the period closed and nobody was asked; `asked` are then
    the lines that would have been, if a result of one stands all the same.
    """

    figures: PeriodFigures
    period: ReportingPeriod
    asked: tuple[DutyLine, ...]
    missing: tuple[DutyLine, ...]
    since: date | None = None


def period_report(
    session: Session, said: Said, key: str | None, plan_words: str | None = None, unit: Unit | None = None
) -> PeriodReport | PeriodToCome:
    """The running reporting month where no span is named; its results are those of the month that closes the span."""
    running = period_on(said.day, said.who.agency.data_day, said.calendar)
    key = key or running.key
    found = period_figures(session, said, key, plan_words, unit)
    if isinstance(found, PeriodToCome):
        return found
    closing = closing_period(span_of(key), said.who.agency.data_day, said.calendar) or running
    period = min(closing, running, key=lambda each: each.key)
    begun = min((followed_since(each.plan, said.who.agency.time_zone) for each in found.plans), default=period.close)
    since = begun if begun > period.close else None
    lines = asked_lines(session, said, period, unfollowed=since is not None)
    plans = {each.plan.id if each.plan else None for each in found.plans}
    of = tuple(x for x in lines if x.task.plan_id in plans and (unit is None or x.unit.id == unit.id))
    answered = duty_queries.answered_in(session, said.agency_id, period.key)
    missing = tuple(x for x in of if x.duty.id not in answered)
    if since and len(missing) == len(of):
        of = missing = ()
    return PeriodReport(found, period, of, missing, since)
