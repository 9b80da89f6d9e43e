"""The keeper looks at a draft and confirms it or throws it away; the work is done in `jobs.plans`."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from sqlmodel import Session

from bot.permissions import Right, Subject, may
from bot.usecases import ledger, plan_versions
from bot.usecases.plan_versions import NoSuchLine, VersionShown
from bot.usecases.said import Said
from jobs.plans import confirm as confirming
from jobs.plans import draft
from jobs.plans.doubts import Doubt, doubts_of
from jobs.plans.withdraw import TooLate
from jobs.plans.withdraw import withdraw as take_back
from jobs.rules.doubts import DoubtKind
from jobs.rules.plans.units import unit_key
from storage.kinds import EventKind, PlanState
from storage.models.events import Event
from storage.models.organisation import Unit, UnitAlias
from storage.models.plans import Plan
from storage.queries.duties import DutyLine, lines_of_unit
from storage.queries.people import Person, living_units, people, unit_aliases
from storage.queries.plans import files_of, open_draft, plans_in

FIRST_LINES = 5


@dataclass(frozen=True)
class DraftShown:
    """`doubts`: all that wants a look, in the order in which they are asked about; `units`: the office's short names."""

    plan: Plan
    lines: int
    doubts: tuple[Doubt, ...]
    units: tuple[str, ...]
    version: VersionShown | None = None  # of a draft that corrects a plan
    blocked: bool = False  # a confirmation has to wait for an answer
    beside: Mapping[str, Any] = field(default_factory=dict)  # what the file holds beside the lines (PlanFile.beside)
    refused: NoSuchLine | None = None  # what was said of it did not fit


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
    without_lead: tuple[int, ...] = ()  # numbers of tasks that are nobody's


@dataclass(frozen=True)
class HeadTold:
    """A head's share of a new plan. `first`: his unit's nearest lead duties; `helper`: one of his people, or ""."""

    head: Person
    unit: Unit
    leads: int
    coordinates: int
    first: tuple[DutyLine, ...]
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
class LeftOut:
    """Rows of the file in which no work was found: (place, text, why), of `in_file` rows."""

    in_file: int
    rows: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class PlanWithdrawn:
    """A confirmation taken back: the plan is a draft again."""

    plan: Plan


@dataclass(frozen=True)
class WithdrawnTooLate:
    """A confirmation that stands, and why."""

    plan: Plan
    why: TooLate


@dataclass(frozen=True)
class NoDraft:
    """Nothing of this person's is under review."""


def show(session: Session, said: Said) -> DraftShown | NoDraft:
    plan = draft_of(session, said)
    return draft_shown(session, plan) if plan else NoDraft()


def draft_shown(session: Session, plan: Plan) -> DraftShown:
    return _shown(session, plan, plan_versions.version_of(session, plan))


def _shown(session: Session, plan: Plan, version: VersionShown | None) -> DraftShown:
    units = tuple(unit.short_name for unit in living_units(session, plan.agency_id))
    doubts = tuple(doubts_of(session, plan, version.comparison if version else None))
    kept = files_of(session, plan.agency_id, plan.id)
    return DraftShown(plan, plan.lines_read, doubts, units, version, beside=kept[0].beside if kept else {})


def confirm(session: Session, said: Said) -> PlanConfirmed | plan_versions.PlanCorrected | DraftShown | NoDraft:
    plan = draft_of(session, said)
    if plan is None:
        return NoDraft()
    if plan.corrects_id is not None:
        version = plan_versions.version_of(session, plan)
        taken = plan_versions.take_over(session, said, plan, version)
        return taken or replace(_shown(session, plan, version), blocked=True)
    left = sum(DoubtKind.GROUP not in doubt.kinds for doubt in doubts_of(session, plan, None))
    done = confirming.confirm(session, said.agency_id, plan.id, said.who.id, said.now)
    names = {u.id: u.short_name for u in living_units(session, said.agency_id)}
    units = tuple((names[i], *counts) for i, counts in done.duties_by_unit.items() if i in names)
    heads = tuple(_head_told(session, said, done, unit_id) for unit_id in done.heads)
    return PlanConfirmed(
        plan, done.event, done.lines, units, heads, done.unknown, left, done.undefined, done.without_lead
    )


