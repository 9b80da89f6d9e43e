"""From a stored connection to its channel; only the folder of the channel chosen is imported."""

import asyncio
import os
from urllib.parse import quote

from bot.channels.webhook import Reads
from jobs.delivery.channel import Channel, ConnectionRefused
from storage.kinds import ChannelKind
from storage.models.channels import Connection

ASKED_SECONDS = 4.0  # a person waits for the answer


class NoSecret(Exception):
    """The environment variable a connection names is not set; the message is its name."""


#: Where a person can hand a file over and get one; elsewhere by links. The same as each channel's capability.
CARRY_FILES = frozenset({ChannelKind.TELEGRAM, ChannelKind.CONSOLE})


def secret_of(connection: Connection) -> str:
    """The token behind `env:NAME`. Raises NoSecret."""
    name = connection.secret.removeprefix("env:")
    token = os.environ.get(name, "")
    if not token:
        raise NoSecret(name)
    return token


def open_channel(connection: Connection) -> Channel | None:
    """The channel of a connection; None for a console, which only the demo has. Raises NoSecret."""
    if connection.channel is ChannelKind.TELEGRAM:
        from bot.channels.telegram.channel import TelegramChannel

        return TelegramChannel(secret_of(connection), connection.base_url)
    if connection.channel is ChannelKind.ZALO:
        from bot.channels.zalo.channel import ZaloChannel

        return ZaloChannel(secret_of(connection), connection.base_url)
    return None


def open_reads(connection: Connection) -> Reads | None:
    """How what a platform posts for this connection reads; None where it posts nothing. Raises NoSecret."""
    if connection.channel is ChannelKind.TELEGRAM:
        from bot.channels.telegram.channel import TelegramChannel
        from bot.channels.telegram.webhook import TelegramReads

        return TelegramReads(TelegramChannel(secret_of(connection), connection.base_url))
    if connection.channel is ChannelKind.ZALO:
        from bot.channels.zalo.webhook import ZaloReads

        return ZaloReads()
    return None


async def token_known(connection: Connection) -> bool | None:
    """Whether the platform knows the token; None where it cannot be asked now, and for a console. Raises NoSecret."""
    if connection.channel is ChannelKind.TELEGRAM:
        asked = _known_to_telegram(connection)
    elif connection.channel is ChannelKind.ZALO:
        asked = _known_to_zalo(connection)
    else:
        return None
    try:
        return await asyncio.wait_for(asked, ASKED_SECONDS)
    except TimeoutError:
        return None


async def _known_to_telegram(connection: Connection) -> bool | None:
    from telegram.error import TelegramError

    from bot.channels.telegram.channel import TelegramChannel

    channel = TelegramChannel(secret_of(connection), connection.base_url)
    try:
        await channel.identity()
    except ConnectionRefused:
        return False
    except TelegramError:
        return None
    finally:
        await channel.close()
    return True


async def _known_to_zalo(connection: Connection) -> bool | None:
    from bot.channels.zalo.client import BAD_TOKEN, ZaloClient, ZaloError, ZaloRefused

    client = ZaloClient(secret_of(connection), connection.base_url)
    try:
        await client.call("getMe", {})
    except ZaloRefused as refused:
        return refused.code != BAD_TOKEN
    except ZaloError:
        return None
    finally:
        await client.renew()
    return True


async def deep_link(connection: Connection, code: str) -> str | None:
    """A link that joins with one tap, where the channel has such links and can be asked now."""
    if connection.channel is not ChannelKind.TELEGRAM:
        return None
    from telegram.error import TelegramError

    from bot.channels.telegram.channel import TelegramChannel

    channel = TelegramChannel(secret_of(connection), connection.base_url)
    try:
        me = await channel.identity()
    except TelegramError:
        return None
    finally:
        await channel.close()
    return f"https://t.me/{me.username}?start={quote(code)}"
