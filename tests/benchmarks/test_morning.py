"""A morning of the whole country is owed: the product beside the best statement written by hand."""

from statistics import median

import pytest
from sqlalchemy import Engine

from tests.benchmarks.figures import Figures
from tests.benchmarks.measured import Measured, measured
from tests.benchmarks.processes import peer
from tests.benchmarks.scale import reset

pytestmark = pytest.mark.bench

RUNS, JOBS = 3, 300  # jobs that a peer adds; what a morning would take it is reckoned from their rate
_OURS = (
    "from storage.database import open_engine, transaction\nfrom jobs.ticks.digests import digests\n"
    "from tests.benchmarks.scale import NOW\nengine = open_engine(sys.argv[1])\n"
    "with engine.connect() as c: c.exec_driver_sql('SELECT 1')",
    "with transaction(engine) as session:\n    digests(session, NOW); n = 0",
)
_FLOOR = (
    "from storage.database import open_engine\nfrom tests.benchmarks.floors import enqueue\n"
    "engine = open_engine(sys.argv[1])\nwith engine.connect() as c: c.exec_driver_sql('SELECT 1')",
    "with engine.begin() as c: n = c.exec_driver_sql(enqueue(engine.name)).rowcount",
)


def owed(engine: Engine) -> int:
    with engine.connect() as connection:
        found = connection.exec_driver_sql("SELECT count(*) FROM notice WHERE state = 'waiting' AND kind = 'digest'")
        return int(found.scalar() or 0)


def test_a_morning_is_owed(country: Engine, figures: Figures) -> None:
    url = country.url.render_as_string(hide_password=False)
    taken: dict[str, list[Measured]] = {
        name: [] for name in ("ours", "ours again", "ours unmarked", "floor", "floor again")
    }
    counts = set()
    for _ in range(RUNS):
        for name, work in (("floor", _FLOOR), ("ours", _OURS)):
            reset(country)
            taken[name].append(measured(*work, url))
            counts.add(owed(country))
            taken[f"{name} again"].append(measured(*work, url))
            counts.add(owed(country))
            if name == "ours":
                with country.begin() as connection:
                    connection.exec_driver_sql("DELETE FROM notice WHERE reason = 'morning'")
                taken["ours unmarked"].append(measured(*work, url))
                counts.add(owed(country))
    assert len(counts) == 1, counts
    for name, mine, theirs in (
        ("T2 owe a morning", "ours", "floor"),
        ("T3 owe it again, as after a restart", "ours again", "floor again"),
        ("T3 owe it again, had the mark of the first look been lost", "ours unmarked", "floor again"),
    ):
        # Of SQLite all work is ours; of PostgreSQL most is the server's, so there the wall has to do.
        seconds = [
            median(one.cpu if country.name == "sqlite" else one.wall for one in taken[of]) for of in (mine, theirs)
        ]
        figures.add(f"{name}, {country.name}", seconds[0], "s", floor=seconds[1], ratio_at_most=2.0)
    number = counts.pop()
    seconds_of_ours, (added,) = median(one.wall for one in taken["ours"]), peer("add", JOBS)
    figures.add(
        f"T2 owe a morning on the wall, beside add_job, {country.name}", seconds_of_ours, "s", peer=number / added
    )
    more = median(one.grown for one in taken["ours"])
    figures.add(f"T2 more memory for it, {country.name}", more, "MiB", at_most=64)
