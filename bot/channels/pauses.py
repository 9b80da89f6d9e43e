"""How a poller waits: longer after each failure, never longer than it takes to be told to stop."""

import asyncio
from collections.abc import Coroutine
from typing import TypeVar

from jobs.runner import sleep_or_stop

_T = TypeVar("_T")
_MOST_DOUBLINGS = 6
FAILURES_BEFORE_RENEWAL = 3
"""After so many in a row the connection is made anew."""


class Pauses:
    """Counts failures in a row; pauses are `first` seconds, then double with each failure up to 64 times that."""

    def __init__(self, first: float) -> None:
        self._first = first
        self.failures = 0

    def failed(self) -> None:
        self.failures += 1

    def succeeded(self) -> None:
        self.failures = 0

    async def wait(self, stop: asyncio.Event, at_least: float = 0.0) -> None:
        seconds = max(at_least, self._first * 2 ** min(max(self.failures - 1, 0), _MOST_DOUBLINGS))
        await sleep_or_stop(stop, seconds)


async def unless_stopped(work: Coroutine[object, object, _T], stop: asyncio.Event) -> _T | None:
    """The result of `work`, or None when `stop` is set first; then the work is cancelled."""
    working = asyncio.ensure_future(work)
    stopping = asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait((working, stopping), return_when=asyncio.FIRST_COMPLETED)
        return working.result() if working.done() else None
    finally:
        for task in (working, stopping):
            task.cancel()
        await asyncio.gather(working, stopping, return_exceptions=True)
