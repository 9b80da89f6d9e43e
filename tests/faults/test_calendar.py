"""Days and time zones (faults 18 and 20): one digest a person and working day, none on days off, none for days gone by."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import col, select, update

from jobs.calendar import working_calendar
from jobs.clock import MovableClock
from jobs.ticks.digests import digests
from storage.database import transaction
from storage.kinds import NoticeKind, NoticeState
from storage.models.messages import Notice
from storage.models.organisation import Agency
from tests.jobs.mornings import october, run_all, send_all
from tests.people import Ward, at, build_ward

# No summer time, with it, half an hour of it, across the date line, and a quarter of an hour.
ZONES = ("Asia/Ho_Chi_Minh", "Europe/Berlin", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu")
LOOKS = (time(7, 29), time(7, 30))


def offices(ward: Ward) -> dict[str, Ward]:
    """An office in each zone; its keeper is owed a digest every working day."""
    found = {}
    for n, zone in enumerate(ZONES):
        office = ward if n == 0 else build_ward(ward.engine, f"Cơ quan {n}")
        office.link("Quân")
        with transaction(ward.engine) as session:
            session.get_one(Agency, office.agency_id).time_zone = zone
        found[zone] = office
    return found


def keepers_digests(ward: Ward, first: date, last: date) -> None:
    """The clock looks at each day of every zone; exactly one digest on each working day, none on another."""
    found = offices(ward)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    looks = sorted(
        datetime.combine(day, look, ZoneInfo(zone)).astimezone(UTC) for day in days for zone in ZONES for look in LOOKS
    )
    for now in looks:
        with transaction(ward.engine) as session:
            if digests(session, now):
                sent = update(Notice).where(col(Notice.state) == NoticeState.WAITING)
                session.execute(sent.values(state=NoticeState.SENT, sent_at=now))
    with transaction(ward.engine) as session:
        calendar = working_calendar(session)
        for zone, office in found.items():
            mine = select(Notice.day, Notice.created_at).where(
                Notice.staff_id == office.staff["Quân"], Notice.kind == NoticeKind.DIGEST
            )
            made = {day: created.astimezone(ZoneInfo(zone)) for day, created in session.exec(mine)}
            assert Counter(day for day, _ in session.exec(mine)) == Counter(d for d in days if calendar.is_working(d))
            assert {at.date() == day and time(7, 30) <= at.time() < time(20, 0) for day, at in made.items()} == {True}


def test_every_working_day_has_one_digest_where_clocks_change(ward: Ward) -> None:
    keepers_digests(ward, date(2025, 10, 3), date(2025, 10, 7))


@pytest.mark.faults
@pytest.mark.parametrize("year", [2025, 2026])
def test_two_years_in_five_zones_have_one_digest_a_working_day(ward: Ward, year: int) -> None:
    """All changes of the clock, Tết, the turn of the year, and the days worked in exchange; each year from October on."""
    keepers_digests(ward, date(year, 10, 1), date(year + 1, 9, 30))


def test_a_machine_that_was_off_for_three_days_tells_of_today_only(ward: Ward) -> None:
    """From Friday before the morning to Monday 07:59."""
    ward.link("Lan", "Quân", "Vinh", "Hoa", "Hà")
    october(ward)
    clock = MovableClock(at("10/10/2025 07:00"))
    run_all(ward.engine, clock)
    clock.move(at("13/10/2025 07:59"))
    for _ in range(2):
        run_all(ward.engine, clock)
        send_all(ward, clock.now())
        clock.move(clock.now() + timedelta(minutes=16))
    with transaction(ward.engine) as session:
        planned = select(Notice.staff_id, Notice.day).where(col(Notice.staff_id).is_not(None))
        found = session.exec(planned).all()
    assert {day for _, day in found} == {date(2025, 10, 13)}
    assert max(Counter(who for who, _ in found).values()) == 1
    # A step that fell on Friday counts on Monday.
    assert {ward.staff[name] for name in ("Lan", "Hoa", "Quân", "Hà")} <= {who for who, _ in found}
