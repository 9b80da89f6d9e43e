"""How long the lengths are that people name."""

import pytest

from jobs.rules.spans import days_of


@pytest.mark.parametrize(
    ("duration", "days"),
    [
        ("P3D", 3),
        ("P2W", 14),
        ("P1M", 30),
        ("PT2H", None),
        ("PT30M", None),
        ("PT1H30M", None),
        ("", None),
        (None, None),
    ],
)
def test_a_length_in_days(duration: str | None, days: int | None) -> None:
    assert days_of(duration) == days
