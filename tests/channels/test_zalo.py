import asyncio
import json
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.channels.zalo.channel import ZaloChannel
from bot.channels.zalo.inbound import read_update
from bot.channels.zalo.poller import poll
from jobs.delivery.channel import Button, ConnectionRefused, Doubtful, GiveUp, OutMessage, Sent, TryLater
from tests.channels.telegram_faults import Fault, cut, page, silence
from tests.channels.test_telegram_poller import Inbox
from tests.channels.zalo_server import ZaloServer, refused

LAN = "a1b2c3"
TEXT = OutMessage(LAN, "Chào chị Lan")
RECEIVED_AT = datetime(2025, 10, 13, 1, 0, tzinfo=UTC)


@pytest.fixture(params=[True, False], ids=["wrapped", "flat"])
async def server(request: pytest.FixtureRequest) -> AsyncIterator[ZaloServer]:
    async with ZaloServer(wrapped=request.param) as running:
        yield running


@pytest.fixture
async def channel(server: ZaloServer) -> AsyncIterator[ZaloChannel]:
    made = ZaloChannel(server.token, server.base_url, read_seconds=0.3)
    yield made
    await made.close()


@asynccontextmanager
async def polling(server: ZaloServer, inbox: Inbox) -> AsyncIterator[None]:
    channel, stop = ZaloChannel(server.token, server.base_url), asyncio.Event()
    work = poll(channel, inbox.store, stop, now=lambda: RECEIVED_AT, wait_seconds=1, pause_seconds=0)
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        stop.set()
        await task
        await channel.close()


async def test_only_text_is_sent(server: ZaloServer, channel: ZaloChannel) -> None:
    outcome = await channel.send(OutMessage(LAN, "Chào chị Lan", ((Button("Xong", "xong 2"),),), "17"))
    assert outcome == Sent(server.sent[0].message_id)
    assert server.calls == [("sendMessage", {"chat_id": LAN, "text": "Chào chị Lan"})]
    assert await channel.name() == "Bot Nhắc Việc"


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        (refused(400, "Bad request: text is invalid"), GiveUp),
        (refused(403, "Internal server error"), TryLater),
        (refused(408, "Request timeout"), Doubtful),
        (refused(404, "Not found"), GiveUp),
        (refused(429, "Quota exceeded"), GiveUp),
        (refused(429, "", status=429), GiveUp),
        (refused(429, "Too many requests, slow down"), TryLater),
        (refused(500, "Internal error", status=500), TryLater),
        (page(403), TryLater),
        (page(503), TryLater),
        (page(502, after=True), Doubtful),
        (page(200, after=True), Doubtful),
        (cut(after=True), Doubtful),
        (silence(after=True), Doubtful),
    ],
)
async def test_outcomes_say_whether_the_message_may_have_arrived(
    server: ZaloServer, channel: ZaloChannel, fault: Fault, outcome: type
) -> None:
    server.fail("sendMessage", fault)
    assert isinstance(await channel.send(TEXT), outcome)
    if outcome is TryLater:
        assert server.sent == []


async def test_what_is_permanent_names_what_is_dead(server: ZaloServer, channel: ZaloChannel) -> None:
    server.unknown = {"gone"}
    gone = await channel.send(OutMessage("gone", "a"))
    assert isinstance(gone, GiveUp) and gone.scope == "chat"
    assert await channel.send(OutMessage(LAN, "a" * 2001)) == GiveUp("longer than 2000 units", "message")


async def test_a_wrong_token_gives_up_the_connection_although_http_says_200(server: ZaloServer) -> None:
    wrong = ZaloChannel("1:wrong", server.base_url)
    outcome = await wrong.send(TEXT)
    assert isinstance(outcome, GiveUp) and outcome.scope == "connection"
    with pytest.raises(ConnectionRefused):
        await wrong.name()
    with pytest.raises(ConnectionRefused):
        await poll(wrong, Inbox().store, asyncio.Event(), now=lambda: RECEIVED_AT)
    await wrong.close()


async def test_a_used_up_quota_ends_that_message_and_nothing_else(server: ZaloServer, channel: ZaloChannel) -> None:
    server.quota = 0
    outcome = await channel.send(TEXT)
    assert isinstance(outcome, GiveUp) and outcome.scope == "message" and "429" in outcome.reason
    assert [method for method, _ in server.calls] == ["sendMessage"]
    server.quota = 1
    assert isinstance(await channel.send(TEXT), Sent)


DIGEST = "Chào chị Lan 👩‍💼, thứ Hai.\n\nQuá hạn\n26. Quy chế – hạn 30/09\n\nSắp đến\n2. Kế hoạch\n7. Tập huấn\n\nChị trả lời: xong 26"


async def test_headings_are_bold(server: ZaloServer, channel: ZaloChannel) -> None:
    assert isinstance(await channel.send(OutMessage(LAN, DIGEST)), Sent)
    assert (server.sent[0].text, server.sent[0].bold) == (DIGEST, ("Quá hạn", "Sắp đến"))


async def test_a_bot_that_may_not_style_sends_plainly_and_does_not_ask_again(
    server: ZaloServer, channel: ZaloChannel
) -> None:
    server.knows_styles = False
    for _ in range(2):
        assert isinstance(await channel.send(OutMessage(LAN, DIGEST)), Sent)
    assert [(sent.text, sent.bold) for sent in server.sent] == [(DIGEST, ())] * 2
    assert ["text_styles" in fields for _, fields in server.calls] == [True, False, False]


