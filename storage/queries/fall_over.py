"""What cannot leave by one bot goes to the person's next one, once; what may have arrived goes nowhere else."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlmodel import Session, and_, col, or_, select

from storage.kinds import NoticeKind, NoticeState
from storage.models.channels import Chat, Connection
from storage.models.messages import Delivery, Notice
from storage.queries.notices import MAYBE_ARRIVED

LONG_PAUSE = timedelta(minutes=15)  # a bot that is told to wait so long has failed for those who have another


def chat_failed(session: Session, chat_id: int, reason: str, now: datetime) -> None:
    """The person blocked the bot or left: the chat is off, and what waits for it goes on or has failed."""
    chat = session.exec(select(Chat).where(Chat.id == chat_id).with_for_update()).one()
    chat.off_at, chat.off_reason = now, reason
    session.flush()
    for notice in _waiting(session, chat.agency_id, [chat.id]):
        if not _moved(session, notice, chat):
            notice.state = NoticeState.UNKNOWN if notice.reason == MAYBE_ARRIVED else NoticeState.FAILED
            notice.reason = reason


def bot_failed(session: Session, agency_id: int, connection_id: int, now: datetime) -> int:
    """The bot is stopped or told to wait for long: whoever has another one reads there; the rest waits. How many went."""
    session.flush()
    query = select(Chat).where(
        Chat.agency_id == agency_id, Chat.connection_id == connection_id, col(Chat.staff_id).is_not(None)
    )
    chats = {chat.id: chat for chat in session.exec(query)}
    waiting = _waiting(session, agency_id, chats)
    return sum(_moved(session, notice, chats[notice.chat_id or 0], now) for notice in waiting)


def _waiting(session: Session, agency_id: int, chat_ids: Iterable[int]) -> list[Notice]:
    rows = select(Notice).where(
        Notice.agency_id == agency_id, col(Notice.chat_id).in_(list(chat_ids)), Notice.state == NoticeState.WAITING
    )
    return list(session.exec(rows.order_by(col(Notice.id)).with_for_update(skip_locked=True)))


def _moved(session: Session, notice: Notice, chat: Chat, by_other_bot_at: datetime | None = None) -> bool:
    """An answer belongs where it was asked for."""
    if notice.kind is NoticeKind.REPLY or notice.reason == MAYBE_ARRIVED or _has_moved(session, notice):
        return False
    other = _next_chat(session, chat, by_other_bot_at)
    if other is None:
        return False
    if notice.tries:  # its pause was the bot's
        notice.tries, notice.not_before = 0, None
    notice.chat_id, notice.parts_sent = other, 0
    session.add(notice)
    return True


def _has_moved(session: Session, notice: Notice) -> bool:
    """Tried elsewhere before: it fell over once."""
    tried = select(Delivery.id).where(
        Delivery.agency_id == notice.agency_id, Delivery.notice_id == notice.id, Delivery.chat_id != notice.chat_id
    )
    return session.exec(tried.limit(1)).first() is not None


def _next_chat(session: Session, chat: Chat, by_other_bot_at: datetime | None) -> int | None:
    """Another chat in which this person can be reached, in the order he chose; with an instant only by another bot that need
    not wait then.
    """
    if chat.staff_id is None:
        return None
    rows = (
        select(Chat.id)
        .join(Connection, and_(col(Connection.agency_id) == Chat.agency_id, col(Connection.id) == Chat.connection_id))
        .where(Chat.agency_id == chat.agency_id, Chat.staff_id == chat.staff_id, Chat.kind == chat.kind)
        .where(Chat.id != chat.id)
        .where(col(Chat.off_at).is_(None), col(Connection.stopped_reason).is_(None))
        .order_by(col(Chat.preference), col(Chat.joined_at).desc().nulls_last(), col(Chat.id).desc())
    )
    if by_other_bot_at is not None:
        free = or_(col(Connection.retry_at).is_(None), col(Connection.retry_at) <= by_other_bot_at)
        rows = rows.where(Chat.connection_id != chat.connection_id, free)
    return session.exec(rows).first()
