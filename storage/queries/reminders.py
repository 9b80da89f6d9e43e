"""The ledger of what was told of a duty: to whom, when, on which channel, with what outcome, and who answered."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, and_, col, or_, select

from storage.kinds import OPEN_STATES, ChannelKind, EventKind, NoticeKind, NoticeState
from storage.models.channels import Chat, Connection
from storage.models.duties import Duty
from storage.models.events import Event
from storage.models.messages import Notice
from storage.models.organisation import Membership
from storage.notice_keys import told_key, urged_key

#: Of what is told at once only the wish for a reason reminds: a refusal, a wish to decide, an undo do not.
_TOLD_BY = (NoticeKind.DIGEST, NoticeKind.WEEKLY, NoticeKind.TOLD, NoticeKind.URGED)
_LEFT = (NoticeState.SENT, NoticeState.UNKNOWN, NoticeState.FAILED)
#: Of these nobody read anything.
LOST = (NoticeState.FAILED, NoticeState.EXPIRED, NoticeState.DROPPED)


@dataclass(frozen=True)
class Reminder:
    """One message that named the duty; `answered_at`: the person's first word on it since, before the next message."""

    staff_id: int
    at: datetime
    channel: ChannelKind
    state: NoticeState
    answered_at: datetime | None = None


def reminders_of(
    session: Session, agency_id: int, duty_ids: Collection[int], staff_ids: Collection[int]
) -> list[Reminder]:
    """Messages to these people that listed one of these duties, newest first."""
    query = (
        select(Notice, Connection.channel)
        .join(Chat, and_(col(Chat.agency_id) == Notice.agency_id, col(Chat.id) == Notice.chat_id))
        .join(Connection, and_(col(Connection.agency_id) == Chat.agency_id, col(Connection.id) == Chat.connection_id))
        .where(
            Notice.agency_id == agency_id, col(Notice.staff_id).in_(staff_ids), col(Notice.kind).in_(_TOLD_BY),
            col(Notice.state).in_(_LEFT),
        )
        .order_by(col(Notice.day).desc(), col(Notice.id).desc())
    )  # fmt: skip
    wanted, urgent = set(duty_ids), _wishes_for_reasons(session, agency_id, staff_ids)
    answers = _answers(session, agency_id, duty_ids)
    found: list[Reminder] = []
    following: dict[int, datetime] = {}
    for notice, channel in session.exec(query):
        if notice.kind is NoticeKind.TOLD and notice.key not in urgent:
            continue
        staff_id, at = notice.staff_id or 0, notice.sent_at or notice.slot_at or notice.created_at
        if wanted.intersection(notice.about):
            until = following.get(staff_id)
            since = [day for day in answers.get(staff_id, ()) if at <= day and (until is None or day < until)]
            found.append(Reminder(staff_id, at, ChannelKind(channel), notice.state, min(since, default=None)))
            following[staff_id] = at
    return found


def _wishes_for_reasons(session: Session, agency_id: int, staff_ids: Collection[int]) -> set[str]:
    """Keys of the messages that ask somebody to explain."""
    query = select(Event.id).where(Event.agency_id == agency_id, Event.kind == EventKind.EXPLANATION_ASKED)
    return {told_key(event_id, who) for event_id in session.exec(query) for who in staff_ids}


def _answers(session: Session, agency_id: int, duty_ids: Collection[int]) -> dict[int, list[datetime]]:
    """When each person said something of these duties."""
    query = select(Event.for_id, Event.at).where(
        Event.agency_id == agency_id, col(Event.duty_id).in_(duty_ids), Event.kind != EventKind.ASSIGNED
    )
    found: dict[int, list[datetime]] = {}
    for staff_id, at in session.exec(query):
        found.setdefault(staff_id, []).append(at)
    return found


def may_have_been_told(session: Session, agency_id: int, unit_ids: Collection[int]) -> set[int]:
    """Everybody who was ever in these units or stands above them."""
    query = select(Membership.staff_id).where(
        Membership.agency_id == agency_id,
        or_(col(Membership.unit_id).in_(unit_ids), col(Membership.role).in_(("unit_head", "office_head", "leader"))),
    )
    return set(session.exec(query))


def urged_on(session: Session, agency_id: int, day: date, staff_ids: Collection[int]) -> dict[int, Notice]:
    """By staff id, the reminder of his work of that day which a person asked for."""
    query = select(Notice).where(
        Notice.agency_id == agency_id, Notice.kind == NoticeKind.URGED,
        col(Notice.key).in_([urged_key(staff_id, day) for staff_id in staff_ids]),
    )  # fmt: skip
    return {notice.staff_id or 0: notice for notice in session.exec(query)}


def reminders_on(session: Session, agency_id: int, day: date) -> list[Notice]:
    """What reminded somebody of his work on that day and may have been read: digests, and what a person asked for."""
    query = select(Notice).where(
        Notice.agency_id == agency_id, Notice.day == day, col(Notice.kind).in_((NoticeKind.DIGEST, NoticeKind.URGED)),
        col(Notice.state).in_((NoticeState.SENT, NoticeState.UNKNOWN)), col(Notice.staff_id).is_not(None),
    )  # fmt: skip
    return [notice for notice in session.exec(query.order_by(col(Notice.id))) if notice.about]


def still_waited_for(session: Session, agency_id: int, duty_ids: Collection[int]) -> bool:
    """True while one of these duties is open, or reported without its document."""
    query = select(Duty.id).where(
        Duty.agency_id == agency_id,
        col(Duty.id).in_(duty_ids),
        or_(col(Duty.state).in_(OPEN_STATES), col(Duty.waits_for_product)),
    )
    return session.exec(query.limit(1)).first() is not None
