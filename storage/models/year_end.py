"""What the owners of lines say of them before a plan's year ends."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field

from storage.kinds import SortedAs
from storage.models.base import TenantRow, UtcDateTime, owned, tenant, words


class SortedLine(TenantRow, table=True):
    """One duty, sorted once; saying it again replaces it. `day`: the office's day on which it was said."""

    __tablename__ = "sorted_line"
    __table_args__ = tenant(
        UniqueConstraint("agency_id", "duty_id"),
        CheckConstraint("(choice IN ('early','last')) = (expected_on IS NOT NULL)", name="promise_has_day"),
        owned("duty", "duty_id"),
        owned("staff", "by_id"),
    )

    duty_id: int
    choice: SortedAs = Field(sa_type=words(SortedAs))
    expected_on: date | None = None
    reason: str = ""
    by_id: int
    day: date
    at: datetime = Field(sa_type=UtcDateTime)
