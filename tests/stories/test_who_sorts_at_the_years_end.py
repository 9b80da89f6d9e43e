"""Whose lines are sorted by whom before the year ends, and which are not sorted at all."""

from sqlmodel import select

from storage.database import transaction
from storage.kinds import DutyState, PartyRole, SortedAs
from storage.models.duties import Duty
from storage.models.plans import Task
from tests.bot.talk import Talk
from tests.jobs.mornings import morning_of
from tests.people import Ward, at
from tests.stories.test_the_year_ends import begins, duties, offered, said_of

__all__ = ("duties",)


def test_who_sorts_and_who_closes(ward: Ward, duties: dict[int, int]) -> None:
    begins(ward)
    talk = Talk(ward, at("22/12/2025 09:00"))
    assert "trưởng đơn vị" in (talk.say("Lan", "chốt năm xác nhận") or "")
    assert "chưa ghi" in (talk.say("Hoa", "7 duy trì") or "")
    talk.say("Tâm", "7 duy trì")
    talk.say("Quân", "30, 31 chuyển năm sau: chờ vốn")
    assert {n: choice for n, (choice, _) in said_of(ward).items()} == {
        7: SortedAs.KEEP, 30: SortedAs.CARRY, 31: SortedAs.CARRY,
    }  # fmt: skip
    shown = talk.say("Quân", "chốt năm xác nhận")
    assert shown and "Em chưa chốt" in shown, "a keeper names the unit"
    assert any(example.startswith("chốt năm ") for example in offered(ward, talk, "Quân", shown))
    assert "trưởng đơn vị" in (talk.say("Dũng", "chốt năm VHXH xác nhận") or "")
    assert talk.duty(duties[7]).state is DutyState.OPEN
    assert "2 việc chuyển năm sau (30, 31)" in (talk.say("Dũng", "chốt năm xác nhận") or "")


def test_the_keeper_sorts_for_who_does_not_type(ward: Ward, duties: dict[int, int]) -> None:
    begins(ward)
    talk = Talk(ward, at("04/12/2025 09:00"))
    left = talk.say("Quân", "ghi hộ Lan: 7, 8 duy trì; 15 chuyển năm sau: chờ vốn")
    assert left and "Còn 3 việc chưa chốt: A.I: 9 · A.II: 17, 18" in left
    (example,) = (x for x in offered(ward, talk, "Quân", left) if "còn lại" in x)
    assert "đã chốt đủ" in (talk.say("Quân", example) or "") and len(said_of(ward)) == 6
    assert "anh Quân đã ghi các việc" in morning_of(ward, "05/12/2025")["Lan"].text.replace("Anh", "anh")
    assert talk.say("Hoa", "ghi hộ Lan: 7 chuyển năm sau: chờ vốn") and said_of(ward)[7] == ("keep", None)


def test_coordinating_parts_are_not_sorted(ward: Ward, duties: dict[int, int]) -> None:
    begins(ward)
    with transaction(ward.engine) as session:
        duty = session.get_one(Duty, duties[17])
        duty.role = PartyRole.COORDINATE
        session.add(duty)
    talk = Talk(ward, at("04/12/2025 09:00"))
    talk.say("Lan", "còn lại duy trì")
    assert sorted(said_of(ward)) == [7, 8, 9, 15, 18]


def test_a_restricted_line_is_sorted_by_number_only(ward: Ward, duties: dict[int, int]) -> None:
    begins(ward)
    with transaction(ward.engine) as session:
        task = session.exec(select(Task).where(Task.number == 7)).one()
        task.restricted = True
        session.add(task)
    talk = Talk(ward, at("04/12/2025 09:00"))
    said = (talk.say("Tâm", "7 chuyển năm sau: chờ kết luận thanh tra") or "") + (talk.say("Tâm", "chốt năm") or "")
    morning = morning_of(ward, "05/12/2025")["Lan"].text
    talk.now = at("05/12/2025 09:00")
    for text in (said, morning, talk.say("Tâm", "chốt năm xác nhận") or "", morning_of(ward, "12/12/2025")["Lan"].text):
        assert "7" in text and "Việc số 7" not in text and "thanh tra" not in text
