""" "Nhắc KT", "nhắc anh Vinh việc 26", "nhắc hết": one message each, once a day, and who was reached."""

from datetime import date, timedelta

import pytest
from sqlmodel import select

from jobs.messages.render import render
from storage.database import transaction
from storage.kinds import DutyState, NoticeKind, NoticeState
from storage.models.channels import Chat
from storage.models.duties import ProgressEntry
from storage.models.events import Event
from storage.models.messages import Notice
from storage.models.organisation import Agency
from storage.models.plans import Task
from tests.bot.talk import Talk
from tests.channels.line import channel_named
from tests.engines import ON_BOTH
from tests.jobs.mornings import answer as answered
from tests.jobs.mornings import change
from tests.people import at

Duties = dict[int, int]
AUTUMN = "20/10/2025 09:00"  # results of November are given, unless a story says otherwise


@pytest.fixture
def duties(talk: Talk, duties: Duties) -> Duties:
    for duty_id in duties.values():
        answered(talk.ward, duty_id, "Quân", "2025-11", "đang làm", "20/10/2025 08:00")
    return duties


def urged(talk: Talk) -> dict[str, str]:
    """The reminders asked for, by the given name of who gets them."""
    names = {staff_id: name for name, staff_id in talk.ward.staff.items()}
    with transaction(talk.ward.engine) as session:
        found = session.exec(select(Notice).where(Notice.kind == NoticeKind.URGED)).all()
        return {names[notice.staff_id or 0]: notice.body or "" for notice in found}


@ON_BOTH
def test_the_keeper_reminds_a_unit_and_hears_whom_it_reached(talk: Talk, duties: Duties) -> None:
    talk.now = at(AUTUMN)
    assert talk.say("Quân", "nhắc TTPVHCC") == "Dạ, em đã nhắc 1 người:\nTTPVHCC – anh Dũng: 57"
    assert urged(talk) == {
        "Dũng": "Chào anh Dũng. Theo đề nghị của anh Quân (VHXH), em nhắc:\n\n"
        "Chậm mốc nội bộ\n57. Niêm yết địa chỉ nhận PAKN – mốc 09/10 (hạn theo kế hoạch 31/12)\n\n"
        'Anh trả lời, ví dụ: "xong 57 KH 45/KH-UBND"'
    }
    with transaction(talk.ward.engine) as session:
        notice = session.exec(select(Notice).where(Notice.kind == NoticeKind.URGED)).one()
        notice.state, notice.sent_at = NoticeState.SENT, talk.now
        session.add(notice)
    answer = talk.say("Hà", "ai đã được nhắc việc 57?")
    assert answer and answer.endswith(f"anh Dũng: 09h00 thứ Hai 20/10, {channel_named()}, đã gửi")


@ON_BOTH
def test_however_often_it_is_asked_a_person_is_reminded_once_a_day(talk: Talk, duties: Duties) -> None:
    talk.now = at(AUTUMN)
    talk.say("Quân", "nhắc TTPVHCC")
    again = talk.say("Hà", "nhắc anh Dũng việc 57")
    assert again == "Em chưa nhắc thêm ai.\nHôm nay đã nhắc rồi: anh Dũng."
    everybody = talk.say("Hà", "nhắc hết")
    assert everybody == (
        "Dạ, em đã nhắc 1 người:\nVHXH – chị Lan: 2, 17\n"
        "Chưa nhắc được: anh Vinh: chưa kết nối.\nHôm nay đã nhắc rồi: anh Dũng."
    )
    assert set(urged(talk)) == {"Dũng", "Lan"}
    talk.now += timedelta(days=1)
    assert talk.say("Dũng", "nhắc hết") == "Em chưa nhắc thêm ai.\nViệc của anh: 57."
    assert talk.say("Quân", "nhắc TTPVHCC") == "Dạ, em đã nhắc 1 người:\nTTPVHCC – anh Dũng: 57"


def test_missing_results_are_reminded_of_while_they_are_asked_for(talk: Talk, duties: Duties) -> None:
    answer = talk.say("Hà", "đôn đốc những người chưa báo cáo")
    assert answer and answer.splitlines()[1] == "VHXH – chị Lan: 2, 7, 8, 17, 18"
    text = urged(talk)["Lan"]
    assert text.startswith("Chào chị Lan. Theo đề nghị của chị Hà (VP), em nhắc:\n\nChậm mốc nội bộ\n17. ")
    missing = "\nCòn thiếu kết quả tháng 10 (chốt 16h30 thứ Ba 14/10)\nGồm cả các việc nêu trên: 2, 7, 17\n8. "
    assert missing in text and text.endswith('"xong 17 KH 45/KH-UBND; 8 như kỳ trước"')


