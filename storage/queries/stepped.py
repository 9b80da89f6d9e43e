"""Owing digests set by set: whoever has a duty with a step today, in one statement; and who else may be owed one."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import (
    JSON,
    CursorResult,
    Date,
    Integer,
    Select,
    String,
    case,
    cast,
    column,
    func,
    literal,
    null,
    union,
    values,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel, and_, col, or_, select

from storage.kinds import (
    MORNING_KINDS,
    OPEN_STATES,
    PLANNED_KINDS,
    WAITING_STATES,
    ChatKind,
    NoticeKind,
    NoticeState,
    PartyRole,
    PlanState,
    Role,
)
from storage.models.base import UtcDateTime
from storage.models.channels import Chat, Connection
from storage.models.duties import DateChange, Duty, Period
from storage.models.events import Telling
from storage.models.messages import Notice
from storage.models.organisation import Absence, Membership, Staff
from storage.models.plans import Plan, PlanContact, Task
from storage.models.snoozes import Snooze
from storage.notice_keys import digest_key, trial_key
from storage.queries.morning import SERVED
from storage.queries.rows import is_postgresql


@dataclass(frozen=True)
class Wave:
    """What the digests owed in one statement have in common. `apart`: staff ids about whom the statement cannot decide;
    `plans_apart`: plans whose steps it does not know. `not_before`: the office's hour while it is to come; `hours`: the same
    for each hour that somebody has chosen. `trial_chat`: where all of them go while the office is on trial.
    """

    agency_id: int
    day: date
    now: datetime
    expires_at: datetime
    priority: int
    apart: frozenset[int]
    plans_apart: frozenset[int] = frozenset()
    not_before: datetime | None = None
    hours: Mapping[time, datetime | None] = field(default_factory=dict)
    trial_chat: int | None = None

    @property
    def kind(self) -> NoticeKind:
        return NoticeKind.DIGEST if self.trial_chat is None else NoticeKind.TRIAL


def dates_in_use(session: Session, agency_id: int, until: date) -> set[date]:
    """Official and internal dates, up to a day, of what is open."""
    found: set[date] = set()
    for dated in (col(Duty.due_on), col(Duty.target_on)):
        rows = select(dated).where(Duty.agency_id == agency_id, col(Duty.state).in_(OPEN_STATES), dated <= until)
        found.update(day for day in session.exec(rows.distinct()) if day is not None)
    return found


def apart(session: Session, agency_id: int, day: date) -> frozenset[int]:
    """Whose digest is made up otherwise: keepers, heads of office, who is away and who stands in."""
    held = Membership.agency_id == agency_id, Membership.role == Role.OFFICE_HEAD
    away = Absence.agency_id == agency_id, Absence.from_on <= day, Absence.to_on >= day
    found = union(
        select(Staff.id).where(Staff.agency_id == agency_id, Staff.keeps_agency),
        select(Plan.keeper_id).where(Plan.agency_id == agency_id),
        select(Membership.staff_id).where(*held),
        select(Absence.staff_id).where(*away),
        select(Absence.substitute_id).where(*away),
    )
    return frozenset(row[0] for row in session.execute(found))


def owe_stepped(session: Session, wave: Wave, steps: Mapping[date, date], targets_too: bool) -> int:
    """Owe a digest to everybody with a plain open duty whose step no digest has served; how many were new.

    steps: date of a duty to the last day on which it is spoken of. targets_too: an internal date goes by its own step
    also where there is an official one.
    """
    if not steps:
        return 0
    spoken = values(column("day", Date), column("step", Date), name="spoken").data(list(steps.items())).cte("spoken")
    of_due = _spoken_of(wave, spoken, col(Duty.due_on))
    later = or_(col(Duty.due_on).is_(None), col(Duty.due_on) >= wave.day) if targets_too else col(Duty.due_on).is_(None)
    recipients = union(of_due, _spoken_of(wave, spoken, col(Duty.target_on)).where(later))
    owed = (
        select(col(Staff.id).label("staff_id"), _chat_of(wave).label("chat_id"), col(Staff.digest_at).label("own_hour"))
        .where(Staff.agency_id == wave.agency_id, col(Staff.id).in_(recipients))
        .where(or_(col(Staff.left_on).is_(None), col(Staff.left_on) > wave.day), col(Staff.id).not_in(wave.apart))
        .subquery("owed")
    )
    key = digest_key if wave.kind is NoticeKind.DIGEST else trial_key
    before, after = key(0, wave.day).split("0", 1)
    fields: dict[str, Any] = {
        "key": literal(before) + cast(owed.c.staff_id, String) + literal(after),
        "staff_id": owed.c.staff_id,
        "chat_id": owed.c.chat_id,
        "agency_id": literal(wave.agency_id, Integer),
        "kind": literal(wave.kind.value),
        "priority": literal(wave.priority, Integer),
        "day": literal(wave.day, Date),
        "state": literal(NoticeState.WAITING.value),
        "about": literal([], JSON),
        "buttons": literal([], JSON),
        "created_at": literal(wave.now, UtcDateTime),
        "expires_at": literal(wave.expires_at, UtcDateTime),
        "not_before": _not_before(wave, owed.c.own_hour),
        **{name: literal(0, Integer) for name in ("fence", "tries", "parts_sent")},
    }
    rows = select(*fields.values()).select_from(owed).where(owed.c.chat_id.is_not(None)).order_by(owed.c.staff_id)
    make = postgresql.insert if is_postgresql(session) else sqlite.insert
    into = make(SQLModel.metadata.tables["notice"]).from_select(list(fields), rows)
    into = into.on_conflict_do_nothing(index_elements=["agency_id", "key"])
    done = session.execute(into.execution_options(preserve_rowcount=True))
    if not is_postgresql(session):  # its driver does not count where a statement begins with WITH
        return int(session.execute(select(func.changes())).scalar_one())
    return done.rowcount if isinstance(done, CursorResult) else 0


def _not_before(wave: Wave, own_hour: Any) -> Any:
    def moment(at: datetime | None) -> Any:
        return cast(null(), UtcDateTime) if at is None else literal(at, UtcDateTime)

    if not wave.hours:
        return moment(wave.not_before)
    return case({hour: moment(at) for hour, at in wave.hours.items()}, value=own_hour, else_=moment(wave.not_before))


def _spoken_of(wave: Wave, spoken: Any, dated: Any) -> Select[Any]:
    """Recipients of plain duties with a step: begun, not returned, of no plan whose year is closing."""
    served = select(Notice.id).where(
        Notice.agency_id == wave.agency_id, Notice.staff_id == Duty.recipient_id, Notice.day >= spoken.c.step,
        Notice.day < wave.day, col(Notice.state).in_(SERVED),
        col(Notice.kind).in_(PLANNED_KINDS if wave.trial_chat is None else MORNING_KINDS),
    )  # fmt: skip
    sleeps = select(Snooze.id).where(
        Snooze.agency_id == wave.agency_id, Snooze.duty_id == Duty.id, Snooze.staff_id == Duty.recipient_id,
        Snooze.until > wave.day, or_(col(Duty.due_on).is_(None), col(Duty.due_on) > wave.day),
    )  # fmt: skip
    return (
        select(col(Duty.recipient_id))
        .select_from(spoken)
        .join(Duty, and_(Duty.agency_id == wave.agency_id, dated == spoken.c.day))
        .join(Period, and_(col(Period.agency_id) == Duty.agency_id, col(Period.id) == Duty.period_id))
        .join(Task, and_(col(Task.agency_id) == Period.agency_id, col(Task.id) == Period.task_id))
        .outerjoin(Plan, and_(col(Plan.agency_id) == Task.agency_id, col(Plan.id) == Task.plan_id))
        .where(col(Duty.state).in_(OPEN_STATES), Duty.role == PartyRole.LEAD, col(Duty.returned_on).is_(None))
        .where(or_(col(Period.start_on).is_(None), col(Period.start_on) <= wave.day))
        .where(or_(col(Plan.id).is_(None), and_(Plan.state == PlanState.ACTIVE, col(Plan.id).not_in(wave.plans_apart))))
        .where(~served.exists(), ~sleeps.exists())
    )


def _chat_of(wave: Wave) -> Any:
    """The chat a person's own messages go to, as `storage.queries.reach` chooses it; on trial the keeper's."""
    if wave.trial_chat is not None:
        return literal(wave.trial_chat, Integer)
    return (
        select(Chat.id)
        .join(Connection, and_(col(Connection.agency_id) == Chat.agency_id, col(Connection.id) == Chat.connection_id))
        .where(Chat.agency_id == wave.agency_id, Chat.staff_id == Staff.id, Chat.kind == ChatKind.PRIVATE)
        .where(col(Chat.off_at).is_(None), col(Connection.stopped_reason).is_(None))
        .order_by(col(Chat.preference), col(Chat.joined_at).desc().nulls_last(), col(Chat.id).desc())
        .limit(1)
        .scalar_subquery()
    )


def may_be_owed(session: Session, agency_id: int, day: date, soon: date | None) -> Collection[int]:
    """Staff ids without a digest today about whom a rule must decide: whoever holds a position or a place in somebody's
    absence, is asked or told something, or has a duty that is late, returned, reported, closing, or due by `soon`
    (None: any duty at all).
    """
    mine = Duty.agency_id == agency_id, Duty.role == PartyRole.LEAD
    open_ones = (*mine, col(Duty.state).in_(OPEN_STATES))
    closing = (
        select(Duty.recipient_id)
        .join(Period, and_(col(Period.agency_id) == Duty.agency_id, col(Period.id) == Duty.period_id))
        .join(Task, and_(col(Task.agency_id) == Period.agency_id, col(Task.id) == Period.task_id))
        .join(Plan, and_(col(Plan.agency_id) == Task.agency_id, col(Plan.id) == Task.plan_id))
        .where(*open_ones, Plan.state == PlanState.CLOSING)
    )
    near = (
        [
            select(Duty.recipient_id).where(*open_ones, dated <= soon)
            for dated in (col(Duty.due_on), col(Duty.target_on))
        ]
        if soon
        else [select(Duty.recipient_id).where(*open_ones)]
    )
    waiting = col(Duty.state).in_(WAITING_STATES)
    found = union(
        *near,
        closing,
        select(Duty.recipient_id).where(*open_ones, col(Duty.returned_on).is_not(None)),
        select(Duty.recipient_id).where(*mine, waiting),
        select(Duty.decider_id).where(*mine, waiting),
        select(DateChange.decider_id).where(DateChange.agency_id == agency_id, col(DateChange.decider_id).is_not(None)),
        select(Telling.staff_id).where(Telling.agency_id == agency_id, col(Telling.told_at).is_(None)),
        select(Membership.staff_id).where(Membership.agency_id == agency_id, Membership.role != Role.STAFF),
        select(PlanContact.staff_id).where(PlanContact.agency_id == agency_id),
        select(Absence.substitute_id).where(Absence.agency_id == agency_id, Absence.to_on >= day),
        select(Snooze.staff_id)
        .join(Duty, and_(col(Duty.agency_id) == Snooze.agency_id, col(Duty.id) == Snooze.duty_id))
        .where(Snooze.agency_id == agency_id, Snooze.until <= day, col(Duty.state).in_(OPEN_STATES)),
    ).subquery("found")
    staff_id = found.c[0]
    known = select(Notice.id).where(
        Notice.agency_id == agency_id,
        Notice.staff_id == staff_id,
        Notice.day == day,
        col(Notice.kind).in_(MORNING_KINDS),
    )
    rows = session.execute(select(staff_id).where(staff_id.is_not(None), ~known.exists()))
    return [row[0] for row in rows]
