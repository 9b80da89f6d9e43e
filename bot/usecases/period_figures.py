"""Figures of a span that is named: as they stood when its data ended, or as they stand where it still runs."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.usecases.said import Said
from bot.usecases.views import is_named
from jobs.figures import PlanFigures, UnitFigures, figures
from jobs.rules.spans import Span, data_days, span_of
from storage.kinds import FOLLOWED
from storage.models.organisation import Unit
from storage.models.plans import Plan


@dataclass(frozen=True)
class PeriodFigures:
    """`plans` in official classes at the end of `as_of`; with a unit its duties instead, or those of each unit."""

    span: Span
    as_of: date
    plans: tuple[PlanFigures, ...]
    unit: UnitFigures | None = None
    units: tuple[UnitFigures, ...] = ()


@dataclass(frozen=True)
class PeriodToCome:
    """A span that has not begun has no figures."""

    span: Span


def _is_of(plan: Plan | None, span: Span, *, over: bool) -> bool:
    """Work outside any plan, plans that are followed, and in a span that is over those closed since."""
    return plan is None or plan.state in FOLLOWED or (over and plan.year >= span.first.year)


def is_running(said: Said, key: str | None) -> bool:
    """Whether figures of today are those of the span; so for None, where no span is named."""
    return key is None or span_of(key).first <= said.day <= span_of(key).last


def period_figures(
    session: Session,
    said: Said,
    key: str,
    plan_words: str | None = None,
    unit: Unit | None = None,
    by_unit: bool = False,
) -> PeriodFigures | PeriodToCome:
    """The figures of a span by its key, of all plans, of those named, of one unit, or unit by unit."""
    span = span_of(key)
    first, last = data_days(span, said.who.agency.data_day, said.calendar)
    if first > said.day:
        return PeriodToCome(span)
    as_of = min(last, said.day)
    found = figures(session, said.agency_id, as_of, said.day, unit_ids=[unit.id] if unit else None)
    shown = [each for each in found.plans if _is_of(each.plan, span, over=as_of < said.day)]
    chosen = [each for each in shown if is_named(each.plan, plan_words)] or shown
    of_unit = next((each for each in found.units if unit and each.unit.id == unit.id), None)
    return PeriodFigures(span, as_of, tuple(chosen), of_unit, found.units if by_unit else ())
