"""The ledger: what changed, who typed it, and who is to be told."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field

from storage.kinds import DutyState, EventKind
from storage.models.base import TenantRow, UtcDateTime, by, owned, tenant, words


class Event(TenantRow, table=True):
    """One change. `before` holds the columns that undo puts back; `undone_by_id` names the event that did."""

    __table_args__ = tenant(
        owned("staff", "by_id"),
        owned("staff", "for_id"),
        owned("inbox", "inbox_id"),
        owned("duty", "duty_id"),
        owned("plan", "plan_id"),
        owned("news_item", "news_item_id"),
        owned("event", "undone_by_id"),
        by("duty_id", "at"),
        by("by_id", "day"),
        by("day"),
    )

    kind: EventKind = Field(sa_type=words(EventKind))
    at: datetime = Field(sa_type=UtcDateTime)
    day: date
    by_id: int
    for_id: int
    inbox_id: int | None = None
    duty_id: int | None = None
    plan_id: int | None = None
    news_item_id: int | None = None
    to_state: DutyState | None = Field(default=None, sa_type=words(DutyState))
    to_due_on: date | None = None
    text: str = ""
    before: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    undone_by_id: int | None = None


class Telling(TenantRow, table=True):
    """A person who is to hear of an event: at once, by a message of its own, or in the next digest."""

    __table_args__ = tenant(
        UniqueConstraint("agency_id", "event_id", "staff_id"),
        owned("event", "event_id"),
        owned("staff", "staff_id"),
        by("staff_id", "told_at"),
    )

    event_id: int
    staff_id: int
    at_once: bool = False
    told_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
