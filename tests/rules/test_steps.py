from datetime import date

import pytest

from jobs.rules.ladder_policy import DEFAULT
from jobs.rules.steps import last_step, pause_end, step_on
from jobs.rules.working_days import WEEKENDS_ONLY, WorkingCalendar
from storage.holidays_vn import official_days


@pytest.fixture(scope="module")
def office() -> WorkingCalendar:
    days = official_days(2025, 2026)
    return WorkingCalendar(
        frozenset(d for d, kind, _ in days if kind == "off"),
        frozenset(d for d, kind, _ in days if kind == "working"),
    )


@pytest.mark.parametrize(
    ("due", "today", "offset"),
    [
        (date(2025, 10, 22), date(2025, 10, 12), None),
        (date(2025, 10, 22), date(2025, 10, 13), -7),
        (date(2025, 10, 15), date(2025, 10, 10), -3),
        (date(2025, 10, 15), date(2025, 10, 14), -1),
        (date(2025, 10, 15), date(2025, 10, 15), 0),
        (date(2025, 10, 18), date(2025, 10, 17), 0),  # a Saturday is spoken of on the Friday before it
        (date(2025, 11, 28), date(2025, 12, 1), 1),
        (date(2025, 11, 28), date(2025, 12, 2), 2),
        (date(2025, 11, 28), date(2025, 12, 3), 3),
        (date(2025, 11, 28), date(2025, 12, 5), 5),
        (date(2025, 11, 28), date(2025, 12, 9), 7),
        (date(2025, 11, 28), date(2025, 12, 12), 10),
        (date(2026, 2, 20), date(2026, 2, 13), 0),  # Tết: 16 to 20 February are off
        (date(2026, 2, 13), date(2026, 2, 23), 1),
        (date(2025, 12, 31), date(2026, 1, 5), 1),  # 2 January is off too
        (date(2026, 1, 9), date(2026, 1, 10), 1),  # a worked Saturday
    ],
)
def test_each_date_has_its_steps(office: WorkingCalendar, due: date, today: date, offset: int | None) -> None:
    step = step_on(due, today, None, office, DEFAULT)
    assert (step.offset if step else None) == offset
    assert step is None or step.day == today


@pytest.mark.parametrize(
    ("today", "served", "spoken"),
    [
        (date(2025, 12, 4), date(2025, 12, 3), False),  # Thursday between steps
        (date(2025, 12, 4), date(2025, 12, 2), True),  # Wednesday's step found no digest
        (date(2025, 12, 8), date(2025, 12, 5), False),
        (date(2025, 12, 8), date(2025, 12, 4), True),
        (date(2025, 12, 9), date(2025, 12, 9), False),  # served today already
    ],
)
def test_a_step_that_found_no_digest_counts_on_the_next_morning_once(today: date, served: date, spoken: bool) -> None:
    assert (step_on(date(2025, 11, 28), today, served, WEEKENDS_ONLY, DEFAULT) is not None) is spoken


def test_a_tuesday_off_moves_its_step_to_the_next_working_day() -> None:
    calendar = WorkingCalendar(frozenset({date(2025, 12, 9)}), frozenset())
    step = last_step(date(2025, 11, 3), date(2025, 12, 10), calendar, DEFAULT)
    assert step is not None and step.day == date(2025, 12, 10)


def test_the_owner_has_two_working_days_after_a_return() -> None:
    assert pause_end(date(2025, 10, 10), WEEKENDS_ONLY) == date(2025, 10, 14)
