"""Dates set by who decides them, wished for by who has the work, and only spoken of."""

from datetime import date

import pytest

from tests.bot.understanding.reading import Told, bare, bare_told, intents, read, says, split, told

ON = date(2025, 11, 18)
SET = [
    ("việc 26 cho hạn tới thứ 6 tuần này", says("set_deadline", 26, date="2025-11-21")),
    ("việc 35 hạn mới là thứ 4 tuần sau nhé", says("set_deadline", 35, date="2025-11-26")),
    ("hạn việc 12 chuyển 30/11", says("set_deadline", 12, date="2025-11-30")),
    ("hạn việc 12 đổi thành 30/11", says("set_deadline", 12, date="2025-11-30")),
    ("hạn việc 12 kéo đến cuối tháng", says("set_deadline", 12, date="2025-11-30")),
    ("chuyển 12 sang thứ 5", says("set_deadline", 12, date="2025-11-20")),
    ("đổi việc 12 sang 15/12", says("set_deadline", 12, date="2025-12-15")),
    ("việc 12 chốt 5/12", says("set_deadline", 12, date="2025-12-05")),
    ("cho 12 tới thứ 6", says("set_deadline", 12, date="2025-11-21")),
    ("hạn việc 47 sửa lại giùm chị, thứ 3 tuần sau nghe", says("set_deadline", 47, date="2025-11-25")),
    ("hạn của việc 9 điều chỉnh lại đến 10/12", says("set_deadline", 9, date="2025-12-10")),
    ("mốc việc 9 chỉnh giúp anh sang 10.12", says("set_deadline", 9, date="2025-12-10")),
    ("Chốt nhé: hạn cuối của việc 8 là 05-12-2025, khỏi bàn thêm", says("set_deadline", 8, date="2025-12-05")),
    ("việc 8 hạn cuối cùng là 5/12 nhé", says("set_deadline", 8, date="2025-12-05")),
]
#: Role, words, meaning. A unit head's "cho phòng em" is a wish, like his staff's.
WISHED = [
    ("unit_head", "cho phòng em gia hạn việc 31 hết quý nhé, lý do chưa có kinh phí",
     says("extend_request", 31, date="2025-12-31", reason="chưa có kinh phí")),
    ("unit_head", "cho bên em lùi việc 31 tới cuối tháng", says("extend_request", 31, date="2025-11-30")),
    ("unit_head", "phòng em xin gia hạn việc 31 đến 15/12", says("extend_request", 31, date="2025-12-15")),
    ("staff", "hạn việc 36 gấp quá, cho em tới thứ 2 tuần sau được không ạ?", says("extend_request", 36, date="2025-11-24")),
    ("staff", "cho em khất 12 tới thứ 6", says("extend_request", 12, date="2025-11-21")),
    ("staff", "12 không kịp, cho em đến thứ 6", says("extend_request", 12, date="2025-11-21")),
    ("staff", "việc 12 làm không kịp, xin hết quý ạ", says("extend_request", 12, date="2025-12-31")),
    ("staff", "không kịp, xin hết quý", says("extend_request", date="2025-12-31")),
    ("staff", "cho em hoãn 12 đến 5/12", says("extend_request", 12, date="2025-12-05")),
    ("staff", "việc 12 xin nộp muộn 2 ngày", says("extend_request", 12, duration="P2D")),
]  # fmt: skip
NO_WISH = split(
    """em làm việc 12 tới thứ 6 là xong | việc 12 tới thứ 6 xong | việc 12 dự kiến thứ 6 xong | cho em 12 phút | em không kịp ăn trưa
    cho em gặp chị thứ 6 | việc 12 không kịp hạn | hạn việc 12 đến bao giờ | 17 hạn 31/12 | em xin hoàn thành việc 12"""
)


@pytest.mark.parametrize(("text", "act"), SET)
def test_who_decides_sets_a_date_in_his_own_words(text: str, act: Told) -> None:
    for typed in (text, bare(text)):
        understood = read(typed, "office_head", on=ON)
        assert (told(understood), understood.sure) == ([act], True)


@pytest.mark.parametrize(("role", "text", "act"), WISHED)
def test_more_time_is_wished_for(role: str, text: str, act: Told) -> None:
    understood = read(text, role, "reply_to_reminder" if text.startswith("không") else "direct", on=ON)
    assert (told(understood), understood.sure) == ([act], True)
    without = read(bare(text), role, "reply_to_reminder" if text.startswith("không") else "direct", on=ON)
    assert told(without) == bare_told([act])


@pytest.mark.parametrize("text", NO_WISH)
def test_telling_when_it_will_be_ready_moves_no_date(text: str) -> None:
    assert not {"extend_request", "set_deadline"} & set(intents(text))


