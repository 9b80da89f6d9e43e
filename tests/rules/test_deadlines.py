"""Deadline phrases against a table of readings, and the parts of a reading that the table cannot show."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jobs.rules.deadlines.milestones import milestones_in
from jobs.rules.deadlines.model import Deadline, DeadlineKind, Frequency, Milestone, OffsetUnit, Recurrence
from jobs.rules.deadlines.occurrences import next_occurrence
from jobs.rules.deadlines.read import read_deadline
from jobs.rules.working_days import WEEKENDS_ONLY

ROWS: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "data" / "deadline_phrases.json").read_text(encoding="utf-8")
)
UNDATED = {"external", "relative", "unspecified", "none"}


def test_phrases_are_read_as_labelled() -> None:
    wrong = {}
    for row in ROWS:
        read = read_deadline(row["phrase"], date.fromisoformat(row["on"]), WEEKENDS_ONLY).as_json()
        wanted = {"milestones": []} | {key: value for key, value in row.items() if key not in ("phrase", "on")}
        if (got := {key: read[key] for key in wanted}) != wanted:
            wrong[row["phrase"]] = got
    assert not wrong


def test_no_date_is_invented_where_none_is_said() -> None:
    for row in ROWS:
        if row["kind"] in UNDATED:
            assert read_deadline(row["phrase"], date.fromisoformat(row["on"]), WEEKENDS_ONLY).due is None, row


def test_a_reading_survives_json() -> None:
    for row in ROWS:
        read = read_deadline(row["phrase"], date.fromisoformat(row["on"]), WEEKENDS_ONLY)
        assert Deadline.from_json(json.loads(json.dumps(read.as_json(complete=True)))) == read


def test_what_is_printed_has_exactly_the_public_keys() -> None:
    assert list(Deadline(DeadlineKind.NONE).as_json()) == [
        "kind", "start", "due", "recurrence", "milestones", "matched", "note",
    ]  # fmt: skip


def test_an_event_is_kept_with_its_count_and_computed_when_known() -> None:
    read = read_deadline("05 ngày làm việc kể từ ngày nhận được văn bản", date(2025, 11, 3), WEEKENDS_ONLY)
    assert read.offset is not None
    assert (read.offset.n, read.offset.unit) == (5, OffsetUnit.WORKING_DAY)
    assert read.offset.event == "nhận được văn bản"
    assert read.offset.due_after(date(2025, 12, 1), WEEKENDS_ONLY) == date(2025, 12, 8)


def test_a_count_from_a_named_day_gives_the_day() -> None:
    read = read_deadline("trong vòng 10 ngày kể từ ngày 01/12/2025", date(2025, 11, 3), WEEKENDS_ONLY)
    assert (read.kind, read.due) == (DeadlineKind.DATE, date(2025, 12, 11))


def test_who_sets_the_date_is_named() -> None:
    assert read_deadline("Theo tiến độ của Sở Nội vụ", date(2025, 9, 1), WEEKENDS_ONLY).authority == "Sở Nội vụ"


def test_milestones_of_a_product_cell_keep_their_targets() -> None:
    cell = "- Đến 31/12/2025: Hoàn thành tối thiểu 90% kế hoạch được giao.\n- Đến 31/01/2026: Hoàn thành 100% kế hoạch."
    assert milestones_in(cell, date(2025, 9, 15)) == (
        Milestone(date(2025, 12, 31), "Hoàn thành tối thiểu 90% kế hoạch được giao"),
        Milestone(date(2026, 1, 31), "Hoàn thành 100% kế hoạch"),
    )


@pytest.mark.parametrize("cell", ["", "Quyết định số 12/QĐ-UBND ngày 05/3/2025", "Báo cáo của UBND phường năm 2025"])
def test_an_ordinary_product_cell_has_no_milestones(cell: str) -> None:
    assert milestones_in(cell, date(2025, 9, 15)) == ()


@pytest.mark.parametrize(
    ("rhythm", "on", "key", "due"),
    [
        (Recurrence(Frequency.MONTHLY, day=15, before=True), date(2025, 10, 15), "2025-11", date(2025, 11, 14)),
        (Recurrence(Frequency.MONTHLY, day=31), date(2025, 11, 1), "2025-11", date(2025, 11, 30)),
        (Recurrence(Frequency.MONTHLY, day=5, next_period=True), date(2025, 11, 1), "2025-10", date(2025, 11, 5)),
        (Recurrence(Frequency.QUARTERLY), date(2025, 10, 1), "2025-Q4", date(2025, 12, 31)),
        (
            Recurrence(Frequency.QUARTERLY, month_in_period=1, day=5, before=True, next_period=True),
            date(2026, 10, 12), "2026-Q4", date(2027, 1, 4),
        ),
        (Recurrence(Frequency.HALF_YEARLY), date(2025, 7, 1), "2025-H2", date(2025, 12, 31)),
        (Recurrence(Frequency.ANNUAL, month=1, day=31), date(2025, 2, 1), "2026", date(2026, 1, 31)),
        (Recurrence(Frequency.WEEKLY, weekdays=("FR",)), date(2025, 11, 22), "2025-W48", date(2025, 11, 28)),
        (Recurrence(Frequency.WEEKLY), date(2025, 11, 20), "2025-W47", date(2025, 11, 23)),
        (Recurrence(Frequency.DAILY, workdays_only=True), date(2025, 11, 22), "2025-11-24", date(2025, 11, 24)),
        (Recurrence(Frequency.ANNUAL, dates=("06-15", "12-15")), date(2025, 7, 1), "2025-12-15", date(2025, 12, 15)),
    ],
)  # fmt: skip
def test_an_occurrence_belongs_to_the_period_it_reports_on(rhythm: Recurrence, on: date, key: str, due: date) -> None:
    found = next_occurrence(rhythm, on, WEEKENDS_ONLY)
    assert (found.key, found.due) == (key, due)
    assert Recurrence.from_json(rhythm.as_json()) == rhythm
