"""Serves the web side on a port until told to stop; a port that is taken stops nothing else."""

import asyncio
import logging

from aiohttp import web

from jobs.runner import sleep_or_stop

_log = logging.getLogger(__name__)

TRY_AGAIN = 30.0
CLOSE_SECONDS = 5.0


async def serve(app: web.Application, port: int, stop: asyncio.Event) -> None:
    """Serve on every address of this machine."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=CLOSE_SECONDS)
    await runner.setup()
    try:
        while not stop.is_set():
            try:
                await web.TCPSite(runner, port=port).start()
            except OSError as error:
                _log.error("S006 port %s cannot be used (%s); set PORT to a free one", port, error.strerror)
                await sleep_or_stop(stop, TRY_AGAIN)
            else:
                await stop.wait()
    finally:
        await runner.cleanup()
