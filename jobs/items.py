"""Lead duties of an agency as the items of morning messages."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date

from sqlmodel import Session

from jobs.clock import office_day
from jobs.rules.closing import Closing, Sorting, is_sorted_at_year_end
from jobs.rules.date_changes import is_explained
from jobs.rules.deadlines.model import DeadlineKind
from jobs.rules.items import Item, section_label
from jobs.rules.ladder_policy import Decided, Policy, policy_of
from storage.kinds import OPEN_STATES, PlanState
from storage.models.duties import Duty, ProgressEntry
from storage.models.plans import Plan
from storage.models.year_end import SortedLine
from storage.queries.agencies import agency_by_id
from storage.queries.duties import (
    DutyLine,
    evidence_of,
    last_entries,
    lead_lines,
    lines_of_some,
    open_parts,
    periods_answered,
)
from storage.queries.events import days_explained
from storage.queries.figures import duties_as_of
from storage.queries.morning import quotas
from storage.queries.policies import ladder_policies
from storage.queries.snoozes import snoozes_of
from storage.queries.year_end import sorted_lines

FOLLOWED = (PlanState.ACTIVE, PlanState.CLOSING)


def open_items(session: Session, agency_id: int) -> list[Item]:
    """Duties not closed, of plans that are followed, in reading order."""
    lines = lead_lines(session, agency_id)
    parts = ((line.duty.id, line.task.id, line.unit.id) for line in lines if line.duty.state in OPEN_STATES)
    return _items(session, agency_id, lines, parts)


def items_on(session: Session, agency_id: int, day: date, today: date) -> list[Item]:
    """Duties that were open at the end of a past day, of plans that were followed then, as `open_items` gives today's."""
    zone = agency_by_id(session, agency_id).time_zone
    stood = {
        each.line.duty.id: each
        for each in duties_as_of(session, agency_id, day, today)
        if each.state in OPEN_STATES and followed_since(each.line.plan, zone) <= day
    }
    lines = [each.line for each in stood.values()]
    items = _items(session, agency_id, lines, ((x.duty.id, x.task.id, x.unit.id) for x in lines))
    return [replace(item, state=stood[item.duty_id].state) for item in items]


def followed_since(plan: Plan | None, zone: str) -> date:
    """The day on which a plan was confirmed; long ago for work outside any plan."""
    return office_day(plan.confirmed_at, zone) if plan and plan.confirmed_at else date.min


def items_of(session: Session, agency_id: int, staff_id: int) -> list[Item]:
    """Of `open_items` those that this person is told about, without reading the others' tasks."""
    return [item for item in items_of_some(session, agency_id, [staff_id]) if item.recipient_id == staff_id]


def items_of_some(
    session: Session, agency_id: int, staff_ids: Collection[int], unit_ids: Collection[int] = ()
) -> list[Item]:
    """Of `open_items` those of which these people are told, about which they decide, and those of these units."""
    lines = lines_of_some(session, agency_id, staff_ids, unit_ids)
    return _items(session, agency_id, lines, open_parts(session, agency_id, {line.task.id for line in lines}))


def _items(
    session: Session, agency_id: int, found: Sequence[DutyLine], parts: Iterable[tuple[int, int, int]]
) -> list[Item]:
    """parts: the open ones of their tasks as (duty id, task id, unit id), the earliest period first."""
    lines = [line for line in found if line.plan is None or line.plan.state in FOLLOWED]
    ids = [line.duty.id for line in lines]
    last = last_entries(session, agency_id, ids)
    answered = periods_answered(session, agency_id, ids) if last else {}
    proof = {evidence.duty_id: evidence.text for evidence in evidence_of(session, agency_id, ids)}
    counted = {(quota.task_id, quota.unit_id) for quota in quotas(session, agency_id)}
    behind = _later_periods(parts)
    later = snoozes_of(session, agency_id, ids)
    closing = {line.duty.id: ends for line in lines if (ends := closing_of(line))}
    said = sorted_lines(session, agency_id, list(closing)) if closing else {}
    zone = agency_by_id(session, agency_id).time_zone
    explained = days_explained(session, agency_id, ids)
    ladders = policies(session, agency_id)
    return [
        replace(
            _item(line, last.get(line.duty.id), answered.get(line.duty.id, ()), proof.get(line.duty.id, ""), zone),
            has_quota=(line.task.id, line.unit.id) in counted,
            later_period=line.duty.id in behind,
            explained=is_explained(line.duty.due_on, explained.get(line.duty.id, ())),
            policy=_policy(ladders, line),
            closing=closing.get(line.duty.id),
            again_on=again.until if (again := later.get((line.duty.id, line.duty.recipient_id))) else None,
            sorting=sorting_of(said.get(line.duty.id), hidden=line.task.restricted),
        )
        for line in lines
    ]


