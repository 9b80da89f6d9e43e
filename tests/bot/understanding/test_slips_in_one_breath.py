"""A slip owned up to in the message that made it: what is meant instead is asked about, what stood before is never done."""

import pytest

from tests.bot.understanding.reading import Told, bare, bare_told, done, progress, read, says, split, told

EIGHT = split("""
xong 7, nhầm 8 | xong 7 à nhầm 8 | xong 7 nhầm 8 | xong 7. nhầm, 8 | xong 7; nhầm, 8 | xong 7, nhầm 8 rồi | xong 7, nhầm, 8 mới đúng
xong 7, nhầm, 8 mới xong | xong 7, nhầm, xong 8 | xong 7 ý em là 8 | xong 7, ý em là việc 8 | xong 7 à không 8 | xong 7 à không phải, 8
xong 7, lộn, 8 | xong 7 xin lỗi 8 | xong 7, đúng ra là 8 | xong 7, phải là 8 | việc 7 xong rồi ạ, à nhầm việc 8
""")


@pytest.mark.parametrize("text", EIGHT)
def test_the_task_meant_instead_is_asked_about(text: str) -> None:
    for typed in (text, bare(text)):
        understood = read(typed)
        assert told(understood) == [done(8)] and [act.slots.task_ids for act in understood.readings] == [(8,)], typed
        assert not understood.sure and not understood.certain


ANEW: list[tuple[str, str, list[Told]]] = [
    ("staff", "xong 7, 9, nhầm 8", [done(7, 8)]),
    ("staff", "xong 7, 9 à nhầm 7, 8", [done(7, 8)]),
    ("staff", "7 60%, nhầm 8", [progress(8, percent=60)]),
    ("staff", "7 60% à nhầm 70%", [progress(7, percent=70)]),
    ("staff", "7 đăng 12 tin, à nhầm việc 8", [progress(8, text="đăng 12 tin")]),
    ("staff", "xong 7 KH 45/KH-UBND, nhầm 46/KH-UBND", [done(7, evidence="46/KH-UBND")]),
    ("staff", "xong 7 à quên 8", [done(7, 8), done(8)]),
    ("staff", "xong 7 nhầm", [says("undo_done", 7)]),
    ("staff", "xong 7, nhầm rồi", [says("undo_done", 7)]),
    (
        "staff",
        "xin lùi 7 đến 24/12 vì chờ Sở, à nhầm 26/12",
        [says("extend_request", 7, date="2025-12-26", reason="chờ Sở")],
    ),
    ("unit_head", "duyệt 7, nhầm 8", [says("approve", 8)]),
    ("unit_head", "duyệt 7, ý anh là trả 7", [says("reject", 7)]),
    ("unit_head", "trả 7 thiếu ảnh, nhầm 8", [says("reject", 8, reason="thiếu ảnh")]),
    ("unit_head", "giao 7 cho Lan, nhầm Hoa", [says("assign", 7, person="Hoa")]),
    ("unit_head", "nhắc Lan, à nhầm Hoa", [says("remind_unit", person="Hoa")]),
    ("unit_head", "hạn việc 7 là 5/12, nhầm 6/12", [says("set_deadline", 7, date="2025-12-06")]),
]


@pytest.mark.parametrize(("role", "text", "readings"), ANEW, ids=[text for _, text, _ in ANEW])
def test_whatever_was_the_slip_is_replaced(role: str, text: str, readings: list[Told]) -> None:
    for typed, expected in ((text, readings), (bare(text), bare_told(readings))):
        understood = read(typed, role)
        found = [(act.intent.value, act.slots.as_json()) for act in understood.readings]
        assert not understood.sure and bare_told(found) == bare_told(expected), typed


def test_what_was_said_of_others_stands() -> None:
    understood = read("duyệt 3; trả 7 thiếu ảnh, nhầm 8", "unit_head")
    assert [act.slots.task_ids for act in understood.certain] == [(3,)]
    assert [act.slots.task_ids for act in understood.readings] == [(8,)]


@pytest.mark.parametrize("text", split("xong 7, hoàn tác 8 | xong 7, báo nhầm 8 | xong 7, hôm qua em ghi nhầm 8"))
def test_another_report_taken_back_is_none_of_this_one(text: str) -> None:
    for typed in (text, bare(text)):
        assert told(read(typed)) == [done(7), says("undo_done", 8)], typed


def test_what_is_left_out_behind_a_report_is_not_done_with_it() -> None:
    assert not read("xong 7, bỏ 8").sure


NO_SLIP = split(
    "8 ghi nhầm 3 hồ sơ | trả 7, nhầm số liệu | trả 7 vì nhầm biểu mẫu | 17 vướng, phải là 8 hộ mới đủ | 18 mưa lớn nên hoãn"
)


@pytest.mark.parametrize("text", NO_SLIP)
def test_a_slip_in_the_work_is_told_of_it(text: str) -> None:
    (act,) = read(text, "unit_head").acts
    assert act.intent.value in ("progress", "reject") and len(act.slots.task_ids) == 1


AFTER_ALL = {
    "11 không phát sinh. à có 2 hồ sơ": "có 2 hồ sơ",
    "12 như kỳ trước. ủa không có 4 hồ sơ": "có 4 hồ sơ",
    "12 như kỳ trước, à quên, có 4 hồ sơ": "có 4 hồ sơ",
    "11 không phát sinh, à mà tiếp nhận 3 phản ánh": "tiếp nhận 3 phản ánh",
}


@pytest.mark.parametrize(("text", "kept"), AFTER_ALL.items())
def test_a_figure_after_all_is_the_result(text: str, kept: str) -> None:
    understood = read(text)
    assert not understood.sure and [act.slots.statement for act in understood.readings] == [kept]


def test_a_figure_of_the_next_task_is_its_own() -> None:
    understood = read("11 không phát sinh, à 12 có 2 hồ sơ")
    assert [(act.intent.value, act.slots.task_ids) for act in understood.acts] == [
        ("none_arose", (11,)),
        ("progress", (12,)),
    ]
