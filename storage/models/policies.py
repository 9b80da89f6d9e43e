"""How an office reminds, where it wants it otherwise than everybody: one row from each day on which it decided so, for all, for a
plan or for a person."""

from datetime import date

from sqlalchemy import JSON, CheckConstraint
from sqlmodel import Field

from storage.models.base import TenantRow, owned, tenant, unique_where


class LadderPolicy(TenantRow, table=True):
    """Working days of steps and rungs (`jobs.rules.ladder_policy.Policy`); a running case keeps the row it began with.

    With neither `plan_id` nor `staff_id` it holds for the whole office; of a person's row the steps count.
    """

    __tablename__ = "ladder_policy"
    __table_args__ = tenant(
        CheckConstraint("plan_id IS NULL OR staff_id IS NULL", name="one_scope"),
        owned("plan", "plan_id"),
        owned("staff", "staff_id"),
        unique_where("uq_ladder_policy_office", "agency_id", "from_on", where="plan_id IS NULL AND staff_id IS NULL"),
        unique_where("uq_ladder_policy_plan", "agency_id", "plan_id", "from_on", where="plan_id IS NOT NULL"),
        unique_where("uq_ladder_policy_staff", "agency_id", "staff_id", "from_on", where="staff_id IS NOT NULL"),
    )

    from_on: date
    plan_id: int | None = None
    staff_id: int | None = None
    before: list[int] = Field(sa_type=JSON)
    after: list[int] = Field(sa_type=JSON)
    weekdays_after: list[int] = Field(sa_type=JSON)
    head_after: int
    office_after: int
    leaders_after: int
    next_decider_after: int
    keeper_after: int
