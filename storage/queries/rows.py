"""Small things queries share: insert what is new, a row by its number, how many were changed."""

from collections.abc import Sequence
from functools import cache
from typing import TypeVar

from sqlalchemy import CursorResult, Delete, Update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.dml import ReturningInsert
from sqlmodel import Session, SQLModel

from storage.models.base import TenantRow

_Row = TypeVar("_Row", bound=TenantRow)


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


def row_by_id(session: Session, kind: type[_Row], agency_id: int, row_id: int | None) -> _Row | None:
    """This agency's row; None where there is none, or it is another agency's: numbers kept in JSON are held by no foreign key."""
    row = session.get(kind, row_id) if row_id else None
    return row if row is not None and row.agency_id == agency_id else None


def the_row(session: Session, kind: type[_Row], agency_id: int, row_id: int | None) -> _Row:
    row = row_by_id(session, kind, agency_id, row_id)
    if row is None:
        raise LookupError(f"no {kind.__name__} {row_id} in agency {agency_id}")
    return row


def changed(session: Session, statement: Update | Delete) -> int:
    """How many rows an UPDATE or DELETE changed."""
    result = session.execute(statement.execution_options(synchronize_session="fetch"))
    return result.rowcount if isinstance(result, CursorResult) else 0
