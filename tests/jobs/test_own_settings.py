"""Own hours, quiet days and weekdays in the mornings: honoured by both ways of owing, agreed to by the auditor."""

from collections import defaultdict
from datetime import date, datetime, time, timedelta

import pytest
from sqlmodel import select

from jobs.health import audit_state
from jobs.messages.render import render
from jobs.preview import preview
from jobs.rules.own_settings import FOREVER, Choice, hears_of_late_only
from jobs.rules.working_days import WorkingCalendar
from storage.database import transaction
from storage.kinds import DutyState, NoticeState
from storage.models.messages import Notice
from storage.models.organisation import Agency, Staff
from tests.engines import ON_BOTH
from tests.jobs.mornings import MORNING_KINDS, change, october, tick, waiting
from tests.jobs.test_audit import EVERYBODY, audited
from tests.people import Ward, at

MONDAY = "13/10/2025"


def chooses(ward: Ward, name: str, **columns: object) -> None:
    with transaction(ward.engine) as session:
        staff = session.get_one(Staff, ward.staff[name])
        for column, value in columns.items():
            setattr(staff, column, value)
        session.add(staff)


def minute(ward: Ward, now: datetime) -> dict[str, str]:
    """The tick comes by, and what may leave by now leaves; by given name."""
    names = {staff_id: name for name, staff_id in ward.staff.items()}
    tick(ward, now)
    sent = {}
    with transaction(ward.engine) as session:
        for notice in waiting(session):
            if notice.not_before is None or notice.not_before <= now:
                rendered = render(session, notice, now)
                notice.state = NoticeState.SENT if rendered else NoticeState.DROPPED
                notice.sent_at = now
                session.add(notice)
                if rendered:
                    sent[names[notice.staff_id or 0]] = rendered.text
    return sent


def a_morning(ward: Ward, day: str) -> dict[str, dict[str, str]]:
    """By moment, what left: a look every fifteen minutes from 06:30 to 10:00, and at 07:31."""
    start = at(f"{day} 06:30")
    moments = sorted({start + timedelta(minutes=15 * n) for n in range(15)} | {at(f"{day} 07:31")})
    left = ((f"{moment + timedelta(hours=7):%H:%M}", minute(ward, moment)) for moment in moments)
    return {moment: sent for moment, sent in left if sent}


def every_morning(ward: Ward, first: date, last: date) -> dict[str, set[date]]:
    """The days on which each got a message; the auditor agrees on all of them."""
    got: dict[str, set[date]] = defaultdict(set)
    for day in (first + timedelta(days=n) for n in range((last - first).days + 1)):
        if day.weekday() < 5:
            text = f"{day:%d/%m/%Y}"
            for name in {**minute(ward, at(f"{text} 07:30")), **minute(ward, at(f"{text} 07:31"))}:
                got[name].add(day)
            assert audited(ward, at(f"{text} 08:00")) == []
    return got


def by_moment(morning: dict[str, dict[str, str]]) -> dict[str, set[str]]:
    return {moment: set(sent) for moment, sent in morning.items()}


@ON_BOTH
def test_each_gets_the_morning_at_his_hour_and_nobody_waits_for_another(ward: Ward) -> None:
    ward.link(*EVERYBODY)
    october(ward)
    chooses(ward, "Lan", digest_at=time(9))
    chooses(ward, "Hoa", digest_at=time(6, 45))
    chooses(ward, "Hà", digest_at=time(8))
    morning = a_morning(ward, MONDAY)
    left = by_moment(morning)
    assert left["06:45"] == {"Hoa"} and left["09:00"] == {"Lan"} and left["08:00"] == {"Hà"}
    assert "Quân" in left["07:30"] | left["07:31"] and {"Tâm", "Dũng"} <= left["07:30"]
    assert set(left) == {"06:45", "07:30", "07:31", "08:00", "09:00"}
    heartbeat = (morning["07:30"] | morning["07:31"])["Quân"]
    assert "Còn 1 tin đang chờ gửi." in heartbeat
    assert sum(len(names) for names in left.values()) == len({name for names in left.values() for name in names})
    assert audited(ward, at(f"{MONDAY} 10:00")) == []


@ON_BOTH
def test_an_own_hour_is_kept_where_a_rule_decides_too(ward: Ward) -> None:
    """Of what waits for his decision the statement over steps knows nothing."""
    ward.link(*EVERYBODY)
    duties = october(ward)
    reported = {"state": DutyState.REPORTED, "reported_on": date(2025, 10, 10), "decider_id": ward.staff["Phúc"]}
    change(ward, duties[30], **reported)
    chooses(ward, "Phúc", digest_at=time(8, 15))
    left = by_moment(a_morning(ward, MONDAY))
    assert left["08:15"] == {"Phúc"} and "Phúc" not in left["07:30"]


