from datetime import date

from sqlmodel import select

from jobs.audience import decider, recipient
from storage.database import transaction
from storage.models.duties import Duty
from storage.models.organisation import Staff
from storage.models.plans import Plan, PlanContact, Task
from tests.people import Ward

TODAY = date(2025, 10, 13)


def asked(ward: Ward, duty_id: int, reporter: str = "Lan") -> tuple[str, str | None]:
    names = {staff_id: name for name, staff_id in ward.staff.items()}
    with transaction(ward.engine) as session:
        duty, task = session.get_one(Duty, duty_id), session.exec(select(Task)).one()
        plan = session.get_one(Plan, ward.plan_id)
        told = recipient(session, ward.agency_id, duty, task, plan, TODAY)
        decides = decider(session, ward.agency_id, duty, task, plan, ward.staff[reporter], TODAY)
    return names[told], names[decides] if decides else None


def test_the_person_in_charge_is_told_and_his_head_decides(ward: Ward) -> None:
    ward.link("Tâm", "Hà")
    assert asked(ward, ward.give(2, "Kế hoạch kiểm tra", "KT-HT-ĐT", to="Vinh"), "Vinh") == ("Vinh", "Tâm")
    ward.link("Thu")
    with transaction(ward.engine) as session:
        duty = session.exec(select(Duty)).one().id
    assert asked(ward, duty, "Vinh") == ("Vinh", "Thu")
    assert asked(ward, duty, "Thu") == ("Vinh", "Tâm")


def test_without_a_person_the_contact_then_the_head_then_the_keeper_is_told(ward: Ward) -> None:
    duty = ward.give(2, "Kế hoạch kiểm tra", "KT-HT-ĐT")
    assert asked(ward, duty)[0] == "Thu"
    with transaction(ward.engine) as session:
        session.add(
            PlanContact(
                agency_id=ward.agency_id, plan_id=ward.plan_id, unit_id=ward.units["KT-HT-ĐT"], staff_id=ward.staff["Vinh"]
            )
        )  # fmt: skip
    assert asked(ward, duty)[0] == "Vinh"
    with transaction(ward.engine) as session:
        for name in ("Vinh", "Thu"):
            gone = session.get_one(Staff, ward.staff[name])
            gone.left_on = date(2025, 10, 1)
            session.add(gone)
    assert asked(ward, duty)[0] == "Quân"


def test_where_nobody_has_joined_the_keeper_records_without_a_decision(ward: Ward) -> None:
    ward.link("Quân")
    assert asked(ward, ward.give(2, "Kế hoạch kiểm tra", "KT-HT-ĐT", to="Vinh"), "Vinh")[1] is None
