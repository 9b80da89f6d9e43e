"""The table of rights driven to the end: every role says everything of its own work, its unit's, another unit's, another
plan's and another agency's, and something changes exactly where the table allows it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from bot.conversation.dispatch import handle
from bot.permissions import ASKED, Right, may, of_duty
from bot.understanding.intents import Intent
from storage.database import transaction
from storage.kinds import DutyState, EventKind, PlanState, Role
from storage.models.duties import Duty
from storage.models.events import Event
from storage.models.messages import Inbox, Notice
from storage.models.organisation import Membership, Staff
from storage.models.plans import Plan, Task
from storage.queries.duties import lines_by_ids
from storage.queries.people import person
from tests.people import SINCE, Ward, at, build_ward

NOW = at("13/10/2025 09:15")
ROLES = {
    "staff": "Hoa", "unit_head": "Dũng", "keeper": "Quân", "office_head": "Hà", "leader": "Ánh", "admin": "Tin",
}  # fmt: skip
SUBJECTS = ("own", "own_unit", "other_unit", "other_plan")
UNIT_OF = {"Hoa": "TTPVHCC", "Dũng": "TTPVHCC", "Quân": "VHXH", "Hà": "VP", "Ánh": "VP", "Tin": "VP"}
HELD_BY = {"TTPVHCC": "Phúc", "VHXH": "Lan", "VP": None, "KT-HT-ĐT": "Vinh"}
HANDED_TO = {"TTPVHCC": "Dũng", "VHXH": "Tâm", "VP": "Mai", "KT-HT-ĐT": "Thu"}
May = Callable[[Right], bool]


@dataclass(frozen=True)
class Said:
    """What is said of task {n}, in which state it is, and who may, in terms of the table."""

    text: str
    allowed: Callable[[May], bool]
    state: DutyState = DutyState.OPEN


def by(*rights: Right) -> Callable[[May], bool]:
    return lambda m: any(m(right) for right in rights)


CHANGES = {
    Intent.done: Said("xong {n} KH 1/KH-UBND", by(Right.REPORT)),
    Intent.progress: Said("{n} đang xin ý kiến các phòng", by(Right.REPORT)),
    Intent.same_as_before: Said("{n} như kỳ trước", by(Right.REPORT)),
    Intent.none_arose: Said("{n} không phát sinh", by(Right.REPORT)),
    Intent.waiting_for_signature: Said("{n} chờ ký", by(Right.REPORT)),
    Intent.greeting_thanks: Said("đã nhận việc {n}", by(Right.REPORT)),
    Intent.explain: Said("giải trình {n}: chờ văn bản của Sở", by(Right.REPORT)),
    Intent.extend_request: Said(
        "xin lùi mốc việc {n} đến 30/10 vì chờ Sở", lambda m: m(Right.ASK_TIME) and by(Right.REPORT, Right.MOVE_TARGET)(m)
    ),
    Intent.set_deadline: Said("mốc việc {n} là 30/10", by(Right.MOVE_TARGET)),
    Intent.assign: Said("giao {n} cho {unit}", by(Right.HAND_OUT)),
    Intent.approve: Said("duyệt {n}", by(Right.DECIDE), DutyState.REPORTED),
    Intent.reject: Said("trả {n} thiếu số liệu", by(Right.DECIDE), DutyState.REPORTED),
    Intent.undo_done: Said("mở lại {n} vì thiếu phụ lục", by(Right.REOPEN, Right.REPORT), DutyState.ACCEPTED),
}  # fmt: skip


@pytest.fixture
def world(ward: Ward) -> Ward:
    with transaction(ward.engine) as session:
        admin = Staff(agency_id=ward.agency_id, full_name="Trần Văn Tin", honorific="anh")
        session.add(admin)
        session.flush()
        ward.staff["Tin"] = admin.id
        mai = Staff(agency_id=ward.agency_id, full_name="Ngô Thị Mai", honorific="chị")
        session.add(mai)
        session.flush()
        ward.staff["Mai"] = mai.id
        for who, unit, role in ((admin, None, Role.ADMIN), (mai, ward.units["VP"], Role.STAFF)):
            session.add(Membership(agency_id=ward.agency_id, staff_id=who.id, unit_id=unit, role=role, from_on=SINCE))
    ward.link(*ward.staff)
    return ward


def subject(ward: Ward, name: str, which: str) -> int:
    """A duty that is the person's own, of his unit, of another unit, or of a plan he does not keep."""
    unit = UNIT_OF[name] if which in ("own", "own_unit") else "KT-HT-ĐT"
    holder = name if which == "own" else HELD_BY[unit]
    duty = ward.give(40, "Rà soát biển hiệu", unit, to=holder, due=date(2025, 12, 31), target=date(2025, 10, 20))
    if which == "other_plan":
        with transaction(ward.engine) as session:
            plan = Plan(
                agency_id=ward.agency_id, title="Khác", short_title="KH khác", year=2025, state=PlanState.ACTIVE,
                coordinator_unit_id=ward.units["VP"], keeper_id=ward.staff["Tâm"], created_at=NOW,
            )  # fmt: skip
            session.add(plan)
            session.flush()
            task = session.exec(select(Task).where(Task.number == 40, Task.agency_id == ward.agency_id)).one()
            task.plan_id = plan.id
            session.add(task)
    return duty


