"""A plan's year ends: from 03/12/2025 to the first mornings of January, with an owner, a head and the keeper."""

import re
from datetime import date
from types import MappingProxyType

import pytest
from sqlmodel import col, select

from bot.conversation.reading import read
from bot.understanding.intents import Intent
from bot.usecases.said import Said
from jobs.calendar import working_calendar
from jobs.figures import figures
from jobs.plans.carried import link_carried
from jobs.ticks.year_end import year_end
from storage.database import transaction
from storage.kinds import DutyState, EventKind, PartyRole, PlanState, ProductKind
from storage.models.duties import Duty, Period
from storage.models.plans import Plan, Task
from storage.models.year_end import SortedLine
from storage.queries.people import person
from tests.bot.talk import Talk
from tests.engines import ON_BOTH
from tests.jobs.mornings import morning_of
from tests.people import Ward, at

LAST = date(2025, 12, 31)
NOTHING = MappingProxyType[int, tuple[str, str | None]]({})


@pytest.fixture
def duties(ward: Ward) -> dict[int, int]:
    """Duty ids by number: Lan holds seven of VHXH, Tâm heads it; one of them was due in November."""
    ward.link("Lan", "Tâm", "Quân", "Dũng", "Hoa", "Ánh")
    ids = {n: ward.give(n, f"Việc số {n} của kế hoạch", "VHXH", to="Lan", due=LAST, section="A.I") for n in (7, 8, 9)}
    ids |= {n: ward.give(n, f"Việc số {n} của kế hoạch", "VHXH", to="Lan", due=LAST, section="A.II") for n in (15, 17)}
    ids[18] = ward.give(18, "Bố trí lãnh đạo phòng", "VHXH", to="Lan", product=ProductKind.STATE, section="A.II")
    ids[20] = ward.give(20, "Quy chế văn hóa công sở", "VHXH", to="Lan", due=date(2025, 11, 28))
    ids |= {n: ward.give(n, f"Số hóa đợt {n}", "TTPVHCC", to="Hoa", due=LAST, section="B.I") for n in range(30, 38)}
    return ids


def begins(ward: Ward, day: str = "03/12/2025") -> int:
    with transaction(ward.engine) as session:
        return year_end(session, at(f"{day} 00:10"))


def plan_state(ward: Ward) -> PlanState:
    with transaction(ward.engine) as session:
        return session.get_one(Plan, ward.plan_id).state


def said_of(ward: Ward) -> dict[int, tuple[str, str | None]]:
    """By task number what is recorded: the choice and the day or the reason."""
    with transaction(ward.engine) as session:
        rows = session.exec(
            select(Task.number, SortedLine)
            .join(Period, col(Period.task_id) == Task.id)
            .join(Duty, col(Duty.period_id) == Period.id)
            .join(SortedLine, col(SortedLine.duty_id) == Duty.id)
        ).all()
    return {
        number or 0: (row.choice.value, f"{row.expected_on:%d/%m}" if row.expected_on else row.reason or None)
        for number, row in rows
    }


def understood(ward: Ward, talk: Talk, name: str, text: str) -> set[Intent]:
    with talk.session() as session:
        day = talk.now.date()
        who = person(session, ward.agency_id, ward.staff[name], day)
        found = read(session, Said(who, talk.now, day, working_calendar(session)), text, False)
    assert found.sure, text
    return {act.intent for act in found.acts}


def offered(ward: Ward, talk: Talk, name: str, text: str | None) -> list[str]:
    """Every quoted example of a message, each understood, and what speaks of the year's end as nothing else."""
    examples = re.findall(r'"([^"…]+)"', text or "")
    for example in examples:
        intents = understood(ward, talk, name, example)
        assert not intents & {Intent.not_understood, Intent.smalltalk_other}, (name, example)
        if re.search("trước|năm sau|duy trì|chốt", example):
            assert intents & {Intent.sort_year, Intent.close_year}, (name, example)
    return examples


