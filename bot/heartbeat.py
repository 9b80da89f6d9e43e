"""The sign of life for a watcher outside: a request a minute while the clock lives and the auditor agrees, else silence."""

import asyncio
import logging

from aiohttp import ClientError, ClientTimeout
from sqlalchemy import Engine

from bot.channels.http import new_session
from jobs.clock import Clock
from jobs.health import well
from jobs.runner import sleep_or_stop
from storage.database import transaction

_log = logging.getLogger(__name__)

EVERY = 60.0
LONGEST = ClientTimeout(total=15)


async def beat_until(stop: asyncio.Event, engine: Engine, clock: Clock, url: str, every: float = EVERY) -> None:
    """Ask for `url` each time all is well. Its address may be secret, so it is never logged; no error ends the process."""
    while not stop.is_set():
        try:
            if await asyncio.to_thread(_well, engine, clock):
                async with new_session(1, url) as http, http.get(url, timeout=LONGEST) as answer:
                    await answer.read()
            else:
                _log.warning("no heartbeat goes out: the clock or the last audit is not well; see nhacviec doctor")
        except (ClientError, TimeoutError, OSError) as error:
            _log.warning("the heartbeat was not heard: %s", type(error).__name__)
        except Exception as error:
            _log.warning("the heartbeat could not look: %s", type(error).__name__)
        await sleep_or_stop(stop, every)


def _well(engine: Engine, clock: Clock) -> bool:
    with transaction(engine) as session:
        return well(session, clock.now())
