"""Handles what came in, one at a time and in order per chat: the effect and its answer are one transaction."""

import logging
from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Engine
from sqlmodel import Session

from jobs.clock import Clock
from jobs.delivery.crash_points import CrashPoint, crash_at
from storage.database import transaction, unavailable
from storage.models.messages import Inbox
from storage.queries import inbox

_log = logging.getLogger(__name__)

Handle = Callable[[Session, Inbox, datetime], None]


def handle_next(engine: Engine, clock: Clock, handle: Handle, parked: Handle | None = None) -> bool:
    """Handle the next message; False when none waits.

    handle: effect, events and answers, not committed. A failure undoes all of it and is counted; after the third the
    message is parked and `parked` may owe the person a word about it. A database that cannot serve is no failure of the
    message: its error is raised.
    """
    inbox_id = None
    try:
        with transaction(engine) as session:
            row = inbox.next_waiting(session, clock.now())
            if row is None:
                return False
            inbox_id = row.id
            crash_at(CrashPoint.INBOX_BEFORE_EFFECT)
            handle(session, row, clock.now())
            inbox.mark_done(row, clock.now())
            session.add(row)
    except Exception as error:
        if inbox_id is None or unavailable(error):
            raise
        _log.error("message %s failed: %s", inbox_id, type(error).__name__)
        _count(engine, clock, inbox_id, parked)
    return True


def _count(engine: Engine, clock: Clock, inbox_id: int, parked: Handle | None) -> None:
    with transaction(engine) as session:
        row = inbox.count_failure(session, inbox_id, clock.now())
    if row is None:
        return
    _log.error("message %s is parked after %d tries", inbox_id, row.tries)
    if parked is not None:
        with transaction(engine) as session:
            parked(session, row, clock.now())
