"""Takes what one connection owes, in slots, and sends it: facts, text, claim, slot, send, mark."""

import asyncio
import logging
import os
import secrets
import socket
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

from sqlalchemy import Engine
from sqlmodel import Session

from jobs.clock import Clock
from jobs.delivery.ahead import Ahead
from jobs.delivery.channel import Channel, Doubtful, GiveUp, Moved, OutMessage, Sent, TryLater
from jobs.delivery.crash_points import CrashPoint, crash_at
from jobs.delivery.marking import Marking
from jobs.delivery.rendered import Render, Rendered, buttons_to_rows, parts_of
from jobs.delivery.until_served import PAUSE, until_served
from storage.database import transaction
from storage.queries import notices, outcomes
from storage.queries.arrived import Arrived
from storage.queries.notices import AHEAD, LEASE, Claimed, Finished, Pace

_log = logging.getLogger(__name__)

IDLE_SECONDS = 1.0
MOST_UNDER_WAY = 3 * notices.MOST_AT_ONCE  # claimed and not marked: two batches ahead of their slots, one on its way
FULL_PAUSE = 0.1
UNREACHED_PAUSE = timedelta(seconds=60)
STOP_BEFORE_END = timedelta(seconds=10)  # a send that begins later might end after its claim
BEGIN_EARLY = timedelta(seconds=0.02)
BEGIN_TOGETHER = timedelta(seconds=0.05)  # what leaves within this time is kept as begun by one commit

Sleep = Callable[[float], Awaitable[None]]
Prepared = tuple[Claimed, Rendered]
_Mark = Callable[[Session], bool]
_T = TypeVar("_T")


def process_name() -> str:
    """A name no other process has, now or after a restart."""
    return f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"