OF_MILESTONES: list[tuple[str, Told]] = [
    ("23 xong mốc 31/12", says("done", 23, period="2025-12")),
    ("xong 23 mốc 31/12", says("done", 23, period="2025-12")),
    ("23 mốc 31/12 đã hoàn thành 100%", says("done", 23, period="2025-12")),
    ("23 mốc 31/1 đạt 95%", says("progress", 23, period="2026-01", percent=95, text="mốc 31/1 đạt 95%")),
    ("23 mốc 31/12 đang đạt 80%", says("progress", 23, period="2025-12", percent=80, text="mốc 31/12 đang đạt 80%")),
]


@pytest.mark.parametrize(("text", "act"), OF_MILESTONES, ids=[text for text, _ in OF_MILESTONES])
def test_how_a_milestone_stands_asks_for_no_time(text: str, act: Told) -> None:
    assert told(read(text, on=ON)) == [act]


@pytest.mark.parametrize("text", ["xin lùi mốc 23 đến 31/12 vì mưa", "23 xin lùi mốc 31/12 sang 15/1 vì mưa"])
def test_a_milestone_moved_is_a_wish(text: str) -> None:
    assert intents(text) == ["extend_request"]


ONE_DATE_FOR_ALL: list[tuple[str, list[Told]]] = [
    ("đặt mốc 19, 20, 21 ngày 27/11", [says("set_deadline", 19, 20, 21, date="2025-11-27")]),
    ("đặt mốc 19-21 ngày 27/11", [says("set_deadline", 19, 20, 21, date="2025-11-27")]),
    ("đặt hạn nội bộ việc 5, 6 ngày 25/11", [says("set_deadline", 5, 6, date="2025-11-25")]),
    ("cho mốc 19, 20 và 21 vào ngày 25/11", [says("set_deadline", 19, 20, 21, date="2025-11-25")]),
    ("mốc 5, 6 và 22 cuối tháng 11", [says("set_deadline", 5, 6, 22, date="2025-11-30")]),
    ("đặt hạn 1, 2, 3 vào 26/12", [says("set_deadline", 1, 2, 3, date="2025-12-26")]),
    (
        "mốc 14, 15 vào 20/11, 16 vào 25/11",
        [says("set_deadline", 14, 15, date="2025-11-20"), says("set_deadline", 16, date="2025-11-25")],
    ),
    (
        "đặt hạn 12 cuối tháng 11, 13 cuối tháng 12",
        [says("set_deadline", 12, date="2025-11-30"), says("set_deadline", 13, date="2025-12-31")],
    ),
    (
        "mốc 5, 6 vào 20/11, 7 làm 3 lớp",
        [says("set_deadline", 5, 6, date="2025-11-20"), says("progress", 7, text="làm 3 lớp")],
    ),
    ("mốc 9 với 10 lấy ngày 20/11", [says("set_deadline", 9, 10, date="2025-11-20")]),
    ("mốc 9, 10 để 20/11", [says("set_deadline", 9, 10, date="2025-11-20")]),
    ("mốc 39, 41 và 42 thì 25/11", [says("set_deadline", 39, 41, 42, date="2025-11-25")]),
    ("mốc việc 9 và việc 10 đặt 20/11", [says("set_deadline", 9, 10, date="2025-11-20")]),
    ("mốc 9, 10, 11 đều chốt 20/11", [says("set_deadline", 9, 10, 11, date="2025-11-20")]),
    ("9 với 10 mốc lấy 20/11", [says("set_deadline", 9, 10, date="2025-11-20")]),
    ("mốc 9 với 10 cùng lấy thứ 6", [says("set_deadline", 9, 10, date="2025-11-21")]),
    (
        "mốc 9, 10 lấy 20/11, 11 lấy 25/11",
        [says("set_deadline", 9, 10, date="2025-11-20"), says("set_deadline", 11, date="2025-11-25")],
    ),
    ("55 với 56 lấy ý kiến 20 hộ", [says("progress", 55, 56, text="lấy ý kiến 20 hộ")]),
    (
        "9 họp 2 cuộc, 10 lấy 12 ý kiến",
        [says("progress", 9, text="họp 2 cuộc"), says("progress", 10, text="lấy 12 ý kiến")],
    ),
    ("gia hạn 12 thêm 3 ngày", [says("set_deadline", 12, duration="P3D")]),
    ("7 xong, 8 họp 3 ngày", [says("done", 7), says("progress", 8, text="họp 3 ngày")]),
]


@pytest.mark.parametrize(("text", "acts"), ONE_DATE_FOR_ALL, ids=[text for text, _ in ONE_DATE_FOR_ALL])
def test_a_date_is_that_of_every_number_in_front_of_it(text: str, acts: list[Told]) -> None:
    understood = read(text, "office_head", on=ON)
    assert (told(understood), understood.sure) == (acts, True)


