"""The composition root of the real processes: hands channels, handlers and ticks to `bot.process`."""

import asyncio
import logging
from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Any

from sqlalchemy import Engine

from bot.channels.factory import NoSecret, menu_of, open_channel, receiver_of
from bot.channels.webhook import hook_url
from bot.file_worker import FileParts
from bot.polling import Poll
from bot.process import Parts
from jobs.clock import SystemClock
from jobs.delivery.channel import Channel
from jobs.messages.render import render
from jobs.runner import Wake
from jobs.ticks.table import TICKS
from storage.models.channels import Connection
from storage.settings import Settings

_log = logging.getLogger(__name__)


def parts(engine: Engine) -> Parts:
    """What a process needs, on the system's clock."""
    settings = Settings()
    answer = partial(_answering("handle"), public_url=settings.public_root)
    parked = _answering("parked")
    files = FileParts(_answering("wants_file"), answer, parked)
    web = partial(_serve_web, engine, settings) if settings.public_root else None
    heartbeat = partial(_beat, engine, settings.heartbeat_url) if settings.heartbeat_url else None
    return Parts(
        engine, SystemClock(), _channel_of, partial(_receiver_of, settings), render, answer, list(TICKS), parked, files=files, web=web,
        heartbeat=heartbeat, menu_of=menu_of,
    )  # fmt: skip


def _answering(name: str) -> Callable[..., Any]:
    """A function of `bot.conversation.dispatch`, which loads with the first message: understanding people takes as long to load as all
    the rest, and neither asking the platforms nor sending waits for it.
    """

    def call(*args: Any, **named: Any) -> Any:
        return getattr(import_module("bot.conversation.dispatch"), name)(*args, **named)

    return call


async def _beat(engine: Engine, url: str, stop: asyncio.Event) -> None:
    from bot.heartbeat import beat_until

    await beat_until(stop, engine, SystemClock(), url)


async def _serve_web(engine: Engine, settings: Settings, stop: asyncio.Event, wake: Wake) -> None:
    from bot.web.app import WebSide
    from bot.web.hooks import HookSide
    from bot.web.server import serve

    app = WebSide(engine, SystemClock(), wake.now).app()
    if settings.webhook_channels:
        HookSide(engine, SystemClock(), wake.now, settings.webhook_channels).add_to(app)
    await serve(app, int(settings.port), stop)


def _channel_of(connection: Connection) -> Channel | None:
    try:
        return open_channel(connection)
    except NoSecret as missing:
        _log.info("connection %s waits: the environment variable %s is not set", connection.id, missing)
        return None


def _receiver_of(settings: Settings, connection: Connection) -> Poll | None:
    hooked = connection.channel in settings.webhook_channels
    return receiver_of(connection, hook_url(settings.public_root, connection.id) if hooked else None)
