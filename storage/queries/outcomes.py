"""How a sending ended. Every mark is guarded by the claim's fence: a claim that was taken over changes nothing."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import bindparam, case, literal_column, tuple_
from sqlmodel import Session, and_, col, select, update

from storage.kinds import PLANNED_KINDS, DeliveryOutcome, NoticeKind, NoticeState, Repeats
from storage.models.channels import Chat, Connection
from storage.models.messages import Delivery, Notice
from storage.models.tables import METADATA
from storage.queries.fall_over import LONG_PAUSE, bot_failed, chat_failed
from storage.queries.notices import BEGUN, HELD_CONNECTION, MAYBE_ARRIVED, REPEATING, Claimed

REPEATED_KINDS = (*PLANNED_KINDS, NoticeKind.REPLY)
DOUBT_PAUSE = timedelta(seconds=15)
QUICK_TRIES = 3
LONGEST_PAUSE = timedelta(hours=1)
FIRST_PAUSE = timedelta(seconds=15)


def mark_later(session: Session, claimed: Claimed, seconds: float, why: str, now: datetime) -> bool:
    """Certainly not delivered; the whole connection waits, a notice that failed often waits longer."""
    connection, notice = _held(session, claimed)
    if notice is None:
        return False
    _let_go(notice)
    notice.tries += 1
    pause = timedelta(seconds=seconds)
    _hold(connection, now + pause)
    if notice.tries > QUICK_TRIES:
        pause = max(pause, min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** min(notice.tries - QUICK_TRIES, 10)))
    notice.not_before = now + pause
    _record(session, claimed, DeliveryOutcome.LATER, now, reason=why)
    if timedelta(seconds=seconds) >= LONG_PAUSE:
        bot_failed(session, connection.agency_id, connection.id, now)
    return True


def begin(session: Session, claims: Sequence[Claimed]) -> set[int]:
    """Kept just before they leave: of a process that was killed only these may have arrived. Ids of those still ours."""
    asked = {"ids": [c.id for c in claims], "claims": [(c.id, c.fence, c.owner) for c in claims]}
    return set(session.execute(_BEGUN, asked).scalars())


def hold_back(session: Session, connection_id: int, until: datetime) -> bool:
    """Nothing leaves by this connection before then, from whatever process."""
    rows = select(Connection).where(Connection.id == connection_id).with_for_update()
    _hold(session.exec(rows.execution_options(populate_existing=True)).one(), until)
    return True


def release(session: Session, claimed: Claimed) -> bool:
    """Nothing was sent: the notice waits again, as if it had not been claimed."""
    _, notice = _held(session, claimed)
    if notice is not None:
        _let_go(notice)
    return notice is not None


def mark_doubtful(session: Session, claimed: Claimed, why: str, now: datetime) -> bool:
    """It may have arrived: what this bot repeats waits once more, for a mark on top; the rest is left unknown."""
    connection, notice = _held(session, claimed)
    if notice is None:
        return False
    _hold(connection, now + DOUBT_PAUSE)
    _record(session, claimed, DeliveryOutcome.DOUBTFUL, now, reason=why)
    _repeat_or_leave(notice, connection.repeats)
    return True


def mark_refused(session: Session, claimed: Claimed, scope: str, reason: str, now: datetime) -> bool:
    """Never to be delivered. scope: "message" ends this notice; "chat" switches the chat off, and what waits for it
    goes to the person's next chat or fails; "connection" stops the bot, and what waits stays for when it is mended, but for
    those who have another bot.
    """
    connection, notice = _held(session, claimed)
    if notice is None:
        return False
    _let_go(notice)
    _record(session, claimed, DeliveryOutcome.REFUSED, now, reason=reason)
    if scope == "connection":
        connection.stopped_reason = reason
        bot_failed(session, connection.agency_id, connection.id, now)
    elif scope == "chat":
        chat_failed(session, claimed.chat_id, reason, now)
    else:
        _fail(notice, reason)
    return True


def mark_moved(session: Session, claimed: Claimed, new_address: str) -> bool:
    """The chat has a new address; the notice goes there at once."""
    _, notice = _held(session, claimed)
    if notice is None:
        return False
    _let_go(notice)
    chat = session.exec(select(Chat).where(Chat.id == claimed.chat_id).with_for_update()).one()
    there = select(Chat).where(Chat.connection_id == claimed.connection_id, Chat.address == new_address)
    known = session.exec(there).first()
    if known is None:
        chat.address = new_address
        chat.next_slot_at = None
        return True
    chat.off_at, chat.off_reason = notice.slot_at, "moved"
    for waiting in _waiting_for(session, claimed):
        waiting.chat_id = known.id
    return True


def count_broken(session: Session, notice_id: int, most: int, now: datetime) -> bool:
    """A notice whose text could not be made waits; after `most` tries it has failed. True when that ended it."""
    rows = select(Notice).where(Notice.id == notice_id, Notice.state == NoticeState.WAITING).with_for_update()
    notice = session.exec(rows).first()
    if notice is None:
        return False
    notice.tries += 1
    notice.not_before = now + FIRST_PAUSE * notice.tries
    if notice.tries >= most:
        _fail(notice, "rendering")
    return notice.state is NoticeState.FAILED


def rescue(session: Session, now: datetime) -> int:
    """Claims whose time is over, because their process died or froze. What had begun to leave may have arrived, the
    rest waits again. How many.
    """
    rows = (
        select(Notice, col(Connection.repeats))
        .join(Chat, and_(col(Chat.agency_id) == Notice.agency_id, col(Chat.id) == Notice.chat_id))
        .join(Connection, and_(col(Connection.agency_id) == Chat.agency_id, col(Connection.id) == Chat.connection_id))
        .where(literal_column("notice.state IN ('waiting','sending')"))
        .where(Notice.state == NoticeState.SENDING, col(Notice.until) <= now)
        .with_for_update(skip_locked=True, of=Notice)
    )
    stuck = list(session.exec(rows))
    for notice, repeats in stuck:
        assert notice.chat_id is not None, "only notices with a chat are claimed"
        if notice.reason not in (BEGUN, REPEATING):
            _let_go(notice)
            continue
        session.add(
            Delivery(
                agency_id=notice.agency_id, notice_id=notice.id, chat_id=notice.chat_id, part=notice.parts_sent + 1,
                attempt=notice.fence, outcome=DeliveryOutcome.DOUBTFUL, reason="lease over", at=now,
            )
        )  # fmt: skip
        _repeat_or_leave(notice, repeats)
    return len(stuck)


def _held(session: Session, claimed: Claimed) -> tuple[Connection, Notice | None]:
    """The connection, then the notice if the claim still holds it; locked in the order that claiming locks them."""
    connection = session.exec(HELD_CONNECTION, params={"connection": claimed.connection_id}).one()
    held = {"agency": claimed.agency_id, "notice": claimed.id, "owner": claimed.owner, "fence": claimed.fence}
    return connection, session.exec(_HELD_NOTICE, params=held).first()


# Built once: building a statement costs more than running it.
_NOTICE = METADATA.tables["notice"]
_BEGUN = (
    update(_NOTICE)
    .where(
        # By the ids they are found; rows of several columns SQLite would compare with all there are.
        _NOTICE.c.id.in_(bindparam("ids", expanding=True)),
        tuple_(_NOTICE.c.id, _NOTICE.c.fence, _NOTICE.c.owner).in_(bindparam("claims", expanding=True)),
        _NOTICE.c.state == NoticeState.SENDING,
    )
    .values(reason=case((_NOTICE.c.reason.in_((MAYBE_ARRIVED, REPEATING)), REPEATING), else_=BEGUN))
    .returning(_NOTICE.c.id)
)
_HELD_NOTICE = (
    select(Notice)
    .where(Notice.agency_id == bindparam("agency"), Notice.id == bindparam("notice"))
    .where(Notice.state == NoticeState.SENDING)
    .where(Notice.owner == bindparam("owner"), Notice.fence == bindparam("fence"))
    .with_for_update()
    .execution_options(populate_existing=True)
)


def _let_go(notice: Notice) -> None:
    notice.state = NoticeState.WAITING
    notice.owner = None
    notice.until = None
    if notice.reason in (BEGUN, REPEATING):
        notice.reason = MAYBE_ARRIVED if notice.reason == REPEATING else None


def _fail(notice: Notice, reason: str) -> None:
    notice.state = NoticeState.FAILED
    notice.reason = reason


def _repeat_or_leave(notice: Notice, repeats: Repeats) -> None:
    wanted = repeats is Repeats.EVERYTHING or (repeats is Repeats.USUAL and notice.kind in REPEATED_KINDS)
    once_more = wanted and notice.reason != REPEATING
    _let_go(notice)
    notice.reason = MAYBE_ARRIVED
    if not once_more:
        notice.state = NoticeState.UNKNOWN


def _hold(connection: Connection, until: datetime) -> None:
    connection.retry_at = max(connection.retry_at or until, until)


def _record(session: Session, claimed: Claimed, outcome: DeliveryOutcome, now: datetime, reason: str) -> None:
    session.add(
        Delivery(
            agency_id=claimed.agency_id, notice_id=claimed.id, chat_id=claimed.chat_id, part=claimed.part,
            attempt=claimed.fence, outcome=outcome, reason=reason, at=now,
        )
    )  # fmt: skip


def _waiting_for(session: Session, claimed: Claimed) -> list[Notice]:
    rows = select(Notice).where(Notice.agency_id == claimed.agency_id, Notice.chat_id == claimed.chat_id)
    return list(session.exec(rows.where(Notice.state == NoticeState.WAITING)))
