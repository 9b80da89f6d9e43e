"""Polling Zalo: one update a call, no offset and no way to give one back, so each is stored before the next call."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from datetime import datetime

from bot.channels.pauses import FAILURES_BEFORE_RENEWAL, Pauses
from bot.channels.webhook import WebhookFailed
from bot.channels.zalo.channel import UNKNOWN_TOKEN, ZaloChannel
from bot.channels.zalo.client import BAD_TOKEN, NOTHING_YET, ZaloError, ZaloRefused
from bot.channels.zalo.inbound import read_update
from bot.incoming import Incoming, Store
from jobs.delivery.channel import ConnectionRefused

_log = logging.getLogger(__name__)

_NOTHING: Mapping[str, object] = {}


async def poll(
    channel: ZaloChannel,
    store: Store,
    stop: asyncio.Event,
    *,
    now: Callable[[], datetime],
    wait_seconds: float = 8.0,
    pause_seconds: float = 1.0,
) -> None:
    """Poll until `stop` is set; see the Telegram poller for `store`, `wait_seconds` and `pause_seconds`.

    A poll under way when `stop` is set is waited for, never cut: what it brings would be lost, hence the short wait.
    What could not be stored is kept and tried again before anything else is fetched, since Zalo has forgotten it.
    Raises ConnectionRefused when Zalo does not know the token.
    """
    pauses = Pauses(pause_seconds)
    await _free_from_webhook(channel)
    while not stop.is_set():
        try:
            update = await _next_update(channel, wait_seconds)
        except ZaloError as error:
            await _after_failure(channel, error, pauses)
            await pauses.wait(stop)
            continue
        pauses.succeeded()
        incoming = read_update(update, now()) if update else None
        await _keep([incoming] if incoming else [], store, stop, pauses)


async def _next_update(channel: ZaloChannel, wait_seconds: float) -> Mapping[str, object]:
    """One update, or an empty one when nothing came in time."""
    try:
        result = await channel.polling.call("getUpdates", {"timeout": str(int(wait_seconds))}, wait_seconds)
    except ZaloRefused as refused:
        if refused.code == NOTHING_YET:
            return _NOTHING
        if refused.code == BAD_TOKEN:
            raise ConnectionRefused(UNKNOWN_TOKEN) from None
        raise
    if isinstance(result, list):
        result = result[0] if result else None
    return result if isinstance(result, dict) else _NOTHING


async def _keep(incoming: list[Incoming], store: Store, stop: asyncio.Event, pauses: Pauses) -> None:
    while True:
        try:
            await store(incoming)
        except Exception as error:
            _log.error("could not store what Zalo sent, trying again: %s", type(error).__name__)
            pauses.failed()
            await pauses.wait(stop)
            if stop.is_set() or not incoming:
                return
        else:
            pauses.succeeded()
            return


async def _after_failure(channel: ZaloChannel, error: ZaloError, pauses: Pauses) -> None:
    pauses.failed()
    _log.warning("asking Zalo for messages failed (%d in a row): %s", pauses.failures, error)
    if pauses.failures % FAILURES_BEFORE_RENEWAL == 0:
        await channel.polling.renew()
        await _free_from_webhook(channel)


async def _free_from_webhook(channel: ZaloChannel) -> None:
    """Zalo answers no poll while a webhook is set, and does not say why."""
    try:
        if await channel.webhook_url():
            _log.warning("a webhook is set for this bot; it is removed, because this process polls")
            await channel.stop_webhook()
    except WebhookFailed as error:
        _log.warning("the webhook could not be looked at: %s", error)