def policies(session: Session, agency_id: int) -> list[Decided]:
    """Every ladder the office has decided on, oldest first."""
    return [
        Decided(
            row.from_on,
            Policy(
                before=tuple(row.before), after=tuple(row.after), weekdays_after=tuple(row.weekdays_after),
                head_after=row.head_after, office_after=row.office_after, leaders_after=row.leaders_after,
                next_decider_after=row.next_decider_after, keeper_after=row.keeper_after,
            ),
            row.plan_id,
            row.staff_id,
        )
        for row in ladder_policies(session, agency_id)
    ]  # fmt: skip


def closing_of(line: DutyLine) -> Closing | None:
    """The year's end for which a duty is sorted; None where its plan is not closing or it keeps its steps."""
    plan = line.plan
    if plan is None or plan.state is not PlanState.CLOSING or plan.closes_on is None or plan.closing_from is None:
        return None
    sorted_then = is_sorted_at_year_end(line.duty.due_on, plan.closes_on)
    return Closing(plan.closing_from, plan.closes_on) if sorted_then else None


def sorting_of(row: SortedLine | None, *, hidden: bool = False) -> Sorting | None:
    return Sorting(row.choice, row.expected_on, "" if hidden else row.reason) if row else None


def _later_periods(parts: Iterable[tuple[int, int, int]]) -> set[int]:
    """Open duties of a task and unit that has an earlier open one; the parts come in order of their dates."""
    earliest: set[tuple[int, int]] = set()
    later: set[int] = set()
    for duty_id, task_id, unit_id in parts:
        if (task_id, unit_id) in earliest:
            later.add(duty_id)
        earliest.add((task_id, unit_id))
    return later


def _policy(ladders: Sequence[Decided], line: DutyLine) -> Policy:
    """A person's own steps are for the work that is with him, not for his decider."""
    owner_id = line.duty.recipient_id if line.duty.reported_on is None else None
    return policy_of(ladders, _case_begins(line.duty), plan_id=line.task.plan_id, owner_id=owner_id)


def _case_begins(duty: Duty) -> date | None:
    """The day whose ladder a duty keeps."""
    return duty.due_on or duty.target_on or duty.reported_on


def _item(line: DutyLine, last: ProgressEntry | None, answered: Iterable[str], proof: str, zone: str) -> Item:
    duty, task = line.duty, line.task
    hidden = task.restricted
    return Item(
        duty_id=duty.id,
        number=line.number,
        title="" if hidden else task.short_title,
        section=section_label(task.code, line.plan.short_title if line.plan else ""),
        unit_id=duty.unit_id,
        plan_id=task.plan_id,
        state=duty.state,
        recipient_id=duty.recipient_id,
        person_id=duty.person_id,
        decider_id=duty.decider_id,
        product_kind=task.product_kind,
        product="" if hidden else task.product,
        start_on=line.period.start_on,
        due_on=duty.due_on,
        target_on=duty.target_on,
        reported_on=duty.reported_on,
        returned_on=duty.returned_on,
        waits_for_product=duty.waits_for_product,
        ongoing=(task.deadline or {}).get("kind") == DeadlineKind.ONGOING.value,
        answered=frozenset(answered),
        last_answer=last.text if last and not hidden else "",
        last_answered_on=office_day(last.at, zone) if last else None,
        obstacle=last.obstacle if last and not hidden else "",
        evidence="" if hidden else proof,
    )
