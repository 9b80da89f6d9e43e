"""The few queries that look across agencies."""

from sqlmodel import Session, col, select

from storage.models.channels import Connection
from storage.models.organisation import Agency


def agency_by_name(session: Session, name: str) -> Agency | None:
    return session.exec(select(Agency).where(Agency.name == name)).first()


def all_agencies(session: Session) -> list[Agency]:
    return list(session.exec(select(Agency).order_by(col(Agency.id))))


def live_connections(session: Session) -> list[Connection]:
    """Bot accounts that have not been stopped, of every agency."""
    query = select(Connection).where(col(Connection.stopped_reason).is_(None))
    return list(session.exec(query.order_by(col(Connection.id))))
