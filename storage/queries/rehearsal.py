"""What a copy of the database needs before mornings are tried on it: nothing pending, nobody unreachable by chance."""

from datetime import date, datetime

from sqlmodel import Session, col, delete, select, update

from storage.kinds import MORNING_KINDS, ChannelKind, NoticeKind, NoticeState
from storage.models.channels import Chat, Connection
from storage.models.messages import Delivery, Notice
from storage.models.organisation import Agency, Membership
from storage.queries.agencies import all_agencies, staff_of
from storage.queries.reach import reachable_staff
from storage.queries.rows import changed


def forget_mornings(session: Session, since: date) -> None:
    """No morning from this day on has been yet."""
    kinds = (*MORNING_KINDS, NoticeKind.ALARM)
    planned = (col(Notice.kind).in_(kinds), col(Notice.day) >= since)
    changed(session, delete(Delivery).where(col(Delivery.notice_id).in_(select(Notice.id).where(*planned))))
    changed(session, delete(Notice).where(*planned))


def hold_positions(session: Session, since: date) -> None:
    """Who has a position now has had it since this day: a plan of last year is tried with today's office."""
    later = (col(Membership.from_on) > since, col(Membership.to_on).is_(None))
    changed(session, update(Membership).where(*later).values(from_on=since))


def begin_live(session: Session, now: datetime) -> list[Agency]:
    """Offices that are on trial, in which everybody has a chat and reads his own messages; which ones."""
    found = [agency for agency in all_agencies(session) if agency.on_trial(now)]
    for agency in found:
        agency.trial_since = None
        session.add(agency)
        _join(session, agency, reachable_staff(session, agency.id))
    return found


def join_nobody_s_office(session: Session) -> list[Agency]:
    """In an office in which nobody can be reached yet, everybody has a chat; which ones."""
    found = [agency for agency in all_agencies(session) if not reachable_staff(session, agency.id)]
    for agency in found:
        _join(session, agency)
    return found


def _join(session: Session, agency: Agency, already: frozenset[int] = frozenset()) -> None:
    people = [staff for staff in staff_of(session, agency.id) if staff.id not in already]
    if not people:
        return
    bot = Connection(agency_id=agency.id, channel=ChannelKind.CONSOLE, name="preview")
    session.add(bot)
    session.flush()
    session.add_all(
        Chat(agency_id=agency.id, connection_id=bot.id, address=str(staff.id), staff_id=staff.id) for staff in people
    )
    session.flush()


def leaving(session: Session, now: datetime) -> list[Notice]:
    """What a sender would take now, in its order."""
    query = select(Notice).where(Notice.state == NoticeState.WAITING, col(Notice.chat_id).is_not(None))
    found = session.exec(query.order_by(col(Notice.priority), col(Notice.id)))
    return [notice for notice in found if notice.not_before is None or notice.not_before <= now]
