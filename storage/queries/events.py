"""The ledger: the last report of a duty, a person's changes of a day, who acted after whom."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import bindparam, func
from sqlmodel import Session, and_, col, or_, select

from storage.kinds import BY_THE_CLOCK, DutyState, EventKind
from storage.models.duties import Duty, Evidence, ProgressEntry
from storage.models.events import Event, Telling
from storage.models.news import NewsItem

#: Who asks, gives back, puts accents in or moves a unit changes nothing of the work itself.
_OF_THE_WORK_NOTHING = (
    EventKind.UNDONE,
    EventKind.EXPLANATION_ASKED,
    EventKind.GIVEN_BACK,
    EventKind.TAKE_ASKED,
    EventKind.UNIT_CHANGED,
    EventKind.TEXT_MENDED,
)


def last_report(session: Session, agency_id: int, duty_id: int) -> Event | None:
    """The report that stands, where there is one."""
    return last_of_kind(session, agency_id, duty_id, EventKind.REPORTED)


def last_acceptance(session: Session, agency_id: int, duty_id: int) -> Event | None:
    """The acceptance that stands, where there is one."""
    return last_of_kind(session, agency_id, duty_id, EventKind.ACCEPTED)


def last_return(session: Session, agency_id: int, duty_id: int) -> Event | None:
    """The last time a report was returned, where that stands."""
    return last_of_kind(session, agency_id, duty_id, EventKind.RETURNED)


def last_of_kind(session: Session, agency_id: int, duty_id: int, kind: EventKind) -> Event | None:
    """The last such event of a duty that stands."""
    query = select(Event).where(
        Event.agency_id == agency_id, Event.duty_id == duty_id, Event.kind == kind, col(Event.undone_by_id).is_(None)
    )
    return session.exec(query.order_by(col(Event.id).desc())).first()


def asked_by(
    session: Session, agency_id: int, duty_id: int, by_id: int, kind: EventKind, since: date
) -> bool:  # fmt: skip
    """Whether this person has given the duty back, or wished for it, since that day and not taken that back."""
    query = select(Event.id).where(
        Event.agency_id == agency_id, Event.duty_id == duty_id, Event.by_id == by_id, Event.day >= since,
        Event.kind == kind, col(Event.undone_by_id).is_(None),
    )  # fmt: skip
    return session.exec(query).first() is not None


def reopenings_asked(session: Session, agency_id: int) -> list[Event]:
    """Wishes to have an accepted report back that nobody has answered, oldest first."""
    query = (
        select(Event)
        .join(Duty, and_(col(Duty.agency_id) == Event.agency_id, col(Duty.id) == Event.duty_id))
        .where(
            Event.agency_id == agency_id, Event.kind == EventKind.REOPEN_ASKED, col(Event.undone_by_id).is_(None),
            Duty.state == DutyState.ACCEPTED,
        )
    )  # fmt: skip
    return list(session.exec(query.order_by(col(Event.id))))


def wishes_of(session: Session, agency_id: int, staff_id: int, duty_ids: Collection[int]) -> list[Event]:
    """The wishes for time that stand of these duties, made by this person or for him, newest first."""
    query = select(Event).where(
        Event.agency_id == agency_id, Event.kind == EventKind.DATE_ASKED, col(Event.duty_id).in_(duty_ids),
        col(Event.undone_by_id).is_(None), or_(Event.by_id == staff_id, Event.for_id == staff_id),
    )  # fmt: skip
    return list(session.exec(query.order_by(col(Event.id).desc())))


def changes_of(session: Session, agency_id: int, by_id: int, day: date) -> list[Event]:
    """What a person changed on a day and has not taken back, newest first."""
    query = select(Event).where(
        Event.agency_id == agency_id,
        Event.by_id == by_id,
        Event.day == day,
        col(Event.kind).not_in((EventKind.UNDONE, *BY_THE_CLOCK)),
        col(Event.undone_by_id).is_(None),
    )
    return list(session.exec(query.order_by(col(Event.id).desc())))


def standing_of_day(session: Session, agency_id: int, day: date, kinds: Collection[EventKind]) -> list[Event]:
    """All that was told of these kinds on a day and not taken back, oldest first."""
    query = select(Event).where(
        Event.agency_id == agency_id,
        Event.day == day,
        col(Event.kind).in_(kinds),
        col(Event.undone_by_id).is_(None),
    )
    return list(session.exec(query.order_by(col(Event.id))))


def last_change_of(session: Session, agency_id: int, by_id: int) -> Event | None:
    """The newest change a person has made and not taken back, of any day."""
    query = select(Event).where(
        Event.agency_id == agency_id,
        Event.by_id == by_id,
        col(Event.kind).not_in((EventKind.UNDONE, EventKind.JOINED, *BY_THE_CLOCK)),
        col(Event.undone_by_id).is_(None),
    )
    return session.exec(query.order_by(col(Event.id).desc())).first()


def done_by_others(
    session: Session, agency_id: int, duty_ids: Collection[int], staff_id: int, day: date
) -> Event | None:
    """The newest standing change of a day to one of these duties by anybody but this person."""
    query = select(Event).where(
        Event.agency_id == agency_id,
        Event.day == day,
        Event.by_id != staff_id,
        col(Event.duty_id).in_(duty_ids),
        col(Event.undone_by_id).is_(None),
        col(Event.kind).not_in((EventKind.UNDONE, *BY_THE_CLOCK)),
    )
    return session.exec(query.order_by(col(Event.id).desc()).limit(1)).first()


def acted_since(session: Session, event: Event) -> Event | None:
    """The first standing event by somebody else on the same duty after this one."""
    query = select(Event).where(
        Event.agency_id == event.agency_id,
        Event.duty_id == event.duty_id,
        Event.id > event.id,
        Event.by_id != event.by_id,
        col(Event.kind).not_in(_OF_THE_WORK_NOTHING),
        col(Event.undone_by_id).is_(None),
    )
    return session.exec(query.order_by(col(Event.id))).first()


def days_explained(session: Session, agency_id: int, duty_ids: Collection[int]) -> dict[int, list[date]]:
    """The days of explanations that stand, by duty, of these duties."""
    days: dict[int, list[date]] = {}
    for duty_id, day in session.exec(_EXPLAINED, params={"agency": agency_id, "duties": list(duty_ids)}):
        if duty_id is not None:
            days.setdefault(duty_id, []).append(day)
    return days


def tellings_of(session: Session, agency_id: int, event_ids: Sequence[int]) -> list[Telling]:
    query = select(Telling).where(Telling.agency_id == agency_id, col(Telling.event_id).in_(event_ids))
    return list(session.exec(query))


def kept_by(session: Session, event: Event) -> list[ProgressEntry | Evidence | NewsItem]:
    """What an event put down beside the duty's own columns: answers, evidence, a news item."""
    agency_id, before = event.agency_id, event.before
    entries = select(ProgressEntry).where(
        ProgressEntry.agency_id == agency_id, col(ProgressEntry.id).in_(before.get("entries", []))
    )
    evidence = select(Evidence).where(Evidence.agency_id == agency_id, col(Evidence.id).in_(before.get("evidence", [])))
    news = select(NewsItem).where(NewsItem.agency_id == agency_id, NewsItem.id == event.news_item_id)
    return [*session.exec(entries), *session.exec(evidence), *session.exec(news)]


