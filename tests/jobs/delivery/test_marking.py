"""Marks that come together are kept together, and one that cannot be kept takes none of the others with it."""

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError

from jobs.clock import MovableClock
from jobs.delivery.marking import Marking
from storage.database import transaction
from storage.kinds import NoticeState
from storage.models.channels import Connection
from storage.queries.arrived import Arrived
from storage.queries.notices import Finished, Pace, claim
from tests.engines import ON_BOTH
from tests.jobs.delivery.recording import START, deliveries, owe, state
from tests.people import Ward

PACE = Pace(1 / 29, 1.2, 3.0)
NAMES = ("Lan", "Hoa", "Phúc")


@ON_BOTH
async def test_of_marks_kept_together_each_has_its_own_answer(ward: Ward) -> None:
    clock, marking = MovableClock(START), Marking(ward.engine)
    for name in NAMES:
        ward.link(name)
    owed = [owe(ward, name, "chào") for name in NAMES]
    with transaction(ward.engine) as session:
        claimed = claim(session, ward.connection_id, START, "one", PACE, {n: Finished("chào") for n in owed})
    mine, over, broken = claimed
    taken_over = Arrived(replace(over, fence=over.fence - 1), "m2", 1, clock.now())
    astray = Arrived(replace(broken, chat_id=999), "m3", 1, clock.now())
    alone = asyncio.create_task(marking.keep(Arrived(mine, "m1", 2, clock.now())))
    await asyncio.sleep(0)
    together = await asyncio.gather(*(marking.keep(mark) for mark in (taken_over, astray)), return_exceptions=True)
    assert (await alone, together[0]) == (True, False) and isinstance(together[1], IntegrityError)
    assert [state(ward, one.id) for one in claimed] == [
        NoticeState.WAITING,
        NoticeState.SENDING,
        NoticeState.SENDING,
    ]
    assert [(d.notice_id, d.part) for d in deliveries(ward)] == [(mine.id, 1)]
    with transaction(ward.engine) as session:
        assert session.get_one(Connection, ward.connection_id).month_count == 1
    with pytest.raises(IntegrityError):
        await marking.keep(astray)
    assert await marking.keep(Arrived(broken, "m4", 1, clock.now()))
    assert state(ward, broken.id) is NoticeState.SENT
