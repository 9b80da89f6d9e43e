"""A database that an older release made and filled comes through the upgrade with every row and every value."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from bot.demo.build import build
from storage.database import open_engine
from storage.migrate import config_for, migrate
from storage.revision import newest, revisions
from tests.conftest import run_sql
from tests.engines import ON_BOTH
from tests.storage.filled import SETS, Rows, fill, rows

pytestmark = ON_BOTH

RELEASED = [f"{n:04}" for n in range(1, 16)]


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A database without any table, on each engine in turn."""
    server = request.getfixturevalue("postgres") if request.param == "postgresql" else None
    if server:
        run_sql(server, "CREATE DATABASE older")
    engine = open_engine(server.replace("/nhacviec?", "/older?") if server else f"sqlite:///{tmp_path / 'old.sqlite3'}")
    yield engine
    engine.dispose()
    if server:
        run_sql(server, "DROP DATABASE older WITH (FORCE)")


def kept(before: Rows, after: Rows) -> Rows:
    """The rows after, in the columns of before; without the official days that every upgrade adds."""
    days = {row["day"] for row in before["holiday"]}
    after = after | {"holiday": [row for row in after["holiday"] if row["day"] in days]}
    return {
        name: [{column: row.get(column, "column is gone") for column in lines[0]} for row in after.get(name, [])]
        for name, lines in before.items()
    }


#: Every release by `make faults`; the first and the last, between which lie all the changes, always.
RELEASES = [pytest.param(r, marks=[] if r in (RELEASED[0], RELEASED[-1]) else [pytest.mark.faults]) for r in RELEASED]


@pytest.mark.parametrize("release", RELEASES)
def test_what_an_older_release_kept_is_kept(empty: Engine, release: str) -> None:
    command.upgrade(config_for(empty), release)
    fill(empty)
    before = rows(empty)
    assert {len(lines) for lines in before.values()} == {SETS}
    migrate(empty)
    assert revisions(empty)[0] == revisions(empty)[1] != release
    assert kept(before, rows(empty)) == before


@pytest.mark.faults
def test_a_filled_office_goes_back_and_comes_again(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'office.sqlite3'}")
    migrate(engine)
    build(engine)
    filled = {name: len(lines) for name, lines in rows(engine).items()}
    assert filled["duty"] > 100
    for release in reversed(RELEASED):
        command.downgrade(config_for(engine), release)
        assert revisions(engine)[0] == release
    migrate(engine)
    assert {name: len(lines) for name, lines in rows(engine).items()} == filled
    engine.dispose()


def test_every_released_revision_is_tried(engine: Engine) -> None:
    scripts = ScriptDirectory.from_config(config_for(engine))
    known = sorted(script.revision for script in scripts.walk_revisions())
    assert known == [*RELEASED, scripts.get_current_head()]
    assert newest() == scripts.get_current_head()
