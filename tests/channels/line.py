"""The line over which stories talk: by default straight into the inbox, with NHACVIEC_LINE over a real platform's way.

`telegram`, `telegram-webhook`, `zalo` and `zalo-webhook` carry every message as an update of the platform's server, by
the product's poller or webhook, into the inbox, and every answer by the product's channel back to that server. What a
person reads is what arrived there.
"""

import asyncio
import os
import threading
from collections.abc import Coroutine
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, TypeVar
from zlib import crc32

from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.poller import poll as telegram_poll
from bot.channels.webhook import hook_secret
from bot.channels.zalo.channel import ZaloChannel
from bot.channels.zalo.poller import poll as zalo_poll
from bot.incoming import Incoming
from bot.polling import store_all
from bot.web.hooks import HookSide
from jobs.clock import MovableClock
from jobs.delivery.channel import Edit, OutMessage, Sent
from jobs.delivery.rendered import Rendered, parts_of
from storage.database import transaction
from storage.kinds import ChannelKind, ChatKind
from storage.models.channels import Chat, Connection
from storage.models.messages import Delivery
from tests.channels.telegram_server import SentMessage, TelegramServer
from tests.channels.zalo_server import ZaloServer

VARIABLE, SECRET = "NHACVIEC_LINE", "NHACVIEC_LINE_TOKEN"
LONGEST = 30.0
_T = TypeVar("_T")


@dataclass(frozen=True)
class Said:
    """What a person does: `reply_to` and `press` name a message the story calls so."""

    chat_id: int
    text: str
    kind: str
    reply_to: str | None
    sender: str
    sent_at: datetime
    now: datetime


class Line:
    """One platform on this machine, with a thread of its own, so that stories need not be asynchronous."""

    kind: ChannelKind
    header: str
    server: Any
    channel: Any

    def __init__(self, by_webhook: bool) -> None:
        self.by_webhook = by_webhook
        self.now = datetime.fromtimestamp(0).astimezone()
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, daemon=True).start()
        self._run(self._open())

    def _run(self, work: Coroutine[Any, Any, _T]) -> _T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(LONGEST)

    async def _open(self) -> None:
        raise NotImplementedError

    def address(self, name: str, kind: ChatKind) -> str:
        """The platform's number for who the story calls so."""
        raise NotImplementedError

    def act(self, said: Said, chat: Chat) -> dict[str, Any]:
        """The update that this makes, taken from the server's queue."""
        raise NotImplementedError

    async def _poll(self, store: Any, stop: asyncio.Event) -> None:
        raise NotImplementedError

    def message_id(self, name: str) -> str:
        return name

    def arrives(self, engine: Engine, said: Said) -> None:
        """What somebody does reaches the inbox, or is left out as it would be."""
        with transaction(engine) as session:
            chat = session.get_one(Chat, said.chat_id)
            connection = self._adopted(session, chat.connection_id)
        self.now = said.sent_at
        self._run(self._brought(engine, connection, said, chat))
        assert not self.server.violations, self.server.violations

    def _adopted(self, session: Session, connection_id: int) -> Connection:
        """The story's bot as one of this platform, its chats at the platform's addresses."""
        connection = session.get_one(Connection, connection_id)
        if connection.base_url != self.server.base_url:
            variable = f"{SECRET}_{connection.id}"  # one token serves one bot, so each story's bot names its own
            os.environ[variable] = self.server.token
            connection.channel, connection.secret = self.kind, f"env:{variable}"
            connection.base_url = self.server.base_url
            session.add(connection)
        for chat in session.exec(select(Chat).where(Chat.connection_id == connection_id)):
            chat.address = self.address(chat.address, chat.kind)
            session.add(chat)
        for sent in session.exec(select(Delivery).where(col(Delivery.platform_message_id).is_not(None))):
            sent.platform_message_id = self.message_id(str(sent.platform_message_id))
            session.add(sent)
        session.flush()
        return connection

    async def _brought(self, engine: Engine, connection: Connection, said: Said, chat: Chat) -> None:
        clock, update = MovableClock(said.now), self.act(said, chat)
        if self.by_webhook:
            await self._posted(HookSide(engine, clock, lambda: None, frozenset({self.kind})), connection, update)
            return
        stop = asyncio.Event()

        async def store(arrived: list[Incoming]) -> None:
            await asyncio.to_thread(store_all, engine, clock, connection, arrived)
            stop.set()

        self.server.waiting[:] = [update]
        await self._poll(store, stop)
        self.server.waiting.clear()

    async def _posted(self, side: HookSide, connection: Connection, update: dict[str, Any]) -> None:
        app = web.Application()
        side.add_to(app)
        headers = {self.header: hook_secret(self.server.token)}
        async with TestServer(app) as served, ClientSession() as session:
            url, body = served.make_url(f"/hook/{connection.id}"), self.body(update)
            async with session.post(url, json=body, headers=headers) as answer:
                assert answer.status == 200, await answer.text()

    def body(self, update: dict[str, Any]) -> object:
        return update

    def reads(self, engine: Engine, chat_id: int, rendered: Rendered) -> str:
        """The answer as it arrived, all its parts below each other."""
        with transaction(engine) as session:
            address = session.get_one(Chat, chat_id).address
        return self._run(self._sent(address, rendered))

    async def _sent(self, address: str, rendered: Rendered) -> str:
        self.server.sent.clear()
        able = self.channel.capabilities
        parts = parts_of(rendered.text, rendered.repeated_mark, able.text_limit)
        for n, part in enumerate(parts, 1):
            buttons = rendered.buttons if n == len(parts) else ()
            edit = rendered.edit and Edit("1", rendered.edit.buttons)
            outcome = await self.channel.send(OutMessage(address, part, buttons, edit=edit))
            assert isinstance(outcome, Sent), outcome
        assert not self.server.violations, self.server.violations
        assert all(str(sent.chat_id) == address for sent in self.server.sent)
        return "\n".join(sent.text for sent in self.server.sent)


