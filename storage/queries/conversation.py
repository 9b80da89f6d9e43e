"""What a chat has shown and asked: the messages behind "xong", a reply, a bare number."""

from datetime import date, datetime

from sqlalchemy import BindParameter, bindparam
from sqlmodel import Session, and_, col, select

from storage.kinds import NoticeKind, NoticeState
from storage.models.channels import Chat, Invite
from storage.models.messages import Delivery, Notice, Question
from storage.models.plans import Party

_GONE = (NoticeState.DROPPED, NoticeState.EXPIRED, NoticeState.FAILED)


def chat_by_id(session: Session, agency_id: int, chat_id: int) -> Chat:
    return session.exec(_CHAT, params={"agency": agency_id, "chat": chat_id}).one()


def own_chat(session: Session, agency_id: int, connection_id: int, sender: str) -> Chat | None:
    """The private chat of a member of staff who wrote somewhere else on the same connection."""
    query = select(Chat).where(
        Chat.agency_id == agency_id,
        Chat.connection_id == connection_id,
        Chat.address == sender,
        col(Chat.staff_id).is_not(None),
    )
    return session.exec(query).first()


def about_of_message(session: Session, agency_id: int, chat_id: int, platform_id: str) -> list[int] | None:
    """Duties that a delivered message of this chat lists; None where it is no message of ours."""
    found = notice_of_message(session, agency_id, chat_id, platform_id)
    return None if found is None else list(found.about)


def notice_of_message(session: Session, agency_id: int, chat_id: int, platform_id: str) -> Notice | None:
    """What a message of this chat, by the platform's number for it, was sent for."""
    query = (
        select(Notice)
        .join(Delivery, and_(col(Delivery.agency_id) == Notice.agency_id, col(Delivery.notice_id) == Notice.id))
        .where(
            Delivery.agency_id == agency_id, Delivery.chat_id == chat_id, Delivery.platform_message_id == platform_id
        )
    )
    return session.exec(query).first()


def last_about(session: Session, agency_id: int, chat_id: int, day: date | None = None) -> list[int]:
    """Duties of the last message in a chat that listed any; with `day` of the very last one, and only if of that day."""
    for said_on, about in session.exec(_LAST_ABOUT, params={"agency": agency_id, "chat": chat_id}):
        if day is not None:
            return list(about) if said_on == day else []
        if about:
            return list(about)
    return []


def newest_notice(session: Session, agency_id: int, chat_id: int, *, answers: bool = True) -> Notice | None:
    """The last message of a chat that was not given up; answers=False: that answered nothing the person typed."""
    query = select(Notice).where(
        Notice.agency_id == agency_id, Notice.chat_id == chat_id, col(Notice.state).not_in(_GONE)
    )
    if not answers:
        query = query.where(Notice.kind != NoticeKind.REPLY)
    return session.exec(query.order_by(col(Notice.id).desc())).first()


def open_question(session: Session, agency_id: int, chat_id: int) -> Question | None:
    return session.exec(_OPEN_QUESTION, params={"agency": agency_id, "chat": chat_id}).first()


def last_question(session: Session, agency_id: int, chat_id: int) -> Question | None:
    """What the chat was asked last, open or closed."""
    query = select(Question).where(Question.agency_id == agency_id, Question.chat_id == chat_id)
    return session.exec(query.order_by(col(Question.id).desc()).limit(1)).first()


def questions_since(session: Session, agency_id: int, since: datetime) -> list[Question]:
    """What the agency was asked from a moment on, open or closed, the newest first."""
    query = select(Question).where(Question.agency_id == agency_id, col(Question.asked_at) >= since)
    return list(session.exec(query.order_by(col(Question.id).desc())))


def invite_by_hash(session: Session, agency_id: int, code_hash: str) -> Invite | None:
    """The invite of a code, locked so that it is used once."""
    query = select(Invite).where(Invite.agency_id == agency_id, Invite.code_hash == code_hash)
    return session.exec(query.with_for_update()).first()


def unused_invites(session: Session, agency_id: int, staff_id: int) -> list[Invite]:
    """Invites of a person that could still be used, whatever their date."""
    query = select(Invite).where(
        Invite.agency_id == agency_id,
        Invite.staff_id == staff_id,
        col(Invite.used_at).is_(None),
        col(Invite.revoked_at).is_(None),
    )
    return list(session.exec(query))


def parties_of(session: Session, agency_id: int, task_id: int) -> list[Party]:
    """Who is named for a task, in the order of the plan."""
    query = select(Party).where(Party.agency_id == agency_id, Party.task_id == task_id)
    return list(session.exec(query.order_by(col(Party.id))))


# What every message asks is built once.
_AGENCY: BindParameter[int] = bindparam("agency")
_IN_CHAT: BindParameter[int] = bindparam("chat")
_CHAT = select(Chat).where(Chat.agency_id == _AGENCY, Chat.id == _IN_CHAT)
_LAST_ABOUT = (
    select(col(Notice.day), col(Notice.about))
    .where(Notice.agency_id == _AGENCY, Notice.chat_id == _IN_CHAT, col(Notice.state).not_in(_GONE))
    .order_by(col(Notice.id).desc())
    .limit(20)
)
_OPEN_QUESTION = select(Question).where(
    Question.agency_id == _AGENCY, Question.chat_id == _IN_CHAT, col(Question.closed_at).is_(None)
)
