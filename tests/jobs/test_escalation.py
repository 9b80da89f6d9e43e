"""Lateness climbs in the ward of Ba Ngòi in December 2025: Vinh's task 26 was due on Friday 28/11."""

from datetime import date

import pytest

from storage.database import transaction
from storage.kinds import DutyState, EventKind, PlanState
from storage.models.events import Event
from storage.models.plans import Plan
from storage.models.policies import LadderPolicy
from tests.jobs.audits import EVERYBODY, audited
from tests.jobs.mornings import answer, change, morning_of, send_all, tick
from tests.people import Ward, at

DECEMBER = tuple(f"{day:02}/12/2025" for day in (1, 2, 3, 4, 5, 8, 9, 10, 11, 12, 15, 16, 17, 18, 19))
FOREWARNED = {
    1: "Ngày mai có trong bản tổng hợp của chị Thu: việc 26",
    4: "Ngày mai có trong bản tổng hợp của anh Tâm, anh Quân: việc 26",
    11: "Ngày mai có trong tổng hợp tuần gửi lãnh đạo: việc 26",
}
TITLE = "Quy chế quản lý tài sản công"


def late_task(ward: Ward, due: date = date(2025, 11, 28), target: date | None = None) -> int:
    """Its results of the months are given, so that nobody is asked for them."""
    duty = ward.give(26, TITLE, "KT-HT-ĐT", to="Vinh", due=due, target=target)
    for month in ("2025-12", "2026-01"):
        answer(ward, duty, "Vinh", month, "đang lấy ý kiến", "01/12/2025 07:00")
    return duty


def heard(ward: Ward, days: tuple[str, ...] = DECEMBER) -> dict[str, list[int]]:
    """By given name, the days of December on which a message spoke of task 26 to others than its owner and the office head."""
    found: dict[str, list[int]] = {}
    for day in days:
        for name, message in morning_of(ward, day).items():
            if name == "Vinh":
                assert ("có trong" in message.text) is (int(day[:2]) in FOREWARNED)
                assert FOREWARNED.get(int(day[:2]), "") in message.text
            elif name != "Hà" and TITLE in message.text:
                found.setdefault(name, []).append(int(day[:2]))
    return found


def test_each_rung_hears_once_and_the_owner_the_day_before(ward: Ward) -> None:
    ward.link(*EVERYBODY)
    late_task(ward)
    assert heard(ward) == {"Thu": [2], "Tâm": [5], "Quân": [5], "Ánh": [12]}


def test_an_internal_date_is_told_to_the_head_once_and_climbs_nowhere(ward: Ward) -> None:
    ward.link(*EVERYBODY)
    late_task(ward, due=date(2026, 1, 30), target=date(2025, 11, 28))
    found = {
        name: day for day in DECEMBER for name, m in morning_of(ward, day).items() if name != "Vinh" and TITLE in m.text
    }
    assert found == {"Thu": "02/12/2025"}


def test_what_was_late_before_its_plan_was_followed_climbs_from_that_day(ward: Ward) -> None:
    """Others have had mornings long before; the auditor counts the same."""
    ward.link(*EVERYBODY)
    late_task(ward, due=date(2025, 3, 31))
    with transaction(ward.engine) as session:
        plan = session.get_one(Plan, ward.plan_id)
        plan.state = PlanState.DRAFT
    assert "Thu" not in morning_of(ward, "28/11/2025")
    with transaction(ward.engine) as session:
        plan = session.get_one(Plan, ward.plan_id)
        plan.state, plan.confirmed_at = PlanState.ACTIVE, at("28/11/2025 17:30")
    found: dict[str, list[int]] = {}
    for day in DECEMBER:
        for name, message in morning_of(ward, day).items():
            if name not in ("Vinh", "Hà") and TITLE in message.text:
                found.setdefault(name, []).append(int(day[:2]))
        assert audited(ward, at(f"{day} 07:56")) == []
    assert found == {"Thu": [2], "Tâm": [5], "Quân": [5], "Ánh": [12]}