class TelegramLine(Line):
    kind, header = ChannelKind.TELEGRAM, "X-Telegram-Bot-Api-Secret-Token"

    async def _open(self) -> None:
        self.server = TelegramServer(now=lambda: self.now)
        await self.server.__aenter__()
        self.channel = TelegramChannel(self.server.token, self.server.base_url)

    def address(self, name: str, kind: ChatKind) -> str:
        if name.lstrip("-").isdecimal():
            return name
        number = 1_000_000 + crc32(name.encode()) % 1_000_000_000
        return str(-number if kind is ChatKind.GROUP else number)

    def message_id(self, name: str) -> str:
        return name if name.isdecimal() else str(crc32(name.encode()) % 1_000_000_000)

    def act(self, said: Said, chat: Chat) -> dict[str, Any]:
        where, who = int(chat.address), int(self.address(said.sender, ChatKind.PRIVATE)) if said.sender else None
        if chat.kind is ChatKind.PRIVATE:
            who = where
        reply = int(self.message_id(said.reply_to)) if said.reply_to else None
        sent = SentMessage(where, reply or 1, "…", [[("nút", said.text)]])
        self.server.sent[:] = [sent]
        if said.kind == "press":
            self.server.press(where, "nút", sender=who)
        elif said.kind == "media":
            self.server.send_photo(where, said.text, sender=who)
        elif said.kind == "file":
            self.server.send_document(where, "ke-hoach.docx", said.text, sender=who)
        elif said.kind == "unsupported":
            person = {"id": who, "is_bot": False, "first_name": "Lan"}
            self.server.push(message=self.server.as_message(9, where, person, dice={"emoji": "🎲", "value": 3}))
        elif said.kind == "start":
            self.server.start(where, said.text, sender=who)
        else:
            at_bot = "@viec_bot " if chat.kind is ChatKind.GROUP else ""
            self.server.type(where, at_bot + said.text, sender=who, reply_to=reply)
        return dict(self.server.waiting.pop())

    async def _poll(self, store: Any, stop: asyncio.Event) -> None:
        await telegram_poll(self.channel, store, stop, now=lambda: self.now, wait_seconds=1)


class ZaloLine(Line):
    """Zalo has neither presses nor replies: who would press types, and a reply is a message like any other."""

    kind, header = ChannelKind.ZALO, "X-Bot-Api-Secret-Token"

    async def _open(self) -> None:
        self.server = ZaloServer(now=lambda: self.now)
        await self.server.__aenter__()
        self.channel = ZaloChannel(self.server.token, self.server.base_url)

    def address(self, name: str, kind: ChatKind) -> str:
        return name if name.startswith("z") and name[1:].isalnum() and name.isascii() else f"z{name.encode().hex()}"

    def act(self, said: Said, chat: Chat) -> dict[str, Any]:
        who = self.address(said.sender, ChatKind.PRIVATE) if said.sender else chat.address
        if chat.kind is ChatKind.GROUP:
            self.server.type(who, said.text, group=chat.address)
        elif said.kind == "media":
            self.server.send_photo(chat.address, said.text)
        elif said.kind in ("unsupported", "file"):
            self.server.send_unsupported(chat.address)
        else:
            self.server.type(chat.address, said.text)
        return dict(self.server.waiting.pop())

    def body(self, update: dict[str, Any]) -> object:
        self.server.wrapped = not self.server.wrapped  # live bots got both
        return {"ok": True, "result": update} if self.server.wrapped else update

    async def _poll(self, store: Any, stop: asyncio.Event) -> None:
        await zalo_poll(self.channel, store, stop, now=lambda: self.now, wait_seconds=1)


@cache
def line() -> Line | None:
    """The line this run of the tests is on."""
    platform, _, way = os.environ.get(VARIABLE, "").partition("-")
    lines: dict[str, type[Line]] = {"telegram": TelegramLine, "zalo": ZaloLine}
    return lines[platform](way == "webhook") if platform else None


def channel_named() -> str:
    """The channel's name as people read it."""
    on = line()
    return {ChannelKind.TELEGRAM: "Telegram", ChannelKind.ZALO: "Zalo"}[on.kind] if on else "Console"
