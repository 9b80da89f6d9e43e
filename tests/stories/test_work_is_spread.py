"""The keeper has a year's work spread over the months: shown first, then taken or left."""

from datetime import date

import pytest
from sqlmodel import col, select

from bot.cli import main
from jobs.calendar import working_calendar
from jobs.plans.spread import open_leads, propose
from storage.database import transaction
from storage.kinds import EventKind, PartyRole, PlanState, ProductKind
from storage.models.duties import Duty
from storage.models.plans import DraftRow, Plan
from tests.bot.talk import Talk
from tests.engines import ON_BOTH
from tests.people import Ward, at
from tests.stories.test_a_plan_begins import MORNING, a_draft

YEAR_END = date(2025, 12, 31)


def targets(ward: Ward) -> dict[int, str]:
    """Internal dates in the draft, by position."""
    with transaction(ward.engine) as session:
        rows = session.exec(select(DraftRow).order_by(col(DraftRow.position))).all()
    return {row.position: row.reading["target_on"] for row in rows if row.reading.get("target_on")}


def own_dates(ward: Ward) -> dict[int, date | None]:
    with transaction(ward.engine) as session:
        return {duty.id: duty.target_on for duty in session.exec(select(Duty).order_by(col(Duty.id)))}


@pytest.fixture
def talk(ward: Ward) -> Talk:
    ward.link("Quân", "Lan", "Hà", "Ánh")
    return Talk(ward, MORNING)


@ON_BOTH
def test_a_proposal_is_shown_and_only_taking_it_writes(ward: Ward, talk: Talk) -> None:
    a_draft(ward)
    shown = talk.say("Quân", "rai viec")
    assert shown and len(shown) < 900
    assert "đặt mốc nội bộ cho 27 dòng" in shown
    assert "10/2025 (9) · 11/2025 (10) · 12/2025 (8)" in shown
    assert "Bận nhất: VHXH, tháng 10/2025, 4 mốc" in shown and "nhận · thôi" in shown
    assert targets(ward) == {}

    taken = talk.say("Quân", "nhận")
    assert taken and "27 dòng" in taken and 'ví dụ: "mốc dòng ' in taken
    days = sorted(date.fromisoformat(day) for day in targets(ward).values())
    assert len(days) == 27 and days[0] >= date(2025, 10, 20) and days[-1] <= date(2025, 12, 17)
    assert "không còn dòng nào" in (talk.say("Quân", "rải việc") or "")

    talk.say("Quân", "xác nhận")
    with transaction(ward.engine) as session:
        duties = session.exec(select(Duty).where(Duty.role == PartyRole.LEAD, col(Duty.target_on).is_not(None))).all()
    assert len(duties) >= 27
    assert all(duty.due_on and duty.target_on and duty.target_on < duty.due_on for duty in duties)


@pytest.mark.parametrize("word", ["thôi", "bỏ qua", "khong"])
def test_leaving_it_changes_nothing(ward: Ward, talk: Talk, word: str) -> None:
    plan_id = a_draft(ward)
    talk.say("Quân", "rải việc")
    assert "giữ nguyên" in (talk.say("Quân", word) or "")
    assert targets(ward) == {}
    with transaction(ward.engine) as session:
        assert session.get_one(Plan, plan_id).state is PlanState.DRAFT


def test_a_nod_after_other_talk_takes_nothing(ward: Ward, talk: Talk) -> None:
    a_draft(ward)
    talk.say("Quân", "rải việc")
    talk.say("Quân", "việc của tôi")
    talk.say("Quân", "nhận")
    assert targets(ward) == {}


@ON_BOTH
def test_taking_it_can_be_undone_and_the_keepers_own_dates_stay(ward: Ward, talk: Talk) -> None:
    a_draft(ward)
    with transaction(ward.engine) as session:
        row = session.exec(select(DraftRow).where(DraftRow.position == 1)).one()
        row.reading = {**row.reading, "target_on": "2025-10-15"}
        session.add(row)
    assert "1 dòng đã có mốc" in (talk.say("Quân", "rải việc") or "")
    talk.say("Quân", "nhận")
    assert targets(ward)[1] == "2025-10-15"
    assert "ở 26 dòng của bản nháp" in (talk.say("Quân", "hoàn tác") or "")
    assert targets(ward) == {1: "2025-10-15"}

    talk.say("Quân", "rải việc")
    talk.say("Quân", "nhận")
    talk.say("Quân", "xác nhận")
    talk.say("Quân", "hoàn tác")
    assert len(targets(ward)) > 20


def test_one_date_of_the_draft_is_moved_by_its_code(ward: Ward, talk: Talk) -> None:
    a_draft(ward)
    assert "A.I.4" in (talk.say("Quân", "mốc dòng A.I.4 là 5/11") or "")
    assert "2025-11-05" in targets(ward).values()
    assert "chưa ghi gì" in (talk.say("Quân", "mốc A.I.4 là 15/1/2026") or ""), "past its deadline"
    assert "chưa ghi gì" in (talk.say("Quân", "mốc A.I.4 là 1/10/2025") or ""), "past already"
    assert "không thấy dòng Z.9" in (talk.say("Quân", "mốc Z.9 là 5/11") or "")
    assert "không có kế hoạch nào" in (talk.say("Lan", "mốc A.I.4 là 6/11") or "")
    assert list(targets(ward).values()) == ["2025-11-05"]
    talk.say("Quân", "hoàn tác")
    assert targets(ward) == {}


def test_only_who_keeps_the_plan_spreads_it(ward: Ward, talk: Talk) -> None:
    a_draft(ward)
    for name in ("Lan", "Ánh"):
        assert "người theo dõi kế hoạch" in (talk.say(name, "rải việc") or "")
    assert "Em chưa ghi gì" in (talk.say("Hà", "rải việc") or "")


