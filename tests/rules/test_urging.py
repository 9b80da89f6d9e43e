"""When a reminder that a person asked for leaves, and under which heading its lines stand."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from jobs.rules.urging import leaves_at, over_at
from jobs.rules.working_days import WorkingCalendar

ZONE = "Asia/Ho_Chi_Minh"
CALENDAR = WorkingCalendar(frozenset({date(2025, 9, 1), date(2025, 9, 2)}), frozenset({date(2025, 10, 18)}))


def local(text: str) -> datetime:
    return datetime.strptime(text, "%d/%m/%Y %H:%M").replace(tzinfo=ZoneInfo(ZONE))


@pytest.mark.parametrize(
    ("asked", "leaves"),
    [
        ("20/10/2025 06:29", "20/10/2025 07:30"),
        ("20/10/2025 06:30", "20/10/2025 06:30"),
        ("20/10/2025 19:59", "20/10/2025 19:59"),
        ("20/10/2025 20:00", "21/10/2025 07:30"),
        ("17/10/2025 20:30", "18/10/2025 07:30"),  # a Saturday worked instead
        ("19/10/2025 10:00", "20/10/2025 07:30"),
        ("29/08/2025 22:00", "03/09/2025 07:30"),
    ],
)
def test_it_leaves_in_the_hours_of_a_working_day_and_ends_with_it(asked: str, leaves: str) -> None:
    at = leaves_at(local(asked), ZONE, time(7, 30), CALENDAR)
    assert at == local(leaves)
    assert over_at(at, ZONE) == local(f"{leaves[:10]} 20:00")
