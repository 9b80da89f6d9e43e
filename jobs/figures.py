"""Figures of an agency as of a day: tasks by plan, lead duties by unit, each in one official class."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from jobs.as_of import DutyAsOf, duties_as_of
from jobs.rules.classes import WORST_FIRST, Counts, FigureClass, class_of, count_distinct, count_each
from storage.kinds import BEGUN_PLANS
from storage.models.organisation import Unit
from storage.models.plans import Plan, Task
from storage.queries.figures import duties_counted, tasks_counted
from storage.queries.plans import plans_in


@dataclass(frozen=True)
class PlanFigures:
    """Distinct tasks as the paper counts them; `plan` is None for tasks given outside any plan."""

    plan: Plan | None
    counts: Counts


@dataclass(frozen=True)
class UnitFigures:
    """Lead duties of a unit."""

    unit: Unit
    counts: Counts


@dataclass(frozen=True)
class Figures:
    plans: tuple[PlanFigures, ...]
    units: tuple[UnitFigures, ...]
    agency: Counts


def figures(
    session: Session,
    agency_id: int,
    as_of: date,
    today: date,
    since: date | None = None,
    unit_ids: Collection[int] | None = None,
) -> Figures:
    """Every lead duty (or those of these units) not closed before `since` (None: all), in its class at the end of `as_of`."""
    return figures_of(duties_as_of(session, agency_id, as_of, today, since, unit_ids), as_of)


def plans_today(session: Session, agency_id: int, today: date) -> tuple[PlanFigures, ...]:
    """The plans of `figures` as they stand today, counted by the database."""
    plans = {plan.id: plan for plan in plans_in(session, agency_id, BEGUN_PLANS)}
    counts: dict[int | None, dict[FigureClass, int]] = {}
    for row in tasks_counted(session, agency_id, today, [found.value for found in WORST_FIRST]):
        of_plan = counts.setdefault(row.id, {})
        if row.found is not None:
            of_plan[FigureClass(row.found)] = row.count
    return tuple(PlanFigures(plans.get(plan_id or 0), Counts(found)) for plan_id, found in counts.items())


def unit_today(session: Session, agency_id: int, today: date, unit_id: int) -> Counts:
    """A unit's lead duties as they stand today, counted by the database."""
    rows = duties_counted(session, agency_id, today, unit_id)
    return Counts({FigureClass(row.found): row.count for row in rows if row.found is not None})


def figures_of(duties: list[DutyAsOf], as_of: date) -> Figures:
    """Count duties already read."""
    classed = [(d.line, class_of(d.state, d.due_on, d.reported_on, as_of)) for d in duties]
    plans = {line.plan.id if line.plan else 0: line.plan for line, _ in classed}
    units = {line.unit.id: line.unit for line, _ in classed}
    by_plan = (
        PlanFigures(
            plan, count_distinct((counted_as(ln.task), of) for ln, of in classed if _plan_id(ln.plan) == plan_id)
        )
        for plan_id, plan in plans.items()
    )
    by_unit = (
        UnitFigures(unit, count_each(of for ln, of in classed if ln.unit.id == unit_id))
        for unit_id, unit in sorted(units.items(), key=lambda pair: (pair[1].position, pair[0]))
    )
    agency = count_distinct((f"{_plan_id(ln.plan)}/{counted_as(ln.task)}", of) for ln, of in classed)
    return Figures(tuple(by_plan), tuple(by_unit), agency)


def counted_as(task: Task) -> str:
    """The code the paper counts a line under; one without a code is counted by its number."""
    return task.counted_as or task.code or f"#{task.number}"


def _plan_id(plan: Plan | None) -> int:
    return plan.id if plan else 0
