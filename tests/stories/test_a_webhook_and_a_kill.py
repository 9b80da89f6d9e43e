"""The real command with a webhook: killed between keeping an update and confirming it, nothing is lost or doubled."""

import asyncio
import signal
from pathlib import Path

import pytest
from aiohttp import ClientConnectionError, ClientSession
from aiohttp.test_utils import unused_port
from sqlmodel import select

from jobs.clock import SystemClock
from jobs.delivery.crash_points import VARIABLE, CrashPoint
from storage.database import transaction
from storage.kinds import ChannelKind
from storage.models.messages import Inbox
from tests.channels.telegram_server import TelegramServer
from tests.channels.zalo_server import ZaloServer
from tests.people import Ward
from tests.stories.test_process import (
    LAN,
    START_SECONDS,
    Server,
    answers,
    assert_silent_about,
    connect,
    ended,
    nhacviec_run,
    until,
)

PUBLIC = "https://nhacviec.example"
KINDS = [ChannelKind.ZALO, pytest.param(ChannelKind.TELEGRAM, marks=pytest.mark.faults)]


async def posted(server: Server, local: str, body: object) -> int:
    """What the platform hears when it posts to the webhook it was given, by the gateway in front of the office's port."""
    header = "X-Bot-Api-Secret-Token" if isinstance(server, ZaloServer) else "X-Telegram-Bot-Api-Secret-Token"
    url = server.webhook.replace(PUBLIC, local)
    async with (
        ClientSession() as session,
        session.post(url, json=body, headers={header: server.webhook_secret}) as answer,
    ):
        return answer.status


async def listening(local: str) -> None:
    async with asyncio.timeout(START_SECONDS), ClientSession() as session:
        while True:
            try:
                async with session.get(f"{local}/healthz"):
                    return
            except ClientConnectionError:
                await asyncio.sleep(0.05)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_what_was_kept_is_answered_once_after_a_kill(
    ward: Ward, database_url: str, tmp_path: Path, kind: ChannelKind
) -> None:
    port, log = unused_port(), tmp_path / "log"
    local, make = f"http://127.0.0.1:{port}", ZaloServer if kind is ChannelKind.ZALO else TelegramServer
    web = {"PUBLIC_URL": PUBLIC, "PORT": str(port), "WEBHOOK": str(kind)}
    async with make(now=SystemClock().now) as server:
        connect(ward, kind, server, str(LAN))
        server.type(str(LAN) if kind is ChannelKind.ZALO else LAN, "việc của tôi")
        update = server.waiting.pop()
        async with nhacviec_run(database_url, server.token, log, **web, **{VARIABLE: CrashPoint.HOOK_STORED}) as killed:
            await until(server, killed, lambda: bool(server.webhook))
            await listening(local)
            with pytest.raises(ClientConnectionError):
                await posted(server, local, update)
            assert await ended(killed) == -signal.SIGKILL
        assert kept(ward) == ["việc của tôi"] and not answers(server)
        async with nhacviec_run(database_url, server.token, log, **web) as process:
            await until(server, process, lambda: bool(answers(server)))
            await listening(local)
            assert await posted(server, local, update) == 200
            process.send_signal(signal.SIGTERM)
            assert await ended(process) == 0
    assert kept(ward) == ["việc của tôi"] and len(answers(server)) == 1
    assert "getUpdates" not in [method for method, _ in server.calls]
    assert_silent_about(server.token, log.read_text())
    assert server.webhook_secret not in log.read_text()


def kept(ward: Ward) -> list[str | None]:
    with transaction(ward.engine) as session:
        return list(session.exec(select(Inbox.text)))
