"""One connection, one or two senders: order, slots, and every way a sending may end."""

import asyncio
from datetime import datetime, timedelta
from itertools import pairwise

from jobs.clock import MovableClock
from jobs.delivery.channel import GiveUp, Moved, TryLater
from jobs.delivery.sender import MOST_UNDER_WAY, Sender
from storage.database import transaction
from storage.kinds import ChatKind, NoticeKind, NoticeState
from storage.models.channels import Chat, Connection
from storage.queries import ticks
from storage.queries.clock_back import let_go_after_clock_back
from storage.queries.notices import enqueue
from tests.engines import ON_BOTH
from tests.jobs.delivery.recording import (
    START,
    RecordingChannel,
    SlowChannel,
    as_kept,
    left,
    moving,
    notice,
    owe,
    send_all,
    sender,
    state,
)  # fmt: skip
from tests.people import Ward

pytestmark = ON_BOTH


def crowd(ward: Ward, size: int) -> list[str]:
    """Strangers' chats, so that many can be written to at once."""
    ward.link("Lan")
    names = [f"người {n}" for n in range(size)]
    with transaction(ward.engine) as session:
        for name in names:
            chat = Chat(agency_id=ward.agency_id, connection_id=ward.connection_id, address=name)
            session.add(chat)
            session.flush()
            ward.chats[name] = chat.id
    return names


def most_in_a_second(moments: list[datetime]) -> int:
    moments = sorted(moments)
    return max(sum(m <= other < m + timedelta(seconds=1) for other in moments) for m in moments)


def test_the_same_key_is_owed_once(ward: Ward) -> None:
    ward.link("Lan")
    owe(ward, "Lan", "chào", key="digest/1/2025-10-13")
    with transaction(ward.engine) as session:
        again = enqueue(
            session, agency_id=ward.agency_id, key="digest/1/2025-10-13", kind=NoticeKind.DIGEST,
            day=START.date(), created_at=START,
        )  # fmt: skip
    assert not again


async def test_ninety_messages_leave_at_most_thirty_in_any_second(
    ward: Ward, clock: MovableClock, channel: RecordingChannel
) -> None:
    for name in crowd(ward, 90):
        owe(ward, name, "chào")
    await send_all(sender(ward, channel), clock)
    assert sorted(channel.addresses) == sorted(f"người {n}" for n in range(90))
    assert most_in_a_second([moment for moment, _ in channel.sent]) <= 30
    # The clock of the test runs on while a thread stores something, so this is no measure of the real pace (3.1 s).
    assert channel.sent[-1][0] - START < timedelta(seconds=10)


async def test_a_chat_hears_in_order_and_at_most_every_1_2_seconds(
    ward: Ward, clock: MovableClock, channel: RecordingChannel
) -> None:
    ward.link("Lan")
    for text in ("một", "hai", "ba"):
        owe(ward, "Lan", text)
    await send_all(sender(ward, channel), clock)
    assert channel.texts == ["một", "hai", "ba"]
    gaps = [b[0] - a[0] for a, b in pairwise(channel.sent)]
    assert min(gaps) >= timedelta(seconds=1.2)


async def test_a_group_hears_at_most_every_three_seconds(
    ward: Ward, clock: MovableClock, channel: RecordingChannel
) -> None:
    ward.link("Lan")
    with transaction(ward.engine) as session:
        group = session.get(Chat, ward.chats["Lan"])
        assert group
        group.kind, group.staff_id = ChatKind.GROUP, None
        session.add(group)
    owe(ward, "Lan", "một", staff_id=None)
    owe(ward, "Lan", "hai", staff_id=None)
    await send_all(sender(ward, channel), clock)
    assert channel.sent[1][0] - channel.sent[0][0] >= timedelta(seconds=3)


async def test_answers_go_before_digests_and_at_most_eight_are_taken(
    ward: Ward, clock: MovableClock, channel: RecordingChannel
) -> None:
    names = crowd(ward, 10)
    for name in names[:9]:
        owe(ward, name, "bản tin", kind=NoticeKind.DIGEST, priority=5)
    owe(ward, names[9], "trả lời")
    one = sender(ward, channel)
    await one.step()
    await one.finish()
    assert channel.addresses == [names[9], *names[:7]]


