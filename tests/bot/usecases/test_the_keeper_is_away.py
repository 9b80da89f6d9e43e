"""Quân, who keeps the office's plans, is on leave during its first week; Hoa stands in, with all that he may do."""

from datetime import date

import pytest
from sqlmodel import select

from bot.permissions import Right, Subject, may
from storage.database import transaction
from storage.kinds import EventKind
from storage.models.channels import Chat
from storage.models.organisation import Agency
from storage.models.plans import Plan
from storage.queries.people import person
from tests.bot.talk import Talk
from tests.engines import ON_BOTH
from tests.people import at
from tests.stories.handed_in import PLAN, PLAN_NAME, Desk

Duties = dict[int, int]


@pytest.fixture
def away(talk: Talk) -> Talk:
    """The office is on trial; its keeper keeps no plan yet."""
    with transaction(talk.ward.engine) as session:
        agency = session.get_one(Agency, talk.ward.agency_id)
        agency.trial_since = date(2025, 10, 10)
        plan = session.get_one(Plan, talk.ward.plan_id)
        plan.keeper_id = talk.ward.staff["Hà"]
        session.add_all([agency, plan])
    assert "chị Hoa thay" in (talk.say("Quân", "tôi nghỉ từ 13/10 đến 17/10, chị Hoa thay") or "")
    return talk


@ON_BOTH
def test_the_substitute_ends_the_trial_and_the_event_says_for_whom(away: Talk) -> None:
    ward = away.ward
    assert "đã cho chạy" in (away.say("Hoa", "cho chạy") or "")
    event = away.events()[-1]
    assert (event.kind, event.by_id) == (EventKind.WENT_LIVE, ward.staff["Hoa"])
    assert event.before["stands_for"] == [ward.staff["Quân"]]
    assert "lại gửi người theo dõi kế hoạch" in (away.say("Hoa", "hoàn tác") or "")


@ON_BOTH
def test_the_substitute_is_asked_who_joins_and_admits_him(away: Talk) -> None:
    chat = away.stranger("anh-chat")
    with transaction(away.ward.engine) as session:  # a leader is of no unit, so no head decides
        row = session.get_one(Chat, away.ward.chats["Ánh"])
        row.staff_id = None
        session.add(row)
    away.say_in(chat, "tôi là Phạm Thị Ngọc Ánh, lãnh đạo")
    assert away.told("Quân") == [] and len(away.told("Hoa")) == 1
    assert "đã nhận chị Phạm Thị Ngọc Ánh" in (away.say("Hoa", "nhận") or "")
    assert away.events()[-1].before["stands_for"] == [away.ward.staff["Quân"]]


def test_until_the_keeper_is_back(away: Talk) -> None:
    away.say("Quân", "hết nghỉ")
    assert "do anh Quân hoặc quản trị quyết định" in (away.say("Hoa", "cho chạy") or "")


def test_he_may_what_the_keeper_may(away: Talk) -> None:
    with away.session() as session:
        day = date(2025, 10, 13)
        quan, hoa = (person(session, away.ward.agency_id, away.ward.staff[name], day) for name in ("Quân", "Hoa"))
    of_no_plan = Subject(away.ward.agency_id)
    missing = {right for right in Right if may(quan, right, of_no_plan) and not may(hoa, right, of_no_plan)}
    assert missing == set() and may(hoa, Right.GO_LIVE, of_no_plan) and may(hoa, Right.REVIEW_PLAN, of_no_plan)


def test_a_plan_he_brings_in_is_the_keeper_s(away: Talk) -> None:
    desk = Desk(away.ward)
    desk.clock.move(at("13/10/2025 10:00"))
    assert "xác nhận" in (desk.hand_in("Hoa", PLAN_NAME, PLAN) or "")
    with away.session() as session:
        plan = session.exec(select(Plan).where(Plan.id != away.ward.plan_id)).one()
    assert plan.keeper_id == away.ward.staff["Quân"]
    assert "không" not in (away.say("Hoa", "xem") or "")[:20]


def test_tomorrow_s_messages_are_read_by_the_substitute(away: Talk) -> None:
    assert "chị Hoa" in (away.say("Lan", "xem trước sáng mai") or "")
