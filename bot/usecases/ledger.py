"""The one way a use case writes its event: who typed, for whom, what the duty became, and what undo puts back."""

from datetime import date
from typing import Any

from sqlmodel import Session

from bot.usecases.said import Said
from storage.kinds import DutyState, EventKind
from storage.models.duties import Duty
from storage.models.events import Event, Telling

STANDS_FOR = "stands_for"  # in an event's `before`: the staff in whose place the sender acts
_DAYS = ("due_on", "target_on", "reported_on", "returned_on", "closed_on")
_IDS = ("person_id", "recipient_id", "decider_id", "waits_for_product")


def snapshot(duty: Duty) -> dict[str, Any]:
    """The columns a change may move, fit for JSON."""
    days = {name: day.isoformat() if (day := getattr(duty, name)) else None for name in _DAYS}
    return {"state": duty.state.value, **days, **{name: getattr(duty, name) for name in _IDS}}


def put_back(duty: Duty, before: dict[str, Any]) -> None:
    """The reverse of `snapshot`."""
    duty.state = DutyState(before["state"])
    for name in _DAYS:
        setattr(duty, name, date.fromisoformat(before[name]) if before[name] else None)
    for name in _IDS:
        setattr(duty, name, before[name])


def write(
    session: Session,
    said: Said,
    kind: EventKind,
    *,
    duty: Duty | None = None,
    before: dict[str, Any] | None = None,
    for_id: int | None = None,
    text: str = "",
    plan_id: int | None = None,
    news_item_id: int | None = None,
) -> Event:
    """Add and flush one event; the duty already is what it became. Who stands in for others that day is written down."""
    if said.who.stands_for:
        before = {**(before or {}), STANDS_FOR: sorted(said.who.stands_for)}
    event = Event(
        agency_id=said.agency_id,
        kind=kind,
        at=said.now,
        day=said.day,
        by_id=said.who.id,
        for_id=for_id or said.owner.id,
        inbox_id=said.inbox_id,
        duty_id=duty.id if duty else None,
        plan_id=plan_id,
        news_item_id=news_item_id,
        to_state=duty.state if duty else None,
        to_due_on=duty.due_on if duty else None,
        text=text,
        before=before or {},
    )
    session.add(event)
    session.flush()
    return event


def take_back(
    session: Session, said: Said, event: Event, *, duty: Duty | None = None, plan_id: int | None = None
) -> Event:
    """The event that undoes `event`, for whom that was; what it changed is put back already."""
    done = write(
        session, said, EventKind.UNDONE, duty=duty, for_id=event.for_id, plan_id=plan_id,
        news_item_id=event.news_item_id, text=event.text if event.news_item_id is not None else "",
    )  # fmt: skip
    event.undone_by_id = done.id
    session.add(event)
    return done


def tell(session: Session, event: Event, staff_id: int, *, at_once: bool = False, done: bool = False) -> None:
    """Owe a person word of an event; nobody is told of what he typed himself. `done`: a finished message exists."""
    if staff_id == event.by_id:
        return
    session.add(
        Telling(
            agency_id=event.agency_id,
            event_id=event.id,
            staff_id=staff_id,
            at_once=at_once,
            told_at=event.at if done else None,
        )
    )
