"""What one statement owes is what the rule owes, day after day."""

from datetime import date, timedelta

import pytest
from sqlmodel import select

from jobs.calendar import working_calendar
from jobs.clock import office_day
from jobs.morning import Owed, morning
from jobs.rules.ladder_policy import Policy
from jobs.ticks.digests import digests
from storage.database import transaction
from storage.kinds import DutyState, NoticeKind, NoticeState
from storage.models.duties import Duty
from storage.models.messages import Notice
from storage.models.policies import LadderPolicy
from storage.notice_keys import digest_key
from tests.engines import ON_BOTH
from tests.jobs.mornings import change, october
from tests.people import Ward, at

STAFF = ("Lan", "Quân", "Hoa", "Phúc", "Vinh", "Thu", "Dũng")
UNITS = {"Lan": "VHXH", "Quân": "VHXH", "Hoa": "TTPVHCC", "Phúc": "TTPVHCC", "Vinh": "KT-HT-ĐT"}


def busy(ward: Ward) -> None:
    """Every kind of date: passed, near, on a day off, internal beside official, returned, of a later start."""
    ward.link(*STAFF, "Tâm", "Hà", "Ánh")
    october(ward)
    for n, name in enumerate(UNITS):
        due = date(2025, 10, 1) + timedelta(days=9 * n)
        ward.give(100 + n, "Rà soát hồ sơ", UNITS[name], to=name, due=due, target=due - timedelta(days=12))
        ward.give(120 + n, "Thống kê quý", UNITS[name], to=name, target=due + timedelta(days=20))
    change(ward, ward.give(140, "Kiểm tra", "VHXH", to="Lan", due=date(2025, 9, 30)), returned_on=date(2025, 10, 13))
    done = {"state": DutyState.REPORTED, "reported_on": date(2025, 10, 9), "decider_id": ward.staff["Tâm"]}
    change(ward, ward.give(141, "Báo cáo", "VHXH", to="Quân", due=date(2025, 10, 15)), **done)


def owed_by_rule_and_by_tick(ward: Ward, day: date) -> tuple[set[int], set[int]]:
    """Staff who are owed a digest in the first look at a morning; nothing of it is kept."""
    now = at(f"{day:%d/%m/%Y} 07:30")
    with transaction(ward.engine) as session:
        facts = morning(session, ward.agency_id, office_day(now, "Asia/Ho_Chi_Minh"), now)
        rule = {p.id for p in facts.people.values() if facts.owed(p) is Owed.DIGEST and facts.reach_of(p.id).chat_id}
        made = digests(session, now)
        rows = session.exec(select(Notice).where(Notice.day == day, Notice.kind == NoticeKind.DIGEST)).all()
        found = {row.staff_id for row in rows if row.staff_id is not None and row.priority == 5}
        planned = sum(row.staff_id is not None for row in rows)
        weekly = len(session.exec(select(Notice).where(Notice.day == day, Notice.kind == NoticeKind.WEEKLY)).all())
        assert made == planned + weekly
        session.rollback()
    return rule, found


def serve(ward: Ward, day: date, staff_ids: set[int]) -> None:
    """Their digests of a day went out."""
    with transaction(ward.engine) as session:
        for staff_id in staff_ids:
            session.add(Notice(
                agency_id=ward.agency_id, key=digest_key(staff_id, day), kind=NoticeKind.DIGEST, staff_id=staff_id,
                day=day, state=NoticeState.SENT, created_at=at(f"{day:%d/%m/%Y} 07:30"),
            ))  # fmt: skip


@ON_BOTH
def test_the_statement_owes_what_the_rule_owes(ward: Ward) -> None:
    busy(ward)
    with transaction(ward.engine) as session:
        calendar = working_calendar(session)
        assert len(session.exec(select(Duty)).all()) > 20
    seen: list[set[int]] = []
    for day in filter(calendar.is_working, (date(2025, 10, 6) + timedelta(days=n) for n in range(16))):
        rule, found = owed_by_rule_and_by_tick(ward, day)
        assert found == rule, day
        serve(ward, day, {staff_id for staff_id in found if (staff_id + day.day) % 4})  # the others wait for their next
        seen.append(found)
    assert len({frozenset(found) for found in seen}) > 5


@pytest.mark.parametrize("whose", ["the office", "a plan", "a person"])
def test_a_ladder_of_ones_own_is_gone_by(ward: Ward, whose: str) -> None:
    busy(ward)
    own = Policy(before=(5,), after=(4,), weekdays_after=(2,))
    scope = {"a plan": {"plan_id": ward.plan_id}, "a person": {"staff_id": ward.staff["Lan"]}}.get(whose, {})
    with transaction(ward.engine) as session:
        session.add(LadderPolicy(
            agency_id=ward.agency_id, **scope, from_on=date(2025, 10, 5), before=list(own.before), after=list(own.after),
            weekdays_after=list(own.weekdays_after), head_after=own.head_after, office_after=own.office_after,
            leaders_after=own.leaders_after, next_decider_after=own.next_decider_after, keeper_after=own.keeper_after,
        ))  # fmt: skip
    for n in range(28):
        day = date(2025, 10, 6) + timedelta(days=n)
        if day.weekday() < 5:
            rule, found = owed_by_rule_and_by_tick(ward, day)
            assert found == rule, day
