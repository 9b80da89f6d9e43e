"""The whole table: every hat, every right, own, own unit, other unit, kept plan, other agency."""

import pytest

from bot.permissions import ADMINS, TABLE, Hat, Reach, Right, Subject, hats, may
from storage.kinds import Role
from storage.models.organisation import Agency, Staff
from storage.queries.people import Person

UNIT, OTHER_UNIT, PLAN, OTHER_PLAN = 11, 12, 21, 22


def wearing(hat: Hat) -> Person:
    roles = frozenset() if hat is Hat.KEEPER else frozenset({Role(hat.value)})
    return Person(
        Staff(id=5, agency_id=1, full_name="A B"), Agency(id=1, name="X", short_name="X"),
        unit_ids=frozenset({UNIT}) if hat is not Hat.LEADER else frozenset(),
        heads=frozenset({UNIT}) if hat is Hat.UNIT_HEAD else frozenset(), roles=roles,
        keeps=frozenset({PLAN}) if hat is Hat.KEEPER else frozenset(),
    )  # fmt: skip


SUBJECTS = {
    "own": Subject(1, OTHER_UNIT, OTHER_PLAN, frozenset({5})),
    "own_unit": Subject(1, UNIT, OTHER_PLAN, frozenset({6})),
    "kept_plan": Subject(1, OTHER_UNIT, PLAN, frozenset({6})),
    "other_unit": Subject(1, OTHER_UNIT, OTHER_PLAN, frozenset({6})),
    "other_agency": Subject(2, UNIT, PLAN, frozenset({5})),
}
REACHED = {
    None: set(),
    Reach.OWN: {"own"},
    Reach.UNIT: {"own", "own_unit"},
    Reach.PLAN: {"own", "kept_plan"},
    Reach.AGENCY: {"own", "own_unit", "kept_plan", "other_unit"},
}


@pytest.mark.parametrize("hat", Hat)
@pytest.mark.parametrize("right", Right)
def test_a_right_reaches_as_far_as_the_table_says_and_never_into_another_agency(hat: Hat, right: Right) -> None:
    allowed = {name for name, subject in SUBJECTS.items() if may(wearing(hat), right, subject)}
    assert allowed == REACHED[TABLE[right].get(hat)]


def test_an_admin_alone_opens_no_task() -> None:
    admin = Person(
        Staff(id=5, agency_id=1, full_name="A B"), Agency(id=1, name="X", short_name="X"), roles=frozenset({Role.ADMIN})
    )
    assert hats(admin) == frozenset()
    opened = {right for right in Right for subject in SUBJECTS.values() if may(admin, right, subject)}
    of_the_office = {Right.ADMIT, Right.SEE_JOINED, Right.SEE_BUDGET, Right.DISCONNECT, Right.GO_LIVE}
    assert opened == ADMINS == {Right.SET_CALENDAR, Right.CHANGE_UNITS} | of_the_office


@pytest.mark.parametrize(
    ("right", "hat", "name"),
    [
        (Right.REPORT, Hat.STAFF, "own_unit"),
        (Right.DECIDE, Hat.STAFF, "own_unit"),
        (Right.DECIDE, Hat.KEEPER, "kept_plan"),
        (Right.HAND_OUT, Hat.STAFF, "own"),
        (Right.HAND_OUT, Hat.UNIT_HEAD, "other_unit"),
        (Right.SEE_PERSONS, Hat.STAFF, "other_unit"),
        (Right.REPORT, Hat.LEADER, "other_unit"),
        (Right.ASK_TIME, Hat.STAFF, "own_unit"),
        (Right.CHANGE_UNITS, Hat.UNIT_HEAD, "own_unit"),
        (Right.CHANGE_UNITS, Hat.KEEPER, "kept_plan"),
        (Right.CHANGE_UNITS, Hat.LEADER, "own"),
        (Right.READ_INDICATOR, Hat.STAFF, "other_unit"),
        (Right.READ_INDICATOR, Hat.LEADER, "own_unit"),
        (Right.SET_CONTACT, Hat.STAFF, "own"),
        (Right.SET_CONTACT, Hat.LEADER, "own_unit"),
        (Right.SET_CONTACT, Hat.UNIT_HEAD, "other_unit"),
        (Right.ASK_EXPLANATION, Hat.STAFF, "own"),
        (Right.ASK_EXPLANATION, Hat.UNIT_HEAD, "other_unit"),
        (Right.MOVE_TARGET, Hat.STAFF, "own"),
        (Right.MOVE_TARGET, Hat.UNIT_HEAD, "other_unit"),
        (Right.MOVE_TARGET, Hat.LEADER, "own_unit"),
        (Right.MOVE_DUE, Hat.UNIT_HEAD, "own"),
        (Right.MOVE_DUE, Hat.KEEPER, "kept_plan"),
        (Right.DATE_UNDATED, Hat.UNIT_HEAD, "own_unit"),
        (Right.SORT_YEAR, Hat.STAFF, "own_unit"),
        (Right.SORT_YEAR, Hat.UNIT_HEAD, "other_unit"),
        (Right.CLOSE_YEAR, Hat.STAFF, "own"),
        (Right.CLOSE_YEAR, Hat.UNIT_HEAD, "kept_plan"),
        (Right.CLOSE_YEAR, Hat.KEEPER, "other_unit"),
        (Right.CLOSE_YEAR, Hat.LEADER, "own"),
        (Right.ADMIT, Hat.STAFF, "own_unit"),
        (Right.ADMIT, Hat.UNIT_HEAD, "other_unit"),
        (Right.ADMIT, Hat.KEEPER, "other_unit"),
        (Right.ADMIT, Hat.LEADER, "own_unit"),
        (Right.SEE_JOINED, Hat.STAFF, "own_unit"),
        (Right.SEE_JOINED, Hat.UNIT_HEAD, "other_unit"),
        (Right.DISCONNECT, Hat.UNIT_HEAD, "own_unit"),
        (Right.DISCONNECT, Hat.OFFICE_HEAD, "own_unit"),
        (Right.DISCONNECT, Hat.KEEPER, "other_unit"),
        (Right.GO_LIVE, Hat.OFFICE_HEAD, "own_unit"),
        (Right.GO_LIVE, Hat.UNIT_HEAD, "own_unit"),
    ],
)
def test_the_design_s_limits_hold(right: Right, hat: Hat, name: str) -> None:
    assert not may(wearing(hat), right, SUBJECTS[name])
