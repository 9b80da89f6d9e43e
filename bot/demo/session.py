"""The demo's conversation: one terminal, everybody's chat, a clock that can be moved."""

import asyncio
import secrets
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import Engine
from sqlmodel import Session

from bot.channels.console.channel import ConsoleChannel
from bot.conversation.dispatch import FILES, handle
from bot.demo.offices import OPENS_AT
from bot.file_worker import handle_next_file
from bot.inbox_worker import handle_next
from bot.incoming import Incoming, IncomingFile
from jobs.clock import MovableClock
from jobs.delivery.drain import drain
from jobs.delivery.sender import IDLE_SECONDS
from jobs.messages.render import render
from jobs.rules.text import fold
from jobs.scheduler import run_tick
from jobs.ticks.table import TICKS
from storage.database import transaction
from storage.queries.agencies import all_agencies
from storage.queries.connections import live_connections
from storage.queries.inbox import store
from storage.queries.people import Person, people
from storage.queries.ticks import last_runs

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
# The hours at which something can fall due; the real processes tick every few seconds instead.
STOPS = (time(0, 5), time(7, 30), time(7, 35), time(7, 45), time(20, 0))
MOST_DAYS = 400


class DemoSession:
    """Who is typing, what time it is, and the two offices behind them."""

    def __init__(self, engine: Engine, write: Callable[[str], None], opens_at: datetime = OPENS_AT) -> None:
        self.engine, self.write = engine, write
        with transaction(engine) as session:
            # A demo goes on where its clock stood when it was left: it never goes back.
            self.clock = MovableClock(max([opens_at, *(tick.ran_at for tick in last_runs(session))]))
            self.offices = all_agencies(session)
            self.everybody = [p for o in self.offices for p in people(session, o.id, self.clock.now().date())]
            self.connections = {c.agency_id: c for c in live_connections(session)}
        self.channel = ConsoleChannel(write, self._name_of, self.office_time)
        self.who = self.everybody[0]

    def office_time(self) -> datetime:
        return self.clock.now().astimezone(ZONE)

    def _name_of(self, address: str) -> str:
        who = next(p for p in self.everybody if str(p.id) == address)
        return f"{who.staff.honorific} {who.given_name}"

    async def type(self, text: str) -> None:
        """One line as the person at the keyboard; answers are printed before this returns."""
        await self._arrive(text)

    async def hand_in(self, path: Path) -> None:
        """A file of this machine as the person at the keyboard would send it."""
        await self._arrive("", IncomingFile(str(path), path.name, path.stat().st_size))

    async def _arrive(self, text: str, file: IncomingFile | None = None) -> None:
        with transaction(self.engine) as session:
            self.store(session, self.who, text, file)
        await self.settle()

    def store(self, session: Session, who: Person, text: str, file: IncomingFile | None = None, key: str = "") -> None:
        """What somebody wrote, as it waits to be handled; `key` tells it from every other, a new one by default."""
        now = self.clock.now()
        incoming = Incoming(
            dedup_key=key or secrets.token_hex(8), address=str(who.id), chat_kind="private",
            sender=str(who.id), text=text, reply_to=None,
            kind="file" if file else "text", sent_at=now, addressed=True, raw="", file=file,
        )  # fmt: skip
        store(session, self.connections[who.agency.id].id, who.agency.id, incoming, now)

    async def settle(self) -> None:
        """Handle what came in and send what is owed at this moment."""
        while await asyncio.to_thread(handle_next, self.engine, self.clock, handle):
            pass
        for connection in self.connections.values():
            while await handle_next_file(self.engine, self.clock, connection.id, self.channel.fetch, FILES):
                pass
            while (wait := await self._drain(connection.id)) < IDLE_SECONDS:
                await self._sleep(wait)

    async def _drain(self, connection_id: int) -> float:
        return await drain(self.engine, connection_id, self.channel, self.clock, render, sleep=self._sleep)

    async def _sleep(self, seconds: float) -> None:
        """The sender waits for its slot: the demo's clock goes on by that much."""
        self.clock.move(self.clock.now() + timedelta(seconds=seconds))

    async def move(self, to: datetime) -> int:
        """Move the clock forward through every stop; the number of messages sent on the way."""
        before = self.sent
        for stop in self._stops(to):
            self.clock.move(max(stop, self.clock.now()))
            await self.tick()
        return self.sent - before

    @property
    def sent(self) -> int:
        return self.channel.written

    async def tick(self, only: str | None = None) -> None:
        """Whatever is due at this moment, done and sent; `only`: what one tick finds due."""
        for tick in TICKS:
            if only in (None, tick.name):
                await asyncio.to_thread(run_tick, self.engine, self.clock, tick)
        await self.settle()

    def _stops(self, to: datetime) -> Iterator[datetime]:
        day = self.office_time().date()
        while day <= to.astimezone(ZONE).date():
            for hour in STOPS:
                stop = datetime.combine(day, hour, ZONE)
                if self.clock.now() < stop < to:
                    yield stop
            day += timedelta(days=1)
        yield to

    async def next_event(self) -> bool:
        """Move to the next moment at which a message goes out; False when a whole year brings none."""
        for _ in range(MOST_DAYS):
            tomorrow = self.office_time().date() + timedelta(days=1)
            for stop in self._stops(datetime.combine(tomorrow, time(0, 1), ZONE)):
                if await self.move(stop):
                    return True
        return False

    def become(self, name: str) -> Person | None:
        """Type as somebody else, found by given name or full name, accents or not."""
        wanted = fold(name)
        for who in self.everybody:
            if wanted in {
                fold(who.given_name),
                fold(who.staff.full_name),
                fold(f"{who.staff.honorific} {who.given_name}"),
            }:
                self.who = who
                return who
        return None


def instant(day: date, hour: time) -> datetime:
    """An office hour as an instant."""
    return datetime.combine(day, hour, ZONE).astimezone(UTC)
