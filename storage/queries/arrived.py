"""The mark of what arrived, for many messages at once; guarded by each claim's fence like every other outcome."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Integer, bindparam, case, insert
from sqlmodel import Session, col, select, update

from storage.kinds import DeliveryOutcome, NoticeState
from storage.models.base import UtcDateTime
from storage.models.organisation import Agency
from storage.models.tables import METADATA
from storage.queries.notices import Claimed


@dataclass(frozen=True)
class Arrived:
    """A part that was sent. parts: of how many."""

    claimed: Claimed
    message_id: str
    parts: int
    at: datetime


def mark_arrived(session: Session, arrived: Sequence[Arrived]) -> frozenset[int]:
    """These parts arrived; with its last one a notice is done. The ids of those whose claims were still ours.

    Notices before connections: claiming locks the other way round, but passes over notices that are locked.
    """
    sent = sorted(arrived, key=lambda one: (one.claimed.connection_id, one.claimed.id))
    held = [one for one in sent if session.execute(_ARRIVED, _arrived_values(one)).first() is not None]
    if held:
        session.execute(insert(_DELIVERY), [_delivery_values(one) for one in held])
        for connection_id, ours in groupby(held, key=lambda one: one.claimed.connection_id):
            of_connection = list(ours)
            session.execute(_COUNTED, _count_values(session, connection_id, of_connection))
    return frozenset(one.claimed.id for one in held)


def _arrived_values(one: Arrived) -> dict[str, Any]:
    claimed, done = one.claimed, one.claimed.part >= one.parts
    return {
        "notice": claimed.id, "holder": claimed.owner, "held": claimed.fence, "part": claimed.part,
        "then": NoticeState.SENT if done else NoticeState.WAITING, "arrived_at": one.at if done else None,
    }  # fmt: skip


def _delivery_values(one: Arrived) -> dict[str, Any]:
    claimed = one.claimed
    return {
        "agency_id": claimed.agency_id, "notice_id": claimed.id, "chat_id": claimed.chat_id, "part": claimed.part,
        "attempt": claimed.fence, "outcome": DeliveryOutcome.SENT, "platform_message_id": one.message_id,
        "reason": None, "at": one.at,
    }  # fmt: skip


def _count_values(session: Session, connection_id: int, arrived: Sequence[Arrived]) -> dict[str, Any]:
    last = max(one.at for one in arrived)
    zone = session.execute(_ZONE, {"agency": arrived[0].claimed.agency_id}).scalar_one()
    month = last.astimezone(ZoneInfo(zone)).strftime("%Y-%m")
    return {"connection": connection_id, "of_month": month, "n": len(arrived), "now": last}


# Every message is marked, so these are built once.
_NOTICE, _CONNECTION, _DELIVERY = (METADATA.tables[name] for name in ("notice", "connection", "delivery"))
_ARRIVED = (
    update(_NOTICE)
    .where(_NOTICE.c.id == bindparam("notice"), _NOTICE.c.state == NoticeState.SENDING)
    .where(_NOTICE.c.owner == bindparam("holder"), _NOTICE.c.fence == bindparam("held"))
    .values(
        state=bindparam("then", type_=_NOTICE.c.state.type), owner=None, until=None, reason=None, tries=0,
        parts_sent=bindparam("part"), sent_at=bindparam("arrived_at", type_=_NOTICE.c.sent_at.type),
    )
    .returning(_NOTICE.c.id)
)  # fmt: skip
_OVER = bindparam("now", type_=UtcDateTime())
_COUNTED = (
    update(_CONNECTION)
    .where(_CONNECTION.c.id == bindparam("connection"))
    .values(
        month=bindparam("of_month"),
        month_count=case((_CONNECTION.c.month == bindparam("of_month"), _CONNECTION.c.month_count), else_=0)
        + bindparam("n", type_=Integer()),
        retry_at=case((_CONNECTION.c.retry_at > _OVER, _CONNECTION.c.retry_at)),
    )
)
_ZONE = select(col(Agency.time_zone)).where(Agency.id == bindparam("agency"))
