"""A reason the bot has asked for, typed alone, completes what was asked; nothing else is taken for one."""

import pytest

from bot.understanding.reason_said import reason_said
from storage.kinds import DutyState, EventKind
from tests.bot.talk import Talk
from tests.bot.understanding.reading import bare, split
from tests.engines import ON_BOTH
from tests.people import at

Duties = dict[int, int]


def kinds(talk: Talk, kind: EventKind) -> list[str]:
    return [event.text for event in talk.events() if event.kind is kind]


@ON_BOTH
@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("vì Sở chưa trả lời", "Sở chưa trả lời"),
        ("chờ Sở hướng dẫn", "chờ Sở hướng dẫn"),
        ("vì máy hỏng ạ", "máy hỏng"),
        ("do may hong", "may hong"),
        ("dạ chưa có ý kiến Sở", "chưa có ý kiến Sở"),
    ],
)
def test_the_wish_goes_to_the_head_with_it(talk: Talk, duties: Duties, text: str, reason: str) -> None:
    assert "chưa có lý do" in (talk.say("Lan", "xin lùi 17 đến 20/10") or "")
    told = talk.say("Lan", text) or ""
    assert "anh Tâm" in told and kinds(talk, EventKind.DATE_ASKED) == [reason]
    assert talk.entries(duties[17]) == []


def test_of_two_tasks_both_wishes_get_it(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xin lùi 7, 17 đến 24/10")
    talk.say("Lan", "vì chờ giảng viên")
    assert kinds(talk, EventKind.DATE_ASKED) == ["chờ giảng viên"] * 2


def test_a_refusal_and_a_return_get_theirs(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xin lùi 17 đến 20/10 vì chờ Sở")
    assert "chưa có lý do" in (talk.say("Tâm", "không đồng ý lùi 17") or "")
    talk.say("Tâm", "vì tỉnh đã giục")
    assert kinds(talk, EventKind.DATE_REFUSED) == ["tỉnh đã giục"]
    talk.say("Lan", "xong 7")
    assert "chưa có lý do" in (talk.say("Tâm", "trả 7") or "")
    talk.say("Tâm", "thiếu số liệu")
    assert kinds(talk, EventKind.RETURNED) == ["thiếu số liệu"] and talk.state(duties[7]) is DutyState.IN_PROGRESS


def test_a_reopening_gets_its_own(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 7")
    talk.say("Tâm", "duyệt 7")
    assert "kèm lý do" in (talk.say("Lan", "mở lại 7") or "")
    talk.say("Lan", "vì nhầm số liệu")
    assert kinds(talk, EventKind.REOPEN_ASKED) == ["nhầm số liệu"]


@pytest.mark.parametrize("between", ["tình hình", "việc 7", "8 đăng 12 tin"])
def test_after_other_words_it_is_no_reason(talk: Talk, duties: Duties, between: str) -> None:
    talk.say("Lan", "xin lùi 17 đến 20/10")
    talk.say("Lan", between)
    talk.say("Lan", "vì Sở chưa trả lời")
    assert kinds(talk, EventKind.DATE_ASKED) == []


def test_the_next_day_it_is_no_reason(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xin lùi 17 đến 20/10")
    talk.now = at("14/10/2025 09:00")
    talk.say("Lan", "vì Sở chưa trả lời")
    assert kinds(talk, EventKind.DATE_ASKED) == []


def test_who_gives_it_up_wishes_for_nothing(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xin lùi 17 đến 20/10")
    talk.say("Lan", "thôi ạ")
    assert kinds(talk, EventKind.DATE_ASKED) == []


REASONS = split("""
vì Sở chưa trả lời | do máy hỏng | lý do: thiếu người | chờ Sở hướng dẫn | đang chờ ý kiến Tỉnh | chưa có kinh phí | thiếu số liệu
máy in hỏng | Sở chưa gửi văn bản | phần mềm bị lỗi | em bận đợt thi ạ | nguyên nhân là mưa bão | chưa đủ ảnh | chờ anh Tâm cho ý kiến | sai số liệu | sai thể thức | tại mưa bão | kinh phí chưa cấp
""")
NO_REASONS = split("""
thôi | thôi không lùi nữa | để sau | chưa biết | không cần nữa | chờ chút | chờ em tí | chờ chị | đợi anh chút nhé | bạn ơi cho hỏi | sai rồi | sai việc rồi | nhầm rồi | vì sao | lý do gì | việc 17 | xong 17 | ok | đúng | 7 chưa có số liệu
cảm ơn em | tình hình | 20/10 | còn 3 ngày | không | chưa | để mai | mai em gửi | vì sao chưa duyệt?
""")


@pytest.mark.parametrize("text", REASONS)
def test_words_that_give_a_reason(text: str) -> None:
    assert reason_said(text) and reason_said(bare(text)), text


@pytest.mark.parametrize("text", NO_REASONS)
def test_words_that_give_none(text: str) -> None:
    assert (reason_said(text), reason_said(bare(text))) == (None, None)


@pytest.mark.parametrize("text", ["bỏ lịch nghỉ của anh", "việc của anh", "nhắc Hoa", "mai anh đi làm lại"])
def test_an_order_of_its_own_is_no_reason(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Hoa", "xong 30")
    assert "chưa có lý do" in (talk.say("Dũng", "trả 30") or "")
    talk.say("Dũng", text)
    assert talk.state(duties[30]) is DutyState.REPORTED and kinds(talk, EventKind.RETURNED) == []


@pytest.mark.parametrize("reason", ["vì Sở chưa trả lời", "do máy hỏng ạ", "17 vì Sở chưa trả lời", "chờ Sở hướng dẫn"])
def test_a_reason_after_a_refused_wish_is_no_result_and_is_asked_about(talk: Talk, duties: Duties, reason: str) -> None:
    talk.say("Lan", "xin lùi 17 đến 24/10 vì chờ Sở")
    talk.say("Tâm", "không đồng ý 17 vì cần trước kỳ họp")
    asked = talk.say("Lan", reason) or ""
    assert "A. Việc 17: xin lùi đến 24/10, lý do" in asked and "B. Việc 17: ghi kết quả “vướng: " in asked
    assert not talk.entries(duties[17])
    if reason.startswith("vì"):
        assert "đã chuyển anh Tâm" in (talk.say("Lan", "A") or "") and not talk.entries(duties[17])
    else:
        talk.say("Lan", "B")
        assert [(e.text, bool(e.obstacle)) for e in talk.entries(duties[17])] == [("", True)]


def test_a_cause_alone_is_what_stands_in_the_way(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "việc 8")
    talk.say("Lan", "vì Sở chưa trả lời")
    talk.say("Lan", "7 do máy hỏng")
    assert [(e.text, e.obstacle) for n in (8, 7) for e in talk.entries(duties[n])] == [
        ("", "Sở chưa trả lời"), ("", "máy hỏng")
    ]  # fmt: skip


@pytest.mark.parametrize("numbers", ["17", "7, 17"])
@pytest.mark.parametrize("yes", ["đúng", "ok em", "vâng ạ"])
def test_a_yes_in_between_is_asked_again_and_drops_nothing(talk: Talk, duties: Duties, numbers: str, yes: str) -> None:
    talk.say("Lan", f"xin lùi {numbers} đến 24/10")
    assert "chưa có lý do" in (talk.say("Lan", yes) or "")
    talk.say("Lan", "tại chờ Sở")
    assert set(kinds(talk, EventKind.DATE_ASKED)) == {"chờ Sở"} and talk.entries(duties[17]) == []
