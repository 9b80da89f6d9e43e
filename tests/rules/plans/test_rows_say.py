"""What single cells and sentences of a plan say: years, steps of a product, who only helps, rhythms in the text."""

from datetime import date

import pytest

from jobs.rules.deadlines.model import DeadlineKind, Milestone
from jobs.rules.plans.model import PlanReading, PlanTask
from jobs.rules.plans.parties import column_parties
from jobs.rules.plans.reader import read_plan
from jobs.rules.plans.units import Spelling
from jobs.rules.working_days import WEEKENDS_ONLY
from storage.raw_document import Paragraph, RawDocument
from tests.rules.plans.plan_files import reading_of, table_of

HEADER = ("STT", "Nội dung", "Đơn vị chủ trì", "Thời gian hoàn thành", "Sản phẩm")


def tasks(*rows: tuple[str, ...]) -> tuple[PlanTask, ...]:
    return reading_of(table_of(HEADER, *rows)).tasks


@pytest.mark.parametrize("phrase", ["trước 30/9", "Quý III", "Từ tháng 3 đến tháng 9", "Từ ngày 01/3"])
def test_without_a_year_anywhere_no_day_is_invented(phrase: str) -> None:
    [task] = tasks(("1", "Lập báo cáo", "Văn phòng", phrase, "Dự thảo trước 30/6; bản ký trước 30/9"))
    assert task.deadline is not None
    assert (task.deadline.start, task.deadline.due, task.deadline.milestones) == (None, None, ())
    assert f"Thời hạn “{phrase}”: kế hoạch không ghi năm." in task.doubts


def test_without_a_year_the_day_of_asking_gives_it() -> None:
    rows = table_of(HEADER, ("1", "Lập báo cáo", "Văn phòng", "trước 30/9", ""))
    reading = read_plan(RawDocument((rows,), "docx"), on=date(2026, 3, 1), calendar=WEEKENDS_ONLY)
    assert reading.tasks[0].deadline is not None
    assert reading.tasks[0].deadline.due == date(2026, 9, 29)


@pytest.mark.parametrize(
    ("product", "steps"),
    [
        ("Trình HĐND trước 30/6/2026; ban hành trước 31/12/2026",
         [(date(2026, 6, 29), "Trình HĐND"), (date(2026, 12, 30), "ban hành")]),
        ("- Dự thảo: xong chậm nhất ngày 15/5/2026\n- Nghị quyết (trước ngày 01/7/2026)",
         [(date(2026, 5, 15), "Dự thảo"), (date(2026, 6, 30), "Nghị quyết")]),
        ("Báo cáo trước 30/6/2026", []),
        ("Quyết định ban hành ngày 30/6/2025; Kế hoạch", []),
    ],
)  # fmt: skip
def test_steps_of_the_product_are_milestones_and_the_due_day_stays(product: str, steps: list[tuple[date, str]]) -> None:
    [task] = tasks(("1", "Lập đề án", "Văn phòng", "Trong năm 2026", product))
    assert task.deadline is not None
    assert task.deadline.milestones == tuple(Milestone(due, target) for due, target in steps)
    assert task.deadline.due == date(2026, 12, 31)


@pytest.mark.parametrize(
    "text", ["đ/c Lan - VP; đ/c Hùng phối hợp", "đ/c Lan - TT; đ/c Hùng phối hợp", "đ/c Lan; đ/c Hùng phối hợp"]
)
def test_who_only_helps_does_not_lead(text: str) -> None:
    found = column_parties(text, "", Spelling(), ())
    assert (len(found.lead), found.coordinate) == (1, ("Đ/c Hùng",))


def of_prose(sentence: str) -> PlanReading:
    return reading_of(Paragraph("KẾ HOẠCH năm 2026"), Paragraph("II. TỔ CHỨC THỰC HIỆN"), Paragraph(f"1. {sentence}"))


@pytest.mark.parametrize(
    "phrase",
    [
        "định kỳ ngày 20 hằng tháng",
        "định kỳ vào ngày 20 hàng tháng",
        "định kỳ 20 mỗi tháng",
        "ngày 25 hằng tháng",
        "định kỳ ngày 10 của tháng đầu quý",
    ],
)
def test_a_rhythm_in_the_text_is_its_whole_phrase(phrase: str) -> None:
    [duty] = of_prose(f"Văn phòng báo cáo Ủy ban nhân dân phường {phrase}.").duties_in_prose
    assert duty.deadline_text == phrase
    assert duty.deadline is not None
    assert duty.deadline.kind is DeadlineKind.RECURRING


@pytest.mark.parametrize("label", ["1-", "1.", "1)"])
def test_numbers_of_a_party_s_paper_end_with_a_dash(label: str) -> None:
    duties = reading_of(
        Paragraph("KẾ HOẠCH năm 2026"),
        Paragraph("II- TỔ CHỨC THỰC HIỆN" if label == "1-" else "II. TỔ CHỨC THỰC HIỆN"),
        Paragraph(f"{label} Văn phòng Đảng ủy theo dõi, đôn đốc, tổng hợp báo cáo trước ngày 15/6/2026."),
        Paragraph(f"{label.replace('1', '2')} Các chi bộ, đảng bộ trực thuộc xây dựng kế hoạch trước ngày 20/3/2026."),
    ).duties_in_prose
    assert [(duty.unit, duty.where) for duty in duties] == [
        ("Văn phòng Đảng ủy", "II.1"),
        ("Các chi bộ, đảng bộ trực thuộc", "II.2"),
    ]


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("Văn phòng định kỳ 6 tháng, năm báo cáo Ban Thường vụ (trước ngày 15/6 và 15/12).", ("06-15", "12-15")),
        ("Văn phòng báo cáo hằng năm trước ngày 05/6, 05/12.", ("06-05", "12-05")),
        ("Định kỳ 6 tháng (trước ngày 10/6) và năm (trước ngày 10/12) gửi báo cáo về Văn phòng.", ("06-10", "12-10")),
    ],
)
def test_days_of_every_year_are_a_rhythm_of_the_whole_sentence(sentence: str, dates: tuple[str, ...]) -> None:
    [duty] = of_prose(sentence).duties_in_prose
    assert duty.deadline and duty.deadline.recurrence
    assert duty.deadline.recurrence.dates == dates


def test_a_day_beside_a_rhythm_that_is_another_matter_stays_a_day() -> None:
    [duty] = of_prose("Định kỳ hằng tháng rà soát, hoàn thành việc số hóa trước ngày 30/6/2026.").duties_in_prose
    assert duty.deadline and duty.deadline.due == date(2026, 6, 29)


@pytest.mark.parametrize(
    "phrase", ["Trong 6 tháng cuối năm 2026", "Đến cuối năm 2026", "Cuối tháng 6/2026", "6 tháng đầu năm"]
)
def test_the_end_of_one_period_is_no_rhythm(phrase: str) -> None:
    rows = table_of(HEADER, ("1", "Rà soát quy trình", "Văn phòng", phrase, "Báo cáo năm 2026"))
    assert not reading_of(rows).recurring


@pytest.mark.parametrize("when", ["vào ngày 12 của tháng cuối quý", "quý (trước ngày 10 tháng cuối quý)"])
def test_the_last_month_of_every_quarter_is_one(when: str) -> None:
    [rhythm] = of_prose(f"Các phòng báo cáo kết quả về Văn phòng {when}.").recurring
    assert (rhythm.freq, rhythm.unit) == ("quarterly", "Các phòng")
