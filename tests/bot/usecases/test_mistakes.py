"""What must not happen in a chat: a look that changes something, a wrong day, a change undone that was not meant."""

from datetime import date

from sqlmodel import select

from storage.kinds import DutyState
from storage.models.channels import Chat
from tests.bot.talk import Talk
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


def test_undo_takes_back_the_task_named(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 7")
    talk.say("Lan", "18 đang lấy ý kiến")
    answer = talk.say("Lan", "hoàn tác 7")
    assert answer and "báo xong việc 7" in answer
    assert talk.state(duties[7]) is DutyState.OPEN and len(talk.entries(duties[18])) == 1


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
