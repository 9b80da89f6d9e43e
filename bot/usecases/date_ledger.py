"""How a move of a date is written down: the duty, its `DateChange`, the event; and how undo puts all three back."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlmodel import Session

from bot.usecases import ledger
from bot.usecases.said import Said
from jobs.rules.periods import is_taken_back, taken_back
from storage.kinds import DateKind, DateOutcome, EventKind
from storage.models.duties import DateChange, Duty, Period
from storage.models.events import Event
from storage.queries.dates import moves_by_id, moves_of
from storage.queries.rows import row_by_id

SET_BY = {DateKind.DUE: EventKind.DUE_SET, DateKind.TARGET: EventKind.TARGET_SET}
Kept = dict[str, Any]


def new(
    session: Session, said: Said, duty: Duty, which: DateKind, to: date | None, outcome: DateOutcome, *,
    reason: str = "", asked_by_id: int | None = None, decider_id: int | None = None, decided_by_id: int | None = None,
) -> DateChange:  # fmt: skip
    """A move that begins now, from the duty's present date; flushed."""
    change = DateChange(
        agency_id=said.agency_id, duty_id=duty.id, which=which,
        from_on=duty.due_on if which is DateKind.DUE else duty.target_on, to_on=to, reason=reason,
        asked_by_id=asked_by_id, decider_id=decider_id, decided_by_id=decided_by_id, outcome=outcome, at=said.now,
    )  # fmt: skip
    session.add(change)
    session.flush()
    return change


def set_date(
    session: Session, said: Said, duty: Duty, which: DateKind, to: date | None, *, reason: str = "",
    change: DateChange | None = None,
) -> tuple[DateChange, Event, date | None]:  # fmt: skip
    """Move the duty's date; an internal date never lies past the official one, so it may have to follow.

    `change`: the wish that is granted by it; without one it is an order. Gives the new internal date where it followed.
    """
    before, dates = ledger.snapshot(duty), kept(change) if change else {}
    granted = change is not None
    if change is None:
        dates = replace_open(session, moves_of(session, said.agency_id, duty.id), which)
        change = new(session, said, duty, which, to, DateOutcome.ORDERED, reason=reason, decided_by_id=said.who.id)
        dates |= fresh(change)
    else:
        change.outcome, change.decided_by_id = DateOutcome.GRANTED, said.who.id
        change.asked_for = change.to_on if to != change.to_on else None
        change.to_on = to
        session.add(change)
    followed = None
    if which is DateKind.TARGET:
        duty.target_on = to
    elif to and duty.target_on and duty.target_on > to:
        follows = new(session, said, duty, DateKind.TARGET, to, DateOutcome.ORDERED, decided_by_id=said.who.id)
        dates |= fresh(follows)
        duty.target_on = followed = to
    if which is DateKind.DUE:
        duty.due_on = to
    session.add(duty)
    event = ledger.write(
        session, said, SET_BY[which], duty=duty, for_id=change.asked_by_id or duty.recipient_id,
        before={"duty": before, "dates": dates, "granted": granted},
    )  # fmt: skip
    return change, event, followed


def replace_open(session: Session, moves: Iterable[DateChange], which: DateKind | None = None) -> Kept:
    """A new wish, or an order for the same date, takes the place of a wish that waits; for `Event.before`."""
    before: Kept = {}
    for older in moves:
        if older.outcome is DateOutcome.WAITING and which in (None, older.which):
            before |= kept(older)
            older.outcome = DateOutcome.REPLACED
            session.add(older)
    session.flush()
    return before


def fresh(change: DateChange) -> Kept:
    """For `Event.before`: undo withdraws this move."""
    return {str(change.id): None}


def kept(change: DateChange) -> Kept:
    """For `Event.before`: undo puts this move back to how it is now."""
    return {
        str(change.id): {
            "outcome": change.outcome.value, "to_on": change.to_on.isoformat() if change.to_on else None,
            "decided_by_id": change.decided_by_id, "answer": change.answer,
        }
    }  # fmt: skip


def put_back(session: Session, event: Event) -> None:
    """What an event did to moves of dates, and the period it opened, taken back; its key is free again."""
    dates = event.before.get("dates", {})
    moves = moves_by_id(session, event.agency_id, [int(number) for number in dates])
    # The new wish goes first: a duty has one open wish at most.
    for change in sorted(moves, key=lambda c: dates[str(c.id)] is not None):
        was = dates[str(change.id)]
        if was is None:
            change.outcome = DateOutcome.WITHDRAWN
        else:
            change.outcome, change.decided_by_id = DateOutcome(was["outcome"]), was["decided_by_id"]
            change.to_on = date.fromisoformat(was["to_on"]) if was["to_on"] else None
            change.answer, change.asked_for = was["answer"], None
        session.add(change)
        session.flush()
    period = row_by_id(session, Period, event.agency_id, event.before.get("opened"))
    if period is not None and not is_taken_back(period.key):
        period.key = taken_back(period.key, period.id)
        session.add(period)
