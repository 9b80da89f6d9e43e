"""What must not happen in a chat: a look that changes something, a wrong day, a change undone that was not meant."""

from datetime import date

import pytest
from sqlmodel import select

from storage.kinds import DutyState
from storage.models.channels import Chat
from tests.bot.talk import Talk
from tests.engines import ON_BOTH
from tests.jobs.mornings import morning_of
from tests.people import at

Duties = dict[int, int]


def test_looking_at_a_task_answers_no_question(talk: Talk, duties: Duties) -> None:
    talk.shows("Lan", duties[2], duties[7], duties[17])
    assert "việc nào" in (talk.say("Lan", "xong", reply_to="m1") or "")
    assert "Tập huấn CCHC" in (talk.say("Lan", "việc 7") or "")
    assert talk.state(duties[7]) is DutyState.OPEN


def test_a_question_is_over_when_something_else_was_said(talk: Talk, duties: Duties) -> None:
    talk.shows("Lan", duties[2], duties[7], duties[17])
    talk.say("Lan", "xong", reply_to="m1")
    talk.say("Lan", "tình hình")
    talk.say("Lan", "2")
    assert talk.state(duties[2]) is DutyState.OPEN and talk.events() == []


@pytest.mark.parametrize("sign", ["👍", "❤️🙏", ":)", "/-strong", "👌👌", "<3"])
def test_a_sign_answers_nothing_and_leaves_the_question_open(talk: Talk, duties: Duties, sign: str) -> None:
    talk.shows("Lan", duties[2], duties[7], duties[17])
    talk.say("Lan", "xong", reply_to="m1")
    assert talk.say("Lan", sign) is None and talk.events() == []
    talk.say("Lan", "2")
    assert talk.state(duties[2]) is DutyState.REPORTED


def test_a_sign_is_no_yes(talk: Talk, duties: Duties) -> None:
    assert "phải không" in (talk.say("Lan", "xong 2, nhầm 7") or "")
    assert talk.say("Lan", "👍") is None and talk.events() == []
    talk.say("Lan", "đúng")
    assert talk.state(duties[7]) is DutyState.REPORTED


