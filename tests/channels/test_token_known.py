"""Is the token right, wrong, or can nobody be asked: what `nhacviec run` and `doctor` say of a bot."""

import pytest

from bot.channels.factory import token_known
from storage.kinds import ChannelKind
from storage.models.channels import Connection
from tests.channels.telegram_server import TelegramServer
from tests.channels.zalo_server import ZaloServer


def bot(channel: ChannelKind, base_url: str) -> Connection:
    return Connection(agency_id=1, channel=channel, name="chinh", secret="env:BOT_A", base_url=base_url)


@pytest.mark.parametrize("right", [True, False])
async def test_telegram_is_asked(right: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    async with TelegramServer() as server:
        monkeypatch.setenv("BOT_A", server.token if right else "1:wrong")
        assert await token_known(bot(ChannelKind.TELEGRAM, server.base_url)) is right


@pytest.mark.parametrize("right", [True, False])
async def test_zalo_is_asked(right: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    async with ZaloServer() as server:
        monkeypatch.setenv("BOT_A", server.token if right else "1:wrong")
        assert await token_known(bot(ChannelKind.ZALO, server.base_url)) is right


@pytest.mark.parametrize("channel", [ChannelKind.TELEGRAM, ChannelKind.ZALO])
async def test_where_nobody_answers_nothing_is_known(channel: ChannelKind, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_A", "1:a")
    assert await token_known(bot(channel, "http://127.0.0.1:9")) is None


async def test_a_console_has_no_token() -> None:
    assert await token_known(bot(ChannelKind.CONSOLE, "")) is None
