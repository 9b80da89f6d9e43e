"""One asyncio process: receives, handles, ticks and sends for every connection, until SIGTERM."""

import asyncio
import logging
import signal
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property

from apscheduler.events import EVENT_JOB_ERROR, EVENT_JOB_EXECUTED, EVENT_JOB_SUBMITTED, JobEvent
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy import Engine

from bot.channels.pauses import unless_stopped
from bot.file_worker import FileParts, handle_next_file
from bot.inbox_worker import Handle, handle_next
from bot.menus import SetMenu, keep_menus
from bot.polling import Poll, poll_under_lease
from jobs.clock import Clock
from jobs.delivery.channel import Channel
from jobs.delivery.marking import Marking
from jobs.delivery.rendered import Render
from jobs.delivery.sender import Sender, process_name
from jobs.runner import Wake, all_until_one_fails, send_until, sleep_or_stop, watch_clock
from jobs.scheduler import TickPlan, build_scheduler
from storage.database import transaction
from storage.models.channels import Connection
from storage.queries.connections import clear_stops, live_connections
from storage.revision import revision

_log = logging.getLogger(__name__)

LOOK_FOR_CONNECTIONS = 10.0
LOOK_FOR_REVISION = 10.0
INBOX_IDLE = 0.5
HANDLERS = 4  # messages of different chats handled at once; on SQLite one writes at a time
FILES_IDLE = 2.0
PAUSE_AFTER_ERROR = 5.0
TICKS_END_SECONDS = 8.0


@dataclass(frozen=True)
class Parts:
    """What the composition root hands over. `channel_of` gives None where a connection cannot work here (no secret);
    `poller_of` asks for updates, or keeps the webhook by which they come; `web` serves, `heartbeat` beats until told to stop, None without an address;
    `menu_of` shows commands where a channel has a menu."""

    engine: Engine
    clock: Clock
    channel_of: Callable[[Connection], Channel | None]
    poller_of: Callable[[Connection], Poll | None]
    render: Render
    handle: Handle
    ticks: list[TickPlan] = field(default_factory=list)
    parked: Handle | None = None
    files: FileParts | None = None
    web: Callable[[asyncio.Event, Wake], Awaitable[None]] | None = None
    heartbeat: Callable[[asyncio.Event], Awaitable[None]] | None = None
    menu_of: Callable[[Connection, Channel], SetMenu | None] = lambda _, __: None
    owner: str = field(default_factory=process_name)

    @cached_property
    def marking(self) -> Marking:
        """One for all connections of this process, so that marks are kept together."""
        return Marking(self.engine)


async def run_process(parts: Parts, stop: asyncio.Event, *, receives: bool = True, works: bool = True) -> None:
    """Run until `stop` is set. receives: ask the platforms and handle what people wrote; works: tick and send.

    Raises when a part has died, so that the supervisor starts the process anew.
    """
    wake = Wake()
    await asyncio.to_thread(_try_again, parts.engine)
    made_for = await asyncio.to_thread(revision, parts.engine)
    jobs: list[Awaitable[None]] = [
        _serve_connections(parts, stop, wake, receives=receives, works=works),
        _watch_revision(parts.engine, made_for, stop),
    ]
    if receives:
        at_once = HANDLERS if parts.engine.name == "postgresql" else 1
        jobs += [_handle_inbox(parts, stop, wake) for _ in range(at_once)]
        if parts.web is not None:
            jobs.append(parts.web(stop, wake))
    if works:
        jobs.append(_tick(parts, stop, wake))
        if parts.heartbeat is not None:
            jobs.append(parts.heartbeat(stop))
    await all_until_one_fails(stop, *jobs)


def run_until_told(parts: Parts, *, receives: bool = True, works: bool = True) -> None:
    """`run_process` for a shell: SIGTERM and Ctrl+C end it in good order."""

    async def main() -> None:
        stop = asyncio.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            # Windows has no such handlers; there Ctrl+C ends the loop by itself.
            with suppress(NotImplementedError):
                asyncio.get_running_loop().add_signal_handler(number, stop.set)
        await run_process(parts, stop, receives=receives, works=works)

    asyncio.run(main())


async def _watch_revision(engine: Engine, made_for: str | None, stop: asyncio.Event) -> None:
    """Raise when the database was brought to another revision: this build no longer knows its tables, and what starts
    next does, or says what to do.
    """
    while not stop.is_set():
        await sleep_or_stop(stop, LOOK_FOR_REVISION)
        try:
            found = await asyncio.to_thread(revision, engine)
        except Exception as error:
            _log.warning("the database's revision could not be read: %s", type(error).__name__)
            continue
        if found is None:
            _log.error("the database's revision could not be read: its table is away")
        elif found != made_for:
            raise RuntimeError(f"the database was brought from revision {made_for} to {found}; start again")


async def _handle_inbox(parts: Parts, stop: asyncio.Event, wake: Wake) -> None:
    async def one() -> bool:
        return await asyncio.to_thread(handle_next, parts.engine, parts.clock, parts.handle, parts.parked)

    await _in_turn(one, "handling", INBOX_IDLE, stop, wake)