def test_the_auditor_waits_for_the_last_hour_and_no_longer(ward: Ward) -> None:
    ward.link(*EVERYBODY)
    october(ward)
    chooses(ward, "Lan", digest_at=time(10))
    for moment in ("07:30", "07:31", "08:00"):
        minute(ward, at(f"{MONDAY} {moment}"))
    with transaction(ward.engine) as session:
        agency = session.get_one(Agency, ward.agency_id)
        assert not audit_state(session, agency, at(f"{MONDAY} 11:30")).overdue
        assert audit_state(session, agency, at(f"{MONDAY} 12:15")).overdue
    assert audited(ward, at(f"{MONDAY} 09:45")) is None
    assert audited(ward, at(f"{MONDAY} 11:59")) is None
    assert audited(ward, at(f"{MONDAY} 12:00")) == [["unsent", "Lan"]]


@ON_BOTH
def test_turned_off_only_what_is_late_is_spoken_of(ward: Ward) -> None:
    ward.link(*EVERYBODY)
    october(ward)
    ward.give(31, "Báo cáo văn hóa", "VHXH", to="Lan", due=date(2025, 10, 22))
    chooses(ward, "Lan", only_late_until=FOREVER)
    chooses(ward, "Quân", only_late_until=FOREVER)
    got = every_morning(ward, date(2025, 10, 13), date(2025, 10, 31))
    assert sorted(got["Lan"])[:3] == [date(2025, 10, 23), date(2025, 10, 24), date(2025, 10, 27)]
    assert min(got["Tâm"]) == date(2025, 10, 13) and len(got["Quân"]) == 15  # the keeper's heartbeat


@pytest.mark.parametrize("weekday", [3])
def test_one_day_of_the_week_is_enough(ward: Ward, weekday: int) -> None:
    ward.link(*EVERYBODY)
    october(ward)
    chooses(ward, "Lan", digest_weekday=weekday)
    got = every_morning(ward, date(2025, 10, 13), date(2025, 10, 30))
    assert {day.weekday() for day in got["Lan"]} == {weekday} and len(got["Lan"]) >= 2
    assert len({day.weekday() for day in got["Tâm"]}) > 2


@pytest.mark.parametrize(
    ("choice", "day", "quiet"),
    [
        (Choice(), date(2025, 10, 13), False),
        (Choice(None, date(2025, 10, 13)), date(2025, 10, 13), True),
        (Choice(None, date(2025, 10, 13)), date(2025, 10, 14), False),
        (Choice(0), date(2025, 10, 13), False),
        (Choice(0), date(2025, 10, 14), True),
        (Choice(0, date(2025, 10, 13)), date(2025, 10, 13), True),
        (Choice(0), date(2025, 9, 3), False),  # Monday and Tuesday were off
        (Choice(1), date(2025, 9, 3), False),
        (Choice(2), date(2025, 9, 3), False),
        (Choice(3), date(2025, 9, 3), True),
    ],
)
def test_a_weekday_that_is_off_counts_for_the_next_working_day(choice: Choice, day: date, quiet: bool) -> None:
    calendar = WorkingCalendar(frozenset({date(2025, 9, 1), date(2025, 9, 2)}), frozenset())
    assert hears_of_late_only(choice, day, calendar) is quiet


def test_the_preview_shows_own_hours(ward: Ward) -> None:
    ward.link(*EVERYBODY)
    october(ward)
    chooses(ward, "Lan", digest_at=time(9))
    found = preview(ward.engine, date(2025, 10, 13), date(2025, 10, 13), at("12/10/2025 20:00"))
    hours = {one.to.given_name: f"{one.at:%H:%M}" for one in found.messages}
    assert hours["Lan"] == "09:00" and hours["Tâm"] == "07:30" and hours["Quân"] in ("07:30", "07:31")


def test_nobody_gets_two_where_a_morning_begins_early(ward: Ward) -> None:
    ward.link(*EVERYBODY)
    october(ward)
    chooses(ward, "Quân", digest_at=time(6, 45))  # the heartbeat tells how the morning went
    left = by_moment(a_morning(ward, MONDAY))
    assert min(left) == "07:30" and "Quân" in left["07:30"] | left["07:31"]
    with transaction(ward.engine) as session:
        made = [n.staff_id for n in session.exec(select(Notice)) if n.kind in MORNING_KINDS and n.staff_id]
    assert len(made) == len(set(made))
