"""A result said anew is kept without the words that say so; what is dropped or was one too many is asked about."""

import pytest

from tests.bot.understanding.reading import bare, intents, read

ANEW = {
    "52 sửa thành thu về 185 phiếu": "thu về 185 phiếu",
    "50 sửa thành 3 lớp": "3 lớp",
    "đổi giúp chị 50 thành tập huấn xong 2 lớp": "tập huấn xong 2 lớp",
    "19 thay bằng: đã trình dự thảo lần 2": "đã trình dự thảo lần 2",
    "sửa 50 thành 3 lớp": "3 lớp",
    "việc 8 chỉnh lại kết quả thành 13 tin": "13 tin",
    "18 đừng ghi thế, ghi bố trí 3/4 thôi": "bố trí 3/4",
    "17 bỏ câu đó đi, ghi đang chờ thẩm định": "đang chờ thẩm định",
    "46 nói vậy thôi chứ rà 3 thủ tục rồi": "rà 3 thủ tục rồi",
    "18 khoan ghi vậy, ghi lại là bố trí 3/4": "bố trí 3/4",
    "18 xóa cái đó giúp chị, ghi bố trí 3/4": "bố trí 3/4",
    "18 đừng ghi như trên, viết lại thành bố trí 3/4": "bố trí 3/4",
    "8 bỏ kết quả cũ đi ghi 13 tin nhé": "13 tin",
    "18 thay câu đó bằng đã bố trí 4/4": "đã bố trí 4/4",
}


@pytest.mark.parametrize(("text", "kept"), ANEW.items())
def test_what_is_said_anew_takes_the_place_of_the_old(text: str, kept: str) -> None:
    (act,) = read(text).acts
    assert (act.intent, act.slots.text, act.slots.instead) == ("progress", kept, True)
    assert len(act.slots.task_ids) == 1


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("50 bỏ kết quả tháng này đi", 50),
        ("50 xóa kết quả giúp chị", 50),
        ("18 đừng ghi thế", 18),
        ("17 bỏ câu đó đi", 17),
        ("ủa 13 chưa, mới 12 thôi", 13),
        ("à nhầm 13 chưa xong, mới có 12 thôi", 13),
    ],
)
def test_what_is_taken_back_is_asked_about(text: str, number: int) -> None:
    (reading,) = read(text).readings
    assert (reading.intent, reading.slots.task_ids) == ("undo_done", (number,))


def test_to_which_month_it_counts_is_no_result() -> None:
    assert intents("8 tính cho tháng 10 nhé") == ["not_understood"]


@pytest.mark.parametrize(
    "text",
    [
        "17 sửa thành phố thông minh",
        "17 chuyển thành họp trực tuyến",
        "50 chưa mở lớp, mới có 12 người đăng ký",
        "8 bỏ 2 tin trùng, còn 13 tin",
        "đổi hạn 50 thành 5/12",
        "17 đã sửa dự thảo thành 3 chương",
        "17 tính toán lại định mức",
    ],
)
def test_work_that_mends_or_drops_things_is_no_correction(text: str) -> None:
    understood = read(text)
    assert not any(act.slots.instead or act.intent in ("undo_done", "not_understood") for act in understood.acts)


LATE = {
    "bổ sung kết quả tháng 10 việc 24 đã ban hành quy chế": [(24, "đã ban hành quy chế")],
    "bổ sung tháng 10: 8 đăng 15 tin": [(8, "đăng 15 tin")],
    "ghi bù tháng 10: 8 15 tin, 18 không đổi": [(8, "15 tin"), (18, None)],
    "báo bù kỳ tháng 10: 17 đã trình Sở": [(17, "đã trình Sở")],
    "cập nhật bổ sung số liệu quý 3 việc 30: 120 hồ sơ": [(30, None)],
    "ghi bù tháng 10 cho Hoa: 31 đạt 70%": [(31, None)],
}


@pytest.mark.parametrize(("text", "kept"), LATE.items())
def test_the_period_in_front_is_that_of_all_that_is_told(text: str, kept: list[tuple[int, str | None]]) -> None:
    acts = read(text, "office_head").acts
    assert [(act.slots.task_ids[0], act.slots.text) for act in acts] == kept
    period = "2025-Q3" if "quý 3" in text else "2025-10"
    assert {act.slots.period for act in acts} == {period}
    assert {act.intent for act in acts} <= {"progress", "same_as_before"}


