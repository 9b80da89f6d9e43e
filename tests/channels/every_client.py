"""A process of its own for test_proxy, as trust in certificates is settled at start: every client asks once."""

import asyncio
import json
import sys
from datetime import UTC, datetime

from bot import heartbeat
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.zalo.channel import ZaloChannel
from jobs.delivery.channel import NotFetched, OutFile, OutMessage

TELEGRAM, ZALO, WATCHER = "api.telegram.test", "zalo.test", "watcher.test"
FILE = b"plan"


async def main(telegram_token: str, zalo_token: str) -> dict[str, str]:
    telegram = TelegramChannel(telegram_token, f"https://{TELEGRAM}", read_seconds=5)
    zalo = ZaloChannel(zalo_token, f"https://{ZALO}", read_seconds=5)
    said = {
        "telegram words": type(await telegram.send(OutMessage("7", "Chào chị Lan"))).__name__,
        "telegram file": type(await telegram.send(OutMessage("7", "Tệp", file=OutFile("a.txt", b"a")))).__name__,
        "telegram asked": await _word(telegram.get_updates(None, 0, "[]")),
        "telegram download": await _fetched(telegram),
        "zalo words": type(await zalo.send(OutMessage("a1", "Chào chị Lan"))).__name__,
        "zalo asked": await _word(zalo.webhook_url()),
        "heartbeat": await _beaten(),
    }
    await telegram.close()
    await zalo.close()
    return said


async def _word(work: object) -> str:
    try:
        await work  # type: ignore[misc]
    except Exception as error:
        return type(error).__name__
    return "answered"


async def _fetched(telegram: TelegramChannel) -> str:
    try:
        return (await telegram.fetch("file-1", 100)).decode()
    except NotFetched:
        return "NotFetched"


async def _beaten() -> str:
    """One beat of an office where all is well."""
    stop, words = asyncio.Event(), []
    heartbeat._well = lambda engine, clock: not stop.is_set()
    heartbeat._log.warning = lambda form, word: words.append(word)
    asyncio.get_running_loop().call_later(0.5, stop.set)
    await heartbeat.beat_until(stop, None, _Now(), f"https://{WATCHER}/ping", every=60)
    return words[0] if words else "heard"


class _Now:
    def now(self) -> datetime:
        return datetime.now(UTC)


if __name__ == "__main__":
    print(json.dumps(asyncio.run(main(*sys.argv[1:]))))
