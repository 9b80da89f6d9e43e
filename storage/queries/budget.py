"""How many messages a bot sends, for its month's budget."""

from datetime import date

from sqlalchemy import func
from sqlmodel import Session, and_, col, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.kinds import NoticeKind, NoticeState
from storage.models.channels import Chat
from storage.models.messages import Notice

_IN_THEIR_CHAT = col(Chat.id) == Notice.chat_id
_PLANNED = (NoticeKind.DIGEST, NoticeKind.WEEKLY)


def planned_by_day(session: Session, connection_id: int, since: date) -> list[int]:
    """Digests and weekly messages that left on each day since, days without any left out."""
    # Through the person, whose notices are in the order of their days; a chat's would all be read, of all years.
    of_person = and_(col(Notice.agency_id) == Chat.agency_id, col(Notice.staff_id) == Chat.staff_id)
    query = _sent_through(connection_id).where(of_person, col(Notice.kind).in_(_PLANNED), Notice.day >= since)
    return list(session.exec(query.where(Notice.state == NoticeState.SENT).group_by(col(Notice.day))))


def told_strangers(session: Session, connection_id: int, day: date) -> int:
    """Strangers who were answered on this day."""
    query = _sent_through(connection_id).where(Notice.kind == NoticeKind.STRANGER, Notice.day == day)
    return session.exec(query).one()


def _sent_through(connection_id: int) -> SelectOfScalar[int]:
    return (
        select(func.count()).select_from(Chat).join(Notice, _IN_THEIR_CHAT).where(Chat.connection_id == connection_id)
    )
