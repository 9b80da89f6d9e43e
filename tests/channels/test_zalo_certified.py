"""Our Zalo server is certified by a client nobody here wrote: python-zalo-bot must be able to do all its work on it.

That client hides failures (it reads `result` and never `ok`), so what our server refuses comes out as None.
"""

import json
from collections.abc import AsyncIterator
from datetime import UTC

import pytest
from zalo_bot import Bot, Update

from tests.channels.zalo_server import ZaloServer

LAN = "a1b2c3"


@pytest.fixture
async def server() -> AsyncIterator[ZaloServer]:
    async with ZaloServer() as running:
        yield running


@pytest.fixture
async def bot(server: ZaloServer) -> AsyncIterator[Bot]:
    async with Bot(server.token, base_url=server.base_url) as made:
        yield made


async def test_it_learns_who_it_is(server: ZaloServer, bot: Bot) -> None:
    me = await bot.get_me()
    assert (me.id, me.account_name, me.can_join_groups) == ("77", "Bot Nhắc Việc", False)


async def test_it_polls_and_reads_every_kind_of_message(server: ZaloServer, bot: Bot) -> None:
    typed = server.type(LAN, "xong 2", name="Chị Lan")
    server.send_photo(LAN, "xong 7")
    server.send_sticker(LAN)
    server.send_voice(LAN)
    server.send_unsupported(LAN)
    text, photo, sticker, voice, unsupported = [await bot.get_update(timeout=1) for _ in range(5)]
    assert (text.message.message_id, text.message.text, text.message.chat.id) == (typed, "xong 2", LAN)
    assert (text.effective_user.id, text.effective_user.display_name) == (LAN, "Chị Lan")
    assert text.message.date.astimezone(UTC) == server.now()
    assert (photo.message.photo_url, photo.message.message_type) == (f"{server.base_url}/photos/1.jpg", "CHAT_PHOTO")
    assert (sticker.message.sticker, sticker.message.text) == ("sticker-1", None)
    assert voice.message.api_kwargs["voice_url"] == "https://voice.example/1.aac"
    assert unsupported.message.text is None and unsupported.message.chat.type == "PRIVATE"
    assert await bot.get_update(timeout=1) is None, "nothing waits: code 408, which it hides"


@pytest.mark.parametrize("wrapped", [True, False])
async def test_it_reads_what_our_webhook_is_posted(wrapped: bool) -> None:
    async with ZaloServer(wrapped=wrapped) as server:
        server.type(LAN, "xong 2")
        body = json.loads(server.webhook_body(server.waiting[0]))
    update = Update.de_json(body["result"] if wrapped else body)
    assert (update.message.text, update.message.from_user.id) == ("xong 2", LAN)


async def test_it_sends_words_pictures_and_signs(server: ZaloServer, bot: Bot) -> None:
    sent = await bot.send_message(LAN, "Chào chị Lan")
    assert (sent.message_id, server.sent[0].text) == (server.sent[0].message_id, "Chào chị Lan")
    await bot.send_photo(LAN, "Biểu đồ", "https://nhacviec.example/1.png")
    assert (server.sent[1].photo, server.sent[1].text) == ("https://nhacviec.example/1.png", "Biểu đồ")
    await bot.send_sticker(LAN, "sticker-1")
    await bot.send_chat_action(LAN, "typing")
    assert len(server.sent) == 3


async def test_it_sets_looks_at_and_takes_away_a_webhook(server: ZaloServer, bot: Bot) -> None:
    assert await bot._set_webhook_async("https://nhacviec.example/hook/1", "eight-or-more")
    info = await bot._get_webhook_info_async()
    assert info.url == server.webhook == "https://nhacviec.example/hook/1"
    assert await bot.get_update(timeout=1) is None and server.webhook
    assert await bot._delete_webhook_async() and server.webhook == ""


async def test_refusals_come_as_http_200_which_it_takes_for_nothing(server: ZaloServer, bot: Bot) -> None:
    server.quota, server.unknown = 0, {"gone"}
    assert await bot.send_message(LAN, "a") is None
    assert await bot.send_message("gone", "a") is None
    assert await bot.send_message(LAN, "a" * 2001) is None
    assert server.violations.pop() == "sendMessage.text: 2001 characters"
    assert await bot.send_message(LAN, "a", reply_to_message_id="1") is None
    assert server.violations.pop() == "sendMessage.reply_to_message_id: unknown"
    async with Bot("1:wrong", base_url=server.base_url) as wrong:
        assert await wrong.get_me() is None
    assert server.sent == []
