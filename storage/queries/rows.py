"""Small things queries share: insert what is new, take rows nobody else holds."""

from collections.abc import Sequence

from sqlalchemy import CursorResult, Delete, Update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel


def is_postgresql(session: Session) -> bool:
    return session.get_bind().dialect.name == "postgresql"


def insert_new(session: Session, row: SQLModel, unique: Sequence[str]) -> int | None:
    """Insert a row unless one with the same `unique` columns is there; the new id, or None."""
    table = SQLModel.metadata.tables[str(type(row).__tablename__)]
    values = row.model_dump(exclude={"id"})
    make = postgresql.insert if is_postgresql(session) else sqlite.insert
    statement = make(table).values(**values).on_conflict_do_nothing(index_elements=list(unique))
    found = session.execute(statement.returning(table.c.id)).scalar_one_or_none()
    return None if found is None else int(found)


def changed(session: Session, statement: Update | Delete) -> int:
    """How many rows an UPDATE or DELETE changed."""
    result = session.execute(statement.execution_options(synchronize_session="fetch"))
    return result.rowcount if isinstance(result, CursorResult) else 0
