"""A head's verdict by whose tasks they are, what he keeps for himself, and whom he has pressed; and wishes given up."""

from datetime import date
from typing import Any

import pytest

from tests.bot.understanding.reading import Told, read, says, split, told

HEAD: dict[str, list[Told]] = {
    "duyệt cho Quân 1 với 19": [says("approve", 1, 19)],
    "duyệt cho Lan 1 với 19": [says("approve", 1, 19)],
    "duyệt Lan 2, 7": [says("approve", 2, 7)],
    "duyệt 1 với 19 cho Quân": [says("approve", 1, 19)],
    "duyệt 1, 19 cho Quân nhé": [says("approve", 1, 19)],
    "duyệt luôn 2 và 7 cho Lan": [says("approve", 2, 7)],
    "trả Lan 2, thiếu phụ lục": [says("reject", 2, reason="thiếu phụ lục")],
    "duyệt 1, 19 cho Quân làm": [says("approve", 1), says("assign", 19, person="Quân")],
    "54 đến 57 cho Phúc hết đi": [says("assign", 54, 55, 56, 57, person="Phúc")],
    "28 để chị làm": [says("assign", 28, person="tôi")],
    "còn 34 35 anh tự làm": [says("assign", 34, 35, person="tôi")],
    "39 41 42 chị giữ": [says("assign", 39, 41, 42, person="tôi")],
    "39 để tôi lo": [says("assign", 39, person="tôi")],
    "31 anh làm rồi": [says("done", 31)],
}


@pytest.mark.parametrize(("text", "acts"), HEAD.items())
def test_a_heads_word(text: str, acts: list[Told]) -> None:
    understood = read(text, "unit_head")
    assert understood.sure and told(understood) == acts


@pytest.mark.parametrize(
    "text", split("28 để chị xem | 28 để chị làm xong báo | 28 chị nhận được rồi | 31 chị làm 70% | 31 anh lo chưa?")
)
def test_what_keeps_nothing(text: str) -> None:
    assert "assign" not in [intent for intent, _slots in told(read(text, "unit_head"))]


@pytest.mark.parametrize(
    "text",
    split(
        "bảo Lan 17 làm nhanh lên | nhắn Lan chiều nộp 17 cho anh | bảo Lan nộp 17 gấp | nói Lan làm 17 nhanh | bao lan nop 17 gap"
    ),
)
def test_pressed_by_way_of_the_bot(text: str) -> None:
    understood = read(text, "unit_head")
    assert not understood.sure and [act.intent.value for act in understood.readings] == ["remind_unit"]
    assert understood.readings[0].slots.task_ids == (17,)


@pytest.mark.parametrize(
    "text",
    split("Lan báo nộp 17 rồi | báo 17 gửi sớm rồi | bảo Lan nộp 17 chưa | 7 bảo Lan gửi thêm ảnh rồi anh duyệt"),
)
def test_nobody_is_pressed(text: str) -> None:
    assert "remind_unit" not in [
        act.intent.value for act in (*read(text, "unit_head").acts, *read(text, "unit_head").readings)
    ]


@pytest.mark.parametrize(
    "text",
    split(
        "1 nhờ Quân đính kèm phụ lục rồi anh ký duyệt | 1 kêu Quân in phụ lục rồi anh ký duyệt | 2 có biên bản kèm theo thì anh ký"
        " | 2 kèm danh sách đoàn kiểm tra thì anh ký | 2 đủ hồ sơ anh mới ký | 2 trình đủ rồi anh ký nhé | 2 có biên bản thì anh duyệt"
    ),
)
def test_what_is_signed_later_is_no_verdict_yet(text: str) -> None:
    understood = read(text, "unit_head")
    assert [act.intent.value for act in understood.acts] == ["smalltalk_other"] and understood.acts[0].slots.held


@pytest.mark.parametrize("text", split("2 anh ký duyệt rồi | 2 xem rồi, duyệt | duyệt 2 nhé"))
def test_what_is_a_verdict(text: str) -> None:
    assert [act.intent.value for act in read(text, "unit_head").acts] == ["approve"]


