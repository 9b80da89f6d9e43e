"""A task named beside somebody who does not hold it, and whom somebody had reminded since the morning."""

from datetime import date

import pytest
from sqlmodel import select

from storage.database import transaction
from storage.kinds import DutyState, NoticeKind
from storage.models.channels import Connection
from storage.models.messages import Notice
from tests.bot.talk import Talk
from tests.jobs.mornings import change, morning_of
from tests.people import at

Duties = dict[int, int]
AUTUMN = "20/10/2025 09:00"


@pytest.fixture(autouse=True)
def autumn(talk: Talk) -> None:
    talk.now = at(AUTUMN)
    talk.ward.link("Vinh")


def urged(talk: Talk) -> set[str]:
    names = {staff_id: name for name, staff_id in talk.ward.staff.items()}
    with transaction(talk.ward.engine) as session:
        told = session.exec(select(Notice.staff_id).where(Notice.kind == NoticeKind.URGED))
        return {names[staff_id or 0] for staff_id in told}


def test_a_task_that_another_holds_is_open_all_the_same(talk: Talk, duties: Duties) -> None:
    asked = talk.say("Ánh", "nhắc chị Thu việc 26")
    assert asked == 'Dạ, em chưa nhắc ai: việc 26 do anh Vinh giữ. Muốn nhắc anh Vinh, chị nhắn "đúng".'
    assert not urged(talk)
    talk.say("Ánh", "đúng")
    assert urged(talk) == {"Vinh"}


def test_of_several_each_is_told_of(talk: Talk, duties: Duties) -> None:
    answer = talk.say("Hà", "nhắc chị Lan việc 2, 26") or ""
    assert (
        "VHXH – chị Lan: 2" in answer and 'Việc 26 do anh Vinh giữ; chị nhắn "nhắc việc 26" để nhắc anh Vinh.' in answer
    )
    assert "không còn mở" not in answer and urged(talk) == {"Lan"}


def test_who_may_not_remind_there_hears_why(talk: Talk, duties: Duties) -> None:
    assert talk.say("Dũng", "nhắc chị Thu việc 26 đi") == "Dạ, anh nhắc được người trong đơn vị mình; em chưa nhắc ai."


def test_what_waits_for_a_decision_is_still_not_open(talk: Talk, duties: Duties) -> None:
    change(talk.ward, duties[26], state=DutyState.REPORTED, reported_on=date(2025, 10, 20))
    assert "việc 26 không còn mở hoặc đang chờ duyệt" in (talk.say("Ánh", "nhắc chị Thu việc 26") or "")


@pytest.mark.parametrize("text", ["sáng nay đã nhắc ai?", "hôm nay nhắc những ai rồi", "sang nay nhac ai roi"])
def test_whom_somebody_had_reminded_since_is_told_too(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Hà", "nhắc anh Vinh việc 26")
    assert talk.say("Hà", text) == "Nhắc theo đề nghị hôm nay: anh Vinh."
    assert "Vinh" not in (talk.say("Hoa", text) or "")
    morning_of(talk.ward, "20/10/2025")
    for who in ("Hà", "Quân", "Thu"):
        answer = talk.say(who, text) or ""
        assert answer.startswith("Sáng nay") and answer.endswith("Nhắc theo đề nghị hôm nay: anh Vinh."), who
    assert len((talk.say("Hà", text) or "").splitlines()) <= 10


@pytest.mark.parametrize(
    ("sent", "told"), [(61, "Gói tin tháng này đã hết"), (57, "Gói tin tháng này còn 2."), (1, None)]
)
def test_a_short_month_is_told_with_the_reminder(talk: Talk, duties: Duties, sent: int, told: str | None) -> None:
    morning_of(talk.ward, "20/10/2025")  # what a morning costs is kept free
    with transaction(talk.ward.engine) as session:
        bot = session.get_one(Connection, talk.ward.connection_id)
        bot.month, bot.month_count, bot.month_limit = "2025-10", sent, 60 if told else 3000
        session.add(bot)
    answer = talk.say("Hà", "nhắc chị Lan việc 2") or ""
    assert "VHXH – chị Lan: 2" in answer and ("Gói tin" in answer) is bool(told) and (told or "") in answer
