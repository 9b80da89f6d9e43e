"""What a deadline phrase says, apart from its words. All values are frozen; days are dates in the office's zone."""

from dataclasses import dataclass, fields
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from jobs.rules.working_days import WorkingCalendar


class DeadlineKind(StrEnum):
    DATE = "date"
    PERIOD = "period"
    ONGOING = "ongoing"
    RECURRING = "recurring"
    EXTERNAL = "external"
    RELATIVE = "relative"
    UNSPECIFIED = "unspecified"
    NONE = "none"


class Frequency(StrEnum):
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    ANNUAL = "annual"


@dataclass(frozen=True)
class Recurrence:
    """A rhythm. `day` is a day of the month, "first_working" or "last_working"; without a day, the period's last day.

    `before`: the named day itself is too late ("trước ngày 15"). `next_period`: the day lies in the period after the
    one reported on. `dates`: fixed "MM-DD" of every year. `weekdays`: MO to SU. `time`: "16:30", morning, noon or
    afternoon. `window_start_day`: first day of the month on which it may be done. `count`: how many per period.
    `nth`: which of the month's days of that kind, 1 the first, -1 the last: weekdays MO with 1, "first_working" with 5.
    `interval`: every so many periods ("2 tháng/lần" is monthly with 2), counted from January; of weeks nobody says from which.
    """

    freq: Frequency
    interval: int | None = None
    count: int | None = None
    month: int | None = None
    month_in_period: int | None = None
    day: int | str | None = None
    weekdays: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    window_start_day: int | None = None
    before: bool = False
    next_period: bool = False
    workdays_only: bool = False
    time: str | None = None
    nth: int | None = None

    @property
    def has_no_first(self) -> bool:
        """ "2 tuần/lần": from which week on is not said, so that no occurrence can be dated."""
        return self.freq is Frequency.WEEKLY and bool(self.interval)

    def as_json(self) -> dict[str, Any]:
        """Only what is said; one weekday is written `weekday`, several `weekdays`."""
        said: dict[str, Any] = {"freq": self.freq.value}
        for field in fields(self)[1:]:
            value = getattr(self, field.name)
            if value:
                said[field.name] = list(value) if isinstance(value, tuple) else value
        if len(self.weekdays) == 1:
            said["weekday"] = said.pop("weekdays")[0]
        return said

    @classmethod
    def from_json(cls, said: dict[str, Any]) -> "Recurrence":
        known = {field.name for field in fields(cls)}
        values = {key: value for key, value in said.items() if key in known}
        values["freq"] = Frequency(said["freq"])
        values["dates"] = tuple(said.get("dates") or ())
        values["weekdays"] = (said["weekday"],) if said.get("weekday") else tuple(said.get("weekdays") or ())
        return cls(**values)


@dataclass(frozen=True)
class Milestone:
    due: date
    target: str


class OffsetUnit(StrEnum):
    DAY = "day"
    WORKING_DAY = "working_day"
    HOUR = "hour"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True)
class Offset:
    """So many units after an event (before it for a negative n). `event` is as written, "" where none is named."""

    n: int
    unit: OffsetUnit
    event: str

    def due_after(self, event_day: date, calendar: WorkingCalendar) -> date:
        """The event's own day is not counted (Civil Code 2015, article 147); hours are rounded up to whole days."""
        if self.unit is OffsetUnit.WORKING_DAY:
            return calendar.add(event_day, self.n)
        if self.unit is OffsetUnit.MONTH:
            return add_months(event_day, self.n)
        days = {OffsetUnit.DAY: self.n, OffsetUnit.WEEK: 7 * self.n, OffsetUnit.HOUR: -(-self.n // 24)}[self.unit]
        return event_day + timedelta(days=days)


@dataclass(frozen=True)
class Deadline:
    """One reading of a phrase. `matched` is the part it was read from, `note` a remark in Vietnamese.

    `to_confirm`: the note is a doubt that somebody has to settle. `until`: last day of a rhythm that ends.
    """

    kind: DeadlineKind
    start: date | None = None
    due: date | None = None
    recurrence: Recurrence | None = None
    milestones: tuple[Milestone, ...] = ()
    matched: str = ""
    note: str = ""
    offset: Offset | None = None
    authority: str | None = None
    until: date | None = None
    to_confirm: bool = False

    def as_json(self, *, complete: bool = False) -> dict[str, Any]:
        """The public shape of `nhacviec read-deadline`; `complete` adds what storing needs beyond it."""
        said: dict[str, Any] = {
            "kind": self.kind.value,
            "start": self.start.isoformat() if self.start else None,
            "due": self.due.isoformat() if self.due else None,
            "recurrence": self.recurrence.as_json() if self.recurrence else None,
            "milestones": [{"due": m.due.isoformat(), "target": m.target} for m in self.milestones],
            "matched": self.matched,
            "note": self.note,
        }
        if complete:
            offset = self.offset
            said["offset"] = {"n": offset.n, "unit": offset.unit.value, "event": offset.event} if offset else None
            said["authority"] = self.authority
            said["until"] = self.until.isoformat() if self.until else None
            said["to_confirm"] = self.to_confirm
        return said

    @classmethod
    def from_json(cls, said: dict[str, Any]) -> "Deadline":
        offset, recurrence = said.get("offset"), said.get("recurrence")
        milestones = (Milestone(date.fromisoformat(m["due"]), m["target"]) for m in said.get("milestones") or ())
        return cls(
            kind=DeadlineKind(said["kind"]),
            start=_day(said.get("start")),
            due=_day(said.get("due")),
            recurrence=Recurrence.from_json(recurrence) if recurrence else None,
            milestones=tuple(milestones),
            matched=said.get("matched") or "",
            note=said.get("note") or "",
            offset=Offset(offset["n"], OffsetUnit(offset["unit"]), offset["event"]) if offset else None,
            authority=said.get("authority"),
            until=_day(said.get("until")),
            to_confirm=bool(said.get("to_confirm")),
        )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def last_day(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def on_day(year: int, month: int, day: int) -> date:
    """That day of the month, or the month's last day where it is shorter."""
    return min(date(year, month, 1) + timedelta(days=day - 1), last_day(year, month))


def add_months(day: date, n: int) -> date:
    years, month = divmod(day.month - 1 + n, 12)
    return on_day(day.year + years, month + 1, day.day)
