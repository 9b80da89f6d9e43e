import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest

from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.poller import poll
from bot.incoming import Incoming
from jobs.delivery.channel import Button, ConnectionRefused, OutMessage
from tests.channels.telegram_faults import answered, cut, page, too_many_requests
from tests.channels.telegram_server import TelegramServer

LAN = 7


class Inbox:
    """Keeps each dedup key once; can be told to be full."""

    def __init__(self) -> None:
        self.rows: dict[str, Incoming] = {}
        self.empty_polls = 0
        self.full_times = 0
        self.before: Callable[[], None] = lambda: None

    async def store(self, incoming: list[Incoming]) -> None:
        self.before()
        if self.full_times:
            self.full_times -= 1
            raise OSError("disk full")
        self.empty_polls += not incoming
        for one in incoming:
            self.rows.setdefault(one.dedup_key, one)

    @property
    def texts(self) -> list[str]:
        return [row.text for row in self.rows.values()]


@asynccontextmanager
async def polling(server: TelegramServer, inbox: Inbox, wait_seconds: float = 5) -> AsyncIterator[TelegramChannel]:
    channel, stop = TelegramChannel(server.token, server.base_url), asyncio.Event()
    task = asyncio.create_task(
        poll(
            channel,
            inbox.store,
            stop,
            now=lambda: datetime(2025, 10, 13, tzinfo=UTC),
            wait_seconds=wait_seconds,
            pause_seconds=0,
        )
    )
    try:
        yield channel
    finally:
        stop.set()
        await task
        await channel.close()


async def test_what_arrives_is_stored_in_order_then_confirmed(server: TelegramServer) -> None:
    inbox = Inbox()
    inbox.before = lambda: confirmed_early.append(not server.waiting)
    confirmed_early: list[bool] = []
    server.type(LAN, "xong 2")
    server.type(LAN, "xong 3")
    async with polling(server, inbox):
        await server.drained()
        server.type(LAN, "hoàn tác")
        await server.drained()
    assert inbox.texts == ["xong 2", "xong 3", "hoàn tác"]
    assert not any(confirmed_early)


async def test_what_could_not_be_stored_comes_again(server: TelegramServer) -> None:
    inbox = Inbox()
    inbox.full_times = 3
    server.type(LAN, "xong 2")
    async with polling(server, inbox):
        await server.drained()
    assert inbox.texts == ["xong 2"]


async def test_a_press_is_stored_and_answered(server: TelegramServer) -> None:
    inbox = Inbox()
    async with polling(server, inbox) as channel:
        await channel.send(OutMessage(str(LAN), "Việc 2", ((Button("Xong", "xong 2"),),)))
        press = server.press(LAN, "Xong")
        await server.until(lambda: press in server.answered)
        await server.drained()
    assert [(row.kind, row.text, row.reply_to) for row in inbox.rows.values()] == [
        ("press", "xong 2", str(server.sent[0].message_id))
    ]


async def test_a_press_that_cannot_be_answered_any_more_is_kept(server: TelegramServer) -> None:
    inbox = Inbox()
    server.fail("answerCallbackQuery", answered(400, "Bad Request: query is too old"))
    async with polling(server, inbox) as channel:
        await channel.send(OutMessage(str(LAN), "Việc 2", ((Button("Xong", "xong 2"),),)))
        server.press(LAN, "Xong")
        await server.drained()
    assert inbox.texts == ["xong 2"]


async def test_polling_goes_on_after_every_kind_of_failure(server: TelegramServer) -> None:
    inbox = Inbox()
    server.fail("getUpdates", page(502), cut(), page(200), answered(500, "Internal Server Error"), cut())
    server.fail("getMe", page(502))
    server.type(LAN, "xong 2")
    async with polling(server, inbox):
        await server.drained()
    assert inbox.texts == ["xong 2"]


async def test_after_three_failures_the_connections_are_new(
    server: TelegramServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    renewed: list[int] = []
    renew = TelegramChannel.renew_polling

    async def counted(channel: TelegramChannel) -> None:
        renewed.append(len([c for c in server.calls if c[0] == "getUpdates"]))
        await renew(channel)

    monkeypatch.setattr(TelegramChannel, "renew_polling", counted)
    server.fail("getUpdates", *[cut()] * 4)
    server.type(LAN, "xong 2")
    async with polling(server, Inbox()):
        await server.drained()
    assert renewed == [3]


async def test_an_update_that_cannot_be_read_stops_nobody(server: TelegramServer) -> None:
    inbox = Inbox()
    server.push(message={"message_id": 1, "chat": "not a chat"})
    server.type(LAN, "xong 2")
    async with polling(server, inbox):
        await server.drained()
    assert inbox.texts == ["xong 2"]


async def test_a_webhook_left_behind_is_removed_without_losing_messages(server: TelegramServer) -> None:
    inbox = Inbox()
    server.webhook = "https://old.example/hook"
    server.type(LAN, "xong 2")
    async with polling(server, inbox):
        await server.drained()
    assert (server.webhook, inbox.texts) == ("", ["xong 2"])


async def test_another_poller_is_named_in_plain_words(server: TelegramServer, caplog: pytest.LogCaptureFixture) -> None:
    server.fail("getUpdates", answered(409, "Conflict: terminated by other getUpdates request"))
    server.type(LAN, "xong 2")
    async with polling(server, Inbox()):
        await server.drained()
    assert "another program receives" in caplog.text


async def test_an_empty_poll_is_a_sign_of_life(server: TelegramServer) -> None:
    inbox = Inbox()
    async with polling(server, inbox, wait_seconds=0):
        await server.until(lambda: inbox.empty_polls > 1)


async def test_flood_control_is_waited_for_and_a_stop_ends_the_wait(server: TelegramServer) -> None:
    server.fail("getUpdates", too_many_requests(3600))
    async with polling(server, Inbox()):
        await server.until(lambda: not server._faults["getUpdates"])


async def test_a_wrong_token_ends_the_polling(server: TelegramServer) -> None:
    channel = TelegramChannel("1:wrong", server.base_url)
    with pytest.raises(ConnectionRefused):
        await poll(channel, Inbox().store, asyncio.Event(), now=lambda: datetime(2025, 10, 13, tzinfo=UTC))
    await channel.close()


async def test_polling_never_logs_the_token(server: TelegramServer, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    inbox = Inbox()
    inbox.full_times = 1
    server.fail("getUpdates", page(200), page(502), page(404), cut(), answered(500, server.base_url + server.token))
    server.type(LAN, "xong 2")
    async with polling(server, inbox):
        await server.drained()
    assert caplog.records
    assert server.token.split(":")[1] not in caplog.text


async def test_the_menu_is_there_from_the_start_and_polling_does_not_need_it(server: TelegramServer) -> None:
    inbox = Inbox()
    server.fail("setMyCommands", page(500))
    server.type(LAN, "xong 2")
    async with polling(server, inbox):
        await server.drained()
    assert inbox.texts == ["xong 2"] and not server.commands
    server.type(LAN, "xong 3")
    async with polling(server, inbox):
        await server.drained()
    assert set(server.commands) >= {"", "vi", "en"}
