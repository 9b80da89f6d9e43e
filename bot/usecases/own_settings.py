"""A person's own settings: the hour and the weekday of his morning message, quiet days, language. Nobody sets another's."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum
from typing import Any

from sqlmodel import Session

from bot.permissions import Hat, hats
from bot.understanding.intents import Slots
from bot.usecases import ledger
from bot.usecases.said import Said
from jobs.rules.own_settings import EARLIEST, FOREVER, LATEST
from jobs.rules.spans import days_of
from storage.kinds import EventKind
from storage.models.events import Event
from storage.models.organisation import Staff
from storage.queries.morning import Passed, morning_passed
from storage.queries.people import Person

SETTINGS = "settings"  # in an event's `before`
_WEEKDAYS = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4}
#: What is wished for is how everybody is written to: one message, in the morning of a working day.
_ALWAYS_SO = frozenset({"no_weekend", "working_hours", "digest", "quiet", "no_evening"})


class Changed(StrEnum):
    NOTHING = "nothing"  # asked for, or as it was
    HOUR = "hour"
    WEEKDAY = "weekday"
    OFF = "off"
    ON = "on"
    LANGUAGE = "language"
    UNDONE = "undone"


@dataclass(frozen=True)
class OwnSettings:
    """How the sender is written to now. `at`: his hour, or the office's; `until`: the last day of what is quá hạn only, None
    where there is no end to it.
    """

    changed: Changed
    at: time
    weekday: int | None
    only_late: bool
    until: date | None
    language: str
    from_day: date
    heartbeat: bool = False


@dataclass(frozen=True)
class HourOutOfRange:
    earliest: time
    latest: time
    by_day: bool = False  # a time of day, and no hour


@dataclass(frozen=True)
class AlwaysSo:
    """Nobody is written to otherwise than he wishes."""

    at: time


@dataclass(frozen=True)
class NoMorningThen:
    """A day of the week on which nobody works."""


@dataclass(frozen=True)
class OfficeDecides:
    """How many days ahead is spoken of a date is a rule of the office."""


SettingsResult = OwnSettings | HourOutOfRange | AlwaysSo | NoMorningThen | OfficeDecides


def set_time(session: Session, said: Said, slots: Slots) -> SettingsResult:
    """What was said of when to write; with nothing said, how it stands."""
    staff, mode = said.who.staff, slots.mode
    if mode in _ALWAYS_SO:
        return AlwaysSo(_hour(said.who))
    if mode in ("on", "off"):
        until = None if mode == "on" else _last_day(said.day, slots.duration)
        weekday = None if mode == "on" else staff.digest_weekday
        changed = Changed.ON if mode == "on" else Changed.OFF
        return _keep(session, said, changed, only_late_until=until, digest_weekday=weekday)
    if slots.weekday in ("SA", "SU"):
        return NoMorningThen()
    at = time.fromisoformat(slots.time) if slots.time else None
    earliest, latest = hours_for(said.who)
    fits = at is not None and earliest <= at <= latest
    if slots.weekday is not None:
        chosen = {"digest_at": _own(said.who, at)} if fits else {}
        return _keep(session, said, Changed.WEEKDAY, digest_weekday=_WEEKDAYS[slots.weekday], **chosen)
    if slots.duration:
        return OfficeDecides()
    if at is None:
        return HourOutOfRange(earliest, latest, by_day=True) if slots.part else standing(session, said)
    if not fits:
        return HourOutOfRange(earliest, latest)
    return _keep(session, said, Changed.HOUR, digest_at=_own(said.who, at))


def set_language(session: Session, said: Said, language: str | None) -> OwnSettings:
    if language is None:
        return standing(session, said)
    return _keep(session, said, Changed.LANGUAGE, language=language)


def hours_for(who: Person) -> tuple[time, time]:
    """Whose message tells how the morning went cannot have it before the morning."""
    office = who.agency.digest_at
    first = office if has_heartbeat(who) else min(EARLIEST, office)
    return first, max(LATEST, office)


def has_heartbeat(who: Person) -> bool:
    return bool(hats(who) & {Hat.KEEPER, Hat.OFFICE_HEAD})


def standing(session: Session, said: Said, changed: Changed = Changed.NOTHING) -> OwnSettings:
    staff = said.who.staff
    until = staff.only_late_until
    only_late = until is not None and said.day <= until
    return OwnSettings(
        changed, _hour(said.who), staff.digest_weekday, only_late, until if only_late and until != FOREVER else None,
        said.who.language, first_morning(session, said), has_heartbeat(said.who),
    )  # fmt: skip


def take_back(session: Session, said: Said, event: Event) -> OwnSettings:
    """Everything as it was before the event."""
    for name, value in event.before[SETTINGS].items():
        setattr(said.who.staff, name, _READ.get(name, str)(value) if value is not None else None)
    session.add(said.who.staff)
    ledger.take_back(session, said, event)
    return standing(session, said, Changed.UNDONE)


_READ: dict[str, Any] = {
    "digest_at": time.fromisoformat, "only_late_until": date.fromisoformat, "digest_weekday": int,
}  # fmt: skip


def _keep(session: Session, said: Said, changed: Changed, **columns: Any) -> OwnSettings:
    staff = said.who.staff
    before = {name: getattr(staff, name) for name in columns}
    if before != columns:
        _write(staff, columns)
        session.add(staff)
        event = ledger.write(session, said, EventKind.SETTINGS_SET, for_id=staff.id)
        event.before = {SETTINGS: {name: _plain(value) for name, value in before.items()}}
        session.add(event)
    return standing(session, said, changed)


def _write(staff: Staff, columns: dict[str, Any]) -> None:
    for name, value in columns.items():
        setattr(staff, name, value)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, time | date) else value


def _own(who: Person, at: time | None) -> time | None:
    """Who chooses the office's hour goes with the office."""
    return None if at == who.agency.digest_at else at


def _hour(who: Person) -> time:
    earliest, _latest = hours_for(who)
    return max(who.staff.digest_at or who.agency.digest_at, earliest)


def _last_day(day: date, duration: str | None) -> date:
    """ "3 ngày", today included; without a span until it is said otherwise."""
    n = days_of(duration)
    return FOREVER if n is None else day + timedelta(days=n - 1)


def first_morning(session: Session, said: Said) -> date:
    """The first morning that has not been looked at."""
    passed = morning_passed(session, said.agency_id, said.day, Passed.FIRST) is not None
    return said.calendar.next_after(said.day) if passed else said.calendar.on_or_after(said.day)
