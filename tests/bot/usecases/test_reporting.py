"""Done, results, received: what is typed, what is answered, what the rows become."""

from datetime import date

import pytest

from storage.kinds import AcceptBy, DutyState, EventKind, ProductKind
from storage.models.organisation import Agency
from tests.bot.talk import Talk
from tests.engines import ON_BOTH
from tests.jobs.mornings import morning_of
from tests.people import at

Duties = dict[int, int]


@pytest.mark.parametrize(
    "text",
    [
        "xong 2 KH 45/KH-UBND",
        "XONG 2 kh 45/KH-UBND",
        "việc 2 em làm xong rồi ạ, KH 45/KH-UBND",
        "/xong 2 KH 45/KH-UBND",
    ],
)
def test_a_report_with_its_document_waits_for_the_head(talk: Talk, duties: Duties, text: str) -> None:
    answer = talk.say("Lan", text)
    duty = talk.duty(duties[2])
    assert answer and "việc 2 – Kế hoạch kiểm tra CCHC: xong ngày 13/10" in answer and "45/KH-UBND" in answer
    assert "chờ anh Tâm duyệt" in answer and 'chị nhắn "hoàn tác"' in answer
    assert (duty.state, duty.decider_id, duty.waits_for_product) == (DutyState.REPORTED, talk.ward.staff["Tâm"], False)
    assert [e.kind for e in talk.events()] == [EventKind.REPORTED]


def test_a_report_without_its_document_waits_for_it_and_takes_it_later(talk: Talk, duties: Duties) -> None:
    answer = talk.say("Lan", "xong 2")
    assert answer and "chờ bổ sung" in answer and "thứ Tư 15/10" in answer
    assert talk.duty(duties[2]).waits_for_product
    answer = talk.say("Lan", "45/KH-UBND")
    assert answer and "45/KH-UBND" in answer and "việc 2" in answer
    assert not talk.duty(duties[2]).waits_for_product