def put(session: Session, ward: Ward, duty: Duty, state: DutyState, name: str, which: str) -> None:
    heads = {"TTPVHCC": "Dũng", "VHXH": "Tâm", "VP": "Hà", "KT-HT-ĐT": "Thu"}
    short = next(short for short, unit_id in ward.units.items() if unit_id == duty.unit_id)
    decider = name if which == "own" else heads[short]
    duty.state = state
    if state is not DutyState.OPEN:
        duty.reported_on, duty.decider_id = NOW.date(), ward.staff[decider]
    if state is DutyState.ACCEPTED:
        duty.closed_on = NOW.date()
    session.add(duty)
    session.flush()


def said(session: Session, ward: Ward, name: str, text: str) -> tuple[list[Event], str]:
    """The events a message leaves and its answer, in a transaction that is not kept."""
    row = Inbox(
        agency_id=ward.agency_id, connection_id=ward.connection_id, dedup_key=text, chat_id=ward.chats[name],
        kind="text", text=text, sender=name, sent_at=NOW, received_at=NOW,
    )  # fmt: skip
    session.add(row)
    session.flush()
    handle(session, row, NOW)
    session.flush()
    events = list(session.exec(select(Event).where(Event.inbox_id == row.id).order_by(col(Event.id))))
    return events, session.exec(select(Notice.body).where(Notice.inbox_id == row.id)).first() or ""


@pytest.fixture
def passing(world: Ward) -> Iterator[Session]:
    with Session(world.engine) as session:
        yield session
        session.rollback()


@pytest.mark.parametrize("which", SUBJECTS)
@pytest.mark.parametrize("role", ROLES)
def test_something_changes_exactly_where_the_table_allows_it(world: Ward, role: str, which: str) -> None:
    name = ROLES[role]
    duty_id = subject(world, name, which)
    wrong = []
    for intent, case in CHANGES.items():
        with Session(world.engine) as session:
            line = lines_by_ids(session, world.agency_id, [duty_id])[0]
            put(session, world, line.duty, case.state, name, which)
            who = person(session, world.agency_id, world.staff[name], NOW.date())
            allowed = case.allowed(lambda r: may(who, r, of_duty(line.duty, line.plan, r)))  # noqa: B023
            to = HANDED_TO[line.unit.short_name]
            holder = name if which == "own" else HELD_BY[line.unit.short_name]
            to = HELD_BY[line.unit.short_name] or "Hà" if to == holder else to
            events, answer = said(session, world, name, case.text.format(n=40, unit=to))
            # What is only wished for is told to whoever decides, and changes nothing.
            changed = any(e.duty_id == duty_id and e.kind is not EventKind.GIVEN_BACK for e in events)
            if changed != allowed or not (answer or changed):
                wrong.append((intent.value, allowed, answer))
            session.rollback()
    assert wrong == []


@pytest.mark.parametrize("role", ROLES)
def test_nothing_reaches_into_another_agency(world: Ward, engine: Engine, role: str) -> None:
    other = build_ward(engine, "UBND phường Cam Nghĩa")
    duty_id = other.give(77, "Việc bên kia", "TTPVHCC", to="Hoa", due=date(2025, 12, 31))
    texts = [case.text.format(n=77, unit="Phúc") for case in CHANGES.values()]
    looks = (
        "việc 77",
        "ai đã được nhắc việc 77?",
        "việc 77 đủ 6 rõ chưa",
        "tìm việc bên kia",
        "nhắc việc 77",
        "mai nhắc lại việc 77",
    )
    for text in (*texts, *looks):
        with Session(engine) as session:
            before = session.exec(select(Duty).where(Duty.id == duty_id)).one().model_dump()
            events, answer = said(session, world, ROLES[role], text)
            assert events == [] and 'bên kia" –' not in answer and "77. Việc bên kia" not in answer, (text, answer)
            assert session.exec(select(Duty).where(Duty.id == duty_id)).one().model_dump() == before
            session.rollback()


