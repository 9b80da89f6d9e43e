"""The wrong task, figure or day was typed: the same is so of another; further figures of one thought."""

from datetime import date, timedelta

import pytest

from storage.kinds import DutyState
from tests.bot.talk import Talk

Duties = dict[int, int]


def later(talk: Talk, seconds: int = 20) -> None:
    talk.now += timedelta(seconds=seconds)


@pytest.mark.parametrize(
    "slip",
    [
        "à nhầm, 17", "nhầm, của 17 mới đúng", "không phải, của 17 chứ", "không phải, ý chị là 17 cơ", "nhầm 17 mới đúng", "nhầm rồi, việc 17", "không, 17", "ý chị là việc 17",
        "a nham, 17", "17 mới đúng", "sai rồi, 17",
    ],
)  # fmt: skip
def test_the_same_is_so_of_the_task_meant(talk: Talk, duties: Duties, slip: str) -> None:
    talk.say("Lan", "7 xong")
    later(talk)
    answer = talk.say("Lan", slip) or ""
    assert (talk.state(duties[7]), talk.state(duties[17])) == (DutyState.OPEN, DutyState.REPORTED), answer
    assert "bỏ phần báo xong việc 7" in answer and "việc 17" in answer


def test_a_result_goes_to_the_task_meant(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "7 đang chờ Sở")
    later(talk)
    talk.say("Lan", "à nhầm, 17")
    assert (talk.entries(duties[7]), [e.text for e in talk.entries(duties[17])]) == ([], ["đang chờ Sở"])


