"""Who wrote a message, and in which chat he is answered."""

from datetime import date, datetime
from typing import NamedTuple

from sqlmodel import Session

from jobs.clock import office_day
from storage.kinds import ChatKind
from storage.models.channels import Chat
from storage.models.messages import Inbox
from storage.models.organisation import Agency
from storage.queries import conversation
from storage.queries.agencies import agency_by_id
from storage.queries.people import Person, person


class Sender(NamedTuple):
    """Whose message it is, today, and the chat his answer goes to; `who`: None of a stranger."""

    agency: Agency
    day: date
    chat: Chat
    who: Person | None


def sender_of(session: Session, inbox: Inbox, now: datetime) -> Sender | None:
    """None where a group's member has no chat of his own that an answer could go to."""
    agency = agency_by_id(session, inbox.agency_id)
    day = office_day(now, agency.time_zone)
    chat = _private_chat(session, inbox, conversation.chat_by_id(session, inbox.agency_id, inbox.chat_id))
    return Sender(agency, day, chat, _person(session, chat, day)) if chat else None


def _private_chat(session: Session, inbox: Inbox, chat: Chat) -> Chat | None:
    """Where the answer goes: in a group, the sender's own chat, as others there may be strangers."""
    if chat.kind is not ChatKind.GROUP:
        return chat
    return conversation.own_chat(session, inbox.agency_id, chat.connection_id, inbox.sender)


def _person(session: Session, chat: Chat, day: date) -> Person | None:
    if chat.staff_id is None:
        return None
    try:
        return person(session, chat.agency_id, chat.staff_id, day)
    except LookupError:  # has left the office
        return None
