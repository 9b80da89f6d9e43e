"""What the auditor finds, in tests, and rows put in by hand."""

from datetime import datetime

from sqlmodel import SQLModel, col, select

from jobs.ticks.audit import audit
from storage.database import transaction
from storage.kinds import NoticeKind
from storage.models.messages import Notice
from storage.models.proof import Audit
from tests.people import Ward

EVERYBODY = ("Lan", "Tâm", "Quân", "Hà", "Dũng", "Hoa", "Phúc", "Thu", "Vinh", "Ánh")


def audited(ward: Ward, now: datetime) -> list[list[object]] | None:
    """What the auditor found at this moment, by given name; None when it did not judge."""
    names = {staff_id: name for name, staff_id in ward.staff.items()}
    with transaction(ward.engine) as session:
        if not audit(session, now):
            return None
        found = session.exec(select(Audit).order_by(col(Audit.id).desc())).first()
        assert found
        return [[kind, names.get(who)] for kind, who in found.differences]


def alarms(ward: Ward) -> list[tuple[int | None, str]]:
    with transaction(ward.engine) as session:
        query = select(Notice).where(Notice.kind == NoticeKind.ALARM).order_by(col(Notice.id))
        return [(notice.staff_id, notice.body or "") for notice in session.exec(query)]


def keep(ward: Ward, *rows: SQLModel) -> None:
    with transaction(ward.engine) as session:
        session.add_all(rows)
