"""Who stands on the rungs of an office's duties today."""

from collections.abc import Iterable
from datetime import date

from sqlmodel import Session

from jobs.audience import Audience
from jobs.rules.audience import next_decider_of
from jobs.rules.escalation import Ladder
from jobs.rules.items import Item
from storage.kinds import FOLLOWED
from storage.models.plans import Plan
from storage.queries.plans import plans_in


def ladders(session: Session, agency_id: int, items: Iterable[Item], held: Audience, today: date) -> dict[int, Ladder]:
    """By duty id, for what is quá hạn or waits for a decision; nothing else climbs."""
    late = [i for i in items if i.waits or (i.open and not i.explained and i.due_on is not None and i.due_on < today)]
    plans = {plan.id: plan for plan in plans_in(session, agency_id, FOLLOWED)}
    return {item.duty_id: _ladder(item, plans.get(item.plan_id or 0), held) for item in late}


def _ladder(item: Item, plan: Plan | None, held: Audience) -> Ladder:
    """The office is the plan's coordinator and keeper; without a plan the head of office and the agency's keeper."""
    standing = held.standing(item, plan)
    coordinator = standing.coordinator_head or next(iter(standing.office_heads), None)
    passed_over = frozenset(who for who in (item.recipient_id, item.decider_id) if who is not None)
    return Ladder(
        head=standing.head,
        office=tuple(who for who in (coordinator, standing.keeper) if who is not None),
        leaders=standing.leaders,
        next_decider=next_decider_of(standing, passed_over, held.reachable, item.state) if item.waits else None,
        keeper=standing.keeper,
    )
