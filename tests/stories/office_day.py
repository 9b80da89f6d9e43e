"""An office on one platform: the product's real parts around a clock that the story moves."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

import pytest
from sqlmodel import Session, col, select

from bot.conversation.dispatch import FILES, handle
from bot.file_worker import handle_next_file
from bot.inbox_worker import handle_next
from bot.incoming import Incoming, Store
from bot.polling import poll_under_lease
from jobs.clock import MovableClock
from jobs.delivery.channel import Channel
from jobs.delivery.drain import drain
from jobs.invites import new_invite
from jobs.messages.render import render
from jobs.scheduler import run_tick
from jobs.ticks.table import TICKS
from storage.database import transaction
from storage.kinds import ChannelKind, NoticeState
from storage.models.channels import Connection
from storage.models.duties import Duty, Evidence, ProgressEntry
from storage.models.events import Event
from storage.models.messages import Inbox, Notice
from storage.queries.duties import lines_by_number
from tests.people import Ward, at
from tests.stories.platforms import SECRET, Heard, Platform, opened

LONGEST_WAIT, MOST_ROUNDS = 10.0, 20


class OfficeDay:
    """`say`, `do` and `morning` return what a person newly heard."""

    def __init__(self, ward: Ward, clock: MovableClock, platform: Platform, connection: Connection) -> None:
        self.ward, self.clock, self.platform = ward, clock, platform
        self._connection = connection
        self._channel = platform.channel(connection)
        self._arrived = asyncio.Semaphore(0)
        self.public_url = ""

    @asynccontextmanager
    async def receiving(self) -> AsyncIterator[None]:
        """The platform is asked for updates, under the lease, as in the real process."""
        stop = asyncio.Event()
        polling = asyncio.create_task(self._poll(stop))
        try:
            yield
        finally:
            stop.set()
            await polling
            await self._channel.close()

    async def _poll(self, stop: asyncio.Event) -> None:
        ask = self.platform.poll
        if ask is None:
            return

        async def poll(channel: Channel, store: Store, ended: asyncio.Event) -> None:
            async def keep(incoming: list[Incoming]) -> None:
                await store(incoming)
                for _ in incoming:
                    self._arrived.release()

            await ask(channel, keep, ended)

        await poll_under_lease(
            self.ward.engine, self.clock, self._connection, self._channel, poll, "story", stop, lambda: None
        )

    async def say(self, who: str, text: str) -> list[Heard]:
        self.platform.type(who, text)
        return await self.heard_after(who)

    async def use_code(self, who: str, code: str) -> list[Heard]:
        self.platform.use_code(who, code)
        return await self.heard_after(who)

    async def repeat(self, who: str) -> list[Heard]:
        """The last update comes again."""
        self.platform.repeat()
        return await self.heard_after(who)

    async def heard_after(self, who: str) -> list[Heard]:
        """Let what waits on the platform arrive and be answered."""
        before = len(self.platform.heard(who))
        if self.platform.poll is not None:
            await asyncio.wait_for(self._arrived.acquire(), LONGEST_WAIT)
        await self._settle()
        return self.platform.heard(who)[before:]

    async def morning(self, day: str, who: str) -> list[Heard]:
        """The hour of the digests on a day like "13/10/2025"."""
        before = len(self.platform.heard(who))
        self.clock.move(max(at(f"{day} 07:30"), self.clock.now()))
        for _ in range(2):  # the keepers' digests are owed when the others have an outcome
            for tick in TICKS:
                assert await asyncio.to_thread(run_tick, self.ward.engine, self.clock, tick)
            await self._settle()
        return self.platform.heard(who)[before:]

    async def _settle(self) -> None:
        while await asyncio.to_thread(handle_next, self.ward.engine, self.clock, self._handle):
            pass
        fetch = self._channel.fetch
        while await handle_next_file(self.ward.engine, self.clock, self._connection.id, fetch, FILES):
            pass
        for _ in range(MOST_ROUNDS):
            if not await asyncio.to_thread(self._owes):
                return
            wait = await drain(
                self.ward.engine, self._connection.id, self._channel, self.clock, render, sleep=self._wait_for_slot
            )
            await self._wait_for_slot(wait)
        raise AssertionError("something is owed that is never sent")

    def _handle(self, session: Session, inbox: Inbox, now: datetime) -> None:
        handle(session, inbox, now, public_url=self.public_url)

    def _owes(self) -> bool:
        with transaction(self.ward.engine) as session:
            states = col(Notice.state).in_([NoticeState.WAITING, NoticeState.SENDING])
            return session.exec(select(Notice.id).where(states)).first() is not None

    async def _wait_for_slot(self, seconds: float) -> None:
        self.clock.move(self.clock.now() + timedelta(seconds=seconds))

    def invite(self, who: str) -> str:
        with transaction(self.ward.engine) as session:
            return new_invite(session, self.ward.agency_id, self.ward.staff[who], self.clock.now())

    async def everybody_joins(self, *names: str) -> None:
        for name in names:
            assert len(await self.use_code(name, self.invite(name))) == 1

    def records(self) -> list[tuple[object, ...]]:
        """Everything the office keeps of its work, to see that nothing changed."""
        with transaction(self.ward.engine) as session:
            return [row for table in (Duty, Evidence, ProgressEntry, Event) for row in _rows(session, table)]

    def duty(self, number: int) -> Duty:
        with transaction(self.ward.engine) as session:
            [line] = lines_by_number(session, self.ward.agency_id, number)
            return line.duty


def _rows(session: Session, table: type[Duty | Evidence | ProgressEntry | Event]) -> list[tuple[object, ...]]:
    found = session.exec(select(table)).all()
    return sorted((table.__name__, row.id, repr(row.model_dump())) for row in found)


@asynccontextmanager
async def office_day(
    ward: Ward, kind: ChannelKind, start: datetime, monkeypatch: pytest.MonkeyPatch, by_webhook: bool = False
) -> AsyncIterator[OfficeDay]:
    """The ward's bot on a platform of this machine; nobody has joined."""
    clock = MovableClock(start)
    async with opened(kind, ward.engine, clock, by_webhook) as platform:
        monkeypatch.setenv(SECRET, platform.token)
        with transaction(ward.engine) as session:
            connection = Connection(
                agency_id=ward.agency_id, channel=kind, name="bot", secret=f"env:{SECRET}", base_url=platform.base_url
            )
            session.add(connection)
        office = OfficeDay(ward, clock, platform, connection)
        async with office.receiving():
            yield office
