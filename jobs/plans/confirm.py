"""A confirmed draft becomes tasks, parties, periods and duties, once."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from jobs.plans.carried import link_carried
from jobs.plans.draft import keep_indicators
from jobs.plans.work import Work
from jobs.rules.draft import first_number
from storage.kinds import EventKind, PlanState
from storage.models.events import Event
from storage.models.plans import Task
from storage.queries import plans as plan_queries


class NothingToConfirm(Exception):
    """The plan is no draft: a second confirmation does nothing."""


@dataclass(frozen=True)
class Confirmed:
    """What a confirmation made."""

    event: Event
    lines: int
    duties_by_unit: dict[int, tuple[int, int]]  # unit id → (leads, coordinates)
    heads: dict[int, int]  # unit id → its head, who is to be told
    unknown: tuple[str, ...]  # parties that resolve to nobody here
    undefined: tuple[str, ...]  # groups taken as every unit, as nobody has said who belongs
    without_lead: tuple[int, ...] = ()  # numbers of tasks that no unit here leads


def confirm(session: Session, agency_id: int, plan_id: int, by_id: int, now: datetime) -> Confirmed:
    """Make all rows of a draft's work, in the caller's transaction.

    Raises NothingToConfirm when the plan is not a draft.
    """
    plan = plan_queries.plan_by_id(session, agency_id, plan_id)
    if plan is None or plan.state is not PlanState.DRAFT:
        raise NothingToConfirm(plan_id)
    rows = plan_queries.draft_rows(session, agency_id, plan_id)
    first = first_number(plan_queries.highest_number(session, agency_id))
    numbers = {row.position: n for n, row in enumerate((r for r in rows if not r.reading["heading"]), first)}
    work, tasks = Work(session, plan, now), dict[int, Task]()
    work.make(rows, numbers, tasks)
    for kept in plan_queries.files_of(session, agency_id, plan_id)[:1]:
        keep_indicators(session, plan, kept.beside)
    plan.state, plan.confirmed_at = PlanState.ACTIVE, now
    session.add(plan)
    event = work.event(EventKind.PLAN_CONFIRMED, by_id)
    link_carried(session, agency_id)
    counts = {unit_id: (leads, coordinates) for unit_id, (leads, coordinates) in work.counts.items()}
    heads = {unit_id: head for unit_id in counts if (head := work.audience.positions.heads.get(unit_id))}
    unknown, undefined = (tuple(dict.fromkeys(names)) for names in (work.parties.unknown, work.parties.undefined))
    return Confirmed(event, len(numbers), counts, heads, unknown, undefined, tuple(work.without_lead))
