"""From a stored connection to its channel; only the folder of the channel chosen is imported."""

import asyncio
import os
from functools import partial
from urllib.parse import quote

from bot.channels.webhook import Reads, hook_secret
from bot.menus import SetMenu
from bot.polling import Poll
from jobs.clock import SystemClock
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


def receiver_of(connection: Connection, hook: str | None) -> Poll | None:
    """Has updates posted to `hook`, else asks the platform for them; one of the two, as both hold the same lease. None for a
    console. Raises NoSecret.
    """
    now = SystemClock().now
    if connection.channel is ChannelKind.TELEGRAM:
        from bot.channels.telegram.poller import poll as telegram_poll
        from bot.channels.telegram.webhook import receive as telegram_receive

        secret = hook_secret(secret_of(connection))
        return partial(telegram_receive, url=hook, secret=secret) if hook else partial(telegram_poll, now=now)
    if connection.channel is ChannelKind.ZALO:
        from bot.channels.zalo.poller import poll as zalo_poll
        from bot.channels.zalo.webhook import receive as zalo_receive

        secret = hook_secret(secret_of(connection))
        return partial(zalo_receive, url=hook, secret=secret) if hook else partial(zalo_poll, now=now)
    return None


def menu_of(connection: Connection, channel: Channel) -> SetMenu | None:
    """How the commands somebody sees are set; None where a channel has no menu."""
    if connection.channel is not ChannelKind.TELEGRAM:
        return None
    from bot.channels.telegram.commands import set_menu_of

    return partial(set_menu_of, channel)  # type: ignore[arg-type]


async def token_known(connection: Connection) -> bool | None:
    """Whether the platform knows the token; None where it cannot be asked now, and for a console. Raises NoSecret."""
    try:
        return None if await asyncio.wait_for(bot_name(connection), ASKED_SECONDS) is None else True
    except ConnectionRefused:
        return False
    except TimeoutError:
        return None


async def bot_name(connection: Connection) -> str | None:
    """What people find the bot by, "" for no name; None where it cannot be asked now. Raises NoSecret, ConnectionRefused."""
    if connection.channel is ChannelKind.TELEGRAM:
        from telegram.error import TelegramError

        from bot.channels.telegram.channel import TelegramChannel

        telegram = TelegramChannel(secret_of(connection), connection.base_url)
        try:
            return (await telegram.identity()).username or ""
        except TelegramError:
            return None
        finally:
            await telegram.close()
    if connection.channel is ChannelKind.ZALO:
        from bot.channels.zalo.channel import ZaloChannel
        from bot.channels.zalo.client import ZaloError

        zalo = ZaloChannel(secret_of(connection), connection.base_url)
        try:
            return await zalo.name()
        except ZaloError:
            return None
        finally:
            await zalo.close()
    return None


def deep_link(connection: Connection, name: str | None, code: str) -> str | None:
    """A link that joins with one tap by the bot of this name, where the channel has such links."""
    if connection.channel is not ChannelKind.TELEGRAM or not name:
        return None
    return f"https://t.me/{name}?start={quote(code)}"
