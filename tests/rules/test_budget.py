"""A bot's month: when it is tight, and when it ends at the pace so far."""

from datetime import date

import pytest

from jobs.rules.budget import Budget, mornings_left, runs_out_on
from jobs.rules.working_days import WEEKENDS_ONLY


@pytest.mark.parametrize(
    ("used", "mornings", "tight"),
    [(0, 22, False), (2100, 10, False), (2630, 10, True), (2629, 10, False), (2999, 0, False), (3000, 0, True)],
)
def test_the_mornings_to_come_are_kept_free(used: int, mornings: int, tight: bool) -> None:
    assert Budget(3000, used, a_morning=37, mornings=mornings).is_tight is tight


def test_the_mornings_left_are_those_after_today() -> None:
    assert mornings_left(date(2025, 10, 1), WEEKENDS_ONLY) == 22
    assert mornings_left(date(2025, 10, 25), WEEKENDS_ONLY) == 5  # a Saturday
    assert mornings_left(date(2025, 10, 31), WEEKENDS_ONLY) == 0


@pytest.mark.parametrize(
    ("today", "used", "ends"),
    [
        (date(2025, 10, 2), 1500, None),  # two days say nothing
        (date(2025, 10, 10), 1000, None),  # 125 a day last for 24 days
        (date(2025, 10, 10), 1600, date(2025, 10, 21)),  # 200 a day, 1,400 left
        (date(2025, 10, 20), 2999, date(2025, 10, 21)),
        (date(2025, 10, 20), 3100, date(2025, 10, 20)),  # it has ended
        (date(2025, 10, 31), 2990, None),
    ],
)
def test_the_day_on_which_a_month_ends_too_early(today: date, used: int, ends: date | None) -> None:
    assert runs_out_on(used, 3000, today, WEEKENDS_ONLY) == ends
