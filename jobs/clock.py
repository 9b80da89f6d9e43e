"""The only place that reads the clock."""

from datetime import UTC, date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo


class Clock(Protocol):
    def now(self) -> datetime:
        """The present instant, in UTC."""


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)


class MovableClock:
    """A clock that stands still until it is moved: for the demo and for tests."""

    def __init__(self, at: datetime) -> None:
        self._at = at.astimezone(UTC)

    def now(self) -> datetime:
        return self._at

    def move(self, to: datetime) -> None:
        self._at = to.astimezone(UTC)


def office_day(now: datetime, zone: str) -> date:
    """The day it is at the office."""
    return now.astimezone(ZoneInfo(zone)).date()
