"""Another mind in the same message: "trả 7 thiếu ảnh, à thôi duyệt luôn". What stood before is asked about at most."""

import pytest

from tests.bot.understanding.reading import Told, bare, bare_told, done, progress, read, says, split

ANEW: list[tuple[str, str, list[Told]]] = [
    ("unit_head", "trả 7 thiếu ảnh, à thôi duyệt luôn", [says("approve", 7)]),
    ("unit_head", "trả 2 thiếu phụ lục, thôi bỏ đi, duyệt", [says("approve", 2)]),
    ("unit_head", "không đồng ý 48 vì gấp, mà thôi cho luôn", [says("approve", 48)]),
    ("unit_head", "duyệt 7, ủa thôi trả vì thiếu ảnh", [says("reject", 7, reason="thiếu ảnh")]),
    ("unit_head", "giao 57 cho Phúc, à mà thôi để Hoa", [says("assign", 57, person="Hoa")]),
    ("unit_head", "giao 54 cho Hoa, à mà thôi Phúc làm đi", [says("assign", 54, person="Phúc")]),
    ("unit_head", "giao 57, 58 cho Phúc, à thôi để Hoa", [says("assign", 57, 58, person="Hoa")]),
    ("unit_head", "hạn việc 7 là 5/12, à thôi 6/12", [says("set_deadline", 7, date="2025-12-06")]),
    (
        "staff",
        "xin lùi 24 đến 30/11 vì chờ Sở, ủa tới 15/12 mới kịp",
        [says("extend_request", 24, date="2025-12-15", reason="chờ Sở")],
    ),
    ("staff", "xong 31, à khoan chưa xong", [progress(31, text="chưa xong")]),
    ("staff", "31 đạt 76%, à thôi 78%", [progress(31, percent=78)]),
    ("staff", "17 vướng chờ Sở, à hết vướng rồi", [progress(17, text="hết vướng rồi")]),
]
STOPPED: list[tuple[str, str, list[Told]]] = [
    ("unit_head", "trả 1 vì sai số liệu, à mà khoan đã", [says("reject", 1, reason="sai số liệu")]),
    ("unit_head", "duyệt 2 đi, à khoan đã", [says("approve", 2)]),
    ("unit_head", "duyệt 1, ủa chờ chút", [says("approve", 1)]),
    ("unit_head", "duyệt 2. Ủa khoan", [says("approve", 2)]),
    ("unit_head", "đồng ý lùi 48, từ từ đã", [says("approve", 48)]),
    ("unit_head", "duyệt 1; trả 7 thiếu ảnh, à khoan", [says("approve", 1), says("reject", 7, reason="thiếu ảnh")]),
    ("unit_head", "giao 58 cho Hoa, khoan để anh tính", [says("assign", 58, person="Hoa")]),
    ("unit_head", "nhắc Lan 17, à thôi khỏi nhắc", [says("remind_unit", 17, person="Lan")]),
    (
        "staff",
        "xin lùi 17 tới 24/12 vì chờ Sở, mà thôi khỏi",
        [says("extend_request", 17, date="2025-12-24", reason="chờ Sở")],
    ),
    ("staff", "tin: Hội thi cắm hoa, à thôi chưa gửi", [says("submit_news", title="Hội thi cắm hoa")]),
    ("staff", "xong 7, 8, à thôi", [done(7, 8)]),
]


@pytest.mark.parametrize(("role", "text", "readings"), ANEW + STOPPED, ids=[text for _, text, _ in ANEW + STOPPED])
def test_nothing_is_done_and_the_last_word_is_asked_about(role: str, text: str, readings: list[Told]) -> None:
    for typed in (text, bare(text)):
        understood = read(typed, role)
        found = [(act.intent.value, act.slots.as_json()) for act in understood.readings]
        assert not understood.sure and not understood.certain, typed
        assert bare_told(found) == bare_told(readings), typed


def test_what_is_told_of_others_is_not_lost() -> None:
    understood = read("duyệt 3; trả 7 thiếu ảnh, à thôi duyệt luôn, trả 8 vì sai số liệu", "unit_head")
    assert [act.slots.task_ids for act in understood.readings] == [(7,)]
    assert {act.slots.task_ids for act in understood.certain} == {(3,), (8,)}


NO_OTHER_MIND = split("""
17 chỉ còn thiếu biên bản mà thôi | 17 hoãn, thôi để tháng sau làm | trả 7 thiếu biên bản thôi | duyệt 7 thôi nhé | giao 57 cho Phúc thôi
xong 7 rồi ạ thôi em về | trả 7 vì dân khoan giếng, khoan sai vị trí | giao 57 cho Phúc, à hạn 6/12 | 17 trình Sở, à tới 15/12 mới họp
""")


@pytest.mark.parametrize("text", NO_OTHER_MIND)
def test_only_said_softly(text: str) -> None:
    assert read(text, "unit_head").sure


@pytest.mark.parametrize(
    "text", split("lỡ duyệt 2 rồi, thu lại | lỡ trả 7 rồi em, lấy lại giúp anh | lỡ tay duyệt 2, rút lại")
)
def test_a_verdict_given_by_slip_is_taken_back(text: str) -> None:
    for typed in (text, bare(text)):
        (act,) = read(typed, "unit_head").acts
        assert act.intent.value == "undo_done" and len(act.slots.task_ids) == 1, typed


@pytest.mark.parametrize("text", split("lỡ duyệt 2 rồi, nhắc Lan bổ sung | lỡ duyệt 2 rồi"))
def test_a_slip_alone_takes_nothing_back(text: str) -> None:
    assert "undo_done" not in [act.intent.value for act in read(text, "unit_head").acts]
