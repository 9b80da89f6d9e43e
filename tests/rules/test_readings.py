"""Figures as people type them."""

import pytest

from jobs.rules.readings import value_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("97,5%", 97.5),
        ("97.5%", 97.5),
        ("85 %", 85),
        ("1.250 hồ sơ", 1250),
        ("1.250,5", 1250.5),
        ("12/15", 12),
        ("ước 80%", 80),
        ("", None),
        ("nhiều", None),
    ],
)
def test_the_number_a_figure_begins_with(text: str, value: float | None) -> None:
    assert value_of(text) == value
