"""Who can be written to, where, and why somebody cannot."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import bindparam, literal_column
from sqlmodel import Session, and_, col, select

from storage.kinds import ChatKind
from storage.models.channels import Chat, Connection
from storage.models.messages import Notice


class Reach(StrEnum):
    REACHED = "reached"
    NOT_JOINED = "not_joined"
    CHAT_OFF = "chat_off"  # the person left or blocked the bot
    STOPPED = "stopped"  # the bot's connection is stopped


@dataclass(frozen=True)
class Reachable:
    """The chat a person's own messages go to, or why there is none."""

    chat_id: int | None
    reach: Reach
    connection_id: int | None = None


NOBODY = Reachable(None, Reach.NOT_JOINED)


def reach_of_all(session: Session, agency_id: int, of: Collection[int] | None = None) -> dict[int, Reachable]:
    """By staff id, everybody (or of these) who ever joined; the preferred of several usable chats wins, then the newest."""
    query = (
        select(Chat, Connection)
        .join(Connection, and_(col(Connection.agency_id) == Chat.agency_id, col(Connection.id) == Chat.connection_id))
        .where(Chat.agency_id == agency_id, col(Chat.staff_id).is_not(None), Chat.kind == ChatKind.PRIVATE)
        .order_by(col(Chat.preference), col(Chat.joined_at).desc().nulls_last(), col(Chat.id).desc())
    )
    query = query if of is None else query.where(col(Chat.staff_id).in_(of))
    found: dict[int, Reachable] = {}
    for chat, connection in session.exec(query):
        reach = _reach(chat, connection)
        known = found.get(chat.staff_id or 0, NOBODY)
        if known.reach is not Reach.REACHED and (known is NOBODY or reach.reach is Reach.REACHED):
            found[chat.staff_id or 0] = reach
    return found


def _reach(chat: Chat, connection: Connection) -> Reachable:
    if chat.off_at is not None:
        return Reachable(None, Reach.CHAT_OFF)
    if connection.stopped_reason is not None:
        return Reachable(None, Reach.STOPPED)
    return Reachable(chat.id, Reach.REACHED, chat.connection_id)


def reachable_staff(session: Session, agency_id: int, of: Collection[int] | None = None) -> frozenset[int]:
    """Staff ids of everybody (or of these) a message can go to now."""
    if of is not None:
        return frozenset(who for who, at in reach_of_all(session, agency_id, of).items() if at.reach is Reach.REACHED)
    return frozenset(who for who in session.exec(_REACHED, params={"agency": agency_id}) if who is not None)


def address_waiting(session: Session, _now: datetime) -> int:
    """What is owed to people whom no chat reached goes to the chat they have by now; how many."""
    rows = select(Notice).where(
        literal_column("notice.state IN ('waiting','sending')"),
        literal_column("notice.state = 'waiting'"),
        col(Notice.chat_id).is_(None),
    )
    waiting = list(session.exec(rows.with_for_update(skip_locked=True)))
    reach = {agency_id: reach_of_all(session, agency_id) for agency_id in {notice.agency_id for notice in waiting}}
    for notice in waiting:
        notice.chat_id = reach[notice.agency_id].get(notice.staff_id or 0, NOBODY).chat_id
        session.add(notice)
    return sum(notice.chat_id is not None for notice in waiting)


_REACHED = (
    select(Chat.staff_id)
    .join(Connection, and_(col(Connection.agency_id) == Chat.agency_id, col(Connection.id) == Chat.connection_id))
    .where(Chat.agency_id == bindparam("agency"), col(Chat.staff_id).is_not(None), Chat.kind == ChatKind.PRIVATE)
    .where(col(Chat.off_at).is_(None), col(Connection.stopped_reason).is_(None))
)
