"""Invites: single use, hashed, valid 14 days."""

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlmodel import Session

from storage.models.channels import Invite
from storage.queries.conversation import unused_invites

INVITE_DAYS = 14
CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # without those that look alike
CODE_LENGTH = 8


def code_hash(code: str) -> str:
    """The key an invite is found by; case and spaces do not matter."""
    return hashlib.sha256("".join(code.split()).upper().encode()).hexdigest()


def new_invite(session: Session, agency_id: int, staff_id: int, now: datetime) -> str:
    """Store an invite and give its code, which is kept nowhere; one not used so far is revoked."""
    for old in unused_invites(session, agency_id, staff_id):
        old.revoked_at = now
        session.add(old)
    code = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
    session.add(
        Invite(
            agency_id=agency_id, staff_id=staff_id, code_hash=code_hash(code), created_at=now,
            expires_at=now + timedelta(days=INVITE_DAYS),
        )
    )  # fmt: skip
    return code
