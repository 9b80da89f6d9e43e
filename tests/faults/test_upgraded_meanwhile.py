"""The database is brought to another revision while a process runs (fault 8): the process ends, so that it half-works never."""

import asyncio

import pytest
from alembic.script import ScriptDirectory

from bot import process
from storage.database import open_engine
from storage.migrate import config_for
from tests.engines import ON_BOTH
from tests.faults.broken_database import table_away
from tests.people import Ward

pytestmark = ON_BOTH


async def test_a_process_ends_when_another_build_has_upgraded_its_database(
    ward: Ward, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(process, "LOOK_FOR_REVISION", 0.001)
    watching = asyncio.create_task(process._watch_revision(ward.engine, newest(), asyncio.Event()))
    with table_away(ward.engine, "alembic_version"):  # a table that is away ends nothing
        while "could not be read" not in caplog.text:
            await asyncio.sleep(0)
    set_revision(ward, "9999")
    try:
        with pytest.raises(RuntimeError, match="9999"):
            await asyncio.wait_for(watching, 20)
    finally:
        set_revision(ward, newest())


def newest() -> str:
    return ScriptDirectory.from_config(config_for(open_engine("sqlite://"))).get_current_head() or ""


def set_revision(ward: Ward, name: str) -> None:
    with ward.engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{name}'")
