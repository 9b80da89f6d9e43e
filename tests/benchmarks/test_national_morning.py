"""The national morning by the product's own process against a server that enforces the limits: 29 a second and bot."""

import time
from dataclasses import dataclass

import pytest
from sqlalchemy import Engine

from jobs.clock import SystemClock
from tests.benchmarks.bot_server import Stats, bot_server
from tests.benchmarks.figures import Figures
from tests.benchmarks.morning import missed_and_doubled, owed, under_way
from tests.benchmarks.processes import computed, peak, peer, product
from tests.benchmarks.scale import AGENCIES, NOW, reset

pytestmark = pytest.mark.bench

PER_SECOND, MOST_IN_A_SECOND, SLOWER = 29, 30, 1.06
MOST_JOBS, STORED_JOBS = 100_000, 500  # what the peers are given, at most


@dataclass(frozen=True)
class Morning:
    """first, last: seconds after the start of the first and the last message; cpu: seconds; peak: MiB; late: not sent
    when the time was over; lost: said to be sent, or gone, and never received.
    """

    first: float
    last: float
    cpu: float
    peak: float
    seen: Stats
    late: int
    lost: int
    doubled: int


def national_morning(country: Engine) -> Morning:
    """From the hour on: owed by the tick, sent by 34 senders, until nothing waits or twice the time is over."""
    reset(country)
    url, longest = country.url.render_as_string(hide_password=False), 60.0
    with bot_server(per_second=MOST_IN_A_SECOND) as server:
        ahead, begun = (NOW - SystemClock().now()).total_seconds(), time.time()
        with product("works", url, server.url, ahead) as process:
            while time.time() < begun + longest and (under_way(country) or not owed(country)):
                longest = max(longest, 60 + 2 * max(owed(country).values(), default=0) / PER_SECOND)
                time.sleep(1)
            spent, memory, seen = computed(process.pid), peak(process.pid), server.stats()
        late = under_way(country)
        missed, doubled = missed_and_doubled(country, server.heard())
    first, last = seen.first_at - begun, seen.last_at - begun
    return Morning(first, last, spent, memory, seen, late, max(0, missed - late), doubled)


def test_the_national_morning(country: Engine, figures: Figures) -> None:
    morning = national_morning(country)
    bots, name, seen = owed(country), country.name, morning.seen
    number, ideal = bots.total(), max(bots.values()) / PER_SECOND
    took, arrived = morning.last - morning.first, 100 * (number - morning.late - morning.lost) / number
    delivered, missed, memory = peer("job_queue", min(number, MOST_JOBS))
    stored, dropped = peer("fire", STORED_JOBS)
    figures.add(f"T1 due at once and delivered, beside JobQueue, {name}", arrived, "%", at_least=100,
                peer=100 * delivered / (delivered + missed))  # fmt: skip
    figures.add(f"T1 due at once and delivered, beside APScheduler, {name}", arrived, "%", at_least=100,
                peer=100 * stored / (stored + dropped))  # fmt: skip
    figures.add(f"T7 digests to {AGENCIES} bots, {name}", number, "digests")
    figures.add(f"T7 from the first to the last of them, {name}", took, "s", floor=ideal, ratio_at_most=SLOWER)
    figures.add(f"T7 from the start of the process to the first, {name}", morning.first, "s")
    figures.add(f"T7 lost, {name}", morning.lost, "digests", at_most=0)
    figures.add(f"T7 late: not sent when twice the time was over, {name}", morning.late, "digests", at_most=0)
    figures.add(f"T7 doubled, {name}", morning.doubled, "digests", at_most=0)
    figures.add(f"T7 refused by the server, {name}", 100 * seen.refused / max(seen.delivered, 1), "%", at_most=0.1)
    figures.add(f"T7 most in any second and bot, {name}", seen.most, "messages", at_most=MOST_IN_A_SECOND)
    figures.add(f"T7 computing of the process for a digest, {name}", 1000 * morning.cpu / number, "ms")
    figures.add(f"T12 peak of the process in it, {name}", morning.peak, "MiB", at_most=160, peer=memory)
    assert (morning.lost, morning.doubled) == (0, 0)
