""" "Mai nhắc lại việc 14": left out of the sender's mornings until then, no date moves."""

from datetime import date, timedelta

from sqlmodel import select

from storage.models.snoozes import Snooze
from tests.bot.talk import Talk
from tests.engines import ON_BOTH
from tests.jobs.mornings import change, morning_of
from tests.jobs.test_audit import audited
from tests.people import at

Duties = dict[int, int]
LINE = "2. Kế hoạch kiểm tra CCHC"


def until(talk: Talk) -> dict[int, date]:
    with talk.session() as session:
        return {row.duty_id: row.until for row in session.exec(select(Snooze))}


def test_a_line_is_put_off_and_taken_back(talk: Talk, duties: Duties) -> None:
    said = talk.say("Lan", "để thứ 5 nhắc lại việc 2")
    assert said == (
        "Dạ, sáng thứ Năm 16/10 em nhắc lại việc 2 – Kế hoạch kiểm tra CCHC; hạn giữ nguyên."
        ' Nếu nhầm, chị nhắn "hoàn tác".'
    )
    assert until(talk) == {duties[2]: date(2025, 10, 16)}
    talk.say("Lan", "3 ngày nữa nhắc lại việc 2")
    assert until(talk) == {duties[2]: date(2025, 10, 16)}
    talk.say("Lan", "tuần sau nhắc lại việc 2")
    assert until(talk) == {duties[2]: date(2025, 10, 20)}
    assert talk.say("Lan", "hoàn tác") == "Dạ, em đã bỏ hẹn nhắc lại việc 2 – Kế hoạch kiểm tra CCHC."
    assert until(talk) == {duties[2]: date(2025, 10, 16)}
    before = talk.duty(duties[2])
    assert (before.due_on, before.target_on) == (date(2025, 12, 31), date(2025, 10, 15))


def test_it_is_put_off_at_most_to_the_day_before_its_official_date(talk: Talk, duties: Duties) -> None:
    change(talk.ward, duties[2], due_on=date(2025, 10, 20))
    answer = talk.say("Lan", "nhắc lại việc 2 vào 30/10") or ""
    assert "là 20/10 nên sáng thứ Sáu 17/10 em nhắc lại; hạn giữ nguyên" in answer
    change(talk.ward, duties[7], due_on=date(2025, 10, 10))
    assert "đã đến hạn hoặc quá hạn nên em vẫn nhắc" in (talk.say("Lan", "mai nhắc lại việc 7") or "")
    assert until(talk) == {duties[2]: date(2025, 10, 17)}


def test_a_day_and_an_own_line_are_needed(talk: Talk, duties: Duties) -> None:
    assert "cho em xin ngày" in (talk.say("Lan", "2 tiếng nữa nhắc em việc 2") or "")
    assert "không nhắc riêng anh" in (talk.say("Tâm", "mai nhắc lại việc 2") or "")
    assert not until(talk)


@ON_BOTH
def test_mornings_leave_it_out_until_then_and_the_auditor_agrees(talk: Talk, duties: Duties) -> None:
    """Việc 2 has its internal date on 15/10, việc 30 no date near."""
    ward, day = talk.ward, date(2025, 10, 15)
    talk.now = at("14/10/2025 17:00")
    talk.say("Lan", "để thứ 5 nhắc lại việc 2")
    talk.say("Lan", "để thứ 5 nhắc lại việc 17")
    talk.say("Lan", "mai nhắc lại việc 7")
    talk.say("Hoa", "để thứ 5 nhắc lại việc 30")
    found = {}
    while day <= date(2025, 10, 17):
        text = f"{day:%d/%m/%Y}"
        found[day.day] = {name: message.text for name, message in morning_of(ward, text).items()}
        assert audited(ward, at(f"{text} 08:00")) == []
        day += timedelta(days=1)
    assert LINE not in found[15]["Lan"] and "17. " not in found[15]["Lan"] and "7. Tập huấn CCHC" in found[15]["Lan"]
    assert LINE in found[16]["Lan"] and "17. " in found[16]["Lan"]
    assert "Hoa" not in found[15] and "Đã hẹn nhắc lại\n30. Số hóa hồ sơ TTHC – hạn thứ Tư 31/12" in found[16]["Hoa"]
    assert "Hoa" not in found[17]


@ON_BOTH
def test_where_all_lines_sleep_nobody_is_written_to(talk: Talk, duties: Duties) -> None:
    talk.now = at("21/10/2025 17:00")
    for number in (2, 7, 17):
        talk.say("Lan", f"để thứ 5 nhắc lại việc {number}")
    assert "Lan" not in morning_of(talk.ward, "22/10/2025")  # on which việc 7 has its internal date
    assert audited(talk.ward, at("22/10/2025 08:00")) == []
    change(talk.ward, duties[7], due_on=date(2025, 10, 23))  # an order has come between
    talk.say("Lan", "để thứ 6 nhắc lại việc 2")
    sent = morning_of(talk.ward, "23/10/2025")
    assert "7. Tập huấn CCHC" in sent["Lan"].text


def test_a_morning_missed_is_looked_into_and_puts_nothing_off(talk: Talk, duties: Duties) -> None:
    missed = talk.say("Lan", "sáng nay chưa thấy nhắc")
    assert missed and "thứ Hai 13/10 em chưa nhắc chị." in missed and 'nhắn "việc của tôi"' in missed
    talk.shows("Lan", duties[2], duties[17])
    told = talk.say("Lan", "sang nay khong nhan duoc tin nhac")
    assert told and "em đã nhắc chị lúc 09h15: việc 2, 17." in told
    assert talk.events() == []


def test_the_example_of_putting_off_works(talk: Talk, duties: Duties) -> None:
    asked = talk.say("Lan", "chiều nhắc lại việc 17 nhé")
    assert asked and 'ví dụ: "mai nhắc lại việc 17"' in asked
    assert "em nhắc lại việc 17" in (talk.say("Lan", "mai nhắc lại việc 17") or "")
