"""How many messages a bot sends, for its month's budget."""

from datetime import date

from sqlalchemy import Date, bindparam, func
from sqlmodel import Session, and_, col, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.kinds import PLANNED_KINDS, NoticeKind, NoticeState
from storage.models.channels import Chat
from storage.models.messages import Notice

_SENT: SelectOfScalar[int] = (
    select(func.count())
    .select_from(Chat)
    .join(Notice, col(Chat.id) == Notice.chat_id)
    .where(Chat.connection_id == bindparam("connection"))
)
# Through the person, whose notices are in the order of their days; a chat's would all be read, of all years.
_OF_PERSON = and_(col(Notice.agency_id) == Chat.agency_id, col(Notice.staff_id) == Chat.staff_id)
_PLANNED_BY_DAY = (
    _SENT.where(_OF_PERSON, col(Notice.kind).in_(PLANNED_KINDS), Notice.day >= bindparam("since", type_=Date()))
    .where(Notice.state == NoticeState.SENT)
    .group_by(col(Notice.day))
)


def planned_by_day(session: Session, connection_id: int, since: date) -> list[int]:
    """Digests and weekly messages that left on each day since, days without any left out."""
    return list(session.exec(_PLANNED_BY_DAY, params={"connection": connection_id, "since": since}))


def told_strangers(session: Session, connection_id: int, day: date) -> int:
    """Strangers who were answered on this day."""
    query = _SENT.where(Notice.kind == NoticeKind.STRANGER, Notice.day == day)
    return session.exec(query, params={"connection": connection_id}).one()
