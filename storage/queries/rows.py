"""Small things queries share: insert what is new, take rows nobody else holds."""

from collections.abc import Sequence
from functools import cache

from sqlalchemy import CursorResult, Delete, Update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.dml import ReturningInsert
from sqlmodel import Session, SQLModel


def is_postgresql(session: Session) -> bool:
    return session.get_bind().dialect.name == "postgresql"


def insert_new(session: Session, row: SQLModel, unique: Sequence[str]) -> int | None:
    """Insert a row unless one with the same `unique` columns is there; the new id, or None."""
    statement = _insert_unless_there(str(type(row).__tablename__), tuple(unique), is_postgresql(session))
    found = session.execute(statement, row.model_dump(exclude={"id"})).scalar_one_or_none()
    return None if found is None else int(found)


@cache
def _insert_unless_there(name: str, unique: tuple[str, ...], on_postgresql: bool) -> ReturningInsert[tuple[int]]:
    """Built once a table: building a statement costs more than running it."""
    table = SQLModel.metadata.tables[name]
    make = postgresql.insert if on_postgresql else sqlite.insert
    return make(table).on_conflict_do_nothing(index_elements=list(unique)).returning(table.c.id)


def changed(session: Session, statement: Update | Delete) -> int:
    """How many rows an UPDATE or DELETE changed."""
    result = session.execute(statement.execution_options(synchronize_session="fetch"))
    return result.rowcount if isinstance(result, CursorResult) else 0
