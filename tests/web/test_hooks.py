"""What platforms post is kept before they hear so, once, and only from who says the secret."""

import io
import json
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy import text
from sqlmodel import col, select

from bot.channels.webhook import hook_secret
from bot.web.hooks import MOST_BYTES, HookSide
from bot.web.throttle import Throttle
from jobs.clock import MovableClock
from storage.database import transaction
from storage.kinds import ChannelKind
from storage.models.channels import Chat, Connection
from storage.models.messages import Inbox
from tests.channels.telegram_faults import page
from tests.channels.telegram_server import TelegramServer
from tests.channels.zalo_server import ZaloServer
from tests.engines import ON_BOTH
from tests.people import Ward, at

pytestmark = ON_BOTH

HEADERS = {
    ChannelKind.TELEGRAM: "X-Telegram-Bot-Api-Secret-Token",
    ChannelKind.ZALO: "X-Bot-Api-Secret-Token",
}
WORDS = "xong 2 KH 45/KH-UBND"
LAN, ZALO_LAN = 7, "a1b2c3"


@dataclass
class Posts:
    """The office's web side, and both platforms in front of it; `arrived` counts how often the process was woken."""

    ward: Ward
    telegram: TelegramServer
    zalo: ZaloServer
    client: TestClient[web.Request, web.Application]
    bots: dict[ChannelKind, Connection] = field(default_factory=dict)
    arrived: list[int] = field(default_factory=list)

    async def post(self, kind: ChannelKind, body: object, secret: str | None = None, path: str = "") -> int:
        """The status for a body, an object as JSON."""
        token = self.telegram.token if kind is ChannelKind.TELEGRAM else self.zalo.token
        headers = {HEADERS[kind]: hook_secret(token) if secret is None else secret, "Content-Type": "application/json"}
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        path = path or f"/hook/{self.bots[kind].id}"
        async with self.client.post(path, data=io.BytesIO(data), headers=headers) as answer:
            self.said = await answer.text()
            return answer.status

    def telegram_update(self, words: str = WORDS) -> dict[str, Any]:
        self.telegram.type(LAN, words)
        return self.telegram.waiting[-1]

    def zalo_update(self, words: str = WORDS) -> dict[str, Any]:
        self.zalo.type(ZALO_LAN, words)
        return self.zalo.waiting[-1]

    def kept(self) -> list[str | None]:
        with transaction(self.ward.engine) as session:
            return list(session.exec(select(Inbox.text).order_by(col(Inbox.id))))


@pytest.fixture
async def posts(ward: Ward, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Posts]:
    async with TelegramServer() as telegram, ZaloServer() as zalo:
        side_woken: list[int] = []
        channels = frozenset(HEADERS)
        side = HookSide(
            ward.engine, MovableClock(at("13/10/2025 09:00")), lambda: side_woken.append(1), channels, Throttle(6), 0.2
        )
        app = web.Application()
        side.add_to(app)
        async with TestClient(TestServer(app)) as client:
            made = Posts(ward, telegram, zalo, client, arrived=side_woken)
            for kind, server in ((ChannelKind.TELEGRAM, telegram), (ChannelKind.ZALO, zalo)):
                monkeypatch.setenv(f"BOT_{kind}", server.token)
                made.bots[kind] = a_bot(ward, kind, server.base_url)
            yield made


def a_bot(ward: Ward, kind: ChannelKind, base_url: str = "") -> Connection:
    with transaction(ward.engine) as session:
        bot = Connection(
            agency_id=ward.agency_id, channel=kind, name="bot", secret=f"env:BOT_{kind}", base_url=base_url
        )
        session.add(bot)
    return bot


async def test_what_is_confirmed_is_kept_and_comes_once(posts: Posts) -> None:
    update = posts.telegram_update()
    assert await posts.post(ChannelKind.TELEGRAM, update) == 200
    assert posts.kept() == [WORDS]
    assert await posts.post(ChannelKind.TELEGRAM, update) == 200
    assert posts.kept() == [WORDS] and posts.arrived == [1]


