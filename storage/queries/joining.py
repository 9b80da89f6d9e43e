"""Wishes to be let in, and the chats of a person."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import func
from sqlmodel import Session, and_, col, select, update

from storage.kinds import ChatKind, NoticeState
from storage.models.channels import Chat, Connection
from storage.models.joining import JoinRequest
from storage.models.messages import Inbox, Notice
from storage.queries.rows import changed


def open_requests(session: Session, agency_id: int) -> list[JoinRequest]:
    """Wishes under a name of the staff list that nobody has decided, oldest first."""
    query = select(JoinRequest).where(
        JoinRequest.agency_id == agency_id,
        col(JoinRequest.decided_at).is_(None),
        col(JoinRequest.staff_id).is_not(None),
    )
    return list(session.exec(query.order_by(col(JoinRequest.number))))


def request_locked(session: Session, agency_id: int, request_id: int) -> JoinRequest:
    """One wish, locked so that it is decided once."""
    query = select(JoinRequest).where(JoinRequest.agency_id == agency_id, JoinRequest.id == request_id)
    return session.exec(query.with_for_update().execution_options(populate_existing=True)).one()


def next_number(session: Session, agency_id: int) -> int:
    newest = session.exec(select(func.max(JoinRequest.number)).where(JoinRequest.agency_id == agency_id)).one()
    return (newest or 0) + 1


def asked_by_chat(session: Session, agency_id: int, chat_id: int, since: date) -> list[JoinRequest]:
    """What a chat has asked since a day, decided or not, oldest first."""
    query = select(JoinRequest).where(
        JoinRequest.agency_id == agency_id, JoinRequest.chat_id == chat_id, JoinRequest.day >= since
    )
    return list(session.exec(query.order_by(col(JoinRequest.id))))


def chats_asking_on(session: Session, agency_id: int, day: date) -> int:
    """How many chats asked on this day."""
    query = select(func.count(func.distinct(col(JoinRequest.chat_id)))).where(
        JoinRequest.agency_id == agency_id, JoinRequest.day == day
    )
    return session.exec(query).one()


def told_of_wishes(session: Session, agency_id: int, staff_id: int, day: date) -> int:
    """How many messages of their own told a person of wishes on this day."""
    query = select(func.count()).select_from(Notice).where(
        Notice.agency_id == agency_id, Notice.staff_id == staff_id, Notice.day == day,
        col(Notice.key).startswith("join/", autoescape=True),
    )  # fmt: skip
    return session.exec(query).one()


def unmatched_since(session: Session, agency_id: int, since: date) -> list[str]:
    """What strangers wrote who fit nobody of the staff list, newest first, while the inbox still keeps it."""
    query = (
        select(Inbox.text)
        .join(JoinRequest, and_(col(JoinRequest.agency_id) == Inbox.agency_id, col(JoinRequest.inbox_id) == Inbox.id))
        .join(Chat, and_(col(Chat.agency_id) == JoinRequest.agency_id, col(Chat.id) == JoinRequest.chat_id))
        .where(Inbox.agency_id == agency_id, col(JoinRequest.staff_id).is_(None), JoinRequest.day >= since)
        .where(col(JoinRequest.decided_at).is_(None), col(Chat.staff_id).is_(None), col(Inbox.text).is_not(None))
    )
    return [text for text in session.exec(query.order_by(col(JoinRequest.id).desc())) if text]


def chats_of(session: Session, agency_id: int, staff_ids: Collection[int]) -> list[tuple[Chat, Connection]]:
    """Private chats of these people with their bots, the one they are written to first."""
    query = (
        select(Chat, Connection)
        .join(Connection, and_(col(Connection.agency_id) == Chat.agency_id, col(Connection.id) == Chat.connection_id))
        .where(Chat.agency_id == agency_id, col(Chat.staff_id).in_(staff_ids), Chat.kind == ChatKind.PRIVATE)
        .order_by(col(Chat.preference), col(Chat.joined_at).desc().nulls_last(), col(Chat.id).desc())
    )
    return [(chat, connection) for chat, connection in session.exec(query)]


def drop_waiting(session: Session, agency_id: int, chat_id: int, reason: str) -> int:
    """What waits to leave to a chat leaves no more; how many."""
    waiting = update(Notice).where(
        col(Notice.agency_id) == agency_id, col(Notice.chat_id) == chat_id, col(Notice.state) == NoticeState.WAITING
    )
    return changed(session, waiting.values(state=NoticeState.DROPPED, reason=reason))


def chat_locked(session: Session, agency_id: int, chat_id: int) -> Chat:
    query = select(Chat).where(Chat.agency_id == agency_id, Chat.id == chat_id)
    return session.exec(query.with_for_update().execution_options(populate_existing=True)).one()
