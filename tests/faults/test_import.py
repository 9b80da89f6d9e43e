"""A large import, and one statement over all of it, in the middle of a morning (fault 25), while a process sends."""

import asyncio
from datetime import date, timedelta

import pytest
from sqlalchemy import Engine, insert
from sqlmodel import Session, col, select, update

from storage.database import open_engine, transaction
from storage.kinds import DutyState, PartyRole
from storage.models.calendar import Tick
from storage.models.duties import Duty, Period
from storage.models.plans import Task
from tests.channels.telegram_server import TelegramServer
from tests.faults.test_week import PROCESSES, Week, people_on, running
from tests.faults.three_lists import outbox, owed, received
from tests.faults.working_office import SharedClock
from tests.jobs.mornings import october
from tests.people import Ward, at

DAY, ROWS, FIRST_ID = date(2025, 10, 13), 10_000, 1_000_000
CHANGES = 2
IDS = range(FIRST_ID, FIRST_ID + ROWS)


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


async def write(engine: Engine, ward: Ward, week: Week) -> int:
    """The import and the changes, each one transaction; how many whole rounds the other process made meanwhile.

    PostgreSQL holds up nobody: there each change stays uncommitted until the other has gone round twice.
    """
    begun = week.rounds.value
    for n in range(1 + CHANGES):
        with transaction(engine) as session:
            await asyncio.to_thread(bring_in if n == 0 else change_all, session, ward)
            before, looks = week.rounds.value, 0
            while engine.name == "postgresql" and week.rounds.value < before + 2:
                looks += 1
                assert looks < 1000, "the other process waits for a lock"
                await asyncio.sleep(0.03)
        await week.quiet()
    return week.rounds.value - begun


@pytest.mark.faults
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_morning_goes_on_while_tens_of_thousands_of_rows_change(ward: Ward, database_url: str) -> None:
    clock = SharedClock(PROCESSES.RawValue("d", 0.0))
    clock.move(at("13/10/2025 06:10"))
    october(ward)
    importer = open_engine(database_url)
    async with TelegramServer(now=clock.now) as server:
        people_on(ward, server)
        with running(ward, database_url, server, clock, 1) as week:
            await week.quiet()
            clock.move(at("13/10/2025 07:30"))
            rounds = await write(importer, ward, week)
            clock.move(max(clock.now(), at("13/10/2025 07:47")))
            await week.quiet()
            assert week.process.is_alive()
        sent = list(server.sent)
    importer.dispose()
    should = owed(ward, DAY, DAY)
    arrived, repeats = received(ward, sent, DAY.year)
    made = outbox(ward)
    assert should and (set(made), set(made.values()), arrived, repeats) == (should, {1}, should, 0)
    assert rounds >= (1 + CHANGES) * (2 if ward.engine.name == "postgresql" else 1)
    with transaction(ward.engine) as session:
        assert {tick.failure for tick in session.exec(select(Tick))} == {None}
        changed = session.exec(select(Task.title).where(col(Task.id) >= FIRST_ID)).all()
    assert (len(changed), set(changed)) == (ROWS, {"Khác"})
    print(f"{len(arrived)} arrived, {rounds} rounds of the other process during {1 + CHANGES} transactions")