def test_undo_takes_back_the_task_named(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 7")
    talk.say("Lan", "18 đang lấy ý kiến")
    answer = talk.say("Lan", "hoàn tác 7")
    assert answer and "báo xong việc 7" in answer
    assert talk.state(duties[7]) is DutyState.OPEN and len(talk.entries(duties[18])) == 1


@ON_BOTH
def test_a_correction_takes_back_only_the_task_it_names(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "7 60%, 17 vướng chờ Sở")
    told = talk.say("Lan", "nhầm, 17 không vướng") or ""
    assert "không vướng. Kết quả ghi trước đó của kỳ này em đã thay" in told and "việc 7" not in told
    assert [e.percent for e in talk.entries(duties[7])] == [60]
    assert [(e.text, e.obstacle) for e in talk.entries(duties[17])] == [("không vướng", "")]
    talk.say("Lan", "hoàn tác")
    assert [e.obstacle for e in talk.entries(duties[17])] == ["chờ Sở"], "what stood before stands again"


def test_a_report_that_was_a_slip_leaves_the_result_of_the_morning(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "17 50%")
    talk.say("Lan", "xong 17")
    talk.say("Lan", "nhầm, 17 chưa trình ký")
    assert talk.state(duties[17]) is DutyState.IN_PROGRESS
    assert [(e.text, e.percent) for e in talk.entries(duties[17])] == [("50%", 50), ("chưa trình ký", None)]


def test_a_correction_of_what_was_said_two_messages_before(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "8 đăng 12 tin")
    talk.say("Lan", "7 60%")
    talk.say("Lan", "à lộn, 8 đăng 11 tin")
    assert [e.text for e in talk.entries(duties[8])] == ["đăng 11 tin"]
    assert [e.percent for e in talk.entries(duties[7])] == [60]


def test_the_wrong_task_of_one_is_taken_back_and_the_right_one_recorded(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "8 60%")
    talk.say("Lan", "xong 7")
    talk.say("Lan", "nhầm, 8 mới xong")
    assert (talk.state(duties[7]), talk.state(duties[8])) == (DutyState.OPEN, DutyState.REPORTED)


def test_of_several_tasks_none_is_guessed_to_be_the_wrong_one(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "7 60%; 8 đăng 12 tin")
    talk.say("Lan", "nhầm, 17 đang chờ Sở")
    assert [len(talk.entries(duties[n])) for n in (7, 8, 17)] == [1, 1, 1]


def test_a_slip_enters_no_report(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 17")
    assert "báo xong việc 17" in (talk.say("Lan", "nhầm 17, đã có hướng dẫn rồi") or "")
    assert [e.text for e in talk.entries(duties[17])] == ["đã có hướng dẫn rồi"]
    talk.say("Lan", "nham, 17 chua trinh")
    assert [e.text for e in talk.entries(duties[17])] == ["chua trinh"]


def test_the_next_day_undo_says_who_can(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 7")
    talk.now = at("14/10/2025 09:00")
    answer = talk.say("Lan", "hoàn tác")
    assert answer and "ghi ngày 13/10" in answer and 'anh Tâm nhắn "trả 7' in answer
    assert talk.state(duties[7]) is DutyState.REPORTED


def test_what_waited_while_the_machine_was_off_counts_for_the_day_it_was_sent(talk: Talk, duties: Duties) -> None:
    due_today = talk.ward.give(70, "Báo cáo tuần", "VHXH", to="Lan", due=date(2025, 10, 13))
    talk.now = at("14/10/2025 08:00")
    talk.say("Lan", "xong 70 BC 7/BC-UBND", sent_at=at("13/10/2025 16:00"))
    assert talk.duty(due_today).reported_on == date(2025, 10, 13)


def test_who_writes_again_can_be_written_to_again(talk: Talk, duties: Duties) -> None:
    with talk.session() as session:
        chat = session.exec(select(Chat).where(Chat.id == talk.ward.chats["Lan"])).one()
        chat.off_at = at("01/10/2025 08:00")
        session.add(chat)
        session.commit()
    talk.say("Lan", "việc 7")
    assert "Lan" in morning_of(talk.ward, "14/10/2025")


def test_nobody_accepts_what_the_keeper_recorded_for_him(talk: Talk, duties: Duties) -> None:
    own = talk.ward.give(60, "Báo cáo quý", "KT-HT-ĐT", to="Thu", due=date(2025, 12, 31))
    talk.say("Quân", "ghi hộ Thu: xong 60 BC 1/BC-UBND")
    answer = talk.say("Thu", "duyệt 60")
    assert answer and "người khác duyệt" in answer
    assert talk.state(own) is DutyState.REPORTED


def test_many_hand_outs_are_one_line_of_the_morning(talk: Talk, duties: Duties) -> None:
    numbers = range(80, 90)
    for n in numbers:
        talk.ward.give(n, f"Việc {n}", "VHXH", due=date(2025, 12, 31))
        talk.say("Tâm", f"giao {n} cho Lan")
    text = morning_of(talk.ward, "14/10/2025")["Lan"].text
    assert "Anh Tâm giao các việc 80–89" in text and "Chậm mốc nội bộ" in text


def test_a_return_reaches_who_joins_later(talk: Talk, duties: Duties) -> None:
    vinh = talk.ward.give(61, "Quy chế chợ", "KT-HT-ĐT", to="Vinh", due=date(2025, 12, 31))
    talk.say("Quân", "ghi hộ Vinh: xong 61 QĐ 2/QĐ-UBND")
    talk.say("Thu", "trả 61 thiếu chữ ký")
    talk.ward.link("Vinh")
    assert "Chị Thu trả lại việc 61" in morning_of(talk.ward, "14/10/2025")["Vinh"].text
    assert talk.state(vinh) is DutyState.IN_PROGRESS


def test_the_acceptor_reopens_with_a_reason(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 7")
    talk.say("Tâm", "duyệt 7")
    talk.now = at("15/10/2025 10:00")
    answer = talk.say("Tâm", "mở lại 7")
    assert answer and "cần có lý do" in answer and talk.state(duties[7]) is DutyState.ACCEPTED
    answer = talk.say("Tâm", "mở lại 7 vì sai số")
    assert answer and "em đã mở lại việc 7" in answer and "lý do: sai số" in answer and "báo chị Lan ngay" in answer
    assert talk.state(duties[7]) is DutyState.IN_PROGRESS
    assert "sai số" in talk.told("Lan")[-1]
    answer = talk.say("Tâm", "hoàn tác")
    assert answer and "đã hoàn thành" in answer and talk.state(duties[7]) is DutyState.ACCEPTED


def test_the_owners_wish_to_reopen_goes_to_the_acceptor(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 2 KH 45/KH-UBND")
    talk.say("Tâm", "duyệt 2")
    talk.now = at("15/10/2025 10:00")
    answer = talk.say("Lan", "mở lại 2")
    assert answer and "anh Tâm đã duyệt ngày 13/10" in answer and '"mở lại 2 vì sai số liệu"' in answer
    answer = talk.say("Lan", "mở lại 2 vì sai số")
    assert answer and "em đã chuyển anh Tâm" in answer and talk.state(duties[2]) is DutyState.ACCEPTED
    [asked] = talk.told("Tâm")
    assert "chị Lan xin mở lại việc 2" in asked and "lý do: sai số" in asked
    talk.say("Tâm", "mở lại 2 vì sai số")
    assert talk.state(duties[2]) is DutyState.IN_PROGRESS


def test_reopening_never_takes_a_product_off(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 2")
    talk.say("Tâm", "duyệt 2")
    talk.say("Lan", "KH 45/KH-UBND")
    before = len(talk.events())
    answer = talk.say("Lan", "mở lại 2")
    assert answer and "anh Tâm đã duyệt" in answer
    assert len(talk.events()) == before and talk.state(duties[2]) is DutyState.ACCEPTED


def test_who_may_not_reopen_changes_nothing(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 7")
    talk.say("Tâm", "duyệt 7")
    for name in ("Hoa", "Dũng"):
        talk.say(name, "mở lại 7 vì sai số")
    assert talk.state(duties[7]) is DutyState.ACCEPTED and talk.told("Tâm") == []


def test_a_wish_to_reopen_taken_back_is_told(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 7")
    talk.say("Tâm", "duyệt 7")
    talk.say("Lan", "mở lại 7 vì sai số")
    answer = talk.say("Lan", "hoàn tác")
    assert answer and "bỏ đề nghị mở lại việc 7" in answer
    assert "Chị Lan không xin mở lại việc 7" in talk.told("Tâm")[-1]


def reopening_asked(talk: Talk) -> None:
    talk.say("Lan", "xong 7")
    talk.say("Tâm", "duyệt 7")
    talk.say("Lan", "mở lại 7 vì sai số")


@ON_BOTH
@pytest.mark.parametrize("text", ["đồng ý", "dong y", "đồng ý 7", "ok em, đồng ý mở lại 7"])
def test_a_wish_to_reopen_is_granted_by_a_yes(talk: Talk, duties: Duties, text: str) -> None:
    reopening_asked(talk)
    answer = talk.say("Tâm", text) or ""
    assert "mở lại việc 7" in answer and talk.state(duties[7]) is DutyState.IN_PROGRESS
    talk.say("Lan", "xong 7")
    talk.say("Tâm", "duyệt 7")
    assert talk.state(duties[7]) is DutyState.ACCEPTED, "granted once"
    talk.say("Tâm", "đồng ý")
    assert talk.state(duties[7]) is DutyState.ACCEPTED


def test_beside_other_things_that_wait_a_yes_is_asked_about(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 8 BC 4/BC-UBND")
    reopening_asked(talk)
    answer = talk.say("Tâm", "đồng ý") or ""
    assert "7" in answer and "8" in answer
    assert (talk.state(duties[7]), talk.state(duties[8])) == (DutyState.ACCEPTED, DutyState.REPORTED)
    talk.say("Tâm", "7")
    assert (talk.state(duties[7]), talk.state(duties[8])) == (DutyState.IN_PROGRESS, DutyState.REPORTED)


def test_a_yes_of_others_or_to_a_wish_taken_back_reopens_nothing(talk: Talk, duties: Duties) -> None:
    reopening_asked(talk)
    for name in ("Dũng", "Quân", "Ánh"):
        talk.say(name, "đồng ý")
    assert talk.state(duties[7]) is DutyState.ACCEPTED
    talk.say("Lan", "hoàn tác")
    talk.say("Tâm", "đồng ý")
    assert talk.state(duties[7]) is DutyState.ACCEPTED


@pytest.mark.parametrize(
    "text",
    [
        "chưa xong 7", "à 7 cũng chưa ký đâu", "à 7 chưa xong đâu", "7 chưa trình", "7 mới xong 1 lớp", "7 mới được 60%",
        "7 còn 1 lớp nữa", "à chưa, mới xong phần kế hoạch", "chưa em, còn 1 chữ ký nữa", "a 7 chua to chuc dau", "chưa tổ chức ạ", "7 đang soạn", "thật ra 7 chưa ban hành",
    ],
)  # fmt: skip
def test_not_done_after_a_report_asks_whether_that_was_a_slip(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Lan", "xong 7")
    answer = talk.say("Lan", text) or ""
    assert "chưa thay đổi gì. Bỏ phần báo xong việc 7" in answer and talk.entries(duties[7]) == []
    assert talk.state(duties[7]) is DutyState.REPORTED
    assert "đã bỏ phần báo xong việc 7" in (talk.say("Lan", "đúng") or "")
    assert talk.state(duties[7]) is DutyState.OPEN


def test_it_stays_reported_where_the_question_gets_no_yes(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 7")
    talk.say("Lan", "à 7 chưa ký đâu")
    talk.say("Lan", "thôi")
    talk.say("Lan", "đúng")
    assert talk.state(duties[7]) is DutyState.REPORTED


def test_not_done_after_a_report_of_another_day_changes_nothing(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 7")
    assert "trả lại, lý do: chưa ký đâu, phải không ạ" in (talk.say("Tâm", "7 chưa ký đâu") or "")
    talk.now = at("14/10/2025 09:00")
    answer = talk.say("Lan", "à 7 chưa ký đâu") or ""
    assert "đang chờ duyệt vì đã báo xong ngày 13/10" in answer and talk.entries(duties[7]) == []


@pytest.mark.parametrize("text", ["2 chưa có số, mai em gửi", "2 chờ ký", "2 đã gửi các phòng", "2 không vướng gì"])
def test_what_goes_with_a_report_is_kept(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Lan", "xong 2")
    assert "Bỏ phần" not in (talk.say("Lan", text) or "")
    assert len(talk.entries(duties[2])) == 1 and talk.state(duties[2]) is DutyState.REPORTED


def test_reports_of_several_tasks_denied_by_one_word_are_one_question(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 7, 8")
    answer = talk.say("Lan", "à 7, 8 chưa xong đâu") or ""
    assert answer.count("phải không ạ") == 1 and "báo xong việc 7" in answer and "báo xong việc 8" in answer
    talk.say("Lan", "đúng")
    assert {talk.state(duties[n]) for n in (7, 8)} == {DutyState.OPEN}
