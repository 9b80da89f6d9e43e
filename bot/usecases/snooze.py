""" "Mai nhắc lại việc 14": the line is left out of the sender's mornings until then; no date moves."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from bot.understanding.intents import Slots
from bot.usecases import ledger
from bot.usecases.said import Said
from jobs.rules.spans import days_of
from storage.kinds import EventKind
from storage.models.events import Event
from storage.models.snoozes import Snooze
from storage.queries.duties import DutyLine, lines_by_ids
from storage.queries.snoozes import snoozes_of

SNOOZE = "snooze"  # in an event's `before`


@dataclass(frozen=True)
class Snoozed:
    """`capped`: he asked for a later day than the last one before the official date."""

    line: DutyLine
    until: date
    capped: bool


@dataclass(frozen=True)
class TooNear:
    """The official date is today, tomorrow or past: it is spoken of all the same."""

    line: DutyLine


@dataclass(frozen=True)
class SnoozeNotYours:
    """The sender's mornings do not speak of it."""

    line: DutyLine


@dataclass(frozen=True)
class SnoozeUntilWhen:
    """No day after today was named; `number`: a task to name in the example."""

    number: int | None = None


@dataclass(frozen=True)
class SnoozeUndone:
    line: DutyLine


def wanted_day(said: Said, slots: Slots) -> date | None:
    """The morning named; None for a time of today, or none at all."""
    day = slots.date
    n = days_of(slots.duration)
    if day is None and n is not None:
        working = slots.duration_unit == "working_day"
        day = said.calendar.add(said.day, n) if working else said.day + timedelta(days=n)
    return said.calendar.on_or_after(day) if day is not None and day > said.day else None


def snooze(session: Session, said: Said, line: DutyLine, day: date) -> Snoozed | TooNear | SnoozeNotYours:
    duty = line.duty
    if duty.recipient_id != said.who.id:
        return SnoozeNotYours(line)
    last = said.calendar.before(duty.due_on) if duty.due_on else day
    if last <= said.day:
        return TooNear(line)
    until = min(day, last)
    row = snoozes_of(session, said.agency_id, [duty.id]).get((duty.id, said.who.id))
    before = row.until if row else None
    row = row or Snooze(agency_id=said.agency_id, duty_id=duty.id, staff_id=said.who.id, until=until)
    row.until = until
    session.add(row)
    event = ledger.write(session, said, EventKind.SNOOZED, duty=duty, for_id=said.who.id)
    event.before = {SNOOZE: before.isoformat() if before else None}
    session.add(event)
    return Snoozed(line, until, until < day)


def take_back(session: Session, said: Said, event: Event) -> SnoozeUndone:
    """As it was before the event."""
    duty_id, before = event.duty_id or 0, event.before[SNOOZE]
    row = snoozes_of(session, said.agency_id, [duty_id]).get((duty_id, event.for_id))
    line = lines_by_ids(session, said.agency_id, [duty_id])[0]
    if row and before:
        row.until = date.fromisoformat(before)
        session.add(row)
    elif row:
        session.delete(row)
    ledger.take_back(session, said, event, duty=line.duty)
    return SnoozeUndone(line)