@pytest.mark.parametrize("text", ["17", "việc 17", "là 17", "7 mới đúng"])
def test_without_a_slip_it_is_a_card_or_nothing(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Lan", "7 xong")
    later(talk)
    talk.say("Lan", text)
    assert talk.state(duties[17]) is DutyState.OPEN


def test_after_another_answer_it_is_asked(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "7 xong")
    talk.say("Lan", "việc 8")
    later(talk)
    talk.say("Lan", "à nhầm, 17")
    assert (talk.state(duties[7]), talk.state(duties[17])) == (DutyState.REPORTED, DutyState.OPEN)


@pytest.mark.parametrize(
    ("bubbles", "kept"),
    [
        (("8 9 tin", "2 bài", "với 1 video"), "9 tin, 2 bài, với 1 video"),
        (("8 phát ra 200 phiếu", "thu về 180", "hài lòng 96%"), "phát ra 200 phiếu, thu về 180, hài lòng 96%"),
        (("việc 8", "tháng này được 7 tin", "2 bài"), "tháng này được 7 tin, 2 bài"),
        (("viec 8", "thang nay dc 7 tin", "2 bai"), "thang nay dc 7 tin, 2 bai"),
    ],
)
def test_figures_in_several_bubbles_are_one_result(
    talk: Talk, duties: Duties, bubbles: tuple[str, ...], kept: str
) -> None:
    for bubble in bubbles:
        talk.say("Lan", bubble)
        later(talk, 8)
    assert [entry.text for entry in talk.entries(duties[8])] == [kept]


@pytest.mark.parametrize("text", ["2 bài", "bao nhiêu tin rồi", "hôm nay có 2 cuộc họp không em"])
def test_figures_long_after_or_asked_are_no_part_of_it(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Lan", "8 9 tin")
    later(talk, 1200)
    talk.say("Lan", text)
    assert [entry.text for entry in talk.entries(duties[8])] == ["9 tin"]


@pytest.mark.parametrize(
    ("told", "slip", "kept"),
    [
        ("8 đăng 12 tin", "sửa 8 thành 13 tin", "đăng 13 tin"),
        ("8 đăng 12 tin, 2 bài", "sửa 8 là 13 tin", "đăng 13 tin, 2 bài"),
        ("8 dang 12 tin", "sua 8 thanh 13 tin nhe", "dang 13 tin"),
        ("8 đăng 12 tin", "sửa 12 thành 13 tin", "đăng 13 tin"),
        ("8 đăng 12 tin, 2 bài", "sửa 12 tin thành 13 tin", "đăng 13 tin, 2 bài"),
        ("8 đạt 60%", "đổi 60 thành 70%", "đạt 70%"),
    ],
)
def test_a_figure_is_changed_into_another(talk: Talk, duties: Duties, told: str, slip: str, kept: str) -> None:
    talk.say("Lan", told)
    later(talk)
    assert "đã thay" in (talk.say("Lan", slip) or "")
    assert [entry.text for entry in talk.entries(duties[8])] == [kept]


@pytest.mark.parametrize("slip", ["sửa 8 thành 13 tin", "sửa 2 thành 3", "sửa 8 lỗi chính tả", "sửa 8 thành 25/11"])
def test_what_may_be_the_task_or_its_figure_is_asked(talk: Talk, duties: Duties, slip: str) -> None:
    talk.say("Lan", "17 đã góp ý 8 tin")
    later(talk)
    talk.say("Lan", slip)
    assert [entry.text for n in (8, 17) for entry in talk.entries(duties[n])] == ["đã góp ý 8 tin"]


SLIPS_OF_DAY = [
    "nhầm, 25/11", "à không, 25/11", "a khong, 25/11", "nhầm rồi, đến 25/11", "25/11 mới đúng", "ý em là 25/11",
    "không phải 24/10 mà 25/11", "em nhầm, thứ 3 25/11 ạ", "sửa lại là 25/11", "25/11 chứ không phải 24/10",
]  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS_OF_DAY)
def test_a_wish_is_for_the_day_meant(talk: Talk, duties: Duties, slip: str) -> None:
    talk.say("Lan", "xin lùi 17 đến 24/10 vì chờ Sở")
    later(talk)
    answer = talk.say("Lan", slip) or ""
    assert "đến thứ Ba 25/11, lý do chờ Sở" in answer and "thay đề nghị trước" in answer
    talk.say("Lan", "hoàn tác")
    assert "đến 24/10" in (talk.say("Tâm", "việc chờ tôi duyệt") or "")


@pytest.mark.parametrize("slip", SLIPS_OF_DAY[:6])
def test_a_date_ordered_is_the_one_meant(talk: Talk, duties: Duties, slip: str) -> None:
    talk.say("Tâm", "mốc việc 7 là 24/10")
    later(talk)
    talk.say("Tâm", slip.replace("em", "anh"))
    assert talk.duty(duties[7]).target_on == date(2025, 11, 25)
    talk.say("Tâm", "à không, 26/11")
    assert talk.duty(duties[7]).target_on == date(2025, 11, 26)
    talk.say("Hà", "hạn việc 57 là 24/10")
    talk.say("Hà", "nhầm, 25/11")
    assert talk.duty(duties[57]).due_on == date(2025, 11, 25)


def test_the_day_is_put_right_while_its_reason_is_asked_for(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xin lùi 17")
    assert "24/10" in (talk.say("Lan", "24/10") or "")
    assert "25/11" in (talk.say("Lan", "à không, 25/11") or "")
    assert "đến thứ Ba 25/11, lý do chờ Sở" in (talk.say("Lan", "chờ Sở") or "")


def test_a_reminder_wanted_is_of_the_day_meant(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "nhắc lại việc 7 ngày 24/10")
    assert "sáng thứ Hai 27/10 em nhắc lại việc 7" in (talk.say("Lan", "nhầm, 27/10") or "")


@pytest.mark.parametrize("between", ["việc 7", "8 đăng 12 tin"])
def test_of_a_day_no_longer_spoken_of_nothing_is_certain(talk: Talk, duties: Duties, between: str) -> None:
    talk.say("Lan", "xin lùi 17 đến 24/10 vì chờ Sở")
    talk.say("Lan", between)
    talk.say("Lan", "nhầm, 25/11")
    assert "đến 24/10" in (talk.say("Tâm", "việc chờ tôi duyệt") or "")


@pytest.mark.parametrize("text", ["25/11", "nhầm, 25/11 có họp không", "nhầm, 7", "mai", "25/11 họp HĐND"])
def test_no_slip_of_a_day(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Lan", "xin lùi 17 đến 24/10 vì chờ Sở")
    later(talk)
    talk.say("Lan", text)
    assert "đến 24/10" in (talk.say("Tâm", "việc chờ tôi duyệt") or "")


@pytest.mark.parametrize("slip", ["nhầm, 15 chứ", "à nhầm, 15", "nhầm, 15 mới đúng", "không, 15 chứ"])
def test_a_number_of_no_task_of_his_is_the_figure_and_asked_about(talk: Talk, duties: Duties, slip: str) -> None:
    talk.say("Lan", "8 đăng 12 tin")
    later(talk)
    answer = talk.say("Lan", slip) or ""
    assert "“đăng 15 tin”" in answer and [e.text for e in talk.entries(duties[8])] == ["đăng 12 tin"], answer
    talk.say("Lan", "đúng")
    assert [e.text for e in talk.entries(duties[8])][-1] == "đăng 15 tin"


def test_a_task_of_his_stays_the_task_meant(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "8 đăng 12 tin")
    later(talk)
    assert "việc 17" in (talk.say("Lan", "nhầm, 17 chứ") or "")


@pytest.mark.parametrize("slip", ["nhầm, số 78 chứ", "nhầm, số 78 mới đúng", "à nhầm, 78 chứ"])
def test_a_document_has_another_number(talk: Talk, duties: Duties, slip: str) -> None:
    talk.say("Lan", "7 xong, QĐ 77/QĐ-UBND")
    later(talk)
    answer = talk.say("Lan", slip) or ""
    assert "QĐ 78/QĐ-UBND" in answer and talk.state(duties[7]) is DutyState.REPORTED, answer
