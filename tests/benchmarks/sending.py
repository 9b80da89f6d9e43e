"""A process that sends a morning to 34 bots without a limit: the product, or claims, sends and marks written by hand, over
the product's transport (the floor, `ptb_aio`) or over python-telegram-bot's own (the peer).

python -m tests.benchmarks.sending product|floor|peer URL SERVER SECONDS   prints [wall, cpu, peak MiB]; stops after SECONDS
"""

import asyncio
import json
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from sqlalchemy import Engine
from telegram import Bot
from telegram.request import BaseRequest, HTTPXRequest

from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.transport import AiohttpRequest
from jobs.clock import SystemClock
from jobs.delivery.marking import Marking
from jobs.delivery.sender import IDLE_SECONDS, Sender
from jobs.messages.render import render
from storage.database import open_engine
from tests.benchmarks.running import ShiftedClock
from tests.benchmarks.scale import AGENCIES, NOW

BATCH, IN_FLIGHT = 100, 8
_CLAIM = """UPDATE notice SET state = 'sending', owner = 'floor', fence = fence + 1, until = '2030-01-01', slot_at = '{now}'
    WHERE id IN (SELECT n.id FROM notice n JOIN chat c ON c.id = n.chat_id WHERE n.state IN ('waiting','sending')
                 AND n.state = 'waiting' AND c.connection_id = {bot} ORDER BY n.priority, n.id LIMIT {batch} {lock})
    RETURNING id, agency_id, chat_id"""
_TEXT = "Chào anh A, thứ Tư 18/11.\n\nSắp đến\n1. Báo cáo kết quả thực hiện nhiệm vụ số 1 – hạn hôm nay 18/11"


class _Fast(TelegramChannel):
    """No limit of ours: what the machine can do."""

    capabilities = replace(TelegramChannel.capabilities, per_second=1e6)


async def product(engine: Engine, server: str, over: float) -> None:
    """Each bot's own sender, as the process runs them, until nothing is left or the time is over."""
    clock = ShiftedClock((NOW - SystemClock().now()).total_seconds())
    marking = Marking(engine)

    async def one(bot: int) -> None:
        channel = _Fast(f"{bot}:x", server)
        sender = Sender(engine, bot, channel, clock, render, marking=marking)
        while time.monotonic() < over and await sender.step() < IDLE_SECONDS:
            await sender.finish()
        await sender.finish()
        await channel.close()

    await asyncio.gather(*(one(bot) for bot in range(1, AGENCIES + 1)))


async def by_hand(
    engine: Engine, server: str, over: float, pool: Callable[[int], BaseRequest] = AiohttpRequest
) -> None:
    """pool: a request of so many connections."""

    async def one(bot: int) -> None:
        request = pool(IN_FLIGHT)
        client = Bot(f"{bot}:x", base_url=f"{server}/bot", request=request)
        await request.initialize()
        claim = claim_of(engine, bot)
        slots = asyncio.Semaphore(IN_FLIGHT)

        async def send(row: Any) -> tuple[int, int]:
            async with slots:
                return row.id, (await client.send_message(row.chat_id, _TEXT)).message_id

        while time.monotonic() < over and (rows := claimed(engine, claim)):
            mark(engine, await asyncio.gather(*(send(row) for row in rows)))
        await request.shutdown()

    await asyncio.gather(*(one(bot) for bot in range(1, AGENCIES + 1)))


def claim_of(engine: Engine, bot: int) -> str:
    """The statement that claims a batch of one bot."""
    lock = "FOR UPDATE OF n SKIP LOCKED" if engine.name == "postgresql" else ""
    return _CLAIM.format(now=f"{NOW:%Y-%m-%d %H:%M:%S}", bot=bot, batch=BATCH, lock=lock)


def claimed(engine: Engine, claim: str) -> list[Any]:
    with engine.begin() as connection:
        return list(connection.exec_driver_sql(claim).all())


def mark(engine: Engine, sent: list[tuple[int, int]]) -> None:
    mark = "%s" if engine.name == "postgresql" else "?"
    with engine.begin() as connection:
        connection.exec_driver_sql(
            f"UPDATE notice SET state = 'sent', sent_at = slot_at, parts_sent = 1, reason = {mark} WHERE id = {mark}",
            [(str(message), notice) for notice, message in sent],
        )


def _httpx(connections: int) -> BaseRequest:
    return HTTPXRequest(connection_pool_size=connections, pool_timeout=60)


def main(which: str, url: str, server: str, seconds: str) -> None:
    engine = open_engine(url)
    work: Callable[..., Any] = {"product": product, "floor": by_hand, "peer": partial(by_hand, pool=_httpx)}[which]
    start, before = time.perf_counter(), time.process_time()
    asyncio.run(work(engine, server, time.monotonic() + float(seconds)))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps([time.perf_counter() - start, time.process_time() - before, peak]))


if __name__ == "__main__":
    main(*sys.argv[1:])