async def test_a_text_that_zalo_does_not_take_at_all_is_given_up_and_styles_go_on(
    server: ZaloServer, channel: ZaloChannel
) -> None:
    server.fail("sendMessage", *[refused(400, "Bad request: text is invalid")] * 2)
    assert isinstance(await channel.send(OutMessage(LAN, DIGEST)), GiveUp)
    assert isinstance(await channel.send(OutMessage(LAN, DIGEST)), Sent)
    assert server.sent[0].bold == ("Quá hạn", "Sắp đến")


async def test_nobody_there_is_certainly_not_sent() -> None:
    async with ZaloServer() as gone:
        address = gone.base_url
    alone = ZaloChannel("1:a", address)
    assert isinstance(await alone.send(TEXT), TryLater)
    await alone.close()


async def test_updates_are_stored_one_by_one_in_order(server: ZaloServer) -> None:
    inbox = Inbox()
    for text in ("xong 2", "xong 3", "hoàn tác"):
        server.type(LAN, text)
    async with polling(server, inbox):
        await server.until(lambda: len(inbox.rows) == 3)
    assert inbox.texts == ["xong 2", "xong 3", "hoàn tác"]


async def test_what_could_not_be_stored_is_tried_again_before_the_next_is_fetched(server: ZaloServer) -> None:
    inbox = Inbox()
    inbox.full_times = 4
    seen_waiting: list[int] = []
    inbox.before = lambda: seen_waiting.append(len(server.waiting))
    server.type(LAN, "xong 2")
    server.type(LAN, "xong 3")
    async with polling(server, inbox):
        await server.until(lambda: len(inbox.rows) == 2)
    assert inbox.texts == ["xong 2", "xong 3"]
    assert seen_waiting[:5] == [1, 1, 1, 1, 1]


async def test_polling_goes_on_after_every_kind_of_failure_and_never_logs_the_token(
    server: ZaloServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    inbox = Inbox()
    server.fail("getUpdates", page(502), cut(), page(200), refused(500, f"at {server.token}"), page(404))
    server.type(LAN, "xong 2")
    async with polling(server, inbox):
        await server.until(lambda: len(inbox.rows) == 1)
    assert "5 in a row" in caplog.text
    assert server.token.split(":")[1] not in caplog.text


async def test_both_envelopes_of_a_webhook_read_alike(server: ZaloServer) -> None:
    message_id = server.type(LAN, "xong 2", name="Chị Lan")
    raw = json.loads(server.webhook_body(server.waiting[0]))
    incoming = read_update(raw, RECEIVED_AT)
    assert incoming is not None
    assert (incoming.dedup_key, incoming.address, incoming.sender) == (message_id, LAN, LAN)
    assert (incoming.text, incoming.kind, incoming.chat_kind) == ("xong 2", "text", "private")
    assert (incoming.sent_at, incoming.reply_to, incoming.addressed) == (server.now(), None, True)


async def test_photos_unsupported_things_and_groups_are_told_apart(server: ZaloServer) -> None:
    server.send_photo(LAN, "xong 2")
    server.send_unsupported(LAN)
    server.type(LAN, "xong 2", group="g1")
    photo, unsupported, group = (read_update(update, RECEIVED_AT) for update in server.waiting)
    assert photo is not None and (photo.kind, photo.text) == ("file", "xong 2")
    assert photo.file is not None and photo.file.key == f"{server.base_url}/photos/1.jpg"
    assert unsupported is not None and (unsupported.kind, unsupported.text) == ("unsupported", "")
    assert group is not None and (group.chat_kind, group.address, group.sender) == ("group", "g1", LAN)


@pytest.mark.parametrize(
    "raw",
    [{}, {"ok": True, "result": None}, {"message": "x"}, {"message": {"text": "a"}}, {"event_name": "user.follow"}],
)
def test_what_no_person_did_is_left_out(raw: dict[str, Any]) -> None:
    assert read_update(raw, RECEIVED_AT) is None


def test_a_message_of_a_bot_is_left_out_and_a_bad_date_is_the_time_of_receipt() -> None:
    message = {"message_id": "1", "date": "soon", "from": {"id": "x"}, "chat": {"id": "x"}, "text": "xong 2"}
    incoming = read_update({"message": message}, RECEIVED_AT)
    assert incoming is not None and (incoming.sent_at, incoming.kind) == (RECEIVED_AT, "text")
    message["from"] = {"id": "x", "is_bot": True}
    assert read_update({"message": message}, RECEIVED_AT) is None


async def test_planted_mistakes_are_found_by_the_fake(channel: ZaloChannel, server: ZaloServer) -> None:
    for method, fields in (
        ("sendMessage", {"chat_id": LAN, "text": "a" * 2001}),
        ("sendMessage", {"chat_id": 7, "text": "a"}),
        ("sendMessage", {"chat_id": LAN, "text": "a", "reply_to_message_id": "1"}),
        ("sendTemplate", {"chat_id": LAN}),
        ("sendMessage", {"chat_id": LAN, "text": "a", "text_styles": [{"start": 0, "len": 2, "st": ["b"]}]}),
        ("sendMessage", {"chat_id": LAN, "text": "a", "text_styles": [{"start": 0, "len": 1, "st": ["bold"]}]}),
        ("sendPhoto", {"chat_id": LAN, "photo": "https://photo.example/1.jpg", "caption": "😀" * 1001}),
        ("getUpdates", {"offset": 3}),
    ):
        with pytest.raises(Exception, match="400"):
            await channel.client.call(method, fields)
    assert len(server.violations) == 8
    server.violations.clear()
