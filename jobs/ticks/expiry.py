"""What was not sent in its time is ended; its steps count for the next morning."""

from datetime import datetime

from sqlmodel import Session

from storage.queries.notices import expire


def expiry(session: Session, now: datetime) -> int:
    """End the notices whose time is over; how many."""
    return expire(session, now)
