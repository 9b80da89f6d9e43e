"""A slip owned up to, a correction, and an undoing where nothing is one's own."""

import pytest

from storage.kinds import DutyState
from tests.bot.talk import Talk
from tests.engines import ON_BOTH
from tests.people import at

Duties = dict[int, int]


@pytest.mark.parametrize(
    "slip", ["nhầm 8", "nham, 8", "à nhầm 8", "ý em là 8", "không phải, 8", "nhầm, việc 8 mới đúng"]
)
def test_another_task_named_right_after_takes_the_report_over(talk: Talk, duties: Duties, slip: str) -> None:
    talk.say("Lan", "xong 7")
    talk.say("Lan", slip)
    assert (talk.state(duties[7]), talk.state(duties[8])) == (DutyState.OPEN, DutyState.REPORTED)


def test_a_result_goes_to_the_task_that_was_meant(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "8 đăng 12 tin")
    talk.say("Lan", "nhầm, 7")
    assert [[e.text for e in talk.entries(duties[n])] for n in (7, 8)] == [["đăng 12 tin"], []]


@pytest.mark.parametrize("slip", ["nhầm 7", "nhầm 2"])
def test_a_task_told_of_today_may_be_the_slip_itself(talk: Talk, duties: Duties, slip: str) -> None:
    talk.say("Lan", "xong 2 KH 45/KH-UBND")
    talk.say("Lan", "xong 7")
    assert "Bỏ phần báo xong" in (talk.say("Lan", slip) or "")
    assert {talk.state(duties[n]) for n in (2, 7)} == {DutyState.REPORTED}
    talk.say("Lan", "đúng")
    assert talk.state(duties[int(slip[-1])]) is DutyState.OPEN


@pytest.mark.parametrize("text", ["xong 7, nhầm 8", "xong 7 à nhầm 8", "xong 7 ý em là 8"])
def test_what_was_meant_in_one_breath_is_done_when_confirmed(talk: Talk, duties: Duties, text: str) -> None:
    assert "Việc 8: đã xong, phải không" in (talk.say("Lan", text) or "") and not talk.events()
    talk.say("Lan", "đúng")
    assert (talk.state(duties[7]), talk.state(duties[8])) == (DutyState.OPEN, DutyState.REPORTED)


DENIED = ("sửa lại: 8 không thực hiện đợt này", "đính chính: 8 không đăng tin nào", "sua lai 8 khong thuc hien")


