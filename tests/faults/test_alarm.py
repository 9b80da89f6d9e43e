"""A database that cannot be written (fault 6) is told once, `/healthz` and the heartbeat say it, and nothing stays behind."""

import asyncio
from datetime import timedelta

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.heartbeat import beat_until
from bot.web.app import WebSide
from jobs.clock import MovableClock
from jobs.scheduler import build_scheduler
from jobs.ticks.table import TICKS
from tests.engines import ON_BOTH
from tests.faults.broken_database import read_only
from tests.people import Ward, at

pytestmark = ON_BOTH


class Watched:
    """An office's clock, and who watches it from outside."""

    def __init__(self, ward: Ward, caplog: pytest.LogCaptureFixture) -> None:
        self.ward, self.caplog, self.clock, self.beats = ward, caplog, MovableClock(at("13/10/2025 10:00")), 0
        self.scheduler = build_scheduler(ward.engine, self.clock, list(TICKS))

    async def pass_minutes(self, minutes: int) -> None:
        for _ in range(minutes):
            self.clock.move(self.clock.now() + timedelta(minutes=1))
            for job in self.scheduler.get_jobs():
                await job.func(*job.args)

    async def health(self) -> int:
        async with TestClient(TestServer(WebSide(self.ward.engine, self.clock, lambda: None).app())) as browser:
            return (await browser.get("/healthz")).status

    async def is_heard(self) -> bool:
        """Whether one look of the heartbeat ends in a request."""
        stop, before = asyncio.Event(), len(self.caplog.records)

        async def hear(_: web.Request) -> web.Response:
            self.beats += 1
            stop.set()
            return web.Response()

        app = web.Application()
        app.router.add_get("/", hear)
        async with TestServer(app) as server:
            beating = asyncio.create_task(
                beat_until(stop, self.ward.engine, self.clock, str(server.make_url("/")), every=0.01)
            )
            while not stop.is_set() and len(self.caplog.records) == before:
                await asyncio.sleep(0)
            stop.set()
            await beating
        return len(self.caplog.records) == before


async def test_one_alarm_while_the_database_cannot_be_written(ward: Ward, caplog: pytest.LogCaptureFixture) -> None:
    office = Watched(ward, caplog)
    await office.pass_minutes(1)
    assert (await office.health(), await office.is_heard()) == (200, True)
    with read_only(ward.engine):
        await office.pass_minutes(4)
        alarms = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
        assert (await office.health(), await office.is_heard()) == (503, False)
    assert len(alarms) == 1 and alarms[0].startswith("S008 ")
    caplog.clear()
    await office.pass_minutes(2)
    assert [record.getMessage() for record in caplog.records] == ["the database can be written again"]
    assert (await office.health(), await office.is_heard()) == (200, True)