@ON_BOTH
def test_before_results_are_asked_for_a_reminder_covers_what_the_list_of_missing_ones_names(
    talk: Talk, duties: Duties
) -> None:
    talk.now = at(AUTUMN)
    for number in (8, 30):
        _without_result(talk, duties[number])
    missing = talk.say("Quân", "còn thiếu của ai") or ""
    assert "Chị Lan: 8" in missing and "Chị Hoa: 30" in missing
    assert talk.say("Quân", "nhắc chị Hoa") == "Dạ, em đã nhắc 1 người:\nTTPVHCC – chị Hoa: 30"
    everybody = talk.say("Quân", "nhắc hết") or ""
    assert (
        "VHXH – chị Lan: 2, 8, 17\nTTPVHCC – anh Dũng: 57" in everybody and "Hôm nay đã nhắc rồi: chị Hoa." in everybody
    )
    assert "\n\nCòn thiếu kết quả tháng 11 (chốt 16h30 thứ Sáu 14/11)\n8. Đăng tải thông tin CCHC" in urged(talk)["Lan"]
    assert "Quá hạn" not in urged(talk)["Hoa"] and "30. Số hóa hồ sơ TTHC" in urged(talk)["Hoa"]


def _without_result(talk: Talk, duty_id: int) -> None:
    with transaction(talk.ward.engine) as session:
        for entry in session.exec(select(ProgressEntry).where(ProgressEntry.duty_id == duty_id)):
            entry.withdrawn_at = talk.now
            session.add(entry)


@pytest.mark.parametrize(
    "said", ["nhắc mọi người trong phòng nộp kết quả đi em", "nhắc phòng mình", "nhắc anh em trong phòng nộp số liệu", "nhắc nhân viên nộp số liệu"]
)  # fmt: skip
def test_the_people_of_ones_own_unit_are_reminded_and_no_others(talk: Talk, duties: Duties, said: str) -> None:
    """Tâm's unit coordinates the plan, so he might remind everybody of it."""
    talk.now = at(AUTUMN)
    assert (talk.say("Tâm", said) or "").startswith("Dạ, em đã nhắc 1 người:\nVHXH – chị Lan")
    assert set(urged(talk)) == {"Lan"}
    assert "TTPVHCC – anh Dũng" in (talk.say("Tâm", "nhắc mọi người") or "")


def test_the_people_of_a_centre_are_those_of_who_leads_it(talk: Talk, duties: Duties) -> None:
    talk.now = at(AUTUMN)
    for said in ("nhắc nhân viên trung tâm báo cáo", "nhắc mọi người trong trung tâm"):
        assert talk.say("Dũng", said) == "Em chưa nhắc thêm ai.\nViệc của anh: 57."
    assert not urged(talk)


def test_a_head_reminds_his_unit_and_nobody_else(talk: Talk, duties: Duties) -> None:
    talk.now = at(AUTUMN)
    assert talk.say("Thu", "nhắc hết") == "Em chưa nhắc thêm ai.\nChưa nhắc được: anh Vinh: chưa kết nối."
    assert talk.say("Thu", "nhắc chị Lan") == "Dạ, chị nhắc được người trong đơn vị mình; em chưa nhắc ai."
    refused = talk.say("Phúc", "nhắc anh Vinh")
    assert refused and refused.startswith("Dạ, nhắc người khác là phần của trưởng đơn vị")
    assert not urged(talk)


def test_the_head_of_the_coordinating_unit_reminds_everybody_of_that_plan(talk: Talk, duties: Duties) -> None:
    talk.now = at(AUTUMN)
    assert talk.say("Tâm", "nhắc TTPVHCC") == "Dạ, em đã nhắc 1 người:\nTTPVHCC – anh Dũng: 57"


def test_a_leader_reads_units_and_counts(talk: Talk, duties: Duties) -> None:
    talk.now = at(AUTUMN)
    assert talk.say("Ánh", "nhắc tất cả") == "Dạ, em đã nhắc 2 người:\nVHXH 1 · TTPVHCC 1\nChưa nhắc được: KT-HT-ĐT 1."
    assert "lãnh đạo cơ quan" in urged(talk)["Lan"]


