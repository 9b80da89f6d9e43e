"""How an office reminds, where it wants it otherwise than everybody: one row from each day on which it decided so."""

from datetime import date

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field

from storage.models.base import TenantRow, tenant


class LadderPolicy(TenantRow, table=True):
    """Working days of steps and rungs (`jobs.rules.ladder_policy.Policy`); a running case keeps the row it began with."""

    __tablename__ = "ladder_policy"
    __table_args__ = tenant(UniqueConstraint("agency_id", "from_on"))

    from_on: date
    before: list[int] = Field(sa_type=JSON)
    after: list[int] = Field(sa_type=JSON)
    weekdays_after: list[int] = Field(sa_type=JSON)
    head_after: int
    office_after: int
    leaders_after: int
    next_decider_after: int
    keeper_after: int
