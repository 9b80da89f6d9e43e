"""The three ways to talk to the product, told apart only by how people type and what they see."""

import asyncio
import itertools
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, Protocol

from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer
from sqlalchemy import Engine
from sqlmodel import select

from bot.channels.console.channel import ConsoleChannel
from bot.channels.factory import open_channel, open_reads
from bot.channels.pauses import unless_stopped
from bot.channels.telegram.poller import poll as telegram_poll
from bot.channels.webhook import hook_secret, hook_url
from bot.channels.zalo.poller import poll as zalo_poll
from bot.incoming import Incoming, Store
from bot.web.hooks import HookSide
from jobs.clock import MovableClock
from jobs.delivery.channel import Channel
from storage.database import transaction
from storage.kinds import ChannelKind
from storage.models.channels import Connection
from storage.queries.inbox import store
from tests.channels.telegram_server import SentMessage, TelegramServer
from tests.channels.zalo_server import ZaloServer

SECRET = "NHACVIEC_STORY_TOKEN"
Ask = Callable[..., Awaitable[None]]


@dataclass(frozen=True)
class Heard:
    """A message a person got; buttons: their labels, row by row; file: its name and bytes."""

    text: str
    buttons: tuple[tuple[str, ...], ...] = ()
    file: tuple[str, bytes] | None = None


class Platform(Protocol):
    """People are called by their given names; what they do waits on the platform until the bot asks for it."""

    kind: ChannelKind
    base_url: str
    token: str
    poll: Ask | None

    def channel(self, connection: Connection) -> Channel: ...

    def type(self, who: str, text: str) -> None: ...

    def use_code(self, who: str, code: str) -> None:
        """As the invitation says: a tap on its link, or the code typed."""

    def repeat(self) -> None:
        """The platform delivers once more what it delivered last."""

    def heard(self, who: str) -> list[Heard]: ...


class OnTelegram:
    kind = ChannelKind.TELEGRAM

    def body(self, update: dict[str, Any]) -> dict[str, Any]:
        return update

    def __init__(self, server: TelegramServer) -> None:
        self.server, self.base_url, self.token = server, server.base_url, server.token
        self.poll: Ask | None = partial(telegram_poll, now=server.now, pause_seconds=0.0)
        self._addresses: dict[str, int] = {}
        self._last: dict[str, Any] = {}

    def channel(self, connection: Connection) -> Channel:
        return _opened(connection)

    def address(self, who: str) -> int:
        return self._addresses.setdefault(who, 7001 + len(self._addresses))

    def type(self, who: str, text: str) -> None:
        self.server.type(self.address(who), text, name=who)
        self._last = self.server.waiting[-1]

    def use_code(self, who: str, code: str) -> None:
        self.server.start(self.address(who), code, name=who)
        self._last = self.server.waiting[-1]

    def send_file(self, who: str, name: str, content: bytes, caption: str = "", size: int | None = None) -> None:
        self.server.send_document(self.address(who), name, caption, content, size, name=who)
        self._last = self.server.waiting[-1]

    def send_photo(self, who: str, content: bytes, caption: str = "") -> None:
        self.server.send_photo(self.address(who), caption, content, name=who)
        self._last = self.server.waiting[-1]

    def press(self, who: str, label: str, message: int = -1) -> None:
        """A button of the newest message that has it, or of the one at this place among what the person heard."""
        at = self._sent(who)[message].message_id if message >= 0 else None
        self.server.press(self.address(who), label, name=who, message_id=at)
        self._last = self.server.waiting[-1]

    def reply(self, who: str, to: str, text: str) -> None:
        """With Telegram's "reply" to the bot's newest message that says `to`."""
        meant = [sent for sent in self._sent(who) if to in sent.text][-1]
        self.server.reply(self.address(who), meant, text, name=who)
        self._last = self.server.waiting[-1]

    def repeat(self) -> None:
        update = {key: value for key, value in self._last.items() if key != "update_id"}
        pushed = self.server.push(**update)
        self.server.waiting[-1]["update_id"] = self._last["update_id"]
        assert pushed > self._last["update_id"]

    def heard(self, who: str) -> list[Heard]:
        return [
            Heard(s.text, tuple(tuple(label for label, _ in row) for row in s.buttons), s.document)
            for s in self._sent(who)
        ]

    def _sent(self, who: str) -> list[SentMessage]:
        return [sent for sent in self.server.sent if sent.chat_id == self.address(who)]


