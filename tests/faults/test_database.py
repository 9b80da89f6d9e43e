"""A database that cannot serve for a while (faults 5 to 8): nothing is counted as failed, sent twice or lost."""

from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import text
from sqlmodel import Session, select

from bot.file_worker import Brought, FileParts, handle_next_file
from bot.inbox_worker import handle_next
from bot.usecases.file_reading import AsProof
from jobs.clock import MovableClock
from jobs.delivery import until_served
from jobs.delivery.channel import Outcome, OutMessage
from jobs.delivery.rendered import Rendered
from jobs.delivery.sender import Sender
from storage.database import transaction, unavailable
from storage.kinds import InboxState, NoticeKind
from storage.models.messages import Inbox, Notice
from tests.engines import ON_BOTH
from tests.faults.broken_database import (
    Broken,
    answer_of_commit_lost,
    connections_cut,
    disk_full,
    read_only,
    table_away,
)
from tests.jobs.delivery.recording import START, RecordingChannel, as_kept, left, moving, owe
from tests.jobs.delivery.test_inbox import arrive, incoming
from tests.jobs.delivery.test_sender import crowd
from tests.people import Ward

pytestmark = ON_BOTH

BROKEN = pytest.mark.parametrize("broken", [table_away, read_only, disk_full])
CROWD = ("Lan", "Tâm", "Quân", "Hà", "Dũng", "Hoa", "Phúc", "Thu", "Vinh", "Ánh")


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(START)


class BreaksWhileSending(RecordingChannel):
    """The database goes away while the first message is on its way, and is back some seconds later."""

    def __init__(self, clock: MovableClock, ward: Ward, broken: Broken) -> None:
        super().__init__(clock)
        self.ward, self.broken, self.away = ward, broken, ExitStack()

    async def send(self, message: OutMessage) -> Outcome:
        if not self.sent:
            self.away.enter_context(self.broken(self.ward.engine))
        return await super().send(message)

    async def sleep(self, seconds: float) -> None:
        await moving(self.clock)(seconds)
        if (self.clock.now() - START).total_seconds() > 6:
            self.away.close()


@BROKEN
async def test_no_send_goes_out_whose_mark_cannot_be_stored_and_none_is_doubted(
    ward: Ward, clock: MovableClock, broken: Broken
) -> None:
    ward.link(*CROWD)
    for name in CROWD:
        owe(ward, name, f"chào {name}", kind=NoticeKind.DIGEST)
    channel = BreaksWhileSending(clock, ward, broken)
    one = Sender(ward.engine, ward.connection_id, channel, clock, as_kept, sleep=channel.sleep)
    with channel.away:
        await one.step()
        await one.finish()
        assert len(channel.sent) <= 8
        for _ in range(200):
            if not left(ward.engine):
                break
            wait = await one.step()
            await one.finish()
            await channel.sleep(max(wait, 0.001))
    assert sorted(channel.texts) == sorted(f"chào {name}" for name in CROWD)


@BROKEN
def test_a_message_is_not_parked_because_the_database_was_away(ward: Ward, clock: MovableClock, broken: Broken) -> None:
    ward.link("Lan")
    arrive(ward, incoming("1", "xong"))

    def handle(session: Session, row: Inbox, now: datetime) -> None:
        session.add(
            Notice(
                agency_id=row.agency_id, key="reply/1", kind=NoticeKind.REPLY, day=now.date(), created_at=now,
                body="dài" * 100_000,
            )
        )  # fmt: skip
        session.flush()
        session.execute(text("SELECT count(*) FROM delivery"))

    with broken(ward.engine):
        for _ in range(5):
            with pytest.raises(Exception) as failed:
                handle_next(ward.engine, clock, handle)
            assert unavailable(failed.value)
    assert handle_next(ward.engine, clock, handle)
    with transaction(ward.engine) as session:
        assert session.exec(select(Inbox.state)).one() is InboxState.DONE
        assert session.exec(select(Notice.key)).one() == "reply/1"


@pytest.mark.parametrize("nth", [1, 2], ids=["begun", "handled"])
async def test_a_file_whose_commit_was_not_answered_is_handled_once_and_at_once(
    ward: Ward, clock: MovableClock, nth: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not after the lease: its sender, and what else he wrote, would wait for five minutes."""
    monkeypatch.setattr(until_served, "PAUSE", 0)
    ward.link("Lan")
    arrive(ward, replace(incoming("1", "xong"), kind="file"))
    handled = []

    def handle(session: Session, row: Inbox, now: datetime, brought: Brought | None) -> None:
        handled.append(row.id)

    async def fetch(key: str, most: int) -> bytes:
        return b"1. xong"

    parts = FileParts(lambda *_: AsProof(), handle)
    with answer_of_commit_lost(ward.engine, nth):
        while await handle_next_file(ward.engine, clock, ward.connection_id, fetch, parts):
            assert len(handled) <= 1
    assert len(handled) == 1
    with transaction(ward.engine) as session:
        assert session.exec(select(Inbox.state)).one() is InboxState.DONE


def test_a_digest_does_not_fail_because_the_database_was_away(ward: Ward, clock: MovableClock) -> None:
    ward.link("Lan")
    owed = owe(ward, "Lan", "chào", kind=NoticeKind.DIGEST)

    def render(session: Session, notice: Notice, now: datetime) -> Rendered:
        session.execute(text("SELECT count(*) FROM duty"))
        return as_kept(session, notice, now)

    one = Sender(ward.engine, ward.connection_id, RecordingChannel(clock), clock, render)
    with table_away(ward.engine, "duty"):
        for _ in range(6):
            with pytest.raises(Exception) as failed:
                one._prepare()
            assert unavailable(failed.value)
    prepared, _ = one._prepare()
    assert [claimed.id for claimed, _ in prepared] == [owed]


@pytest.mark.faults
@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_connections_that_are_cut_again_and_again_lose_and_repeat_nothing(
    ward: Ward, clock: MovableClock
) -> None:
    names = crowd(ward, 120)
    for name in names:
        owe(ward, name, f"chào {name}", kind=NoticeKind.DIGEST)
    channel = RecordingChannel(clock)
    one = Sender(ward.engine, ward.connection_id, channel, clock, as_kept, sleep=moving(clock))
    failures = 0
    with connections_cut(ward.engine):
        for _ in range(2000):
            try:
                await one.step()
                await one.finish()
            except Exception as error:
                assert unavailable(error)
                failures += 1
            await moving(clock)(0.5)
            if len(channel.sent) >= len(names) and failures > 3:
                break
    while left(ward.engine):
        await one.step()
        await one.finish()
        await moving(clock)(1)
    assert sorted(channel.texts) == sorted(f"chào {name}" for name in names)
