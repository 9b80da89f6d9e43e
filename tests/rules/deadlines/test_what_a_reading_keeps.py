"""What a reading keeps beside its kind and date: doubts, the end of a rhythm, events, periods of several months."""

from datetime import date

import pytest

from jobs.rules.deadlines.milestones import milestones_in
from jobs.rules.deadlines.model import Deadline, DeadlineKind, Frequency, OffsetUnit, Recurrence
from jobs.rules.deadlines.occurrences import next_occurrence
from jobs.rules.deadlines.read import read_deadline
from jobs.rules.deadlines.words import LONGEST
from jobs.rules.working_days import WEEKENDS_ONLY

ON = date(2025, 10, 6)


def read(phrase: str) -> Deadline:
    return read_deadline(phrase, ON, WEEKENDS_ONLY)


@pytest.mark.parametrize(
    ("phrase", "note"),
    [
        ("Báo cáo quý trước ngày 20 tháng cuối quý; báo cáo năm trước ngày 15/12", "trong ô còn ghi “báo cáo năm trước ngày 15/12”"),
        ("Hằng tháng (ngày 20), hằng quý (ngày 15 tháng cuối quý)", "trong ô còn ghi “hằng quý; ngày 15 tháng cuối quý”"),
        ("Trước ngày 30/02/2026", "không có ngày 30/02/2026"),
        ("Đầu năm 2026", "chỉ nói đầu kỳ hoặc giữa kỳ, chưa rõ ngày"),
        ("Học kỳ I năm học 2025-2026", "chưa rõ ngày của học kỳ, năm học"),
        ("Mùng 10 tháng 3 âm lịch", "ngày âm lịch"),
        ("Trước 31/10/2025 và định kỳ hằng quý", "trong ô còn ghi “và định kỳ hằng quý”"),
        ("Trước 30/10 (năm 2025), trước 31/3 (các năm tiếp theo)", "trong ô còn ghi “trước 31/3 (các năm tiếp theo)”"),
        ("Trước 15/10/2025; các đơn vị cập nhật trong năm 2026", "trong ô còn ghi “các đơn vị cập nhật trong năm 2026”"),
        ("Trước 31/10/2025, sau đó hằng tháng trước ngày 25", "trong ô còn ghi “sau đó hằng tháng trước ngày 25”"),
        ("Ngày 15 và 30 hằng tháng", "mỗi tháng còn ngày 30"),
        ("2 tuần/lần", "chưa rõ tính từ tuần nào"),
        ("2 năm một lần", "2 năm một lần nhưng chưa rõ tính từ năm nào"),
    ],
)  # fmt: skip
def test_what_has_to_be_settled_is_said(phrase: str, note: str) -> None:
    found = read(phrase)
    assert found.note == note
    assert found.to_confirm or found.kind is DeadlineKind.UNSPECIFIED


@pytest.mark.parametrize(
    "phrase", ["Trong năm 2025", "Hằng quý hoặc đột xuất khi có yêu cầu", "Trước 16 giờ ngày 20/10/2025"]
)
def test_a_plain_phrase_leaves_nothing_to_settle(phrase: str) -> None:
    assert not read(phrase).to_confirm


@pytest.mark.parametrize(
    ("phrase", "until"),
    [
        ("Hằng tháng trong năm 2025", date(2025, 12, 31)),
        ("Hằng năm (đến năm 2030)", date(2030, 12, 31)),
        ("Hằng tháng, từ tháng 01/2026", None),
        ("Hằng tháng", None),
    ],
)
def test_a_rhythm_ends_where_the_phrase_says(phrase: str, until: date | None) -> None:
    assert read(phrase).until == until


def test_a_rhythm_that_is_over_has_no_next_day() -> None:
    late = read_deadline("Trước ngày 20 hằng tháng trong năm 2025", date(2025, 12, 22), WEEKENDS_ONLY)
    assert (late.kind, late.due) == (DeadlineKind.RECURRING, None)


@pytest.mark.parametrize(
    ("phrase", "n", "unit", "event"),
    [
        ("15 ngày trước ngày khai giảng", -15, OffsetUnit.DAY, "khai giảng"),
        ("Trước khi trình UBND phường", -1, OffsetUnit.DAY, "trình UBND phường"),
        ("trong 24 giờ kể từ khi nhận được thông tin", 24, OffsetUnit.HOUR, "nhận được thông tin"),
        ("1/2 ngày làm việc", 0, OffsetUnit.WORKING_DAY, ""),
        ("Trong ngày làm việc", 0, OffsetUnit.WORKING_DAY, ""),
        ("tại kỳ họp cuối năm 2025", 0, OffsetUnit.DAY, "kỳ họp cuối năm 2025"),
    ],
)
def test_an_event_is_kept_with_its_distance(phrase: str, n: int, unit: OffsetUnit, event: str) -> None:
    found = read(phrase)
    assert found.kind is DeadlineKind.RELATIVE
    assert found.offset is not None
    assert (found.offset.n, found.offset.unit, found.offset.event) == (n, unit, event)


@pytest.mark.parametrize(
    ("rhythm", "on", "key", "start", "due"),
    [
        (Recurrence(Frequency.MONTHLY, interval=2), date(2025, 10, 6), "2025-10", date(2025, 9, 1), date(2025, 10, 31)),
        (Recurrence(Frequency.MONTHLY, interval=2), date(2025, 11, 1), "2025-12", date(2025, 11, 1), date(2025, 12, 31)),
        (Recurrence(Frequency.MONTHLY, interval=4), date(2026, 1, 1), "2026-04", date(2026, 1, 1), date(2026, 4, 30)),
        (Recurrence(Frequency.WEEKLY, interval=2), date(2025, 10, 6), "2025-W41", date(2025, 9, 29), date(2025, 10, 12)),
    ],
)  # fmt: skip
def test_a_period_may_be_several_months_or_weeks(
    rhythm: Recurrence, on: date, key: str, start: date, due: date
) -> None:
    found = next_occurrence(rhythm, on, WEEKENDS_ONLY)
    assert (found.key, found.start, found.due) == (key, start, due)
    assert Recurrence.from_json(rhythm.as_json()) == rhythm


def test_a_day_in_brackets_is_a_step_on_the_way_to_the_day_before_it() -> None:
    found = read("Trước 15/12/2025 (dự thảo xong trước 30/11/2025)")
    assert [(m.due.isoformat(), m.target) for m in found.milestones] == [
        ("2025-11-29", "dự thảo xong"),
        ("2025-12-14", ""),
    ]


def test_a_cell_longer_than_any_deadline_is_read_in_part_and_said_so() -> None:
    found = read("Trước ngày 15/12/2025. " + "Ghi chú thêm. " * 300)
    assert found.due == date(2025, 12, 14)
    assert found.note == f"chỉ đọc {LONGEST} chữ đầu của ô"


@pytest.mark.parametrize(
    ("product", "days"),
    [
        ("- Quý I/2026: Kế hoạch. - Quý III/2026: Báo cáo sơ kết.", [date(2026, 3, 31), date(2026, 9, 30)]),
        ("Quý I/2026: Kế hoạch", []),
        ("Tổng cộng 12/39 nhiệm vụ; tỷ lệ 1/500", []),
    ],
)
def test_steps_of_a_product_need_more_than_one_period(product: str, days: list[date]) -> None:
    assert [milestone.due for milestone in milestones_in(product, ON)] == days
