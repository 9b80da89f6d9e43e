"""The working side of a process: sender loops, one a connection, and the clock's ticks; it knows no platform."""

import asyncio
import faulthandler
import logging
import sys
from collections.abc import Awaitable, Callable

from jobs.delivery.sender import Sender

_log = logging.getLogger(__name__)

PAUSE_AFTER_ERROR = 5.0
STOP_SECONDS = 10.0
LOOKS_EVERY = 5.0


class Wake:
    """Lets one part of a process tell the senders that there is something new; each sleeper is woken once."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def now(self) -> None:
        old, self._event = self._event, asyncio.Event()
        old.set()

    async def wait(self, seconds: float, stop: asyncio.Event) -> None:
        """At most `seconds`; less when woken or stopped."""
        waiting = [asyncio.ensure_future(self._event.wait()), asyncio.ensure_future(stop.wait())]
        try:
            await asyncio.wait(waiting, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for one in waiting:
                one.cancel()
            await asyncio.gather(*waiting, return_exceptions=True)


async def send_until(stop: asyncio.Event, sender: Sender, wake: Wake) -> None:
    """Send what the connection owes until told to stop, then finish what is under way within ten seconds."""
    while not stop.is_set():
        try:
            pause = await sender.step()
        except Exception as error:
            _log.warning("sending pauses, the database did not answer: %s", type(error).__name__)
            pause = PAUSE_AFTER_ERROR
        if pause > 0:
            await wake.wait(pause, stop)
    await sender.finish(STOP_SECONDS)


async def watch_clock(stop: asyncio.Event, last_beat: Callable[[], float], limit: float = 50.0) -> None:
    """Raise when no tick has run for `limit` seconds: a process that lives but does nothing must be restarted.
    Where even this loop is held up, so that nothing can be raised, the process is ended from outside of it.

    last_beat: seconds on the event loop's clock when a tick last ended.
    """
    loop = asyncio.get_running_loop()
    try:
        while not stop.is_set():
            faulthandler.dump_traceback_later(limit, exit=True, file=sys.__stderr__ or sys.stderr)
            if loop.time() - last_beat() > limit:
                raise RuntimeError(f"no tick has run for {limit:.0f} seconds")
            await sleep_or_stop(stop, LOOKS_EVERY)
    finally:
        faulthandler.cancel_dump_traceback_later()


async def sleep_or_stop(stop: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(stop.wait(), seconds)
    except TimeoutError:
        return


async def all_until_one_fails(stop: asyncio.Event, *work: Awaitable[None]) -> None:
    """Run everything; when one part ends by an error the others are told to stop, and the error is raised."""
    tasks = [asyncio.ensure_future(one) for one in work]
    await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    stop.set()
    if tasks:
        await asyncio.wait(tasks, timeout=STOP_SECONDS + 2)
    for task in tasks:
        task.cancel()
    for result in await asyncio.gather(*tasks, return_exceptions=True):
        if isinstance(result, Exception):
            raise result