def test_from_december_to_january(ward: Ward, duties: dict[int, int]) -> None:
    talk = Talk(ward, at("02/12/2025 09:00"))
    assert begins(ward, "02/12/2025") == 0 and plan_state(ward) is PlanState.ACTIVE
    assert (begins(ward), begins(ward)) == (1, 0) and plan_state(ward) is PlanState.CLOSING

    talk.now = at("03/12/2025 08:00")
    morning = morning_of(ward, "03/12/2025")
    text = morning["Lan"].text
    assert "Chốt năm: KH CCHC 2025, hạn thứ Tư 31/12\nA.I: 7–9\nA.II: 15, 17, 18" in text
    assert '"7 xong trước 14/12; 8 chuyển năm sau: chờ vốn; còn lại duy trì"' in text
    assert "20. Quy chế văn hóa công sở – hạn 28/11" in text, "what was due earlier keeps its steps"
    assert len([x for x in offered(ward, talk, "Lan", text) if "xong trước" in x]) == 1
    assert "Chốt năm" not in morning.get("Tâm", morning["Lan"]).text.replace(text, "")
    assert "Chốt năm" not in morning_of(ward, "04/12/2025")["Lan"].text, "asked once, though line 20 climbs"

    answer = talk.say("Lan", "7, 8 xong trước 14/12; 15 chuyển năm sau: chờ vốn, còn lại xong trước 31/12")
    assert answer and "việc 7, 8: xong trước 14/12" in answer and "lý do chờ vốn" in answer
    assert "việc 9, 17, 18: ước xong trước 31/12" in answer and "chốt đủ" in answer and "hoàn tác" in answer
    assert said_of(ward)[15] == ("carry", "chờ vốn") and said_of(ward)[7] == ("early", "14/12")
    assert {talk.duty(i).state for i in duties.values()} == {DutyState.OPEN}, "nothing is closed by it"
    talk.now = at("03/12/2025 09:00")
    assert "việc 18" in (talk.say("Lan", "18 duy trì") or "").lower() and said_of(ward)[18] == ("keep", None)

    december = morning_of(ward, "17/12/2025")
    talk.now = at("17/12/2025 08:00")
    assert "A.I: 7, 8" in december["Lan"].text and "A.II" not in december["Lan"].text, "a promise that was not kept"
    assert "đơn vị còn 2 việc chưa chốt (chị Lan 2), 2 việc chờ anh chốt." in december["Tâm"].text
    assert "còn 10 phần việc chưa chốt: VHXH 2 · TTPVHCC 8" in december["Quân"].text
    for name in ("Lan", "Tâm", "Quân"):
        offered(ward, talk, name, december[name].text)

    shown = talk.say("Tâm", "chốt năm")
    assert shown and "chuyển năm sau 1 (15); duy trì, ghi hoàn thành năm 1 (18); vẫn mở 5 (7–9, 17, 20)" in shown
    assert talk.duty(duties[15]).state is DutyState.OPEN and "chốt năm xác nhận" in offered(ward, talk, "Tâm", shown)
    closed = talk.say("Tâm", "chốt năm xác nhận")
    assert closed and "1 việc chuyển năm sau (15)" in closed and "Còn mở: 7–9, 17, 20" in closed
    assert talk.duty(duties[15]).state is DutyState.CARRIED_OVER
    kept = talk.duty(duties[18])
    assert (kept.state, kept.reported_on, kept.closed_on) == (DutyState.ACCEPTED, date(2025, 12, 3), date(2025, 12, 17))
    event = next(e for e in talk.events() if e.kind is EventKind.YEAR_CLOSED and e.duty_id == duties[15])
    assert (event.to_state, event.text) == (DutyState.CARRIED_OVER, "chờ vốn")
    assert talk.say("Tâm", "hoàn tác") and talk.duty(duties[15]).state is DutyState.OPEN
    talk.say("Tâm", "chốt năm xác nhận")

    days = [_texts(ward, f"{day}/12/2025", "Lan", "Hoa") for day in (22, 24, 26, 29, 30, 31)]
    assert not any("Sắp đến" in text for texts in days for text in texts), "the ladder pauses"
    assert [sum("Chốt năm" in text for text in texts) for texts in days] == [0, 2, 0, 0, 0, 0]

    january = morning_of(ward, "05/01/2026")
    talk.now = at("05/01/2026 08:00")
    assert "Chưa chốt năm: KH CCHC 2025, hạn 31/12/2025 đã qua\nB.I: 30–37" in january["Hoa"].text
    red = {name: re.findall(r"^(\d+)\. .*, quá \d+ ngày", january[name].text, re.M) for name in january}
    assert {name: lines for name, lines in red.items() if lines} == {"Lan": ["20"], "Tâm": ["20"]}, "due in November"
    assert "chưa chốt: VHXH 4 · TTPVHCC 8" in january["Quân"].text
    for name in january:
        offered(ward, talk, name, january[name].text)
    with transaction(ward.engine) as session:
        counted = figures(session, ward.agency_id, talk.now.date(), talk.now.date()).agency.by_class
    assert {of.value: n for of, n in counted.items()} == {"overdue": 13, "carried_over": 1, "on_time": 1}
    assert "Quá hạn" in (talk.say("Hoa", "việc của tôi") or ""), "who asks is told how it stands"
    assert _texts(ward, "06/01/2026", "Hoa") == [] or "Chưa chốt" not in _texts(ward, "06/01/2026", "Hoa")[0]
    refused = talk.say("Hoa", "30 xong trước 15/1")
    assert refused and "hạn của kế hoạch là 31/12" in refused and offered(ward, talk, "Hoa", refused)
    assert said_of(ward).get(30) is None


