"""The engine: SQLite in WAL with BEGIN IMMEDIATE, or PostgreSQL; and the one way to open a transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, exc
from sqlmodel import Session

from storage.models.tables import METADATA

LOCK_WAIT_SECONDS = 40
_READS_ONLY = "nhacviec_reads_only"
# A row cannot be written while a table it points at is unknown, whichever models the caller imports.
TABLES = METADATA.tables
# Busy, locked, no memory, read-only, input/output, damaged, full, cannot be opened, no database.
_SQLITE_AT_FAULT = {5, 6, 7, 8, 10, 11, 13, 14, 26}
# Connection, deadlock, resources (a full disk), shut down, system; read-only, lock not had, table or column away.
_POSTGRESQL_AT_FAULT = ("08", "40", "53", "57P", "58", "25006", "55P03", "42P01", "42703")


def open_engine(url: str) -> Engine:
    """An engine for `sqlite:///file` or `postgresql://…` (psycopg). SQLite marks are durable (synchronous=FULL)."""
    if url.startswith("sqlite"):
        return _open_sqlite(url)
    bare = url.replace("postgres://", "postgresql://", 1)
    driven = bare.replace("postgresql://", "postgresql+psycopg://", 1)
    return create_engine(driven, pool_pre_ping=True, hide_parameters=True)


def _open_sqlite(url: str) -> Engine:
    waits = {"timeout": LOCK_WAIT_SECONDS, "check_same_thread": False}
    engine = create_engine(url, connect_args=waits, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        # The driver's own BEGIN would leave the first SELECT outside the transaction and lose updates.
        connection.isolation_level = None
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            f"busy_timeout={LOCK_WAIT_SECONDS * 1000}",
        ):
            connection.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        # A deferred BEGIN that later writes fails at once instead of waiting for the lock.
        reads_only = connection.get_execution_options().get(_READS_ONLY)
        connection.exec_driver_sql("BEGIN" if reads_only else "BEGIN IMMEDIATE")

    return engine


@contextmanager
def snapshot(engine: Engine) -> Iterator[Connection]:
    """A connection that sees the database as of its first statement and holds up no writer; for reading only."""
    level = {} if engine.name == "sqlite" else {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    with engine.connect().execution_options(**{_READS_ONLY: True}, **level) as connection:
        yield connection


@contextmanager
def transaction(engine: Engine) -> Iterator[Session]:
    """A session whose work is committed as one, or not at all."""
    with Session(engine, expire_on_commit=False) as session:
        yield session
        session.commit()


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A session for reading only, which holds up no writer."""
    with engine.connect().execution_options(**{_READS_ONLY: True}) as connection, Session(connection) as session:
        yield session


def unavailable(error: BaseException) -> bool:
    """True where the database itself could not serve now, whatever it was asked: locked, full, read-only, gone, or
    without a table. What failed then is to be tried again, and is no fault of the row it was about.
    """
    if isinstance(error, exc.TimeoutError):  # no connection came free
        return True
    if not isinstance(error, exc.DBAPIError) or error.orig is None:
        return False
    if (code := getattr(error.orig, "sqlite_errorcode", None)) is not None:
        missing = str(error.orig).startswith(("no such table", "no such column"))
        return missing or (code & 0xFF) in _SQLITE_AT_FAULT
    state = getattr(error.orig, "sqlstate", None)
    if state is None:
        return error.connection_invalidated or isinstance(error, exc.OperationalError)
    return error.connection_invalidated or str(state).startswith(_POSTGRESQL_AT_FAULT)
