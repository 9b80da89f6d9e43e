"""Periods of tasks, each unit's part in them (phần việc), and what was reported."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field

from storage.kinds import DateKind, DateOutcome, DutyState, EvidenceKind, PartyRole
from storage.models.base import TenantRow, UtcDateTime, by, owned, tenant, unique_where, words


class Period(TenantRow, table=True):
    """A task's occurrence: key `once`, `m1`, `2025-10`, `2025-Q4` or `e2025-12-01`."""

    __table_args__ = tenant(UniqueConstraint("agency_id", "task_id", "key"), owned("task", "task_id"))

    task_id: int
    key: str
    start_on: date | None = None
    printed_due_on: date | None = None
    target_text: str = ""
    can_be_overdue: bool = False


class Duty(TenantRow, table=True):
    """One unit's part of one period. `due_on` is null where nothing can be overdue, so it alone answers "late?"."""

    __table_args__ = tenant(
        UniqueConstraint("agency_id", "period_id", "unit_id"),
        CheckConstraint(
            "(closed_on IS NULL) = (state IN ('open','in_progress','reported','checked'))", name="closed_has_day"
        ),
        CheckConstraint(
            "reported_on IS NOT NULL OR state NOT IN ('reported','checked','accepted')", name="reported_has_day"
        ),
        owned("period", "period_id"),
        owned("unit", "unit_id"),
        owned("staff", "person_id"),
        owned("staff", "recipient_id"),
        owned("staff", "decider_id"),
        by("unit_id", "role", "state"),
        by("recipient_id", "state"),
        by("decider_id", "state"),
        by("state", "due_on"),
        by("state", "target_on"),
    )

    period_id: int
    unit_id: int
    role: PartyRole = Field(sa_type=words(PartyRole))
    state: DutyState = Field(default=DutyState.OPEN, sa_type=words(DutyState))
    person_id: int | None = None
    recipient_id: int
    decider_id: int | None = None
    due_on: date | None = None
    target_on: date | None = None
    reported_on: date | None = None
    returned_on: date | None = None
    closed_on: date | None = None
    waits_for_product: bool = False

    def held_by(self, staff_id: int) -> bool:
        """Its recipient, or who is in charge of it."""
        return staff_id in (self.recipient_id, self.person_id)

    def close(self, state: DutyState, day: date) -> None:
        """What is closed has the day of it."""
        self.state = state
        self.closed_on = day


class ProgressEntry(TenantRow, table=True):
    """What was said about a duty in one reporting period; an undone entry is withdrawn, never deleted."""

    __tablename__ = "progress_entry"
    __table_args__ = tenant(
        owned("duty", "duty_id"),
        owned("staff", "by_id"),
        owned("staff", "for_id"),
        by("duty_id", "reporting_period"),
        Index("ix_progress_entry_bare", "agency_id", sqlite_where=text("bare"), postgresql_where=text("bare")),
    )

    duty_id: int
    reporting_period: str  # "2025-10"
    text: str
    percent: int | None = None
    obstacle: str = ""
    by_id: int
    for_id: int
    at: datetime = Field(sa_type=UtcDateTime)
    withdrawn_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    bare: bool = False  # typed without accents, which a paper needs and nobody has put in yet


class Evidence(TenantRow, table=True):
    """What proves a report: a document's number, a figure, or a file."""

    __table_args__ = tenant(owned("duty", "duty_id"), owned("file", "file_id"), owned("staff", "by_id"), by("duty_id"))

    duty_id: int
    kind: EvidenceKind = Field(sa_type=words(EvidenceKind))
    text: str = ""
    file_id: int | None = None
    by_id: int
    at: datetime = Field(sa_type=UtcDateTime)
    withdrawn_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class DateChange(TenantRow, table=True):
    """One move of a duty's date, asked for (xin lùi) or ordered; the first `from_on` is the date it began with.

    `to_on`: the day wanted, once decided the day given (None: taken away); `asked_for`: the wish where it became another
    day. `decider_id`: whose decision a wish waits for; `answer`: why it was refused. A duty has one open wish at most.
    """

    __tablename__ = "date_change"
    __table_args__ = tenant(
        owned("duty", "duty_id"),
        owned("staff", "asked_by_id"),
        owned("staff", "decider_id"),
        owned("staff", "decided_by_id"),
        by("duty_id"),
        by("decider_id", "outcome"),
        unique_where("uq_date_change_one_waiting", "agency_id", "duty_id", where="outcome = 'waiting'"),
    )

    duty_id: int
    which: DateKind = Field(sa_type=words(DateKind))
    from_on: date | None = None
    to_on: date | None = None
    asked_for: date | None = None
    reason: str = ""
    asked_by_id: int | None = None
    decider_id: int | None = None
    decided_by_id: int | None = None
    outcome: DateOutcome = Field(sa_type=words(DateOutcome))
    answer: str = ""
    at: datetime = Field(sa_type=UtcDateTime)
