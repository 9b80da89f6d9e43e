"""The periods that a printed deadline makes."""

from datetime import date

import pytest

from jobs.rules.deadlines.read import read_deadline
from jobs.rules.periods import periods_of
from jobs.rules.working_days import WEEKENDS_ONLY

ON = date(2025, 3, 3)


@pytest.mark.parametrize(
    "phrase, periods",
    [
        ("Trước ngày 15/12/2025", [("once", date(2025, 12, 14))]),
        ("Thường xuyên", [("once", None)]),
        ("Ngày 25 hàng tháng", [("2025-03", date(2025, 3, 25))]),
        ("Trước ngày 15/6/2025 và 15/12/2025", [("m1", date(2025, 6, 14)), ("m2", date(2025, 12, 14))]),
        ("2 tuần/lần", [("once", None)]),  # from which week on is not said: no date is made up
    ],
)
def test_periods(phrase: str, periods: list[tuple[str, date | None]]) -> None:
    deadline = read_deadline(phrase, ON, WEEKENDS_ONLY)
    assert [(spec.key, spec.due) for spec in periods_of(deadline, ON, WEEKENDS_ONLY)] == periods
