"""When a plan's year ends: its last date, when the sorting of lines begins, and on which days it is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from jobs.rules.working_days import WorkingCalendar
from storage.kinds import SortedAs

BEGINS_BEFORE = 20  # working days before the last date
ASKED_AGAIN = (10, 5)
FEWEST_ON_LAST_DATE = 6  # what fewer share needs no sorting, the steps tell it line by line
MOST_AFTER = 5  # at most one dated duty in so many may lie after the year's end
SHORTEST_YEAR = timedelta(days=90)  # what was issued later is a campaign: its steps are what it needs
BEGINS_AT_LATEST = timedelta(days=31)  # after the last date, where the machine was off


@dataclass(frozen=True)
class Closing:
    """`from_on`: the day on which sorting began, `last_on`: the plan's commonest last date."""

    from_on: date
    last_on: date


@dataclass(frozen=True)
class Sorting:
    """What the owner said of a line; `expected_on` with a promise only."""

    choice: SortedAs
    expected_on: date | None = None
    reason: str = ""


def year_end_of(duties_on: Mapping[date, int], year: int, issued_on: date | None) -> date | None:
    """The commonest official date of a plan for `year`, where that is the end of its year; None where it has none.

    `duties_on`: how many lead duties, of any state, have each official date.
    """
    if not duties_on:
        return None
    last = max(duties_on, key=lambda day: (duties_on[day], day))
    after = sum(n for day, n in duties_on.items() if day > last)
    if duties_on[last] < FEWEST_ON_LAST_DATE or after * MOST_AFTER > sum(duties_on.values()):
        return None
    ends_year = last >= date(year, 12, 1)
    long_enough = issued_on is None or last - issued_on >= SHORTEST_YEAR
    return last if ends_year and long_enough else None


def closing_starts(last_on: date, calendar: WorkingCalendar) -> date:
    """20 working days before the last date; before the last working day where nobody works on it."""
    return calendar.add(calendar.on_or_before(last_on), -BEGINS_BEFORE)


def closes_now(last_on: date, today: date, calendar: WorkingCalendar) -> bool:
    return closing_starts(last_on, calendar) <= today <= last_on + BEGINS_AT_LATEST


def begins_on(closing: Closing, calendar: WorkingCalendar) -> date:
    """The first working day of the sorting."""
    return calendar.on_or_after(closing.from_on)


def last_asked(closing: Closing, today: date, calendar: WorkingCalendar) -> date | None:
    """The latest day, up to `today`, on which unsorted lines are asked for; None before the first.

    The beginning, 10 and 5 working days before the end; after it the first working day, then each week's first one.
    """
    first = begins_on(closing, calendar)
    if today < first:
        return None
    after = calendar.next_after(closing.last_on)
    if today >= after:
        monday = calendar.on_or_after(today - timedelta(days=today.weekday()))
        return max(first, after, monday if monday <= today else after)
    worked = calendar.on_or_before(closing.last_on)
    return max([first, *(day for n in ASKED_AGAIN if (day := calendar.add(worked, -n)) <= today)])


def asked_now(closing: Closing, today: date, served_until: date | None, calendar: WorkingCalendar) -> bool:
    """True on such a day, or later when no digest went out since."""
    day = last_asked(closing, today, calendar)
    return day is not None and (served_until is None or day > served_until)


def settles(sorting: Sorting | None, today: date) -> bool:
    """False where nothing was said of a line, or the day that was promised is over."""
    if sorting is None:
        return False
    return sorting.expected_on is None or sorting.expected_on >= today


def is_sorted_at_year_end(due_on: date | None, last_on: date) -> bool:
    """Whether a duty of a closing plan is sorted: due on the last date, or without an official date. One that is due
    earlier or later keeps its steps.
    """
    return due_on is None or due_on == last_on
