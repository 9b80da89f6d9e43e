"""A handful of aligned ticks; each asks the database what is due and not yet there. Nothing due lives in here."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from sqlalchemy import Engine
from sqlmodel import Session

from jobs.clock import Clock, SystemClock
from storage.database import transaction, unavailable
from storage.queries import ticks

_log = logging.getLogger(__name__)

# Without these APScheduler drops a run that begins a second late, and doubles runs after a pause.
RUN_ALWAYS = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}


@dataclass(frozen=True)
class TickPlan:
    """One duty of the clock: `run` gets a session that is committed after it, and the instant.

    At each minute and second named in cron's way ("*/5", "0,30"), so that what is due at an hour begins on its second.
    """

    name: str
    run: Callable[[Session, datetime], object]
    minute: str = "*"
    second: str = "0"

    def trigger(self) -> CronTrigger:
        return CronTrigger(minute=self.minute, second=self.second, timezone="UTC")


class Alarm:
    """Says once that the database cannot be written, and once that it can again."""

    def __init__(self) -> None:
        self._raised = False

    def raised_by(self, error: Exception) -> None:
        if not self._raised:
            _log.error("S008 the database cannot be written (%s); nothing leaves until it can", type(error).__name__)
        self._raised = True

    def over(self) -> None:
        if self._raised:
            _log.warning("the database can be written again")
        self._raised = False


def run_tick(engine: Engine, clock: Clock, plan: TickPlan) -> bool:
    """Run one tick and keep how it went; its error is recorded, not raised. True when it went well."""
    now = clock.now()
    try:
        with transaction(engine) as session:
            plan.run(session, now)
            ticks.record(session, plan.name, now)
    except Exception as error:
        if unavailable(error):
            _log.warning("tick %s waits for the database: %s", plan.name, type(error).__name__)
        else:
            _log.exception("tick %s failed", plan.name)
        with transaction(engine) as session:
            ticks.record(session, plan.name, now, failure=type(error).__name__)
        return False
    return True


def build_scheduler(
    engine: Engine, clock: Clock, plans: list[TickPlan], after: Callable[[], None] = lambda: None
) -> AsyncIOScheduler:
    """A scheduler, not started, with one job a tick, the first run at once; `after` is called when a tick has run."""
    alarm = Alarm()
    scheduler: Any = AsyncIOScheduler(timezone="UTC", job_defaults=RUN_ALWAYS)

    async def run(plan: TickPlan) -> None:
        try:
            await asyncio.to_thread(run_tick, engine, clock, plan)
        except Exception as error:
            alarm.raised_by(error)
        else:
            alarm.over()
            after()

    at_once = SystemClock().now()  # APScheduler goes by the system's clock, whatever clock the ticks are given
    for plan in plans:
        scheduler.add_job(run, plan.trigger(), args=[plan], id=plan.name, next_run_time=at_once)
    return scheduler
