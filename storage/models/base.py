"""What every table shares: column types, and the composite keys that keep one agency's rows out of another's."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import DateTime, Dialect, Enum, ForeignKeyConstraint, Index, MetaData, UniqueConstraint, text
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel

SQLModel.metadata.naming_convention = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
).naming_convention


class UtcDateTime(TypeDecorator[datetime]):
    """An instant: refuses naive values, keeps UTC, gives UTC back on both engines."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def words(kind: type[StrEnum]) -> Enum:
    """A column type for one of `storage.kinds`, kept as text so that a new word needs no migration."""
    return Enum(
        kind, native_enum=False, create_constraint=False, length=40, values_callable=lambda e: [w.value for w in e]
    )


def owned(table: str, column: str) -> ForeignKeyConstraint:
    """A reference that cannot cross agencies: (agency_id, column) must exist together in the other table."""
    return ForeignKeyConstraint(["agency_id", column], [f"{table}.agency_id", f"{table}.id"])


def by(*columns: str) -> Index:
    """An index for a named query, beginning with the agency."""
    return Index(None, "agency_id", *columns)


def unique_where(name: str, *columns: str, where: str) -> Index:
    """A partial unique index; the condition is literal SQL, as bound values defeat it on SQLite."""
    return Index(name, *columns, unique=True, sqlite_where=text(where), postgresql_where=text(where))


def tenant(*items: SchemaItem) -> tuple[Any, ...]:
    """`__table_args__` of a table that belongs to an agency."""
    return (UniqueConstraint("agency_id", "id"), *items)


class TenantRow(SQLModel):
    """Columns of every table that belongs to an agency."""

    id: int = Field(default=None, primary_key=True)
    agency_id: int = Field(foreign_key="agency.id")
