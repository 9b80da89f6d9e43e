"""Rows changed by one word of the admin, written down so that one word puts them back."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Enum
from sqlmodel import Session, SQLModel

from storage.models.duties import Duty, Evidence, ProgressEntry
from storage.models.news import NewsQuota
from storage.models.organisation import Membership, Unit, UnitAlias, UnitGroupMember
from storage.models.plans import Plan, PlanContact
from storage.queries.rows import row_by_id

_TABLES: dict[str, type[SQLModel]] = {
    str(model.__tablename__): model
    for model in (
        Unit,
        UnitAlias,
        UnitGroupMember,
        Membership,
        Duty,
        ProgressEntry,
        Evidence,
        NewsQuota,
        PlanContact,
        Plan,
    )
}
Step = dict[str, Any]


class Journal:
    """`steps` in their order, fit for JSON: a row made, changed (`was`) or taken out (`row`)."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.steps: list[Step] = []

    def make(self, row: Any) -> Any:
        self.session.add(row)
        self.session.flush()
        self.steps.append(_step(row))
        return row

    def change(self, row: Any, **columns: Any) -> None:
        """Only what becomes another value is written down; flushed, so that no unique rule meets two halves."""
        was = {name: getattr(row, name) for name, value in columns.items() if getattr(row, name) != value}
        if not was:
            return
        for name, value in columns.items():
            setattr(row, name, value)
        self.session.add(row)
        self.session.flush()
        self.steps.append(_step(row) | {"was": {name: _plain(value) for name, value in was.items()}})

    def drop(self, row: Any) -> None:
        self.steps.append(_step(row) | {"row": {name: _plain(value) for name, value in row.model_dump().items()}})
        self.session.delete(row)
        self.session.flush()


def put_back(session: Session, agency_id: int, steps: Sequence[Step]) -> None:
    """The reverse, newest first; what is gone since stays gone."""
    for step in reversed(steps):
        model: Any = _TABLES[step["table"]]
        if "row" in step:
            session.add(model(**_values(model, step["row"])))
            session.flush()
            continue
        row = row_by_id(session, model, agency_id, step["id"])
        if row is None:
            continue
        if "was" in step:
            for name, value in _values(model, step["was"]).items():
                setattr(row, name, value)
            session.add(row)
        else:
            session.delete(row)
        session.flush()


def _step(row: Any) -> Step:
    return {"table": row.__tablename__, "id": row.id}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return getattr(value, "value", value)


def _values(model: Any, kept: dict[str, Any]) -> dict[str, Any]:
    return {name: _typed(model.__table__.c[name].type, value) for name, value in kept.items()}


def _typed(kind: Any, value: Any) -> Any:
    if value is None:
        return None
    if isinstance(kind, Enum) and kind.enum_class is not None:
        return kind.enum_class(value)
    return date.fromisoformat(value) if kind.python_type is date else value
