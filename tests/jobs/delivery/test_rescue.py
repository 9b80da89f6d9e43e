"""Claims whose process died or froze."""

from datetime import timedelta

import pytest

from jobs.clock import MovableClock
from storage.database import transaction
from storage.kinds import NoticeKind, NoticeState, Repeats
from storage.models.channels import Connection
from storage.queries import outcomes
from storage.queries.arrived import Arrived, mark_arrived
from storage.queries.notices import LEASE, Claimed, Finished, Pace, claim
from tests.engines import ON_BOTH
from tests.jobs.delivery.recording import MARK, START, RecordingChannel, notice, owe, send_all, sender, state
from tests.people import Ward

pytestmark = ON_BOTH


def take(ward: Ward, clock: MovableClock, notice_id: int) -> Claimed:
    with transaction(ward.engine) as session:
        ready = {notice_id: Finished("chào")}
        (claimed,) = claim(session, ward.connection_id, clock.now(), "dead", Pace(1 / 29, 1.2, 3), ready)
    return claimed


def begin(ward: Ward, claimed: Claimed) -> None:
    with transaction(ward.engine) as session:
        assert outcomes.begin(session, [claimed]) == {claimed.id}


def rescue(ward: Ward, clock: MovableClock) -> int:
    with transaction(ward.engine) as session:
        return outcomes.rescue(session, clock.now())


@pytest.mark.parametrize("kind", [NoticeKind.DIGEST, NoticeKind.WEEKLY, NoticeKind.REPLY])
async def test_a_claim_whose_time_is_over_is_repeated_once_with_a_mark(
    ward: Ward, clock: MovableClock, channel: RecordingChannel, kind: NoticeKind
) -> None:
    ward.link("Lan")
    owed = owe(ward, "Lan", "chào", kind=kind)
    begin(ward, take(ward, clock, owed))
    assert rescue(ward, clock) == 0
    clock.move(START + LEASE)
    assert rescue(ward, clock) == 1
    await send_all(sender(ward, channel), clock)
    assert (channel.texts, state(ward, owed)) == ([f"{MARK}\nchào"], NoticeState.SENT)


@pytest.mark.parametrize(
    ("repeats", "kind", "again"),
    [
        (Repeats.NOTHING, NoticeKind.DIGEST, False),
        (Repeats.NOTHING, NoticeKind.REPLY, False),
        (Repeats.USUAL, NoticeKind.TOLD, False),
        (Repeats.EVERYTHING, NoticeKind.TOLD, True),
        (Repeats.EVERYTHING, NoticeKind.DIGEST, True),
    ],
)
async def test_an_office_decides_what_its_bot_repeats(
    ward: Ward, clock: MovableClock, channel: RecordingChannel, repeats: Repeats, kind: NoticeKind, again: bool
) -> None:
    """A process died while one was on its way, of another the answer was cut off."""
    ward.link("Lan", "Tâm")
    with transaction(ward.engine) as session:
        session.get_one(Connection, ward.connection_id).repeats = repeats
    died, cut = owe(ward, "Lan", "chào", kind=kind), owe(ward, "Tâm", "chào", kind=kind)
    begin(ward, take(ward, clock, died))
    claimed = take(ward, clock, cut)
    begin(ward, claimed)
    with transaction(ward.engine) as session:
        assert outcomes.mark_doubtful(session, claimed, "cut", clock.now())
    clock.move(START + LEASE)
    rescue(ward, clock)
    await send_all(sender(ward, channel), clock)
    assert sorted(channel.texts) == [f"{MARK}\nchào"] * (2 * again)
    left = NoticeState.SENT if again else NoticeState.UNKNOWN
    assert (state(ward, died), state(ward, cut)) == (left, left)


async def test_a_repeat_that_was_lost_on_its_way_is_left_unknown_one_that_never_began_is_not(
    ward: Ward, clock: MovableClock, channel: RecordingChannel
) -> None:
    ward.link("Lan", "Tâm")
    owed, other = owe(ward, "Lan", "chào"), owe(ward, "Tâm", "chào")
    for _ in range(3):
        take(ward, clock, other)
        clock.move(clock.now() + LEASE)
        rescue(ward, clock)
    for _ in range(2):
        begin(ward, take(ward, clock, owed))
        clock.move(clock.now() + LEASE)
        rescue(ward, clock)
    await send_all(sender(ward, channel), clock)
    assert (channel.addresses, state(ward, owed)) == (["Tâm"], NoticeState.UNKNOWN)


@pytest.mark.parametrize("kind", [NoticeKind.DIGEST, NoticeKind.TOLD])
async def test_what_had_not_begun_to_leave_is_simply_claimed_again(
    ward: Ward, clock: MovableClock, channel: RecordingChannel, kind: NoticeKind
) -> None:
    """Also what is never repeated, as it cannot have arrived."""
    ward.link("Lan")
    owed = owe(ward, "Lan", "chào", kind=kind)
    take(ward, clock, owed)
    clock.move(START + LEASE)
    assert rescue(ward, clock) == 1
    await send_all(sender(ward, channel), clock)
    assert (channel.texts, state(ward, owed)) == (["chào"], NoticeState.SENT)


def test_the_mark_of_a_claim_that_was_taken_over_changes_nothing(ward: Ward, clock: MovableClock) -> None:
    ward.link("Lan")
    owed = owe(ward, "Lan", "chào")
    old = take(ward, clock, owed)
    clock.move(START + LEASE)
    rescue(ward, clock)
    new = take(ward, clock, owed)
    with transaction(ward.engine) as session:
        assert not mark_arrived(session, [Arrived(old, "m1", 1, clock.now())])
        assert not outcomes.begin(session, [old])
        assert not outcomes.mark_refused(session, old, "chat", "blocked", clock.now())
    assert state(ward, owed) is NoticeState.SENDING
    with transaction(ward.engine) as session:
        both = [Arrived(old, "m1", 1, clock.now()), Arrived(new, "m2", 1, clock.now())]
        assert mark_arrived(session, both[:1]) == frozenset()
        assert mark_arrived(session, both[1:]) == {owed}
    assert notice(ward, owed).state is NoticeState.SENT


async def test_a_frozen_sender_does_not_send_when_its_time_is_nearly_over(
    ward: Ward, clock: MovableClock, channel: RecordingChannel
) -> None:
    ward.link("Lan")
    owed = owe(ward, "Lan", "chào")
    one = sender(ward, channel)
    prepared, _ = one._prepare()
    clock.move(START + LEASE - timedelta(seconds=5))
    await one._deliver(*prepared[0])
    assert (channel.sent, state(ward, owed)) == ([], NoticeState.WAITING)
    await send_all(one, clock)
    assert channel.texts == ["chào"]
