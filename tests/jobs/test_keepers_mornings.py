"""The heartbeat goes to who keeps what is still followed or reviewed, and to who keeps the agency; the auditor agrees."""

from datetime import date

import pytest

from storage.database import transaction
from storage.kinds import PlanState
from storage.models.organisation import Absence
from storage.models.plans import Plan
from tests.jobs.audits import EVERYBODY, audited, keep
from tests.jobs.mornings import morning_of
from tests.people import Ward, at

QUIET = "23/10/2025"


def kept_by(ward: Ward, who: str, state: PlanState) -> None:
    keep(ward, Plan(
        agency_id=ward.agency_id, title="Chuyển đổi số năm 2024", short_title="KH CĐS 2024", year=2024, state=state,
        coordinator_unit_id=ward.units["VHXH"], keeper_id=ward.staff[who], created_at=at("01/09/2024 08:00"),
        confirmed_at=None if state in (PlanState.DRAFT, PlanState.WITHDRAWN) else at("02/09/2024 08:00"),
    ))  # fmt: skip


@pytest.mark.parametrize(
    ("state", "hears"),
    [
        (PlanState.DRAFT, True),
        (PlanState.ACTIVE, True),
        (PlanState.CLOSING, True),
        (PlanState.CLOSED, False),
        (PlanState.WITHDRAWN, False),
        (PlanState.APPLIED, False),
    ],
)
def test_the_keeper_of_a_plan_hears_of_the_office_while_it_is_not_over(
    ward: Ward, state: PlanState, hears: bool
) -> None:
    ward.link(*EVERYBODY)
    kept_by(ward, "Lan", state)
    assert set(morning_of(ward, QUIET)) == {"Quân", *(["Lan"] if hears else [])}
    assert audited(ward, at(f"{QUIET} 07:56")) == []


def test_who_keeps_the_agency_hears_when_every_plan_is_over(ward: Ward) -> None:
    ward.link(*EVERYBODY)
    with transaction(ward.engine) as session:
        session.get_one(Plan, ward.plan_id).state = PlanState.CLOSED
    assert set(morning_of(ward, QUIET)) == {"Quân"}
    assert audited(ward, at(f"{QUIET} 07:56")) == []


def test_who_stands_in_for_the_keeper_of_a_plan_that_is_over_hears_nothing(ward: Ward) -> None:
    ward.link(*EVERYBODY)
    kept_by(ward, "Lan", PlanState.CLOSED)
    kept_by(ward, "Hoa", PlanState.ACTIVE)
    for who, instead in (("Lan", "Phúc"), ("Hoa", "Vinh")):
        keep(ward, Absence(agency_id=ward.agency_id, staff_id=ward.staff[who], substitute_id=ward.staff[instead],
                           from_on=date(2025, 10, 23), to_on=date(2025, 10, 23), told_by_id=ward.staff[who]))  # fmt: skip
    assert set(morning_of(ward, QUIET)) == {"Quân", "Vinh"}
    assert audited(ward, at(f"{QUIET} 07:56")) == []


def test_who_kept_a_plan_that_is_over_still_reads_of_his_own_work(ward: Ward) -> None:
    ward.link(*EVERYBODY)
    kept_by(ward, "Lan", PlanState.CLOSED)
    ward.give(2, "Kế hoạch kiểm tra CCHC", "VHXH", to="Lan", due=date(2025, 10, 23))
    assert "2. Kế hoạch kiểm tra CCHC" in morning_of(ward, QUIET)["Lan"].text
    assert audited(ward, at(f"{QUIET} 07:56")) == []


def test_who_kept_a_plan_that_is_over_is_not_told_how_the_office_fared(ward: Ward) -> None:
    ward.link(*EVERYBODY)
    kept_by(ward, "Lan", PlanState.CLOSED)
    ward.give(2, "Kế hoạch kiểm tra CCHC", "VHXH", to="Lan", due=date(2025, 10, 23))
    read = morning_of(ward, QUIET)
    assert "Sáng nay đã nhắc" in read["Quân"].text
    assert "Sáng nay đã nhắc" not in read["Lan"].text
