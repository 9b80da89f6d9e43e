"""The product sets the webhook, keeps it set, and takes it away where it polls: the two never fight."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import partial

import pytest

from bot.channels.telegram.channel import UPDATE_KINDS, TelegramChannel
from bot.channels.telegram.webhook import receive as telegram_receive
from bot.channels.webhook import hold, hook_secret, hook_url
from bot.channels.zalo.channel import ZaloChannel
from bot.channels.zalo.poller import poll as zalo_poll
from bot.channels.zalo.webhook import receive as zalo_receive
from jobs.delivery.channel import ConnectionRefused
from tests.channels.telegram_faults import answered, cut, page, too_many_requests
from tests.channels.telegram_server import TelegramServer
from tests.channels.test_telegram_poller import Inbox
from tests.channels.zalo_server import ZaloServer, refused

URL = hook_url("https://nhacviec.example", 3)
Server = TelegramServer | ZaloServer
Channel = TelegramChannel | ZaloChannel


@pytest.fixture(params=[TelegramServer, ZaloServer])
async def server(request: pytest.FixtureRequest) -> AsyncIterator[Server]:
    async with request.param() as running:
        yield running


@pytest.fixture
async def channel(server: Server) -> AsyncIterator[Channel]:
    made = TelegramChannel if isinstance(server, TelegramServer) else ZaloChannel
    opened = made(server.token, server.base_url, read_seconds=0.3)
    yield opened
    await opened.close()


@asynccontextmanager
async def kept(work: Callable[[asyncio.Event], Awaitable[None]]) -> AsyncIterator[None]:
    stop = asyncio.Event()
    task = asyncio.ensure_future(work(stop))
    try:
        yield
    finally:
        stop.set()
        await task


def calls(server: Server, method: str) -> int:
    return [name for name, _ in server.calls].count(method)


async def test_the_webhook_is_set_with_a_secret_and_stays_set_when_the_process_ends(
    server: Server, channel: Channel
) -> None:
    secret = hook_secret(server.token)
    receive = telegram_receive if isinstance(server, TelegramServer) else zalo_receive
    stop = asyncio.Event()
    task = asyncio.create_task(receive(channel, Inbox().store, stop, url=URL, secret=secret))
    await server.until(lambda: bool(server.webhook))
    stop.set()
    await task
    assert (server.webhook, server.webhook_secret) == (URL, secret)
    assert not calls(server, "getUpdates") and not calls(server, "deleteWebhook")
    if isinstance(server, TelegramServer):
        [asked] = [fields for method, fields in server.calls if method == "setWebhook"]
        assert asked["allowed_updates"] == UPDATE_KINDS and asked["max_connections"] == 1
        assert set(server.commands) >= {"", "vi", "en"}


def test_a_secret_is_its_tokens_own_and_both_platforms_take_it() -> None:
    secret = hook_secret("1:a")
    assert secret != hook_secret("1:b") and secret.isalnum() and len(secret) == 64 and "1:a" not in secret


async def test_one_that_another_program_took_is_set_again(
    server: Server, channel: Channel, caplog: pytest.LogCaptureFixture
) -> None:
    work = partial(hold, channel, url=URL, secret="secret-of-ours", look_seconds=0.01)
    async with kept(work):
        await server.until(lambda: server.webhook == URL)
        server.webhook = "https://other.example/hook"
        await server.until(lambda: server.webhook == URL)
        await server.until(lambda: calls(server, "getWebhookInfo") > 3)
    assert calls(server, "setWebhook") == 2
    assert "another program took" in caplog.text


async def test_setting_goes_on_after_every_kind_of_failure_and_never_logs_the_token(
    server: Server, channel: Channel, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    telegram = isinstance(server, TelegramServer)
    no = answered if telegram else refused
    server.fail("setWebhook", page(502), cut(), page(404), no(400, f"bad webhook {server.base_url}/bot{server.token}"))
    async with kept(partial(hold, channel, url=URL, secret="secret-of-ours", pause_seconds=0)):
        await server.until(lambda: server.webhook == URL)
    assert "4 in a row" in caplog.text
    assert server.token.split(":")[1] not in caplog.text


async def test_what_telegram_says_of_its_last_post_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    async with TelegramServer() as server:
        channel = TelegramChannel(server.token, server.base_url)
        server.last_error = "Wrong response from the webhook: 502 Bad Gateway"
        async with kept(partial(hold, channel, url=URL, secret="secret-of-ours", look_seconds=0.01)):
            await server.until(lambda: calls(server, "getWebhookInfo") > 1)
        await channel.close()
    assert "Wrong response from the webhook: 502" in caplog.text


async def test_flood_control_is_waited_for_and_a_stop_ends_the_wait() -> None:
    async with TelegramServer() as server:
        channel = TelegramChannel(server.token, server.base_url)
        server.fail("setWebhook", too_many_requests(3600))
        async with kept(partial(hold, channel, url=URL, secret="secret-of-ours")):
            await server.until(lambda: calls(server, "setWebhook") == 1)
        await channel.close()


async def test_an_unknown_token_ends_it(server: Server) -> None:
    made = TelegramChannel if isinstance(server, TelegramServer) else ZaloChannel
    wrong = made("1:wrong", server.base_url)
    with pytest.raises(ConnectionRefused):
        await hold(wrong, asyncio.Event(), url=URL, secret="secret-of-ours")
    await wrong.close()


async def test_zalo_that_is_polled_again_has_its_webhook_taken_away(caplog: pytest.LogCaptureFixture) -> None:
    inbox, now = Inbox(), datetime(2025, 10, 13, tzinfo=UTC)
    async with ZaloServer() as server:
        channel = ZaloChannel(server.token, server.base_url)
        server.webhook = URL
        server.fail("getWebhookInfo", refused(500, "Internal error"))
        server.type("a1b2", "xong 2")
        work = partial(zalo_poll, channel, inbox.store, now=lambda: now, wait_seconds=1, pause_seconds=0)
        async with kept(work):
            await server.until(lambda: inbox.texts == ["xong 2"])
            assert server.webhook == ""
        await channel.close()
    assert "it is removed" in caplog.text
