"""One process receives; another takes over when its lease is over."""

import asyncio
from datetime import timedelta

from sqlmodel import col, select

from bot.incoming import Incoming, Kind, Store
from bot.polling import poll_under_lease, store_all
from jobs.clock import MovableClock
from jobs.delivery.channel import Channel, ConnectionRefused
from storage.database import transaction
from storage.kinds import ChatKind
from storage.models.channels import Chat, Connection
from storage.models.messages import Inbox
from storage.queries.connections import POLL_LEASE_SECONDS, leave_poll_lease, take_poll_lease
from tests.engines import ON_BOTH
from tests.people import Ward, at

pytestmark = ON_BOTH

NOW = at("13/10/2025 07:30")


def connection_of(ward: Ward) -> Connection:
    with transaction(ward.engine) as session:
        return session.exec(select(Connection).where(Connection.id == ward.connection_id)).one()


def test_the_lease_is_renewed_given_back_and_taken_over(ward: Ward) -> None:
    ward.link("Lan")

    def take(owner: str, seconds: int) -> bool:
        with transaction(ward.engine) as session:
            return take_poll_lease(session, ward.connection_id, owner, NOW + timedelta(seconds=seconds))

    assert take("a", 0) and not take("b", 10) and take("a", 10)
    assert not take("b", 9 + POLL_LEASE_SECONDS)
    assert take("b", 10 + POLL_LEASE_SECONDS)
    assert not take("a", 11 + POLL_LEASE_SECONDS)
    with transaction(ward.engine) as session:
        leave_poll_lease(session, ward.connection_id, "b")
    assert take("a", 12 + POLL_LEASE_SECONDS)


async def test_what_the_poller_brings_is_stored_and_the_lease_given_back(ward: Ward) -> None:
    ward.link("Lan")
    stop, stored = asyncio.Event(), []

    async def poll(channel: Channel, store: Store, ended: asyncio.Event) -> None:
        update = Incoming("u1", "Lan", "private", "Lan", "xong", None, "text", NOW, True, "{}")
        await store([update])
        await store([update])
        stop.set()
        await ended.wait()

    await poll_under_lease(
        ward.engine, MovableClock(NOW), connection_of(ward), None, poll, "a", stop, lambda: stored.append(1)
    )
    assert stored == [1]
    assert connection_of(ward).poll_owner is None
    with transaction(ward.engine) as session:
        assert session.exec(select(Inbox.text)).all() == ["xong"]


async def test_a_refused_token_stops_the_connection(ward: Ward) -> None:
    ward.link("Lan")
    stop = asyncio.Event()

    async def poll(channel: Channel, store: Store, ended: asyncio.Event) -> None:
        stop.set()
        raise ConnectionRefused("unknown token")

    await poll_under_lease(
        ward.engine, MovableClock(NOW), connection_of(ward), None, poll, "a", stop, lambda: None, renew_seconds=0
    )
    assert connection_of(ward).stopped_reason == "unknown token"


async def test_a_group_that_moved_keeps_its_row(ward: Ward) -> None:
    ward.link("Lan")
    connection, clock = connection_of(ward), MovableClock(NOW)

    def arrived(key: str, address: str, text: str, kind: Kind) -> None:
        update = Incoming(key, address, "group", "Lan", text, None, kind, NOW, True, "")
        store_all(ward.engine, clock, connection, [update])

    arrived("u1", "-5", "xong 2", "text")
    for key in ("u2", "u3"):  # Telegram says so in the old group and in the new one
        arrived(key, "-5", "-1005", "moved")
    arrived("u4", "-1005", "xong 7", "text")
    arrived("u5", "-77", "-1005", "moved")  # of a group never heard of
    with transaction(ward.engine) as session:
        groups = session.exec(select(Chat).where(Chat.kind == ChatKind.GROUP)).all()
        assert [group.address for group in groups] == ["-1005"]
        assert session.exec(select(Inbox.chat_id).order_by(col(Inbox.id))).all() == [groups[0].id] * 2
