"""What `nhacviec doctor` counts: messages that went wrong, people nobody can reach, days the calendar knows."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import func
from sqlmodel import Session, col, select

from storage.kinds import NOT_CLOSED, InboxState, NoticeState, PartyRole
from storage.models.calendar import Holiday
from storage.models.duties import Duty
from storage.models.messages import Inbox, Notice
from storage.models.organisation import Staff
from storage.models.plans import Plan
from storage.queries.people import people
from storage.queries.reach import reachable_staff
from storage.queries.restored import RESTORED

LATE_AFTER = timedelta(minutes=15)


@dataclass(frozen=True)
class Mail:
    """Messages of an agency since a day: given up, doubtful, over before they left, and waiting for long."""

    failed: int
    unknown: int
    expired: int
    late: int
    parked: int  # incoming messages that could not be handled


def mail(session: Session, agency_id: int, since: date, now: datetime) -> Mail:
    """Without what a restore ended: whoever restores was told of it then."""
    counted = select(Notice.state, func.count()).where(
        Notice.agency_id == agency_id, Notice.day >= since, func.coalesce(Notice.reason, "") != RESTORED
    )
    by_state = {NoticeState(state): n for state, n in session.exec(counted.group_by(col(Notice.state)))}
    late = select(func.count()).where(
        Notice.agency_id == agency_id,
        Notice.state == NoticeState.WAITING,
        Notice.created_at <= now - LATE_AFTER,
        col(Notice.chat_id).is_not(None),
        func.coalesce(Notice.not_before, now) <= now,
    )
    parked = select(func.count()).where(Inbox.agency_id == agency_id, Inbox.state == InboxState.PARKED)
    return Mail(
        failed=by_state.get(NoticeState.FAILED, 0),
        unknown=by_state.get(NoticeState.UNKNOWN, 0),
        expired=by_state.get(NoticeState.EXPIRED, 0),
        late=session.exec(late).one(),
        parked=session.exec(parked).one(),
    )


def not_reached(session: Session, agency_id: int, day: date) -> tuple[list[Staff], list[Staff]]:
    """People without a usable chat: those for whom work, a decision or a plan waits, and the others."""
    work = select(Duty.recipient_id, Duty.decider_id).where(
        Duty.agency_id == agency_id, Duty.role == PartyRole.LEAD, col(Duty.state).in_(NOT_CLOSED)
    )
    waited_for = {who for pair in session.exec(work) for who in pair}
    keepers = session.exec(select(Plan.keeper_id).where(Plan.agency_id == agency_id)).all()
    waited_for |= set(keepers)
    reached = reachable_staff(session, agency_id)
    without = [person.staff for person in people(session, agency_id, day) if person.id not in reached]
    needed = [staff for staff in without if staff.id in waited_for or staff.keeps_agency]
    return needed, [staff for staff in without if staff not in needed]


def known_days(session: Session, year: int) -> int:
    """How many days off and worked weekends the calendar has for a year."""
    within = (Holiday.day >= date(year, 1, 1), Holiday.day <= date(year, 12, 31))
    return session.exec(select(func.count()).select_from(Holiday).where(*within)).one()
