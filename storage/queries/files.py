"""Kept files, and which plan one belongs to."""

from sqlmodel import Session, and_, col, select

from storage.kinds import PlanState
from storage.models.plans import File, Plan, PlanFile


def plan_of_file(session: Session, agency_id: int, sha256: str) -> Plan | None:
    """The newest plan, drafts included and thrown-away ones not, that was read from a file with this digest."""
    query = (
        select(Plan)
        .join(PlanFile, and_(col(PlanFile.agency_id) == Plan.agency_id, col(PlanFile.plan_id) == Plan.id))
        .join(File, and_(col(File.agency_id) == PlanFile.agency_id, col(File.id) == PlanFile.file_id))
        .where(Plan.agency_id == agency_id, File.sha256 == sha256, Plan.state != PlanState.WITHDRAWN)
    )
    return session.exec(query.order_by(col(Plan.id).desc())).first()


def file_by_id(session: Session, agency_id: int, file_id: int) -> File | None:
    return session.exec(select(File).where(File.agency_id == agency_id, File.id == file_id)).first()
