from datetime import date

from sqlmodel import col, select

from jobs.ticks.periods import periods
from storage.database import transaction
from storage.kinds import DutyState, PlanState
from storage.models.duties import Duty, Period
from storage.models.plans import Plan, Task
from tests.engines import ON_BOTH
from tests.jobs.mornings import change
from tests.people import Ward, at

pytestmark = ON_BOTH

MONTHLY = {"kind": "recurring", "recurrence": {"freq": "monthly", "day": 15}}


def monthly(ward: Ward) -> int:
    duty = ward.give(3, "Báo cáo tháng", "VHXH", to="Lan", due=date(2025, 9, 15), key="2025-09")
    with transaction(ward.engine) as session:
        task = session.exec(select(Task).where(Task.number == 3)).one()
        task.deadline = MONTHLY
        session.add(task)
    return duty


def run(ward: Ward, moment: str) -> int:
    with transaction(ward.engine) as session:
        return periods(session, at(moment))


def keys(ward: Ward) -> list[tuple[str, date | None]]:
    with transaction(ward.engine) as session:
        return [(p.key, p.printed_due_on) for p in session.exec(select(Period).order_by(col(Period.printed_due_on)))]


def test_the_next_occurrence_opens_when_the_last_date_has_passed_and_only_once(ward: Ward) -> None:
    monthly(ward)
    assert run(ward, "15/09/2025 08:00") == 0
    assert run(ward, "16/09/2025 08:00") == 1
    assert run(ward, "16/09/2025 08:00") == 0
    assert keys(ward) == [("2025-09", date(2025, 9, 15)), ("2025-10", date(2025, 10, 15))]


def test_the_new_duty_has_the_same_unit_and_person_and_its_own_date(ward: Ward) -> None:
    first = monthly(ward)
    change(ward, first, state=DutyState.ACCEPTED, reported_on=date(2025, 9, 14), closed_on=date(2025, 9, 15))
    run(ward, "16/09/2025 08:00")
    with transaction(ward.engine) as session:
        new = session.exec(select(Duty).where(Duty.id != first)).one()
        assert (new.unit_id, new.person_id, new.recipient_id) == (
            ward.units["VHXH"],
            ward.staff["Lan"],
            ward.staff["Lan"],
        )
        assert (new.state, new.due_on) == (DutyState.OPEN, date(2025, 10, 15))


def test_a_machine_that_was_off_for_months_opens_every_occurrence(ward: Ward) -> None:
    monthly(ward)
    assert run(ward, "02/12/2025 08:00") == 3
    assert [key for key, _ in keys(ward)] == ["2025-09", "2025-10", "2025-11", "2025-12"]


def test_occurrences_end_with_the_plans_year_and_with_the_plan(ward: Ward) -> None:
    monthly(ward)
    run(ward, "20/12/2025 08:00")
    assert [key for key, _ in keys(ward)][-1] == "2025-12"
    with transaction(ward.engine) as session:
        plan = session.get_one(Plan, ward.plan_id)
        plan.state, plan.year = PlanState.CLOSED, 2026
        session.add(plan)
    assert run(ward, "20/01/2026 08:00") == 0
