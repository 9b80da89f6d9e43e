"""The plan's own file: which plan is meant, and what is said where no file may leave."""

from sqlmodel import select

from storage.database import transaction
from storage.kinds import PlanState
from storage.models.plans import Plan, Task
from tests.bot.talk import Talk

Duties = dict[int, int]


def another_plan(talk: Talk) -> None:
    ward = talk.ward
    with transaction(ward.engine) as session:
        session.add(
            Plan(
                agency_id=ward.agency_id, title="Kế hoạch chuyển đổi số", short_title="KH chuyển đổi số", year=2025,
                state=PlanState.ACTIVE, coordinator_unit_id=ward.units["VP"], keeper_id=ward.staff["Hà"], created_at=talk.now,
            )
        )  # fmt: skip


def test_where_none_is_kept_the_keeper_is_named(talk: Talk, duties: Duties) -> None:
    assert talk.say("Lan", "cho xin bản kế hoạch") == (
        "Dạ, em không giữ tệp của KH CCHC 2025. Chị xin tệp ở anh Quân, người theo dõi kế hoạch. "
        'Xem việc của kế hoạch, chị nhắn "tình hình" hoặc "việc của tôi".'
    )
    assert "xin tệp ở" not in (talk.say("Quân", "file kế hoạch đâu") or "")


def test_of_several_plans_one_is_asked_for(talk: Talk, duties: Duties) -> None:
    another_plan(talk)
    assert talk.say("Lan", "file kế hoạch đâu") == "Dạ, chị cần tệp của KH CCHC 2025 hay KH chuyển đổi số ạ?"
    assert "tệp của KH chuyển đổi số. Chị xin tệp ở chị Hà" in (talk.say("Lan", "KH chuyển đổi số") or "")
    assert "tệp của KH chuyển đổi số" in (talk.say("Lan", "cho em xin file kế hoạch chuyển đổi số") or "")


def test_a_plan_nobody_follows_is_said_so_and_yes_takes_the_only_one(talk: Talk, duties: Duties) -> None:
    asked = talk.say("Lan", "cho em xin bản kế hoạch phòng chống lụt bão")
    assert asked == "Dạ, em không theo dõi kế hoạch nào tên “phòng chống lụt bão”; chị cần tệp của KH CCHC 2025 ạ?"
    assert "tệp của KH CCHC 2025" in (talk.say("Lan", "đúng") or "")


def test_a_plan_with_restricted_lines_does_not_leave(talk: Talk, duties: Duties) -> None:
    with transaction(talk.ward.engine) as session:
        task = session.exec(select(Task).where(Task.number == 26)).one()
        task.restricted = True
        session.add(task)
    assert "KH CCHC 2025 có việc mật nên em không gửi tệp qua đây" in (talk.say("Lan", "gửi em file kế hoạch") or "")
