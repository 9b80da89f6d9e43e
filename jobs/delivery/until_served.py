"""Keeps what must not be forgotten, however long the database is away."""

import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from storage.database import unavailable

PAUSE = 1.0

_log = logging.getLogger(__name__)
_T = TypeVar("_T")


async def until_served(keep: Callable[[], Awaitable[_T]], sleep: Callable[[float], Awaitable[None]]) -> _T:
    """Ask a database that cannot serve again and again. A commit whose answer was lost is asked for twice, so `keep` must
    be fenced: harmless where it was kept after all.
    """
    while True:
        try:
            return await keep()
        except Exception as error:
            if not unavailable(error):
                raise
            _log.warning("a mark waits for the database: %s", type(error).__name__)
        await sleep(PAUSE)
