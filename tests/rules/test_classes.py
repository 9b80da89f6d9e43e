from datetime import date

import pytest

from jobs.rules.classes import WORST_FIRST, FigureClass, class_of, count_distinct, count_each, worst
from storage.kinds import DutyState as S

DUE, BEFORE, AFTER = date(2025, 11, 28), date(2025, 11, 27), date(2025, 12, 3)


@pytest.mark.parametrize(
    ("state", "due", "reported", "as_of", "found"),
    [
        (S.OPEN, DUE, None, BEFORE, FigureClass.WITHIN),
        (S.IN_PROGRESS, DUE, None, DUE, FigureClass.WITHIN),
        (S.IN_PROGRESS, DUE, None, AFTER, FigureClass.OVERDUE),
        (S.OPEN, None, None, AFTER, FigureClass.UNDATED),
        (S.REPORTED, DUE, BEFORE, AFTER, FigureClass.WAITING),
        (S.CHECKED, DUE, AFTER, AFTER, FigureClass.WAITING),
        (S.ACCEPTED, DUE, DUE, AFTER, FigureClass.ON_TIME),
        (S.ACCEPTED, DUE, AFTER, AFTER, FigureClass.LATE),
        (S.ACCEPTED, None, AFTER, AFTER, FigureClass.ON_TIME),
        (S.NONE_AROSE, DUE, None, AFTER, FigureClass.NONE_AROSE),
        (S.CARRIED_OVER, DUE, None, AFTER, FigureClass.CARRIED_OVER),
        (S.NOT_DONE, DUE, None, AFTER, FigureClass.NOT_DONE),
        (S.CANCELLED, DUE, None, AFTER, None),
        (S.MERGED, DUE, None, AFTER, None),
    ],
)
def test_every_duty_is_in_one_official_class(
    state: S, due: date | None, reported: date | None, as_of: date, found: FigureClass | None
) -> None:
    assert class_of(state, due, reported, as_of) is found


def test_a_task_has_the_class_of_its_worst_duty() -> None:
    assert set(WORST_FIRST) == set(FigureClass)
    assert worst([FigureClass.ON_TIME, FigureClass.WITHIN, FigureClass.WAITING]) is FigureClass.WAITING
    assert worst([FigureClass.NONE_AROSE, FigureClass.ON_TIME]) is FigureClass.ON_TIME


def test_a_plan_counts_codes_and_a_unit_counts_duties() -> None:
    duties = [
        ("B.II.1", FigureClass.ON_TIME),
        ("B.II.1", FigureClass.OVERDUE),
        ("A.I.1", FigureClass.WITHIN),
        ("A.I.2", None),
    ]
    plan = count_distinct(duties)
    assert (plan.total, plan[FigureClass.OVERDUE], plan.done) == (2, 1, 0)
    unit = count_each(found for _, found in duties)
    assert (unit.total, unit.done) == (3, 1)
