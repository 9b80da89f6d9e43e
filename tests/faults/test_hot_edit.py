"""Work that changes between the moment a digest is owed and the moment it leaves (fault 24)."""

from datetime import date

from jobs.clock import MovableClock
from jobs.delivery.sender import Sender
from jobs.messages.render import render
from storage.kinds import DutyState
from tests.jobs.delivery.recording import RecordingChannel, left, moving
from tests.jobs.mornings import change, october, tick
from tests.people import Ward, at

TODAY = date(2025, 10, 13)


async def test_a_digest_says_what_is_true_when_it_leaves(ward: Ward) -> None:
    ward.link("Lan", "Hoa", "Vinh")
    duties = october(ward)
    clock = MovableClock(at("13/10/2025 07:30"))
    assert tick(ward, clock.now()) == 3
    change(ward, duties[17], state=DutyState.ACCEPTED, reported_on=TODAY, closed_on=TODAY)  # done
    change(ward, duties[2], target_on=date(2025, 10, 16))  # moved
    change(ward, duties[50], recipient_id=ward.staff["Lan"], person_id=ward.staff["Lan"])  # handed over
    channel = RecordingChannel(clock)
    one = Sender(ward.engine, ward.connection_id, channel, clock, render, sleep=moving(clock))
    while left(ward.engine):
        await one.step()
        await one.finish()
        await moving(clock)(1)
    texts = {who: "\n".join(m.text for _, m in channel.sent if m.address == who) for who in channel.addresses}
    assert "17." not in texts["Lan"] and "2. " in texts["Lan"] and "thứ Năm 16/10" in texts["Lan"]
    assert "50." in texts["Lan"] and "50." not in texts["Hoa"]
