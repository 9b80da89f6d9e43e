"""Wishes of people unknown to be let in under a name of the staff list."""

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from storage.models.base import TenantRow, UtcDateTime, by, owned, tenant, unique_where


class JoinRequest(TenantRow, table=True):
    """A chat that says whose it is. `number`: what is typed to decide it, per agency, never reused.

    `decided_at` without `decided_by_id`: another wish of the chat, or another chat of the person, took its place.
    """

    __tablename__ = "join_request"
    __table_args__ = tenant(
        UniqueConstraint("agency_id", "number"),
        owned("chat", "chat_id"),
        owned("staff", "staff_id"),
        owned("staff", "decided_by_id"),
        owned("inbox", "inbox_id"),
        by("chat_id"),
        by("staff_id"),
        by("day"),
        unique_where(
            "uq_join_request_open", "agency_id", "chat_id", "staff_id", where="decided_at IS NULL AND staff_id IS NOT NULL"
        ),
    )  # fmt: skip

    number: int
    chat_id: int
    staff_id: int | None = None  # None: fits nobody of the staff list; its words are in the inbox while that keeps them
    inbox_id: int | None = None
    asked_at: datetime = Field(sa_type=UtcDateTime)
    day: date
    decided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    decided_by_id: int | None = None
    admitted: bool = False
