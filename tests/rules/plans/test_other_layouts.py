"""The same rows in other layouts are the same tasks."""

import datetime
from typing import Any

import pytest

from jobs.rules.plans.reader import read_plan
from jobs.rules.working_days import WEEKENDS_ONLY
from storage.documents.reader import read_document
from tests.accuracy import score
from tests.rules.plans.other_layouts import (
    Layout,
    bracketed,
    dashed,
    decomposed,
    hard_spaces,
    labelled,
    laid_out,
    sentence,
)
from tests.rules.plans.plan_files import demo_bytes, read

NUMBER, TITLE = ("number", "STT"), ("title", "Nội dung công việc")
LAYOUTS = {
    "product first, cut every seven rows": Layout(
        (NUMBER, ("product", "Sản phẩm đầu ra"), TITLE, ("lead", "Đơn vị chủ trì"), ("coordinate", "Phối hợp"), ("deadline", "Thời hạn")),
        sections="cells", cut=7,
    ),
    "who in one column with labels, headers repeated": Layout(
        (NUMBER, ("who", "PHÂN CÔNG THỰC HIỆN"), ("title", "NHIỆM VỤ CỤ THỂ"), ("deadline", "TIẾN ĐỘ"), ("product", "KẾT QUẢ")),
        labelled, sections="inside", cut=13, header_again=True, numbered_columns=True, typed=decomposed,
    ),
    "sentences, the number last": Layout(
        (("who", "Trách nhiệm\nthực hiện"), ("deadline", "Thời gian\nhoàn thành"), TITLE, ("product", "Kết quả, sản phẩm"), ("number", "TT")),
        sentence, sections="inside",
    ),
    "brackets, in Excel": Layout(
        (NUMBER, TITLE, ("deadline", "Tiến độ thực hiện"), ("who", "Cơ quan thực hiện"), ("product", "Dự kiến sản phẩm")),
        bracketed, numbered_columns=True, excel=True, typed=hard_spaces,
    ),
    "two lines in a cell": Layout(
        (NUMBER, ("title", "Tên nhiệm vụ"), ("who", "Phân công và cách thức thực hiện"), ("product", "Kết quả/sản phẩm"), ("deadline", "Lộ trình")),
        dashed, cut=9,
    ),
}  # fmt: skip


SLOW = {"sentences, the number last"}  # seconds each: by `make faults`


@pytest.mark.parametrize(
    "layout",
    [pytest.param(one, id=name, marks=[pytest.mark.faults] if name in SLOW else []) for name, one in LAYOUTS.items()],
)
def test_the_same_rows_are_the_same_tasks(layout: Layout) -> None:
    right = _told_by_the_table(read(demo_bytes("002")).as_json())
    document = read_document(laid_out(right, layout), "phu-luc")
    reading = read_plan(document, on=datetime.date(2025, 9, 15), calendar=WEEKENDS_ONLY)
    found = score(reading.as_json(), right, only_tables=True)
    assert found.rows == 61
    assert found.rows_right == found.rows, "\n".join(found.wrong)
    assert reading.rows.in_file == reading.rows.read + len(reading.rows.left_out)


def _told_by_the_table(right: dict[str, Any]) -> dict[str, Any]:
    """Without what these layouts do not print: running numbers, the total, the words around the units' names."""
    for task in right["tasks"]:
        for line in (task, *task.get("sub_tasks", [])):
            for name in ("responsible_text", "number_printed", "counted_as"):
                line.pop(name, None)
    return right | {"stated_total": None, "indicators": []}
