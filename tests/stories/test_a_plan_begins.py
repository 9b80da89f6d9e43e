"""The keeper hands over a plan, looks at it, confirms it; every head hears of it once."""

from datetime import datetime, timedelta
from importlib.resources import files

import pytest
from sqlmodel import col, select

from jobs.calendar import working_calendar
from jobs.plans.confirm import NothingToConfirm, confirm
from jobs.plans.draft import HandedIn, make_draft
from jobs.rules.plans.reader import read_plan
from storage.database import transaction
from storage.documents.reader import read_document
from storage.kinds import DutyState, PartyRole, PlanState
from storage.models.duties import Duty
from storage.models.messages import Notice
from storage.models.plans import Party, Plan, Task
from storage.queries.notices import expire
from storage.queries.reach import address_waiting
from tests.bot.talk import Talk
from tests.engines import ON_BOTH
from tests.people import Ward, at

NAME = "plan-002.docx"
MORNING = at("06/10/2025 08:00")


def a_draft(ward: Ward, first_lead: str = "") -> int:
    """The ward's plan as read from its Word file, for Quân to review; gives the plan's id.

    `first_lead`: written in place of who leads the first task.
    """
    data = files("bot.demo_data").joinpath(NAME).read_bytes()
    with transaction(ward.engine) as session:
        reading = read_plan(read_document(data, NAME), on=MORNING.date(), calendar=working_calendar(session)).as_json()
        if first_lead:
            reading["tasks"][0]["lead"] = [first_lead]
        handed = HandedIn(NAME, data, reading, ward.staff["Quân"], MORNING)
        plan = make_draft(session, ward.agency_id, handed, ward.staff["Quân"], ward.units["VHXH"])
        session.flush()
        return plan.id


@ON_BOTH
def test_a_draft_makes_no_duty_until_the_keeper_confirms(ward: Ward) -> None:
    ward.link("Quân", "Dũng", "Thu")
    a_draft(ward)
    talk = Talk(ward, MORNING)
    assert "kế hoạch ghi 39 nhiệm vụ" in (talk.say("Quân", "xem") or "")
    with transaction(ward.engine) as session:
        assert session.exec(select(Duty)).first() is None

    assert "59 dòng" in (talk.say("Quân", "xác nhận") or "")
    told = talk.told("Dũng")
    assert len(told) == 1
    assert "Trung tâm Phục vụ hành chính công chủ trì 31 việc" in told[0]
    assert "giao 4 cho Hoa" in told[0]
    with transaction(ward.engine) as session:
        numbers = session.exec(select(Task.number).where(col(Task.number).is_not(None)).order_by(Task.number)).all()
        duties = session.exec(select(Duty).where(Duty.role == PartyRole.LEAD)).all()
    assert numbers == list(range(1, 60))
    assert {duty.state for duty in duties} == {DutyState.OPEN}

    talk.say("Quân", "xác nhận")
    assert len(talk.told("Dũng")) == 1


def test_only_the_keeper_confirms(ward: Ward) -> None:
    ward.link("Lan", "Quân")
    plan_id = a_draft(ward)
    Talk(ward, MORNING).say("Lan", "xác nhận")
    with transaction(ward.engine) as session:
        assert session.get_one(Plan, plan_id).state is PlanState.DRAFT


def test_a_second_confirmation_makes_nothing(ward: Ward) -> None:
    plan_id = a_draft(ward)
    with transaction(ward.engine) as session:
        confirm(session, ward.agency_id, plan_id, ward.staff["Quân"], MORNING)
    with pytest.raises(NothingToConfirm), transaction(ward.engine) as session:
        confirm(session, ward.agency_id, plan_id, ward.staff["Quân"], MORNING)


def test_a_draft_thrown_away_leaves_no_task(ward: Ward) -> None:
    ward.link("Quân")
    plan_id = a_draft(ward)
    Talk(ward, MORNING).say("Quân", "bỏ")
    with transaction(ward.engine) as session:
        assert session.get_one(Plan, plan_id).state is PlanState.WITHDRAWN
        assert session.exec(select(Task)).first() is None


@ON_BOTH
def test_a_lead_that_is_no_unit_is_shown_before_anything_is_made_and_can_be_named(ward: Ward) -> None:
    ward.link("Quân", "Lan")
    a_draft(ward, first_lead="Tổ giúp việc CCHC, phường")
    talk = Talk(ward, MORNING)
    shown = talk.say("Quân", "xem")
    assert shown and "Chưa rõ “Tổ giúp việc CCHC, phường” chủ trì 1 dòng" in shown
    assert "không có kế hoạch" in (talk.say("Lan", '"Tổ giúp việc CCHC, phường" là VP') or "")
    assert "chưa rõ" in (talk.say("Quân", '"Tổ giúp việc CCHC, phường" là Sở Nội vụ') or "")
    named = talk.say("Quân", '"Tổ giúp việc CCHC, phường" là VP')
    assert named and "từ nay em hiểu" in named and "Chưa rõ" not in named
    talk.say("Quân", "xác nhận")
    with transaction(ward.engine) as session:
        task = session.exec(select(Task).where(Task.number == 1)).one()
        [party] = session.exec(select(Party).where(Party.task_id == task.id, Party.role == PartyRole.LEAD)).all()
    assert party.unit_id == ward.units["VP"]


def test_a_head_whom_nobody_reached_hears_of_the_plan_when_he_joins(ward: Ward) -> None:
    ward.link("Quân", "Thu")
    a_draft(ward)
    talk = Talk(ward, MORNING)
    talk.say("Quân", "xác nhận")
    assert addressed(ward, MORNING + timedelta(minutes=5)) == []

    talk.now = MORNING + timedelta(days=2)
    ward.link("Dũng")
    assert addressed(ward, talk.now) == ["Dũng"]
    [told] = talk.told("Dũng")
    assert "Trung tâm Phục vụ hành chính công chủ trì 31 việc" in told
    assert addressed(ward, talk.now) == []


@ON_BOTH
def test_a_plan_is_no_news_any_more_a_month_later(ward: Ward) -> None:
    ward.link("Quân")
    a_draft(ward)
    Talk(ward, MORNING).say("Quân", "xác nhận")
    with transaction(ward.engine) as session:
        expire(session, MORNING + timedelta(days=31))
    ward.link("Dũng")
    assert addressed(ward, MORNING + timedelta(days=31)) == []


def addressed(ward: Ward, now: datetime) -> list[str]:
    """Who gets a chat for what waited for him."""
    names = {chat_id: name for name, chat_id in ward.chats.items()}
    with transaction(ward.engine) as session:
        nowhere = {n.id for n in session.exec(select(Notice).where(col(Notice.chat_id).is_(None)))}
        count = address_waiting(session, now)
        session.flush()
        found = [n for n in session.exec(select(Notice).where(col(Notice.chat_id).is_not(None))) if n.id in nowhere]
        assert len(found) == count
        return [names[n.chat_id or 0] for n in found]


@ON_BOTH
def test_the_plan_s_figures_say_which_lines_nobody_leads(ward: Ward) -> None:
    ward.link("Quân", "Ánh")
    a_draft(ward, first_lead="Ban Chỉ đạo lạ")
    talk = Talk(ward, MORNING)
    talk.say("Quân", "xác nhận")
    for name in ("Quân", "Ánh"):
        answer = talk.say(name, "tình hình") or ""
        assert "có 38 nhiệm vụ" in answer and "Còn 1 dòng chưa rõ đơn vị chủ trì nên chưa tính: 1." in answer
