"""An office's ladder in numbers: when a date is spoken of, and when official lateness climbs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


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


def policy_on(policies: Iterable[tuple[date, Policy]], day: date | None) -> Policy:
    """The policy in force on a case's own day, whatever was decided since: a running case keeps its ladder.

    `policies`: (first day, policy) in any order; without one, or for a case without a day, the default.
    """
    begun = [(first, policy) for first, policy in policies if day is not None and first <= day]
    return max(begun, key=lambda one: one[0])[1] if begun else DEFAULT
