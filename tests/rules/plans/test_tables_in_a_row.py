"""Several tables in one file, and cells that only say "as above"."""

import pytest

from jobs.rules.plans.model import all_lines
from storage.raw_document import Table
from tests.rules.plans.plan_files import reading_of, table_of

HEADER = ("STT", "Nội dung", "Đơn vị chủ trì", "Thời gian hoàn thành", "Sản phẩm")
OTHER = ("TT", "Nhiệm vụ", "Cơ quan thực hiện", "Thời hạn", "Kết quả")
ROW = ("Văn phòng", "Quý I/2026", "Báo cáo")
SECTION = ("", "", "")
FIRST = table_of(
    HEADER,
    ("I", "CẢI CÁCH", *SECTION),
    ("1", "Rà soát", *ROW),
    ("II", "CHUYỂN ĐỔI SỐ", *SECTION),
    ("1", "Số hóa", *ROW),
)


def codes_and_sections(*tables: Table) -> list[tuple[str, tuple[str, ...]]]:
    return [(line.code, line.section) for line in all_lines(reading_of(*tables))][2:]


@pytest.mark.parametrize("header", [HEADER, OTHER])
def test_a_table_that_numbers_anew_is_in_no_section_of_the_one_before(header: tuple[str, ...]) -> None:
    second = table_of(header, ("1", "Lập đề án", *ROW), ("2", "Trình đề án", *ROW))
    assert codes_and_sections(FIRST, second) == [("1", ()), ("2", ())]


def test_other_columns_without_numbers_are_in_no_section_either() -> None:
    assert codes_and_sections(FIRST, table_of(OTHER, ("", "Lập đề án", *ROW))) == [("1", ())]


def test_a_table_that_counts_on_stays_in_its_section() -> None:
    second = table_of(HEADER, ("2", "Lập đề án", *ROW), ("III", "NHÂN SỰ", *SECTION), ("1", "Tuyển dụng", *ROW))
    assert codes_and_sections(FIRST, second) == [("II.2", ("CHUYỂN ĐỔI SỐ",)), ("III.1", ("NHÂN SỰ",))]


def test_a_section_row_at_the_foot_of_a_page_holds_the_rows_of_the_next() -> None:
    first = table_of(HEADER, ("I", "CẢI CÁCH", *SECTION), ("1", "Rà soát", *ROW), ("II", "SỐ HÓA", *SECTION))
    lines = all_lines(reading_of(first, table_of(HEADER, ("1", "Lập đề án", *ROW))))
    assert [(line.code, line.section) for line in lines] == [("I.1", ("CẢI CÁCH",)), ("II.1", ("SỐ HÓA",))]


@pytest.mark.parametrize(
    "same", ["nt", "NT", "-nt-", "n.t", "Như trên", "như mục trên", "″", '"', "“", "- '' -", "Tương tự"]
)
def test_a_cell_that_says_as_above_is_the_cell_above(same: str) -> None:
    reading = reading_of(
        table_of(HEADER, ("1", "Rà soát", *ROW), ("2", "Số hóa", same, same, same), ("3", "Công bố", same, same, ""))
    )
    _, second, third = reading.tasks
    assert (second.parties.lead, second.responsible_text) == (("Văn phòng",), same)
    assert (second.deadline_text, second.product) == ("Quý I/2026", "Báo cáo")
    assert second.deadline is not None
    assert str(second.deadline.due) == "2026-03-31"
    assert (third.parties.lead, third.product) == (("Văn phòng",), "")
    assert second.doubts == third.doubts == ()


def test_as_above_with_nothing_above_is_a_doubt() -> None:
    [task] = reading_of(table_of(HEADER, ("1", "Rà soát", "nt", "Quý I/2026", ""))).tasks
    assert task.doubts