def test_a_number_is_enough_while_the_task_is_open(talk: Talk, duties: Duties) -> None:
    talk.now = at(AUTUMN)
    change(talk.ward, duties[17], state=DutyState.REPORTED, reported_on=talk.now.date())
    answer = talk.say("Quân", "nhắc chị Lan việc 7, 17")
    assert answer == (
        "Dạ, em đã nhắc 1 người:\nVHXH – chị Lan: 7\nEm không nhắc việc 17: không còn mở hoặc đang chờ duyệt."
    )
    assert "Sắp đến\n7. Tập huấn CCHC – mốc thứ Tư 22/10" in urged(talk)["Lan"]
    assert "việc 99" in (talk.say("Quân", "nhắc việc 99") or "")
    assert talk.say("Quân", "nhắc việc 17") == "Dạ, em chưa nhắc ai: việc 17 không còn mở hoặc đang chờ duyệt."
    talk.say("Quân", "nhắc việc 30")
    assert "Đang theo dõi\n30. Số hóa hồ sơ TTHC – hạn thứ Tư 31/12" in urged(talk)["Hoa"]


def test_where_nothing_is_late_nobody_is_written_to(talk: Talk, duties: Duties) -> None:
    talk.now = at(AUTUMN)
    nothing = "không có việc quá hạn, chậm mốc hay thiếu kết quả."
    assert talk.say("Quân", "nhắc VP") == f"Dạ, em chưa nhắc ai: VP {nothing}"
    assert talk.say("Quân", "nhắc chị Hoa") == f"Dạ, em chưa nhắc ai: chị Hoa {nothing}"
    assert "Tuấn" not in (talk.say("Quân", "nhắc anh Vinh") or "")
    assert not urged(talk)


def test_a_restricted_line_is_a_number_and_a_date(talk: Talk, duties: Duties) -> None:
    talk.now = at(AUTUMN)
    with transaction(talk.ward.engine) as session:
        task = session.exec(select(Task).where(Task.number == 17)).one()
        task.restricted = True
        session.add(task)
    talk.say("Quân", "nhắc việc 17")
    assert "Chậm mốc nội bộ\n17 – mốc 08/10 (hạn theo kế hoạch 31/12)\n" in urged(talk)["Lan"]
    assert "Quyết định" not in urged(talk)["Lan"]


def test_who_is_away_is_reminded_through_his_substitute(talk: Talk, duties: Duties) -> None:
    talk.now = at(AUTUMN)
    talk.say("Lan", "tôi nghỉ 20/10-22/10, anh Tâm thay")
    assert talk.say("Quân", "nhắc chị Lan") == "Dạ, em đã nhắc 1 người:\nVHXH – anh Tâm: 2, 17"
    assert set(urged(talk)) == {"Tâm"}


@pytest.mark.parametrize(
    ("asked", "day", "leaves"),
    [
        ("20/10/2025 21:30", date(2025, 10, 21), "21/10/2025 07:30"),
        ("20/10/2025 05:00", date(2025, 10, 20), "20/10/2025 07:30"),
        ("18/10/2025 10:00", date(2025, 10, 20), "20/10/2025 07:30"),
    ],
)
def test_outside_working_hours_it_waits_for_the_morning(
    talk: Talk, duties: Duties, asked: str, day: date, leaves: str
) -> None:
    talk.now = at(asked)
    answer = talk.say("Quân", "nhắc TTPVHCC")
    assert answer and "mới gửi tin nhắc 1 người:\nTTPVHCC – anh Dũng: 57" in answer and "07h30" in answer
    with talk.session() as session:
        notice = session.exec(select(Notice).where(Notice.kind == NoticeKind.URGED)).one()
    assert (notice.day, notice.not_before) == (day, at(leaves))
    talk.now += timedelta(minutes=5)
    again = talk.say("Hà", "nhắc TTPVHCC") or ""
    assert "anh Dũng" in again and not again.startswith("Dạ")


def test_what_was_done_meanwhile_is_not_reminded_of(talk: Talk, duties: Duties) -> None:
    talk.now = at("20/10/2025 21:30")
    talk.say("Quân", "nhắc TTPVHCC")

    def leaving() -> bool:
        with talk.session() as session:
            notice = session.exec(select(Notice).where(Notice.kind == NoticeKind.URGED)).one()
            return render(session, notice, at("21/10/2025 07:30")) is not None

    assert leaving()
    talk.say("Dũng", "xong 57 12/BC-TTPVHCC")
    assert not leaving()