@pytest.mark.parametrize("which", SUBJECTS)
@pytest.mark.parametrize("role", [role for role in ROLES if role != "admin"])
def test_names_are_shown_exactly_to_who_may_see_them(world: Ward, role: str, which: str) -> None:
    name = ROLES[role]
    duty_id = subject(world, name, which)
    with Session(world.engine) as session:
        line = lines_by_ids(session, world.agency_id, [duty_id])[0]
        who = person(session, world.agency_id, world.staff[name], NOW.date())
        sees = may(who, Right.SEE_PERSONS, of_duty(line.duty, line.plan, Right.SEE_PERSONS))
        holder = HELD_BY[line.unit.short_name] if which != "own" else name
        card = said(session, world, name, "việc 40")[1]
        assert "Rà soát biển hiệu" in card
        if holder:
            assert (f"({'chị' if holder in ('Lan', 'Hoa', 'Hà', 'Ánh') else 'anh'} {holder})" in card) is sees
        assert ("20/10" in card) is sees  # internal dates too
        found = said(session, world, name, "tìm việc biển hiệu")[1]
        assert "40. Rà soát biển hiệu" in found and (sees or not holder or holder not in found)
        session.rollback()


#: What is said of no single task: what an open answer has in it, and to whom of these roles it is open.
OF_THE_OFFICE = {
    "việc phát sinh: rà soát biển hiệu, giao TTPVHCC": ("Rà soát biển hiệu", {"unit_head", "keeper", "office_head", "leader"}),
    "việc phát sinh: rà soát biển hiệu, giao VHXH": ("Rà soát biển hiệu", {"keeper", "office_head", "leader"}),
    "nghỉ 03/11/2025": ("cả cơ quan nghỉ", {"keeper", "office_head", "admin"}),
    "anh Phúc nghỉ 20/10, chị Hoa thay": ("đã ghi", {"unit_head", "keeper", "office_head"}),
    "chị Lan nghỉ 20/10, anh Tâm thay": ("đã ghi", {"keeper", "office_head"}),
    "ghi hộ Phúc: tin: Ra quân làm sạch": ("đã gửi tin tháng 10", {"unit_head", "keeper", "office_head"}),
    "ghi hộ Lan: tin: Ra quân làm sạch": ("đã gửi tin tháng 10", {"keeper", "office_head"}),
    "nộp kế hoạch": ("gửi tệp kế hoạch", {"keeper", "office_head"}),
    "nhắc VHXH": ("em đã nhắc 1 người", {"keeper", "office_head", "leader"}),
    "nhắc TTPVHCC": ("em đã nhắc 1 người", {"unit_head", "keeper", "office_head", "leader"}),
    "tình hình anh Phúc": ("phần việc", {"unit_head", "keeper", "office_head", "leader"}),
    "tình hình chị Lan": ("phần việc", {"keeper", "office_head", "leader"}),
    "soạn nhắc nhóm": ("Quá hạn", {"unit_head", "keeper", "office_head", "leader"}),
    "tình hình": ("nhiệm vụ", {"staff", "unit_head", "keeper", "office_head", "leader"}),
    "báo cáo tháng 10": ("nhiệm vụ", {"staff", "unit_head", "keeper", "office_head", "leader"}),
    "đề nghị giải trình việc 42": ("em đã", {"unit_head", "keeper", "office_head", "leader"}),
    "đề nghị giải trình việc 41": ("em đã", {"keeper", "office_head", "leader"}),
    "đầu mối phòng TTPVHCC là Hoa": ("chị Hoa", {"unit_head", "keeper", "office_head"}),
    "đổi tên VHXH thành Phòng Văn hóa": ("đồng ý", {"office_head", "admin"}),
    "ngắt kết nối của Lan": ("đã ngắt", {"keeper", "admin"}),
    "ai chưa kết nối": ("kết nối", {"unit_head", "keeper", "office_head", "leader", "admin"}),
    "cho chạy": ("đang nhận tin của mình", {"keeper", "admin"}),
    "đổi giờ nhắc sang 9h": ("em nhắn tin sáng", set(ROLES)),
    "trợ giúp": ("không cần dấu", set(ROLES)),
}  # fmt: skip


@pytest.mark.parametrize("text", OF_THE_OFFICE)
@pytest.mark.parametrize("role", ROLES)
def test_what_concerns_the_office_is_open_to_these_roles(world: Ward, role: str, text: str) -> None:
    world.give(41, "Tập huấn", "VHXH", to="Lan", due=date(2025, 10, 1))
    world.give(42, "Số hóa", "TTPVHCC", to="Phúc", due=date(2025, 10, 1))
    opened, roles = OF_THE_OFFICE[text]
    with Session(world.engine) as session:
        answer = said(session, world, ROLES[role], text)[1]
        session.rollback()
    assert answer and (opened in answer) is (role in roles), answer


#: Asked of parts of an answer, never of a whole message.
SEEN_INSIDE = {Right.SEE_PERSONS, Right.SEE_WORK_OF}


def test_every_intent_says_what_it_asks() -> None:
    assert set(ASKED) == set(Intent)
    assert {right for rights in ASKED.values() for right in rights} == set(Right) - SEEN_INSIDE
    assert all(ASKED[intent] for intent in CHANGES)
