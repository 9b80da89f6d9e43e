"""Days off and swapped working days (editable), and when each tick last ran. Both stand above the agencies."""

from datetime import date, datetime

from sqlmodel import Field, SQLModel

from storage.kinds import DayKind
from storage.models.base import UtcDateTime, words


class Holiday(SQLModel, table=True):
    """A weekday off, or a weekend day worked; filled by `nhacviec migrate`, changed by the office."""

    day: date = Field(primary_key=True)
    kind: DayKind = Field(sa_type=words(DayKind))
    note: str = ""


class Tick(SQLModel, table=True):
    """The last run of one tick; the row is what a watcher reads."""

    name: str = Field(primary_key=True)
    ran_at: datetime = Field(sa_type=UtcDateTime)
    good_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    failure: str | None = None
