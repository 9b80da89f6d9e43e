from datetime import date, timedelta
from itertools import product

from sqlmodel import col, select

from jobs.figures import figures, plans_today, unit_today
from jobs.rules.classes import FigureClass
from storage.database import transaction
from storage.kinds import CLOSED_STATES, DutyState, EventKind
from storage.models.events import Event
from storage.models.plans import Task
from tests.engines import ON_BOTH
from tests.jobs.mornings import change
from tests.people import Ward, at

pytestmark = ON_BOTH

TODAY = date(2025, 12, 3)


def log(ward: Ward, duty: int, when: str, kind: EventKind, **to: object) -> None:
    moment, by = at(f"{when} 09:00"), ward.staff["Quân"]
    day = date(int(when[6:]), int(when[3:5]), int(when[:2]))
    with transaction(ward.engine) as session:
        event = Event(
            agency_id=ward.agency_id, kind=kind, at=moment, day=day, by_id=by, for_id=by, duty_id=duty, **to
        )  # fmt: skip
        session.add(event)


def test_a_plan_counts_as_the_paper_does_and_units_count_duties(ward: Ward) -> None:
    for n in (1, 2, 3):
        ward.give(n, f"Nhiệm vụ {n}", "VHXH", due=date(2025, 12, 31))
    ward.give(4, "Nhiệm vụ 4", "VP", due=date(2025, 11, 28))
    with transaction(ward.engine) as session:
        for task in session.exec(select(Task).where(Task.number < 3)):
            task.counted_as = "B.II.1"
            session.add(task)
        found = figures(session, ward.agency_id, TODAY, TODAY)
    assert [p.counts.total for p in found.plans] == [3]
    assert found.agency[FigureClass.OVERDUE] == 1
    assert {u.unit.short_name: u.counts.total for u in found.units} == {"VP": 1, "VHXH": 3}


def test_figures_as_of_a_past_day_come_from_the_ledger(ward: Ward) -> None:
    duty = ward.give(1, "Nhiệm vụ 1", "VHXH", due=date(2025, 12, 5))
    with transaction(ward.engine) as session:
        session.exec(select(Task)).one()
    log(ward, duty, "20/11/2025", EventKind.DUE_SET, to_due_on=date(2025, 11, 28))
    log(ward, duty, "01/12/2025", EventKind.REPORTED, to_state=DutyState.REPORTED)
    log(ward, duty, "02/12/2025", EventKind.ACCEPTED, to_state=DutyState.ACCEPTED)
    day, closed = date(2025, 12, 1), date(2025, 12, 2)
    change(ward, duty, state=DutyState.ACCEPTED, reported_on=day, closed_on=closed, due_on=date(2025, 11, 28))

    def on(day: date) -> list[FigureClass]:
        with transaction(ward.engine) as session:
            return list(figures(session, ward.agency_id, day, TODAY).agency.by_class)

    assert on(date(2025, 11, 19)) == [FigureClass.WITHIN]
    assert on(date(2025, 11, 30)) == [FigureClass.OVERDUE]
    assert on(date(2025, 12, 1)) == [FigureClass.WAITING]
    assert on(date(2025, 12, 2)) == [FigureClass.LATE]
    assert on(TODAY) == [FigureClass.LATE]


def test_a_window_leaves_out_what_was_closed_before_it(ward: Ward) -> None:
    duty = ward.give(1, "Nhiệm vụ 1", "VHXH", due=date(2025, 12, 5))
    day = date(2025, 11, 10)
    change(ward, duty, state=DutyState.ACCEPTED, reported_on=day, closed_on=day)
    with transaction(ward.engine) as session:
        assert figures(session, ward.agency_id, TODAY, TODAY, since=date(2025, 12, 1)).agency.total == 0
        assert figures(session, ward.agency_id, TODAY, TODAY, since=day).agency.total == 1


def test_the_database_counts_today_as_the_rules_do(ward: Ward) -> None:
    """Every state, with each date before, on and after the day, in two units and a plan counted by code."""
    days = (None, TODAY - timedelta(days=1), TODAY, TODAY + timedelta(days=1))
    number = 0
    for state, due in product(DutyState, days):
        for reported in days[1:]:
            number += 1
            duty = ward.give(number, f"Nhiệm vụ {number}", "VP" if number % 2 else "VHXH", due=due)
            closed = {"closed_on": TODAY} if state in CLOSED_STATES else {}
            change(ward, duty, state=state, due_on=due, reported_on=reported, **closed)
    with transaction(ward.engine) as session:
        for n, task in enumerate(session.exec(select(Task).order_by(col(Task.number)))):
            task.counted_as = f"B.{n % 40}" if n % 3 == 0 else ""
            task.code = "" if n % 5 == 0 else f"A.{n % 70}"
            session.add(task)
        session.flush()
        by_rule = figures(session, ward.agency_id, TODAY, TODAY)
        assert plans_today(session, ward.agency_id, TODAY) == by_rule.plans
        assert len(by_rule.units) == 2
        for unit, counts in ((found.unit, found.counts) for found in by_rule.units):
            assert unit_today(session, ward.agency_id, TODAY, unit.id) == counts
