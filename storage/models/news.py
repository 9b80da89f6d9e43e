"""News items (tin, bài) and how many each unit owes."""

from datetime import datetime

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field

from storage.kinds import NewsState
from storage.models.base import TenantRow, UtcDateTime, by, owned, tenant, unique_where, words


class NewsQuota(TenantRow, table=True):
    """How many items a month one unit owes; the month closes on its last working day."""

    __tablename__ = "news_quota"
    __table_args__ = tenant(
        CheckConstraint("per_month > 0", name="owes_something"),
        owned("unit", "unit_id"),
        owned("task", "task_id"),
        by("unit_id"),
        unique_where("uq_news_quota_of_task", "agency_id", "unit_id", "task_id", where="task_id IS NOT NULL"),
        unique_where("uq_news_quota_plain", "agency_id", "unit_id", where="task_id IS NULL"),
    )

    unit_id: int
    task_id: int | None = None
    per_month: int = 1
    sent_to: str = ""


class NewsItem(TenantRow, table=True):
    """An item a unit handed in for a month; `serial` makes its code, T10-03."""

    __tablename__ = "news_item"
    __table_args__ = tenant(
        UniqueConstraint("agency_id", "month", "serial"),
        owned("unit", "unit_id"),
        owned("staff", "by_id"),
        by("month", "unit_id"),
    )

    unit_id: int
    month: str  # "2025-10"
    serial: int
    title: str
    link: str | None = None
    by_id: int
    at: datetime = Field(sa_type=UtcDateTime)
    state: NewsState = Field(default=NewsState.SENT, sa_type=words(NewsState))
    withdrawn_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
