"""Our own polling loop: get, store, and only then ask for the next, which tells Telegram that these were received."""

import asyncio
import json
import logging
from collections.abc import Callable, Mapping
from datetime import datetime

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.channels.pauses import FAILURES_BEFORE_RENEWAL, Pauses, unless_stopped
from bot.channels.telegram.channel import UNKNOWN_TOKEN, UPDATE_KINDS, TelegramChannel, seconds_to_wait
from bot.channels.telegram.commands import show_menu
from bot.channels.telegram.inbound import press_id, read_update, update_id
from bot.incoming import Incoming, Store
from jobs.delivery.channel import ConnectionRefused

_log = logging.getLogger(__name__)

_KINDS = json.dumps(UPDATE_KINDS)

Updates = list[Mapping[str, object]]


async def poll(
    channel: TelegramChannel,
    store: Store,
    stop: asyncio.Event,
    *,
    now: Callable[[], datetime],
    wait_seconds: float = 25.0,
    pause_seconds: float = 1.0,
) -> None:
    """Poll until `stop` is set.

    store: called with what arrived, and with nothing after an empty poll (a sign of life, good for a lease); what it
    could not store is not confirmed and comes again.
    wait_seconds: how long Telegram holds an empty poll. pause_seconds: the first pause after a failure, doubled up
    to 64 times. Raises ConnectionRefused when Telegram does not know the token.
    """
    pauses = Pauses(pause_seconds)
    offset: int | None = None
    await show_menu(channel)
    while not stop.is_set():
        try:
            updates = await unless_stopped(channel.get_updates(offset, wait_seconds, _KINDS), stop)
            if updates is None:
                return
            await store(await _read(channel, updates, now()))
        except InvalidToken:
            raise ConnectionRefused(UNKNOWN_TOKEN) from None
        except TelegramError as error:
            await _after_failure(channel, error, pauses)
            await pauses.wait(stop, seconds_to_wait(error) if isinstance(error, RetryAfter) else 0.0)
        except ConnectionRefused:
            raise
        except Exception as error:
            _log.error("could not store what Telegram sent, trying again: %s", type(error).__name__)
            pauses.failed()
            await pauses.wait(stop)
        else:
            pauses.succeeded()
            offset = max((update_id(update) + 1 for update in updates), default=offset)
            await asyncio.gather(*(channel.answer_press(p) for u in updates if (p := press_id(u))))


async def _read(channel: TelegramChannel, updates: Updates, received_at: datetime) -> list[Incoming]:
    if not updates:
        return []
    me = await channel.identity()
    read = [read_update(update, me, received_at) for update in updates]
    for update, incoming in zip(updates, read, strict=True):
        if incoming is None:
            _log.warning("update %s of Telegram is not a person's message, left out", update_id(update))
    return [incoming for incoming in read if incoming is not None]


async def _after_failure(channel: TelegramChannel, error: TelegramError, pauses: Pauses) -> None:
    pauses.failed()
    if isinstance(error, Conflict) and "webhook" in error.message.lower():
        _log.warning("a webhook is set for this bot; it is removed, because this process polls")
        try:
            await channel.stop_webhook()
        except TelegramError as second:
            _log.warning("the webhook could not be removed: %s", channel.hide(second))
    elif isinstance(error, Conflict):
        _log.warning("another program receives this bot's messages; one of the two must stop")
    else:
        _log.warning("asking Telegram for messages failed (%d in a row): %s", pauses.failures, channel.hide(error))
    if pauses.failures % FAILURES_BEFORE_RENEWAL == 0:
        await channel.renew_polling()