def _texts(ward: Ward, day: str, *names: str) -> list[str]:
    sent = morning_of(ward, day)
    return [sent[name].text for name in names if name in sent]


def test_a_plan_closes_when_nothing_of_it_is_open(ward: Ward, duties: dict[int, int]) -> None:
    begins(ward)
    talk = Talk(ward, at("22/12/2025 09:00"))
    talk.say("Lan", "còn lại chuyển năm sau: chờ vốn")
    talk.say("Hoa", "30-35 duy trì; 36, 37 chuyển năm sau vì thiếu kinh phí")
    assert "Còn mở: 20" in (talk.say("Tâm", "chốt năm xác nhận") or "")
    closed = talk.say("Quân", "chốt năm TTPVHCC xác nhận")
    assert closed and "TTPVHCC" in closed and plan_state(ward) is PlanState.CLOSING, "việc 20 is open still"
    talk.say("Lan", "xong 20 QĐ 12/QĐ-UBND")
    assert begins(ward, "23/12/2025") == 0, "it waits to be decided"
    talk.say("Tâm", "duyệt 20")
    assert begins(ward, "23/12/2025") == 1 and plan_state(ward) is PlanState.CLOSED
    talk.say("Tâm", "trả 20 thiếu số liệu")
    begins(ward, "23/12/2025")
    assert plan_state(ward) is PlanState.CLOSING, "what is open is followed"
    assert "Chốt năm" not in "".join(_texts(ward, "24/12/2025", "Hoa"))


