"""Whose a chat is: how that changes, what the event keeps of it, and how it is put back."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.usecases import ledger
from bot.usecases.said import Said
from storage.models.channels import Chat
from storage.models.events import Event
from storage.models.joining import JoinRequest
from storage.queries.conversation import open_question
from storage.queries.joining import chat_locked, drop_waiting, request_locked

CHATS = "chats"  # in an event's `before`
_COLUMNS = ("staff_id", "preference", "joined_at")


def snapshot(chats: Iterable[Chat], requests: Iterable[JoinRequest] = ()) -> dict[str, Any]:
    """What an event keeps: of each chat whose it was, and the wishes it decided."""
    kept = {str(chat.id): {name: _plain(getattr(chat, name)) for name in _COLUMNS} for chat in chats}
    return {CHATS: kept, "wishes": [request.id for request in requests]}


def seat(chat: Chat, staff_id: int, now: datetime) -> None:
    """The chat is his from now on, and can be written to."""
    chat.staff_id = staff_id
    chat.joined_at = now
    chat.off_at = chat.off_reason = None
    chat.wrong_codes = 0


def let_go(session: Session, chat: Chat, now: datetime, reason: str) -> None:
    """The chat is a stranger's: nothing of the office waits there any more."""
    chat.staff_id = None
    drop_waiting(session, chat.agency_id, chat.id, reason)
    question = open_question(session, chat.agency_id, chat.id)
    if question:
        question.closed_at = now
        session.add(question)
    session.add(chat)


def put_back(session: Session, said: Said, event: Event) -> bool:
    """The chats are whose they were and the wishes wait again; False where a chat is somebody else's by now."""
    kept = event.before[CHATS]
    chats = {chat_id: chat_locked(session, said.agency_id, int(chat_id)) for chat_id in kept}
    if any(chat.staff_id not in (None, event.for_id, kept[chat_id]["staff_id"]) for chat_id, chat in chats.items()):
        return False
    for chat_id, chat in chats.items():
        was = kept[chat_id]
        if was["staff_id"] is None and chat.staff_id is not None:
            let_go(session, chat, said.now, "undone")
        chat.staff_id, chat.preference = was["staff_id"], was["preference"]
        chat.joined_at = datetime.fromisoformat(was["joined_at"]) if was["joined_at"] else None
        session.add(chat)
    for request_id in event.before["wishes"]:
        request = request_locked(session, said.agency_id, request_id)
        request.decided_at = None
        request.decided_by_id = None
        request.admitted = False
        session.add(request)
    ledger.take_back(session, said, event)
    session.flush()
    return True


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value
