"""The network or the platform fails (faults 9 to 13), in simulated time: who tries how often, and what comes after."""

from collections import Counter
from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from jobs.clock import MovableClock
from jobs.delivery.channel import Doubtful, Outcome, OutMessage, TryLater
from storage.kinds import NoticeKind, NoticeState
from tests.jobs.delivery.recording import MARK, START, RecordingChannel, left, moving, owe, sender, state
from tests.jobs.delivery.test_sender import crowd, most_in_a_second
from tests.people import Ward

BACK = START + timedelta(hours=2)


class Down(RecordingChannel):
    """Until `BACK` every send ends by `outcome` and nothing answers."""

    def __init__(self, clock: MovableClock, outcome: Outcome) -> None:
        super().__init__(clock)
        self.outcome, self.tried = outcome, list[datetime]()

    async def send(self, message: OutMessage) -> Outcome:
        self.tried.append(self.clock.now())
        if self.clock.now() < BACK:
            return self.outcome
        return await super().send(message)

    async def answers(self) -> bool:
        self.tried.append(self.clock.now())
        return self.clock.now() >= BACK


@pytest.mark.parametrize("outcome", [TryLater(15, "refused"), Doubtful("no answer")])
async def test_two_hours_without_a_network_are_one_try_a_minute_and_lose_nothing(ward: Ward, outcome: Outcome) -> None:
    clock = MovableClock(START)
    names = crowd(ward, 40)
    owed = [owe(ward, name, f"chào {name}", kind=NoticeKind.DIGEST) for name in names]
    channel = Down(clock, outcome)
    one = sender(ward, channel)
    while left(ward.engine):
        wait = await one.step()
        await one.finish()
        await moving(clock)(max(wait, 0.01))
        assert clock.now() < BACK + timedelta(minutes=3)
    assert {state(ward, notice) for notice in owed} == {NoticeState.SENT}
    heard = Counter(channel.texts)
    repeated = {text for text in heard if text.startswith(MARK)}
    assert {text.removeprefix(f"{MARK}\n") for text in heard} == {f"chào {name}" for name in names}
    assert set(heard.values()) == {1} and len(heard) == len(names)
    assert len(repeated) <= (8 if isinstance(outcome, Doubtful) else 0)
    down = [at for at in channel.tried if START + timedelta(minutes=1) < at < BACK]
    assert len(down) > 100 and all(b - a >= timedelta(seconds=59) for a, b in pairwise(down))
    assert most_in_a_second([at for at, _ in channel.sent]) <= 30
