"""How many messages a bot sends, for its month's budget."""

from datetime import date

from sqlalchemy import func
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.kinds import NoticeKind, NoticeState
from storage.models.channels import Chat
from storage.models.messages import Notice

_PLANNED = (NoticeKind.DIGEST, NoticeKind.WEEKLY)


def planned_by_day(session: Session, connection_id: int, since: date) -> list[int]:
    """Digests and weekly messages that left on each day since, days without any left out."""
    query = _sent_through(connection_id).where(col(Notice.kind).in_(_PLANNED), Notice.day >= since)
    return list(session.exec(query.where(Notice.state == NoticeState.SENT).group_by(col(Notice.day))))


def told_strangers(session: Session, connection_id: int, day: date) -> int:
    """Strangers who were answered on this day."""
    query = _sent_through(connection_id).where(Notice.kind == NoticeKind.STRANGER, Notice.day == day)
    return session.exec(query).one()


def _sent_through(connection_id: int) -> SelectOfScalar[int]:
    return (
        select(func.count())
        .select_from(Notice)
        .join(Chat, col(Chat.id) == Notice.chat_id)
        .where(Chat.connection_id == connection_id)
    )