async def _handle_files(
    parts: Parts, files: FileParts, connection: Connection, channel: Channel, stop: asyncio.Event, wake: Wake
) -> None:
    """Files have a loop of their own, so that a long one holds up nobody's words but its sender's."""

    async def one() -> bool | None:
        work = handle_next_file(parts.engine, parts.clock, connection.id, channel.fetch, files)
        return await unless_stopped(work, stop)

    await _in_turn(one, "handling files", FILES_IDLE, stop, wake)


async def _in_turn(
    work: Callable[[], Awaitable[bool | None]], what: str, idle: float, stop: asyncio.Event, wake: Wake
) -> None:
    """One after the other while there are any, then a look every `idle` seconds; a database that is away makes it pause."""
    while not stop.is_set():
        try:
            handled = await work()
        except Exception as error:
            _log.warning("%s pauses, the database did not answer: %s", what, type(error).__name__)
            await sleep_or_stop(stop, PAUSE_AFTER_ERROR)
            continue
        if handled:
            wake.now()
        else:
            await wake.wait(idle, stop)


async def _tick(parts: Parts, stop: asyncio.Event, wake: Wake) -> None:
    loop = asyncio.get_running_loop()
    beat = loop.time()

    def after() -> None:
        nonlocal beat
        beat = loop.time()
        wake.now()

    scheduler = build_scheduler(parts.engine, parts.clock, parts.ticks, after)
    idle = _idle(scheduler)
    scheduler.start()
    try:
        if parts.ticks:
            await watch_clock(stop, lambda: beat)
        else:
            await stop.wait()
    finally:
        scheduler.pause()
        # APScheduler cancels what still runs, and logs that as an error of the tick.
        with suppress(TimeoutError):
            await asyncio.wait_for(idle.wait(), TICKS_END_SECONDS)
        scheduler.shutdown(wait=False)


def _idle(scheduler: AsyncIOScheduler) -> asyncio.Event:
    """Set while no tick runs."""
    idle, running = asyncio.Event(), set[str]()
    idle.set()

    def began(event: JobEvent) -> None:
        running.add(event.job_id)
        idle.clear()

    def ended(event: JobEvent) -> None:
        running.discard(event.job_id)
        if not running:
            idle.set()

    scheduler.add_listener(began, EVENT_JOB_SUBMITTED)
    scheduler.add_listener(ended, EVENT_JOB_EXECUTED | EVENT_JOB_ERROR)
    return idle


async def _serve_connections(parts: Parts, stop: asyncio.Event, wake: Wake, *, receives: bool, works: bool) -> None:
    """Keep one set of loops a live connection: new ones begin, stopped ones end, mended ones begin again."""
    serving: dict[int, tuple[asyncio.Event, asyncio.Task[None]]] = {}
    while not stop.is_set():
        try:
            live = {c.id: c for c in await asyncio.to_thread(_live, parts.engine)}
        except Exception as error:
            _log.warning("connections could not be read: %s", type(error).__name__)
            await sleep_or_stop(stop, PAUSE_AFTER_ERROR)
            continue
        for gone in [i for i, (_, task) in serving.items() if i not in live or task.done()]:
            await _end(*serving.pop(gone))
        for connection in [c for i, c in live.items() if i not in serving]:
            ended = asyncio.Event()
            work = _serve_one(parts, connection, ended, wake, receives=receives, works=works)
            serving[connection.id] = (ended, asyncio.create_task(work))
        await sleep_or_stop(stop, LOOK_FOR_CONNECTIONS)
    await asyncio.gather(*(_end(*one) for one in serving.values()))


async def _serve_one(
    parts: Parts, connection: Connection, stop: asyncio.Event, wake: Wake, *, receives: bool, works: bool
) -> None:
    channel = parts.channel_of(connection)
    if channel is None:
        await stop.wait()
        return
    jobs: list[Awaitable[None]] = []
    poll = parts.poller_of(connection)
    if receives and poll is not None:
        jobs.append(poll_under_lease(parts.engine, parts.clock, connection, channel, poll, parts.owner, stop, wake.now))
    if receives and parts.files is not None:
        jobs.append(_handle_files(parts, parts.files, connection, channel, stop, wake))
    set_menu = parts.menu_of(connection, channel)
    if receives and set_menu is not None:
        jobs.append(keep_menus(parts.engine, connection.id, set_menu, stop))
    if works:
        sender = Sender(
            parts.engine, connection.id, channel, parts.clock, parts.render, owner=parts.owner, marking=parts.marking
        )
        jobs.append(send_until(stop, sender, wake))
    try:
        await all_until_one_fails(stop, *jobs)
    finally:
        await channel.close()


async def _end(ended: asyncio.Event, task: asyncio.Task[None]) -> None:
    ended.set()
    try:
        await task
    except Exception:
        _log.exception("a connection's loops ended by an error; they begin again")


def _try_again(engine: Engine) -> None:
    """Who starts the process may have mended a bot's token, so a stopped bot is tried once more."""
    with transaction(engine) as session:
        clear_stops(session)


def _live(engine: Engine) -> list[Connection]:
    with transaction(engine) as session:
        return live_connections(session)
