"""Who asks a bot account's platform for updates, and what stopped it."""

from datetime import datetime, timedelta

from sqlalchemy import func, text
from sqlmodel import Session, col, or_, select, update

from storage.kinds import ChannelKind, ChatKind
from storage.models.channels import Chat, Connection
from storage.queries.rows import changed

POLL_LEASE_SECONDS = 25


def live_connections(session: Session) -> list[Connection]:
    """Every connection that nothing has stopped; across agencies, because a process serves all of them."""
    rows = select(Connection).where(col(Connection.stopped_reason).is_(None)).order_by(col(Connection.id))
    return list(session.exec(rows))


def all_connections(session: Session) -> list[Connection]:
    """Of every agency, stopped ones too: one token serves one connection only."""
    return list(session.exec(select(Connection).order_by(col(Connection.id))))


def connection_by_id(session: Session, connection_id: int) -> Connection:
    return session.get_one(Connection, connection_id)


def find_connection(session: Session, connection_id: int) -> Connection | None:
    """None for a number that is no bot's."""
    return session.get(Connection, connection_id)


def take_poll_lease(session: Session, connection_id: int, owner: str, now: datetime) -> bool:
    """Take or renew the right to ask the platform for updates; True while `owner` has it."""
    until = now + timedelta(seconds=POLL_LEASE_SECONDS)
    free = or_(
        col(Connection.poll_owner).is_(None),
        col(Connection.poll_owner) == owner,
        col(Connection.poll_until).is_(None),
        col(Connection.poll_until) <= now,
    )
    mine = update(Connection).where(col(Connection.id) == connection_id, free)
    return changed(session, mine.values(poll_owner=owner, poll_until=until)) == 1


def leave_poll_lease(session: Session, connection_id: int, owner: str) -> None:
    """Give the lease back, so that another process need not wait for its end."""
    mine = update(Connection).where(col(Connection.id) == connection_id, col(Connection.poll_owner) == owner)
    changed(session, mine.values(poll_owner=None, poll_until=None))


def clear_stops(session: Session) -> None:
    """Let every stopped connection be tried again; one whose token is still unknown stops itself anew."""
    stopped = col(Connection.stopped_reason).is_not(None)
    changed(session, update(Connection).where(stopped).values(stopped_reason=None))


def stop_connection(session: Session, connection_id: int, reason: str) -> None:
    """Nothing is sent or asked for until a person mends it and clears `stopped_reason`."""
    changed(session, update(Connection).where(col(Connection.id) == connection_id).values(stopped_reason=reason))


def seats_taken(session: Session, connection_id: int) -> int:
    """How many people have ever written to this bot: what Zalo counts as its users."""
    people = select(func.count()).where(Chat.connection_id == connection_id, Chat.kind == ChatKind.PRIVATE)
    return session.exec(people).one()


def menus_to_show(session: Session, connection_id: int, most: int) -> list[Chat]:
    """Private chats whose menu of commands is not yet what it should be."""
    rows = select(Chat).where(Chat.connection_id == connection_id, text("menu <> menu_shown"))
    rows = rows.where(Chat.kind == ChatKind.PRIVATE, col(Chat.off_at).is_(None))
    return list(session.exec(rows.order_by(col(Chat.id)).limit(most)))


def mark_menu_shown(session: Session, chat_id: int, menu: str) -> None:
    changed(session, update(Chat).where(col(Chat.id) == chat_id).values(menu_shown=menu))


def channel_of(session: Session, chat: Chat) -> ChannelKind:
    return connection_by_id(session, chat.connection_id).channel
