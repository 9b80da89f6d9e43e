"""What a person may choose of his mornings: the hour, one day of the week, only what is quá hạn."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from jobs.rules.items import Item
from jobs.rules.working_days import WorkingCalendar

EARLIEST, LATEST = time(6, 30), time(10, 0)
FOREVER = date(9999, 12, 31)


@dataclass(frozen=True)
class Choice:
    """`weekday`: Monday 0. `only_late_until`: the last day on which he hears of what is quá hạn only."""

    weekday: int | None = None
    only_late_until: date | None = None


def moment(day: date, at: time, zone: str) -> datetime:
    """An office hour as an instant."""
    return datetime.combine(day, at, ZoneInfo(zone)).astimezone(UTC)


def held_until(day: date, office_at: time, own_at: time | None, zone: str, now: datetime) -> datetime | None:
    """Until when a morning message waits; None where its hour has come."""
    hour = moment(day, own_at or office_at, zone)
    return hour if hour > now else None


def hears_of_late_only(choice: Choice, day: date, calendar: WorkingCalendar) -> bool:
    """True on days without early steps and check-ins. A weekday that is off counts for the next working day."""
    if choice.only_late_until is not None and day <= choice.only_late_until:
        return True
    if choice.weekday is None:
        return False
    gap = (day - calendar.before(day)).days
    return choice.weekday not in {(day - timedelta(days=n)).weekday() for n in range(gap)}


def late_only(items: Iterable[Item], day: date) -> list[Item]:
    """Past the official date: nobody can have himself not reminded of these."""
    return [item for item in items if item.open and item.due_on is not None and item.due_on < day]
