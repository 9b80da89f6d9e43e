"""Which of a person's changes of the day a word takes back, what it would drop, and what was taken back before."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.usecases.just_said import same_message
from bot.usecases.said import Said
from bot.usecases.which_duty import of_unit
from storage.kinds import EventKind
from storage.models.events import Event
from storage.models.news import NewsItem
from storage.queries import duties as duty_queries
from storage.queries import events as event_queries
from storage.queries.duties import DutyLine
from storage.queries.rows import row_by_id

UNDOABLE = (
    EventKind.RECEIVED,
    EventKind.REPORTED,
    EventKind.RESULT,
    EventKind.NONE_AROSE,
    EventKind.ACCEPTED,
    EventKind.RETURNED,
    EventKind.REOPEN_ASKED,
    EventKind.REOPEN_REFUSED,
    EventKind.ASSIGNED,
    EventKind.GIVEN_BACK,
    EventKind.TAKE_ASKED,
    EventKind.TASK_ADDED,
    EventKind.CANCELLED,
    EventKind.NEWS_SENT,
    EventKind.NEWS_MOVED,
    EventKind.EVIDENCE_ADDED,
    EventKind.EVIDENCE_OUT,
    EventKind.TARGET_SET,
    EventKind.DUE_SET,
    EventKind.DATE_ASKED,
    EventKind.DATE_REFUSED,
    EventKind.EXPLAINED,
    EventKind.EXPLANATION_ASKED,
    EventKind.EVENT_BEGUN,
    EventKind.DRAFT_CHANGED,
    EventKind.CALENDAR_SET,
    EventKind.AWAY_SET,
    EventKind.CONTACT_SET,
    EventKind.UNIT_CHANGED,
    EventKind.TEXT_MENDED,
    EventKind.INDICATOR_READ,
    EventKind.SETTINGS_SET,
    EventKind.SNOOZED,
    EventKind.YEAR_SORTED,
    EventKind.YEAR_CLOSED,
    EventKind.WENT_LIVE,
    EventKind.JOINED,
    EventKind.JOIN_REFUSED,
    EventKind.DISCONNECTED,
)
#: What a slip may name ("duyệt nhầm"), by the intent of its act; a granted wish for time is an approval too.
_KINDS = {
    "done": (EventKind.REPORTED,),
    "approve": (EventKind.ACCEPTED,),
    "reject": (EventKind.RETURNED, EventKind.DATE_REFUSED, EventKind.REOPEN_REFUSED),
    "assign": (EventKind.ASSIGNED,),
    "remind_unit": (EventKind.URGED,),
    "extend_request": (EventKind.DATE_ASKED,),
    "ask_explanation": (EventKind.EXPLANATION_ASKED,),
}
#: One word did these to every part of a task, so that they are taken back together or not at all.
TOGETHER = (EventKind.DUE_SET, EventKind.EVENT_BEGUN)


@dataclass(frozen=True)
class Dropped:
    """One change that is, was or would be taken back: what it was, of which task or news, in which words."""

    kind: EventKind
    line: DutyLine | None = None
    news: NewsItem | None = None
    text: str = ""


@dataclass(frozen=True)
class LastDropped:
    """What the sender took back last today, and when; nothing where he took back nothing. `wanted`: he wants it again."""

    dropped: tuple[Dropped, ...] = ()
    at: datetime | None = None
    wanted: bool = False


def meant(
    session: Session, said: Said, number: int | None = None, unit: str | None = None, of_act: str | None = None
) -> list[Event]:
    """The changes of the sender's last changing message today, newest first; with a number only that task's last one.

    unit: whose part of it; of_act: of this kind of act only, whatever was recorded since.
    """
    mine = event_queries.changes_of(session, said.agency_id, said.who.id, said.day)
    mine = [event for event in mine if event.kind is not EventKind.JOINED or event.by_id != event.for_id]
    if of_act:
        mine = [event for event in mine if event.kind in _KINDS[of_act] or _granted(event, of_act)]
    if of_act == "extend_request":
        return _wishes(session, said, number, mine)
    if number is None:
        return [event for event in mine if same_message(event, mine[0])]
    ids = {x.duty.id for x in of_unit(duty_queries.lines_by_number(session, said.agency_id, number), unit)}
    return with_its_parts([event for event in mine if event.duty_id in ids and undoable(event)])


def _wishes(session: Session, said: Said, number: int | None, mine: list[Event]) -> list[Event]:
    """All that was wished for of the duty and nobody has answered, of earlier days too: one withdrawn alone would let the
    wish that it replaced wait again."""
    if number is None:
        ids = {event.duty_id for event in mine[:1] if event.duty_id}
    else:
        ids = {x.duty.id for x in duty_queries.lines_by_number(session, said.agency_id, number)}
    asked = event_queries.wishes_of(session, said.agency_id, said.who.id, ids)
    return [event for event in asked if not event_queries.acted_since(session, event)] or asked[:1]


def _granted(event: Event, of_act: str) -> bool:
    return of_act == "approve" and bool(event.before.get("granted"))


def would_drop(session: Session, said: Said, number: int | None, of_act: str | None = None) -> tuple[Dropped, ...]:
    """What `undo` would take back of this; nothing where it would only say why not."""
    chosen = [event for event in meant(session, said, number, None, of_act) if undoable(event)]
    return tuple(_dropped(session, said, event) for event in chosen)


def last_dropped(session: Session, said: Said) -> LastDropped:
    undoing, changes = event_queries.last_undoing(session, said.agency_id, said.who.id, said.day)
    return LastDropped(tuple(_dropped(session, said, each) for each in changes), undoing.at if undoing else None)


def just_dropped(session: Session, said: Said) -> LastDropped | None:
    """What he would have again by "khôi phục lại cái vừa bỏ": only where he changed nothing since."""
    undoing, changes = event_queries.last_undoing(session, said.agency_id, said.who.id, said.day)
    mine = event_queries.changes_of(session, said.agency_id, said.who.id, said.day)
    if undoing is None or (mine and mine[0].id > undoing.id):
        return None
    return LastDropped(tuple(_dropped(session, said, each) for each in changes), undoing.at, wanted=True)


def _dropped(session: Session, said: Said, event: Event) -> Dropped:
    lines = duty_queries.lines_by_ids(session, said.agency_id, [event.duty_id]) if event.duty_id else []
    news = row_by_id(session, NewsItem, said.agency_id, event.news_item_id)
    return Dropped(event.kind, lines[0] if lines else None, news, event.text)


def undoable(event: Event) -> bool:
    """A due date that a newer version of the plan printed is no person's word."""
    return event.kind in UNDOABLE and (event.kind is not EventKind.DUE_SET or "dates" in event.before)


def with_its_parts(events: list[Event]) -> list[Event]:
    """The last change, with the same change of the task's other parts."""
    if not events or events[0].kind not in TOGETHER:
        return events[:1]
    return [event for event in events if event.kind is events[0].kind and same_message(event, events[0])]
