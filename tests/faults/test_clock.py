"""A clock that jumps (fault 4): nothing waits for a moment that has moved away, nothing is told twice."""

from datetime import timedelta

import pytest
from sqlmodel import col, select

from jobs.clock import MovableClock
from jobs.delivery.sender import Sender
from jobs.scheduler import run_tick
from jobs.ticks.upkeep import UPKEEP
from storage.database import transaction
from storage.kinds import NoticeKind, NoticeState
from storage.models.messages import Notice
from storage.queries.connections import take_poll_lease
from tests.jobs.delivery.recording import START, RecordingChannel, left, owe, send_all, sender, state
from tests.jobs.mornings import october, run_all
from tests.jobs.mornings import send_all as send_waiting
from tests.people import Ward, at

HOURS, YEAR = timedelta(hours=2), timedelta(days=365)


def upkeep(ward: Ward, clock: MovableClock) -> None:
    assert all(run_tick(ward.engine, clock, plan) for plan in UPKEEP)


@pytest.mark.parametrize("back", [HOURS, YEAR])
async def test_a_clock_that_was_ahead_and_is_put_right_holds_nothing_up(ward: Ward, back: timedelta) -> None:
    ward.link("Lan", "Tâm", "Hoa")
    clock = MovableClock(START + back)
    channel = RecordingChannel(clock)
    one, dead = sender(ward, channel), sender(ward, RecordingChannel(clock))
    upkeep(ward, clock)
    owe(ward, "Lan", "một")
    await send_all(one, clock)
    held = owe(ward, "Hoa", "hai", kind=NoticeKind.TOLD)
    assert dead._prepare()[0]  # claimed by a process that is killed
    with transaction(ward.engine) as session:
        assert take_poll_lease(session, ward.connection_id, "dead", clock.now())

    clock.move(START)
    upkeep(ward, clock)
    owe(ward, "Tâm", "ba")
    await send_all_within(ward, one, clock, timedelta(seconds=40))
    assert channel.texts == ["một", "ba", "hai"] and state(ward, held) is NoticeState.SENT
    with transaction(ward.engine) as session:
        assert take_poll_lease(session, ward.connection_id, "alive", clock.now())


async def send_all_within(ward: Ward, one: Sender, clock: MovableClock, most: timedelta) -> None:
    """Steps with the upkeep beside them, as in a process; everything must have ended by then."""
    begun = clock.now()
    while clock.now() < begun + most:
        await one.step()
        await one.finish()
        clock.move(clock.now() + timedelta(seconds=1))
        upkeep(ward, clock)
    assert not left(ward.engine)


def mornings(ward: Ward, who: str) -> list[str]:
    """The days for which a person has a digest, as often as he has one."""
    with transaction(ward.engine) as session:
        digests = select(Notice.day).where(Notice.staff_id == ward.staff[who], Notice.kind == NoticeKind.DIGEST)
        return [f"{day}" for day in session.exec(digests.order_by(col(Notice.id)))]


def test_a_morning_that_comes_twice_or_is_jumped_into_is_one(ward: Ward) -> None:
    """Set back over the hour, ahead over it, and a suspend that ends after it."""
    ward.link("Lan", "Quân", "Vinh")
    october(ward)
    clock = MovableClock(at("13/10/2025 07:30"))
    for moment in ("13/10 07:30", "13/10 05:30", "13/10 07:46", "13/10 09:31", "14/10 06:00", "13/10 08:00"):
        clock.move(at(moment.replace(" ", "/2025 ")))
        run_all(ward.engine, clock)
        send_waiting(ward, clock.now())
        assert mornings(ward, "Vinh") == ["2025-10-13"]
    for moment in ("14/10/2025 10:11", "14/10/2025 10:27"):
        clock.move(at(moment))
        run_all(ward.engine, clock)
        send_waiting(ward, clock.now())
    assert mornings(ward, "Quân") == ["2025-10-13", "2025-10-14"]