def test_an_event_needs_no_document(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 7")
    assert not talk.duty(duties[7]).waits_for_product


def test_a_state_line_does_not_end_before_its_period(talk: Talk, duties: Duties) -> None:
    answer = talk.say("Lan", "xong 18")
    assert answer and "chưa ghi hoàn thành được" in answer
    assert talk.state(duties[18]) is DutyState.IN_PROGRESS
    assert [e.text for e in talk.entries(duties[18])] == ["xong"]


NOT_DONE = (
    "chưa xong 7",
    "chua xong 7",
    "việc 7 xong chưa?",
    "viec 7 xong chua",
    "xong dự thảo 7",
    "mai xong 7",
    "7 xong một nửa",
    "7 gần xong",
)


def test_what_is_not_done_closes_nothing(talk: Talk, duties: Duties) -> None:
    for text in NOT_DONE:
        answer = talk.say("Lan", text)
        assert answer and "xong ngày" not in answer
        assert talk.duty(duties[7]).reported_on is None
        assert talk.state(duties[7]) in (DutyState.OPEN, DutyState.IN_PROGRESS)


NO_CHANGE = (
    "chưa xong 7",
    "việc 7 xong chưa?",
    "cảm ơn em",
    "ok",
    "ăn cơm xong rồi",
    "12 giờ họp nhé",
)


def test_questions_denials_and_small_talk_change_no_row(talk: Talk, duties: Duties) -> None:
    for text in NO_CHANGE:
        talk.say("Lan", text)
        assert talk.events() == [] and talk.state(duties[7]) is DutyState.OPEN


THANKS = (
    "cảm ơn em",
    "ok",
    "dạ vâng",
    "👍",
)


def test_thanks_get_no_words(talk: Talk, duties: Duties) -> None:
    for text in THANKS:
        assert talk.say("Lan", text) is None


def test_several_answers_in_one_message_are_answered_in_one(talk: Talk, duties: Duties) -> None:
    answer = talk.say("Lan", "8 dang 12 tin 3 bai, 17 vuong cho so huong dan, 18 nhu cu")
    assert (
        answer and "em ghi đủ 3/3: 8 – dang 12 tin 3 bai · 17 – vướng: cho so huong dan · 18 – như kỳ trước" in answer
    )
    [entry] = talk.entries(duties[17])
    assert (entry.obstacle, entry.reporting_period, entry.for_id) == (
        "cho so huong dan",
        "2025-10",
        talk.ward.staff["Lan"],
    )


def test_the_rest_of_the_period_is_named_and_can_be_answered_as_before(talk: Talk, duties: Duties) -> None:
    answer = talk.say("Lan", "18 đã bố trí đủ")
    assert answer and "Còn 2, 7, 8, 17" in answer and "16h30" in answer
    talk.say("Lan", "còn lại như kỳ trước")
    assert all([e.text for e in talk.entries(duties[n])] == ["như kỳ trước"] for n in (2, 7, 8, 17))


def test_percent_is_kept(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "8 60%")
    assert [e.percent for e in talk.entries(duties[8])] == [60]


def test_nothing_arose_ends_an_occurrence_only(talk: Talk, duties: Duties) -> None:
    monthly = talk.ward.give(40, "Báo cáo tháng", "VHXH", to="Lan", key="2025-10")
    talk.say("Lan", "40 không phát sinh")
    talk.say("Lan", "8 không phát sinh")
    assert (talk.state(monthly), talk.state(duties[8])) == (DutyState.NONE_AROSE, DutyState.IN_PROGRESS)


def test_nothing_arose_is_kept_for_the_number_behind_it_and_a_yes_answers_for_it(talk: Talk, duties: Duties) -> None:
    assert "18" in (talk.say("Lan", "ko phat sinh 18") or "")
    asked = talk.say("Lan", "không phát sinh, 8 nhé em")
    assert asked and "Việc 8: không phát sinh, phải không ạ?" in asked and talk.entries(duties[8]) == []
    talk.say("Lan", "đúng")
    assert [entry.text for n in (8, 18) for entry in talk.entries(duties[n])] == ["không phát sinh"] * 2


def test_received_takes_the_work_up(talk: Talk, duties: Duties) -> None:
    answer = talk.say("Lan", "đã nhận việc 7")
    assert answer and 'Xong chị nhắn "xong 7"' in answer
    assert talk.state(duties[7]) is DutyState.IN_PROGRESS


def test_a_bare_done_means_the_one_task_of_the_last_message(talk: Talk, duties: Duties) -> None:
    talk.shows("Lan", duties[7])
    talk.say("Lan", "xong")
    assert talk.state(duties[7]) is DutyState.REPORTED


def test_a_bare_done_after_several_tasks_asks_and_takes_the_number(talk: Talk, duties: Duties) -> None:
    talk.shows("Lan", duties[2], duties[7])
    answer = talk.say("Lan", "xong rồi")
    assert answer and "2 (Kế hoạch kiểm tra CCHC) hay 7 (Tập huấn CCHC)?" in answer
    assert talk.events() == []
    talk.say("Lan", "7")
    assert (talk.state(duties[7]), talk.state(duties[2])) == (DutyState.REPORTED, DutyState.OPEN)


def test_a_bare_done_after_nothing_asks_for_the_number(talk: Talk, duties: Duties) -> None:
    answer = talk.say("Lan", "xong")
    assert answer and "chưa ghi gì" in answer and talk.events() == []


@pytest.mark.replies
def test_a_reply_means_the_task_of_the_message_replied_to(talk: Talk, duties: Duties) -> None:
    talk.shows("Lan", duties[7], message_id="m1")
    talk.shows("Lan", duties[2], duties[8], message_id="m2")
    talk.say("Lan", "xong rồi ạ", reply_to="m1")
    assert talk.state(duties[7]) is DutyState.REPORTED


def test_reporting_twice_says_so_and_changes_nothing(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 7")
    answer = talk.say("Lan", "xong 7")
    assert answer and "không cần báo lại" in answer and len(talk.events()) == 1


def test_somebody_else_s_work_is_courteously_refused(talk: Talk, duties: Duties) -> None:
    answer = talk.say("Lan", "xong 26")
    assert answer and "Phòng Kinh tế, Hạ tầng và Đô thị chủ trì nên em chưa ghi gì" in answer
    assert "Vinh" not in answer and talk.events() == []


def test_the_keeper_records_for_anybody_and_the_ledger_says_for_whom(talk: Talk, duties: Duties) -> None:
    answer = talk.say("Quân", "ghi hộ Vinh: xong 26 QĐ 12/QĐ-UBND")
    assert answer and "ghi hộ anh Vinh việc 26" in answer and "chờ chị Thu duyệt" in answer
    [event] = talk.events()
    assert (event.by_id, event.for_id) == (talk.ward.staff["Quân"], talk.ward.staff["Vinh"])


def test_staff_do_not_record_for_others(talk: Talk, duties: Duties) -> None:
    answer = talk.say("Lan", "ghi hộ Hoa: xong 30")
    assert answer and "em chưa ghi gì" in answer and talk.events() == []


def test_a_head_s_own_report_goes_past_himself(talk: Talk, duties: Duties) -> None:
    talk.say("Dũng", "xong 57 QĐ 9/QĐ-UBND")
    assert talk.duty(duties[57]).decider_id == talk.ward.staff["Tâm"]  # head of the coordinating unit


def test_where_nobody_has_to_accept_the_report_counts_at_once(talk: Talk, duties: Duties) -> None:
    with talk.session() as session:
        agency = session.get_one(Agency, talk.ward.agency_id)
        agency.accept_by = AcceptBy.NONE
        session.add(agency)
        session.commit()
    talk.say("Lan", "xong 7")
    duty = talk.duty(duties[7])
    assert (duty.state, duty.closed_on, duty.reported_on) == (DutyState.ACCEPTED, talk.now.date(), talk.now.date())


@ON_BOTH
def test_a_failing_act_loses_none_of_the_others(talk: Talk, duties: Duties, monkeypatch: pytest.MonkeyPatch) -> None:
    from bot.usecases import report_done

    def broken(*args: object) -> object:
        raise RuntimeError("broken")

    monkeypatch.setattr(report_done, "report_done", broken)
    answer = talk.say("Lan", "8 đăng 12 tin; xong 7")
    assert answer and "đăng 12 tin" in answer and "gặp lỗi" in answer
    assert len(talk.entries(duties[8])) == 1 and talk.state(duties[7]) is DutyState.OPEN


def test_who_was_recorded_for_reads_it_next_morning(talk: Talk, duties: Duties) -> None:
    talk.say("Quân", "xong hộ Lan 7")
    assert "Anh Quân ghi việc 7 – Tập huấn CCHC: đã xong" in morning_of(talk.ward, "14/10/2025")["Lan"].text


def test_after_the_close_nobody_is_invited_to_answer_before_it(talk: Talk, duties: Duties) -> None:
    talk.now = at("14/10/2025 17:00")
    answer = talk.say("Lan", "8 đăng 12 tin 3 bài")
    assert answer and "Còn" not in answer
    talk.now = at("15/10/2025 08:00")
    answer = talk.say("Lan", "8 đăng 13 tin 3 bài")
    assert answer and "tháng 11 (số liệu 15/10–14/11)" in answer


def test_done_on_an_earlier_day_is_said_back_and_the_report_counts(talk: Talk, duties: Duties) -> None:
    answer = talk.say("Lan", "xong 7 hôm qua")
    assert answer and "xong ngày 13/10 (làm xong từ 12/10)" in answer
    assert talk.duty(duties[7]).reported_on == date(2025, 10, 13)


def test_xong_on_a_state_line_ends_its_internal_date(talk: Talk, duties: Duties) -> None:
    kept = talk.ward.give(
        50,
        "Bố trí cán bộ",
        "VHXH",
        to="Lan",
        due=date(2025, 12, 31),
        target=date(2025, 10, 8),
        product=ProductKind.STATE,
    )
    answer = talk.say("Lan", "xong 50")
    assert answer and "Mốc nội bộ 08/10 em không nhắc nữa" in answer
    assert talk.duty(kept).target_on is None
    talk.say("Lan", "hoàn tác")
    assert talk.duty(kept).target_on == date(2025, 10, 8)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("17 bị vướng do chưa có máy scan", ("", "chưa có máy scan")),
        ("17 đang bị vướng ở khâu thẩm định", ("", "ở khâu thẩm định")),
        ("17 hien van dang vuong cho So", ("", "cho So")),
        ("17 đã trình nhưng đang gặp khó khăn về kinh phí", ("đã trình", "về kinh phí")),
        ("17 đã lấy ý kiến, vướng chờ Sở", ("đã lấy ý kiến", "chờ Sở")),
        ("17 đã có kết luận của Sở", ("đã có kết luận của Sở", "")),
        ("17 em đang tổng hợp kết quả", ("đang tổng hợp kết quả", "")),
        ("kết quả việc 17: đã rà soát 5 đơn vị", ("đã rà soát 5 đơn vị", "")),
    ],
)
def test_words_leading_to_an_obstacle_are_no_result(
    talk: Talk, duties: Duties, text: str, kept: tuple[str, str]
) -> None:
    talk.say("Lan", text)
    assert [(e.text, e.obstacle) for e in talk.entries(duties[17])] == [kept]


@pytest.mark.parametrize("reader", ["Lan", "Tâm", "Quân"])
def test_the_card_of_what_lacks_its_document_says_so(talk: Talk, duties: Duties, reader: str) -> None:
    talk.say("Lan", "xong 2")
    assert "· chờ bổ sung văn bản" in (talk.say(reader, "việc 2") or "")
    talk.say("Lan", "xong 2 KH 45/KH-UBND")
    assert "chờ bổ sung" not in (talk.say(reader, "việc 2") or "")
