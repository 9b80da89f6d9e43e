"""What is to leave: owed once, looked at in the order of sending, claimed with a slot each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Integer, Row, bindparam, case, func, literal_column, sql
from sqlalchemy.orm import aliased
from sqlmodel import Session, and_, col, or_, select, update

from storage.kinds import ChatKind, NoticeKind, NoticeState
from storage.models.base import UtcDateTime
from storage.models.channels import Chat, Connection
from storage.models.messages import Notice
from storage.models.tables import METADATA
from storage.queries.rows import changed, insert_new

MOST_AT_ONCE = 8
MOST_AHEAD = 32  # looked at together; what a connection sends in about a second
AHEAD = timedelta(seconds=0.3)  # a claim reaches no further into the future than this
LEASE = timedelta(seconds=30)
PROBE_PAUSE = timedelta(seconds=1)
MAYBE_ARRIVED = "maybe_arrived"  # reason of a notice that is repeated, with a mark
BEGUN = (
    "begun"  # reason of a claimed notice that leaves now: only such a one may have arrived when its process is killed
)
REPEATING = "repeating"  # the same of a repeat


@dataclass(frozen=True)
class Pace:
    """How fast a connection may send, in seconds between two messages; 0 for no limit."""

    connection: float
    chat: float
    group: float


@dataclass(frozen=True)
class Finished:
    """A notice as it will leave; `about` are duty ids in the order listed, `buttons` rows of [label, types]."""

    body: str
    about: list[int] = field(default_factory=list)
    buttons: list[Any] = field(default_factory=list)


@dataclass(frozen=True)
class Claimed:
    """The right to send one part of one notice once, at `slot_at`, while `until` is not over.

    again: an earlier try may have arrived, so the text carries a mark.
    """

    id: int
    agency_id: int
    connection_id: int
    chat_id: int
    address: str
    kind: NoticeKind
    part: int
    reply_to: str | None
    again: bool
    owner: str
    fence: int
    slot_at: datetime
    until: datetime


def enqueue(session: Session, **fields: Any) -> bool:
    """Owe a notice; the fields are columns of `Notice`. False when its key was owed already, and nothing changes."""
    return insert_new(session, Notice(**fields), ("agency_id", "key")) is not None


def candidates(session: Session, connection: Connection, now: datetime) -> list[int]:
    """Ids of what a claim at `now` and the next ones would choose from, in their order, not locked; empty while the
    connection has to wait.
    """
    start = _first_slot(connection, now)
    if start is None:
        return []
    asked = {"agency": connection.agency_id, "connection": connection.id, "now": now, "start": start}
    return list(session.execute(_CANDIDATES, asked).scalars())


def by_ids(session: Session, notice_ids: Sequence[int]) -> list[Notice]:
    """Those that wait, in the order of sending."""
    return list(session.exec(_BY_IDS, params={"ids": notice_ids}))


def claim(
    session: Session, connection_id: int, now: datetime, owner: str, pace: Pace, ready: Mapping[int, Finished]
) -> list[Claimed]:
    """Take at most eight of the `ready` notices, one a chat, give each a slot and mark them `sending`.

    Two senders of one connection wait for each other here, on PostgreSQL by the lock on the connection's row, on
    SQLite because a transaction begins by locking the database.
    """
    connection = session.exec(HELD_CONNECTION, params={"connection": connection_id}).one()
    start = _first_slot(connection, now)
    if start is None:
        return []
    # After a failure one message goes ahead of the others to see whether the platform answers again.
    probing = connection.retry_at is not None
    asked = {
        "connection": connection_id, "ready": list(ready), "most": 1 if probing else MOST_AT_ONCE,
        "now": now, "start": start,
    }  # fmt: skip
    found = session.execute(_READY, asked).all()
    claimed = [
        _claimed(row, connection_id, owner, start + timedelta(seconds=pace.connection) * position)
        for position, row in enumerate(found)
    ]
    if claimed:
        _keep_claims(session, claimed, ready)
        gaps = [timedelta(seconds=pace.group if row.place is ChatKind.GROUP else pace.chat) for row in found]
        session.execute(
            _SLOT, [{"chat": c.chat_id, "slot": c.slot_at + gap} for c, gap in zip(claimed, gaps, strict=True)]
        )
        after = timedelta(seconds=pace.connection) * len(found)
        connection.next_slot_at = start + (max(after, PROBE_PAUSE) if probing else after)
        session.add(connection)
    return claimed


def _claimed(row: Row[Any], connection_id: int, owner: str, slot: datetime) -> Claimed:
    return Claimed(
        id=row.id, agency_id=row.agency_id, connection_id=connection_id, chat_id=row.chat_id,
        address=row.address, kind=row.kind, part=row.parts_sent + 1, reply_to=row.reply_to,
        again=row.reason == MAYBE_ARRIVED, owner=owner, fence=row.fence + 1, slot_at=slot, until=slot + LEASE,
    )  # fmt: skip


def _keep_claims(session: Session, claimed: Sequence[Claimed], ready: Mapping[int, Finished]) -> None:
    """A text of which a part has gone stays as it is kept."""
    taken = [{"notice": c.id, "by": c.owner, "new": c.fence, "slot": c.slot_at, "end": c.until} for c in claimed]
    session.execute(_TAKEN, taken)
    begun = [(c.id, ready[c.id]) for c in claimed if c.part == 1]
    texts = [{"notice": n, "text": text.body, "duties": text.about, "rows": text.buttons} for n, text in begun]
    if texts:
        session.execute(_TEXT, texts)


def drop(session: Session, notice_ids: list[int]) -> None:
    """These no longer apply: nobody took them, and nobody will."""
    chosen = update(Notice).where(col(Notice.id).in_(notice_ids), col(Notice.state) == NoticeState.WAITING)
    changed(session, chosen.values(state=NoticeState.DROPPED))


def expire(session: Session, now: datetime) -> int:
    """End what was not sent in its time; how many."""
    over = update(Notice).where(
        literal_column("notice.state IN ('waiting','sending')"),
        col(Notice.state) == NoticeState.WAITING,
        col(Notice.expires_at) <= now,
    )
    return changed(session, over.values(state=NoticeState.EXPIRED))


def wakes_at(session: Session, connection_id: int, now: datetime, whole: bool = True) -> datetime | None:
    """When something now held back may be sent; None where nothing waits for a moment known in advance.

    Unless `whole` only the connection is asked, not what waits.
    """
    connection = session.get_one(Connection, connection_id)
    if connection.retry_at is not None and connection.retry_at > now:
        return connection.retry_at
    if connection.next_slot_at is not None and connection.next_slot_at > now + AHEAD:
        return connection.next_slot_at - AHEAD
    if not whole:
        return None
    held_back = session.exec(_HELD_BACK, params={"connection": connection_id, "now": now}).one()
    return min((moment for moment in held_back if moment is not None), default=None)


def _first_slot(connection: Connection, now: datetime) -> datetime | None:
    """The next free slot of a connection, or None while it is stopped, told to wait, or booked further ahead."""
    if connection.stopped_reason is not None or (connection.retry_at is not None and connection.retry_at > now):
        return None
    slot = max(now, connection.next_slot_at or now)
    return slot if slot <= now + AHEAD else None


def _wanted(notice: type[Notice]) -> tuple[ColumnElement[bool], ...]:
    return (
        or_(col(notice.not_before).is_(None), col(notice.not_before) <= _NOW),
        or_(col(notice.expires_at).is_(None), col(notice.expires_at) > _NOW),
    )


# What every message runs through is built once: building a statement costs more than running it.
_NOW, _START = bindparam("now", type_=UtcDateTime()), bindparam("start", type_=UtcDateTime())
# By id alone (the foreign key holds the agency): with the agency SQLite would take the index over all that was ever sent.
_THEIR_CHAT = col(Chat.id) == Notice.chat_id
_TURN = (col(Notice.priority), col(Notice.id))
# Literals, because bound values keep SQLite from using the partial index.
_WAITING: tuple[ColumnElement[bool], ...] = (
    literal_column("notice.state IN ('waiting','sending')"),
    literal_column("notice.state = 'waiting'"),
)
_EARLIER = aliased(Notice, name="earlier")
_BEFORE = or_(_EARLIER.priority < Notice.priority, and_(_EARLIER.priority == Notice.priority, _EARLIER.id < Notice.id))
_IN_THE_WAY = select(_EARLIER.id).where(
    _EARLIER.chat_id == Notice.chat_id,
    _EARLIER.id != Notice.id,
    literal_column("earlier.state IN ('waiting','sending')"),
    or_(literal_column("earlier.state = 'sending'"), and_(_BEFORE, *_wanted(_EARLIER))),
)
# A notice joined to its chat: wanted now, in a chat that is free at `start` and owes nothing earlier.
_CLAIMABLE: tuple[ColumnElement[bool], ...] = (
    *_WAITING,
    *_wanted(Notice),
    col(Chat.off_at).is_(None),
    or_(col(Chat.next_slot_at).is_(None), col(Chat.next_slot_at) <= _START),
    ~_IN_THE_WAY.exists(),
)
HELD_CONNECTION = (
    select(Connection)
    .where(Connection.id == bindparam("connection"))
    .with_for_update()
    .execution_options(populate_existing=True)
)
_OF_CONNECTION = col(Chat.connection_id) == bindparam("connection")
_NOTICE, _CHAT = METADATA.tables["notice"], METADATA.tables["chat"]
_CANDIDATES = (
    sql.select(_NOTICE.c.id)
    .join_from(_NOTICE, _CHAT, _THEIR_CHAT)
    .where(_NOTICE.c.agency_id == bindparam("agency"), _OF_CONNECTION, *_CLAIMABLE)
    .order_by(*_TURN)
    .limit(MOST_AHEAD)
)
_BY_IDS = select(Notice).where(col(Notice.id).in_(bindparam("ids", expanding=True)), *_WAITING).order_by(*_TURN)
_READY = (
    sql.select(
        *(_NOTICE.c[name] for name in ("id", "agency_id", "chat_id", "kind", "parts_sent", "reply_to", "reason", "fence")),
        _CHAT.c.address, _CHAT.c.kind.label("place"),
    )
    .join_from(_NOTICE, _CHAT, _THEIR_CHAT)
    .where(_OF_CONNECTION, col(Notice.id).in_(bindparam("ready", expanding=True)), *_CLAIMABLE)
    .order_by(*_TURN)
    .limit(bindparam("most", type_=Integer()))
    .with_for_update(skip_locked=True, of=_NOTICE)
)  # fmt: skip
_TAKEN = (
    update(_NOTICE)
    .where(_NOTICE.c.id == bindparam("notice"))
    .values(
        state=NoticeState.SENDING, owner=bindparam("by"), fence=bindparam("new"), slot_at=bindparam("slot"),
        until=bindparam("end"),
    )
)  # fmt: skip
_TEXT = (
    update(_NOTICE)
    .where(_NOTICE.c.id == bindparam("notice"))
    .values(body=bindparam("text"), about=bindparam("duties"), buttons=bindparam("rows"))
)
_SLOT = update(_CHAT).where(_CHAT.c.id == bindparam("chat")).values(next_slot_at=bindparam("slot"))
_HELD_BACK = (
    select(
        func.min(case((col(Chat.next_slot_at) > _NOW, col(Chat.next_slot_at)))),
        func.min(case((col(Notice.not_before) > _NOW, col(Notice.not_before)))),
    )
    .select_from(Notice)
    .join(Chat, _THEIR_CHAT)
    .where(_OF_CONNECTION, col(Chat.off_at).is_(None), *_WAITING)
)
