"""The keeper looks at a draft and confirms it or throws it away; the work is done in `jobs.planning`."""

from dataclasses import dataclass

from sqlmodel import Session

from bot.permissions import Right, Subject, may
from bot.usecases.said import Said
from jobs import planning
from storage.models.plans import DraftRow, Plan
from storage.queries.people import living_units
from storage.queries.plans import draft_rows, open_draft


@dataclass(frozen=True)
class DraftShown:
    """`doubtful`: rows that want a look."""

    plan: Plan
    lines: int
    doubtful: tuple[DraftRow, ...]


@dataclass(frozen=True)
class PlanConfirmed:
    """`units`: (short name, leads, coordinates)."""

    plan: Plan
    lines: int
    units: tuple[tuple[str, int, int], ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True)
class DraftDiscarded:
    plan: Plan


@dataclass(frozen=True)
class NoDraft:
    """Nothing of this person's is under review."""


def show(session: Session, said: Said) -> DraftShown | NoDraft:
    plan = _draft(session, said)
    if plan is None:
        return NoDraft()
    rows = draft_rows(session, said.agency_id, plan.id)
    return DraftShown(plan, len(rows), tuple(row for row in rows if row.doubts))


def confirm(session: Session, said: Said) -> PlanConfirmed | NoDraft:
    plan = _draft(session, said)
    if plan is None:
        return NoDraft()
    done = planning.confirm(session, said.agency_id, plan.id, said.who.id, said.now)
    names = {u.id: u.short_name for u in living_units(session, said.agency_id)}
    units = tuple((names[i], *counts) for i, counts in done.duties_by_unit.items() if i in names)
    return PlanConfirmed(plan, done.lines, units, done.unknown)


def discard(session: Session, said: Said) -> DraftDiscarded | NoDraft:
    plan = _draft(session, said)
    if plan is None or not planning.withdraw(session, said.agency_id, plan.id):
        return NoDraft()
    return DraftDiscarded(plan)


def _draft(session: Session, said: Said) -> Plan | None:
    plan = open_draft(session, said.agency_id, said.who.id)
    return plan if plan and may(said.who, Right.REVIEW_PLAN, Subject(said.agency_id, plan_id=plan.id)) else None
