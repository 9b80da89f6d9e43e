from datetime import date

import pytest

from jobs.rules.news_quota import is_nudged, news_standing
from jobs.rules.working_days import WEEKENDS_ONLY


@pytest.mark.parametrize(
    ("today", "served", "nudged"),
    [
        (date(2025, 10, 21), None, False),
        (date(2025, 10, 22), date(2025, 10, 20), True),  # seven working days before Friday 31/10
        (date(2025, 10, 23), date(2025, 10, 22), False),
        (date(2025, 10, 23), date(2025, 10, 21), True),
        (date(2025, 10, 29), date(2025, 10, 22), True),
        (date(2025, 10, 31), date(2025, 10, 29), False),
    ],
)
def test_units_are_nudged_seven_and_two_working_days_before_the_cut_off(
    today: date, served: date | None, nudged: bool
) -> None:
    assert is_nudged(today, served, WEEKENDS_ONLY) is nudged


def test_the_standing_counts_what_is_missing_and_the_days_left() -> None:
    standing = news_standing(0, 1, date(2025, 10, 22), WEEKENDS_ONLY)
    assert (standing.month, standing.missing, standing.days_left) == ("2025-10", 1, 7)
    assert news_standing(3, 1, date(2025, 10, 22), WEEKENDS_ONLY).missing == 0
