"""One office of 50 on SQLite: how long after the hour its first and its last digest leave."""

import time
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from statistics import median
from zoneinfo import ZoneInfo

import pytest

from tests.benchmarks.bot_server import bot_server
from tests.benchmarks.figures import Figures
from tests.benchmarks.processes import product
from tests.benchmarks.scale import NOW
from tests.benchmarks.small_office import STAFF, small_office

pytestmark = pytest.mark.bench

UNTIL_ALL = 60
#: Seconds that the processes have run when the hour comes: the tick of the morning keeps its own time.
STARTED_BEFORE = (17.0, 12.0, 7.0)
FIRST_AT_MOST, LAST_AT_MOST, OPENING = 1.0, 3.0, timedelta(minutes=2)


def test_the_first_and_the_last_after_the_hour(figures: Figures, tmp_path: Path) -> None:
    at = time.time() + max(STARTED_BEFORE) + 8
    ahead = (NOW + OPENING).timestamp() - at
    with ExitStack() as stack:
        servers = []
        for n, before in enumerate(STARTED_BEFORE):
            url, server = f"sqlite:///{tmp_path}/office{n}.sqlite3", stack.enter_context(bot_server(per_second=30))
            small_office(url, (NOW + OPENING).astimezone(ZoneInfo("Asia/Ho_Chi_Minh")).time()).dispose()
            time.sleep(max(0.0, at - before - time.time()))
            stack.enter_context(product("works", url, server.url, ahead))
            servers.append(server)
        while time.time() < at + UNTIL_ALL and any(server.stats().distinct < STAFF for server in servers):
            time.sleep(0.2)
        seen = [server.stats() for server in servers]
    assert all(one.delivered == one.distinct for one in seen), "somebody was told twice"
    assert all(one.first_at > at for one in seen), "somebody was told before the hour"
    assert all(one.distinct >= STAFF for one in seen), "somebody was lost"
    first, took = [one.first_at - at for one in seen], [one.last_at - one.first_at for one in seen]
    figures.add(f"T8 the hour to the first digest, worst of {len(seen)} starts", max(first), "s", at_most=FIRST_AT_MOST)
    figures.add(f"T8 the hour to the last of {STAFF}, worst", max(one.last_at for one in seen) - at, "s",
                at_most=LAST_AT_MOST)  # fmt: skip
    figures.add("T8 from the first to the last, median", median(took), "s", floor=(STAFF - 1) / 29)
