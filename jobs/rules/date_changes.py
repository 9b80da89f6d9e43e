"""Which of a duty's dates a person means, whether it may go there, who decides, what counts as gia hạn.

Sources: design, "DateChange"; rules of provincial offices on asking for time (the assignee asks while the work is open,
with a reason, for a later day; nobody decides his own wish; dates set above are not the office's to move).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

from jobs.rules.audience import Standing
from jobs.rules.deadlines.model import add_months, last_day
from jobs.rules.spans import DAYS_IN, length_of
from jobs.rules.working_days import WEEKENDS_ONLY, WorkingCalendar
from storage.kinds import DateKind, DateOutcome

AT_ONCE_WITHIN = 2
"""Working days: word of a date that is no further away does not wait for the morning."""
_PERIOD = re.compile(r"(\d{4})(?:-(\d{2})|-Q([1-4])|-H([12])|-(9)M)?")


@dataclass(frozen=True)
class Dates:
    """A duty's two dates. `set_above`: a higher level set the official one; `undated`: its period has no date at all."""

    due_on: date | None = None
    target_on: date | None = None
    set_above: bool = False
    undated: bool = False

    def of(self, which: DateKind) -> date | None:
        return self.due_on if which is DateKind.DUE else self.target_on


@dataclass(frozen=True)
class Powers:
    """What a person decides of a duty: internal dates, official ones the office set, the first date of the undated."""

    target: bool = False
    due: bool = False
    undated: bool = False

    def over(self, which: DateKind, dates: Dates) -> bool:
        if which is DateKind.TARGET:
            return self.target
        if dates.undated and dates.due_on is None:
            return self.undated or self.due
        return self.due and not dates.set_above


class Objection(StrEnum):
    """Why a date stays where it is."""

    PAST = "past"  # the new day lies before today
    SAME = "same"
    BEYOND_DUE = "beyond_due"  # an internal date past the official one
    NOT_LATER = "not_later"  # time asked for, and the day is no later
    NO_DATE = "no_date"  # time asked for where there is no date
    SET_ABOVE = "set_above"


def date_meant(dates: Dates, to: date | None, named: DateKind | None, powers: Powers) -> DateKind:
    """The date to move. `named`: the word the person used, None for a bare "lùi 10 đến …"; `to` None takes it away.

    Whoever does not decide the official date and names a day before it speaks of the internal one.
    """
    if named is DateKind.TARGET:
        return DateKind.TARGET
    if dates.due_on is None:
        first = powers.over(DateKind.DUE, dates) and (named is DateKind.DUE or dates.target_on is None)
        return DateKind.DUE if first else DateKind.TARGET
    decides = powers.over(DateKind.DUE, dates)
    if to is None or to > dates.due_on or (decides and (named is DateKind.DUE or dates.target_on is None)):
        return DateKind.DUE
    return DateKind.TARGET if dates.target_on is not None or powers.target else DateKind.DUE


def objection(dates: Dates, which: DateKind, to: date | None, today: date, *, asked: bool) -> Objection | None:
    """What speaks against a move, None if nothing does. `asked`: wished for, not ordered."""
    now = dates.of(which)
    if to is not None and to < today:
        return Objection.PAST
    if which is DateKind.DUE and dates.set_above and not (dates.undated and now is None):
        return Objection.SET_ABOVE
    if asked and now is None:
        return Objection.NO_DATE
    if to == now:
        return Objection.SAME
    if which is DateKind.TARGET and to and dates.due_on and to > dates.due_on:
        return Objection.BEYOND_DUE
    if asked and to and now and to < now:
        return Objection.NOT_LATER
    return None


def decider_of_date(standing: Standing, which: DateKind, asker: int, reachable: frozenset[int]) -> int | None:
    """Who decides a wish: of an internal date the unit's head, else the plan's keeper; of an official one the head of
    office, else a leader. The first who can be reached, else the first there is; never the asker; None for nobody.
    """
    inside = (standing.head, standing.keeper, *standing.office_heads)
    order = inside if which is DateKind.TARGET else (*standing.office_heads, *standing.leaders)
    others = [who for who in order if who is not None and who != asker]
    return next((who for who in others if who in reachable), others[0] if others else None)


def wished_day(
    current: date | None, today: date, calendar: WorkingCalendar, *, day: date | None = None,
    duration: str | None = None, working: bool = False, period: str | None = None,
) -> date | None:  # fmt: skip
    """The day that was named: itself, so long after the present date ("P5D"; a missed one counts from today), or the
    last of a period ("2025-12", "2025-Q4"). None where none of these is readable.
    """
    if day or not (duration or period):
        return day
    if length := length_of(duration):
        (n, unit), base = length, max(current or today, today)
        if unit == "M":
            return add_months(base, n)
        return calendar.add(base, n) if working else base + timedelta(days=n * DAYS_IN[unit])
    if not (found := _PERIOD.fullmatch(period or "")):
        return None
    month = int(found[2] or 0) or 3 * int(found[3] or 0) or 6 * int(found[4] or 0) or int(found[5] or 12)
    return last_day(int(found[1]), month)


class Move(Protocol):
    """A move of a date that is kept."""

    which: DateKind
    from_on: date | None
    to_on: date | None
    asked_by_id: int | None
    outcome: DateOutcome


def is_extension(move: Move) -> bool:
    """Gia hạn: an official date, asked for, granted, and later than before."""
    later = bool(move.from_on and move.to_on and move.to_on > move.from_on)
    return move.which is DateKind.DUE and move.asked_by_id is not None and move.outcome is DateOutcome.GRANTED and later


def extensions(moves: Iterable[Move]) -> int:
    """How often a duty's official date was extended."""
    return sum(is_extension(move) for move in moves)


def times_granted(moves: Iterable[Move], which: DateKind) -> int:
    """How many wishes for this date were granted, so that the next is "lần n + 1"."""
    return sum(m.which is which and m.asked_by_id is not None and m.outcome is DateOutcome.GRANTED for m in moves)


def is_explained(due_on: date | None, explained_on: Iterable[date]) -> bool:
    """Whether lateness has been explained (giải trình), which stops the next rung: on the day in force or after it; what
    was said of an earlier date counts no more.
    """
    return due_on is not None and any(day >= due_on for day in explained_on)


def tells_at_once(day: date | None, today: date, calendar: WorkingCalendar) -> bool:
    """Whether word of this date cannot wait for the next morning."""
    return day is not None and day <= calendar.add(today, AT_ONCE_WITHIN)


def half_way(first: date, last: date | None) -> date | None:
    """A working day between the two, that may be offered instead of the last; None where they lie close together."""
    day = WEEKENDS_ONLY.on_or_before(first + (last - first) / 2) if last else first
    return day if last and first < day < last else None
