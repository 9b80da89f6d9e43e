"""The auditor's own reading: whole tables of one agency as rows, joined by nobody but the auditor.

Nothing here may be shared with the queries of the morning: two readings that err alike prove nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Row
from sqlmodel import Session, col, or_, select

from storage.kinds import DutyState, EventKind, NoticeKind, NoticeState, PartyRole
from storage.models.calendar import Holiday, Tick
from storage.models.channels import Chat, Connection
from storage.models.duties import DateChange, Duty, Period, ProgressEntry
from storage.models.events import Event, Telling
from storage.models.messages import Notice
from storage.models.news import NewsItem, NewsQuota
from storage.models.organisation import Absence, Agency, Membership, Staff, Unit
from storage.models.plans import Plan, PlanContact, Task
from storage.models.policies import LadderPolicy
from storage.models.proof import Audit
from storage.models.snoozes import Snooze
from storage.models.year_end import SortedLine

LOOKS_BACK = timedelta(days=400)
_WAITING = (DutyState.REPORTED, DutyState.CHECKED)
_PLANNED = (NoticeKind.DIGEST, NoticeKind.WEEKLY, NoticeKind.TRIAL)


@dataclass(frozen=True)
class Rows:
    """An agency's rows as they stand; `events` are those since `since`, and those somebody waits to hear of."""

    agency: Agency
    staff: Sequence[Staff]
    memberships: Sequence[Membership]
    units: Sequence[Unit]
    plans: Sequence[Plan]
    contacts: Sequence[PlanContact]
    tasks: Sequence[Row[Any]]  # id, number, plan_id, deadline
    periods: Sequence[Row[Any]]  # id, task_id, key, start_on, printed_due_on
    duties: Sequence[Duty]  # lead parts, of every state
    entries: Sequence[ProgressEntry]
    quotas: Sequence[NewsQuota]
    news: Sequence[NewsItem]
    chats: Sequence[Chat]
    connections: Sequence[Connection]
    tellings: Sequence[Telling]
    events: Sequence[Event]
    explanations: Sequence[Event]  # not undone
    reports: Sequence[Event]  # not undone, of lead parts that wait for a decision
    policies: Sequence[LadderPolicy]
    wishes: Sequence[DateChange]  # whatever became of them
    absences: Sequence[Absence]
    sorted_lines: Sequence[SortedLine]
    snoozes: Sequence[Snooze]
    planned: Sequence[Notice]  # digests and weekly messages of the day, those of a trial too
    served_before: Sequence[tuple[int | None, date, NoticeState, NoticeKind]]


def holidays(session: Session) -> list[Holiday]:
    return list(session.exec(select(Holiday)))


def tick_named(session: Session, name: str) -> Tick | None:
    return session.get(Tick, name)


def audit_of(session: Session, agency_id: int, day: date) -> Audit | None:
    return session.exec(select(Audit).where(Audit.agency_id == agency_id, Audit.day == day)).first()


def last_audit(session: Session, agency_id: int) -> Audit | None:
    return session.exec(select(Audit).where(Audit.agency_id == agency_id).order_by(col(Audit.day).desc())).first()


def mark_of(session: Session, agency_id: int, key: str) -> Notice | None:
    return session.exec(select(Notice).where(Notice.agency_id == agency_id, Notice.key == key)).first()


def read(session: Session, agency: Agency, day: date, since: datetime, periods: Sequence[str]) -> Rows:
    """The rows of one agency; of results those of these reporting periods, of news those of the day's month."""

    def every(model: Any, *where: Any) -> list[Any]:
        return list(session.exec(select(model).where(model.agency_id == agency.id, *where).order_by(model.id)))

    def columns(*chosen: Any) -> Any:
        return select(*chosen).where(chosen[0].class_.agency_id == agency.id)

    waits = or_(col(Telling.told_at).is_(None), col(Telling.told_at) > since)
    awaited = select(Telling.event_id).where(Telling.agency_id == agency.id, waits)
    waiting = select(Duty.id).where(
        Duty.agency_id == agency.id, Duty.role == PartyRole.LEAD, col(Duty.state).in_(_WAITING)
    )
    before = columns(Notice.staff_id, Notice.day, Notice.state, Notice.kind)
    before = before.where(col(Notice.kind).in_(_PLANNED), Notice.day < day, Notice.day >= day - LOOKS_BACK)
    return Rows(
        agency=agency,
        staff=every(Staff),
        memberships=every(Membership),
        units=every(Unit),
        plans=every(Plan),
        contacts=every(PlanContact),
        tasks=session.exec(columns(Task.id, Task.number, Task.plan_id, Task.deadline)).all(),
        periods=session.exec(
            columns(Period.id, Period.task_id, Period.key, Period.start_on, Period.printed_due_on)
        ).all(),
        duties=every(Duty, Duty.role == PartyRole.LEAD),
        entries=every(ProgressEntry, col(ProgressEntry.reporting_period).in_(periods)),
        quotas=every(NewsQuota),
        news=every(NewsItem, NewsItem.month == f"{day:%Y-%m}"),
        chats=every(Chat, col(Chat.staff_id).is_not(None)),
        connections=every(Connection),
        tellings=every(Telling, waits, col(Telling.at_once).is_(False)),
        events=every(Event, or_(col(Event.at) > since, col(Event.id).in_(awaited))),
        explanations=every(Event, Event.kind == EventKind.EXPLAINED, col(Event.undone_by_id).is_(None)),
        reports=every(
            Event, Event.kind == EventKind.REPORTED, col(Event.undone_by_id).is_(None), col(Event.duty_id).in_(waiting)
        ),
        policies=every(LadderPolicy),
        wishes=every(DateChange),
        absences=every(Absence),
        sorted_lines=every(SortedLine),
        snoozes=every(Snooze),
        planned=every(Notice, Notice.day == day, col(Notice.kind).in_(_PLANNED), col(Notice.staff_id).is_not(None)),
        served_before=session.exec(before).all(),
    )
