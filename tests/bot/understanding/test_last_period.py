"""The period that has closed, without its name, behind the number, or with the one it is typed for."""

import pytest

from tests.bot.understanding.reading import bare, read, split

FOR_SOMEBODY = {
    "bổ sung cho Lan tháng 10: 7 họp 3 lần": (7, "Lan"),
    "bổ sung cho chị Mai tháng 10: 9 theo dõi 5 văn bản": (9, "chị Mai"),
    "bổ sung kết quả giúp chị Mai kỳ tháng 10: 9 theo dõi 5 văn bản": (9, "chị Mai"),
    "ghi hộ Lan: bổ sung tháng 10: 7 họp 3 lần": (7, "Lan"),
    "ghi hộ Lan tháng 10: 7 họp 3 lần": (7, "Lan"),
    "nhập giúp chị Lan kết quả tháng 10: 7 họp 3 lần": (7, "chị Lan"),
    "bổ sung tháng 10 giúp anh Long: 6 tổ chức 1 hội nghị": (6, "anh Long"),
    "ghi bổ sung tháng 10 giúp anh Long: 6 tổ chức 1 hội nghị": (6, "anh Long"),
    "anh Long bổ sung tháng 10: 6 tổ chức 1 hội nghị": (6, "anh Long"),
}


@pytest.mark.parametrize(("text", "whose"), FOR_SOMEBODY.items())
def test_a_closed_period_is_typed_for_somebody_in_any_order(text: str, whose: tuple[int, str]) -> None:
    (act,) = read(text, "office_head").acts
    assert (act.intent.value, act.slots.period) == ("progress", "2025-10")
    assert (act.slots.task_ids[0], act.slots.person) == whose and "tháng" not in (act.slots.statement or "")


LAST = {
    "sửa 23 tháng trước thành 67%": (23, "month_before", "67%", True),
    "sửa kết quả 23 kỳ trước thành 67%": (23, "period_before", "67%", True),
    "sửa kết quả kỳ trước việc 23 thành 67%": (23, "period_before", "67%", True),
    "đính chính số liệu việc 8 của kỳ vừa rồi là 15 tin": (8, "period_before", "15 tin", True),
    "23 tháng trước là 67% chứ không phải 66": (23, "month_before", "67%", True),
    "50 tháng trước mở 1 lớp": (50, "month_before", "mở 1 lớp", False),
    "50 kỳ trước mở 1 lớp, em quên báo": (50, "period_before", "mở 1 lớp", False),
    "tháng rồi 36 đối thoại 1 cuộc": (36, "month_before", "đối thoại 1 cuộc", False),
    "tháng trước 36 có 1 cuộc, em quên báo": (36, "month_before", "có 1 cuộc", False),
    "kỳ vừa rồi em quên 37, có 2 chuyên đề": (37, "period_before", "có 2 chuyên đề", False),
    "tháng 10 em quên 46, rà được 3 thủ tục": (46, "2025-10", "rà được 3 thủ tục", False),
    "24 kết quả tháng 10 là chưa ban hành": (24, "2025-10", "chưa ban hành", False),
    "46 kết quả tháng 10 là rà 3 thủ tục": (46, "2025-10", "rà 3 thủ tục", False),
    "26 kỳ tháng 10 là đang chờ Sở góp ý": (26, "2025-10", "đang chờ Sở góp ý", False),
    "31 số liệu của tháng 10 đạt 77%": (31, "2025-10", "đạt 77%", False),
    "sửa giúp chị số tháng 10 của 31 thành 77%": (31, "2025-10", "77%", True),
    "kỳ tháng 10 việc 48 phát 300 tờ": (48, "2025-10", "phát 300 tờ", False),
    "24 kết quả kỳ trước là chưa ban hành": (24, "period_before", "chưa ban hành", False),
    "26 số kỳ rồi là chờ Sở": (26, "period_before", "chờ Sở", False),
    "kỳ rồi 36 có 1 cuộc đối thoại": (36, "period_before", "có 1 cuộc đối thoại", False),
    "tháng trước c quên báo 8, đăng 10 tin": (8, "month_before", "đăng 10 tin", False),
    "tháng 10 8 đăng 5 tin": (8, "2025-10", "đăng 5 tin", False),
    "tháng 11 này 49 có 1 buổi": (49, "2025-11", "có 1 buổi", False),
    "bổ sung kỳ trước: 8 đăng 15 tin": (8, "period_before", "đăng 15 tin", False),
}