def _head_told(session: Session, said: Said, done: confirming.Confirmed, unit_id: int) -> HeadTold:
    everybody = people(session, said.agency_id, said.day)
    head = next(p for p in everybody if p.id == done.heads[unit_id])
    helper = next((p.given_name for p in everybody if unit_id in p.unit_ids and p.id != head.id), "")
    lines = lines_of_unit(session, said.agency_id, unit_id)
    own = [line for line in lines if line.task.plan_id == done.event.plan_id]
    own.sort(key=lambda line: (line.duty.target_on or line.duty.due_on or date.max, line.number))
    first = {line.task.id: line for line in reversed(own)}
    nearest = tuple(line for line in own if first[line.task.id] is line)[:FIRST_LINES]
    leads, coordinates = done.duties_by_unit[unit_id]
    return HeadTold(head, head.units[unit_id], leads, coordinates, nearest, helper)


def say_of_version(session: Session, said: Said, mode: str, label: str, number: int) -> DraftShown | NoDraft:
    """What the keeper says of a newer version: `mode` same, new, all_new, other_plan, keep_rest or replace_all."""
    plan = draft_of(session, said)
    if plan is None or plan.corrects_id is None:
        return NoDraft()
    refused = None
    match mode:
        case "same" | "new":
            refused = plan_versions.say_which(session, plan, label, number)
        case "all_new":
            plan_versions.all_new(session, plan)
        case "other_plan":
            plan_versions.is_other_plan(session, plan)
        case _:
            plan_versions.keep_rest(session, plan, mode == "keep_rest")
    shown = show(session, said)
    return replace(shown, refused=refused) if isinstance(shown, DraftShown) else shown


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
    ledger.write(session, said, EventKind.PLAN_DISCARDED, plan_id=plan.id)
    return DraftDiscarded(plan)


def left_out(session: Session, said: Said) -> LeftOut | NoDraft:
    """The account of a draft's rows: read and left out make up the file."""
    plan = draft_of(session, said)
    kept = files_of(session, said.agency_id, plan.id) if plan else []
    if not kept:
        return NoDraft()
    rows = kept[0].beside.get("rows") or {}
    left = tuple((str(r["place"]), str(r["text"]), str(r["why"])) for r in rows.get("left_out", []))
    return LeftOut(int(rows.get("in_file", len(left))), left)


def withdraw(session: Session, said: Said) -> PlanWithdrawn | WithdrawnTooLate | NoDraft:
    """Take back the newest confirmation while nobody has read of it or acted on it."""
    followed = plans_in(session, said.agency_id, (PlanState.ACTIVE,))
    plan = max((p for p in followed if p.confirmed_at), key=lambda p: p.confirmed_at or p.created_at, default=None)
    if plan is None or not may(said.who, Right.REVIEW_PLAN, Subject(said.agency_id, plan_id=plan.id)):
        return NoDraft()
    too_late = take_back(session, plan)
    if too_late is not None:
        return WithdrawnTooLate(plan, too_late)
    ledger.write(session, said, EventKind.PLAN_WITHDRAWN, plan_id=plan.id)
    return PlanWithdrawn(plan)


def may_review(said: Said) -> bool:
    """Whether this person reviews plans at all: names and groups are told for every plan to come."""
    return may(said.who, Right.REVIEW_PLAN, Subject(said.agency_id, plan_id=next(iter(said.who.keeps), None)))


def draft_of(session: Session, said: Said) -> Plan | None:
    """The draft this person may review, his own first."""
    plan = open_draft(session, said.agency_id, said.who.id) or open_draft(session, said.agency_id)
    return plan if plan and may(said.who, Right.REVIEW_PLAN, Subject(said.agency_id, plan_id=plan.id)) else None
