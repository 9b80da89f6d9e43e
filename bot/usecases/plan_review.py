"""The keeper looks at a draft and confirms it or throws it away; the work is done in `jobs.plans`."""

from dataclasses import dataclass

from sqlmodel import Session

from bot.permissions import Right, Subject, may
from bot.usecases.said import Said
from jobs.plans import confirm as confirming
from jobs.plans import draft
from jobs.plans.doubts import Doubt, doubts_of
from jobs.rules.doubts import DoubtKind
from jobs.rules.plans.units import unit_key
from storage.models.events import Event
from storage.models.organisation import Unit, UnitAlias
from storage.models.plans import Plan
from storage.queries.duties import lines_of_unit
from storage.queries.people import Person, living_units, people, unit_aliases
from storage.queries.plans import open_draft

FIRST_LINES = 5


@dataclass(frozen=True)
class DraftShown:
    """`doubts`: all that wants a look, in the order in which they are asked about; `units`: the office's short names."""

    plan: Plan
    lines: int
    doubts: tuple[Doubt, ...]
    units: tuple[str, ...]


@dataclass(frozen=True)
class PlanConfirmed:
    """`units`: (short name, leads, coordinates); `heads`: what each head of a unit is told at once.

    `left`: doubts that were taken as read; `everybody`: groups nobody had defined, taken as every unit.
    """

    plan: Plan
    event: Event
    lines: int
    units: tuple[tuple[str, int, int], ...]
    heads: tuple["HeadTold", ...]
    unknown: tuple[str, ...]
    left: int = 0
    everybody: tuple[str, ...] = ()


@dataclass(frozen=True)
class HeadTold:
    """A head's share of a new plan. `first`: numbers of his unit's first lead lines; `helper`: one of his people."""

    head: Person
    unit: Unit
    leads: int
    coordinates: int
    first: tuple[int, ...]
    helper: str


@dataclass(frozen=True)
class UnitNamed:
    """A name the office writes for a unit is known from now on; `unit` None: not clear which unit is meant."""

    alias: str
    unit: Unit | None
    draft: DraftShown | None = None


@dataclass(frozen=True)
class DraftDiscarded:
    plan: Plan


@dataclass(frozen=True)
class NoDraft:
    """Nothing of this person's is under review."""


def show(session: Session, said: Said) -> DraftShown | NoDraft:
    plan = draft_of(session, said)
    if plan is None:
        return NoDraft()
    units = tuple(unit.short_name for unit in living_units(session, said.agency_id))
    return DraftShown(plan, plan.lines_read, tuple(doubts_of(session, plan)), units)


def confirm(session: Session, said: Said) -> PlanConfirmed | NoDraft:
    plan = draft_of(session, said)
    if plan is None:
        return NoDraft()
    left = sum(DoubtKind.GROUP not in doubt.kinds for doubt in doubts_of(session, plan))
    done = confirming.confirm(session, said.agency_id, plan.id, said.who.id, said.now)
    names = {u.id: u.short_name for u in living_units(session, said.agency_id)}
    units = tuple((names[i], *counts) for i, counts in done.duties_by_unit.items() if i in names)
    heads = tuple(_head_told(session, said, done, unit_id) for unit_id in done.heads)
    return PlanConfirmed(plan, done.event, done.lines, units, heads, done.unknown, left, done.undefined)


def _head_told(session: Session, said: Said, done: confirming.Confirmed, unit_id: int) -> HeadTold:
    everybody = people(session, said.agency_id, said.day)
    head = next(p for p in everybody if p.id == done.heads[unit_id])
    helper = next((p.given_name for p in everybody if unit_id in p.unit_ids and p.id != head.id), "")
    lines = lines_of_unit(session, said.agency_id, unit_id)
    first = [line.number for line in lines if line.task.plan_id == done.event.plan_id][:FIRST_LINES]
    leads, coordinates = done.duties_by_unit[unit_id]
    return HeadTold(head, head.units[unit_id], leads, coordinates, tuple(dict.fromkeys(first)), helper)


def name_unit(session: Session, said: Said, alias: str, unit_name: str | None) -> UnitNamed | NoDraft:
    """Remember another name of a unit, for this draft and for every plan to come."""
    if not may_review(said):
        return NoDraft()
    unit = next((u for u in living_units(session, said.agency_id) if u.name == unit_name), None)
    if unit is not None:
        remember_alias(session, said.agency_id, alias, unit)
    shown = show(session, said) if unit is not None else None
    return UnitNamed(alias, unit, shown if isinstance(shown, DraftShown) else None)


def remember_alias(session: Session, agency_id: int, alias: str, unit: Unit) -> None:
    key = unit_key(alias)
    known = [a for a in unit_aliases(session, agency_id) if unit_key(a.alias) == key]
    for row in known or [UnitAlias(agency_id=agency_id, unit_id=unit.id, alias=alias, folded=key)]:
        row.unit_id = unit.id
        session.add(row)
    session.flush()


def discard(session: Session, said: Said) -> DraftDiscarded | NoDraft:
    plan = draft_of(session, said)
    if plan is None or not draft.discard(session, said.agency_id, plan.id):
        return NoDraft()
    return DraftDiscarded(plan)


def may_review(said: Said) -> bool:
    """Whether this person reviews plans at all: names and groups are told for every plan to come."""
    return may(said.who, Right.REVIEW_PLAN, Subject(said.agency_id, plan_id=next(iter(said.who.keeps), None)))


def draft_of(session: Session, said: Said) -> Plan | None:
    """The draft this person may review, his own first."""
    plan = open_draft(session, said.agency_id, said.who.id) or open_draft(session, said.agency_id)
    return plan if plan and may(said.who, Right.REVIEW_PLAN, Subject(said.agency_id, plan_id=plan.id)) else None
