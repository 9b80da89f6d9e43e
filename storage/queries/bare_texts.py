"""Results and titles typed without accents that nobody has mended."""

from sqlmodel import Session, and_, col, literal_column, select

from storage.kinds import NOT_CLOSED, EventKind, Origin, PartyRole
from storage.models.duties import Duty, Period, ProgressEntry
from storage.models.events import Event
from storage.models.news import NewsItem
from storage.models.plans import Task


def bare_entries(session: Session, agency_id: int) -> list[ProgressEntry]:
    """Those that stand, oldest first."""
    query = select(ProgressEntry).where(
        ProgressEntry.agency_id == agency_id,
        literal_column("progress_entry.bare"),
        col(ProgressEntry.withdrawn_at).is_(None),
    )
    return list(session.exec(query.order_by(col(ProgressEntry.id))))


def typed_tasks(session: Session, agency_id: int) -> list[tuple[Task, int]]:
    """Tasks given in chat whose work is not closed, with the unit that leads them, by number."""
    query = (
        select(Task, col(Duty.unit_id))
        .join(Period, and_(col(Period.agency_id) == Task.agency_id, col(Period.task_id) == Task.id))
        .join(Duty, and_(col(Duty.agency_id) == Period.agency_id, col(Duty.period_id) == Period.id))
        .where(
            Task.agency_id == agency_id, Task.origin == Origin.TYPED, Duty.role == PartyRole.LEAD,
            col(Duty.state).in_(NOT_CLOSED),
        )
    )  # fmt: skip
    return [(task, unit_id) for task, unit_id in session.exec(query.order_by(col(Task.number)))]


def news_of_year(session: Session, agency_id: int, year: int) -> list[NewsItem]:
    """Items handed in for the months of a year that were not withdrawn, the oldest first."""
    query = select(NewsItem).where(
        NewsItem.agency_id == agency_id,
        col(NewsItem.month).startswith(f"{year}-"),
        col(NewsItem.withdrawn_at).is_(None),
    )
    return list(session.exec(query.order_by(col(NewsItem.id))))


def titles_left_as_they_are(session: Session, agency_id: int) -> set[tuple[str, str]]:
    """Name and words of titles that somebody has said to need no accents."""
    query = select(Event).where(
        Event.agency_id == agency_id, Event.kind == EventKind.TEXT_MENDED, col(Event.undone_by_id).is_(None)
    )
    kept = [event.before["title"] for event in session.exec(query) if event.before and "title" in event.before]
    return {(each["name"], each["title"]) for each in kept}
