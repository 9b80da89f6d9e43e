"""The office's working calendar, changed by one line of the keeper, the head of office or the admin."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from bot.permissions import Right, Subject, may
from bot.understanding.intents import Slots
from bot.usecases import ledger
from bot.usecases.said import Said
from jobs.calendar import DayWanted, put_back, set_days, working_calendar
from storage.kinds import EventKind
from storage.models.events import Event
from storage.queries.agencies import all_agencies

CALENDAR = "calendar"  # in an event's `before`: ISO day → what the table said
ASK_OFF = "ask_off"
MOST_DAYS = 31
LAST_DECIDED = timedelta(days=31)  # how far back a day may still be decided: lateness that was told counts by it


@dataclass(frozen=True)
class DaysSet:
    """`moved_to`: the working day on which what was to be sent goes out now; `agencies`: share this calendar."""

    days: tuple[date, ...]
    working: bool
    moved_to: date | None
    agencies: int


@dataclass(frozen=True)
class DaysAsTheyWere:
    """They were off, or worked, already."""

    first: date
    last: date
    working: bool


@dataclass(frozen=True)
class DayUnclear:
    """No such day."""


@dataclass(frozen=True)
class TooManyDays:
    days: int


@dataclass(frozen=True)
class LongPast:
    last: date


@dataclass(frozen=True)
class CalendarNotYours:
    """Only the office sets days off for everybody; `day` may have been meant as the sender's own."""

    day: date


@dataclass(frozen=True)
class CalendarUndone:
    days: tuple[date, ...]


@dataclass(frozen=True)
class DaysOffMeant:
    """Told in passing: asked about before anything is set."""

    first: date
    last: date


CalendarResult = DaysOffMeant | DaysSet | DaysAsTheyWere | DayUnclear | TooManyDays | LongPast | CalendarNotYours


def change(session: Session, said: Said, slots: Slots) -> CalendarResult:
    """Days off or worked for everybody; what was to be sent on a day off is owed on the next working day."""
    if not may(said.who, Right.SET_CALENDAR, Subject(said.agency_id)):
        return CalendarNotYours(slots.date or said.day)
    first, mode = slots.date, slots.mode or ""
    if first is None:
        return DayUnclear()
    last = slots.until or first
    n = (last - first).days + 1
    if n > MOST_DAYS:
        return TooManyDays(n)
    if last < said.day - LAST_DECIDED:
        return LongPast(last)
    if mode == ASK_OFF:
        return DaysOffMeant(first, last)
    working = mode in ("working", "clear_off")
    wanted = [DayWanted(day, working, slots.text or "") for day in _meant(first, n, mode)]
    before = set_days(session, wanted)
    if not before:
        return DaysAsTheyWere(first, last, working)
    event = ledger.write(session, said, EventKind.CALENDAR_SET, text=slots.text or "")
    event.before = event.before | {CALENDAR: before}
    session.add(event)
    days = tuple(date.fromisoformat(day) for day in before)
    moved_to = None if working or days[-1] < said.day else working_calendar(session).next_after(days[-1])
    return DaysSet(days, working, moved_to, len(all_agencies(session)))


def _meant(first: date, n: int, mode: str) -> list[date]:
    """Taking a day off back touches no weekend, taking a worked weekend back no other day."""
    days = [first + timedelta(days=k) for k in range(n)]
    if mode == "clear_off":
        return [day for day in days if day.weekday() < 5]
    return [day for day in days if day.weekday() >= 5] if mode == "clear_working" else days


def take_back(session: Session, said: Said, event: Event) -> CalendarUndone:
    """The days are again what they were before the event."""
    before = event.before[CALENDAR]
    put_back(session, before)
    ledger.take_back(session, said, event)
    return CalendarUndone(tuple(date.fromisoformat(day) for day in before))
