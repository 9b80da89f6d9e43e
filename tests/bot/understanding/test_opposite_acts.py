"""Two orders or reports in one sentence, each on its own task: neither is lost and none takes the other's number."""

import pytest

from tests.bot.understanding.reading import Told, bare, bare_told, done, progress, read, says, split, told

VERDICTS = [
    ("duyệt 7, riêng 8 trả lại vì thiếu biên bản", [says("approve", 7), says("reject", 8, reason="thiếu biên bản")]),
    ("duyệt 7, 18 thì không vì thiếu biểu", [says("approve", 7), says("reject", 18, reason="thiếu biểu")]),
    (
        "duyệt hết, riêng 18 trả vì thiếu biểu",
        [says("approve", all_except=[18]), says("reject", 18, reason="thiếu biểu")],
    ),
    ("duyệt 7 riêng 8 trả", [says("approve", 7), says("reject", 8)]),
    ("trả 9 thiếu số, còn 3,5 duyệt", [says("reject", 9, reason="thiếu số"), says("approve", 3, 5)]),
    ("7 ok, 8 chưa đạt vì thiếu biểu", [says("approve", 7), says("reject", 8, reason="thiếu biểu")]),
    ("duyệt việc 7 còn việc 8 làm lại", [says("approve", 7), says("reject", 8)]),
    ("duyệt 7 8 thì trả", [says("approve", 7), says("reject", 8)]),
    ("duyệt 7, 8, 9 trả lại", [says("approve", 7, 8), says("reject", 9)]),
    ("đồng ý 7, còn 8 thì không", [says("approve", 7), says("reject", 8)]),
    ("7 được, 8 trả lại", [says("approve", 7), says("reject", 8)]),
    ("4, 6 đạt; 11 làm lại vì sai biểu mẫu", [says("approve", 4, 6), says("reject", 11, reason="sai biểu mẫu")]),
    ("trả 9 thiếu số, 10 sai biểu", [says("reject", 9, reason="thiếu số"), says("reject", 10, reason="sai biểu")]),
    ("đồng ý lùi 7, không đồng ý lùi 8", [says("approve", 7), says("reject", 8)]),
    ("đồng ý lùi 7 không lùi 8", [says("approve", 7), says("reject", 8)]),
    ("duyệt việc số 7 và trả việc số 8", [says("approve", 7), says("reject", 8)]),
    ("duyệt 7. trả 8", [says("approve", 7), says("reject", 8)]),
    ("duyệt cả 7 lẫn 8", [says("approve", 7, 8)]),
    ("cả 7 và 8 duyệt", [says("approve", 7, 8)]),
    ("trả 7 duyệt 8 trả 9", [says("reject", 7), says("approve", 8), says("reject", 9)]),
    ("bác 5 duyệt 6", [says("reject", 5), says("approve", 6)]),
    ("duyệt 7 rồi giao 8 cho Hoa", [says("approve", 7), says("assign", 8, person="Hoa")]),
]
ORDERS = [
    (
        "giao 9 cho chị Hoa và đôn đốc VHXH việc 10",
        [
            says("assign", 9, person="chị Hoa"),
            says("remind_unit", 10, unit="VHXH", unit_full="Phòng Văn hóa – Xã hội"),
        ],
    ),
    (
        "giao việc 3, 4 cho chị Hoa; 5 cho anh Nam",
        [says("assign", 3, 4, person="chị Hoa"), says("assign", 5, person="anh Nam")],
    ),
    (
        "gia hạn 12 đến 5/12, 13 đến 10/12",
        [says("set_deadline", 12, date="2025-12-05"), says("set_deadline", 13, date="2025-12-10")],
    ),
    ("nhắc Hoa việc 8 nhắc Nam việc 9", [says("remind_unit", 8, person="Hoa"), says("remind_unit", 9, person="Nam")]),
]
KT = {"unit": "phòng kinh tế", "unit_full": "Phòng Kinh tế, Hạ tầng và Đô thị"}
VHXH = {"unit": "VHXH", "unit_full": "Phòng Văn hóa – Xã hội"}
ALL_BUT = ("duyệt hết, riêng 8 trả lại vì thiếu phụ lục", "duyệt hết; 8 trả lại vì thiếu phụ lục")
REPORTS = [
    ("huỷ xong 12, báo xong 13", [says("undo_done", 12), done(13)]),
    ("bỏ xong 12, ghi xong 13", [says("undo_done", 12), done(13)]),
    ("đã xong 9, 10 (11 còn 20%)", [done(9, 10), progress(11, text="còn 20%)")]),
    ("việc 12 và 15 xong, 13 14 đang làm", [done(12, 15), progress(13, 14, text="đang làm")]),
    (
        "7 60% 8 xong 9 vướng chờ sở",
        [progress(7, percent=60), done(8), progress(9, text="vướng chờ sở")],
    ),
    ("7 xong rồi 8 chưa", [done(7), progress(8, text="chưa")]),
    (
        "hoàn thành các việc 61, 62; riêng 63 xin đến 5/12",
        [done(61, 62), says("extend_request", 63, date="2025-12-05")],
    ),
    (
        "xin lùi 7 đến 28/11, 8 đến 30/11",
        [says("extend_request", 7, date="2025-11-28"), says("extend_request", 8, date="2025-11-30")],
    ),
    ("kẹt quá, 33 em xin khất tới mùng 5 tháng sau", [says("extend_request", 33, date="2025-12-05")]),
    ("bận quá, 22 em xin thêm 2 ngày", [says("extend_request", 22, duration="P2D")]),
    ("ok làm rồi, 8 với 9 xong cả", [done(8, 9)]),
    ("mệt quá, 12 xong rồi", [done(12)]),
]
#: One act, whatever numbers stand side by side.
ONE = [
    ("xong 7 8 chưa", ["task_detail"]),
    ("xong 7, 8 chưa?", ["task_detail"]),
    ("7 8 9 xong", ["done"]),
    ("duyệt 7 8 rồi", ["approve"]),
    ("trả 9 10 thiếu số", ["reject"]),
    ("xong 7 giao ban lúc 8h", ["done"]),
    ("việc 8 xong 2 hôm rồi", ["done"]),
    ("7 đã trả 8 hồ sơ", ["progress"]),
    ("7 đang chờ 8 xong", ["progress"]),
]
#: What a number stands for is open, so that nothing is done.
ASKED = split("duyệt 7 theo mục 4 của 9 | ghi nhầm 12, 13 mới đúng | vướng quá 12 xin gia hạn 3 ngày")
COUNTED = split(
    "việc 9 có 20 hồ sơ, 12 đã xong, 8 chưa | 9 nhận 20 hồ sơ, 12 đã xong, còn 8 chưa | đã họp 5 phòng, 3 đồng ý"
)


