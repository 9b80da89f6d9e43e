"""The few queries that look across agencies."""

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from storage.models.channels import Connection
from storage.models.organisation import Agency, Staff


def agency_by_name(session: Session, name: str) -> Agency | None:
    return session.exec(select(Agency).where(Agency.name == name)).first()


def agency_by_id(session: Session, agency_id: int) -> Agency:
    return session.get_one(Agency, agency_id)


def all_agencies(session: Session) -> list[Agency]:
    return list(session.exec(select(Agency).order_by(col(Agency.id))))


def connections_of(session: Session, agency_id: int) -> list[Connection]:
    return list(session.exec(_CONNECTIONS, params={"agency": agency_id}))


def staff_of(session: Session, agency_id: int) -> list[Staff]:
    """Everybody who has not left."""
    query = select(Staff).where(Staff.agency_id == agency_id, col(Staff.left_on).is_(None))
    return list(session.exec(query.order_by(col(Staff.id))))


_CONNECTIONS = select(Connection).where(Connection.agency_id == bindparam("agency")).order_by(col(Connection.id))
