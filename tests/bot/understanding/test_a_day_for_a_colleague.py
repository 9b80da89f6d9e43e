"""A head's "Lan làm xong 17 trước 16/10 nhé" is no result of hers: whether it sets the date, or reminds her, is asked."""

from datetime import date

import pytest

from tests.bot.understanding.reading import read, split

ON = date(2025, 10, 8)
GIVEN = [
    ("Lan làm xong 17 trước 16/10 nhé", "2025-10-15"),
    ("anh Quân lo xong việc 17 trước 15/10 nha", "2025-10-14"),
    ("bảo Lan xong 17 trước 16/10", "2025-10-15"),
    ("đốc Lan xong 17 trước 16/10", "2025-10-15"),
    ("Hoa làm xong 17 trong tuần này nhé", "2025-10-10"),
    ("việc 17 chị Lan phải xong trước 16/10", "2025-10-15"),
    ("Vinh xong 17 trước 10/10 giúp chị", "2025-10-09"),
    ("Lan làm 17 xong trước 16/10 nha", "2025-10-15"),
    ("dặn Vinh lo xong việc 17 ngày 16/10", "2025-10-16"),
]
#: Without a word of an order he may have said so himself.
SAID_OR_ORDERED = "Vinh xong 17 trước 10/10 giúp chị"
TOLD = """
Lan xong 17 rồi | Lan xong 17 hôm qua | Lan xong 17 trước hạn | Lan xong 17 ngày 6/10 | Lan đã làm xong 17 trước 16/10
chị Lan hứa xong 17 trước 16/10 | Lan dự kiến xong 17 trước 16/10 | em xong 17 trước 16/10 nhé | Lan xong 17 trước 16/10, xong 8
"""


@pytest.mark.parametrize(("text", "day"), GIVEN)
@pytest.mark.parametrize("role", ["unit_head", "office_head", "leader"])
def test_a_head_is_asked_whether_it_sets_the_date(text: str, day: str, role: str) -> None:
    understood = read(text, role, on=ON)
    assert not understood.sure
    offered = ["set_deadline", "remind_unit", *(["progress"] if text == SAID_OR_ORDERED else [])]
    assert [(act.intent.value, act.slots.task_ids) for act in understood.readings] == [
        (each, (17,)) for each in offered
    ]
    assert understood.readings[0].slots.as_json()["date"] == day


@pytest.mark.parametrize("text", split(TOLD))
def test_what_is_told_sets_no_date(text: str) -> None:
    understood = read(text, "unit_head", on=ON)
    assert {act.intent.value for act in (*understood.acts, *understood.readings)} <= {"done", "progress"}


@pytest.mark.parametrize(("text", "_day"), GIVEN)
def test_staff_set_no_dates(text: str, _day: str) -> None:
    acts = read(text, "staff", on=ON)
    assert "set_deadline" not in {act.intent.value for act in (*acts.acts, *acts.readings)}


@pytest.mark.parametrize(
    "text",
    split("""yêu cầu KT hoàn thành 17 trước ngày 17/10 | yêu cầu phòng KT hoàn thành 17 trước 17/10 | đề nghị P.KT xong 17 trước 17/10
    chỉ đạo phòng KT làm xong việc 17 trước 17/10"""),
)
def test_a_unit_told_to_finish_by_a_day_is_not_reminded_unasked(text: str) -> None:
    understood = read(text, "leader", on=ON)
    assert not understood.sure
    assert [act.intent.value for act in understood.readings] == ["set_deadline", "remind_unit"]
    assert {act.slots.unit_full for act in understood.readings} == {"Phòng Kinh tế, Hạ tầng và Đô thị"}


@pytest.mark.parametrize("text", split("nhắc KT hoàn thành 17 trước 17/10 | đôn đốc P.KT xong 17 trước 17/10"))
def test_a_word_of_reminding_reminds(text: str) -> None:
    understood = read(text, "leader", on=ON)
    assert understood.sure and [act.intent.value for act in understood.acts] == ["remind_unit"]