@pytest.mark.parametrize(("text", "acts"), [*VERDICTS, *ORDERS])
def test_a_head_decides_and_orders_several(text: str, acts: list[Told]) -> None:
    for typed, expected in ((text, acts), (bare(text), bare_told(acts))):
        understood = read(typed, "office_head")
        assert told(understood) == expected
        assert understood.sure


def test_two_units_parts_of_one_task() -> None:
    assert told(read("duyệt việc 6 phòng kinh tế, trả việc 6 của VHXH vì thiếu số", "office_head")) == [
        says("approve", 6, **KT),
        says("reject", 6, reason="thiếu số", **VHXH),
    ]
    assert "unit" not in told(read("trả 9 vì VHXH chưa nộp", "office_head"))[0][1]
    assert not read("trả 9 phòng kinh tế chưa ký", "office_head").sure


@pytest.mark.parametrize("text", ALL_BUT)
def test_all_are_accepted_but_the_one_returned(text: str) -> None:
    assert told(read(text, "office_head")) == [
        says("approve", all_except=[8]),
        says("reject", 8, reason="thiếu phụ lục"),
    ]


@pytest.mark.parametrize(("text", "acts"), REPORTS)
def test_staff_reports_several(text: str, acts: list[Told]) -> None:
    for typed, expected in ((text, acts), (bare(text), bare_told(acts))):
        understood = read(typed)
        assert told(understood) == expected
        assert understood.sure


@pytest.mark.parametrize(("text", "intents"), ONE)
def test_numbers_side_by_side_may_be_one_act(text: str, intents: list[str]) -> None:
    for typed in (text, bare(text)):
        assert [act.intent.value for act in read(typed, "unit_head").acts] == intents


@pytest.mark.parametrize("text", ASKED)
def test_a_number_that_no_act_takes_is_asked_about(text: str) -> None:
    for typed in (text, bare(text)):
        assert not read(typed, "office_head").sure


@pytest.mark.parametrize("text", COUNTED)
def test_some_of_what_was_counted_are_no_tasks(text: str) -> None:
    for typed in (text, bare(text)):
        for role in ("staff", "unit_head"):
            understood = read(typed, role)
            assert not understood.sure or not {"done", "approve", "reject"} & {a.intent.value for a in understood.acts}
