"""What a restored database must not do again: send what may have left since the backup was made."""

from sqlmodel import Session, col, update

from storage.kinds import MORNING_KINDS, UNDER_WAY, NoticeState
from storage.models.channels import Connection
from storage.models.messages import Notice
from storage.queries.rows import changed

RESTORED = "restored"


def end_what_waited(session: Session) -> int:
    """Digests that waited are over, the rest may have arrived since; how many. Leases of old processes are free."""
    changed(session, update(Connection).values(poll_owner=None, poll_until=None))
    waiting = update(Notice).where(col(Notice.state) == NoticeState.WAITING)
    planned = waiting.where(col(Notice.kind).in_(MORNING_KINDS))
    over = changed(session, planned.values(state=NoticeState.EXPIRED, reason=RESTORED))
    under_way = update(Notice).where(col(Notice.state).in_(UNDER_WAY))
    doubtful = under_way.values(state=NoticeState.UNKNOWN, reason=RESTORED, owner=None, until=None)
    return over + changed(session, doubtful)
