from datetime import date
from typing import Any

import pytest

from jobs.rules.escalation import LATE, Ladder, Rung, climbs_on, coming, listeners, told_of_slip
from jobs.rules.ladder_policy import DEFAULT, Decided, Policy, policy_of
from jobs.rules.working_days import WEEKENDS_ONLY
from storage.kinds import DutyState
from tests.rules.test_items import item

FRIDAY = date(2025, 11, 28)
OWNER, HEAD, COORDINATOR, KEEPER, LEADER, DEPUTY = 1, 2, 3, 4, 5, 6
LADDER = Ladder(HEAD, (COORDINATOR, KEEPER), (LEADER,), DEPUTY, KEEPER)


@pytest.mark.parametrize(
    ("facts", "days"),
    [
        ({"due_on": FRIDAY}, (2, 5, 12)),
        ({"due_on": date(2025, 11, 30)}, (2, 5, 12)),  # a Sunday
        ({"due_on": date(2025, 12, 2)}, (4, 9, 19)),  # leaders hear at the end of the week in which it climbs
        ({"due_on": FRIDAY, "policy": Policy(head_after=1, office_after=3, leaders_after=6)}, (1, 3, 12)),
        ({"due_on": FRIDAY, "returned_on": date(2025, 12, 3)}, (9, 12, 19)),  # counted from the end of his quiet
        ({"due_on": FRIDAY, "returned_on": date(2025, 11, 20)}, (2, 5, 12)),
        ({"due_on": date(2025, 3, 31), "followed_on": FRIDAY}, (2, 5, 12)),  # late long before its plan was followed
        ({"due_on": FRIDAY, "followed_on": date(2025, 3, 31)}, (2, 5, 12)),
        ({"target_on": FRIDAY}, None),
        ({"due_on": FRIDAY, "explained": True}, None),
        ({"due_on": FRIDAY, "state": DutyState.REPORTED, "reported_on": date(2025, 12, 1)}, None),
    ],
)
def test_only_what_is_officially_late_and_not_explained_climbs(facts: dict[str, Any], days: tuple[int, ...]) -> None:
    found = [climbs_on(item(**facts), rung, WEEKENDS_ONLY) for rung in LATE]
    assert found == ([date(2025, 12, day) for day in days] if days else [None] * 3)


@pytest.mark.parametrize(
    ("ladder", "recipient", "heard"),
    [
        (LADDER, OWNER, {Rung.HEAD: [HEAD], Rung.OFFICE: [COORDINATOR, KEEPER], Rung.LEADERS: [LEADER]}),
        (LADDER, HEAD, {Rung.HEAD: [], Rung.OFFICE: [COORDINATOR, KEEPER], Rung.LEADERS: [LEADER]}),
        (Ladder(HEAD, (HEAD, KEEPER), (HEAD,)), OWNER, {Rung.HEAD: [HEAD], Rung.OFFICE: [KEEPER], Rung.LEADERS: []}),
        (Ladder(None, (KEEPER, KEEPER), ()), OWNER, {Rung.HEAD: [], Rung.OFFICE: [KEEPER], Rung.LEADERS: []}),
    ],
)
def test_who_heard_on_a_lower_rung_hears_once(ladder: Ladder, recipient: int, heard: dict[Rung, list[int]]) -> None:
    late = item(due_on=FRIDAY, recipient_id=recipient)
    assert {rung: list(listeners(late, ladder, rung)) for rung in LATE} == heard


def test_a_report_nobody_decides_is_told_to_a_deputy_then_to_the_keeper() -> None:
    waits = item(state=DutyState.REPORTED, reported_on=FRIDAY, recipient_id=OWNER, decider_id=HEAD)
    assert climbs_on(waits, Rung.NEXT_DECIDER, WEEKENDS_ONLY) == date(2025, 12, 2)
    assert climbs_on(waits, Rung.KEEPER, WEEKENDS_ONLY) == date(2025, 12, 4)
    assert list(listeners(waits, LADDER, Rung.NEXT_DECIDER)) == [DEPUTY]
    assert list(listeners(waits, Ladder(next_decider=HEAD), Rung.NEXT_DECIDER)) == []


@pytest.mark.parametrize(
    ("today", "served", "rungs"),
    [
        (date(2025, 12, 1), FRIDAY, [Rung.HEAD]),
        (date(2025, 12, 2), date(2025, 12, 1), []),
        (date(2025, 12, 2), FRIDAY, [Rung.HEAD]),  # Monday found no digest
        (date(2025, 12, 3), FRIDAY, []),  # it has climbed by now
        (date(2025, 12, 4), date(2025, 12, 3), [Rung.OFFICE]),
        (date(2025, 12, 11), date(2025, 12, 10), [Rung.LEADERS]),
    ],
)
def test_the_owner_hears_the_working_day_before(today: date, served: date, rungs: list[Rung]) -> None:
    late = item(due_on=FRIDAY, recipient_id=OWNER)
    assert [one.rung for one in coming([late], {late.duty_id: LADDER}, today, served, WEEKENDS_ONLY)] == rungs


@pytest.mark.parametrize("facts", [{"target_on": FRIDAY}, {"target_on": date(2025, 3, 31), "followed_on": FRIDAY}])
def test_a_missed_internal_date_is_told_once(facts: dict[str, date]) -> None:
    slips = item(**facts, due_on=date(2026, 1, 30))
    told = [date(2025, 12, n) for n in range(1, 20) if told_of_slip(slips, date(2025, 12, n), None, WEEKENDS_ONLY)]
    assert told[0] == date(2025, 12, 2)
    assert not told_of_slip(slips, date(2025, 12, 3), date(2025, 12, 2), WEEKENDS_ONLY)


def test_a_running_case_keeps_the_ladder_it_began_with() -> None:
    old, new = Policy(head_after=3), Policy(head_after=1)
    decided = [Decided(date(2025, 12, 1), new), Decided(date(2025, 6, 1), old)]
    assert [policy_of(decided, day) for day in (date(2025, 5, 31), date(2025, 11, 30), date(2025, 12, 1), None)] == [
        DEFAULT, old, new, DEFAULT,
    ]  # fmt: skip


def test_a_plan_has_its_own_ladder_and_a_person_only_steps_of_his_own() -> None:
    office, plan, own = (
        Policy(before=(5,), head_after=3),
        Policy(before=(2,), head_after=4),
        Policy(before=(9, 1), head_after=9),
    )
    since = date(2025, 6, 1)
    decided = [Decided(since, office), Decided(since, plan, plan_id=7), Decided(since, own, staff_id=OWNER)]
    found = [
        policy_of(decided, FRIDAY, plan_id=plan_id, owner_id=owner)
        for plan_id, owner in ((8, 2), (7, 2), (7, OWNER), (8, OWNER))
    ]
    assert [(p.before, p.head_after) for p in found] == [((5,), 3), ((2,), 4), ((9, 1), 4), ((9, 1), 3)]
    assert policy_of(decided, date(2025, 5, 31), plan_id=7, owner_id=OWNER) == DEFAULT