async def test_a_slow_platform_is_not_given_more_and_more_at_once(
    ward: Ward, clock: MovableClock, channel: RecordingChannel
) -> None:
    """What is claimed and cannot leave would be claimed anew when its time is over, and may arrive twice."""
    for name in crowd(ward, 60):
        owe(ward, name, "chào")
    slow = SlowChannel(clock)
    one = sender(ward, slow)
    for _ in range(40):
        await moving(clock)(max(await one.step(), 0.01))
    assert slow.sent and sum(row.state is NoticeState.SENDING for row in left(ward.engine)) <= MOST_UNDER_WAY
    slow.answering.set()
    await send_all(one, clock)
    assert sorted(slow.addresses) == sorted(f"người {n}" for n in range(60))


async def test_a_planned_message_that_waits_does_not_hold_up_an_answer(
    ward: Ward, clock: MovableClock, channel: RecordingChannel
) -> None:
    ward.link("Lan")
    owe(ward, "Lan", "việc sau", priority=0, not_before=START + timedelta(hours=1))
    owe(ward, "Lan", "trả lời")
    one = sender(ward, channel)
    await one.step()
    await one.finish()
    assert channel.texts == ["trả lời"]


async def test_the_whole_connection_waits_as_long_as_the_platform_says(
    ward: Ward, clock: MovableClock, channel: RecordingChannel
) -> None:
    names = crowd(ward, 3)
    for name in names:
        owe(ward, name, "chào")
    channel.outcomes = [TryLater(20, "flood")]
    one, other = sender(ward, channel, "a"), sender(ward, channel, "b")
    await one.step()
    await one.finish()
    tried = len(channel.sent)
    assert await other.step() > 0
    await other.finish()
    assert len(channel.sent) == tried
    await send_all(one, clock)
    first_after = channel.sent[tried][0]
    assert first_after >= START + timedelta(seconds=20)
    assert sorted(channel.addresses[1:]) == sorted(names)


async def test_while_the_platform_fails_one_message_goes_ahead_of_the_others(
    ward: Ward, clock: MovableClock, channel: RecordingChannel
) -> None:
    for name in crowd(ward, 5):
        owe(ward, name, "chào")
    channel.outcomes = [TryLater(60, "down")] * 100
    one = sender(ward, channel)
    for _ in range(60):
        wait = await one.step()
        await one.finish()
        clock.move(clock.now() + timedelta(seconds=max(wait, 1)))
    # The first batch may have had several under way; afterwards one a minute.
    later = [moment for moment, _ in channel.sent if moment > START + timedelta(seconds=5)]
    assert all(b - a >= timedelta(seconds=59) for a, b in pairwise(later))


async def test_a_person_who_blocked_the_bot_is_written_to_no_more(
    ward: Ward, clock: MovableClock, channel: RecordingChannel
) -> None:
    ward.link("Lan", "Tâm")
    first, second = owe(ward, "Lan", "một"), owe(ward, "Lan", "hai")
    other = owe(ward, "Tâm", "ba")
    channel.outcomes = [GiveUp("blocked", "chat")]
    await send_all(sender(ward, channel), clock)
    assert channel.addresses == ["Lan", "Tâm"]
    assert [state(ward, n) for n in (first, second, other)] == [
        NoticeState.FAILED, NoticeState.FAILED, NoticeState.SENT,
    ]  # fmt: skip
    with transaction(ward.engine) as session:
        chat = session.get(Chat, ward.chats["Lan"])
        assert chat and chat.off_at and chat.off_reason == "blocked"
    assert notice(ward, first).reason == "blocked"


