"""A storm of 429 from a server that counts (fault 10): two senders of one bot wait, another bot goes on. By the real clock."""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Any

import pytest
from aiohttp import web
from sqlmodel import select

from bot.channels.telegram.channel import TelegramChannel
from jobs.clock import SystemClock
from jobs.delivery.sender import Sender
from storage.database import transaction
from storage.kinds import NoticeKind, NoticeState
from storage.models.channels import Chat
from storage.models.messages import Notice
from storage.queries.notices import enqueue
from tests.channels.telegram_faults import refusal
from tests.channels.telegram_server import TelegramServer
from tests.jobs.delivery.recording import START, as_kept
from tests.jobs.delivery.test_sender import most_in_a_second
from tests.people import Ward, build_ward

MESSAGES, LIMIT = 240, 30
SECOND = timedelta(seconds=1)
UNDER_WAY = SECOND / 2  # sends that had left before the first refusal was heard


@dataclass(frozen=True)
class Storm:
    """Every call is refused in this time, with the seconds that are left, or `says` where that is less."""

    begins: timedelta
    lasts: timedelta
    says: int


STORMS = (Storm(2 * SECOND, 2 * SECOND, 60), Storm(7 * SECOND, 3 * SECOND, 1))


class StrictServer(TelegramServer):
    """Refuses any call beyond thirty accepted in a second, and every call in a storm."""

    def __init__(self, clock: SystemClock, storms: tuple[Storm, ...] = ()) -> None:
        super().__init__(now=clock.now)
        self.begun, self.clock, self.storms = clock.now(), clock, storms
        self.accepted, self.refused = list[datetime](), list[datetime]()

    async def _send_message(self, asked: dict[str, Any]) -> web.Response:
        now = self.clock.now()
        if seconds := self._refuses(now):
            self.refused.append(now)
            return refusal(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
        self.accepted.append(now)
        return await super()._send_message(asked)

    def _refuses(self, now: datetime) -> int:
        for storm in self.storms:
            if (left := self.ends(storm) - now) > timedelta(0) and left <= storm.lasts:
                return min(storm.says, ceil(left / SECOND))
        return int(sum(at > now - SECOND for at in self.accepted) >= LIMIT)

    def ends(self, storm: Storm) -> datetime:
        return self.begun + storm.begins + storm.lasts


def owe_all(ward: Ward) -> set[int]:
    """One digest to each of many chats of the ward's bot; their addresses."""
    with transaction(ward.engine) as session:
        chats = [
            Chat(agency_id=ward.agency_id, connection_id=ward.connection_id, address=str(7001 + n))
            for n in range(MESSAGES)
        ]
        session.add_all(chats)
        session.flush()
        for chat in chats:
            enqueue(
                session, agency_id=ward.agency_id, key=f"digest/{chat.id}", kind=NoticeKind.DIGEST, chat_id=chat.id,
                day=START.date(), body="bản tin", created_at=START,
            )  # fmt: skip
    return {int(chat.address) for chat in chats}


async def send(ward: Ward, server: StrictServer) -> None:
    """One sender of the ward's bot, until the platform has all."""
    channel = TelegramChannel(server.token, server.base_url)
    one = Sender(ward.engine, ward.connection_id, channel, server.clock, as_kept)
    while len(server.sent) < MESSAGES:
        await asyncio.sleep(min(await one.step(), 0.5))
    await one.finish()
    await channel.close()


@pytest.mark.faults
async def test_a_storm_of_429_makes_every_sender_of_the_bot_wait_and_no_other(ward: Ward) -> None:
    other = build_ward(ward.engine, "Cơ quan khác")
    for office in (ward, other):
        office.link("Lan")
    clock, expected = SystemClock(), owe_all(ward)
    assert owe_all(other) == expected
    async with StrictServer(clock, STORMS) as stormy, StrictServer(clock) as calm:
        async with asyncio.timeout(120):
            await asyncio.gather(send(ward, stormy), send(ward, stormy), send(other, calm))
    for server in (stormy, calm):
        assert sorted(message.chat_id for message in server.sent) == sorted(expected)
        assert most_in_a_second(server.accepted) <= LIMIT
    for storm in STORMS:
        ends = stormy.ends(storm)
        heard = [at for at in stormy.refused if ends - storm.lasts <= at <= ends]
        # Whoever is told to wait waits; when that is over each of the two may ask again.
        assert sum(at > heard[0] + UNDER_WAY for at in heard) <= 2 * storm.lasts / (SECOND * storm.says)
        assert any(ends - storm.lasts + UNDER_WAY < at < ends for at in calm.accepted)
    with transaction(ward.engine) as session:
        assert set(session.exec(select(Notice.state))) == {NoticeState.SENT}
