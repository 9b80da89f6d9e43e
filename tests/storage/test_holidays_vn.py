"""The official table of decisions, 2022 to 2027 (domain facts, section 4)."""

from datetime import date, timedelta

import pytest

from jobs.rules.working_days import WorkingCalendar
from storage.holidays_vn import official_days

WEEKDAYS_OFF = {
    2022: "3/1 31/1 1/2 2/2 3/2 4/2 11/4 2/5 3/5 1/9 2/9",
    2023: "2/1 20/1 23/1 24/1 25/1 26/1 1/5 2/5 3/5 1/9 4/9",
    2024: "1/1 8/2 9/2 12/2 13/2 14/2 18/4 29/4 30/4 1/5 2/9 3/9",
    2025: "1/1 27/1 28/1 29/1 30/1 31/1 7/4 30/4 1/5 2/5 1/9 2/9",
    2026: "1/1 2/1 16/2 17/2 18/2 19/2 20/2 27/4 30/4 1/5 31/8 1/9 2/9 24/11",
    2027: "1/1 4/2 5/2 8/2 9/2 10/2 16/4 30/4 3/5 2/9 3/9 24/11",
}
WORKED_SATURDAYS = {2024: "4/5", 2025: "26/4", 2026: "10/1 22/8"}


def _days(text: str, year: int) -> set[date]:
    return {date(year, int(month), int(day)) for day, month in (word.split("/") for word in text.split())}


@pytest.mark.parametrize("year", WEEKDAYS_OFF)
def test_days_off_and_worked_saturdays_are_the_decided_ones(year: int) -> None:
    days = official_days(year, year)
    calendar = WorkingCalendar(
        frozenset(day for day, kind, _ in days if kind == "off"),
        frozenset(day for day, kind, _ in days if kind == "working"),
    )
    every = [date(year, 1, 1) + timedelta(days=n) for n in range(365 + (year % 4 == 0))]
    assert {d for d in every if d.weekday() < 5 and not calendar.is_working(d)} == _days(WEEKDAYS_OFF[year], year)
    worked = {d for d in every if d.weekday() >= 5 and calendar.is_working(d)}
    assert worked == _days(WORKED_SATURDAYS.get(year, ""), year)


def test_notes_are_vietnamese_and_number_no_day_of_tet() -> None:
    for _, _, note in official_days(2022, 2028):
        assert "Lunar" not in note
        assert "29" not in note


def test_years_not_yet_decided_are_marked_as_expected() -> None:
    assert all(note.endswith("(dự kiến)") for _, _, note in official_days(2028, 2028))
    assert not any("dự kiến" in note for _, _, note in official_days(2022, 2027))


def test_years_outside_the_question_do_not_come_along() -> None:
    assert {day.year for day, _, _ in official_days(2025, 2026)} == {2025, 2026}
