"""Claim, render, send, mark: what a digest costs, beside the same by hand without rendering, over the product's transport
(`ptb_aio`, the floor) and over python-telegram-bot's own (the peer).
"""

import pytest
from sqlalchemy import Engine

from tests.benchmarks.bot_server import Stats, bot_server
from tests.benchmarks.figures import Figures
from tests.benchmarks.morning import owe
from tests.benchmarks.processes import said, started
from tests.benchmarks.scale import SCALE

pytestmark = pytest.mark.bench

#: At most so long, whatever is left; a peer shows its pace sooner.
SECONDS, PEER_SECONDS = 20 if SCALE < 1 else 240, 8


def sent(which: str, country: Engine, seconds: float = SECONDS) -> tuple[float, float, float, Stats]:
    """Seconds on the wall and of computing, peak MiB, and what the server saw, for one morning without a limit."""
    owe(country)
    url = country.url.render_as_string(hide_password=False)
    with bot_server() as server:
        wall, cpu, peak = said(started("sending", which, url, server.url, seconds))
        return wall, cpu, peak, server.stats()


def test_what_a_digest_costs(country: Engine, figures: Figures) -> None:
    fastest, floor, _, by_hand = sent("floor", country)
    slow, theirs, _, by_peer = sent("peer", country, PEER_SECONDS)
    wall, cpu, peak, seen = sent("product", country)
    assert seen.delivered == seen.distinct > 0
    with country.connect() as connection:
        kept = connection.exec_driver_sql("SELECT count(*) FROM delivery WHERE outcome = 'sent'").scalar()
        under_way = connection.exec_driver_sql("SELECT count(*) FROM notice WHERE state = 'sending'").scalar()
    assert (kept, under_way) == (seen.delivered, 0)
    each, least, name = 1000 * cpu / seen.delivered, 1000 * floor / by_hand.delivered, country.name
    figures.add(f"T6 CPU of a digest, {name}", each, "ms", at_most=1.0, floor=least, ratio_at_most=1.8,
                peer=1000 * theirs / by_peer.delivered)  # fmt: skip
    figures.add(f"T5 digests a second, 34 bots in one process, {name}", seen.delivered / wall, "/s", at_least=1200,
                floor=by_hand.delivered / fastest, peer=by_peer.delivered / slow)  # fmt: skip
    figures.add(f"T12 peak of the sending process, {name}", peak, "MiB", at_most=160)
    figures.add(f"server's ceiling beside it, {name}", 1 / seen.cpu_per_call, "calls/s")
