"""A lock of 35 seconds by the real clock (fault 5), longer than a claim lasts: a real process waits and goes on."""

import os
import time
from collections import Counter
from pathlib import Path

import pytest

from storage.database import open_engine
from tests.people import Ward
from tests.stories.test_killed import arrived, assert_all_told, ended, fill, start

HELD_SECONDS, IN_FLIGHT = 35, 8


def hold(url: str, seconds: float) -> None:
    """All of the file on SQLite; of PostgreSQL what is owed and what was heard."""
    engine = open_engine(url)
    with engine.connect() as connection:
        if engine.name == "postgresql":
            connection.exec_driver_sql("LOCK TABLE notice, inbox IN ACCESS EXCLUSIVE MODE")
        else:
            connection.exec_driver_sql("SELECT 1")  # every transaction begins by locking
        time.sleep(seconds)
    engine.dispose()


@pytest.mark.faults
def test_a_long_lock_is_waited_for_and_nothing_is_lost(ward: Ward, database_url: str, tmp_path: Path) -> None:
    """What was on its way when the lock came may be repeated, with a mark: its claim is over before it can be kept."""
    expected, sent = fill(ward, 60, 20), tmp_path / "sent"
    process = start(database_url, sent)
    while len(arrived(sent)) < 10:
        assert process.is_alive()
        time.sleep(0.01)
    hold(database_url, HELD_SECONDS)
    assert len(arrived(sent)) < len(expected)
    assert ended(process, 120) == os.EX_OK
    twice = {address for address, times in Counter(address for address, _ in arrived(sent)).items() if times > 1}
    assert len(twice) <= IN_FLIGHT
    assert_all_told(ward, sent, expected, twice)
