"""From the command typed to the first question to the platform, and what an idle office holds in memory."""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.demo.build import build
from storage.database import open_engine, transaction
from storage.kinds import ChannelKind
from storage.migrate import migrate
from storage.models.channels import Connection
from storage.queries.agencies import all_agencies
from tests.benchmarks.bot_server import bot_server
from tests.benchmarks.figures import Figures

pytestmark = pytest.mark.bench

RUNS = 5
#: What a bot of this kind cannot do without: its libraries alone.
LIBRARIES = "import telegram.ext, sqlmodel, apscheduler.schedulers.asyncio, babel.dates"
_RUN = "import sys; from bot.cli import main; sys.argv = ['nhacviec', 'run']; sys.exit(main())"


def office(path: Path, server: str) -> str:
    """The address of the demo's offices on a file, one of them with a bot."""
    url = f"sqlite:///{path}"
    engine = open_engine(url)
    migrate(engine)
    build(engine)
    with transaction(engine) as session:
        session.add(Connection(
            agency_id=all_agencies(session)[0].id, channel=ChannelKind.TELEGRAM, name="bench", base_url=server,
            secret="env:BENCH_TOKEN",
        ))  # fmt: skip
    engine.dispose()
    return url


def environment(url: str) -> dict[str, str]:
    known = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**known, "BENCH_TOKEN": "1:x", "DATABASE_URL": url, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def libraries_alone(env: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", LIBRARIES], check=True, env=env)
    return time.perf_counter() - start


def memory_of(pid: int) -> float:
    """Resident MiB."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def test_start_and_idle(tmp_path: Path, figures: Figures) -> None:
    taken, alone, memory = [], [], 0.0
    for run in range(RUNS + 1):
        with bot_server() as server:
            env = environment(office(tmp_path / f"office{run}.sqlite3", server.url))
            alone.append(libraries_alone(env))
            start = time.time()
            process = subprocess.Popen([sys.executable, "-c", _RUN], env=env, stdout=subprocess.DEVNULL)
            try:
                while not (polled := server.stats().first_poll):
                    assert process.poll() is None and time.time() < start + 60
                    time.sleep(0.02)
                taken.append(polled - start)
                if run == RUNS:
                    time.sleep(5)
                    memory = memory_of(process.pid)
            finally:
                process.terminate()
                process.wait(20)
    figures.add(  # the first run writes the bytecode
        "T13 start to first poll", statistics.median(taken[1:]), "s", at_most=1.8, floor=statistics.median(alone[1:])
    )
    figures.add("T12 idle office, resident", memory, "MiB", at_most=100)
