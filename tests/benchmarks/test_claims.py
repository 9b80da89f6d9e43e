"""Claim and mark alone: the product's eight at a time beside a hundred at a time by hand, and beside APScheduler."""

import pytest
from sqlalchemy import Engine

from tests.benchmarks.figures import Figures
from tests.benchmarks.morning import owe
from tests.benchmarks.processes import peer, said, started

pytestmark = pytest.mark.bench

SECONDS, JOBS = 6, 1000
WORKERS = {"sqlite": 1, "postgresql": 2}
AT_LEAST = {"sqlite": 30_000, "postgresql": 15_000}


def rows_a_second(which: str, country: Engine) -> float:
    owe(country)
    url, workers = country.url.render_as_string(hide_password=False), WORKERS[country.name]
    work = [started("claiming", which, url, n, workers, SECONDS) for n in range(workers)]
    return sum(rows / seconds for rows, seconds in map(said, work))


def test_claim_and_mark(country: Engine, figures: Figures) -> None:
    floor, mine = rows_a_second("floor", country), rows_a_second("product", country)
    (fired,) = peer("drain", JOBS)
    name = country.name
    figures.add(f"T4 claimed and marked, {WORKERS[name]} process, {name}", mine, "/s", at_least=AT_LEAST[name],
                floor=floor, peer=fired)  # fmt: skip