@ON_BOTH
def test_a_plan_that_is_followed_gets_dates_where_it_has_none(ward: Ward, talk: Talk) -> None:
    wanting = [ward.give(n, f"Việc {n}", "VHXH", to="Lan", due=YEAR_END) for n in range(1, 7)]
    kept = ward.give(7, "Kế hoạch kiểm tra", "VHXH", due=YEAR_END, target=date(2025, 10, 15))
    none = [
        ward.give(8, "Đăng tải thông tin", "VP", product=ProductKind.FIGURE),
        ward.give(9, "Bố trí lãnh đạo phòng", "VP", due=YEAR_END, product=ProductKind.STATE),
        ward.give(10, "Báo cáo tháng", "VP", due=date(2025, 11, 14), key="2025-11"),
    ]
    before = own_dates(ward)
    shown = talk.say("Quân", "rải việc KH CCHC 2025")
    assert shown and "cho 6 dòng" in shown and "1 dòng đã có mốc" in shown and "3 dòng không đặt mốc" in shown
    assert own_dates(ward) == before

    assert "Hạn theo kế hoạch không đổi" in (talk.say("Quân", "nhận") or "")
    after = own_dates(ward)
    given = [after[duty] for duty in wanting]
    assert given == sorted(d for d in given if d) and given[0] and given[0] >= date(2025, 10, 20)
    assert after[kept] == date(2025, 10, 15) and all(after[duty] is None for duty in none)
    events = [event for event in talk.events() if event.kind is EventKind.TARGET_SET]
    assert [event.duty_id for event in events] == wanting and {event.by_id for event in events} == {ward.staff["Quân"]}

    assert "đã bỏ 6 mốc" in (talk.say("Quân", "hoàn tác") or "")
    assert own_dates(ward) == before


def test_a_line_counts_once_however_many_lead_it_and_however_often_it_comes(ward: Ward, talk: Talk) -> None:
    plan_id = a_draft(ward, first_lead="Các phòng, đơn vị")
    talk.say("Quân", "xác nhận")
    with transaction(ward.engine) as session:
        plan = session.get_one(Plan, plan_id)
        lines = open_leads(session, plan)
        assert len(lines) > len({line.task.id for line in lines})
        for line in lines[:12]:
            line.duty.target_on = date(2025, 11, 10)
            session.add(line.duty)
        session.flush()
        proposal = propose(session, plan, MORNING.date(), working_calendar(session))
        counted = len(proposal.dates) + proposal.kept + proposal.without
        assert counted == len({line.task.id for line in lines})


def test_the_counts_of_units_say_that_a_shared_line_stands_in_each(ward: Ward, talk: Talk) -> None:
    a_draft(ward)
    for lead, said in (("Phòng Văn hóa – Xã hội", False), ("Tất cả các phòng, đơn vị", True)):
        with transaction(ward.engine) as session:
            for row in session.exec(select(DraftRow)):
                row.reading = {**row.reading, "lead": [lead]}
                session.add(row)
        assert ("tính ở từng đơn vị" in (talk.say("Quân", "rải việc") or "")) is said


def test_what_others_did_since_keeps_its_date(ward: Ward, talk: Talk) -> None:
    for n in range(1, 4):
        ward.give(n, f"Việc {n}", "VHXH", to="Lan", due=YEAR_END)
    talk.say("Quân", "rải việc")
    talk.say("Quân", "nhận")
    talk.say("Lan", "xong 2 KH 45/KH-UBND")
    undone = talk.say("Quân", "hoàn tác")
    assert undone and "đã bỏ 2 mốc" in undone and "Việc 2 chị Lan" in undone
    assert len([day for day in own_dates(ward).values() if day]) == 1


def test_several_plans_are_asked_about(ward: Ward, talk: Talk) -> None:
    ward.give(1, "Việc 1", "VHXH", to="Lan", due=YEAR_END)
    with transaction(ward.engine) as session:
        session.add(
            Plan(
                agency_id=ward.agency_id, title="Chuyển đổi số năm 2025", short_title="KH 77/KH-UBND", number="77/KH-UBND",
                year=2025, state=PlanState.ACTIVE, coordinator_unit_id=ward.units["VP"], keeper_id=ward.staff["Quân"],
                created_at=at("01/09/2025 08:00"),
            )
        )  # fmt: skip
    asked = talk.say("Quân", "rải việc")
    assert asked and "rải việc KH CCHC 2025 · rải việc KH 77/KH-UBND" in asked
    assert "cho 1 dòng" in (talk.say("Quân", "rải việc KH CCHC 2025") or "")
    assert "không còn dòng nào" in (talk.say("Quân", "rải việc KH 77") or "")
    assert "chưa thấy kế hoạch" in (talk.say("Quân", "rải việc KH 99") or "")


def test_the_shell_prints_the_same_and_writes_with_yes(
    ward: Ward, talk: Talk, database_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", database_url)
    assert main(["plan", "spread"]) == 2
    a_draft(ward)
    with transaction(ward.engine) as session:
        for row in session.exec(select(DraftRow)):  # the machine's own day must not matter
            if row.reading.get("deadline"):
                row.reading = {
                    **row.reading,
                    "deadline": row.reading["deadline"] | {"start": None, "due": "2099-12-31"},
                }
                session.add(row)
    assert main(["plan", "spread"]) == 0
    assert "Chưa ghi gì" in capsys.readouterr().out and targets(ward) == {}
    assert main(["plan", "spread", "--yes"]) == 0
    assert "Theo đơn vị" in capsys.readouterr().out and targets(ward)
    assert main(["plan", "spread"]) == 0
    assert "không còn dòng nào" in capsys.readouterr().out
