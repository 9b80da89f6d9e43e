"""A channel that keeps what it was given, and short ways to owe notices."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Engine
from sqlmodel import Session, col, select

from jobs.clock import MovableClock
from jobs.delivery.channel import Capabilities, Outcome, OutMessage, Sent
from jobs.delivery.rendered import Rendered
from jobs.delivery.sender import Sender
from storage.database import transaction
from storage.kinds import NoticeKind, NoticeState
from storage.models.messages import Delivery, Notice
from storage.queries.notices import enqueue
from tests.people import Ward, at

MARK = "(Em gửi lại.)"
START = at("13/10/2025 07:30")


@dataclass
class RecordingChannel:
    clock: MovableClock
    outcomes: list[Outcome | Callable[[], Outcome]] = field(default_factory=list)
    sent: list[tuple[datetime, OutMessage]] = field(default_factory=list)
    capabilities: Capabilities = field(default_factory=lambda: Capabilities(100, 29.0, 1.2, 3.0))

    async def send(self, message: OutMessage) -> Outcome:
        self.sent.append((self.clock.now(), message))
        await asyncio.sleep(0)
        outcome = self.outcomes.pop(0) if self.outcomes else Sent(str(len(self.sent)))
        return outcome if not callable(outcome) else outcome()

    async def answers(self) -> bool:
        return True

    async def close(self) -> None: ...

    @property
    def texts(self) -> list[str]:
        return [message.text for _, message in self.sent]

    @property
    def addresses(self) -> list[str]:
        return [message.address for _, message in self.sent]


@dataclass
class SlowChannel(RecordingChannel):
    """Takes messages, and answers none before it is told to."""

    answering: asyncio.Event = field(default_factory=asyncio.Event)

    async def send(self, message: OutMessage) -> Outcome:
        outcome = await super().send(message)
        await self.answering.wait()
        return outcome


def as_kept(session: Session, notice: Notice, now: datetime) -> Rendered | None:
    """Renders a notice to its own body; "gone" no longer applies, "broken" cannot be made."""
    if notice.body == "gone":
        return None
    if notice.body == "broken":
        raise ValueError("no text")
    return Rendered(notice.body or "", MARK)


def owe(ward: Ward, name: str, body: str, **fields: Any) -> int:
    with transaction(ward.engine) as session:
        key = fields.pop("key", f"reply/{name}/{body}")
        known = {
            "kind": NoticeKind.REPLY, "priority": 1, "day": START.date(), "created_at": START,
            "chat_id": ward.chats[name], "staff_id": ward.staff.get(name),
        }  # fmt: skip
        assert enqueue(session, agency_id=ward.agency_id, key=key, body=body, **(known | fields))
        return session.exec(select(Notice.id).where(Notice.key == key)).one()


def sender(ward: Ward, channel: RecordingChannel, owner: str | None = None) -> Sender:
    return Sender(
        ward.engine, ward.connection_id, channel, channel.clock, as_kept, owner=owner, sleep=moving(channel.clock)
    )


_asleep: list[datetime] = []


def moving(clock: MovableClock) -> Callable[[float], Any]:
    """A sleep that moves the clock instead of waiting; of several sleepers the earliest moves it."""

    async def sleep(seconds: float) -> None:
        target = clock.now() + timedelta(seconds=seconds)
        _asleep.append(target)
        try:
            while clock.now() < target:
                for _ in range(5):
                    await asyncio.sleep(0)
                if target == min(_asleep) and clock.now() < target:
                    clock.move(target)
        finally:
            _asleep.remove(target)

    return sleep


async def send_all(one: Sender, clock: MovableClock, most: int = 400) -> None:
    """Steps until nothing is left that a moment known in advance would free."""
    for _ in range(most):
        wait = await one.step()
        await one.finish()
        if wait >= 1.0 and not left(one._engine):
            return
        await moving(clock)(max(wait, 0.001))
    raise AssertionError("never came to an end")


def left(engine: Engine) -> list[Notice]:
    with transaction(engine) as session:
        return list(session.exec(select(Notice).where(col(Notice.state).in_(["waiting", "sending"]))))


def notice(ward: Ward, notice_id: int) -> Notice:
    with transaction(ward.engine) as session:
        return session.exec(select(Notice).where(Notice.id == notice_id)).one()


def state(ward: Ward, notice_id: int) -> NoticeState:
    return notice(ward, notice_id).state


def deliveries(ward: Ward) -> list[Delivery]:
    with transaction(ward.engine) as session:
        return list(session.exec(select(Delivery).order_by(col(Delivery.id))))
