"""A real process for test_killed: answers every stored message, sends everything owed, ends when nothing is left."""

import asyncio
import os
from datetime import datetime, timedelta

from sqlmodel import Session, select

from bot.file_worker import Brought, FileParts
from bot.process import Parts, run_process, run_until_told
from bot.usecases.file_reading import Setting
from bot.usecases.hand_in import setting
from jobs.clock import SystemClock
from jobs.delivery.channel import Capabilities, Outcome, OutMessage, Sent
from jobs.delivery.crash_points import VARIABLE
from jobs.delivery.rendered import Rendered
from jobs.scheduler import TickPlan
from jobs.ticks.upkeep import UPKEEP
from storage.database import open_engine
from storage.kinds import InboxState, NoticeKind, NoticeState
from storage.models.messages import Inbox, Notice
from storage.notice_keys import reply_key
from storage.queries.notices import enqueue

MARK = "(gửi lại)"


class ClockAhead:
    """The system's clock, so far ahead that claims of a process that was killed are over."""

    def __init__(self, seconds: float) -> None:
        self._ahead = timedelta(seconds=seconds)

    def now(self) -> datetime:
        return SystemClock().now() + self._ahead


class FileChannel:
    """Appends each message to a file in one write, as a platform would have it the moment it answers."""

    capabilities = Capabilities(2000, 29.0, 0.2, 3.0)

    def __init__(self, path: str) -> None:
        self._file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    async def send(self, message: OutMessage) -> Outcome:
        await asyncio.sleep(0.01)
        line = f"{message.address}\t{message.text!r}\n".encode()
        os.write(self._file, line)
        return Sent(str(len(line)))

    async def answers(self) -> bool:
        return True

    async def fetch(self, key: str, most: int) -> bytes:
        return b"1. xong"

    async def close(self) -> None:
        os.close(self._file)


def render(session: Session, notice: Notice, now: datetime) -> Rendered:
    return Rendered(notice.body or "", MARK)


def handle(session: Session, inbox: Inbox, now: datetime) -> None:
    enqueue(
        session, agency_id=inbox.agency_id, key=reply_key(inbox.id, 1), kind=NoticeKind.REPLY, priority=1,
        chat_id=inbox.chat_id, inbox_id=inbox.id, day=now.date(), body=f"đã nhận {inbox.text}", created_at=now,
    )  # fmt: skip


def wants(session: Session, inbox: Inbox, now: datetime) -> Setting:
    return setting(session, inbox.agency_id, now.date())


def handle_file(session: Session, inbox: Inbox, now: datetime, brought: Brought | None) -> None:
    assert brought is not None and brought.data == b"1. xong"
    handle(session, inbox, now)


def run(url: str, path: str, ahead: float, crash_at: str, until_told: bool) -> None:
    """Serve the office in this process, its clock `ahead` seconds, up to a crash point if one is named."""
    os.environ[VARIABLE] = crash_at
    engine = open_engine(url)
    stop = asyncio.Event()

    def anything_left(session: Session, now: datetime) -> None:
        notices = session.exec(select(Notice.id).where(Notice.state.in_([NoticeState.WAITING, NoticeState.SENDING])))
        inbox = session.exec(select(Inbox.id).where(Inbox.state == InboxState.WAITING))
        if not notices.first() and not inbox.first():
            done.append(now)

    done: list[datetime] = []
    parts = Parts(
        engine, ClockAhead(ahead), lambda _: FileChannel(path), lambda _: None, render, handle,
        ticks=[*UPKEEP, TickPlan("left", anything_left, second="*")], files=FileParts(wants, handle_file),
    )  # fmt: skip
    if until_told:
        run_until_told(parts)
        return

    async def until_done() -> None:
        running = asyncio.create_task(run_process(parts, stop))
        while not done and not running.done():
            await asyncio.sleep(0.05)
        stop.set()
        await running

    asyncio.run(until_done())
