"""The composition root of the real processes: hands channels, handlers and ticks to `bot.process`."""

import logging
from functools import partial

from sqlalchemy import Engine

from bot.channels.factory import NoSecret, open_channel
from bot.dispatch import FILES, handle, parked
from bot.polling import Poll
from bot.process import Parts
from jobs.clock import SystemClock
from jobs.delivery.channel import Channel
from jobs.messages.render import render
from jobs.ticks.table import TICKS
from storage.kinds import ChannelKind
from storage.models.channels import Connection

_log = logging.getLogger(__name__)


def parts(engine: Engine) -> Parts:
    """What a process needs, on the system's clock."""
    return Parts(engine, SystemClock(), _channel_of, _poller_of, render, handle, list(TICKS), parked, FILES)


def _channel_of(connection: Connection) -> Channel | None:
    try:
        return open_channel(connection)
    except NoSecret as missing:
        _log.info("connection %s waits: the environment variable %s is not set", connection.id, missing)
        return None


def _poller_of(connection: Connection) -> Poll | None:
    clock = SystemClock()
    if connection.channel is ChannelKind.TELEGRAM:
        from bot.channels.telegram.poller import poll as telegram_poll

        return partial(telegram_poll, now=clock.now)
    if connection.channel is ChannelKind.ZALO:
        from bot.channels.zalo.poller import poll as zalo_poll

        return partial(zalo_poll, now=clock.now)
    return None
