"""Accepting, returning, handing out, taking back."""

import pytest
from sqlmodel import select

from storage.kinds import AcceptBy, DutyState, EventKind
from storage.models.events import Telling
from storage.models.organisation import Agency
from tests.bot.talk import Talk
from tests.engines import ON_BOTH
from tests.jobs.mornings import morning_of

Duties = dict[int, int]


def test_everything_but_one_is_accepted_in_one_line(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 7; xong 8; xong 2 KH 1/KH-UBND")
    answer = talk.say("Tâm", "duyet het tru 8")
    assert answer and "duyệt 2 việc" in answer and "Còn chờ anh: 8" in answer
    assert [talk.state(duties[n]) for n in (2, 7, 8)] == [DutyState.ACCEPTED, DutyState.ACCEPTED, DutyState.REPORTED]
    assert talk.duty(duties[7]).closed_on == talk.now.date()


def test_a_return_needs_a_reason_and_is_told_at_once(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 7")
    answer = talk.say("Tâm", "trả 7")
    assert answer and "chưa có lý do" in answer and talk.state(duties[7]) is DutyState.REPORTED
    talk.say("Tâm", "trả 7 thiếu số liệu")
    duty = talk.duty(duties[7])
    assert (duty.state, duty.returned_on, duty.decider_id) == (DutyState.IN_PROGRESS, talk.now.date(), None)
    [told] = talk.told("Lan")
    assert told.startswith("Anh Tâm trả lại việc 7") and "thiếu số liệu" in told


@ON_BOTH
def test_an_acceptance_is_told_in_the_next_digest(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 7")
    talk.say("Tâm", "duyệt 7")
    assert talk.told("Lan") == []
    with talk.session() as session:
        [telling] = list(session.exec(select(Telling)))
    assert (telling.staff_id, telling.at_once, telling.told_at) == (talk.ward.staff["Lan"], False, None)


def test_nobody_accepts_who_may_not(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 7")
    for name in ("Lan", "Hoa", "Dũng", "Ánh"):
        talk.say(name, "duyệt 7")
    assert talk.state(duties[7]) is DutyState.REPORTED


def test_the_coordinator_has_the_last_word_where_the_office_wants_it(talk: Talk, duties: Duties) -> None:
    with talk.session() as session:
        agency = session.get_one(Agency, talk.ward.agency_id)
        agency.accept_by = AcceptBy.HEAD_THEN_COORDINATOR
        session.add(agency)
        session.commit()
    talk.say("Hoa", "xong 30")
    answer = talk.say("Dũng", "duyệt 30")
    assert answer and "chờ anh Tâm xác nhận" in answer
    assert talk.state(duties[30]) is DutyState.CHECKED
    talk.say("Tâm", "duyệt 30")
    assert talk.state(duties[30]) is DutyState.ACCEPTED


def test_a_head_hands_out_within_his_unit(talk: Talk, duties: Duties) -> None:
    answer = talk.say("Dũng", "giao 57 cho Phuc")
    duty = talk.duty(duties[57])
    assert answer and "giao việc 57 – Niêm yết địa chỉ nhận PAKN cho anh Phúc" in answer
    assert (duty.person_id, duty.recipient_id, duty.state) == (talk.ward.staff["Phúc"],) * 2 + (DutyState.IN_PROGRESS,)


def test_a_hand_out_beyond_the_unit_is_refused(talk: Talk, duties: Duties) -> None:
    answer = talk.say("Dũng", "giao 57 cho Lan")
    assert answer and "chưa có ai tên Lan" in answer
    answer = talk.say("Thu", "giao 57 cho Phúc")
    assert answer and "chưa ghi gì" in answer
    assert talk.events() == []


@ON_BOTH
def test_undo_puts_everything_of_the_message_back(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 2 KH 45/KH-UBND; 8 đăng 12 tin")
    answer = talk.say("Lan", "hoàn tác")
    assert answer and "bỏ phần báo xong việc 2" in answer and "không cần báo anh Tâm" in answer
    assert (talk.state(duties[2]), talk.duty(duties[2]).reported_on, talk.entries(duties[8])) == (
        DutyState.OPEN,
        None,
        [],
    )
    answer = talk.say("Lan", "hoan tac")
    assert answer and "chưa ghi gì để hoàn tác" in answer


def test_undo_by_number_leaves_the_rest(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 7; xong 8")
    talk.say("Lan", "em báo nhầm, mở lại việc 7 giúp em")
    assert (talk.state(duties[7]), talk.state(duties[8])) == (DutyState.OPEN, DutyState.REPORTED)


def test_after_somebody_acted_the_answer_says_who_can(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 7")
    talk.say("Tâm", "duyệt 7")
    answer = talk.say("Lan", "mở lại 7")
    assert answer and "anh Tâm đã duyệt lúc 09h15" in answer
    assert talk.state(duties[7]) is DutyState.ACCEPTED
    talk.say("Tâm", "trả 7 cần xem lại")
    assert talk.state(duties[7]) is DutyState.IN_PROGRESS


def test_an_undone_acceptance_is_not_told(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 7")
    talk.say("Tâm", "duyệt 7")
    talk.say("Tâm", "hoàn tác")
    assert talk.state(duties[7]) is DutyState.REPORTED
    with talk.session() as session:
        assert list(session.exec(select(Telling))) == []
    assert [e.kind for e in talk.events()] == [EventKind.REPORTED, EventKind.ACCEPTED, EventKind.UNDONE]


def test_a_return_taken_back_is_told_at_once_to_who_was_told(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 2 KH 45/KH-UBND")
    talk.say("Tâm", "trả 2 thiếu chữ ký")
    answer = talk.say("Tâm", "hoàn tác")
    assert answer and "việc lại chờ duyệt" in answer
    assert [told for told in talk.told("Lan") if "Anh Tâm đã bỏ phần trả lại việc 2" in told]


def test_an_undone_return_of_an_accepted_report_is_accepted_again(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 2 KH 45/KH-UBND")
    talk.say("Tâm", "duyệt 2")
    talk.say("Tâm", "trả 2 thiếu chữ ký")
    answer = talk.say("Tâm", "hoàn tác")
    assert answer and "đã hoàn thành" in answer and talk.state(duties[2]) is DutyState.ACCEPTED


def test_the_morning_tells_only_what_still_stands(talk: Talk, duties: Duties) -> None:
    talk.say("Dũng", "giao 57 cho Hoa")
    talk.say("Dũng", "giao 57 cho Phúc")
    talk.say("Lan", "xong 2 KH 45/KH-UBND")
    talk.say("Tâm", "duyệt 2")
    talk.say("Tâm", "trả 2 thiếu chữ ký")
    morning = morning_of(talk.ward, "14/10/2025")
    assert "giao việc 57" in morning["Phúc"].text
    assert "57" not in (morning["Hoa"].text if "Hoa" in morning else "")
    assert "đã duyệt" not in morning["Lan"].text


@pytest.mark.parametrize(
    ("who", "typed", "told"),
    [
        ("Lan", "duyệt 7", "hiện không chờ duyệt"),
        ("Hoa", "xong 57", "đang do anh Dũng phụ trách"),
        ("Lan", "xong 26", "Phòng Kinh tế, Hạ tầng và Đô thị chủ trì"),
        ("Lan", "giao 26 cho Vinh", "trưởng đơn vị KT-HT-ĐT"),
        ("Tâm", "giao 7", 'ví dụ: "giao 7 cho'),
    ],
)
def test_a_refusal_gives_the_true_reason(talk: Talk, duties: Duties, who: str, typed: str, told: str) -> None:
    answer = talk.say(who, typed)
    assert answer and told in answer, answer
    assert talk.events() == []


def test_an_order_put_off_leaves_everything_and_says_so(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 7; xong 8")
    answer = talk.say("Tâm", "khoan duyệt 7 đã")
    assert answer and "giữ nguyên việc 7 – " in answer and "chưa thay đổi gì" in answer
    for text in ("đừng giao 57 cho Lan", "mai anh duyệt 8", "8 để sau", "anh sẽ duyệt 7 và 8"):
        answer = talk.say("Tâm", text)
        assert answer and "chưa thay đổi gì" in answer
    assert [talk.state(duties[n]) for n in (7, 8)] == [DutyState.REPORTED] * 2
    answer = talk.say("Tâm", "duyệt 7, đừng duyệt 8")
    assert answer and "duyệt việc 7" in answer and "giữ nguyên việc 8" in answer
    assert [talk.state(duties[n]) for n in (7, 8)] == [DutyState.ACCEPTED, DutyState.REPORTED]


def test_a_bare_word_decides_only_where_one_thing_waits(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 7; xong 8; xong 2 KH 1/KH-UBND")
    talk.shows("Tâm", duties[2])
    answer = talk.say("Tâm", "duyệt")
    assert answer and all(f"{n} (" in answer for n in (2, 7, 8))
    assert [talk.state(duties[n]) for n in (2, 7, 8)] == [DutyState.REPORTED] * 3
    talk.say("Tâm", "7")
    assert [talk.state(duties[n]) for n in (2, 7, 8)] == [DutyState.REPORTED, DutyState.ACCEPTED, DutyState.REPORTED]
    talk.say("Tâm", "duyệt 8")
    talk.shows("Tâm", duties[2], message_id="m2")
    assert talk.say("Tâm", "duyệt") and talk.state(duties[2]) is DutyState.ACCEPTED


@pytest.mark.replies
def test_a_reply_to_one_message_decides_what_is_in_it(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 7; xong 8")
    talk.shows("Tâm", duties[8], message_id="m8")
    talk.shows("Tâm", duties[7], duties[8], message_id="m9")
    talk.say("Tâm", "duyệt", reply_to="m8")
    assert [talk.state(duties[n]) for n in (7, 8)] == [DutyState.REPORTED, DutyState.ACCEPTED]


def test_a_wish_beside_a_report_is_not_guessed(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 7; xin lùi 17 đến 24/10 vì chờ Sở")
    talk.shows("Tâm", duties[17])
    answer = talk.say("Tâm", "đồng ý")
    assert answer and "7 (" in answer and "17 (" in answer
    assert talk.state(duties[7]) is DutyState.REPORTED


def test_all_leaves_what_lacks_its_product_and_says_so(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 7; xong 2")
    answer = talk.say("Tâm", "đồng ý hết")
    assert answer and "duyệt việc 7" in answer and "Chưa duyệt 2 vì còn thiếu sản phẩm" in answer
    assert [talk.state(duties[n]) for n in (2, 7)] == [DutyState.REPORTED, DutyState.ACCEPTED]
    answer = talk.say("Tâm", "duyệt hết")
    assert answer and "chưa duyệt gì" in answer and talk.state(duties[2]) is DutyState.REPORTED
    talk.say("Tâm", "duyệt 2")
    assert talk.state(duties[2]) is DutyState.ACCEPTED


def test_all_of_one_person(talk: Talk, duties: Duties) -> None:
    talk.say("Hoa", "xong 30 BC 57/BC-TTPVHCC")
    talk.say("Dũng", "giao 57 cho Phúc")
    talk.say("Phúc", "xong 57 BC 58/BC-TTPVHCC")
    answer = talk.say("Dũng", "duyệt hết của chị Hoa")
    assert answer and "duyệt việc 30" in answer
    assert [talk.state(duties[n]) for n in (30, 57)] == [DutyState.ACCEPTED, DutyState.REPORTED]
    answer = talk.say("Dũng", "duyệt hết của anh Khánh")
    assert answer and talk.state(duties[57]) is DutyState.REPORTED


def test_two_are_let_finish_in_one_line(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 7; xong 8")
    talk.say("Tâm", "thống nhất cho 7 và 8 hoàn thành")
    assert [talk.state(duties[n]) for n in (7, 8)] == [DutyState.ACCEPTED] * 2


def test_a_bare_word_of_acceptance_where_nothing_waits_says_so(talk: Talk, duties: Duties) -> None:
    assert talk.say("Tâm", "duyệt") == "Dạ, hiện không có việc nào chờ anh duyệt."
    talk.say("Lan", "xong 17 qd 9/qd-ubnd")
    assert "QĐ 9/QĐ-UBND" in (talk.say("Tâm", "việc 17") or "")


def test_who_asks_to_have_it_decided_hears_where_it_lies(talk: Talk, duties: Duties) -> None:
    answer = talk.say("Lan", "nhắn anh Tâm duyệt 7 giúp em") or ""
    assert "chưa báo xong" in answer and '"xong 7"' in answer
    talk.say("Lan", "xong 7")
    assert "đang chờ anh Tâm duyệt" in (talk.say("Lan", "bao anh Tam duyet 7 giup em") or "")
    assert talk.entries(duties[7]) == [] and talk.state(duties[7]) is DutyState.REPORTED
    assert "chủ trì" in (talk.say("Hoa", "nhắn anh Tâm duyệt 7 giúp em") or "")


def test_what_is_put_off_beside_an_approval_waits(talk: Talk, duties: Duties) -> None:
    for number in (2, 7, 8):
        talk.say("Lan", f"xong {number} KH 4{number}/KH-UBND")
    answer = talk.say("Tâm", "duyệt 2, việc 7 để mai xem") or ""
    assert (talk.state(duties[2]), talk.state(duties[7])) == (DutyState.ACCEPTED, DutyState.REPORTED), answer
    answer = talk.say("Tâm", "duyệt hết nhưng việc 7 để mai xem") or ""
    assert "Còn chờ anh: 7" in answer and "chưa hiểu" not in answer
    assert (talk.state(duties[8]), talk.state(duties[7])) == (DutyState.ACCEPTED, DutyState.REPORTED)


def test_beside_what_was_recorded_only_the_rest_is_not_understood(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 7")
    answer = talk.say("Tâm", "duyệt 7; hoa sen nở bên hồ") or ""
    assert "anh duyệt việc 7" in answer and "chưa thay đổi gì" not in answer


@pytest.mark.parametrize("text", ["duyệt", "ok duyệt luôn", "duyệt đi em"])
@pytest.mark.parametrize("answer", ["đúng", "duyệt", "2"])
def test_the_only_thing_waiting_is_asked_about_by_name_after_other_talk(
    talk: Talk, duties: Duties, text: str, answer: str
) -> None:
    talk.say("Lan", "xong 2 KH 1/KH-UBND")
    talk.say("Tâm", "việc 17")
    asked = talk.say("Tâm", text)
    assert asked and "Duyệt việc 2 – Kế hoạch kiểm tra CCHC, phải không ạ?" in asked
    assert talk.state(duties[2]) is DutyState.REPORTED
    talk.say("Tâm", answer)
    assert talk.state(duties[2]) is DutyState.ACCEPTED
