"""When each tick last ran, and whether it went well."""

from datetime import datetime

from sqlmodel import Session, col, select

from storage.models.calendar import Tick


def record(session: Session, name: str, now: datetime, failure: str | None = None) -> None:
    """Keep one run of a tick; `failure` names the error without any words people typed."""
    row = session.get(Tick, name) or Tick(name=name, ran_at=now)
    row.ran_at = now
    row.failure = failure
    if failure is None:
        row.good_at = now
    session.add(row)


def last_runs(session: Session) -> list[Tick]:
    """The last run of every tick, by name."""
    return list(session.exec(select(Tick).order_by(col(Tick.name))))