def set_aside_by(session: Session, event: Event) -> list[ProgressEntry | Evidence]:
    """The answers and documents that an event took out because its own stand in for them."""
    ids, documents = event.before.get("set_aside", []), event.before.get("set_aside_evidence", [])
    if not (ids or documents):
        return []
    entries = select(ProgressEntry).where(ProgressEntry.agency_id == event.agency_id, col(ProgressEntry.id).in_(ids))
    evidence = select(Evidence).where(Evidence.agency_id == event.agency_id, col(Evidence.id).in_(documents))
    return [*session.exec(entries), *session.exec(evidence)]


def results_of_message(session: Session, agency_id: int, inbox_id: int) -> list[Event]:
    """The results a message gave that stand."""
    query = select(Event).where(
        Event.agency_id == agency_id,
        Event.inbox_id == inbox_id,
        Event.kind == EventKind.RESULT,
        col(Event.undone_by_id).is_(None),
    )
    return list(session.exec(query))


def changed_by_message(session: Session, agency_id: int, inbox_id: int) -> bool:
    """Whether a message changed anything."""
    query = select(Event.id).where(Event.agency_id == agency_id, Event.inbox_id == inbox_id)
    return session.exec(query).first() is not None


def undone_by_message(session: Session, agency_id: int, inbox_id: int | None) -> set[int | None]:
    """The duties of which a message took something back."""
    query = select(Event.duty_id).where(
        Event.agency_id == agency_id, Event.inbox_id == inbox_id, Event.kind == EventKind.UNDONE
    )
    return set(session.exec(query)) if inbox_id else set()


def last_undoing(session: Session, agency_id: int, by_id: int, day: date) -> tuple[Event | None, list[Event]]:
    """The last undoing a person did on a day, and the changes that its message took back."""
    query = select(Event).where(
        Event.agency_id == agency_id, Event.by_id == by_id, Event.day == day, Event.kind == EventKind.UNDONE
    )
    undoings = list(session.exec(query.order_by(col(Event.id).desc())))
    if not undoings:
        return None, []
    ids = [each.id for each in undoings if each.inbox_id == undoings[0].inbox_id]
    changes = select(Event).where(Event.agency_id == agency_id, col(Event.undone_by_id).in_(ids))
    return undoings[0], list(session.exec(changes.order_by(col(Event.id))))


def last_event(session: Session, agency_id: int) -> int | None:
    """The id of what was written down last, None where nothing was."""
    return session.exec(_LAST, params={"agency": agency_id}).one()


_LAST = select(func.max(Event.id)).where(Event.agency_id == bindparam("agency"))
_EXPLAINED = select(col(Event.duty_id), col(Event.day)).where(
    Event.agency_id == bindparam("agency"),
    col(Event.duty_id).in_(bindparam("duties", expanding=True)),
    Event.kind == EventKind.EXPLAINED,
    col(Event.undone_by_id).is_(None),
)
