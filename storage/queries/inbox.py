"""What came in: stored once, handled in order per chat, forgotten after 30 days. Files are handled beside words."""

from datetime import datetime, timedelta
from typing import Protocol

from sqlalchemy import ColumnElement, bindparam, func, text
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, or_, select, update
from sqlmodel.sql.expression import SelectOfScalar

from storage.kinds import ChatKind, InboxState
from storage.models.base import UtcDateTime
from storage.models.channels import Chat
from storage.models.messages import Inbox
from storage.queries.rows import changed, insert_new

KEEP_TEXT = timedelta(days=30)
MOST_TRIES = 3
PAUSE_AFTER_FAILURE = timedelta(seconds=2)
FILE, MOVED = "file", "moved"
FILE_LEASE = timedelta(minutes=5)  # longer than fetching and reading one may take


class ArrivedFile(Protocol):
    @property
    def key(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def size(self) -> int | None: ...


class Arrived(Protocol):
    """What this file reads of an incoming message, whatever the platform."""

    @property
    def dedup_key(self) -> str: ...
    @property
    def address(self) -> str: ...
    @property
    def chat_kind(self) -> str: ...
    @property
    def sender(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def reply_to(self) -> str | None: ...
    @property
    def kind(self) -> str: ...
    @property
    def sent_at(self) -> datetime: ...
    @property
    def addressed(self) -> bool: ...
    @property
    def file(self) -> ArrivedFile | None: ...


def store(session: Session, connection_id: int, agency_id: int, incoming: Arrived, now: datetime) -> int | None:
    """Keep an update before the platform is told "received"; its id, or None for a copy or for talk not meant for us."""
    if not incoming.addressed:
        return None
    if incoming.kind == MOVED:
        _move(session, connection_id, incoming.address, incoming.text)
        return None
    file = incoming.file
    row = Inbox(
        agency_id=agency_id,
        connection_id=connection_id,
        dedup_key=incoming.dedup_key,
        chat_id=chat_at(session, connection_id, agency_id, incoming.address, ChatKind(incoming.chat_kind)),
        kind=incoming.kind,
        sender=incoming.sender,
        text=_storable(incoming.text),
        reply_to=incoming.reply_to,
        file_key=file.key if file else None,
        file_name=_storable(file.name) if file else None,
        file_size=file.size if file else None,
        sent_at=incoming.sent_at,
        received_at=now,
    )
    return insert_new(session, row, ("connection_id", "dedup_key"))


def _move(session: Session, connection_id: int, before: str, now: str) -> None:
    """A known chat has another address from now on; where that is known as well, the old one is only forgotten."""
    chats = select(Chat).where(Chat.connection_id == connection_id)
    chat = session.exec(chats.where(Chat.address == before)).first()
    if chat is not None and session.exec(chats.where(Chat.address == now)).first() is None:
        chat.address, chat.next_slot_at = now, None
        session.add(chat)


def _storable(text: str) -> str:
    """Without what no database takes: an update that could not be stored would come again for ever, before all others."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode()


def chat_at(session: Session, connection_id: int, agency_id: int, address: str, kind: ChatKind) -> int:
    """The id of the chat at an address, made when the address is new."""
    known = select(Chat.id).where(Chat.connection_id == connection_id, Chat.address == address)
    found = session.exec(known).first()
    if found is None:
        chat = Chat(agency_id=agency_id, connection_id=connection_id, address=address, kind=kind)
        found = insert_new(session, chat, ("connection_id", "address")) or session.exec(known).one()
    return found


def times_said(session: Session, inbox: Inbox, since: datetime) -> int:
    """How often this very text came from this chat before, since an instant."""
    earlier = select(func.count()).where(
        Inbox.agency_id == inbox.agency_id, Inbox.chat_id == inbox.chat_id, col(Inbox.id) < inbox.id
    )
    return session.exec(earlier.where(Inbox.text == inbox.text, Inbox.received_at >= since)).one()


def bubble_before(session: Session, agency_id: int, inbox_id: int, within: timedelta) -> Inbox | None:
    """What the same person wrote in the same chat just before, in words, at most `within` earlier."""
    this = session.exec(select(Inbox).where(Inbox.agency_id == agency_id, Inbox.id == inbox_id)).one()
    earlier = select(Inbox).where(Inbox.agency_id == agency_id, Inbox.chat_id == this.chat_id, col(Inbox.id) < inbox_id)
    last = session.exec(earlier.order_by(col(Inbox.id).desc()).limit(1)).first()
    if last is None or last.kind != "text" or not last.text or last.sender != this.sender:
        return None
    return last if timedelta() <= this.sent_at - last.sent_at <= within else None


def text_of(session: Session, agency_id: int, inbox_id: int) -> str:
    """What a message said; "" where it was forgotten."""
    row = session.exec(select(Inbox).where(Inbox.agency_id == agency_id, Inbox.id == inbox_id)).first()
    return (row.text or "") if row else ""


def next_waiting(session: Session, now: datetime) -> Inbox | None:
    """The oldest message in words whose turn it is, locked; a chat whose first message waits for its next try waits with it."""
    return session.exec(_NEXT_WORDS, params={"now": now}).first()


def begin_file(session: Session, connection_id: int, now: datetime) -> Inbox | None:
    """The oldest file whose turn it is on a connection, its try counted, left to nobody else for `FILE_LEASE`."""
    row = session.exec(_NEXT_FILE, params={"now": now, "connection": connection_id}).first()
    if row is not None:
        row.tries += 1
        row.next_try_at = now + FILE_LEASE
        session.add(row)
    return row


def held_file(session: Session, inbox_id: int, tries: int) -> Inbox | None:
    """A file begun with this try, locked; None when another process has begun it anew."""
    rows = select(Inbox).where(Inbox.id == inbox_id, Inbox.tries == tries, Inbox.state == InboxState.WAITING)
    return session.exec(rows.with_for_update()).first()


def _first(*conditions: ColumnElement[bool]) -> SelectOfScalar[Inbox]:
    earlier = aliased(Inbox, name="earlier")
    blocked = select(earlier.id).where(
        earlier.chat_id == Inbox.chat_id, earlier.id < Inbox.id, text("earlier.state = 'waiting'")
    )
    now = bindparam("now", type_=UtcDateTime())
    return (
        select(Inbox)
        .where(text("inbox.state = 'waiting'"), ~blocked.exists(), *conditions)
        .where(or_(col(Inbox.next_try_at).is_(None), col(Inbox.next_try_at) <= now))
        .order_by(col(Inbox.id))
        .limit(1)
        .with_for_update(skip_locked=True, of=Inbox)
    )


# Asked all day long, so built once: building a statement costs more than running it.
_NEXT_WORDS = _first(col(Inbox.kind) != FILE)
_NEXT_FILE = _first(col(Inbox.kind) == FILE, col(Inbox.connection_id) == bindparam("connection"))


def mark_done(row: Inbox, now: datetime) -> None:
    row.state = InboxState.DONE
    row.done_at = now


def count_failure(session: Session, inbox_id: int, now: datetime) -> Inbox | None:
    """Count a failed try; parked after three. Gives the row when this parked it."""
    rows = select(Inbox).where(Inbox.id == inbox_id, Inbox.state == InboxState.WAITING).with_for_update()
    row = session.exec(rows).first()
    if row is None:
        return None
    row.tries += 1
    row.next_try_at = now + PAUSE_AFTER_FAILURE * row.tries
    session.add(row)
    if row.tries < MOST_TRIES:
        return None
    row.state = InboxState.PARKED
    row.done_at = now
    return row


def forget_texts(session: Session, now: datetime) -> int:
    """Delete what people wrote, and the names of their files, more than 30 days ago; how many rows."""
    old = update(Inbox).where(
        col(Inbox.received_at) < now - KEEP_TEXT,
        or_(col(Inbox.text).is_not(None), col(Inbox.file_name).is_not(None)),
        col(Inbox.state) != InboxState.WAITING,
    )
    return changed(session, old.values(text=None, file_name=None))
