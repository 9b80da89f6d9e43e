"""Claim, render, send, mark: what a digest costs, beside the same by hand without rendering (`ptb_aio`)."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Engine

from jobs.ticks.digests import digests
from storage.database import transaction
from tests.benchmarks.bot_server import Stats, bot_server
from tests.benchmarks.figures import Figures
from tests.benchmarks.scale import NOW, reset

pytestmark = pytest.mark.bench


def sent(which: str, country: Engine) -> tuple[float, float, float, Stats]:
    """Seconds on the wall and of computing, peak MiB, and what the server saw, for one morning without a limit."""
    reset(country)
    with transaction(country) as session:
        digests(session, NOW)
    url = country.url.render_as_string(hide_password=False)
    with bot_server() as server:
        command = [sys.executable, "-m", "tests.benchmarks.sending", which, url, server.url]
        done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True, cwd=Path(__file__).parents[2])
        wall, cpu, peak = json.loads(done.stdout.splitlines()[-1])
        return wall, cpu, peak, server.stats()


def test_what_a_digest_costs(country: Engine, figures: Figures) -> None:
    _, floor, _, by_hand = sent("floor", country)
    wall, cpu, peak, seen = sent("product", country)
    assert seen.delivered == seen.distinct > 0
    with country.connect() as connection:
        kept = connection.exec_driver_sql("SELECT count(*) FROM delivery WHERE outcome = 'sent'").scalar()
        under_way = connection.exec_driver_sql("SELECT count(*) FROM notice WHERE state = 'sending'").scalar()
    assert (kept, under_way) == (seen.delivered, 0)
    each, least = 1000 * cpu / seen.delivered, 1000 * floor / by_hand.delivered
    name = country.name
    figures.add(f"T6 CPU of a digest, {name}", each, "ms", at_most=1.0, floor=least, ratio_at_most=1.8)
    figures.add(f"T5 digests a second, 34 bots in one process, {name}", seen.delivered / wall, "/s", at_least=1200)
    figures.add(f"T12 peak of the sending process, {name}", peak, "MiB", at_most=160)
    figures.add(f"server's ceiling beside it, {name}", 1 / seen.cpu_per_call, "calls/s")
