"""The web side: `/healthz`, and pages for one file each. Nothing here logs an address, a name or a text."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import PurePath
from typing import TypeVar
from urllib.parse import quote

from aiohttp import BodyPartReader, web
from sqlalchemy import Engine
from sqlmodel import Session

from bot.replies import pages
from bot.replies.unreadable import what_to_do
from bot.usecases.file_page import PATH, OpenPage, bring_in, look, take_out
from bot.web.throttle import Throttle
from jobs.clock import Clock
from jobs.health import clock_state
from locales.translate import translator
from storage.database import transaction
from storage.documents.errors import Reason
from storage.documents.package import MAX_BYTES

_log = logging.getLogger(__name__)

MOST_UPLOADS = 4  # at once: each holds its file in memory
UPLOAD_SECONDS = 300.0
_PIECE = 64 * 1024
_AROUND = 64 * 1024  # what a form adds to its file
_HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
}
_T = TypeVar("_T")


class _TooLarge(Exception):
    """The file is larger than 20 MB."""


class WebSide:
    """`arrived` is called when a file was brought in."""

    def __init__(
        self, engine: Engine, clock: Clock, arrived: Callable[[], None], throttle: Throttle | None = None
    ) -> None:
        self._engine, self._clock, self._arrived = engine, clock, arrived
        self._throttle = throttle or Throttle()
        self._uploads = asyncio.Semaphore(MOST_UPLOADS)

    def app(self) -> web.Application:
        app = web.Application(client_max_size=MAX_BYTES + _AROUND)
        app.router.add_get("/healthz", self._health)
        app.router.add_get(PATH + "{token}", self._show)
        app.router.add_post(PATH + "{token}", self._use)
        return app

    async def _health(self, _: web.Request) -> web.Response:
        try:
            lives = await self._in_transaction(lambda session, now: clock_state(session).lives(now))
        except Exception as error:
            _log.warning("the database did not answer: %s", type(error).__name__)
            return web.Response(status=503, text="database\n")
        return web.Response(text="ok\n") if lives else web.Response(status=503, text="ticks\n")

    async def _show(self, request: web.Request) -> web.Response:
        page = await self._page_of(request)
        if not isinstance(page, OpenPage):
            return page
        _, agency = translator(page.who.language), page.who.agency.name
        return _html(pages.take(_, agency) if page.outgoing else pages.bring(_, agency))

    async def _use(self, request: web.Request) -> web.Response:
        page = await self._page_of(request)
        if not isinstance(page, OpenPage):
            return page
        if page.outgoing:
            return await self._take_out(request)
        if self._uploads.locked():
            return _html(pages.busy(translator(page.who.language)), 503)
        async with self._uploads:
            return await self._bring_in(request, page)

    async def _page_of(self, request: web.Request) -> OpenPage | web.Response:
        """The page behind the address, or the answer where there is none."""
        if not self._throttle.allows(request.remote or "", self._clock.now()):
            return _html(pages.busy(translator(None)), 429)
        token = request.match_info["token"]
        page = await self._in_transaction(lambda session, now: look(session, token, now))
        return page or _html(pages.gone(translator(None)), 410)

    async def _bring_in(self, request: web.Request, page: OpenPage) -> web.Response:
        _, agency = translator(page.who.language), page.who.agency.name
        try:
            async with asyncio.timeout(UPLOAD_SECONDS):
                file = await _file_of(request)
        except _TooLarge:
            return _html(pages.bring(_, agency, what_to_do(Reason.TOO_LARGE, _)), 413)
        except TimeoutError:
            return _html(pages.bring(_, agency, pages.no_file(_)), 408)
        if file is None:
            return _html(pages.bring(_, agency, pages.no_file(_)), 400)
        token = request.match_info["token"]
        if not await self._in_transaction(lambda session, now: bring_in(session, token, *file, now)):
            return _html(pages.gone(_), 410)
        self._arrived()
        return _html(pages.brought(_))

    async def _take_out(self, request: web.Request) -> web.Response:
        token = request.match_info["token"]
        file = await self._in_transaction(lambda session, now: take_out(session, token, now))
        if file is None:
            return _html(pages.gone(translator(None)), 410)
        disposition = f"attachment; filename*=UTF-8''{quote(file.name)}"
        headers = _HEADERS | {"Content-Disposition": disposition}
        return web.Response(body=file.content, headers=headers, content_type="application/octet-stream")

    async def _in_transaction(self, work: Callable[[Session, datetime], _T]) -> _T:
        def done() -> _T:
            with transaction(self._engine) as session:
                return work(session, self._clock.now())

        return await asyncio.to_thread(done)


async def _file_of(request: web.Request) -> tuple[str, bytes] | None:
    """Name and bytes of the form's file, None where there is none. Raises _TooLarge before more than 20 MB are read."""
    if (request.content_length or 0) > MAX_BYTES + _AROUND:
        raise _TooLarge
    if not request.content_type.startswith("multipart/"):
        return None
    try:
        async for part in await request.multipart():
            if isinstance(part, BodyPartReader) and part.name == "file" and part.filename:
                data = await _bounded(part)
                return (_bare(part.filename), data) if data else None
    except (ValueError, AssertionError):  # no form at all, or one that was cut
        return None
    return None


async def _bounded(part: BodyPartReader) -> bytes:
    data = bytearray()
    while piece := await part.read_chunk(_PIECE):
        data += piece
        if len(data) > MAX_BYTES:
            raise _TooLarge
    return bytes(data)


def _bare(name: str) -> str:
    """The name without folders, as some browsers send them."""
    return PurePath(name.replace("\\", "/")).name[-200:] or "tệp"


def _html(page: str, status: int = 200) -> web.Response:
    return web.Response(text=page, status=status, content_type="text/html", headers=_HEADERS)
