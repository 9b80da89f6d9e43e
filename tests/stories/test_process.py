"""The real command as the installer starts it: it answers, stops when told, and keeps the token to itself."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from inspect import signature
from pathlib import Path

import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import unused_port
from sqlmodel import col, select

from bot import polling
from bot.channels.zalo.poller import poll as zalo_poll
from jobs.clock import SystemClock
from jobs.file_links import new_link
from storage.database import transaction
from storage.kinds import ChannelKind
from storage.models.channels import Chat, Connection
from storage.models.messages import Inbox
from tests.channels.telegram_faults import page
from tests.channels.telegram_server import TelegramServer
from tests.channels.zalo_server import ZaloServer
from tests.people import Ward
from tests.stories.handed_in import PLAN, PLAN_NAME
from tests.stories.platforms import SECRET

ROOT = Path(__file__).parents[2]
LAN, QUAN = 7001, 7002
TASK = "2. Ban hành kế hoạch kiểm tra"
START_SECONDS, STOP_SECONDS = 30.0, 10.0

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
Server = TelegramServer | ZaloServer


def connect(ward: Ward, kind: ChannelKind, server: Server, address: str) -> None:
    """A bot for the ward, and Lan's chat with it."""
    ward.give(2, TASK.removeprefix("2. "), "VHXH", to="Lan")
    with transaction(ward.engine) as session:
        bot = Connection(
            agency_id=ward.agency_id, channel=kind, name="bot", secret=f"env:{SECRET}", base_url=server.base_url
        )
        session.add(bot)
        session.flush()
        chat = Chat(agency_id=ward.agency_id, connection_id=bot.id, address=address, staff_id=ward.staff["Lan"])
        session.add(chat)


def a_page(ward: Ward) -> str:
    """The path of a page on which Lan may bring a file in."""
    with transaction(ward.engine) as session:
        chat = session.exec(select(Chat).where(Chat.staff_id == ward.staff["Lan"])).one()
        return f"/f/{new_link(session, ward.agency_id, ward.staff['Lan'], chat.id, SystemClock().now())}"


@asynccontextmanager
async def nhacviec_run(url: str, token: str, log: Path, **more: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """`nhacviec run` with everything logged; killed at the end if it still lives."""
    environment = (
        os.environ | {"DATABASE_URL": url, SECRET: token, "LOG_LEVEL": "DEBUG", "NO_PROXY": "127.0.0.1"} | more
    )
    with log.open("wb") as written:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot.cli", "run"), env=environment, cwd=ROOT, stdout=written, stderr=written
        )
        try:
            yield process
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()


async def until(
    server: Server, process: asyncio.subprocess.Process, true: Callable[[], bool], within: float = START_SECONDS
) -> None:
    """Wait for what the server sees, as long as a start may take; an early end of the process is a failure."""
    over = asyncio.create_task(process.wait())
    seen = asyncio.create_task(_seen(server, true))
    done, _ = await asyncio.wait({over, seen}, timeout=within, return_when=asyncio.FIRST_COMPLETED)
    for task in (over, seen):
        task.cancel()
    await asyncio.gather(over, seen, return_exceptions=True)
    assert seen in done, f"ended early: {process.returncode}" if over in done else "nothing came"


async def _seen(server: Server, true: Callable[[], bool]) -> None:
    while True:
        try:
            return await server.until(true)
        except TimeoutError:
            continue


def answers(server: Server) -> list[str]:
    """Answers to "việc của tôi"; the process goes by the real clock, so a digest may come as well."""
    return [sent.text for sent in server.sent if TASK in sent.text and not sent.text.startswith("Chào")]


async def ended(process: asyncio.subprocess.Process) -> int:
    """Its exit code, within the time a supervisor gives it."""
    async with asyncio.timeout(STOP_SECONDS):
        return await process.wait()


def assert_silent_about(token: str, log: str) -> None:
    assert token not in log
    assert token.partition(":")[2] not in log


async def test_the_process_answers_and_stops_when_told(ward: Ward, database_url: str, tmp_path: Path) -> None:
    log = tmp_path / "log"
    async with TelegramServer(now=SystemClock().now) as server:
        connect(ward, ChannelKind.TELEGRAM, server, str(LAN))
        # A proxy's page repeats the address, and with it the token.
        server.fail("getUpdates", page(502))
        server.type(LAN, "việc của tôi")
        with transaction(ward.engine) as session:
            bot = session.exec(select(Connection)).one()
            keeper = ward.staff["Quân"]
            session.add(Chat(agency_id=ward.agency_id, connection_id=bot.id, address=str(QUAN), staff_id=keeper))
        port, link = unused_port(), a_page(ward)
        web = {"PUBLIC_URL": f"http://127.0.0.1:{port}/", "PORT": str(port)}
        async with nhacviec_run(database_url, server.token, log, **web) as process:
            await until(server, process, lambda: bool(answers(server)))
            server.send_document(QUAN, PLAN_NAME, "", PLAN, name="Quân")
            await until(server, process, lambda: any("59 dòng" in sent.text for sent in server.sent))
            async with ClientSession(f"http://127.0.0.1:{port}") as browser, browser.get("/healthz") as health:
                assert await health.text() == "ok\n"
                async with browser.get(link) as form:
                    assert form.status == 200
            process.send_signal(signal.SIGTERM)
            code = await ended(process)
    written = log.read_text()
    assert link not in written
    assert code == 0, written
    assert f"Trang nộp tệp: http://127.0.0.1:{port}, cổng {port}" in written
    assert "asking Telegram for messages failed" in written
    assert "Traceback" not in written
    assert_silent_about(server.token, written)
    assert len(answers(server)) == 1


@pytest.mark.faults
async def test_what_zalo_hands_over_while_the_process_stops_is_kept(
    ward: Ward, database_url: str, tmp_path: Path
) -> None:
    log = tmp_path / "log"
    async with ZaloServer(now=SystemClock().now, longest_hold=4.0) as server:
        connect(ward, ChannelKind.ZALO, server, "a1b2")
        server.type("a1b2", "việc của tôi")
        async with nhacviec_run(database_url, server.token, log) as process:
            await until(server, process, lambda: bool(answers(server)))
            process.send_signal(signal.SIGTERM)
            server.type("a1b2", "xong 2 KH 45/KH-UBND")
            code = await ended(process)
    written = log.read_text()
    assert code == 0, written
    assert "Traceback" not in written
    assert_silent_about(server.token, written)
    with transaction(ward.engine) as session:
        kept = session.exec(select(Inbox.text).order_by(col(Inbox.id))).all()
    assert kept == ["việc của tôi", "xong 2 KH 45/KH-UBND"][: 2 - len(server.waiting)]


def test_a_poll_of_zalo_ends_before_it_would_be_cut_and_before_the_process_is_killed(database_url: str) -> None:
    assert signature(zalo_poll).parameters["wait_seconds"].default < polling.STOP_SECONDS < STOP_SECONDS