class Sender:
    """The sending side of one connection in one process; several processes may each have one."""

    def __init__(
        self,
        engine: Engine,
        connection_id: int,
        channel: Channel,
        clock: Clock,
        render: Render,
        *,
        owner: str | None = None,
        sleep: Sleep = asyncio.sleep,
        marking: Marking | None = None,
    ) -> None:
        able = channel.capabilities
        self._engine = engine
        self._connection_id = connection_id
        self._channel = channel
        self._clock = clock
        self._owner = owner or process_name()
        self._sleep = sleep
        self._marking = marking or Marking(engine)
        self._ahead = Ahead(engine, connection_id, clock, render)
        self._pace = Pace(1 / able.per_second, able.per_chat_seconds, able.per_group_seconds)
        self._next_send = self._held_until = clock.now()
        self._under_way: set[asyncio.Task[None]] = set()
        self._begun: dict[Claimed, bool] = {}  # claims that have not had their turn
        self._beginning = asyncio.Lock()
        self._unmarked = 0
        self._ask_at: datetime | None = None

    async def step(self) -> float:
        """Claim once and start those sends; how many seconds until it is worth to be called again."""
        if self._unmarked:
            return PAUSE
        if self._ask_at is not None and (wait := await self._until_it_answers(self._ask_at)) > 0:
            return wait
        if timedelta(0) < (behind := self._next_send - self._clock.now() - AHEAD) < LEASE:
            return behind.total_seconds()
        if len(self._under_way) > MOST_UNDER_WAY - notices.MOST_AT_ONCE:
            return FULL_PAUSE
        prepared, wait = await asyncio.to_thread(self._prepare)
        self._begun |= {claimed: False for claimed, _ in prepared}
        for one in prepared:
            task = asyncio.create_task(self._deliver(*one))
            self._under_way.add(task)
            task.add_done_callback(self._done)
        return wait

    async def finish(self, seconds: float | None = None) -> None:
        """Wait for sends under way, at most `seconds`; what is cut off then is left to the rescue."""
        if self._under_way:
            await asyncio.wait(set(self._under_way), timeout=seconds)
        for task in self._under_way:
            task.cancel()

    async def _until_it_answers(self, ask_at: datetime) -> float:
        """After a send that failed the platform is asked something harmless before the next message is risked: one that
        takes messages and never answers would put message after message in doubt. Seconds to wait, 0 once it answers.
        """
        now = self._clock.now()
        if now < ask_at <= now + UNREACHED_PAUSE:
            return (ask_at - now).total_seconds()
        if await self._channel.answers():
            self._ask_at = None
            return 0.0
        self._ask_at = self._clock.now() + UNREACHED_PAUSE
        await self._mark(partial(outcomes.hold_back, connection_id=self._connection_id, until=self._ask_at))
        return UNREACHED_PAUSE.total_seconds()

    def _done(self, task: asyncio.Task[None]) -> None:
        self._under_way.discard(task)
        if not task.cancelled() and (error := task.exception()):
            _log.error("a send of connection %s was left unmarked: %s", self._connection_id, type(error).__name__)

    def _prepare(self) -> tuple[list[Prepared], float]:
        texts = self._ahead.take()
        wanted = {n: text for n, text in texts.items() if text is not None}
        finished = {n: Finished(r.text, list(r.about), buttons_to_rows(r.buttons)) for n, r in wanted.items()}
        now = self._clock.now()
        with transaction(self._engine) as session:
            if len(wanted) < len(texts):
                notices.drop(session, [n for n in texts if n not in wanted])
            claimed = self._claim(session, now, finished) if finished else []
            more = len(claimed) == notices.MOST_AT_ONCE  # then nobody has to look what else there may be
            wakes = notices.wakes_at(session, self._connection_id, now, whole=not more)
            if claimed:
                crash_at(CrashPoint.CLAIM_BEFORE_COMMIT)
        if claimed:
            crash_at(CrashPoint.CLAIMED)
        # Something was done, so more may wait behind it.
        idle = 0.0 if texts else IDLE_SECONDS
        until = (wakes - now).total_seconds() if wakes else idle
        return [(c, wanted[c.id]) for c in claimed], max(until if claimed else min(until, idle), 0.0)

    def _claim(self, session: Session, now: datetime, finished: dict[int, Finished]) -> list[Claimed]:
        return notices.claim(session, self._connection_id, now, self._owner, self._pace, finished)

    async def _deliver(self, claimed: Claimed, rendered: Rendered) -> None:
        if not await self._begin(claimed):
            return
        if not await self._wait_for_turn(claimed):
            await self._mark(partial(outcomes.release, claimed=claimed))
            return
        able = self._channel.capabilities
        file = rendered.file if able.files else None
        text = f"{rendered.text}\n{rendered.file_left_out}" if rendered.file and not file else rendered.text
        limit = min(able.caption_limit, able.text_limit) if file else able.text_limit
        parts = parts_of(text, rendered.repeated_mark, limit)
        if len(parts) < claimed.part:
            await self._mark(
                partial(
                    outcomes.mark_refused, claimed=claimed, scope="message", reason="empty text", now=self._clock.now()
                )
            )
            return
        text = parts[claimed.part - 1]
        message = OutMessage(
            address=claimed.address,
            text=f"{rendered.repeated_mark}\n{text}" if claimed.again else text,
            buttons=rendered.buttons if claimed.part == len(parts) else (),
            reply_to=claimed.reply_to if claimed.part == 1 else None,
            file=file if claimed.part == len(parts) else None,
            edit=rendered.edit if claimed.part == len(parts) else None,
        )
        outcome = await self._channel.send(message)
        crash_at(CrashPoint.SENT_BEFORE_MARK)
        if isinstance(outcome, TryLater | Doubtful):
            pause = timedelta(seconds=outcome.seconds) if isinstance(outcome, TryLater) else outcomes.DOUBT_PAUSE
            self._ask_at = self._held_until = max(self._held_until, self._clock.now() + pause)
        if isinstance(outcome, Sent):
            arrived = Arrived(claimed, outcome.message_id, len(parts), self._clock.now())
            await self._kept(partial(self._marking.keep, arrived))
        else:
            await self._mark(self._mark_for(outcome, claimed))

    async def _begin(self, claimed: Claimed) -> bool:
        """Shortly before the slot keep that this message leaves, with those that follow closely: what a killed process
        had not begun is simply claimed again. False when the claim was no longer ours.
        """
        await self._sleep_until(claimed.slot_at - BEGIN_EARLY)
        async with self._beginning:
            if not self._begun.get(claimed):
                if self._next_send <= claimed.until:  # else the clock was put back
                    await self._sleep_until(self._next_send - BEGIN_EARLY)
                near = claimed.slot_at + BEGIN_TOGETHER
                claims = [claimed, *(c for c, begun in self._begun.items() if not begun and c.slot_at <= near)]
                ids = await self._stored(partial(asyncio.to_thread, self._begin_all, claims))
                self._begun |= {c: c.id in ids for c in claims}
        if not (begun := self._begun.pop(claimed)):
            _log.warning("a claim on connection %s was over before its turn", self._connection_id)
        return begun

    def _begin_all(self, claims: list[Claimed]) -> set[int]:
        with transaction(self._engine) as session:
            return outcomes.begin(session, claims)

    async def _sleep_until(self, moment: datetime) -> None:
        """Or until the clock is put back: nothing that is claimed lies so far ahead."""
        while 0 < (ahead := (moment - self._clock.now()).total_seconds()) <= 2 * LEASE.total_seconds():
            await self._sleep(ahead)

    async def _wait_for_turn(self, claimed: Claimed) -> bool:
        """Sleep to the slot; False when by then the claim is nearly over, the platform asked us to wait, or the clock was
        put back.
        """
        # A process that was held up must not catch up in a burst, so sends keep their distance as well as their slots.
        turn = max(claimed.slot_at, self._next_send, self._clock.now())
        if turn > claimed.until:  # the clock was put back
            turn = self._held_until = claimed.slot_at
        self._next_send = turn + timedelta(seconds=self._pace.connection)
        await self._sleep_until(turn)
        now = self._clock.now()
        return turn <= now < claimed.until - STOP_BEFORE_END and now >= self._held_until

    def _mark_for(self, outcome: TryLater | GiveUp | Doubtful | Moved, claimed: Claimed) -> _Mark:
        now = self._clock.now()
        match outcome:
            case TryLater(seconds, why):
                return partial(outcomes.mark_later, claimed=claimed, seconds=seconds, why=why, now=now)
            case GiveUp(reason, scope):
                _log.warning("notice %s was refused, scope %s", claimed.id, scope)
                return partial(outcomes.mark_refused, claimed=claimed, scope=scope, reason=reason, now=now)
            case Doubtful(why):
                return partial(outcomes.mark_doubtful, claimed=claimed, why=why, now=now)
            case Moved(new_address):
                return partial(outcomes.mark_moved, claimed=claimed, new_address=new_address)

    async def _mark(self, mark: _Mark) -> bool:
        def store() -> bool:
            with transaction(self._engine) as session:
                return mark(session)

        return await self._kept(partial(asyncio.to_thread, store))

    async def _kept(self, keep: Callable[[], Awaitable[bool]]) -> bool:
        kept = await self._stored(keep)
        if not kept:
            _log.warning("a claim on connection %s was over before its mark", self._connection_id)
        return kept

    async def _stored(self, keep: Callable[[], Awaitable[_T]]) -> _T:
        """Claims nothing while the database is away: a send whose mark cannot be kept would be repeated."""
        return await until_served(keep, self._pause_unmarked)

    async def _pause_unmarked(self, seconds: float) -> None:
        self._unmarked += 1
        try:
            await self._sleep(seconds)
        finally:
            self._unmarked -= 1