@pytest.mark.parametrize(("text", "kept"), LAST.items())
@pytest.mark.parametrize("role", ["staff", "office_head"])
def test_the_last_period_is_none_of_the_words(role: str, text: str, kept: tuple[int, str, str, bool]) -> None:
    (act,) = read(text, role).acts
    assert act.intent.value == "progress" and read(text, role).sure
    assert (act.slots.task_ids[0], act.slots.period, act.slots.statement, act.slots.instead) == kept
    signed = "kỳ rồi" in text  # typed bare
    assert signed or read(bare(text), role).acts[0].slots.period == kept[1]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("48 tháng 10 phát 300 tờ, tháng này 50 tờ", [("2025-10", "phát 300 tờ"), (None, "phát 50 tờ")]),
        ("48 tháng 10 phát 300 tờ, tháng 11 phát 50 tờ", [("2025-10", "phát 300 tờ"), ("2025-11", "phát 50 tờ")]),
        ("việc 48 tháng 10 phát 300 tờ, còn tháng này phát 50 tờ", [("2025-10", "phát 300 tờ"), (None, "phát 50 tờ")]),
        ("48 tháng 10 phát 300 tờ, tháng 12 phát 50 tờ", [("2025-10", "phát 300 tờ, tháng 12 phát 50 tờ")]),
        ("48 tháng 10 5 tin, tháng 11 2 tin", [("2025-10", "5 tin"), ("2025-11", "2 tin")]),
        ("48 phát 300 tờ, tháng này 50 tờ", [(None, "phát 300 tờ, tháng này 50 tờ")]),
    ],
)
def test_two_months_of_a_task_are_two_results(text: str, kept: list[tuple[str | None, str]]) -> None:
    assert [(act.slots.period, act.slots.statement) for act in read(text).acts] == kept


def test_this_month_s_share_is_the_one_kept() -> None:
    assert read("23 tháng trước 66%, tháng này 67%").acts[0].slots.percent == 67


@pytest.mark.parametrize(
    "text", split("7 kỳ tháng 12 tổ chức hội nghị | 12 kết quả tháng 10 sao rồi | 7 kỳ tháng 10 đã xong chưa")
)
def test_a_month_to_come_or_asked_about_is_none_that_is_told(text: str) -> None:
    assert not any(act.intent == "progress" and act.slots.period for act in read(text).acts)


def test_months_that_may_be_counted_are_asked_about() -> None:
    understood = read("8 tháng trước đăng 12 tin")
    assert not understood.sure and understood.readings[0].slots.period == "month_before"


@pytest.mark.parametrize(
    "text",
    split(
        "7 như kỳ trước | như kỳ trước 8, 18 | ghi hộ Lan như kỳ trước: 7, 8 | 8 tháng trước 66%, tháng này 67%"
        " | 8 kỳ trước chưa làm được, kỳ này đăng 3 tin | 23 kỳ trước đã xong | tháng trước 23 ai làm | 23 tháng trước báo thế nào rồi"
        " | kỳ trước 8 tin, kỳ này 12 tin | kỳ trước em quên báo | 50 hơn tháng trước 2 lớp | 31 tháng trước đạt bao nhiêu"
        " | sửa mốc 23 tháng trước thành 25/11 | tháng trước em có 12 tin"
    ),
)
def test_what_only_looks_back_is_of_this_period(text: str) -> None:
    for role in ("staff", "office_head"):
        assert not any(str(act.slots.period).endswith("before") for act in read(text, role).acts)
