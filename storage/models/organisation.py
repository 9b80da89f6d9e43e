"""Agencies, their units and their people."""

from datetime import date, datetime, time

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from storage.kinds import AbsenceState, AcceptBy, Role
from storage.models.base import TenantRow, UtcDateTime, by, owned, tenant, unique_where, words


class Agency(SQLModel, table=True):
    """A tenant: one office with its own units, people, plans and bots."""

    __table_args__ = (UniqueConstraint("name"),)

    id: int = Field(default=None, primary_key=True)
    parent_id: int | None = Field(default=None, foreign_key="agency.id", index=True)
    name: str
    short_name: str
    place: str = ""
    time_zone: str = "Asia/Ho_Chi_Minh"
    language: str = "vi"
    digest_at: time = time(7, 30)
    data_day: int = 14  # last day of the reporting month (NĐ 09/2019: 15th to 14th)
    close_at: time = time(16, 30)
    accept_by: AcceptBy = Field(default=AcceptBy.HEAD, sa_type=words(AcceptBy))
    trial_since: date | None = None  # its first days, in which the keeper reads every morning message; None: had none
    live_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # "cho chạy"

    def on_trial(self, at: datetime) -> bool:
        """Whether morning messages of this instant go to the keeper instead of their readers."""
        return self.trial_since is not None and (self.live_at is None or self.live_at > at)


class Unit(TenantRow, table=True):
    __table_args__ = tenant(
        UniqueConstraint("agency_id", "name"), owned("unit", "merged_into_id"), owned("unit", "split_from_id")
    )

    name: str
    short_name: str
    position: int = 0
    ended_on: date | None = None
    merged_into_id: int | None = None  # always the living unit, so that "now" is one COALESCE
    split_from_id: int | None = None  # the unit that was parted into this one and others


class UnitAlias(TenantRow, table=True):
    """Another way the office writes a unit's name; `folded` is its matching key."""

    __tablename__ = "unit_alias"
    __table_args__ = tenant(UniqueConstraint("agency_id", "folded"), owned("unit", "unit_id"), by("unit_id"))

    unit_id: int
    alias: str
    folded: str


class UnitGroup(TenantRow, table=True):
    """A collective owner such as "Tất cả các phòng, đơn vị trực thuộc"."""

    __tablename__ = "unit_group"
    __table_args__ = tenant(UniqueConstraint("agency_id", "folded"))

    name: str
    folded: str


class UnitGroupMember(TenantRow, table=True):
    __tablename__ = "unit_group_member"
    __table_args__ = tenant(
        UniqueConstraint("agency_id", "group_id", "unit_id"), owned("unit_group", "group_id"), owned("unit", "unit_id")
    )

    group_id: int
    unit_id: int


class Staff(TenantRow, table=True):
    __table_args__ = tenant(
        by("full_name"),
        unique_where("uq_staff_one_agency_keeper", "agency_id", where="keeps_agency"),
        Index(
            "ix_staff_own_hour", "agency_id", "digest_at",
            sqlite_where=text("digest_at IS NOT NULL"), postgresql_where=text("digest_at IS NOT NULL"),
        ),
    )  # fmt: skip

    full_name: str
    honorific: str = "anh/chị"  # how the office addresses this person
    language: str | None = None
    left_on: date | None = None
    keeps_agency: bool = False  # keeper of new plans; hears of links, budget, delivery, heartbeat
    digest_at: time | None = None  # his own hour for the morning message
    digest_weekday: int | None = None  # the one day of the week (Monday 0) for all but what is quá hạn
    only_late_until: date | None = None  # up to this day he is reminded of what is quá hạn only


class Membership(TenantRow, table=True):
    __table_args__ = tenant(
        owned("staff", "staff_id"),
        owned("unit", "unit_id"),
        by("staff_id"),
        by("unit_id", "role"),
        unique_where(
            "uq_membership_in_unit",
            "agency_id",
            "staff_id",
            "unit_id",
            "role",
            where="to_on IS NULL AND unit_id IS NOT NULL",
        ),
        unique_where(
            "uq_membership_no_unit", "agency_id", "staff_id", "role", where="to_on IS NULL AND unit_id IS NULL"
        ),
    )

    staff_id: int
    unit_id: int | None = None  # leaders and admins stand above the units
    role: Role = Field(sa_type=words(Role))
    from_on: date
    to_on: date | None = None


class Absence(TenantRow, table=True):
    """Days somebody is away, both included, and who stands in for him. Cut short by an earlier `to_on`."""

    __table_args__ = tenant(
        owned("staff", "staff_id"),
        owned("staff", "substitute_id"),
        owned("staff", "told_by_id"),
        by("staff_id"),
        by("state", "from_on"),
    )

    staff_id: int
    substitute_id: int
    from_on: date
    to_on: date
    told_by_id: int
    state: AbsenceState = Field(default=AbsenceState.PLANNED, sa_type=words(AbsenceState))
