"""Updates that Zalo posts: wrapped as documented, or flat as live bots get them; an empty probe now and then."""

import asyncio
from collections.abc import Mapping
from datetime import datetime

from bot.channels.webhook import hold
from bot.channels.zalo.channel import ZaloChannel
from bot.channels.zalo.inbound import read_update
from bot.incoming import Incoming, Store


class ZaloReads:
    header = "X-Bot-Api-Secret-Token"

    async def read(self, raw: Mapping[str, object], now: datetime) -> Incoming | None:
        return read_update(raw, now)

    def answer(self, raw: Mapping[str, object]) -> Mapping[str, object] | None:
        return None

    async def close(self) -> None:
        """Nothing to give back."""


async def receive(channel: ZaloChannel, _: Store, stop: asyncio.Event, *, url: str, secret: str) -> None:
    """In the place of the poller: updates come by `url`, nothing is asked for."""
    await hold(channel, stop, url=url, secret=secret)