def test_who_could_not_be_reached_today_is_said_so_again(talk: Talk, duties: Duties) -> None:
    talk.now = at(AUTUMN)
    talk.say("Quân", "nhắc TTPVHCC")
    with transaction(talk.ward.engine) as session:
        notice = session.exec(select(Notice).where(Notice.kind == NoticeKind.URGED)).one()
        notice.state, notice.reason = NoticeState.FAILED, "blocked"
        chat = session.exec(select(Chat).where(Chat.id == notice.chat_id)).one()
        chat.off_at = talk.now
        session.add_all([notice, chat])
    assert talk.say("Quân", "nhắc TTPVHCC") == (
        "Em chưa nhắc thêm ai.\nChưa nhắc được: anh Dũng: không nhận được tin của em."
    )


def test_the_ledger_keeps_who_asked_and_a_reminder_is_not_taken_back(talk: Talk, duties: Duties) -> None:
    talk.now = at(AUTUMN)
    talk.say("Quân", "nhắc TTPVHCC")
    with talk.session() as session:
        event = session.exec(select(Event).order_by(Event.id.desc())).first()  # type: ignore[attr-defined]
    assert event and event.by_id == talk.ward.staff["Quân"] and event.before == {"urged": [talk.ward.staff["Dũng"]]}
    assert talk.say("Quân", "hoàn tác") == "Dạ, tin nhắc đã gửi em không tự bỏ được nên em chưa thay đổi gì."


def test_nobody_is_reminded_until_it_is_said_whom(talk: Talk, duties: Duties) -> None:
    talk.now = at(AUTUMN)
    for who, typed in (("Hà", "nhắc"), ("Hà", "nhắc lãnh đạo"), ("Dũng", "nhắc đi")):
        answer = talk.say(who, typed)
        assert answer and "chưa rõ cần nhắc ai" in answer and "nhắc hết" in answer
    assert not urged(talk)


@pytest.mark.parametrize(
    ("text", "reached"),
    [
        ("nhắc hết trừ chị Lan", {"Dũng"}),
        ("nhắc hết trừ phòng VHXH", {"Dũng"}),
        ("nhac het tru TTPVHCC", {"Lan"}),
        ("nhắc hết trừ 57", {"Lan"}),
        ("nhắc VHXH trừ chị Lan", set()),
        ("nhắc VHXH và TTPVHCC", {"Lan", "Dũng"}),
        ("nhắc chị Lan với anh Dũng", {"Lan", "Dũng"}),
        ("nhắc hết trừ chị Tèo", set()),
        ("nhắc hết trừ người đã nộp", set()),
        ("nhắc KT và phòng Nội vụ", set()),
    ],
)
def test_whom_an_order_spares_gets_no_reminder(talk: Talk, duties: Duties, text: str, reached: set[str]) -> None:
    talk.now = at(AUTUMN)
    talk.say("Hà", text)
    assert set(urged(talk)) == reached


def test_the_answer_says_whom_the_order_spared(talk: Talk, duties: Duties) -> None:
    talk.now = at(AUTUMN)
    answer = talk.say("Hà", "nhắc hết trừ chị Lan")
    assert answer and "Không nhắc theo ý chị: chị Lan." in answer


@pytest.mark.parametrize("order", ["nhắc ai trễ hạn", "nhắc mấy việc trễ đi"])
def test_only_the_late_are_reminded_where_only_they_are_meant(talk: Talk, duties: Duties, order: str) -> None:
    talk.now = at("03/11/2025 09:00")  # results of November lack as well
    assert "TTPVHCC – anh Dũng: 57" in (talk.say("Quân", order) or "")
    assert set(urged(talk)) == {"Lan", "Dũng"} and "tháng 11" not in urged(talk)["Lan"]
    assert talk.say("Quân", "nhắc VP việc quá hạn") == (
        'Dạ, em chưa nhắc ai: VP không có việc quá hạn hay chậm mốc. Nhắc cả phần thiếu kết quả, anh nhắn "nhắc VP".'
    )


def test_a_board_is_everybody_in_it(talk: Talk, duties: Duties) -> None:
    assert "chưa rõ ban là ai" in (talk.say("Ánh", "nhắc cả ban") or "")
    with transaction(talk.ward.engine) as session:
        session.get_one(Agency, talk.ward.agency_id).name = "Ban Quản lý Khu kinh tế"
    answer = talk.say("Ánh", "nhắc cả ban")
    assert answer and "KT-HT-ĐT" in answer and "TTPVHCC" in answer
