"""Kept files, which plan one belongs to, and when one is given up."""

from datetime import datetime, timedelta

from sqlalchemy import delete, func, text
from sqlalchemy.orm import aliased
from sqlmodel import Session, and_, col, select, update

from storage.kinds import PlanState
from storage.models.channels import FileLink
from storage.models.duties import Evidence
from storage.models.messages import Inbox, Notice
from storage.models.plans import File, Plan, PlanFile
from storage.queries.rows import changed, row_by_id, the_row

KEEP_LOOSE = timedelta(days=30)
FILE_KIND = "file"
MOST_AT_ONCE = 100


def plan_of_file(session: Session, agency_id: int, sha256: str) -> Plan | None:
    """The newest plan, drafts included and thrown-away ones not, whose newest version is the file with this digest."""
    later = aliased(PlanFile)
    newer = select(later.id).where(
        later.agency_id == PlanFile.agency_id, later.plan_id == PlanFile.plan_id, later.version > PlanFile.version
    )
    query = (
        select(Plan)
        .join(PlanFile, and_(col(PlanFile.agency_id) == Plan.agency_id, col(PlanFile.plan_id) == Plan.id))
        .join(File, and_(col(File.agency_id) == PlanFile.agency_id, col(File.id) == PlanFile.file_id))
        .where(Plan.agency_id == agency_id, File.sha256 == sha256, Plan.state != PlanState.WITHDRAWN)
        .where(~newer.exists())
    )
    return session.exec(query.order_by(col(Plan.id).desc())).first()


def file_by_id(session: Session, agency_id: int, file_id: int) -> File | None:
    return row_by_id(session, File, agency_id, file_id)


def loose_files(session: Session, agency_id: int, inbox_id: int, within: timedelta) -> list[File]:
    """Files that the sender of a message sent in its chat before it, at most `within` earlier, without a word, and that
    prove nothing yet; oldest first.
    """
    this = the_row(session, Inbox, agency_id, inbox_id)
    used = select(Evidence.id).where(
        Evidence.agency_id == File.agency_id, Evidence.file_id == File.id, Evidence.at >= Inbox.received_at,
        col(Evidence.withdrawn_at).is_(None),
    )  # fmt: skip
    query = (
        select(File)
        .join(Inbox, and_(col(Inbox.agency_id) == File.agency_id, col(Inbox.file_id) == File.id))
        .where(Inbox.agency_id == agency_id, Inbox.chat_id == this.chat_id, Inbox.sender == this.sender)
        .where(col(Inbox.id) < inbox_id, Inbox.kind == FILE_KIND, func.coalesce(Inbox.text, "") == "")
        .where(col(Inbox.sent_at) >= this.sent_at - within, ~used.exists())
    )
    return list(session.exec(query.order_by(col(Inbox.id))))


def duties_with_files(session: Session, agency_id: int, most: int) -> list[int]:
    """Duties that the newest files prove, the newest first."""
    query = select(Evidence.duty_id).where(
        Evidence.agency_id == agency_id, col(Evidence.file_id).is_not(None), col(Evidence.withdrawn_at).is_(None)
    )
    return list(dict.fromkeys(session.exec(query.order_by(col(Evidence.id).desc()).limit(most))))


def is_evidence(session: Session, agency_id: int, file_id: int, at: datetime) -> bool:
    """Whether some work took it as its proof at that instant."""
    query = select(Evidence.id).where(Evidence.agency_id == agency_id, Evidence.file_id == file_id, Evidence.at == at)
    return session.exec(query).first() is not None


def forget_file(session: Session, agency_id: int, file_id: int) -> None:
    """Delete a file that nothing refers to."""
    for table in (PlanFile, Evidence, Notice, FileLink, Inbox):
        used = select(col(table.id)).where(table.agency_id == agency_id, table.file_id == file_id)
        if session.exec(used).first() is not None:
            return
    changed(session, delete(File).where(col(File.agency_id) == agency_id, col(File.id) == file_id))


def leave_alone(session: Session, agency_id: int, file_id: int) -> None:
    """No message brings this file any more: it waits for no work."""
    brought = update(Inbox).where(col(Inbox.agency_id) == agency_id, col(Inbox.file_id) == file_id)
    changed(session, brought.values(file_id=None))
    forget_file(session, agency_id, file_id)


def forget_files(session: Session, now: datetime) -> int:
    """Delete files older than 30 days that belong to no plan and prove nothing (reviews that came and went); how many."""
    plan = select(PlanFile.id).where(PlanFile.agency_id == File.agency_id, PlanFile.file_id == File.id)
    proof = select(Evidence.id).where(Evidence.agency_id == File.agency_id, Evidence.file_id == File.id)
    waits = select(Notice.id).where(
        Notice.agency_id == File.agency_id, Notice.file_id == File.id, text("notice.state IN ('waiting','sending')")
    )
    old = select(File.id).where(File.kept_at < now - KEEP_LOOSE, ~plan.exists(), ~proof.exists(), ~waits.exists())
    ids = list(session.exec(old.limit(MOST_AT_ONCE)))
    for table in (Notice, FileLink, Inbox) if ids else ():
        changed(session, update(table).where(col(table.file_id).in_(ids)).values(file_id=None))
    return changed(session, delete(File).where(col(File.id).in_(ids))) if ids else 0
