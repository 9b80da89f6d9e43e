"""Links for files where a chat carries none: used once, hashed, valid a day, of one person in one chat."""

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlmodel import Session

from storage.models.channels import FileLink
from storage.queries.file_links import unused_links

LINK_VALID = timedelta(hours=24)


def token_hash(token: str) -> str:
    """The key a link is found by."""
    return hashlib.sha256(token.encode()).hexdigest()


def new_link(
    session: Session, agency_id: int, staff_id: int, chat_id: int, now: datetime, file_id: int | None = None
) -> str:
    """Store a link, to bring a file in or to take `file_id` out, and give its token, which is kept nowhere.

    An older one of the same chat for the same purpose is over.
    """
    for old in unused_links(session, agency_id, chat_id, outgoing=file_id is not None):
        old.expires_at = min(old.expires_at, now)
        session.add(old)
    token = secrets.token_urlsafe(24)
    session.add(
        FileLink(
            agency_id=agency_id, token_hash=token_hash(token), staff_id=staff_id, chat_id=chat_id, file_id=file_id,
            created_at=now, expires_at=now + LINK_VALID,
        )
    )  # fmt: skip
    session.flush()
    return token
