"""When the clock was put back, moments that were near lie far ahead; what waits for them would wait for nothing."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, literal_column
from sqlmodel import Session, col, select, update

from storage.kinds import InboxState, NoticeState
from storage.models.calendar import Tick
from storage.models.channels import Chat, Connection
from storage.models.messages import Inbox, Notice
from storage.queries.notices import LEASE

TOLERATED = timedelta(minutes=1)  # clocks of several machines differ; so short a wait is no harm
_UNSENT: ColumnElement[bool] = literal_column("notice.state IN ('waiting','sending')")


def let_go_after_clock_back(session: Session, now: datetime) -> bool:
    """True when a tick has run later than `now` says it is: then slots, pauses and leases are taken back.

    A claim is left as long as a new one has, so that a send that is under way can still be marked.
    """
    ahead = select(Tick.name).where(Tick.ran_at > now + TOLERATED)
    if session.exec(ahead).first() is None:
        return False
    session.execute(update(Tick).where(col(Tick.ran_at) > now).values(ran_at=now))
    session.execute(update(Tick).where(col(Tick.good_at) > now).values(good_at=now))
    for name in ("next_slot_at", "retry_at", "poll_until"):
        session.execute(update(Connection).where(getattr(Connection, name) > now + TOLERATED).values({name: now}))
    session.execute(update(Chat).where(col(Chat.next_slot_at) > now + TOLERATED).values(next_slot_at=None))
    failed_before = (col(Notice.state) == NoticeState.WAITING, col(Notice.tries) > 0, col(Notice.not_before) > now)
    session.execute(update(Notice).where(_UNSENT, *failed_before).values(not_before=now))
    claimed = (col(Notice.state) == NoticeState.SENDING, col(Notice.until) > now + LEASE)
    session.execute(update(Notice).where(_UNSENT, *claimed).values(until=now + LEASE))
    tried = (col(Inbox.state) == InboxState.WAITING, col(Inbox.next_try_at) > now)
    session.execute(update(Inbox).where(*tried).values(next_try_at=now))
    return True
