"""The ladders an office has decided on."""

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from storage.models.policies import LadderPolicy


def ladder_policies(session: Session, agency_id: int) -> list[LadderPolicy]:
    """Oldest first; none where the office takes the usual one."""
    return list(session.exec(_LADDERS, params={"agency": agency_id}))


_LADDERS = select(LadderPolicy).where(LadderPolicy.agency_id == bindparam("agency")).order_by(col(LadderPolicy.from_on))