URGED = [
    ("chỉ đạo KT hoàn thành 26 trước 5/12", 26, date(2025, 12, 4)),
    ("chỉ đạo hoàn thành việc 26 trước ngày 5/12", 26, date(2025, 12, 4)),
    ("KT phải xong việc 26 trước 5/12", 26, date(2025, 12, 4)),
    ("chỉ đạo trung tâm hoàn thành 31 trước 5/12", 31, date(2025, 12, 4)),
    ("chỉ đạo phòng VHXH phải hoàn thành việc 17 chậm nhất 5/12", 17, date(2025, 12, 5)),
]


@pytest.mark.parametrize(("text", "number", "day"), URGED, ids=[text for text, *_ in URGED])
def test_urging_others_moves_no_date_unasked(text: str, number: int, day: date) -> None:
    """As in new work "trước 5/12" is the day before it."""
    for typed in (text, bare(text)):
        understood = read(typed, "leader", on=ON)
        [act] = understood.acts
        assert not understood.sure
        assert (act.intent.value, act.slots.task_ids, act.slots.date) == ("set_deadline", (number,), day)


@pytest.mark.parametrize(
    "text",
    [
        "hạn việc 26 là 5/12",
        "đề nghị gia hạn việc 26 đến 5/12",
        "cho KT đến 5/12 phải xong 26",
        "việc 26 phải xong vào 5/12",
    ],
)
def test_a_date_set_plainly_is_set(text: str) -> None:
    understood = read(text, "leader", on=ON)
    assert understood.sure and understood.acts[0].slots.date == date(2025, 12, 5)
    assert [act.intent.value for act in understood.acts] == ["set_deadline"]


@pytest.mark.parametrize(
    "text",
    [
        "55 đặt 30/12",
        "55 đặt ngày 30/12 nhé",
        "55 lấy 30/12",
        "55 để 30/12",
        "55 thì 30/12",
        "55 đến 30/12",
        "55 30/12",
    ],
)
def test_a_head_who_says_only_a_day_is_asked_what_for(text: str) -> None:
    understood = read(text, "unit_head")
    assert not understood.sure
    assert [act.intent.value for act in understood.readings] == ["set_deadline", "progress"]
    assert understood.readings[0].slots.task_ids == (55,) and str(understood.readings[0].slots.date) == "2025-12-30"


@pytest.mark.parametrize("text", ["55 đặt hàng 30/12", "55 đặt lịch họp 30/12", "55 30/12 tổ chức", "55 mai"])
def test_more_than_a_day_sets_none(text: str) -> None:
    assert "set_deadline" not in [act.intent.value for act in read(text, "unit_head").readings]


EACH = [
    ("xin lùi 24 thêm 1 tuần, 37 tới cuối tháng, vì thiếu người", [{"duration": "P1W"}, {"date": "2025-11-30"}]),
    ("xin lùi 24 đến 11/12, 37 thêm 2 tuần vì thiếu người", [{"date": "2025-12-11"}, {"duration": "P2W"}]),
    ("xin lùi 24 thêm 1 tuần, 37 thêm 3 ngày vì thiếu người", [{"duration": "P1W"}, {"duration": "P3D"}]),
    ("xin lùi 24 đến 11/12, 37 đến 30/12, thiếu người", [{"date": "2025-12-11"}, {"date": "2025-12-30"}]),
]


@pytest.mark.parametrize(("text", "days"), EACH)
def test_each_wish_keeps_its_own_time_and_the_reason_behind_is_of_both(text: str, days: list[dict[str, str]]) -> None:
    understood = read(text, on=ON)
    both = [says("extend_request", n, reason="thiếu người", **day) for n, day in zip((24, 37), days, strict=True)]
    assert understood.sure
    for found, meant in zip(told(understood), both, strict=True):
        assert meant[1].items() <= found[1].items()


def test_a_reason_of_its_own_is_not_shared() -> None:
    first, second = told(read("xin lùi 24 đến 11/12 vì chờ Sở, 37 đến 30/12 vì thiếu người", on=ON))
    assert first[1]["reason"] == "chờ Sở" and second[1]["reason"] == "thiếu người"


@pytest.mark.parametrize(
    "text",
    [
        "mốc 17 không phải 30/11 mà 30/12",
        "mốc 17 không phải 30/11 mà là 30/12",
        "hạn 17 không phải 30/11, là 30/12",
        "hạn 17 là 30/12 chứ không phải 30/11",
    ],
)
def test_a_day_that_is_denied_is_not_set(text: str) -> None:
    for typed in (text, bare(text)):
        [act] = read(typed, "office_head").acts
        assert (act.intent.value, act.slots.task_ids, str(act.slots.date)) == ("set_deadline", (17,), "2025-12-30")


@pytest.mark.parametrize(
    "text",
    ["hạn 26 giữ nguyên 30/9", "26 giữ nguyên hạn 30/9", "hạn 26 vẫn giữ 30/9", "hạn 26 không đổi"],
)
def test_a_date_that_stays_is_left_alone(text: str) -> None:
    understood = read(text, "office_head")
    assert understood.sure and understood.acts[0].slots.held
