"""Lead duties of an agency as the items of morning messages."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlmodel import Session

from jobs.as_of import duties_as_of
from jobs.clock import office_day
from jobs.rules.closing import Closing, Sorting, is_sorted_at_year_end
from jobs.rules.date_changes import is_explained
from jobs.rules.held_up import held_up_by
from jobs.rules.items import Item, section_label
from jobs.rules.ladder_policy import Decided, Policy, policy_of
from storage.kinds import FOLLOWED, OPEN_STATES, PlanState
from storage.models.duties import ProgressEntry
from storage.models.plans import Plan
from storage.models.year_end import SortedLine
from storage.queries.agencies import agency_by_id
from storage.queries.duties import evidence_of, last_entries, open_parts, periods_answered
from storage.queries.events import days_explained
from storage.queries.item_lines import ItemLine, lines_of_duties, open_lines, open_lines_of
from storage.queries.morning import quotas
from storage.queries.plans import plans_in
from storage.queries.policies import ladder_policies
from storage.queries.snoozes import snoozes_of
from storage.queries.year_end import sorted_lines


def open_items(session: Session, agency_id: int) -> list[Item]:
    """Duties not closed, of plans that are followed, in reading order."""
    lines = open_lines(session, agency_id)
    parts = ((line.duty_id, line.task_id, line.unit_id) for line in lines if line.state in OPEN_STATES)
    return _items(session, agency_id, lines, parts)


def items_on(session: Session, agency_id: int, day: date, today: date, *, unfollowed: bool = False) -> list[Item]:
    """Duties that were open at the end of a past day, of plans that were followed then, as `open_items` gives today's.

    unfollowed: also of plans that were confirmed only after that day.
    """
    zone = agency_by_id(session, agency_id).time_zone
    stood = {
        each.line.duty.id: each
        for each in duties_as_of(session, agency_id, day, today)
        if each.state in OPEN_STATES and (unfollowed or followed_since(each.line.plan, zone) <= day)
    }
    lines = lines_of_duties(session, agency_id, list(stood))
    items = _items(session, agency_id, lines, ((x.duty_id, x.task_id, x.unit_id) for x in lines))
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
    lines = open_lines_of(session, agency_id, staff_ids, unit_ids)
    return _items(session, agency_id, lines, open_parts(session, agency_id, {line.task_id for line in lines}))


def _items(
    session: Session, agency_id: int, found: Sequence[ItemLine], parts: Iterable[tuple[int, int, int]]
) -> list[Item]:
    """parts: the open ones of their tasks as (duty id, task id, unit id), the earliest period first."""
    plans = {plan.id: plan for plan in plans_in(session, agency_id, FOLLOWED)}
    lines = [line for line in found if line.plan_id is None or line.plan_id in plans]
    ids = [line.duty_id for line in lines]
    last = last_entries(session, agency_id, ids)
    answered = periods_answered(session, agency_id, ids) if last else {}
    proof = {evidence.duty_id: evidence.text for evidence in evidence_of(session, agency_id, ids)}
    counted = {(quota.task_id, quota.unit_id) for quota in quotas(session, agency_id)}
    behind = _later_periods(parts)
    later = snoozes_of(session, agency_id, ids)
    closing = {x.duty_id: ends for x in lines if (ends := closing_of(plans.get(x.plan_id or 0), x.due_on))}
    said = sorted_lines(session, agency_id, list(closing)) if closing else {}
    zone = agency_by_id(session, agency_id).time_zone
    explained = days_explained(session, agency_id, ids)
    ladders = policies(session, agency_id)
    return [
        _item(
            line,
            plans.get(line.plan_id or 0),
            last.get(line.duty_id),
            zone,
            answered=frozenset(answered.get(line.duty_id, ())),
            evidence="" if line.restricted else proof.get(line.duty_id, ""),
            has_quota=(line.task_id, line.unit_id) in counted,
            later_period=line.duty_id in behind,
            explained=is_explained(line.due_on, explained.get(line.duty_id, ())),
            policy=_policy(ladders, line),
            closing=closing.get(line.duty_id),
            again_on=again.until if (again := later.get((line.duty_id, line.recipient_id))) else None,
            sorting=sorting_of(said.get(line.duty_id), hidden=line.restricted),
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


def closing_of(plan: Plan | None, due_on: date | None) -> Closing | None:
    """The year's end for which a duty is sorted; None where its plan is not closing or it keeps its steps."""
    if plan is None or plan.state is not PlanState.CLOSING or plan.closes_on is None or plan.closing_from is None:
        return None
    return Closing(plan.closing_from, plan.closes_on) if is_sorted_at_year_end(due_on, plan.closes_on) else None


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


def _policy(ladders: Sequence[Decided], line: ItemLine) -> Policy:
    """A person's own steps are for the work that is with him, not for his decider; a duty keeps the ladder of one day."""
    owner_id = line.recipient_id if line.reported_on is None else None
    begins = line.due_on or line.target_on or line.reported_on
    return policy_of(ladders, begins, plan_id=line.plan_id, owner_id=owner_id)


def _item(line: ItemLine, plan: Plan | None, last: ProgressEntry | None, zone: str, **rest: Any) -> Item:
    hidden = line.restricted
    return Item(
        duty_id=line.duty_id,
        number=line.number,
        title="" if hidden else line.title,
        section=section_label(line.code, plan.short_title if plan else ""),
        unit_id=line.unit_id,
        plan_id=line.plan_id,
        state=line.state,
        recipient_id=line.recipient_id,
        person_id=line.person_id,
        decider_id=line.decider_id,
        product_kind=line.product_kind,
        product="" if hidden else line.product,
        start_on=line.start_on,
        due_on=line.due_on,
        target_on=line.target_on,
        reported_on=line.reported_on,
        returned_on=line.returned_on,
        waits_for_product=line.waits_for_product,
        ongoing=line.ongoing,
        last_answer=last.text if last and not hidden else "",
        last_answered_on=office_day(last.at, zone) if last else None,
        obstacle=last.obstacle or held_up_by(last.text) if last and not hidden else "",
        followed_on=followed_since(plan, zone),
        **rest,
    )
