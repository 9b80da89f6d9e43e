"""Little memory and few files (fault 23): the real process with a quarter of a million messages waiting."""

import resource
import signal
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlmodel import col, select

from jobs.clock import SystemClock
from storage.database import transaction
from storage.kinds import ChannelKind, NoticeKind, NoticeState
from storage.models.channels import Chat
from storage.models.messages import Notice
from storage.models.tables import METADATA
from tests.channels.telegram_server import TelegramServer
from tests.people import Ward
from tests.stories.test_process import LAN, answers, connect, ended, nhacviec_run, until

WAITING, ENOUGH, FIRST_ID = 250_000, 40, 1_000_000
MIB = 1 << 20
BUSY = 120.0  # seconds, as the other tests of faults run beside it
FILES, ADDRESSES, MEMORY = 64, 800 * MIB, 160 * MIB  # most addresses are stacks of threads, never used


def multiply(connection: Connection, name: str, row_id: int, **changes: str) -> None:
    """A row many times over; `changes` are SQL of the columns that differ beside the id, in which `n` counts from 1."""
    columns = METADATA.tables[name].columns.keys()
    values = [(changes | {"id": f"{FIRST_ID} + n"}).get(column, f"of.{column}") for column in columns]
    counted = f"WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < {WAITING})"
    connection.exec_driver_sql(
        f"INSERT INTO {name} ({', '.join(columns)}) {counted} "
        f"SELECT {', '.join(values)} FROM {name} AS of, counted WHERE of.id = {row_id}"
    )


def owe_many(ward: Ward) -> None:
    """One answer to each of very many chats."""
    now = SystemClock().now()
    with transaction(ward.engine) as session:
        lan = session.exec(select(Chat)).one()
        first = Notice(
            agency_id=ward.agency_id, key="made/0", kind=NoticeKind.REPLY, chat_id=lan.id, day=now.date(),
            body="đã nhận " * 40, created_at=now,
        )  # fmt: skip
        session.add(first)
        session.flush()
        made = session.connection()
        multiply(made, "chat", lan.id, address=f"CAST({FIRST_ID} + n AS TEXT)", staff_id="NULL")
        made.exec_driver_sql("ANALYZE chat")  # else PostgreSQL may look for each chat among all of them
        multiply(made, "notice", first.id, key="'made/' || n", chat_id=f"{FIRST_ID} + n")


def most_held(pid: int) -> int:
    """The most memory a process has had, in bytes."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))) * 1024


@pytest.mark.faults
async def test_a_quarter_of_a_million_messages_wait_and_nobody_holds_them_all(
    ward: Ward, database_url: str, tmp_path: Path
) -> None:
    log = tmp_path / "log"
    async with TelegramServer(now=SystemClock().now) as server:
        connect(ward, ChannelKind.TELEGRAM, server, str(LAN))
        owe_many(ward)
        async with nhacviec_run(database_url, server.token, log) as process:
            resource.prlimit(process.pid, resource.RLIMIT_NOFILE, (FILES, FILES))
            resource.prlimit(process.pid, resource.RLIMIT_AS, (ADDRESSES, ADDRESSES))
            await until(server, process, lambda: len(server.sent) >= ENOUGH, BUSY)
            server.type(LAN, "việc của tôi")
            await until(server, process, lambda: bool(answers(server)), BUSY)
            held = most_held(process.pid)
            process.send_signal(signal.SIGTERM)
            code = await ended(process)
    written = log.read_text()
    assert code == 0, written
    assert "Traceback" not in written
    sent = [message.chat_id for message in server.sent]
    assert held < MEMORY
    with transaction(ward.engine) as session:
        of_sent = (
            select(Chat.address).join(Notice, col(Notice.chat_id) == Chat.id).where(Notice.state == NoticeState.SENT)
        )
        assert sorted(map(int, session.exec(of_sent))) == sorted(sent)