@ON_BOTH
def test_what_is_carried_over_is_linked_to_next_years_task(ward: Ward, duties: dict[int, int]) -> None:
    begins(ward)
    talk = Talk(ward, at("22/12/2025 09:00"))
    with transaction(ward.engine) as session:
        old = session.exec(select(Task).where(Task.number == 15)).one()
        old.title = "Xây dựng kế hoạch kiểm tra công tác CCHC năm 2025"
        session.add(old)
        plan = Plan(
            agency_id=ward.agency_id, title="CCHC năm 2026", short_title="KH CCHC 2026", year=2026, state=PlanState.ACTIVE,
            coordinator_unit_id=ward.units["VHXH"], keeper_id=ward.staff["Quân"], created_at=talk.now,
        )  # fmt: skip
        session.add(plan)
        session.flush()
        first, ward.plan_id = ward.plan_id, plan.id
    ward.give(115, "Xây dựng kế hoạch kiểm tra công tác CCHC năm 2026", "VHXH", to="Lan", due=date(2026, 12, 31))
    ward.give(116, "Một việc khác hẳn", "VHXH", to="Lan", due=date(2026, 12, 31))
    ward.plan_id = first
    talk.say("Lan", "15, 17 chuyển năm sau: chờ vốn")
    talk.say("Tâm", "chốt năm xác nhận")
    with transaction(ward.engine) as session:
        linked = {task.number: task.carries_id for task in session.exec(select(Task).where(Task.plan_id == plan.id))}
        assert linked[115] is not None and linked[116] is None
        assert link_carried(session, ward.agency_id) == 0, "once"
    assert "Chuyển tiếp từ việc 15" in (talk.say("Lan", "việc 115") or "")
    assert "Năm sau làm tiếp ở việc 115" in (talk.say("Lan", "việc 15") or "")
    talk.say("Tâm", "hoàn tác")
    assert "Chuyển tiếp" not in (talk.say("Lan", "việc 115") or "")


def test_what_is_given_up_is_not_done_once_the_head_closes(ward: Ward, duties: dict[int, int]) -> None:
    begins(ward)
    talk = Talk(ward, at("15/12/2025 09:00"))
    asked = talk.say("Lan", "15 không thực hiện; 9 60%; còn lại duy trì") or ""
    assert "không thực hiện cần lý do" in asked and "chốt đủ" not in asked
    offered(ward, talk, "Lan", asked)
    late = talk.say("Lan", "7 xong trước 14/12") or ""
    assert "ngày 14/12 đã qua" in late and talk.entries(duties[7]) == [] and said_of(ward)[7] == ("keep", None)
    offered(ward, talk, "Lan", late)
    assert talk.say("Lan", "15 không thực hiện à?") and 15 not in said_of(ward)
    assert "cần lý do" in (talk.say("Lan", "15 không thực hiện") or "")
    told = talk.say("Lan", "hết kinh phí") or ""
    assert "việc 15" in told and "không thực hiện, lý do hết kinh phí" in told
    assert [e.text for e in talk.entries(duties[15])] == [] and talk.state(duties[15]) is DutyState.OPEN
    assert "không thực hiện 1 (15); vẫn mở 2 (9, 20)" in (talk.say("Tâm", "chốt năm") or "")
    assert "1 việc không thực hiện (15)" in (talk.say("Tâm", "chốt năm xác nhận") or "")
    assert talk.state(duties[15]) is DutyState.NOT_DONE
    with transaction(ward.engine) as session:
        counted = figures(session, ward.agency_id, talk.now.date(), talk.now.date()).agency.by_class
    assert {of.value: n for of, n in counted.items()}["not_done"] == 1
    assert "Không thực hiện" in (talk.say("Lan", "việc 15") or "")
    assert talk.say("Tâm", "hoàn tác") and talk.state(duties[15]) is DutyState.OPEN
    assert said_of(ward)[15] == ("drop", "hết kinh phí")


def test_a_line_that_is_not_sorted_now_leaves_the_others_sorted(ward: Ward, duties: dict[int, int]) -> None:
    begins(ward)
    talk = Talk(ward, at("04/12/2025 09:00"))
    talk.say("Lan", "xong 7 KH 45/KH-UBND")
    talk.say("Lan", "7 chuyển năm sau: chờ vốn; 20 xong trước 31/12; 8 xong trước 14/12; còn lại duy trì")
    assert said_of(ward) == {8: ("early", "14/12"), **dict.fromkeys((9, 15, 17, 18), ("keep", None))}
    assert talk.state(duties[7]) is DutyState.REPORTED and talk.duty(duties[20]).closed_on is None