@ON_BOTH
@pytest.mark.parametrize("text", DENIED)
def test_a_correction_that_denies_takes_the_place_of_the_result(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Lan", "8 đăng 12 tin")
    talk.say("Lan", "7 60%")
    assert "em đã thay" in (talk.say("Lan", text) or "")
    (kept,) = talk.entries(duties[8])
    assert kept.text.startswith(("không", "khong")) and len(talk.entries(duties[7])) == 1


@pytest.mark.parametrize("text", [*DENIED, "nhầm, 8 không phát sinh", "sửa lại: 8 chưa xong"])
def test_a_correction_that_denies_takes_the_report_back_and_no_other(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Lan", "xong 8")
    talk.say("Lan", "7 60%")
    talk.say("Lan", text)
    assert talk.state(duties[8]) in (DutyState.OPEN, DutyState.IN_PROGRESS) and len(talk.entries(duties[7])) == 1


def test_a_correction_of_what_was_never_told_touches_nothing_else(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 7")
    talk.say("Lan", "sửa lại: 8 không thực hiện đợt này")
    assert talk.state(duties[7]) is DutyState.REPORTED and len(talk.entries(duties[8])) == 1


def test_a_result_to_be_another_behind_a_colon_is_asked_about(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "8 đăng 12 tin")
    assert "“không thực hiện”, phải không" in (talk.say("Lan", "sửa lại việc 8: không thực hiện") or "")
    talk.say("Lan", "đúng")
    assert [e.text for e in talk.entries(duties[8])] == ["không thực hiện"]


def test_with_nothing_of_ones_own_to_undo_it_says_what_can_be_done(talk: Talk, duties: Duties) -> None:
    assert '"việc của tôi"' in (talk.say("Lan", "hoàn tác") or "")
    talk.say("Lan", "xong 7")
    sent_back = talk.say("Tâm", "hoàn tác") or ""
    assert (
        "anh chưa ghi gì" in sent_back and "việc 7 do chị Lan ghi" in sent_back and '"trả 7 cần xem lại"' in sent_back
    )
    assert '"trả 7 cần xem lại"' in (talk.say("Tâm", "hoàn tác 7") or "")
    assert talk.state(duties[7]) is DutyState.REPORTED
    talk.say("Quân", "ghi hộ Lan: 8 đăng 12 tin")
    talk.say("Lan", "hoàn tác")
    told = talk.say("Lan", "hoàn tác") or ""
    assert "việc 8 do anh Quân ghi lúc 09h15" in told and 'báo anh Quân nhắn "hoàn tác 8"' in told
    assert len(talk.entries(duties[8])) == 1


def test_what_was_accepted_on_an_earlier_day_is_reopened_with_a_reason(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 7")
    talk.say("Tâm", "duyệt 7")
    talk.now = at("15/10/2025 09:00")
    assert '"mở lại 7 vì sai số liệu"' in (talk.say("Lan", "hoàn tác") or "")


ASTRAY = (
    "nhắn nhầm, bỏ qua",
    "gửi nhầm nhóm, xin lỗi",
    "nham nhom roi a",
    "bỏ qua nhé, em nhắn nhầm",
    "xin lỗi em gửi nhầm",
)


@pytest.mark.parametrize("text", ASTRAY)
def test_what_was_meant_for_others_is_answered_lightly(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Lan", "tối nay ăn gì")
    assert talk.say("Lan", text) == "Dạ, không sao ạ, em không ghi gì từ tin vừa rồi."


@pytest.mark.parametrize("text", ASTRAY)
def test_what_was_recorded_of_it_is_asked_about(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Lan", "xong 7")
    assert "Bỏ phần báo xong việc 7" in (talk.say("Lan", text) or "") and talk.state(duties[7]) is DutyState.REPORTED
    talk.say("Lan", "đúng")
    assert talk.state(duties[7]) is DutyState.OPEN


def test_a_report_before_the_stray_message_stands(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 7")
    talk.say("Lan", "chiều mẹ đón con nhé")
    assert "không sao" in (talk.say("Lan", "gửi nhầm người, xin lỗi bot") or "")
    talk.say("Lan", "đúng")
    assert talk.state(duties[7]) is DutyState.REPORTED


@pytest.mark.parametrize(
    "text", ["báo nhầm", "em nhắn nhầm, bỏ báo xong việc 7 giúp em", "gửi nhầm việc 7 rồi, mở lại giúp em"]
)
def test_a_report_that_was_the_slip_is_taken_back(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Lan", "xong 7")
    talk.say("Lan", text)
    assert talk.state(duties[7]) is DutyState.OPEN


@pytest.mark.parametrize("slip", ["ấy nhầm, chưa duyệt 2 nha", "lỡ tay duyệt rồi, gỡ giúp anh", "lỡ bấm duyệt 2 rồi"])
def test_an_acceptance_that_was_a_slip_waits_again(talk: Talk, duties: Duties, slip: str) -> None:
    talk.say("Lan", "xong 2 KH 45/KH-UBND")
    talk.say("Tâm", "duyệt 2")
    talk.say("Tâm", slip)
    assert talk.state(duties[2]) is DutyState.REPORTED


@pytest.mark.parametrize(
    ("first", "slip", "anew"),
    [
        ("8 phát 300 tờ", "thiệt ra 350 á", "phát 350 tờ"),
        ("8 phát 300 tờ", "thật ra là 350", "phát 350 tờ"),
        ("8 có 1 cuộc", "lộn, 2 cuộc chớ", "có 2 cuộc"),
        ("8 đạt 76%", "sai số rồi, 78 mới đúng", "đạt 78%"),
    ],
)
def test_a_figure_in_everyday_words_takes_the_place_of_the_last(
    talk: Talk, duties: Duties, first: str, slip: str, anew: str
) -> None:
    talk.say("Lan", first)
    if "phải không ạ" in (talk.say("Lan", slip) or ""):
        talk.say("Lan", "đúng")
    assert talk.entries(duties[8])[-1].text == anew