async def test_a_digest_for_a_lost_chat_goes_to_the_persons_other_chat(
    ward: Ward, clock: MovableClock, channel: RecordingChannel
) -> None:
    ward.link("Lan")
    with transaction(ward.engine) as session:
        session.add(
            Chat(
                agency_id=ward.agency_id, connection_id=ward.connection_id, address="Lan 2",
                staff_id=ward.staff["Lan"], preference=1,
            )
        )  # fmt: skip
    digest = owe(ward, "Lan", "bản tin", kind=NoticeKind.DIGEST)
    channel.outcomes = [GiveUp("blocked", "chat")]
    await send_all(sender(ward, channel), clock)
    assert channel.addresses == ["Lan", "Lan 2"]
    assert state(ward, digest) is NoticeState.SENT


async def test_a_stopped_connection_keeps_what_waits_until_it_is_mended(
    ward: Ward, clock: MovableClock, channel: RecordingChannel
) -> None:
    ward.link("Lan")
    owed = owe(ward, "Lan", "chào")
    channel.outcomes = [GiveUp("token revoked", "connection")]
    one = sender(ward, channel)
    for _ in range(3):
        await one.step()
        await one.finish()
    assert len(channel.sent) == 1
    with transaction(ward.engine) as session:
        connection = session.get(Connection, ward.connection_id)
        assert connection and connection.stopped_reason == "token revoked"
        connection.stopped_reason = None
        session.add(connection)
    clock.move(clock.now() + timedelta(seconds=2))
    await send_all(one, clock)
    assert state(ward, owed) is NoticeState.SENT


async def test_a_message_the_platform_refuses_ends_alone(
    ward: Ward, clock: MovableClock, channel: RecordingChannel
) -> None:
    ward.link("Lan")
    bad, good = owe(ward, "Lan", "xấu"), owe(ward, "Lan", "tốt")
    channel.outcomes = [GiveUp("bad request", "message")]
    await send_all(sender(ward, channel), clock)
    assert (state(ward, bad), state(ward, good)) == (NoticeState.FAILED, NoticeState.SENT)


async def test_a_chat_that_moved_is_written_to_at_its_new_address(
    ward: Ward, clock: MovableClock, channel: RecordingChannel
) -> None:
    ward.link("Lan")
    owed = owe(ward, "Lan", "chào")
    channel.outcomes = [Moved("-100")]
    await send_all(sender(ward, channel), clock)
    assert channel.addresses == ["Lan", "-100"]
    assert state(ward, owed) is NoticeState.SENT


async def test_a_chat_that_moved_to_one_we_know_hands_its_messages_over(
    ward: Ward, clock: MovableClock, channel: RecordingChannel
) -> None:
    ward.link("Lan", "Tâm")
    owe(ward, "Lan", "chào")
    channel.outcomes = [Moved("Tâm")]
    await send_all(sender(ward, channel), clock)
    assert channel.addresses == ["Lan", "Tâm"]


async def test_two_senders_send_nothing_twice(ward: Ward, clock: MovableClock, channel: RecordingChannel) -> None:
    names = crowd(ward, 30)
    for name in names:
        owe(ward, name, "chào")
    one, other = sender(ward, channel, "a"), sender(ward, channel, "b")
    for _ in range(20):
        await asyncio.gather(one.step(), other.step())
        await asyncio.gather(one.finish(), other.finish())
        clock.move(clock.now() + timedelta(seconds=1))
    assert sorted(channel.addresses) == sorted(names)


async def test_a_clock_put_back_between_claim_and_slot_holds_up_nothing(
    ward: Ward, clock: MovableClock, channel: RecordingChannel
) -> None:
    names, back = crowd(ward, 3), START - timedelta(hours=2)
    for name in names:
        owe(ward, name, "chào")

    async def sleep(seconds: float) -> None:
        if clock.now() >= START:
            clock.move(back)
        await moving(clock)(seconds)

    one = Sender(ward.engine, ward.connection_id, channel, clock, as_kept, sleep=sleep)
    await one.step()
    await one.finish()
    with transaction(ward.engine) as session:
        ticks.record(session, "digests", START)
        assert let_go_after_clock_back(session, clock.now())
    await send_all(one, clock)
    assert sorted(channel.addresses) == sorted(names)
    assert max(moment for moment, _ in channel.sent) < START - timedelta(hours=1)
