"""News items (tin, bài) by month and unit, and how many each unit owes."""

from collections.abc import Sequence

from sqlalchemy import func
from sqlmodel import Session, col, select

from storage.kinds import EventKind
from storage.models.events import Event
from storage.models.news import NewsItem, NewsQuota


def items_of_month(session: Session, agency_id: int, month: str) -> list[NewsItem]:
    """Items handed in for a month ("2025-10") that were not withdrawn, in the order of their codes."""
    query = select(NewsItem).where(
        NewsItem.agency_id == agency_id, NewsItem.month == month, col(NewsItem.withdrawn_at).is_(None)
    )
    return list(session.exec(query.order_by(col(NewsItem.serial))))


def items_by_ids(session: Session, agency_id: int, ids: Sequence[int]) -> dict[int, NewsItem]:
    """By id, those that were not withdrawn."""
    query = select(NewsItem).where(
        NewsItem.agency_id == agency_id, col(NewsItem.id).in_(ids), col(NewsItem.withdrawn_at).is_(None)
    )
    return {item.id: item for item in session.exec(query)}


def next_serial(session: Session, agency_id: int, month: str) -> int:
    """The next free number of a month's codes; withdrawn items keep theirs."""
    query = select(func.max(col(NewsItem.serial))).where(NewsItem.agency_id == agency_id, NewsItem.month == month)
    return (session.exec(query).one() or 0) + 1


def owed_by_unit(session: Session, agency_id: int) -> dict[int, int]:
    """Unit id → items a month; of several quotas of one unit the largest, as one item serves them all."""
    query = select(NewsQuota.unit_id, func.max(col(NewsQuota.per_month))).where(NewsQuota.agency_id == agency_id)
    return {unit_id: int(n) for unit_id, n in session.exec(query.group_by(col(NewsQuota.unit_id)))}


def quotas_of(session: Session, agency_id: int, task_id: int) -> list[NewsQuota]:
    """The news items that one task asks of units."""
    query = select(NewsQuota).where(NewsQuota.agency_id == agency_id, NewsQuota.task_id == task_id)
    return list(session.exec(query))


def tasks_with_quota(session: Session, agency_id: int) -> set[int]:
    """Tasks that are counted in news items a month."""
    query = select(NewsQuota.task_id).where(NewsQuota.agency_id == agency_id, col(NewsQuota.task_id).is_not(None))
    return {task_id for task_id in session.exec(query) if task_id is not None}


def item_by_serial(session: Session, agency_id: int, month: str, serial: int) -> NewsItem | None:
    """The item a code names, also one that was withdrawn."""
    query = select(NewsItem).where(NewsItem.agency_id == agency_id, NewsItem.month == month, NewsItem.serial == serial)
    return session.exec(query).first()


def last_item_of(session: Session, agency_id: int, by_id: int) -> NewsItem | None:
    """What this person handed in last and nobody withdrew."""
    query = select(NewsItem).where(
        NewsItem.agency_id == agency_id, NewsItem.by_id == by_id, col(NewsItem.withdrawn_at).is_(None)
    )
    return session.exec(query.order_by(col(NewsItem.id).desc())).first()


def sending_of(session: Session, agency_id: int, item_id: int) -> Event | None:
    """The event by which an item was handed in."""
    query = select(Event).where(
        Event.agency_id == agency_id, Event.news_item_id == item_id, Event.kind == EventKind.NEWS_SENT
    )
    return session.exec(query.order_by(col(Event.id).desc())).first()
