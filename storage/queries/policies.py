"""The ladders an office has decided on."""

from sqlmodel import Session, col, select

from storage.models.policies import LadderPolicy


def ladder_policies(session: Session, agency_id: int) -> list[LadderPolicy]:
    """Oldest first; none where the office takes the usual one."""
    query = select(LadderPolicy).where(LadderPolicy.agency_id == agency_id)
    return list(session.exec(query.order_by(col(LadderPolicy.from_on))))