@pytest.mark.parametrize(
    "text",
    split(
        "2 làm xong rồi anh duyệt | 7 làm xong rồi, anh duyệt | 7 xong rồi anh duyệt nhé | 7 hoàn thành rồi chị đồng ý"
    ),
)
def test_what_is_done_or_is_to_be_done_first_is_asked_about(text: str) -> None:
    understood = read(text, "unit_head")
    assert not understood.sure and [act.intent.value for act in understood.readings] == ["approve"]


@pytest.mark.parametrize(
    "text", split("2 làm xong rồi thì anh duyệt | 7 làm xong rồi anh sẽ duyệt | 7 làm xong rồi anh duyệt sau")
)
def test_what_is_to_be_done_first_decides_nothing(text: str) -> None:
    (act,) = read(text, "unit_head").acts
    assert act.intent == "smalltalk_other" and act.slots.held


@pytest.mark.parametrize("text", split("24 Sở duyệt rồi anh ký hôm qua | 2 ký rồi"))
def test_what_was_signed_is_told(text: str) -> None:
    assert [act.intent.value for act in read(text, "unit_head").acts] == ["progress"]


@pytest.mark.parametrize(
    ("text", "number", "day"),
    [
        ("31 không quá 10/11 nha", 31, date(2025, 11, 10)),
        ("31 không được quá 15/11", 31, date(2025, 11, 15)),
        ("31 chậm nhất 15/11", 31, date(2025, 11, 15)),
        ("31 chậm nhất là 15/11 phải xong", 31, date(2025, 11, 15)),
        ("31 tối đa 15/11", 31, date(2025, 11, 15)),
        ("16 muộn nhất 3/11", 16, date(2025, 11, 3)),
        ("48 25/10 thì được", 48, date(2025, 10, 25)),
        ("31 cho, nhưng chỉ tới 15/11", 31, date(2025, 11, 15)),
    ],
)
def test_a_limit_is_asked_about(text: str, number: int, day: date) -> None:
    understood = read(text, "unit_head", on=date(2025, 10, 13))
    assert not understood.sure
    assert [act.intent.value for act in understood.readings] == ["approve", "set_deadline"]
    assert {(act.slots.task_ids, act.slots.date) for act in understood.readings} == {((number,), day)}


@pytest.mark.parametrize("text", split("31 chậm nhất phường | 31 không quá 3 hồ sơ trễ | 31 tối đa 15 phút một hồ sơ"))
def test_no_limit_in_time(text: str) -> None:
    assert [act.intent.value for act in read(text, "unit_head").acts] != ["approve"]


STAFF: dict[str, tuple[str, dict[str, Any]]] = {
    "thôi chị không xin lùi 17 nữa": says("undo_done", 17),
    "chị không xin lùi 17 nữa": says("undo_done", 17),
    "17 không cần lùi nữa": says("undo_done", 17),
    "thôi khỏi lùi 17": says("undo_done", 17),
    "đừng nhắc việc 8 nữa": says("snooze", 8),
    "khỏi nhắc 8": says("snooze", 8),
    "không nhắc việc 8 nữa nhé": says("snooze", 8),
}


@pytest.mark.parametrize(("text", "act"), STAFF.items())
def test_given_up(text: str, act: Told) -> None:
    assert told(read(text)) == [act]


@pytest.mark.parametrize("text", split("7 hủy | 7 bỏ đi | dừng việc 7 | hủy 7"))
def test_the_task_or_its_report(text: str) -> None:
    understood = read(text)
    assert not understood.sure and [act.intent.value for act in understood.readings] == ["undo_done", "drop_task"]


@pytest.mark.parametrize("text", split("7 hủy lớp tập huấn | 7 không lùi được | 7 bỏ phiếu xong"))
def test_nothing_is_dropped(text: str) -> None:
    assert not {"drop_task", "undo_done"} & {act.intent.value for act in read(text).acts}