@pytest.mark.parametrize("wrapped", [True, False])
async def test_zalo_posts_in_both_envelopes_and_repeats_itself(posts: Posts, wrapped: bool) -> None:
    posts.zalo.wrapped = wrapped
    body = posts.zalo.webhook_body(posts.zalo_update()).encode()
    assert [await posts.post(ChannelKind.ZALO, body) for _ in range(2)] == [200, 200]
    posts.zalo.wrapped = not wrapped
    again = posts.zalo.webhook_body(posts.zalo.waiting[-1]).encode()
    assert await posts.post(ChannelKind.ZALO, again) == 200
    assert posts.kept() == [WORDS]


@pytest.mark.parametrize("body", [b"", b"  ", {}, {"ok": True, "result": None}, {"event_name": "user.follow"}])
async def test_a_probe_and_what_no_person_did_are_confirmed_and_kept_nowhere(posts: Posts, body: object) -> None:
    assert await posts.post(ChannelKind.ZALO, body) == 200
    assert await posts.post(ChannelKind.TELEGRAM, body) == 200
    assert posts.kept() == [] and posts.arrived == []


@pytest.mark.parametrize("kind", list(HEADERS))
async def test_who_does_not_say_the_secret_learns_and_changes_nothing(
    posts: Posts, kind: ChannelKind, caplog: pytest.LogCaptureFixture
) -> None:
    update = posts.telegram_update() if kind is ChannelKind.TELEGRAM else posts.zalo_update()
    own = {k: hook_secret(s.token) for k, s in ((kind.TELEGRAM, posts.telegram), (kind.ZALO, posts.zalo))}
    [others] = [secret for k, secret in own.items() if k is not kind]
    for secret in ("", "wrong", others, own[kind][:-1]):
        assert await posts.post(kind, update, secret) == 403
    there = posts.said
    assert await posts.post(kind, update, own[kind], "/hook/999") == 403 and posts.said == there
    assert posts.kept() == []
    assert WORDS not in caplog.text and own[kind] not in caplog.text


async def test_who_goes_on_guessing_is_told_to_stop_and_the_platform_is_not(posts: Posts) -> None:
    paths = ["/hook/1", "/hook/x", "/hook/9999999999999", "/hook/-1", "/hook/²", "/hook/1"]
    assert [await posts.post(ChannelKind.ZALO, {}, "x", path) for path in paths] == [403] * 6
    assert await posts.post(ChannelKind.ZALO, {}, "x") == 429
    assert await posts.post(ChannelKind.ZALO, posts.zalo_update()) == 200
    assert posts.kept() == [WORDS]


