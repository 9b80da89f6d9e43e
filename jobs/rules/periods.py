"""From what was read of a task to the periods it has (design: When)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from jobs.rules.deadlines.model import Deadline, DeadlineKind
from jobs.rules.deadlines.occurrences import next_occurrence
from jobs.rules.text import fold_words
from jobs.rules.working_days import WorkingCalendar

DATED = (DeadlineKind.DATE, DeadlineKind.PERIOD)


@dataclass(frozen=True)
class PeriodSpec:
    """A period to be made: its key, its days, and whether it can be overdue."""

    key: str
    start: date | None = None
    due: date | None = None
    target: str = ""
    can_be_overdue: bool = False


def periods_of(deadline: Deadline | None, on: date, calendar: WorkingCalendar) -> list[PeriodSpec]:
    """The periods of a task at confirmation; every task has at least one.

    Undated, ongoing and external lines get one period that can never be overdue; milestones get one each, with
    `once` beside them when the column's own date is none of theirs.
    """
    if deadline is None:
        return [PeriodSpec("once")]
    milestones = [
        PeriodSpec(f"m{i}", deadline.start, m.due, m.target or "", True) for i, m in enumerate(deadline.milestones, 1)
    ]
    rhythm = deadline.recurrence if deadline.kind is DeadlineKind.RECURRING else None
    if rhythm is not None and not rhythm.has_no_first:
        found = next_occurrence(rhythm, max(on, deadline.start or on), calendar)
        return [PeriodSpec(found.key, found.start, found.due, "", True)]
    dated = deadline.kind in DATED and deadline.due is not None
    if milestones and (not dated or deadline.due in {m.due for m in milestones}):
        return milestones
    return [PeriodSpec("once", deadline.start, deadline.due, "", dated), *milestones]


class KnownPeriod(Protocol):
    """What is there of a period that was made before."""

    id: int
    key: str
    printed_due_on: date | None


P = TypeVar("P", bound=KnownPeriod)


def pair_periods(
    known: Sequence[P], specs: Sequence[PeriodSpec], open_ids: Collection[int]
) -> tuple[dict[str, P], set[int]]:
    """Which period goes on as which when a task is printed with another deadline: (key of the new one → period, ids
    of open periods that are left over).

    A step goes on as the step of its own day, everything else under its own key; an open period that is then left
    goes on as the first new one that has none yet ("once" becomes the first occurrence of a rhythm).
    """
    pairs: dict[str, P] = {}

    def free(period: P) -> bool:
        return all(period is not taken for taken in pairs.values())

    for spec in specs:
        same_day = [p for p in known if _is_step(p.key) and p.printed_due_on == spec.due and free(p)]
        if _is_step(spec.key) and same_day:
            pairs[spec.key] = same_day[0]
    for spec in specs:
        own = next((p for p in known if p.key == spec.key and free(p)), None)
        if spec.key not in pairs and own and not (_is_step(spec.key) and own.id not in open_ids):
            pairs[spec.key] = own
    for spec in specs:
        left = next((p for p in known if p.id in open_ids and free(p)), None)
        if spec.key not in pairs and left:
            pairs[spec.key] = left
    return pairs, {p.id for p in known if p.id in open_ids and free(p)}


def event_key(day: date, nth: int) -> str:
    """The key of a typed event's period: `e2025-12-01`, `e2025-12-01/2` for the second of the day."""
    return f"e{day.isoformat()}" + (f"/{nth}" if nth > 1 else "")


def is_of_event(key: str) -> bool:
    return key.startswith("e")


def taken_back(key: str, period_id: int) -> str:
    """The key of an event's period that was undone, so that the day can be typed again."""
    return f"{key}x{period_id}"


def is_taken_back(key: str) -> bool:
    return is_of_event(key) and "x" in key


def same_event(known: str, said: str) -> bool:
    """Whether two typed events of one day are one: one says nothing, or every word of the shorter is in the other."""
    one, other = set(fold_words(known).split()), set(fold_words(said).split())
    return one <= other or other <= one


def _is_step(key: str) -> bool:
    return key.startswith("m") and key[1:].isdigit()
