import pytest

from jobs.clock import MovableClock
from tests.jobs.delivery.recording import START, RecordingChannel


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(START)


@pytest.fixture
def channel(clock: MovableClock) -> RecordingChannel:
    return RecordingChannel(clock)
