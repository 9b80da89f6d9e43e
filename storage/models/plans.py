"""Plans, the files they were read from, their tasks and who answers for each."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, LargeBinary, UniqueConstraint
from sqlmodel import Field

from storage.kinds import AcceptBy, DueSetBy, Origin, PartyIs, PartyRole, PlanState, ProductKind
from storage.models.base import TenantRow, UtcDateTime, by, owned, tenant, unique_where, words

MAX_FILE_BYTES = 20 * 1024 * 1024


class File(TenantRow, table=True):
    """Bytes in a row, so that one database is the whole backup."""

    __table_args__ = tenant(
        UniqueConstraint("agency_id", "sha256"), CheckConstraint(f"size <= {MAX_FILE_BYTES}", name="at_most_20_mb")
    )

    sha256: str
    name: str
    size: int
    content: bytes = Field(sa_type=LargeBinary)
    kept_at: datetime = Field(sa_type=UtcDateTime)


class Plan(TenantRow, table=True):
    __table_args__ = tenant(
        owned("unit", "coordinator_unit_id"),
        owned("staff", "keeper_id"),
        owned("plan", "corrects_id"),
        by("state"),
        by("keeper_id"),
    )

    title: str
    short_title: str
    number: str | None = None
    issuer: str | None = None
    year: int
    issued_on: date | None = None
    signer_name: str | None = None
    signer_title: str | None = None
    state: PlanState = Field(default=PlanState.DRAFT, sa_type=words(PlanState))
    coordinator_unit_id: int
    keeper_id: int
    accept_by: AcceptBy | None = Field(default=None, sa_type=words(AcceptBy))
    stated_total: int | None = None
    lines_read: int = 0
    lines_left_out: int = 0
    corrects_id: int | None = None  # a draft that is a newer version of this plan
    keeps_rest: bool = False  # of such a draft: it names some lines only, the others stay
    closing_from: date | None = None  # since when its lines are sorted for the year's end
    closes_on: date | None = None  # the last date for which they are sorted
    created_at: datetime = Field(sa_type=UtcDateTime)
    confirmed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class PlanFile(TenantRow, table=True):
    """Every version of a plan's document is kept. `beside`: what the reading holds beside the lines of work, in the
    shape of `plan read --json` (indicators, the account of its rows, doubts of the whole, what its text asks beside the table).
    """

    __tablename__ = "plan_file"
    __table_args__ = tenant(
        UniqueConstraint("agency_id", "plan_id", "version"),
        owned("plan", "plan_id"),
        owned("file", "file_id"),
        by("file_id"),
    )

    plan_id: int
    file_id: int
    version: int
    read_at: datetime = Field(sa_type=UtcDateTime)
    beside: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)


class DraftRow(TenantRow, table=True):
    """One line of a plan under review: what was read, in the shape of `plan read --json`, with its doubts."""

    __tablename__ = "draft_row"
    __table_args__ = tenant(UniqueConstraint("agency_id", "plan_id", "position"), owned("plan", "plan_id"))

    plan_id: int
    position: int
    reading: dict[str, Any] = Field(sa_type=JSON)
    doubts: list[Any] = Field(default_factory=list, sa_type=JSON)


class Task(TenantRow, table=True):
    """One line of a plan (nhiệm vụ). `number` is what people type: per agency, never reused, none for headings."""

    __table_args__ = tenant(
        UniqueConstraint("agency_id", "number"),
        CheckConstraint("(number IS NULL) = is_heading", name="headings_have_no_number"),
        owned("plan", "plan_id"),
        owned("task", "parent_id"),
        owned("task", "carries_id"),
        by("plan_id", "position"),
        by("carries_id"),
    )

    plan_id: int | None = None
    position: int = 0
    code: str = ""
    number: int | None = None
    printed_number: int | None = None
    section: list[str] = Field(default_factory=list, sa_type=JSON)
    title: str
    short_title: str
    deadline_text: str = ""
    deadline: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    origin: Origin = Field(default=Origin.ROW, sa_type=words(Origin))
    product: str = ""
    product_kind: ProductKind = Field(default=ProductKind.DOCUMENT, sa_type=words(ProductKind))
    due_set_by: DueSetBy = Field(default=DueSetBy.AGENCY, sa_type=words(DueSetBy))
    parent_id: int | None = None
    is_heading: bool = False
    restricted: bool = False  # mật: only number and date may leave
    counted_as: str = ""
    # Who leads and coordinates as the paper says; a review may have settled it otherwise, in the parties.
    printed: dict[str, list[str]] = Field(default_factory=dict, sa_type=JSON)
    dropped_on: date | None = None  # from this day on the plan no longer names it
    carries_id: int | None = None  # the task of an earlier year's plan that goes on as this one


class Party(TenantRow, table=True):
    """Who leads or coordinates a task, as written and as understood."""

    __table_args__ = tenant(
        CheckConstraint(
            "(resolves_to = 'unit') = (unit_id IS NOT NULL) AND (resolves_to = 'group') = (group_id IS NOT NULL)"
            " AND (resolves_to = 'person') = (staff_id IS NOT NULL)",
            name="resolves_to_what_it_says",
        ),
        owned("task", "task_id"),
        owned("unit", "unit_id"),
        owned("unit_group", "group_id"),
        owned("staff", "staff_id"),
        by("task_id"),
    )

    task_id: int
    role: PartyRole = Field(sa_type=words(PartyRole))
    text: str
    resolves_to: PartyIs = Field(sa_type=words(PartyIs))
    unit_id: int | None = None
    group_id: int | None = None
    staff_id: int | None = None


class PlanContact(TenantRow, table=True):
    """A unit's contact (đầu mối): for one plan, without a plan for all that has none of its own, or for news only."""

    __tablename__ = "plan_contact"
    __table_args__ = tenant(
        UniqueConstraint("agency_id", "plan_id", "unit_id"),
        CheckConstraint("plan_id IS NULL OR NOT for_news", name="news_are_of_no_plan"),
        owned("plan", "plan_id"),
        owned("unit", "unit_id"),
        owned("staff", "staff_id"),
        unique_where("uq_plan_contact_of_unit", "agency_id", "unit_id", where="plan_id IS NULL AND NOT for_news"),
        unique_where("uq_plan_contact_of_news", "agency_id", "unit_id", where="for_news"),
    )

    plan_id: int | None = None
    unit_id: int
    staff_id: int
    for_news: bool = False


class Indicator(TenantRow, table=True):
    """A figure the plan sets as a target (chỉ tiêu); who answers for it is kept as written."""

    __table_args__ = tenant(UniqueConstraint("agency_id", "plan_id", "position"), owned("plan", "plan_id"))

    plan_id: int
    position: int
    code: str = ""
    group_title: str = ""
    name: str
    target_text: str = ""
    target_percent: float | None = None
    lead: list[str] = Field(default_factory=list, sa_type=JSON)
    coordinate: list[str] = Field(default_factory=list, sa_type=JSON)
    basis_text: str = ""
    dropped: bool = False  # the newest version of the plan does not name it; what was read of it is kept


class IndicatorReading(TenantRow, table=True):
    """How far an indicator stood in a reporting period, as typed; a later word replaces it, undone it is withdrawn."""

    __tablename__ = "indicator_reading"
    __table_args__ = tenant(
        owned("indicator", "indicator_id"), owned("staff", "by_id"), by("indicator_id", "reporting_period")
    )

    indicator_id: int
    reporting_period: str  # "2025-10"
    text: str
    value: float | None = None
    by_id: int
    at: datetime = Field(sa_type=UtcDateTime)
    withdrawn_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
