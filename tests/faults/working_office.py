"""A real process that does an office's work at a clock the test moves: ticks, answers, sending to a server nearby."""

import asyncio
import os
from datetime import UTC, datetime, timedelta
from multiprocessing.sharedctypes import Synchronized
from typing import Any

from sqlmodel import select

from bot.channels.factory import open_channel
from bot.conversation.dispatch import handle, parked
from bot.inbox_worker import handle_next
from jobs.clock import SystemClock
from jobs.delivery.sender import Sender
from jobs.messages.render import render
from jobs.scheduler import run_tick
from jobs.ticks.table import TICKS
from storage.database import open_engine, transaction
from storage.models.channels import Connection
from tests.stories.platforms import SECRET


class SharedClock:
    """The system's clock and what the test has moved it by, in seconds; no lock, as its holder may be killed."""

    def __init__(self, ahead: Any) -> None:
        self.ahead = ahead

    def now(self) -> datetime:
        return SystemClock().now() + timedelta(seconds=self.ahead.value)

    def move(self, to: datetime) -> None:
        self.ahead.value = (to - datetime.now(UTC)).total_seconds()


def work(url: str, token: str, ahead: "Synchronized[float]", rounds: "Synchronized[int]") -> None:
    """Go round until killed; `rounds` counts those in which everything went well."""
    os.environ |= {SECRET: token, "NO_PROXY": "127.0.0.1"}
    asyncio.run(_work(url, SharedClock(ahead), rounds))


async def _work(url: str, clock: SharedClock, rounds: Any) -> None:
    engine = open_engine(url)
    with transaction(engine) as session:
        bot = session.exec(select(Connection)).one()
    channel = open_channel(bot)
    assert channel is not None
    sender = Sender(engine, bot.id, channel, clock, render)
    while True:
        try:
            well = [await asyncio.to_thread(run_tick, engine, clock, plan) for plan in TICKS]
            while await asyncio.to_thread(handle_next, engine, clock, handle, parked):
                pass
            while await sender.step() == 0.0:
                pass
            await asyncio.wait_for(sender.finish(), 60)
        except Exception:
            await asyncio.sleep(0.05)  # the database did not answer
        else:
            rounds.value += all(well)
            await asyncio.sleep(0.01)
