"""A process killed in the middle of a morning, and two processes at once: the product beside APScheduler with a job store."""

import time
from pathlib import Path

import pytest
from sqlalchemy import Engine

from jobs.clock import SystemClock
from tests.benchmarks.bot_server import bot_server
from tests.benchmarks.figures import Figures
from tests.benchmarks.morning import missed_and_doubled, owe, under_way
from tests.benchmarks.processes import peer, product, said, started
from tests.benchmarks.scale import NOW

pytestmark = pytest.mark.bench

MOST = 2000  # digests that are sent here, whatever the scale
SENT_BEFORE, BACK_WITHIN, LONGEST = 300, 30, 150
JOBS, DAILY_JOBS = 500, 100


def test_killed_and_started_again(country: Engine, figures: Figures, tmp_path: Path) -> None:
    """By the machine's clock: what was in flight is sent again when its claims are over."""
    owed, url = owe(country, MOST), country.url.render_as_string(hide_password=False)
    ahead = (NOW - SystemClock().now()).total_seconds()
    with bot_server(per_second=30) as server:
        with product("sends", url, server.url, ahead) as process:
            while server.stats().delivered < min(SENT_BEFORE, owed // 2):
                time.sleep(0.02)
            process.kill()
        in_flight, before, killed_at = _begun(country), server.stats().delivered, time.time()
        with product("sends", url, server.url, ahead):
            while server.stats().delivered == before:
                time.sleep(0.02)
            back = time.time() - killed_at
            while under_way(country) and time.time() < killed_at + LONGEST:
                time.sleep(0.5)
        late = under_way(country)
        missed, doubled = missed_and_doubled(country, server.heard())
    lost, name = max(0, missed - late), country.name
    figures.add(f"T9 lost by a kill -9 of {owed}, {name}", lost, "digests", at_most=0, peer=_lost_by_peer(tmp_path))
    figures.add(f"T9 doubled by it, at most what was in flight, {name}", doubled, "digests", at_most=in_flight)
    figures.add(f"T9 from the kill to the next message, {name}", back, "s", at_most=BACK_WITHIN)
    figures.add(f"T9 not yet sent {LONGEST} s after it, {name}", late, "digests", at_most=0)
    assert lost == 0 and doubled <= in_flight


def test_two_processes(country: Engine, figures: Figures, tmp_path: Path) -> None:
    owed, url = owe(country, MOST), country.url.render_as_string(hide_password=False)
    ahead = (NOW - SystemClock().now()).total_seconds()
    begun = time.time()
    with bot_server(per_second=30) as server:
        with product("sends", url, server.url, ahead), product("sends", url, server.url, ahead):
            while under_way(country) and time.time() < begun + LONGEST:
                time.sleep(0.5)
        late, refused = under_way(country), server.stats().refused
        missed, doubled = missed_and_doubled(country, server.heard())
    lost, name = max(0, missed - late), country.name
    figures.add(f"T10 doubled by two processes of {owed}, {name}", doubled, "digests", at_most=0,
                peer=_doubled_by_peer(tmp_path))  # fmt: skip
    figures.add(f"T10 lost between them, {name}", lost, "digests", at_most=0)
    figures.add(f"T10 refused because of two, {name}", refused, "calls", at_most=0)
    assert (lost, doubled) == (0, 0)


def _begun(country: Engine) -> int:
    """Sends that were on their way when their process was killed."""
    with country.connect() as connection:
        found = connection.exec_driver_sql("SELECT count(*) FROM notice WHERE state = 'sending' AND reason = 'begun'")
        return int(found.scalar() or 0)


def _lost_by_peer(folder: Path) -> float:
    """Of `JOBS` sends that a pool of ten works on when it is killed after a hundred, and that is started again."""
    url, path = f"sqlite:///{folder}/kill.sqlite3", folder / "killed"
    for work in (("fill", JOBS), ("run", 100), ("run", 0)):
        said(started("peers", *work, url, path))
    return JOBS - path.stat().st_size


def _doubled_by_peer(folder: Path) -> float:
    """Of `DAILY_JOBS` recurring jobs that two processes run from one store."""
    url, path = f"sqlite:///{folder}/daily.sqlite3", folder / "doubled"
    peer("fill_daily", DAILY_JOBS, url, path)
    for process in [started("peers", "run_daily", url) for _ in range(2)]:
        said(process)
    return path.stat().st_size - DAILY_JOBS
