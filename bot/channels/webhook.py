"""Webhooks of every platform: where updates are posted, the secret both sides know, and keeping it set."""

import asyncio
import hashlib
import hmac
import logging
from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from bot.channels.pauses import Pauses
from bot.incoming import Incoming

_log = logging.getLogger(__name__)

PATH = "/hook/"
LOOK_AGAIN_SECONDS = 600.0


class WebhookFailed(Exception):
    """The platform could not be asked now; the message holds no token. `again_in`: seconds it wants to be left alone."""

    def __init__(self, why: str, again_in: float = 0.0) -> None:
        super().__init__(why)
        self.again_in = again_in


class Hooked(Protocol):
    """A channel whose platform can post. Both raise WebhookFailed, or ConnectionRefused for an unknown token."""

    async def use_webhook(self, url: str, secret: str) -> None:
        """Have updates posted to `url` with `secret` in the header the platform has for it."""

    async def webhook_url(self) -> str:
        """Where the platform posts to now, "" where it does not."""


class Reads(Protocol):
    """How the bodies of one connection read. `header` carries the secret."""

    @property
    def header(self) -> str: ...

    async def read(self, raw: Mapping[str, object], now: datetime) -> Incoming | None:
        """What a person did; None for what no person did. Raises WebhookFailed when it cannot be told now."""

    def answer(self, raw: Mapping[str, object]) -> Mapping[str, object] | None:
        """What to answer beside "received", where the platform takes more."""

    async def close(self) -> None:
        """Give connections back."""


def hook_url(public_root: str, connection_id: int) -> str:
    return f"{public_root}{PATH}{connection_id}"


def hook_secret(token: str) -> str:
    """64 letters and digits that only who knows the token can say; nothing more to configure, the same in every process."""
    return hmac.new(token.encode(), b"nhacviec webhook", hashlib.sha256).hexdigest()


async def hold(
    channel: Hooked,
    stop: asyncio.Event,
    *,
    url: str,
    secret: str,
    look_seconds: float = LOOK_AGAIN_SECONDS,
    pause_seconds: float = 1.0,
) -> None:
    """Keep the webhook set until `stop`; another program may take it away. It stays set afterwards, so that what people
    write during a restart is posted then. Raises ConnectionRefused for an unknown token.
    """
    pauses = Pauses(pause_seconds)
    ours = False
    while not stop.is_set():
        try:
            if not ours or await channel.webhook_url() != url:
                if ours:
                    _log.warning("another program took this bot's webhook; it is set again")
                await channel.use_webhook(url, secret)
        except WebhookFailed as error:
            pauses.failed()
            _log.warning("the webhook could not be set (%d in a row): %s", pauses.failures, error)
            await pauses.wait(stop, error.again_in)
            continue
        ours = True
        pauses.succeeded()
        await pauses.wait(stop, look_seconds)
