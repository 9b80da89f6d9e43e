"""What the morning messages need beside duties: who was served when, changes to tell, news counts."""

from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BindParameter, Date, bindparam, func, literal_column
from sqlmodel import Session, and_, col, or_, select

from storage.kinds import MORNING_KINDS, PLANNED_KINDS, NoticeKind, NoticeState
from storage.models.base import UtcDateTime
from storage.models.events import Event, Telling
from storage.models.messages import Notice
from storage.models.news import NewsItem, NewsQuota
from storage.models.organisation import Agency
from storage.queries.rows import insert_new

FOREVER = datetime(9000, 1, 1, tzinfo=UTC)
SERVED = (NoticeState.SENT, NoticeState.UNKNOWN)  # a doubtful one may have been read


def served_days(
    session: Session, agency_id: int, before: date, of: Collection[int] | None = None, *, trial: bool
) -> dict[int, date]:
    """By staff id (all, or of these), the last day before `before` on which a digest or weekly message went out; with
    `trial` also one that the keeper read in the person's place.
    """
    asked: dict[str, Any] = {"agency": agency_id, "before": before, "kinds": MORNING_KINDS if trial else PLANNED_KINDS}
    rows = session.exec(_SERVED, params=asked) if of is None else session.exec(_SERVED_OF, params={**asked, "of": of})
    return {staff_id: day for staff_id, day in rows if staff_id is not None}


def planned_of_day(session: Session, agency_id: int, day: date) -> list[Notice]:
    """Digests and weekly messages of one day, those of a trial too."""
    query = select(Notice).where(
        Notice.agency_id == agency_id,
        Notice.day == day,
        col(Notice.kind).in_(MORNING_KINDS),
        col(Notice.staff_id).is_not(None),
    )
    return list(session.exec(query.order_by(col(Notice.id))))


def is_undecided(session: Session, agency_id: int, day: date, priority: int, now: datetime) -> bool:
    """True while a digest or weekly message of that day that goes before `priority` still waits for its outcome, and not
    for an hour that somebody has chosen.
    """
    query = select(Notice.id).where(
        literal_column("notice.state IN ('waiting','sending')"),
        Notice.agency_id == agency_id,
        Notice.day == day,
        Notice.priority < priority,
        or_(col(Notice.not_before).is_(None), col(Notice.not_before) <= now),
        col(Notice.kind).in_(MORNING_KINDS),
        col(Notice.staff_id).is_not(None),
    )
    return session.exec(query.limit(1)).first() is not None


def untold(
    session: Session, agency_id: int, until: datetime | None = None, of: Collection[int] | None = None
) -> list[tuple[Telling, Event]]:
    """Changes that wait for somebody's (or one of these people's) next digest, oldest first; undone ones are left out."""
    if of is not None:
        return list(session.exec(_UNTOLD_OF, params={"agency": agency_id, "of": of, "until": until or FOREVER}))
    return list(session.exec(_UNTOLD, params={"agency": agency_id, "until": until or FOREVER}))


def settle_told(session: Session, agency_id: int) -> int:
    """Mark as told what a digest held that has gone out since; how many."""
    waiting = untold(session, agency_id)
    sent = (
        select(Notice.staff_id, func.max(Notice.created_at), func.max(Notice.sent_at))
        .where(
            Notice.agency_id == agency_id,
            col(Notice.staff_id).in_({telling.staff_id for telling, _ in waiting}),
            Notice.kind == NoticeKind.DIGEST,
            Notice.state == NoticeState.SENT,
            col(Notice.sent_at).is_not(None),
        )
        .group_by(col(Notice.staff_id))
    )
    last = {staff_id: (held, sent_at) for staff_id, held, sent_at in session.exec(sent)} if waiting else {}
    settled = 0
    for telling, event in waiting:
        held_until, sent_at = last.get(telling.staff_id, (None, None))
        if held_until is not None and event.at <= held_until:
            telling.told_at = sent_at
            session.add(telling)
            settled += 1
    return settled


def quotas(session: Session, agency_id: int) -> list[NewsQuota]:
    return list(session.exec(_QUOTAS, params={"agency": agency_id}))


def news_counts(session: Session, agency_id: int, months: Iterable[str]) -> dict[tuple[str, int], int]:
    """Items that stand, by month and unit id."""
    query = (
        select(NewsItem.month, NewsItem.unit_id, func.count())
        .where(
            NewsItem.agency_id == agency_id, col(NewsItem.month).in_(list(months)), col(NewsItem.withdrawn_at).is_(None)
        )
        .group_by(NewsItem.month, col(NewsItem.unit_id))
    )
    return {(month, unit_id): count for month, unit_id, count in session.exec(query)}


class Passed(StrEnum):
    """The two looks at a morning."""

    FIRST = "first"
    LAST = "last"


def morning_passed(session: Session, agency_id: int, day: date, which: Passed) -> datetime | None:
    """When this morning was looked at, None while it was not; kept as a notice that nobody gets."""
    mark = morning_mark(session, agency_id, day, which)
    return mark.created_at if mark else None


def morning_mark(session: Session, agency_id: int, day: date, which: Passed) -> Notice | None:
    query = select(Notice).where(Notice.agency_id == agency_id, Notice.key == morning_key(day, which.value))
    return session.exec(query).first()


def trial_on(session: Session, agency: Agency, day: date, at: datetime) -> bool:
    """Whether a morning is one of the office's trial: it is what it was when it was first looked at, else what it is `at`."""
    if agency.trial_since is None:
        return False
    return agency.on_trial(morning_passed(session, agency.id, day, Passed.FIRST) or at)


def pass_morning(
    session: Session, agency_id: int, day: date, which: Passed, now: datetime, reason: str = "morning"
) -> bool:
    """Mark a morning as looked at; false when another process did so first."""
    mark = Notice(
        agency_id=agency_id, key=morning_key(day, which.value), kind=NoticeKind.DIGEST, day=day,
        state=NoticeState.DROPPED, reason=reason, created_at=now,
    )  # fmt: skip
    return insert_new(session, mark, ("agency_id", "key")) is not None


def morning_key(day: date, which: str) -> str:
    return f"morning/{day.isoformat()}/{which}"


# Every batch of digests asks these, so they are built once.
_AGENCY: BindParameter[int] = bindparam("agency")
_OF: BindParameter[int] = bindparam("of", expanding=True)
_SERVED = (
    select(Notice.staff_id, func.max(Notice.day))
    .where(
        Notice.agency_id == _AGENCY,
        col(Notice.kind).in_(bindparam("kinds", expanding=True)),
        col(Notice.state).in_(SERVED),
        Notice.day < bindparam("before", type_=Date()),
        col(Notice.staff_id).is_not(None),
    )
    .group_by(col(Notice.staff_id))
)
_SERVED_OF = _SERVED.where(col(Notice.staff_id).in_(_OF))
_UNTOLD = (
    select(Telling, Event)
    .join(Event, and_(col(Event.agency_id) == Telling.agency_id, col(Event.id) == Telling.event_id))
    .where(
        Telling.agency_id == _AGENCY,
        col(Telling.told_at).is_(None),
        literal_column("telling.at_once").is_(False),
        col(Event.undone_by_id).is_(None),
        Event.at <= bindparam("until", type_=UtcDateTime()),
    )
    .order_by(col(Event.at), col(Event.id))
)
_UNTOLD_OF = _UNTOLD.where(col(Telling.staff_id).in_(_OF))
_QUOTAS = select(NewsQuota).where(NewsQuota.agency_id == _AGENCY).order_by(col(NewsQuota.id))
