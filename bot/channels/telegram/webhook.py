"""Updates that Telegram posts."""

import asyncio
import logging
from collections.abc import Mapping
from datetime import datetime

from telegram.error import TelegramError

from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.commands import show_menu
from bot.channels.telegram.inbound import press_id, read_update, update_id
from bot.channels.webhook import WebhookFailed, hold
from bot.incoming import Incoming, Store
from jobs.delivery.channel import ConnectionRefused

_log = logging.getLogger(__name__)


class TelegramReads:
    """The channel is only asked who the bot is, once, for talk in groups."""

    header = "X-Telegram-Bot-Api-Secret-Token"

    def __init__(self, channel: TelegramChannel) -> None:
        self._channel = channel

    async def read(self, raw: Mapping[str, object], now: datetime) -> Incoming | None:
        try:
            me = await self._channel.identity()
        except (TelegramError, ConnectionRefused) as error:
            raise WebhookFailed(self._channel.hide(error)) from None
        incoming = read_update(raw, me, now)
        if incoming is None:
            _log.warning("update %s of Telegram is not a person's message, left out", update_id(raw))
        return incoming

    def answer(self, raw: Mapping[str, object]) -> Mapping[str, object] | None:
        """Telegram carries out one call that comes as the answer: the pressed button's spinner stops."""
        press = press_id(raw)
        return {"method": "answerCallbackQuery", "callback_query_id": press} if press else None

    async def close(self) -> None:
        await self._channel.close()


async def receive(channel: TelegramChannel, _: Store, stop: asyncio.Event, *, url: str, secret: str) -> None:
    """In the place of the poller: updates come by `url`, nothing is asked for."""
    await show_menu(channel)
    await hold(channel, stop, url=url, secret=secret)
