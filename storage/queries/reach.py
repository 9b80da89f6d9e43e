"""Who can be written to, where, and why somebody cannot."""

from dataclasses import dataclass
from enum import StrEnum

from sqlmodel import Session, and_, col, select

from storage.kinds import ChatKind
from storage.models.channels import Chat, Connection


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


NOBODY = Reachable(None, Reach.NOT_JOINED)


def reach_of_all(session: Session, agency_id: int) -> dict[int, Reachable]:
    """By staff id, everybody who ever joined; the preferred of several usable chats wins, then the newest."""
    query = (
        select(Chat, Connection)
        .join(Connection, and_(col(Connection.agency_id) == Chat.agency_id, col(Connection.id) == Chat.connection_id))
        .where(Chat.agency_id == agency_id, col(Chat.staff_id).is_not(None), Chat.kind == ChatKind.PRIVATE)
        .order_by(col(Chat.preference), col(Chat.joined_at).desc().nulls_last(), col(Chat.id).desc())
    )
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
    return Reachable(chat.id, Reach.REACHED)


def reachable_staff(session: Session, agency_id: int) -> frozenset[int]:
    """Staff ids of everybody a message can go to now."""
    return frozenset(who for who, at in reach_of_all(session, agency_id).items() if at.reach is Reach.REACHED)
