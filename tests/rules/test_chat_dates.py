"""Days and periods typed in a chat: what must be found, and what only looks like a date."""

from datetime import date

import pytest

from jobs.rules.deadlines.chat_dates import read_day
from jobs.rules.deadlines.chat_spans import read_span
from jobs.rules.working_days import WEEKENDS_ONLY, WorkingCalendar
from storage.holidays_vn import official_days

DAYS = official_days(2025, 2027)
OFFICE = WorkingCalendar(
    frozenset(day for day, kind, _ in DAYS if kind == "off"),
    frozenset(day for day, kind, _ in DAYS if kind == "working"),
)
THURSDAY = date(2025, 11, 20)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("mai nhac e nhe", "2025-11-21"),
        ("Mai em nộp ạ", "2025-11-21"),
        ("chiều mai em gửi", "2025-11-21"),
        ("ngày kia nhắc lại", "2025-11-22"),
        ("mốt em nộp", "2025-11-22"),
        ("ngay mot em nop", "2025-11-22"),
        ("hôm nay em xong", "2025-11-20"),
        ("chiều nhắc lại giúp em", "2025-11-20"),
        ("em xin gia hạn việc 3 đến thứ 6 ạ", "2025-11-21"),
        ("thu sau em nop", "2025-11-21"),
        ("thứ 6 tuần này", "2025-11-21"),
        ("thứ 6 tuần sau", "2025-11-28"),
        ("thứ hai tuần sau", "2025-11-24"),
        ("thứ 5 em gửi", "2025-11-27"),
        ("lùi đến T6", "2025-11-21"),
        ("CN nhắc lại", "2025-11-23"),
        ("lùi sang tuần sau", "2025-11-28"),
        ("đầu tuần sau", "2025-11-24"),
        ("giữa tháng", "2025-12-15"),
        ("dat han viec 6 cuoi thang", "2025-11-30"),
        ("giữa tháng sau", "2025-12-15"),
        ("cuối tháng 12", "2025-12-31"),
        ("hết quý", "2025-12-31"),
        ("het nam", "2025-12-31"),
        ("hạn việc 10 là 5/12 nhé", "2025-12-05"),
        ("xin lui viec 16 den 10/11", "2026-11-10"),
        ("đến 30-11", "2025-11-30"),
        ("đến ngày 30.11", "2025-11-30"),
        ("lùi đến 05/12/2025", "2025-12-05"),
        ("ngày 5 tháng 12", "2025-12-05"),
        ("ngày 30 em nộp", "2025-11-30"),
        ("ngày 10 em nộp", "2025-12-10"),
        ("3 ngày nữa", "2025-11-23"),
        ("ra Tết em làm", "2026-02-23"),
    ],
)
def test_a_day_in_a_request_is_found(text: str, day: str) -> None:
    found = read_day(text, THURSDAY, OFFICE, future=True)
    assert found is not None
    assert found[0] == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("hôm qua em gửi rồi", "2025-11-19"),
        ("ký ngày 5/12", "2024-12-05"),
        ("gửi 10/11 rồi", "2025-11-10"),
        ("ngày 30 em gửi rồi", "2025-10-30"),
        ("xong từ thứ 6 tuần trước", "2025-11-14"),
        ("thứ 2 em nộp rồi", "2025-11-17"),
    ],
)
def test_a_day_in_a_report_is_the_last_one(text: str, day: str) -> None:
    found = read_day(text, THURSDAY, OFFICE, future=False)
    assert found is not None
    assert found[0] == date.fromisoformat(day)


@pytest.mark.parametrize(
    "text",
    [
        "chuyển cho chị Mai", "việc 7 giao Mai làm", "gửi email cho em", "1/27", "xong 1/2 khối lượng", "được 2/3 rồi",
        "viec 3 chuyen cho anh Quý", "chị Năm làm việc này", "một việc", "mot viec", "45/KH-UBND", "xong việc 10, 12",
        "lần thứ 2", "kỳ họp thứ 5", "đạt 1.5%", "việc 10-12 xong", "30/2", "cảm ơn bot nhé", "02/39 nhiệm vụ",
        "thêm 5 ngày", "thư mời", "chi tiết mục 1.2",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_day_is_none(text: str) -> None:
    assert read_day(text, THURSDAY, OFFICE, future=True) is None


def test_next_week_is_its_monday_for_a_reminder() -> None:
    found = read_day("tuần sau nhắc lại", THURSDAY, OFFICE, future=True, for_reminder=True)
    assert found == (date(2025, 11, 24), (0, 8))


def test_after_tet_is_unknown_without_a_holiday_table() -> None:
    assert read_day("ra Tết em làm", THURSDAY, WEEKENDS_ONLY, future=True) is None


@pytest.mark.parametrize(
    ("text", "on", "period"),
    [
        ("em gui bai thang 11 a", "2025-11-20", "2025-11"),
        ("phòng nào nộp tin tháng này rồi?", "2025-11-20", "2025-11"),
        ("tin tháng trước", "2026-01-05", "2025-12"),
        ("báo cáo tháng 12", "2026-01-05", "2025-12"),
        ("tháng 10/2024", "2025-11-20", "2024-10"),
        ("xuất báo cáo quý III", "2025-10-31", "2025-Q3"),
        ("bao cao quy 4", "2026-01-10", "2025-Q4"),
        ("quý này", "2025-11-20", "2025-Q4"),
        ("6 tháng đầu năm", "2025-07-01", "2025-H1"),
        ("báo cáo 6 tháng cuối năm 2025", "2025-12-01", "2025-H2"),
        ("báo cáo 9 tháng", "2025-09-20", "2025-9M"),
        ("báo cáo năm 2025", "2025-12-01", "2025"),
        ("năm ngoái", "2026-01-10", "2025"),
        ("tuần sau có hạn gì không?", "2025-12-08", "2025-W51"),
        ("tuần này", "2025-11-20", "2025-W47"),
        ("em chào anh Quý", "2025-11-20", None),
        ("xong việc 11", "2025-11-20", None),
    ],
)
def test_a_period_is_named(text: str, on: str, period: str | None) -> None:
    assert read_span(text, date.fromisoformat(on)) == period
