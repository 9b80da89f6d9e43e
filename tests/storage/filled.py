"""Rows for every table of any revision, made from what the database itself says of its columns and references."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from typing import Any

from sqlalchemy import JSON, Column, Connection, Engine, Enum, MetaData, Table, insert, select
from sqlalchemy.types import Boolean, Date, DateTime, Float, Integer, LargeBinary, Time

from storage.models.tables import METADATA

Rows = dict[str, list[dict[str, Any]]]

SETS = 2
DAY_ONE = date(2025, 10, 1)
# What the checks of the schema want; every other column gets a value of its type.
WANTED: dict[str, dict[str, Any]] = {
    "ladder_policy": {"plan_id": None},
    "duty": {"state": "accepted"},
    "plan_contact": {"for_news": False},
    "party": {"resolves_to": "unit", "group_id": None, "staff_id": None},
    "task": {"is_heading": False},
    "sorted_line": {"choice": "early"},
}


def tables_of(engine: Engine) -> list[Table]:
    """The tables the database has, those referred to first."""
    found = MetaData()
    found.reflect(engine)
    return [table for table in found.sorted_tables if table.name != "alembic_version"]


def fill(engine: Engine) -> None:
    """Two rows for each table the database has, no column left empty that a check does not want empty."""
    tables, numbers = tables_of(engine), count(1)
    with engine.begin() as connection:
        for _ in range(SETS):
            made: dict[str, dict[str, Any]] = {}
            for table in tables:
                _add(connection, table, made, next(numbers))


def rows(engine: Engine) -> Rows:
    with engine.connect() as connection:
        return {
            table.name: [dict(row) for row in connection.execute(select(table).order_by(*table.primary_key)).mappings()]
            for table in tables_of(engine)
        }


def _add(connection: Connection, table: Table, made: dict[str, dict[str, Any]], number: int) -> None:
    row = {column.name: _value(column, number) for column in table.columns}
    made[table.name] = row
    row |= dict(_references(table, made))
    row |= {name: value for name, value in WANTED.get(table.name, {}).items() if name in table.columns}
    connection.execute(insert(table).values(row))


def _references(table: Table, made: dict[str, dict[str, Any]]) -> Iterator[tuple[str, Any]]:
    """Each points at the row of the same set; a table that refers to itself, at the same row."""
    for reference in sorted(table.foreign_key_constraints, key=lambda one: len(one.elements)):
        target = made[reference.referred_table.name]
        for element in reference.elements:
            if element.parent.name != "agency_id" or reference.referred_table.name == "agency":
                yield element.parent.name, target[element.column.name]


def _value(column: Column[Any], number: int) -> Any:
    kind, day = column.type, DAY_ONE + timedelta(days=number)
    now = METADATA.tables.get(column.table.name)
    if now is not None and column.name in now.columns and isinstance(words := now.columns[column.name].type, Enum):
        return words.enums[-1]
    by_type: dict[type, Any] = {
        Boolean: True,
        Integer: number,
        Float: number + 0.5,
        DateTime: datetime.combine(day, time(7, 30), UTC),
        Date: day,
        Time: time(7, 30),
        JSON: {"việc": [number]},
        LargeBinary: b"%PDF \x00" + bytes([number]),
    }
    return next((value for kept, value in by_type.items() if isinstance(kind, kept)), f"{column.name} số {number}")
