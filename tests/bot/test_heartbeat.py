"""The sign of life goes out only while the clock lives and the auditor agrees; a process whose clock died ends itself."""

import asyncio
import subprocess
import sys
from datetime import timedelta

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.heartbeat import beat_until
from jobs.clock import MovableClock
from jobs.runner import watch_clock
from storage.database import transaction
from storage.models.proof import Audit
from tests.engines import ON_BOTH
from tests.jobs.mornings import morning_of, october, run_all
from tests.people import Ward, at

pytestmark = ON_BOTH
ENDS_ITSELF = """
import asyncio
from jobs.runner import watch_clock


async def main():
    asyncio.get_running_loop().call_later(0.05, __import__("threading").Event().wait)
    await watch_clock(asyncio.Event(), asyncio.get_running_loop().time, limit=0.3)
asyncio.run(main())
"""


async def beats(ward: Ward, clock: MovableClock, caplog: pytest.LogCaptureFixture) -> bool:
    """Whether one look at this moment is heard outside."""
    stop, heard = asyncio.Event(), []

    async def hear(_: web.Request) -> web.Response:
        heard.append(1)
        stop.set()
        return web.Response(text="OK")

    app = web.Application()
    app.router.add_get("/secret-check", hear)
    caplog.clear()
    async with TestServer(app) as server:
        url = str(server.make_url("/secret-check"))
        beating = asyncio.create_task(beat_until(stop, ward.engine, clock, url, every=0.01))
        while not heard and "no heartbeat goes out" not in caplog.text:
            await asyncio.sleep(0)
        stop.set()
        await beating
    assert "secret-check" not in caplog.text
    return bool(heard)


async def test_the_heartbeat_goes_out_only_while_all_is_well(ward: Ward, caplog: pytest.LogCaptureFixture) -> None:
    ward.link("Lan", "Quân")
    october(ward)
    clock = MovableClock(at("13/10/2025 06:00"))
    assert not await beats(ward, clock, caplog)  # no tick has ever run
    run_all(ward.engine, clock)
    assert await beats(ward, clock, caplog)
    clock.move(at("13/10/2025 06:03"))
    assert not await beats(ward, clock, caplog)  # the clock has stood still

    morning_of(ward, "13/10/2025")
    clock.move(at("13/10/2025 07:55"))
    run_all(ward.engine, clock)
    assert await beats(ward, clock, caplog)
    with transaction(ward.engine) as session:
        day = clock.now().date() + timedelta(days=1)
        session.add(
            Audit(agency_id=ward.agency_id, day=day, at=clock.now(), owed=1, made=0, differences=[["missing", 1]])
        )
    assert not await beats(ward, clock, caplog)  # facts and messages differ


async def test_an_audit_that_did_not_come_silences_the_heartbeat(ward: Ward, caplog: pytest.LogCaptureFixture) -> None:
    ward.link("Lan", "Quân")
    october(ward)
    clock = MovableClock(at("13/10/2025 07:30"))
    run_all(ward.engine, clock)
    clock.move(at("13/10/2025 10:10"))
    assert not await beats(ward, clock, caplog)
    run_all(ward.engine, clock)  # what never left is a difference by now
    assert not await beats(ward, clock, caplog)


async def test_a_process_whose_ticks_stopped_ends() -> None:
    with pytest.raises(RuntimeError, match="no tick"):
        await watch_clock(asyncio.Event(), lambda: -1000.0)


def test_a_process_that_is_held_up_altogether_is_ended() -> None:
    ended = subprocess.run([sys.executable, "-c", ENDS_ITSELF], capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 1 and "Timeout" in ended.stderr
