from datetime import date

import pytest

from jobs.rules.reporting_period import asked_for, asking_on, period_before, period_of_month, period_on
from jobs.rules.working_days import WEEKENDS_ONLY, WorkingCalendar


def test_october_holds_15_september_to_14_october() -> None:
    period = period_of_month(2025, 10, 14, WEEKENDS_ONLY)
    assert (period.key, period.first, period.last) == ("2025-10", date(2025, 9, 15), date(2025, 10, 14))
    assert (period.asked, period.followed_up, period.close) == (
        date(2025, 10, 9),
        date(2025, 10, 13),
        date(2025, 10, 14),
    )


def test_a_cut_off_on_a_day_off_closes_on_the_working_day_before() -> None:
    assert period_of_month(2025, 12, 14, WEEKENDS_ONLY).close == date(2025, 12, 12)
    tet = WorkingCalendar(frozenset(date(2026, 2, d) for d in range(14, 21)), frozenset())
    assert period_of_month(2026, 2, 14, tet).close == date(2026, 2, 13)


@pytest.mark.parametrize(
    ("day", "data_day", "key"),
    [
        (date(2025, 10, 14), 14, "2025-10"),
        (date(2025, 10, 15), 14, "2025-11"),
        (date(2025, 12, 15), 14, "2026-01"),
        (date(2025, 2, 28), 31, "2025-02"),
        (date(2025, 3, 1), 31, "2025-03"),
    ],
)
def test_a_day_belongs_to_the_month_that_holds_its_cut_off(day: date, data_day: int, key: str) -> None:
    assert period_on(day, data_day, WEEKENDS_ONLY).key == key


def test_the_period_before_january_is_december() -> None:
    january = period_of_month(2026, 1, 14, WEEKENDS_ONLY)
    assert period_before(january, 14, WEEKENDS_ONLY).key == "2025-12"


def test_ongoing_duties_are_asked_once_a_quarter() -> None:
    keys = [m for m in range(1, 13) if asked_for(period_of_month(2025, m, 14, WEEKENDS_ONLY), ongoing=True)]
    assert keys == [3, 6, 9, 12]
    assert all(asked_for(period_of_month(2025, m, 14, WEEKENDS_ONLY), ongoing=False) for m in range(1, 13))


@pytest.mark.parametrize(
    ("today", "served", "asks"),
    [
        (date(2025, 10, 8), None, False),
        (date(2025, 10, 9), date(2025, 10, 8), True),
        (date(2025, 10, 10), date(2025, 10, 9), False),
        (date(2025, 10, 10), date(2025, 10, 8), True),
        (date(2025, 10, 13), date(2025, 10, 9), True),
        (date(2025, 10, 14), date(2025, 10, 13), False),
        (date(2025, 10, 14), date(2025, 10, 9), True),
        (date(2025, 10, 15), date(2025, 10, 1), False),
    ],
)
def test_results_are_asked_once_and_followed_up_once(today: date, served: date | None, asks: bool) -> None:
    assert asking_on(period_of_month(2025, 10, 14, WEEKENDS_ONLY), today, served) is asks
