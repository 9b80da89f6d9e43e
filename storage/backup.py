"""All rows of a database into one SQLite file, and back; the file of either engine fits either engine.

Rows are copied, not pages: one way for both engines, no pg_dump needed on the machine, and an office that outgrows
SQLite moves to PostgreSQL with the same two commands. The source is read in one snapshot, so the file is consistent
while people write and the bot sends, and no writer waits for it.
"""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any

from alembic.util.exc import CommandError
from sqlalchemy import Connection, Engine, LargeBinary, Table, bindparam, func, insert, literal, select, update
from sqlalchemy.exc import DatabaseError

from storage.database import open_engine, snapshot
from storage.migrate import migrate
from storage.models.tables import METADATA
from storage.revision import revisions

AT_ONCE = 500
_FILES_AT_ONCE = 4  # of up to 20 MB each


class Unfit(StrEnum):
    MISSING = "missing"
    NO_BACKUP = "no_backup"  # something else, or damaged
    NEWER = "newer"  # made by a newer build


class NotABackup(Exception):
    def __init__(self, why: Unfit) -> None:
        super().__init__(why.value)
        self.why = why


def back_up(engine: Engine, path: Path) -> dict[str, int]:
    """Write every row of a database at this revision to `path`, which appears only when it is whole; rows by table."""
    half = path.with_name(path.name + ".part")
    _remove(half)
    try:
        target = open_engine(f"sqlite:///{half}")
        migrate(target)
        counts = copy_rows(engine, target)
        target.dispose()
        with closing(sqlite3.connect(half)) as file:
            file.execute("PRAGMA journal_mode=DELETE")  # one file, without a log beside it
        with half.open("rb+") as written:
            os.fsync(written.fileno())
        half.chmod(0o600)  # it holds the office's data
        half.replace(path)
    finally:
        _remove(half)
    return counts


def _remove(path: Path) -> None:
    for left in (path, *path.parent.glob(f"{path.name}-*")):
        left.unlink(missing_ok=True)


@contextmanager
def opened(path: Path) -> Iterator[Engine]:
    """A backup at this build's revision: a copy, as an older one is upgraded first. Raises NotABackup."""
    if not path.is_file():
        raise NotABackup(Unfit.MISSING)
    with tempfile.TemporaryDirectory(prefix="nhacviec") as folder:
        copy = Path(folder, "backup.sqlite3")
        shutil.copyfile(path, copy)
        engine = open_engine(f"sqlite:///{copy}")
        try:
            _prepare(engine)
            yield engine
        finally:
            engine.dispose()


def _prepare(engine: Engine) -> None:
    try:
        with engine.connect() as connection:
            whole = connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        if not whole or revisions(engine)[0] is None:
            raise NotABackup(Unfit.NO_BACKUP)
        migrate(engine)
    except DatabaseError as error:
        raise NotABackup(Unfit.NO_BACKUP) from error
    except CommandError as error:  # its revision is not one of ours
        raise NotABackup(Unfit.NEWER) from error


def copy_rows(
    source: Engine, target: Engine, finish: Callable[[Connection], None] = lambda _: None, *, contents: bool = True,
    agency_id: int | None = None,
) -> dict[str, int]:  # fmt: skip
    """Replace every row of `target` by those of `source`, all or nothing; both have this build's tables. Rows by table.

    `finish` works on the target in the same transaction, before it is committed. Without `contents` files are empty.
    With an agency, rows of other agencies are left out.
    """
    with snapshot(source) as reading, target.begin() as writing:
        for table in reversed(METADATA.sorted_tables):
            writing.execute(table.delete())
        counts = {table.name: _copy(reading, writing, table, contents, agency_id) for table in METADATA.sorted_tables}
        if target.name == "postgresql":
            for table in METADATA.sorted_tables:
                _go_on_counting(writing, table)
        finish(writing)
    return counts


def _copy(reading: Connection, writing: Connection, table: Table, contents: bool, agency_id: int | None) -> int:
    """References of a table to itself are set when all its rows are there."""
    inside = [column for column in _to_itself(table) if column != "agency_id"]
    bytes_in = [column.name for column in table.columns if isinstance(column.type, LargeBinary)]
    at_once = _FILES_AT_ONCE if bytes_in and contents else AT_ONCE
    columns = [c if contents or c.name not in bytes_in else literal(b"").label(c.name) for c in table.columns]
    query = select(*columns).order_by(*table.primary_key)
    whose = table.c.id if table.name == "agency" else table.c.get("agency_id")
    if agency_id is not None and whose is not None:
        query = query.where(whose == agency_id)
    rows = reading.execution_options(yield_per=at_once).execute(query).mappings()
    count, later = 0, list[dict[str, Any]]()
    for block in rows.partitions(at_once):
        copied = [dict(row) for row in block]
        for row in copied:
            if any(row[column] is not None for column in inside):
                later.append({"key": row["id"], **{f"to_{column}": row[column] for column in inside}})
                row.update(dict.fromkeys(inside))
        writing.execute(insert(table), copied)
        count += len(copied)
    if later:
        values: dict[str, Any] = {column: bindparam(f"to_{column}") for column in inside}
        writing.execute(update(table).where(table.c.id == bindparam("key")).values(values), later)
    return count


def _to_itself(table: Table) -> Iterator[str]:
    for reference in table.foreign_key_constraints:
        if reference.referred_table is table:
            yield from reference.column_keys


def _go_on_counting(writing: Connection, table: Table) -> None:
    """New rows get numbers after the copied ones."""
    if "id" in table.c:
        last = select(func.max(table.c.id)).scalar_subquery()
        sequence = func.pg_get_serial_sequence(f'"{table.name}"', "id")
        writing.execute(select(func.setval(sequence, func.coalesce(last, 1), last.is_not(None))))
