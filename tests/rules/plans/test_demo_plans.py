"""Both demo plans, read fully right, also with columns moved and headers renamed."""

from collections.abc import Callable
from typing import Any

import pytest

from jobs.rules.plans.model import lines_with_duty
from jobs.rules.plans.short_titles import LONGEST, short_title
from jobs.rules.plans.totals import counted
from tests.accuracy import score
from tests.rules.plans.plan_files import changed, column_moved, demo_bytes, expected, read, renamed


def _deadline_last(table: Any) -> None:
    column_moved(table, 6, 3)
    renamed(table, {"Cơ quan chủ trì": "Đơn vị đầu mối", "Tiến độ": "Thời hạn hoàn thành"})


def _coordinate_first(table: Any) -> None:
    column_moved(table, 5, 2)
    renamed(table, {"Nhiệm vụ cụ thể": "Nội dung công việc", "Kết quả/sản phẩm": "Sản phẩm đầu ra"})


def _assigned_first(table: Any) -> None:
    column_moved(table, 4, 1)
    renamed(table, {"Phân công và cách thức thực hiện": "Trách nhiệm thực hiện", "Tiến độ": "Thời gian thực hiện"})


def _as_it_is(table: Any) -> None:
    return None


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("002", _as_it_is),
        ("004", _as_it_is),
        ("002", _deadline_last),
        ("002", _coordinate_first),
        ("004", _assigned_first),
    ],
)
def test_every_row_of_the_demo_plans_is_right(name: str, change: Callable[[Any], None]) -> None:
    right = expected(name)
    found = score(read(changed(name, change)).as_json(), right, only_tables=True)
    assert found.rows_right == found.rows, "\n".join(found.wrong)
    assert found.fields_right == found.fields, "\n".join(found.wrong)


@pytest.mark.parametrize("name", ["002", "004"])
def test_the_head_of_the_demo_plans_is_right(name: str) -> None:
    got, right = read(demo_bytes(name)).as_json(), expected(name)
    assert [got[field] for field in ("title", "number", "issuer", "year")] == [
        right[field] for field in ("title", "number", "issuer", "year")
    ]
    assert got["signer"] == {field: right["signer"][field] for field in ("name", "title")}


def test_the_ward_counts_39_tasks_on_59_lines_and_leaves_no_row_out() -> None:
    reading = read(demo_bytes("002"))
    assert len(lines_with_duty(reading)) == 59
    assert counted(reading.tasks) == 39
    assert reading.stated_total is not None
    assert reading.stated_total.n == 39
    assert reading.rows.in_file == reading.rows.read
    assert not reading.doubts


def test_milestones_of_the_product_column_join_and_due_stays() -> None:
    task = next(task for task in read(demo_bytes("002")).tasks if task.code == "A.VII.1")
    assert task.deadline is not None
    assert [m.due.isoformat() for m in task.deadline.milestones] == ["2025-12-31", "2026-01-31"]
    assert task.deadline.due is not None
    assert task.deadline.due.isoformat() == "2025-12-31"


def test_one_news_item_a_month_is_found_as_a_quota() -> None:
    quotas = [line for line in read(demo_bytes("004")).recurring if line.quota]
    assert [(line.freq, line.quota, line.where, line.unit) for line in quotas] == [
        ("monthly", 1, "18", "Các phòng, đơn vị trực thuộc")
    ]


@pytest.mark.parametrize("name", ["002", "004"])
def test_duties_of_the_text_are_found(name: str) -> None:
    got = " ".join(duty.text for duty in read(demo_bytes(name)).duties_in_prose).casefold()
    for duty in expected(name)["duties_in_prose"]:
        if duty["required"]:
            assert duty["text"].rstrip(".;").casefold() in got


@pytest.mark.parametrize("name", ["002", "004"])
def test_short_titles_fit_and_begin_with_a_capital(name: str) -> None:
    for line in lines_with_duty(read(demo_bytes(name))):
        text, _ = short_title(line.title)
        assert 10 < len(text) <= LONGEST
        assert text[0].isupper()
