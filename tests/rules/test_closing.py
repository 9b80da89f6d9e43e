"""When a plan's year ends, on which days its lines are asked for, and what of it keeps its steps."""

from datetime import date, timedelta

import pytest

from jobs.rules.closing import (
    Closing,
    Sorting,
    asked_now,
    closes_now,
    closing_starts,
    is_sorted_at_year_end,
    settles,
    year_end_of,
)
from jobs.rules.digest import Day, is_checked, turned_overdue
from jobs.rules.escalation import Rung, climbs_on
from jobs.rules.items import Item, Standing, standing_of, step_of
from jobs.rules.reporting_period import period_on
from jobs.rules.working_days import WorkingCalendar
from jobs.rules.year_end import head_asked, unsettled
from storage.kinds import DutyState, SortedAs

LAST = date(2025, 12, 31)
#: New Year and the Friday after it; the second Saturday of January is worked for that.
CALENDAR = WorkingCalendar(frozenset({date(2026, 1, 1), date(2026, 1, 2)}), frozenset({date(2026, 1, 10)}))
CLOSING = Closing(date(2025, 12, 3), LAST)


@pytest.mark.parametrize(
    ("duties_on", "issued_on", "end"),
    [
        ({LAST: 40, date(2025, 6, 30): 5}, None, LAST),
        ({LAST: 6}, date(2025, 1, 20), LAST),
        ({LAST: 5}, None, None),  # a handful is told line by line
        ({date(2025, 6, 30): 20, LAST: 3}, None, None),  # the first half of a year is no year's end
        ({date(2025, 12, 15): 8, LAST: 6}, None, None),  # too much of it lies later
        ({LAST: 12, date(2026, 3, 31): 1}, None, LAST),
        ({date(2025, 12, 20): 12}, date(2025, 11, 24), None),  # a campaign, not a year
        ({date(2026, 5, 31): 12}, date(2025, 9, 1), date(2026, 5, 31)),  # a school year
        ({}, None, None),
    ],
)
def test_a_year_ends_on_the_commonest_last_date(
    duties_on: dict[date, int], issued_on: date | None, end: date | None
) -> None:
    assert year_end_of(duties_on, 2025, issued_on) == end


def test_closing_starts_20_working_days_before_and_not_long_after_the_end() -> None:
    assert closing_starts(LAST, CALENDAR) == date(2025, 12, 3)
    assert closing_starts(date(2025, 12, 28), CALENDAR) == date(2025, 11, 28), "a Sunday counts from its Friday"
    now = {day: closes_now(LAST, day, CALENDAR) for day in (date(2025, 12, 2), date(2025, 12, 3), date(2026, 1, 20))}
    assert list(now.values()) == [False, True, True]
    assert not closes_now(LAST, date(2026, 3, 2), CALENDAR), "what was taken over much later is simply late"


def test_an_unsorted_line_is_asked_for_on_few_days() -> None:
    asked, served = [], date(2025, 12, 2)
    for n in range(50):
        today = date(2025, 12, 1) + timedelta(days=n)
        if CALENDAR.is_working(today) and asked_now(CLOSING, today, served, CALENDAR):
            asked.append(f"{today:%d/%m}")
            served = today
    assert asked == ["03/12", "17/12", "24/12", "05/01", "12/01", "19/01"]
    late = Closing(date(2025, 12, 27), LAST)
    assert asked_now(late, date(2025, 12, 29), date(2025, 12, 26), CALENDAR), "begun late, asked at once"
    assert not asked_now(late, date(2025, 12, 30), date(2025, 12, 29), CALENDAR)
    assert asked_now(CLOSING, date(2025, 12, 18), date(2025, 12, 16), CALENDAR), "a missed morning is made good"


@pytest.mark.parametrize(
    ("sorting", "on_last_day", "after"),
    [
        (None, False, False),
        (Sorting(SortedAs.CARRY, reason="chờ vốn"), True, True),
        (Sorting(SortedAs.KEEP), True, True),
        (Sorting(SortedAs.LAST, LAST), True, False),
        (Sorting(SortedAs.EARLY, date(2025, 12, 14)), False, False),
    ],
)
def test_a_promise_settles_until_its_day(sorting: Sorting | None, on_last_day: bool, after: bool) -> None:
    assert (settles(sorting, LAST), settles(sorting, date(2026, 1, 5))) == (on_last_day, after)


def item(due_on: date | None, closing: Closing | None, state: DutyState = DutyState.OPEN) -> Item:
    return Item(1, 7, "Việc 7", "A.I", 1, 1, state, 1, due_on=due_on, target_on=date(2025, 12, 8), closing=closing)


@pytest.mark.parametrize("day", [date(2025, 12, 3), date(2025, 12, 10), LAST, date(2026, 1, 5), date(2026, 2, 2)])
def test_the_steps_pause_before_and_after_the_last_date(day: date) -> None:
    line, before = item(LAST, CLOSING), day - timedelta(days=9)
    assert step_of(line, day, before, CALENDAR) is None and standing_of(line, day, CALENDAR) is Standing.REST
    morning = Day(day, CALENDAR, period_on(day, 14, CALENDAR), period_on(day - timedelta(days=31), 14, CALENDAR))
    assert not turned_overdue([line], morning, before) and climbs_on(line, Rung.LEADERS, morning.calendar) is None
    assert unsettled(line, day) and not unsettled(item(LAST, CLOSING, DutyState.REPORTED), day)


def test_what_is_due_earlier_keeps_its_steps() -> None:
    assert is_sorted_at_year_end(LAST, LAST) and is_sorted_at_year_end(None, LAST)
    assert not is_sorted_at_year_end(date(2025, 11, 28), LAST)
    early = item(date(2025, 11, 28), None)
    assert standing_of(early, date(2025, 12, 3), CALENDAR) is Standing.OVERDUE


def test_results_are_asked_to_the_end_of_the_year_and_not_beyond() -> None:
    line = item(LAST, CLOSING)
    assert is_checked(line, period_on(date(2025, 12, 10), 14, CALENDAR))
    assert not is_checked(line, period_on(date(2026, 1, 12), 14, CALENDAR))


def test_heads_hear_from_the_second_asking_on() -> None:
    line = item(LAST, CLOSING)
    assert not head_asked([line], date(2025, 12, 3), None, CALENDAR)
    assert head_asked([line], date(2025, 12, 17), date(2025, 12, 16), CALENDAR)
