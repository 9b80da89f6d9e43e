from datetime import date

import pytest

from jobs.rules.working_days import WEEKENDS_ONLY, WorkingCalendar

OFFICE = WorkingCalendar(frozenset({date(2026, 1, 1), date(2026, 1, 2)}), frozenset({date(2026, 1, 10)}))


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2025, 12, 31), True), (date(2026, 1, 1), False), (date(2026, 1, 2), False), (date(2026, 1, 3), False),
        (date(2026, 1, 5), True), (date(2026, 1, 10), True), (date(2026, 1, 11), False),
    ],
)  # fmt: skip
def test_a_day_off_and_a_worked_saturday_count_as_decided(day: date, working: bool) -> None:
    assert OFFICE.is_working(day) is working


@pytest.mark.parametrize(
    ("day", "n", "result"),
    [
        (date(2025, 12, 1), 5, date(2025, 12, 8)),
        (date(2025, 12, 31), 1, date(2026, 1, 5)),
        (date(2026, 1, 9), 1, date(2026, 1, 10)),
        (date(2026, 1, 5), -1, date(2025, 12, 31)),
        (date(2026, 1, 3), 0, date(2026, 1, 3)),
    ],
)
def test_working_days_are_added_without_the_day_itself(day: date, n: int, result: date) -> None:
    assert OFFICE.add(day, n) == result


def test_the_nearest_working_days_of_a_day_off() -> None:
    new_year = date(2026, 1, 1)
    assert OFFICE.on_or_before(new_year) == OFFICE.before(new_year) == date(2025, 12, 31)
    assert OFFICE.on_or_after(new_year) == OFFICE.next_after(new_year) == date(2026, 1, 5)
    assert OFFICE.on_or_before(date(2026, 1, 5)) == OFFICE.on_or_after(date(2026, 1, 5)) == date(2026, 1, 5)


def test_days_between_leave_out_the_first_and_keep_the_last() -> None:
    assert OFFICE.working_days_between(date(2025, 12, 31), date(2026, 1, 10)) == 6
    assert OFFICE.working_days_between(date(2026, 1, 10), date(2025, 12, 31)) == -6
    assert OFFICE.working_days_between(date(2026, 1, 5), date(2026, 1, 5)) == 0


def test_the_ends_of_a_month() -> None:
    assert OFFICE.first_of_month(2026, 1) == date(2026, 1, 5)
    assert WEEKENDS_ONLY.last_of_month(2025, 11) == date(2025, 11, 28)
    assert WEEKENDS_ONLY.last_of_month(2025, 12) == date(2025, 12, 31)
