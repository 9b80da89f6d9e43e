"""Asking a platform for updates: by one process at a time, taken over 30 s after that one has died."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress

from sqlalchemy import Engine

from bot.incoming import Incoming, Store
from jobs.clock import Clock
from jobs.delivery.channel import Channel, ConnectionRefused
from jobs.runner import sleep_or_stop
from storage.database import transaction
from storage.models.channels import Connection
from storage.queries import connections, inbox
from storage.queries.fall_over import bot_failed

_log = logging.getLogger(__name__)

Poll = Callable[[Channel, Store, asyncio.Event], Awaitable[None]]

RENEW_SECONDS = 5.0
# More than the 8 s Zalo holds a poll, as what a cut poll brings is lost there; less than the 10 s supervisors allow.
STOP_SECONDS = 9.0


async def poll_under_lease(
    engine: Engine,
    clock: Clock,
    connection: Connection,
    channel: Channel,
    poll: Poll,
    owner: str,
    stop: asyncio.Event,
    stored: Callable[[], None],
    *,
    renew_seconds: float = RENEW_SECONDS,
) -> None:
    """Poll while this process has the lease of the connection, until `stop`; `stored` is called when rows came in."""

    async def keep(arrived: list[Incoming]) -> None:
        if not arrived:
            return
        fresh = await asyncio.to_thread(store_all, engine, clock, connection, arrived)
        if fresh > 0:
            stored()

    polling: tuple[asyncio.Event, asyncio.Future[None]] | None = None
    waits = False
    while not stop.is_set():
        mine = await asyncio.to_thread(_take_lease, engine, clock, connection.id, owner)
        if polling is not None and (not mine or polling[1].done()):
            await _end(engine, clock, connection, *polling)
            polling = None
        elif mine and polling is None:
            lost = asyncio.Event()
            polling = (lost, asyncio.ensure_future(poll(channel, keep, lost)))
        if not mine and not waits:
            _log.warning("another process receives for connection %s; this one takes over if it ends", connection.id)
        waits = not mine
        await sleep_or_stop(stop, renew_seconds)
    if polling is not None:
        await _end(engine, clock, connection, *polling)
    await asyncio.to_thread(_leave_lease, engine, connection.id, owner)


def store_all(engine: Engine, clock: Clock, connection: Connection, arrived: list[Incoming]) -> int:
    """Store updates in one transaction, before the platform is told "received"; how many were new."""
    with transaction(engine) as session:
        ids = [inbox.store(session, connection.id, connection.agency_id, one, clock.now()) for one in arrived]
    return sum(i is not None for i in ids)


async def _end(
    engine: Engine, clock: Clock, connection: Connection, lost: asyncio.Event, polling: asyncio.Future[None]
) -> None:
    lost.set()
    await asyncio.wait([polling], timeout=STOP_SECONDS)
    polling.cancel()
    try:
        with suppress(asyncio.CancelledError):
            await polling
    except ConnectionRefused as refused:
        _log.error("connection %s is stopped: %s", connection.id, refused)
        await asyncio.to_thread(_stop, engine, clock, connection.id, str(refused))
    except Exception:
        _log.exception("polling of connection %s ended; it begins again", connection.id)


def _take_lease(engine: Engine, clock: Clock, connection_id: int, owner: str) -> bool:
    try:
        with transaction(engine) as session:
            return connections.take_poll_lease(session, connection_id, owner, clock.now())
    except Exception as error:
        _log.error("the lease of connection %s could not be renewed: %s", connection_id, type(error).__name__)
        return False


def _leave_lease(engine: Engine, connection_id: int, owner: str) -> None:
    with transaction(engine) as session:
        connections.leave_poll_lease(session, connection_id, owner)


def _stop(engine: Engine, clock: Clock, connection_id: int, reason: str) -> None:
    with transaction(engine) as session:
        connections.stop_connection(session, connection_id, reason)
        bot_failed(session, connections.connection_by_id(session, connection_id).agency_id, connection_id, clock.now())
