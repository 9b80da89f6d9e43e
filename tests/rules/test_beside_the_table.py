"""What a plan's text asks and its table does not."""

import pytest

from jobs.rules.draft import BesideTable, beside_the_table
from storage.raw_document import Paragraph
from tests.rules.plans.plan_files import reading_of, table_of

HEADER = ("STT", "Nội dung", "Đơn vị chủ trì", "Thời gian hoàn thành", "Sản phẩm")
ROWS = table_of(
    HEADER,
    ("1", "Báo cáo kết quả cải cách hành chính", "Văn phòng", "Trước ngày 15/12/2026", "Báo cáo"),
    ("2", "Tuyên truyền", "Văn phòng", "Hằng tháng", "02 tin, bài/tháng"),
)


def beside(*sentences: str) -> list[BesideTable]:
    text = [Paragraph("KẾ HOẠCH năm 2026"), Paragraph("II. TỔ CHỨC THỰC HIỆN")]
    text += [Paragraph(f"{n}. {sentence}") for n, sentence in enumerate(sentences, 1)]
    return beside_the_table(reading_of(*text, ROWS).as_json())


def test_a_duty_of_the_text_stands_beside_the_table() -> None:
    text = "Phòng Kinh tế rà soát quy hoạch trước ngày 30/6/2026."
    assert beside(text) == [BesideTable(text, "trước ngày 30/6/2026", "Phòng Kinh tế")]


def test_a_monthly_quota_says_how_many() -> None:
    [found] = beside("Các phòng gửi mỗi tháng 01 tin, bài về Văn phòng.")
    assert (found.unit, found.quota) == ("Các phòng", 1)


@pytest.mark.parametrize(
    "text",
    [
        "Văn phòng báo cáo kết quả cải cách hành chính trước ngày 15/12/2026.",
        "Các phòng gửi mỗi tháng 02 tin, bài về Văn phòng.",
    ],
)
def test_what_a_row_says_already_does_not(text: str) -> None:
    assert beside(text) == []


def test_the_same_words_by_another_day_do() -> None:
    assert len(beside("Văn phòng báo cáo kết quả cải cách hành chính trước ngày 15/6/2026.")) == 1


def test_without_a_table_the_text_is_the_plan() -> None:
    reading = reading_of(Paragraph("KẾ HOẠCH năm 2026"), Paragraph("1. Văn phòng lập báo cáo trước ngày 30/6/2026."))
    assert len(reading.duties_in_prose) == 1
    assert beside_the_table(reading.as_json()) == []
