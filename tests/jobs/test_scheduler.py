"""Ticks: one that fails is recorded and stops no other."""

import asyncio
from datetime import datetime

from sqlmodel import Session

from jobs.clock import MovableClock
from jobs.scheduler import TickPlan, build_scheduler, run_tick
from jobs.ticks.upkeep import UPKEEP
from storage.database import transaction
from storage.models.calendar import Tick
from storage.queries.ticks import last_runs
from tests.engines import ON_BOTH
from tests.people import Ward, at

pytestmark = ON_BOTH

NOW = at("13/10/2025 07:30")


def fails(session: Session, now: datetime) -> None:
    raise ValueError("words that must not be kept")


def test_how_a_tick_went_is_kept(ward: Ward) -> None:
    clock = MovableClock(NOW)
    assert run_tick(ward.engine, clock, TickPlan("good", lambda s, n: None))
    assert not run_tick(ward.engine, clock, TickPlan("bad", fails))
    with transaction(ward.engine) as session:
        runs = {t.name: (t.ran_at, t.good_at, t.failure) for t in last_runs(session)}
    assert runs == {"good": (NOW, NOW, None), "bad": (NOW, None, "ValueError")}


def test_a_tick_that_works_again_loses_its_failure(ward: Ward) -> None:
    clock = MovableClock(NOW)
    run_tick(ward.engine, clock, TickPlan("tick", fails))
    run_tick(ward.engine, clock, TickPlan("tick", lambda s, n: None))
    with transaction(ward.engine) as session:
        tick = session.get(Tick, "tick")
        assert tick and tick.failure is None


async def test_every_tick_runs_at_once_and_late_runs_are_never_dropped(ward: Ward) -> None:
    ran, all_ran = [], asyncio.Event()
    loop = asyncio.get_running_loop()

    def after() -> None:
        ran.append(1)
        if len(ran) == 2:
            loop.call_soon(all_ran.set)

    plans = [TickPlan("bad", fails, minute="0"), TickPlan("good", lambda s, n: None, minute="0")]
    scheduler = build_scheduler(ward.engine, MovableClock(NOW), plans, after)
    scheduler.start()
    try:
        await asyncio.wait_for(all_ran.wait(), 10)
        for job in scheduler.get_jobs():
            assert (job.misfire_grace_time, job.coalesce, job.max_instances) == (None, True, 1)
    finally:
        scheduler.shutdown(wait=False)


def test_the_upkeep_runs_on_an_empty_office(ward: Ward) -> None:
    assert all(run_tick(ward.engine, MovableClock(NOW), plan) for plan in UPKEEP)
