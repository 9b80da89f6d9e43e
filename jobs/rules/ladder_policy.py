"""A ladder in numbers: when a date is spoken of, and when official lateness climbs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum


@dataclass(frozen=True)
class Policy:
    """Working days before and after a date. `weekdays_after`: weekdays (Monday 0) that remind once `after` is over.

    `next_decider_after`, `keeper_after`: of a report nobody has decided.
    """

    before: tuple[int, ...] = (7, 3, 1, 0)
    after: tuple[int, ...] = (1, 2, 3)
    weekdays_after: tuple[int, ...] = (1, 4)  # Tuesday and Friday
    head_after: int = 2
    office_after: int = 5
    leaders_after: int = 10
    next_decider_after: int = 2
    keeper_after: int = 4


DEFAULT = Policy()
FARTHEST = 60
"""Working days that any step or rung may be away."""


class Unsound(StrEnum):
    """Why a ladder cannot be."""

    RUNGS = "rungs"  # each lies after the one below it, the last not too far
    DECISION = "decision"  # the keeper hears after the next decider
    AFTER = "after"  # the first day after a date is 1


def unsound(policy: Policy) -> Unsound | None:
    """What speaks against a ladder, None for one that can be."""
    late = (policy.head_after, policy.office_after, policy.leaders_after)
    if min(*late, policy.next_decider_after) < 1 or not late[0] < late[1] < late[2] <= FARTHEST:
        return Unsound.RUNGS
    if not policy.next_decider_after < policy.keeper_after <= FARTHEST:
        return Unsound.DECISION
    return Unsound.AFTER if min(policy.after) < 1 else None


@dataclass(frozen=True)
class Decided:
    """A ladder for cases from a day on: of the whole office, of one plan, or of one person."""

    from_on: date
    policy: Policy
    plan_id: int | None = None
    staff_id: int | None = None


def policy_of(
    decided: Sequence[Decided], day: date | None, *, plan_id: int | None = None, owner_id: int | None = None
) -> Policy:
    """What is in force on a case's own day, whatever was decided since: a running case keeps its ladder.

    The plan's before the office's; a person's own is about when he is reminded, never about whom his lateness reaches.
    """
    if day is None:
        return DEFAULT
    begun = [one for one in decided if one.from_on <= day]
    office = _latest(one for one in begun if one.plan_id is None and one.staff_id is None)
    plan = _latest(one for one in begun if one.plan_id is not None and one.plan_id == plan_id)
    own = _latest(one for one in begun if one.staff_id is not None and one.staff_id == owner_id)
    ladder = plan or office or DEFAULT
    if own is None:
        return ladder
    return replace(ladder, before=own.before, after=own.after, weekdays_after=own.weekdays_after)


def _latest(decided: Iterable[Decided]) -> Policy | None:
    return max(decided, key=lambda one: one.from_on).policy if (decided := list(decided)) else None
