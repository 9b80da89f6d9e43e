"""What platforms post: checked, kept in the inbox, and only then confirmed. The log names connections, never words."""

import asyncio
import hmac
import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from aiohttp import web
from sqlalchemy import Engine

from bot.channels.factory import NoSecret, open_reads, secret_of
from bot.channels.webhook import PATH, Reads, WebhookFailed, hook_secret
from bot.polling import store_all
from bot.web.throttle import Throttle
from jobs.clock import Clock
from jobs.delivery.crash_points import CrashPoint, crash_at
from storage.database import reading
from storage.kinds import ChannelKind
from storage.models.channels import Connection
from storage.queries.connections import find_connection

_log = logging.getLogger(__name__)

MOST_BYTES = 1024 * 1024  # an update of either platform has a few thousand
BODY_SECONDS = 10.0
TOO_MANY = 429
_PIECE = 64 * 1024


@dataclass(frozen=True)
class _Hook:
    connection: Connection
    secret: str
    reads: Reads


class _Refused(Exception):
    """Not to be kept; the status says why."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status = status


class HookSide:
    """`/hook/<connection>` for bots on `channels`; `arrived` is called when something new was kept."""

    def __init__(
        self, engine: Engine, clock: Clock, arrived: Callable[[], None], channels: frozenset[ChannelKind],
        strangers: Throttle | None = None, body_seconds: float = BODY_SECONDS,
    ) -> None:  # fmt: skip
        self._engine, self._clock, self._arrived, self._channels = engine, clock, arrived, channels
        self._strangers = strangers or Throttle()
        self._body_seconds = body_seconds
        self._reads: dict[int, tuple[str, Reads]] = {}

    def add_to(self, app: web.Application) -> None:
        app.router.add_post(PATH + "{connection}", self._receive)
        app.on_cleanup.append(self._close)

    async def _close(self, _: web.Application) -> None:
        for _secret, reads in self._reads.values():
            await reads.close()

    async def _receive(self, request: web.Request) -> web.Response:
        """200 when it is kept, or nothing is to be kept; anything else makes the platform post it again."""
        name = request.match_info["connection"]
        try:
            hook = await self._hook_of(request, name)
            raw = await self._body(request)
            return await self._keep(hook, raw)
        except _Refused as refused:
            if refused.status != TOO_MANY:
                known = name if _is_number(name) else "?"
                _log.warning("a post for connection %s was refused, %d: %s", known, refused.status, refused)
            return web.Response(status=refused.status, text=f"{refused}\n")

    async def _hook_of(self, request: web.Request, name: str) -> _Hook:
        """The hook whose secret came along. Who does not say it does not learn which bots there are."""
        hook = await self._find(int(name)) if _is_number(name) else None
        said = request.headers.get(hook.reads.header, "") if hook else ""
        if hook is not None and hmac.compare_digest(said.encode("utf-8", "replace"), hook.secret.encode()):
            return hook
        if not self._strangers.allows(request.remote or "", self._clock.now()):
            raise _Refused(TOO_MANY, "too many")
        raise _Refused(403, "unknown")

    async def _find(self, connection_id: int) -> _Hook | None:
        def found() -> Connection | None:
            with reading(self._engine) as session:
                return find_connection(session, connection_id)

        try:
            connection = await asyncio.to_thread(found)
        except Exception as error:
            _log.warning("the database did not answer: %s", type(error).__name__)
            raise _Refused(503, "not now") from None
        if connection is None or connection.channel not in self._channels:
            return None
        try:
            secret = hook_secret(secret_of(connection))
        except NoSecret as missing:
            _log.info("connection %s waits: the environment variable %s is not set", connection.id, missing)
            return None
        reads = await self._reads_of(connection, secret)
        return _Hook(connection, secret, reads) if reads else None

    async def _reads_of(self, connection: Connection, secret: str) -> Reads | None:
        """Kept between posts, made anew for another token."""
        kept = self._reads.get(connection.id)
        if kept and kept[0] == secret:
            return kept[1]
        reads = open_reads(connection)
        if reads is not None:
            self._reads[connection.id] = (secret, reads)
        if kept:
            await kept[1].close()
        return reads

    async def _body(self, request: web.Request) -> Mapping[str, object]:
        """The update; an empty one for a probe without a body."""
        try:
            async with asyncio.timeout(self._body_seconds):
                body = await _bounded(request)
        except TimeoutError:
            raise _Refused(408, "too slow") from None
        if not body.strip():
            return {}
        try:
            raw = json.loads(body)
        except (ValueError, RecursionError):
            raise _Refused(400, "not JSON") from None
        if not isinstance(raw, dict):
            raise _Refused(400, "not an object")
        return raw

    async def _keep(self, hook: _Hook, raw: Mapping[str, object]) -> web.Response:
        try:
            incoming = await hook.reads.read(raw, self._clock.now())
            if incoming is not None:
                args = (self._engine, self._clock, hook.connection, [incoming])
                if await asyncio.to_thread(store_all, *args) > 0:
                    self._arrived()
        except WebhookFailed as error:
            _log.warning("connection %s cannot read what was posted now: %s", hook.connection.id, error)
            raise _Refused(503, "not now") from None
        except Exception as error:
            _log.error("connection %s could not store what was posted: %s", hook.connection.id, type(error).__name__)
            raise _Refused(503, "not now") from None
        crash_at(CrashPoint.HOOK_STORED)
        answer = hook.reads.answer(raw)
        return web.json_response(answer) if answer else web.Response(text="ok\n")


def _is_number(name: str) -> bool:
    return name.isascii() and name.isdecimal() and len(name) < 10


async def _bounded(request: web.Request) -> bytes:
    if (request.content_length or 0) > MOST_BYTES:
        raise _Refused(413, "too large")
    body = bytearray()
    async for piece in request.content.iter_chunked(_PIECE):
        body += piece
        if len(body) > MOST_BYTES:
            raise _Refused(413, "too large")
    return bytes(body)
