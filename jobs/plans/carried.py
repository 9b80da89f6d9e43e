"""A task carried over is linked to the task of a later year's plan that goes on with it."""

import re
from collections.abc import Iterable, Mapping

from sqlmodel import Session

from jobs.rules.versions import VersionLine, match_versions
from storage.kinds import BEGUN_PLANS, PlanState
from storage.models.plans import Plan, Task
from storage.queries.plans import plans_in, standing_tasks
from storage.queries.year_end import carried_tasks, lead_units

_YEAR = re.compile(r"\b(?:năm\s+)?20\d\d\b", re.IGNORECASE)


def link_carried(session: Session, agency_id: int) -> int:
    """Link what lines of later plans carry on, by title as versions are matched; how many. What is unclear stays apart.

    The year in a title differs by nature: "Kế hoạch kiểm tra năm 2025" goes on as the one of 2026.
    """
    carried = carried_tasks(session, agency_id)
    if not carried:
        return 0
    plans = {plan.id: plan for plan in plans_in(session, agency_id, BEGUN_PLANS)}
    units = lead_units(session, agency_id, [task.id for task in carried])
    linked = 0
    for plan in sorted(plans.values(), key=lambda plan: plan.year):
        before = [task for task in carried if _is_before(plans.get(task.plan_id or 0), plan)]
        if plan.state is PlanState.CLOSED or not before:
            continue
        going_on = _pairs(session, plan, before, units)
        for task, old in going_on:
            task.carries_id = old.id
            session.add(task)
        taken = {old.id for _, old in going_on}
        carried = [task for task in carried if task.id not in taken]
        linked += len(going_on)
    session.flush()
    return linked


def _is_before(old: Plan | None, new: Plan) -> bool:
    return old is not None and old.year < new.year


def _pairs(
    session: Session, plan: Plan, before: list[Task], units: Mapping[int, frozenset[int]]
) -> list[tuple[Task, Task]]:
    standing = standing_tasks(session, plan.agency_id, plan.id)
    free = {task.id: task for task in standing if not task.is_heading and task.carries_id is None}
    leads = lead_units(session, plan.agency_id, list(free))
    matching = match_versions(_lines(before, units), _lines(free.values(), leads), keeps_rest=True)
    old = {task.id: task for task in before}
    return [(free[new_id], old[old_id]) for new_id, old_id in matching.pairs.items()]


def _lines(tasks: Iterable[Task], units: Mapping[int, frozenset[int]]) -> list[VersionLine]:
    return [
        VersionLine(task.id, task.code, _YEAR.sub(" ", task.title), units.get(task.id, frozenset())) for task in tasks
    ]