class OnZalo:
    kind = ChannelKind.ZALO

    def body(self, update: dict[str, Any]) -> dict[str, Any]:
        """Wrapped as documented and flat as seen, in turn."""
        self.server.wrapped = not self.server.wrapped
        return {"ok": True, "result": update} if self.server.wrapped else update

    def __init__(self, server: ZaloServer) -> None:
        self.server, self.base_url, self.token = server, server.base_url, server.token
        self.poll: Ask | None = partial(zalo_poll, now=server.now, pause_seconds=0.0)
        self._last: dict[str, Any] = {}

    def channel(self, connection: Connection) -> Channel:
        return _opened(connection)

    def type(self, who: str, text: str) -> None:
        self.server.type(_zalo_id(who), text, name=who)
        self._last = self.server.waiting[-1]

    def send_photo(self, who: str, content: bytes, caption: str = "") -> None:
        self.server.send_photo(_zalo_id(who), caption, content, name=who)
        self._last = self.server.waiting[-1]

    def use_code(self, who: str, code: str) -> None:
        self.type(who, code)

    def repeat(self) -> None:
        self.server.type("", "", name="")
        self.server.waiting[-1] = self._last

    def heard(self, who: str) -> list[Heard]:
        return [Heard(sent.text) for sent in self.server.sent if sent.chat_id == _zalo_id(who)]


class OnConsole:
    """The demo's terminal: what is typed goes straight into the inbox."""

    kind, base_url, token = ChannelKind.CONSOLE, "", ""
    poll: Ask | None = None

    def __init__(self, engine: Engine, clock: MovableClock) -> None:
        self._engine, self._clock = engine, clock
        self._keys = itertools.count(1)
        self._connection: Connection | None = None
        self._last: Incoming | None = None
        self._written: list[str] = []

    def channel(self, connection: Connection) -> Channel:
        self._connection = connection
        return ConsoleChannel(self._written.append, lambda address: address, self._clock.now)

    def type(self, who: str, text: str) -> None:
        self._last = Incoming(
            f"line-{next(self._keys)}", who, "private", who, text, None, "text", self._clock.now(), True, ""
        )
        self.repeat()

    def use_code(self, who: str, code: str) -> None:
        self.type(who, code)

    def repeat(self) -> None:
        assert self._connection is not None and self._last is not None
        with transaction(self._engine) as session:
            store(session, self._connection.id, self._connection.agency_id, self._last, self._clock.now())

    def heard(self, who: str) -> list[Heard]:
        heads = [line.split("] ", 1) for line in self._written]
        return [Heard(text) for head, text in heads if head.endswith(f"→ {who}")]


@asynccontextmanager
async def opened(
    kind: ChannelKind, engine: Engine, clock: MovableClock, by_webhook: bool = False
) -> AsyncIterator[Platform]:
    """The platform, running on this machine; `by_webhook`: it posts what people do, and is not asked."""
    now: Callable[[], datetime] = clock.now
    platform: OnTelegram | OnZalo | OnConsole
    if kind is ChannelKind.CONSOLE:
        yield OnConsole(engine, clock)
        return
    async with (
        TelegramServer(now=now) if kind is ChannelKind.TELEGRAM else ZaloServer(now=now, longest_hold=0.05) as server
    ):
        platform = OnTelegram(server) if isinstance(server, TelegramServer) else OnZalo(server)
        if by_webhook:
            platform.poll = partial(posted, engine, clock, platform)
        yield platform


async def posted(
    engine: Engine, clock: MovableClock, platform: OnTelegram | OnZalo, _: Channel, store: Store, ended: asyncio.Event
) -> None:
    """In the poller's place: the platform posts each update until it is confirmed, in both envelopes where it has two."""
    with transaction(engine) as session:
        connection = session.exec(select(Connection).where(Connection.base_url == platform.base_url)).one()
    app, reads, server = web.Application(), open_reads(connection), platform.server
    HookSide(engine, clock, lambda: None, frozenset({platform.kind})).add_to(app)
    assert reads is not None
    async with TestServer(app) as served, ClientSession() as session:
        url, headers = served.make_url(hook_url("", connection.id)), {reads.header: hook_secret(platform.token)}
        while not ended.is_set():
            await unless_stopped(server.until(lambda: bool(server.waiting) or ended.is_set()), ended)
            for update in server.waiting[:1]:
                async with session.post(url, json=platform.body(update), headers=headers) as answer:
                    assert answer.status == 200
                server.waiting.pop(0)
                arrived = await reads.read(update, clock.now())
                await store([arrived] if arrived else [])  # kept already: this only tells the story
    await reads.close()


def _opened(connection: Connection) -> Channel:
    channel = open_channel(connection)
    assert channel is not None
    return channel


def _zalo_id(who: str) -> str:
    return who.encode().hex()
