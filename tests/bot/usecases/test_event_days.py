""" "Đã nhận văn bản ngày 10/10 việc 8" begins the days that a plan counts from an event."""

from datetime import date

import pytest
from sqlmodel import select

from jobs.rules.periods import event_key, same_event
from jobs.ticks.periods import periods
from storage.database import transaction
from storage.kinds import DutyState, EventKind, PartyRole
from storage.models.duties import Duty
from storage.models.plans import Task
from storage.queries.duties import lines_by_number
from tests.bot.talk import Talk
from tests.engines import ON_BOTH
from tests.jobs.mornings import morning_of
from tests.people import at

Duties = dict[int, int]
COUNTED = {"kind": "relative", "offset": {"n": 5, "unit": "working_day", "event": "ngày nhận được văn bản"}}


@pytest.fixture
def counted(talk: Talk, duties: Duties) -> Talk:
    """Task 8 is due five working days after a document came; VHXH leads it, TTPVHCC too, the office coordinates."""
    with transaction(talk.ward.engine) as session:
        task = session.exec(select(Task).where(Task.number == 8)).one()
        task.deadline, task.deadline_text = COUNTED, "05 ngày làm việc kể từ ngày nhận được văn bản"
        session.add(task)
        once = session.get_one(Duty, duties[8])
        session.add_all(
            Duty(agency_id=once.agency_id, period_id=once.period_id, unit_id=talk.ward.units[unit], role=role,
                 person_id=talk.ward.staff[who] if role is PartyRole.LEAD else None, recipient_id=talk.ward.staff[who])
            for unit, role, who in (("TTPVHCC", PartyRole.LEAD, "Hoa"), ("VP", PartyRole.COORDINATE, "Hà"))
        )  # fmt: skip
    return talk


def parts(talk: Talk) -> list[tuple[str, DutyState, date | None]]:
    """Every part of task 8: its period, its state, its date."""
    with talk.session() as session:
        lines = lines_by_number(session, talk.ward.agency_id, 8)
    return [(x.period.key, x.duty.state, x.duty.due_on) for x in sorted(lines, key=lambda x: x.duty.id)]


def test_an_event_opens_every_unit_s_part_with_its_date_and_once_waits_no_more(counted: Talk) -> None:
    assert 'ví dụ: "việc 8 tính từ ngày 13/10"' in (counted.say("Lan", "việc 8") or "")
    answer = counted.say("Lan", "đã nhận văn bản ngày 10/10 việc 8")
    assert answer and "nhận văn bản ngày 10/10; hạn thứ Sáu 17/10 (5 ngày làm việc kể từ ngày đó)" in answer
    due = date(2025, 10, 17)
    assert parts(counted) == [
        *[("once", DutyState.CANCELLED, None)] * 3, *[("e2025-10-10", DutyState.OPEN, due)] * 3
    ]  # fmt: skip
    again = counted.say("Hoa", "việc 8 đã nhận được văn bản ngày 10/10")
    assert again and "đã ghi sự kiện ngày 10/10" in again and len(parts(counted)) == 6
    told = morning_of(counted.ward, "14/10/2025")["Hoa"].text
    assert "Chị Lan ghi việc 8 – Đăng tải thông tin CCHC: nhận văn bản, hạn 17/10" in told
    assert "8. Đăng tải thông tin CCHC – hạn thứ Sáu 17/10" in told
    with transaction(counted.ward.engine) as session:
        assert periods(session, at("20/10/2025 08:00")) == 0  # what is counted from events has no rhythm
    counted.now = at("14/10/2025 09:00")
    answer = counted.say("Lan", "xong 8")
    assert answer and "việc 8, đợt 10/10" in answer


def test_another_event_of_a_day_is_asked_about_and_a_later_one_has_a_period_of_its_own(counted: Talk) -> None:
    counted.say("Lan", "đã nhận văn bản ngày 10/10 việc 8")
    card = counted.say("Lan", "việc 8")
    assert card and "tính từ" not in card
    asked = counted.say("Lan", "việc 8 nhận công văn của Sở ngày 10/10")
    assert asked and "ngày 10/10 đã ghi sự kiện" in asked and len(parts(counted)) == 6
    assert "giữ nguyên" in (counted.say("Lan", "vẫn vậy") or "")
    counted.say("Lan", "việc 8 nhận công văn của Sở ngày 10/10")
    counted.say("Lan", "khác")
    counted.say("Quân", "đã nhận văn bản ngày 13/10 việc 8")
    keys = [key for key, _, _ in parts(counted)]
    assert keys == ["once"] * 3 + ["e2025-10-10"] * 3 + ["e2025-10-10/2"] * 3 + ["e2025-10-13"] * 3
    assert parts(counted)[-1][2] == date(2025, 10, 20)


@ON_BOTH
def test_an_event_is_taken_back_whole_and_may_be_typed_again(counted: Talk) -> None:
    counted.say("Lan", "đã nhận văn bản ngày 10/10 việc 8")
    undone = counted.say("Lan", "hoàn tác 8")
    assert undone and undone.count("việc 8") == 1 and "bỏ sự kiện vừa ghi" in undone
    assert [state for _, state, _ in parts(counted)] == [DutyState.OPEN] * 3 + [DutyState.CANCELLED] * 3
    counted.say("Lan", "đã nhận văn bản ngày 10/10 việc 8")
    assert [state for key, state, _ in parts(counted) if key == "e2025-10-10"] == [DutyState.OPEN] * 3
    counted.say("Hoa", "xong 8")
    answer = counted.say("Lan", "hoàn tác")
    assert answer and "chị Hoa đã cập nhật" in answer  # one unit has gone on: the whole event stands
    assert [state for key, state, _ in parts(counted) if key == "once"] == [DutyState.CANCELLED] * 3


def test_a_day_that_cannot_be_meant_is_asked_for_again_and_other_tasks_take_it_as_a_result(
    counted: Talk, duties: Duties
) -> None:
    assert "ngày 01/12 chưa đến" in (counted.say("Lan", "đã nhận văn bản ngày 01/12 việc 8") or "")
    answer = counted.say("Lan", "đã nhận văn bản ngày 01/12/2024 việc 8")
    assert answer and "em đọc là ngày 01/12/2024" in answer and "đủ ngày, tháng, năm" in answer
    assert "chưa đến" in (counted.say("Lan", "đã nhận văn bản ngày 01/12/2025 việc 8") or "")
    assert "chủ trì nên em chưa ghi gì" in (counted.say("Thu", "việc 8 nhận văn bản ngày 10/10") or "")
    assert len(parts(counted)) == 3 and counted.events() == []
    counted.say("Lan", "việc 7 nhận văn bản ngày 10/10")
    assert [event.kind for event in counted.events()] == [EventKind.RESULT]
    assert counted.entries(duties[7])[0].text == "nhận văn bản ngày 10/10"


def test_events_of_a_day_are_told_apart_by_their_words() -> None:
    day = date(2025, 12, 1)
    assert (event_key(day, 1), event_key(day, 2)) == ("e2025-12-01", "e2025-12-01/2")
    assert same_event("nhận văn bản", "Nhận văn bản số 12") and same_event("nhận văn bản", "")
    assert not same_event("nhận văn bản số 12", "nhận văn bản số 13")


def test_a_letter_that_will_be_received_is_no_result(talk: Talk, duties: Duties) -> None:
    answer = talk.say("Lan", "việc 7 đã nhận văn bản ngày 15/12")
    assert answer and "ngày 15/12 chưa đến nên em chưa ghi gì" in answer
    assert talk.events() == []