@pytest.mark.parametrize("stop", ["report", "explanation", "later date"])
def test_a_report_an_explanation_or_a_later_date_stops_the_climb(ward: Ward, stop: str) -> None:
    ward.link(*EVERYBODY)
    duty = late_task(ward)
    assert heard(ward, DECEMBER[:3]) == {"Thu": [2]}
    if stop == "report":
        change(ward, duty, state=DutyState.ACCEPTED, reported_on=date(2025, 12, 3), closed_on=date(2025, 12, 3))
    elif stop == "later date":
        change(ward, duty, due_on=date(2025, 12, 31))
    else:
        with transaction(ward.engine) as session:
            by = ward.staff["Vinh"]
            session.add(
                Event(agency_id=ward.agency_id, kind=EventKind.EXPLAINED, at=at("03/12/2025 10:00"), day=date(2025, 12, 3),
                      by_id=by, for_id=by, duty_id=duty, text="chờ Sở Tài chính góp ý")
            )  # fmt: skip
    later = [message.text for day in DECEMBER[3:] for message in morning_of(ward, day).values()]
    assert not any("có trong" in text or "đơn vị chưa xử lý" in text or "Tuần này có" in text for text in later)
    if stop == "explanation":  # of the old date: when the new one is missed too, it climbs again
        change(ward, duty, due_on=date(2025, 12, 22))
        assert "chị Thu: việc 26" in morning_of(ward, "23/12/2025")["Vinh"].text
        assert "26." in morning_of(ward, "24/12/2025")["Thu"].text


def test_a_rung_that_found_no_digest_counts_on_the_next_working_day(ward: Ward) -> None:
    ward.link(*EVERYBODY)
    late_task(ward)
    morning_of(ward, "28/11/2025")
    # The machine is off on Monday and Tuesday, then on the Friday on which leaders hear.
    wednesday = morning_of(ward, "03/12/2025")
    assert "26." in wednesday["Thu"].text and "chị Thu" not in wednesday["Vinh"].text
    morning_of(ward, "11/12/2025")
    monday = morning_of(ward, "15/12/2025")
    assert "KT-HT-ĐT: việc 26" in monday["Ánh"].text
    assert "Ánh" not in morning_of(ward, "19/12/2025")


def test_who_cannot_be_reached_on_his_rung_is_named_to_the_keeper(ward: Ward) -> None:
    ward.link("Vinh", "Quân")
    late_task(ward)
    morning_of(ward, "01/12/2025")
    assert "Chưa nhắc được: chị Thu: chưa kết nối" in morning_of(ward, "02/12/2025")["Quân"].text


def test_a_report_left_lying_is_told_to_the_next_decider_then_to_the_keeper(ward: Ward) -> None:
    ward.link(*EVERYBODY)
    duty = late_task(ward)
    change(ward, duty, state=DutyState.REPORTED, reported_on=date(2025, 12, 1), decider_id=ward.staff["Thu"])
    told: dict[str, list[int]] = {}
    for day in DECEMBER[1:8]:
        for name, message in morning_of(ward, day).items():
            if TITLE in message.text:
                told.setdefault(name, []).append(int(day[:2]))
                assert name == "Thu" or f"{TITLE} – báo 01/12, chờ chị Thu duyệt" in message.text
    assert told == {"Thu": [2, 3, 4, 5, 9], "Tâm": [3], "Quân": [5]}


def test_the_office_changes_its_ladder_and_running_cases_keep_theirs(ward: Ward) -> None:
    ward.link(*EVERYBODY)
    late_task(ward)
    ward.give(30, "Số hóa hồ sơ TTHC", "TTPVHCC", to="Hoa", due=date(2025, 12, 1))
    with transaction(ward.engine) as session:
        session.add(
            LadderPolicy(agency_id=ward.agency_id, from_on=date(2025, 12, 1), before=[1], after=[1], weekdays_after=[4],
                         head_after=1, office_after=3, leaders_after=9, next_decider_after=2, keeper_after=4)
        )  # fmt: skip
    morning_of(ward, "01/12/2025")
    tuesday, wednesday = morning_of(ward, "02/12/2025"), morning_of(ward, "03/12/2025")
    assert "30. Số hóa" in tuesday["Dũng"].text and "26." in tuesday["Thu"].text
    assert "Vinh" in wednesday  # his third day after
    assert "anh Tâm, anh Quân: việc 30" in wednesday["Hoa"].text
    assert "30. Số hóa" in morning_of(ward, "04/12/2025")["Tâm"].text


def test_what_was_reported_before_the_digest_leaves_is_not_told(ward: Ward) -> None:
    ward.link("Thu", "Vinh")
    duty = late_task(ward)
    morning_of(ward, "01/12/2025")
    tick(ward, at("02/12/2025 07:30"))
    change(ward, duty, state=DutyState.REPORTED, reported_on=date(2025, 12, 2), decider_id=ward.staff["Hà"])
    assert send_all(ward, at("02/12/2025 07:31")) == {}