@pytest.mark.parametrize(
    "text",
    [
        "báo cáo tháng 10",
        "Báo cáo tháng 10: 7 xong, 8 60%",
        "bổ sung 8 15 tin",
        "cập nhật tháng 10 12 tin",
        "báo cáo tháng 10 việc 24",
    ],
)
def test_a_month_alone_is_none(text: str) -> None:
    assert not any(act.intent == "progress" and act.slots.period for act in read(text).acts)


MENDED = {
    "sửa kết quả tháng 10 việc 23 thành 62%": (23, "62%", True),
    "sửa tháng 10 việc 23 là 62%": (23, "62%", True),
    "đính chính kết quả tháng 10 việc 23: 62%": (23, "62%", True),
    "sửa số liệu tháng 10 của việc 8 thành 15 tin": (8, "15 tin", True),
    "sửa lại tháng 10: 8 15 tin": (8, "15 tin", True),
    "tháng 10 việc 24 ghi lại là đã ban hành quy chế": (24, "đã ban hành quy chế", True),
    "sửa kết quả tháng 10 việc 17 thành đã trình Sở, chờ ký": (17, "đã trình Sở, chờ ký", True),
    "kết quả tháng 10 của việc 37 chưa có": (37, "chưa có", False),
}


@pytest.mark.parametrize(("text", "kept"), MENDED.items())
@pytest.mark.parametrize("role", ["staff", "office_head"])
def test_a_closed_period_is_mended_with_the_result_alone(role: str, text: str, kept: tuple[int, str, bool]) -> None:
    (act,) = read(text, role).acts
    assert (act.intent.value, act.slots.period) == ("progress", "2025-10")
    assert (act.slots.task_ids[0], act.slots.statement, act.slots.instead) == kept


@pytest.mark.parametrize(
    "text",
    [
        "kết quả tháng 10 việc 8 là gì",
        "tháng 10 việc 8 đến đâu rồi",
        "kết quả tháng 10 việc 17 sao chưa có",
        "sửa kết quả tháng 10 việc 23",
        "sửa hạn tháng 10 việc 23 thành 15/11",
        "sửa báo cáo tháng 10 8 thành 9",
    ],
)
def test_a_question_or_another_date_mends_no_period(text: str) -> None:
    assert not any(act.slots.period == "2025-10" for act in read(text).acts)


PLAIN = {
    "tháng 10 việc 31 đạt 77%": "đạt 77%",
    "tháng 10 vừa rồi 46 rà 3 thủ tục": "rà 3 thủ tục",
    "trong tháng 10 việc 50 mở 1 lớp": "mở 1 lớp",
    "tháng 10: việc 8 đăng 12 tin": "đăng 12 tin",
    "dạ tháng 10 việc 46 rà được 5 thủ tục": "rà được 5 thủ tục",
    "tháng 10 qua 23 giải ngân 65%": "giải ngân 65%",
}


@pytest.mark.parametrize(("text", "kept"), PLAIN.items())
def test_a_period_in_front_of_a_result_is_the_results(text: str, kept: str) -> None:
    for typed in (text, bare(text)):
        (act,) = read(typed).acts
        assert (act.intent.value, act.slots.period) == ("progress", "2025-10"), typed
    assert read(text).acts[0].slots.statement == kept


@pytest.mark.parametrize(
    "text",
    [
        "tháng 12 việc 7 tổ chức hội nghị",
        "tháng 10 có 31 thủ tục",
        "tháng 10 việc 24 xong rồi",
        "tháng 10 việc 8 thế nào",
        "tháng 10 31 đạt 77%",
        "tháng 10 phòng em làm 12 việc",
    ],
)
def test_a_month_to_come_or_of_something_else_is_no_closed_period(text: str) -> None:
    assert not any(
        act.slots.period == "2025-10"
        and act.intent == "progress"
        and act.slots.statement
        and "tháng" not in act.slots.statement
        for act in read(text).acts
    )


@pytest.mark.parametrize("text", ["17 khoan ghi", "17 đừng ghi gì hết", "17 khoan ghi đã nhé"])
def test_what_is_not_to_be_written_yet_leaves_all_as_it_is(text: str) -> None:
    (act,) = read(text).acts
    assert read(text).sure and act.intent == "smalltalk_other" and act.slots.held


def test_the_end_told_in_its_place_is_asked_about() -> None:
    understood = read("17 đừng ghi vậy, ghi xong đi")
    assert not understood.sure and [act.intent for act in understood.readings] == ["done"]