async def test_a_bot_that_is_asked_for_updates_takes_no_posts(ward: Ward, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_zalo", "1:a")
    side = HookSide(ward.engine, MovableClock(at("13/10/2025 09:00")), print, frozenset({ChannelKind.TELEGRAM}))
    app = web.Application()
    side.add_to(app)
    bot = a_bot(ward, ChannelKind.ZALO)
    async with TestClient(TestServer(app)) as client:
        headers = {HEADERS[ChannelKind.ZALO]: hook_secret("1:a")}
        async with client.post(f"/hook/{bot.id}", data=b"{}", headers=headers) as answer:
            assert answer.status == 403
        monkeypatch.delenv("BOT_zalo")
        async with client.post(f"/hook/{bot.id}", data=b"{}", headers=headers) as answer:
            assert answer.status == 403


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{", 400),
        (b"[1]", 400),
        (b'"xong 2"', 400),
        (b"\xff\xfe", 400),
        (b"[" * 100_000, 400),
        (b'{"text": "' + b"a" * MOST_BYTES + b'"}', 413),
    ],
)
async def test_what_is_no_update_gets_a_clear_status_and_is_logged_by_the_bots_number(
    posts: Posts, body: bytes, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    for kind in HEADERS:
        caplog.clear()
        assert await posts.post(kind, body) == status
        [line] = [r.message for r in caplog.records if r.name == "bot.web.hooks"]
        assert f"for connection {posts.bots[kind].id} was refused, {status}" in line
    assert posts.kept() == []
    assert await posts.post(ChannelKind.ZALO, posts.zalo_update()) == 200


async def test_a_body_without_a_length_is_cut_off_at_the_bound(posts: Posts) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(2 * MOST_BYTES // 65536):
            yield b" " * 65536

    headers = {HEADERS[ChannelKind.ZALO]: hook_secret(posts.zalo.token)}
    async with ClientSession() as session:
        url = posts.client.make_url(f"/hook/{posts.bots[ChannelKind.ZALO].id}")
        async with session.post(url, data=endless(), headers=headers) as answer:
            assert answer.status == 413


async def test_a_body_that_does_not_come_is_not_waited_for(posts: Posts) -> None:
    async def stuck() -> AsyncIterator[bytes]:
        yield b"{"
        await posts.zalo.until(lambda: False)

    headers = {HEADERS[ChannelKind.ZALO]: hook_secret(posts.zalo.token)}
    async with ClientSession() as session:
        url = posts.client.make_url(f"/hook/{posts.bots[ChannelKind.ZALO].id}")
        async with session.post(url, data=stuck(), headers=headers) as answer:
            assert answer.status == 408


async def test_what_could_not_be_stored_is_not_confirmed(posts: Posts, caplog: pytest.LogCaptureFixture) -> None:
    update = posts.zalo_update()
    with posts.ward.engine.begin() as connection:
        connection.execute(text("ALTER TABLE inbox RENAME TO away"))
    assert await posts.post(ChannelKind.ZALO, update) == 503
    with posts.ward.engine.begin() as connection:
        connection.execute(text("ALTER TABLE away RENAME TO inbox"))
    assert WORDS not in caplog.text
    assert await posts.post(ChannelKind.ZALO, update) == 200
    assert posts.kept() == [WORDS]


async def test_a_press_is_answered_with_the_confirmation(posts: Posts) -> None:
    button = {"inline_keyboard": [[{"text": "Xong 2", "callback_data": "xong 2"}]]}
    asked = {"chat_id": str(LAN), "text": "Việc 2", "reply_markup": json.dumps(button)}
    url = f"{posts.telegram.base_url}/bot{posts.telegram.token}/sendMessage"
    async with ClientSession() as session, session.post(url, data=asked) as sent:
        assert sent.status == 200
    press = posts.telegram.press(LAN, "Xong 2")
    assert await posts.post(ChannelKind.TELEGRAM, posts.telegram.waiting[-1]) == 200
    assert json.loads(posts.said) == {"method": "answerCallbackQuery", "callback_query_id": press}
    assert posts.kept() == ["xong 2"]


async def test_groups_are_heard_only_when_the_bot_is_meant_and_its_name_is_asked_once(posts: Posts) -> None:
    for words in ("xong rồi nhé", "@viec_bot xong 2", "@viec_bot việc 7"):
        posts.telegram.type(-5, words, sender=LAN)
        assert await posts.post(ChannelKind.TELEGRAM, posts.telegram.waiting[-1]) == 200
    assert posts.kept() == ["xong 2", "việc 7"]
    assert [method for method, _ in posts.telegram.calls] == ["getMe"]
    with transaction(posts.ward.engine) as session:
        assert session.exec(select(Chat.address)).all() == ["-5"]


async def test_telegram_is_asked_to_post_again_while_it_cannot_be_asked_who_the_bot_is(
    posts: Posts, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    update = posts.telegram_update()
    posts.telegram.fail("getMe", page(502))
    assert await posts.post(ChannelKind.TELEGRAM, update) == 503
    assert await posts.post(ChannelKind.TELEGRAM, update) == 200
    assert posts.kept() == [WORDS]
    assert posts.telegram.token.split(":")[1] not in caplog.text and WORDS not in caplog.text
