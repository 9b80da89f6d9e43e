"""Ways in which a database cannot serve for a while, on each engine; every one ends with its block."""

import itertools
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event

from tests.conftest import run_sql

Broken = Callable[[Engine], Any]


def address(engine: Engine) -> str:
    return engine.url.render_as_string(hide_password=False).replace("+psycopg", "")


@contextmanager
def table_away(engine: Engine, name: str = "delivery") -> Iterator[None]:
    """As while somebody repairs by hand."""
    _do(engine, f"ALTER TABLE {name} RENAME TO {name}_away")
    try:
        yield
    finally:
        _do(engine, f"ALTER TABLE {name}_away RENAME TO {name}")


def _do(engine: Engine, statement: str) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql(statement)


@contextmanager
def read_only(engine: Engine) -> Iterator[None]:
    """A file nobody may write to, a server that became a stand-by."""
    if engine.name == "sqlite":
        with _each_connection(engine, "PRAGMA query_only=ON"):
            yield
        return
    run_sql(address(engine), "ALTER DATABASE nhacviec SET default_transaction_read_only = on", CUT)
    try:
        yield
    finally:
        turn_back = "SET default_transaction_read_only = off"
        run_sql(address(engine), turn_back, "ALTER DATABASE nhacviec RESET default_transaction_read_only", CUT)


@contextmanager
def disk_full(engine: Engine) -> Iterator[None]:
    """No page more for the file; on PostgreSQL the error that a full disk gives, at each row of the outbox."""
    if engine.name == "sqlite":
        with _each_connection(engine, "PRAGMA max_page_count=1"):
            yield
        return
    no_space = "CREATE OR REPLACE FUNCTION no_space() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {} END $$"
    run_sql(
        address(engine),
        no_space.format("RAISE EXCEPTION 'no space left' USING ERRCODE = '53100';"),
        *(f"CREATE OR REPLACE TRIGGER no_space BEFORE INSERT ON {t} EXECUTE FUNCTION no_space()" for t in FILLED),
    )
    try:
        yield
    finally:  # to drop the triggers would wait for those who write, and they for it
        run_sql(address(engine), no_space.format("RETURN NULL;"))


FILLED = ("notice", "delivery", "event", "chat")
CUT = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
)


@contextmanager
def connections_cut(engine: Engine, every: float = 0.02) -> Iterator[None]:
    """Connections are ended again and again, also in the middle of a transaction; SQLite has none to cut."""
    stop = threading.Event()

    def cut() -> None:
        while not stop.wait(every):
            run_sql(address(engine), CUT)

    thread = threading.Thread(target=cut, daemon=True)
    if engine.name == "postgresql":
        thread.start()
    try:
        yield
    finally:
        stop.set()
        if thread.ident:
            thread.join()


@contextmanager
def answer_of_commit_lost(engine: Engine, nth: int) -> Iterator[None]:
    """The nth commit from now is kept, and who asked for it is told that the connection broke."""
    commit, count = engine.dialect.do_commit, itertools.count(1)

    def lose(connection: Any) -> None:
        commit(connection)
        if next(count) == nth:
            raise engine.dialect.loaded_dbapi.OperationalError("the server closed the connection")

    engine.dialect.do_commit = lose  # type: ignore[method-assign]
    try:
        yield
    finally:
        engine.dialect.do_commit = commit  # type: ignore[method-assign]


@contextmanager
def _each_connection(engine: Engine, pragma: str) -> Iterator[None]:
    ends = threading.Event()

    def before(connection: Any, *_: object) -> None:
        if not ends.is_set():
            connection.execute(pragma).close()

    event.listen(engine, "checkout", before)
    try:
        yield
    finally:
        ends.set()
        engine.dispose()  # what was set on a connection ends with it
