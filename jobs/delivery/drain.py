"""One turn of sending, for who moves the clock himself: the demo, and stories."""

import asyncio

from sqlalchemy import Engine

from jobs.clock import Clock
from jobs.delivery.channel import Channel
from jobs.delivery.rendered import Render
from jobs.delivery.sender import Sender, Sleep


async def drain(
    engine: Engine,
    connection_id: int,
    channel: Channel,
    clock: Clock,
    render: Render,
    *,
    sleep: Sleep = asyncio.sleep,
) -> float:
    """Send what a connection owes and may send now, wait for the outcomes; seconds until there may be more."""
    sender = Sender(engine, connection_id, channel, clock, render, sleep=sleep)
    wait = await sender.step()
    await sender.finish()
    return wait
