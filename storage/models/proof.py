"""What the auditor found of one morning: the row that the outside heartbeat and `nhacviec doctor` go by."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field

from storage.models.base import TenantRow, UtcDateTime, tenant


class Audit(TenantRow, table=True):
    """One morning of an agency, judged once. `differences`: [kind, staff id] each; empty where both sides agree."""

    __table_args__ = tenant(UniqueConstraint("agency_id", "day"))

    day: date
    at: datetime = Field(sa_type=UtcDateTime)
    owed: int  # people who should have been reminded
    made: int  # people for whom a message was made
    differences: list[Any] = Field(default_factory=list, sa_type=JSON)
