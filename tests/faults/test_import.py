"""A large import, and one statement over all of it, in the middle of a morning (fault 25), while a process sends."""

import asyncio
from datetime import date, timedelta

import pytest
from sqlalchemy import Engine, insert, text
from sqlmodel import Session, col, select, update

from storage.database import open_engine, transaction
from storage.kinds import DutyState, PartyRole
from storage.models.calendar import Tick
from storage.models.duties import Duty, Period
from storage.models.plans import Task
from tests.channels.telegram_server import TelegramServer
from tests.conftest import run_sql
from tests.faults.test_week import PROCESSES, Week, people_on, running
from tests.faults.three_lists import outbox, owed, received
from tests.faults.working_office import SharedClock
from tests.jobs.mornings import october
from tests.people import Ward, at

DAY, NEXT, ROWS, FIRST_ID = date(2025, 10, 13), date(2025, 10, 14), 50_000, 1_000_000
IDS = range(FIRST_ID, FIRST_ID + ROWS)
HELD_UP = text("SELECT wait_event, query FROM pg_stat_activity WHERE :importer = ANY(pg_blocking_pids(pid))")


def bring_in(session: Session, ward: Ward) -> None:
    """Work that is done already, so that nobody is owed anything by it."""
    same = {"agency_id": ward.agency_id}
    session.execute(
        insert(Task),
        [
            same | {"id": n, "plan_id": ward.plan_id, "position": n, "number": n, "code": f"B.{n}", "title": f"Việc {n}",
                    "short_title": f"Việc {n}", "deadline_text": "", "counted_as": f"B.{n}", "section": ["B"]}
            for n in IDS
        ],
    )  # fmt: skip
    session.execute(insert(Period), [same | {"id": n, "task_id": n, "key": "once", "start_on": DAY} for n in IDS])
    done = same | {
        "unit_id": ward.units["VP"],
        "role": PartyRole.LEAD,
        "state": DutyState.ACCEPTED,
        "closed_on": DAY,
        "reported_on": DAY,
        "recipient_id": ward.staff["Hà"],
    }
    session.execute(insert(Duty), [done | {"id": n, "period_id": n} for n in IDS])


def change_all(session: Session, ward: Ward) -> None:
    mine = (Duty.agency_id == ward.agency_id, col(Duty.id) >= FIRST_ID)
    session.execute(update(Duty).where(*mine).values(due_on=DAY + timedelta(days=60)))
    session.execute(update(Task).where(Task.agency_id == ward.agency_id, col(Task.id) >= FIRST_ID).values(title="Khác"))


MORNINGS = ((DAY, bring_in), (NEXT, change_all))


async def write(engine: Engine, ward: Ward, week: Week) -> None:
    """On the first morning the import, on the second a change of it all: one transaction each, in which 07:30 comes.

    PostgreSQL holds up nobody: there it stays uncommitted until the other has gone round twice and sent what is owed.
    """
    for day, change in MORNINGS:
        with transaction(engine) as session:
            await asyncio.to_thread(change, session, ward)
            before = len(week.server.sent)
            week.clock.move(max(week.clock.now(), at(f"{day:%d/%m/%Y} 07:30")))
            if engine.name == "postgresql":
                await goes_round_twice(engine, week, session.scalar(text("SELECT pg_backend_pid()")))
                assert len(week.server.sent) > before
        await week.quiet()
        assert len(week.server.sent) > before


async def goes_round_twice(engine: Engine, week: Week, importer: int) -> None:
    before, looks = week.rounds.value, 0
    while week.rounds.value < before + 2:
        looks += 1
        assert looks < 1000, "the other process does not go on"
        with transaction(engine) as session:
            assert not session.execute(HELD_UP, {"importer": importer}).all()
        await asyncio.sleep(0.03)


@pytest.mark.faults
async def test_a_morning_goes_on_while_tens_of_thousands_of_rows_change(ward: Ward, database_url: str) -> None:
    clock = SharedClock(PROCESSES.RawValue("d", 0.0))
    clock.move(at("13/10/2025 06:10"))
    october(ward)
    importer = open_engine(database_url)
    if importer.name == "postgresql":
        # As the server does by itself within a minute; before that it joins every task with every duty of an agency.
        run_sql(database_url, "ANALYZE")
    async with TelegramServer(now=clock.now) as server:
        people_on(ward, server)
        with running(ward, database_url, server, clock, 1) as week:
            await week.quiet()
            await write(importer, ward, week)
            assert week.process.is_alive()
        sent = list(server.sent)
    importer.dispose()
    should = owed(ward, DAY, NEXT)
    arrived, repeats = received(ward, sent, DAY.year)
    made = outbox(ward)
    assert should and (set(made), set(made.values()), arrived, repeats) == (should, {1}, should, 0)
    with transaction(ward.engine) as session:
        assert {tick.failure for tick in session.exec(select(Tick))} == {None}
        changed = session.exec(select(Task.title).where(col(Task.id) >= FIRST_ID)).all()
    assert (len(changed), set(changed)) == (ROWS, {"Khác"})