def test_outside_the_closing_the_same_words_sort_nothing(ward: Ward, duties: dict[int, int]) -> None:
    talk = Talk(ward, at("13/10/2025 09:00"))
    assert understood(ward, talk, "Lan", "7, 8 xong trước 14/12") == {Intent.progress}
    assert "như kỳ trước" in (talk.say("Lan", "8 duy trì") or "")  # asked: a result, or nothing new
    assert "phải không" in (talk.say("Lan", "còn lại duy trì trừ 18") or "")
    assert "chưa có kế hoạch nào đến kỳ chốt năm" in (talk.say("Lan", "17 chuyển năm sau: chờ vốn") or "")
    assert talk.events() == []
    assert "phải không" in (talk.say("Lan", "còn lại duy trì trừ 18") or "")
    assert "chưa có kế hoạch nào đến kỳ chốt năm" in (talk.say("Tâm", "chốt năm") or "")
    assert said_of(ward) == {}


def test_what_was_said_is_taken_back_to_what_was_said_before(ward: Ward, duties: dict[int, int]) -> None:
    begins(ward)
    talk = Talk(ward, at("04/12/2025 09:00"))
    talk.say("Lan", "7, 8 duy trì")
    talk.say("Lan", "7 chuyển năm sau: chờ vốn")
    assert "việc 7" in (talk.say("Lan", "hoàn tác") or "")
    assert said_of(ward) == {7: ("keep", None), 8: ("keep", None)}
    assert "việc 7, 8" in (talk.say("Lan", "hoàn tác") or "") and said_of(ward) == {}


def test_of_several_periods_the_last_one_is_sorted(ward: Ward, duties: dict[int, int]) -> None:
    late = ward.give(40, "Báo cáo tháng", "VHXH", to="Lan", due=date(2025, 11, 30), key="2025-11")
    with transaction(ward.engine) as session:
        before = session.get_one(Duty, late)
        task_id = session.get_one(Period, before.period_id).task_id
        period = Period(agency_id=ward.agency_id, task_id=task_id, key="2025-12", printed_due_on=LAST)
        session.add(period)
        session.flush()
        last = Duty(
            agency_id=ward.agency_id, period_id=period.id, unit_id=before.unit_id, role=PartyRole.LEAD,
            recipient_id=before.recipient_id, due_on=LAST)  # fmt: skip
        session.add(last)
    begins(ward)
    talk = Talk(ward, at("04/12/2025 09:00"))
    talk.say("Lan", "40 duy trì")
    with transaction(ward.engine) as session:
        assert session.exec(select(SortedLine.duty_id)).all() == [last.id]


def test_in_january_the_lines_not_settled_are_told_apart_from_late_work(ward: Ward, duties: dict[int, int]) -> None:
    ward.link("Hà")
    begins(ward)
    told = "quá hạn 14 (13 việc chưa chốt năm)"
    morning = morning_of(ward, "05/01/2026")["Hà"].text
    assert told in morning and "Quá hạn: VHXH: 20\n" in morning
    talk = Talk(ward, at("05/01/2026 09:00"))
    assert told in (talk.say("Ánh", "tổng hợp tuần") or "")
    assert told in (talk.say("Ánh", "tình hình") or "")
    assert "quá hạn 6 (5 việc chưa chốt năm)" in (talk.say("Hà", "tình hình VHXH") or "")
    late = talk.say("Hà", "phòng nào còn việc quá hạn?") or ""
    assert "Phòng Văn hóa – Xã hội 6 việc: 20 – Quy chế văn hóa công sở, hạn 28/11/2025, quá " in late
    assert "; chưa chốt năm 7–9, 15, 17 (hạn 31/12/2025)." in late
    assert "hành chính công 8 việc: chưa chốt năm 30–37 (hạn 31/12/2025)." in late
    own = talk.say("Lan", "việc của tôi") or ""
    assert "Quá hạn\n20. " in own and "Quá hạn, chưa chốt năm\n7. " in own
    assert "Quá hạn, chưa chốt năm" in (talk.say("Lan", "việc 7") or "")
    assert "chưa chốt" not in (talk.say("Lan", "việc 20") or "")
