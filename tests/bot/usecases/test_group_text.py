""" "Soạn nhắc nhóm": a text of units and numbers that everybody in the office's group may read."""

from datetime import date

from sqlmodel import select

from storage.database import transaction
from storage.models.plans import Task
from tests.bot.talk import Talk
from tests.jobs.mornings import change
from tests.people import at

Duties = dict[int, int]


def test_a_text_for_the_group_names_units_and_numbers(talk: Talk, duties: Duties) -> None:
    change(talk.ward, duties[2], due_on=date(2025, 10, 15))
    with transaction(talk.ward.engine) as session:
        task = session.exec(select(Task).where(Task.number == 26)).one()
        task.restricted = True
        session.add(task)
    assert talk.say("Hà", "soạn nhắc nhóm") == (
        "Kính gửi các phòng, đơn vị, tính đến thứ Hai 13/10/2025 Văn phòng HĐND và UBND đề nghị sớm hoàn thành các việc sau "
        "(ghi theo số việc):\n\n"
        "Quá hạn\nKT-HT-ĐT: 26 (hạn 30/09)\n\n"
        "Còn thiếu kết quả tháng 10 (chốt 16h30 thứ Ba 14/10)\nVHXH: 2, 7, 8, 17, 18\nKT-HT-ĐT: 26\nTTPVHCC: 30, 57\n\n"
        "Sắp đến hạn\nVHXH: 2 (hạn 15/10)\n\n"
        "Mỗi người xem và trả lời trong tin nhắn riêng với trợ lý nhắc việc. Trân trọng!"
    )


def test_names_titles_and_internal_dates_stay_out(talk: Talk, duties: Duties) -> None:
    talk.now = at("20/10/2025 09:00")
    for name in ("Quân", "Hà", "Ánh", "Tâm", "Thu"):
        text = talk.say(name, "soạn nhắc nhóm") or ""
        assert "26 (hạn 30/09)" in text and "mốc" not in text and "17" not in text and "Quy chế" not in text
        assert not any(given in text for given in talk.ward.staff)


def test_a_head_gets_the_text_of_his_unit_and_staff_get_none(talk: Talk, duties: Duties) -> None:
    text = talk.say("Dũng", "soạn nhắc nhóm") or ""
    assert text.startswith("Kính gửi Trung tâm Phục vụ hành chính công, tính đến") and "VHXH" not in text
    assert (talk.say("Hoa", "soạn nhắc nhóm") or "").startswith("Dạ, nhắc người khác là phần của")


def test_where_nothing_presses_there_is_nothing_to_forward(talk: Talk) -> None:
    nothing = "Dạ, hiện không có việc quá hạn hay sắp đến hạn, kết quả tháng đã đủ hoặc chưa đến ngày hỏi, nên em chưa soạn tin nhắc nhóm."
    assert talk.say("Hà", "soạn nhắc nhóm") == nothing


def test_of_one_unit_alone(talk: Talk, duties: Duties) -> None:
    text = talk.say("Hà", "soạn nhắc nhóm KT-HT-ĐT") or ""
    assert text.startswith("Kính gửi Phòng Kinh tế, Hạ tầng và Đô thị") and "VHXH" not in text and "26" in text
    assert "người trong đơn vị mình" in (talk.say("Dũng", "soạn nhắc nhóm KT-HT-ĐT") or "")
    assert "VHXH: 2" not in (talk.say("Hà", "soạn tin nhắn nhóm phòng Pháp chế") or "")
