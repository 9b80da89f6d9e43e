"""A restart while the whole morning waits: the first message beside that of a start with one row waiting."""

import time
from statistics import median

import pytest
from sqlalchemy import Engine

from jobs.clock import SystemClock
from tests.benchmarks.bot_server import bot_server
from tests.benchmarks.figures import Figures
from tests.benchmarks.morning import owe
from tests.benchmarks.processes import peer, product
from tests.benchmarks.scale import NOW

pytestmark = pytest.mark.bench

RUNS, LONGEST, MORE_AT_MOST = 3, 60.0, 1.0


def first_send(country: Engine, most: int | None) -> float:
    """Seconds from the start of the process to its first message."""
    owe(country, most)
    url, ahead = country.url.render_as_string(hide_password=False), (NOW - SystemClock().now()).total_seconds()
    with bot_server(per_second=30) as server:
        begun = time.time()
        with product("works", url, server.url, ahead):
            while not (first := server.stats().first_at):
                assert time.time() < begun + LONGEST, "nothing was sent"
                time.sleep(0.02)
    return first - begun


def test_restart_with_all_waiting(country: Engine, figures: Figures) -> None:
    taken = [(first_send(country, 1), first_send(country, None)) for _ in range(RUNS)]
    alone, crowded = (median(column) for column in zip(*taken, strict=True))
    waiting, name = owe(country), country.name
    (loading,) = peer("load", waiting)
    figures.add(f"T14 start to the first message, one waits, {name}", alone, "s")
    figures.add(f"T14 how much later with {waiting} waiting, {name}", max(0.0, crowded - alone), "s",
                at_most=MORE_AT_MOST, peer=loading)  # fmt: skip
